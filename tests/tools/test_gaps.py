from typing import Any

import pytest

from stores.vocabulary import Article, Brief, Budget, Conditions, Garment, Profile
from tools.gaps import AMPLE, Lacks, Setting, find_gaps, slots_to_search
from tools.gates import broken

MILD = Conditions(temp_min_c=16, temp_max_c=22, dress_code="casual", formality=(1.5, 4))
COLD = Conditions(temp_min_c=0, temp_max_c=6, dress_code="casual", formality=(1.5, 4))
TOPS = [("shirt", "white"), ("tee", "navy"), ("shirt", "blue")]
BOTTOMS = [("jeans", "blue"), ("chinos", "beige")]
SHOES = [("leather_sneakers", "white")]
NOBODY = Profile()


def owned(article: Any, *pieces: tuple[str, str]) -> list[Garment]:
    fields = set(Garment.model_fields) - {"photo", "origin", "size"}
    rows = [article(category, family, id=f"own-{category}-{family}") for category, family in pieces]
    return [Garment(**row.model_dump(include=fields), confirmed=True) for row in rows]


def offered(article: Any, *pieces: tuple[str, str]) -> list[Article]:
    return [article(category, family, id=f"new-{category}-{family}") for category, family in pieces]


def found(own: list[Garment], shop: list[Article], *skies: Conditions, **asked: Any) -> Lacks:
    return find_gaps(own, shop, [Setting(Brief(occasion="everyday", **asked), sky) for sky in skies or (MILD,)], NOBODY)


def test_a_top_makes_an_outfit_with_each_bottom(article: Any) -> None:
    own = owned(article, *BOTTOMS, *SHOES)
    made = found(own, offered(article, ("shirt", "white")))
    assert [(lack.article.items[0].id, lack.outfits) for lack in made.articles] == [("new-shirt-white", 2)]
    assert made.served == [0]


def test_where_shoes_are_missing_shoes_do_most(article: Any) -> None:
    own = owned(article, *TOPS, *BOTTOMS)
    made = found(own, offered(article, ("shirt", "white"), ("leather_sneakers", "white"), ("jeans", "black")))
    best = made.articles[0]
    assert best.article.items[0].slot == "footwear"
    assert 1 < best.outfits <= len(TOPS) * len(BOTTOMS)


def test_where_winter_is_missing_a_coat_does_most(article: Any) -> None:
    own = owned(article, *TOPS, *BOTTOMS, ("sweater", "grey"), ("leather_sneakers", "white"), ("ankle_boots", "black"))
    made = found(own, offered(article, ("tee", "grey"), ("winter_coat", "navy"), ("polo", "navy")), MILD, COLD)
    assert made.articles[0].article.items[0].category == "winter_coat"
    assert made.served[0] > made.served[1] == 0


def test_an_example_is_a_whole_look_that_breaks_nothing(article: Any) -> None:
    own, shop = owned(article, *TOPS, *BOTTOMS), offered(article, ("leather_sneakers", "white"))
    lack = found(own, shop).articles[0]
    known = {piece.id: piece for piece in (*own, *shop)}
    pieces = [known[item.id] for item in lack.example.items]
    assert broken(pieces, Brief(occasion="everyday"), MILD, NOBODY) == []
    assert lack.article.items[0].id in {piece.id for piece in pieces}
    assert lack.example.total == lack.article.total == 40.0
    assert {item.source for item in lack.example.items if item.id.startswith("own")} == {"wardrobe"}


def test_more_of_what_there_is_counts_only_what_is_new(article: Any) -> None:
    """Shoes that serve no better than those that are owned make nothing new."""
    own = owned(article, *TOPS, *BOTTOMS, *SHOES)
    made = found(own, offered(article, ("leather_sneakers", "black")))
    assert made.articles == [] or made.articles[0].outfits < len(TOPS) * len(BOTTOMS)


def test_a_wardrobe_with_outfits_enough_lacks_nothing(article: Any) -> None:
    tops = [("shirt", "white"), ("shirt", "blue"), ("tee", "white"), ("tee", "navy"), ("tee", "grey"), ("polo", "navy")]
    bottoms = [("jeans", "blue"), ("jeans", "black"), ("chinos", "beige"), ("chinos", "navy")]
    made = found(owned(article, *tops, *bottoms, *SHOES), offered(article, ("shirt", "green")))
    assert made.is_ample and made.served[0] >= AMPLE
    assert made.articles == []


def test_nothing_is_known_to_go_with_nothing(article: Any) -> None:
    assert found(owned(article, ("shirt", "white")), offered(article, ("shirt", "blue"))).articles == []


def test_a_budget_is_for_the_article(article: Any) -> None:
    own = owned(article, *BOTTOMS, *SHOES)
    dear = offered(article, ("shirt", "white"))
    assert found(own, dear, budget=Budget(max=39, currency="EUR")).articles == []
    assert found(own, dear, budget=Budget(max=40, currency="EUR")).articles


def test_the_next_answers_are_of_other_slots_and_nearly_as_useful(article: Any) -> None:
    own = owned(article, *TOPS, *BOTTOMS)
    shop = offered(article, ("leather_sneakers", "white"), ("loafers", "brown"), ("shirt", "green"))
    made = found(own, shop)
    assert [lack.article.items[0].slot for lack in made.articles] == ["footwear"]


@pytest.mark.parametrize(
    ("slots", "presentation", "expected"),
    [
        (["footwear"], None, ["footwear"]),
        (["bag"], "men", ["base_top", "bottom", "mid", "outer", "footwear"]),
        ([], "women", ["one_piece", "base_top", "bottom", "mid", "outer", "footwear"]),
    ],
)
def test_what_is_searched_is_what_was_asked_or_all_that_makes_an_outfit(
    article: Any, slots: list[Any], presentation: Any, expected: list[str]
) -> None:
    own = owned(article, ("midi_skirt", "black"))
    assert slots_to_search(own, Brief(slots=slots, presentation=presentation)) == expected

"""Which of what was shown a description means."""

from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.house.understand import understand
from stores.vocabulary import Brief, ColourFamily, Item, ItemColour, Language, Look, Profile, Score, ShownLook, Slot

PARTY = Brief(intent="outfit", occasion="party")


def item(id_: str, slot: Slot, category: str, family: ColourFamily) -> Item:
    colour = ItemColour(name=family, family=family, hex="#123456")
    return Item(slot=slot, source="catalog", id=id_, name=id_, category=category, colour=colour)


def outfit(number: int, total: float | None, *items: Item) -> ShownLook:
    look = Look(
        id=f"L{number}", kind="outfit", title="", items=list(items), total=total, currency="EUR", score=Score(total=50)
    )
    return ShownLook(number=number, turn=1, look=look, brief=PARTY)


LIGHT = outfit(1, 90, item("tee", "base_top", "tee", "white"), item("sneakers", "footwear", "sneakers", "red"))
WARM = outfit(2, 300, item("coat", "outer", "winter_coat", "blue"), item("boots", "footwear", "winter_boots", "brown"))
GRAND = outfit(3, 200, item("gown", "one_piece", "evening_gown", "black"), item("heels", "footwear", "heels", "black"))


def pointed(text: str, language: Language = "en", shown: list[ShownLook] | None = None) -> Brief:
    seen = [LIGHT, WARM, GRAND] if shown is None else shown
    profile = Profile(language=language)
    return understand(UnderstandRequest(text=text, today=date(2026, 11, 21), shown=seen, last=PARTY, profile=profile))


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("the cheaper one", "en", ["L1"]),
        ("the most formal one", "en", ["L3"]),
        ("the more formal one", "en", ["L3"]),
        ("the warmer one", "en", ["L2"]),
        ("the more expensive one", "en", ["L2"]),
        ("la moins chère", "fr", ["L1"]),
        ("la plus chaude", "fr", ["L2"]),
        ("便宜的那套", "zh", ["L1"]),
        ("the blue one", "en", ["L2"]),
        ("la noire", "fr", ["L3"]),
        ("蓝色的那套", "zh", ["L2"]),
        ("the coat", "en", ["coat"]),
        ("cette robe", "fr", ["gown"]),
        ("那件大衣", "zh", ["coat"]),
        ("the brown boots", "en", ["boots"]),
        ("both", "en", ["L1", "L2", "L3"]),
    ],
)
def test_a_description_points(text: str, language: Language, meant: list[str]) -> None:
    brief = pointed(text, language)
    assert brief.refers_to == meant
    assert not meant or (brief.refinement is not None and brief.refinement.change == "again")


@pytest.mark.parametrize(
    "text",
    [
        "la deuxième elle est en quoi ?", "la deuxième coûte combien ?", "la deuxième fait trop habillé",
        "la deuxième existe en bleu ?", "bon, la deuxième alors", "la deuxième plutôt", "la deuxième c'était mieux",
    ],
)  # fmt: skip
def test_a_french_number_points_whatever_small_word_follows(text: str) -> None:
    assert pointed(text, "fr").refers_to == ["L2"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("replace the shoes of the second with trainers", "en"), ("swap the shoes of look 2 for trainers", "en"),
        ("change les chaussures de la deuxième par des baskets", "fr"),
        ("remplace les chaussures de la 2 par des baskets", "fr"), ("把第二套的鞋换成球鞋", "zh"),
    ],
)  # fmt: skip
def test_what_comes_for_a_piece_of_a_look_is_told_behind_that_look(text: str, language: Language) -> None:
    brief = pointed(text, language)
    assert brief.refinement is not None
    assert (brief.refinement.change, brief.refinement.looks) == ("swap", ["L2"])
    assert [one.text for one in brief.wanted] in (["trainers"], ["baskets"], ["球鞋"])


@pytest.mark.parametrize("text", ["a coat", "something cheaper", "the red coat", "I like blue", "cheaper"])
def test_a_wish_does_not_point(text: str) -> None:
    assert pointed(text).refers_to == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("can it be cheaper?", "en"),
        ("make it dressier", "en"),
        ("plus habillé, s'il te plaît", "fr"),
        ("能更正式一点吗", "zh"),
    ],
)
def test_a_step_from_it_has_to_pass_all_that_was_shown(text: str, language: Language) -> None:
    brief = pointed(text, language)
    assert brief.refinement is not None and brief.refinement.looks in ([], ["L1", "L2", "L3"])
    assert pointed("the first one, but cheaper").refinement.looks == ["L1"]  # type: ignore[union-attr]


def test_a_price_that_is_not_known_is_not_compared() -> None:
    brief = pointed("the cheaper one", shown=[LIGHT, outfit(2, None, *WARM.look.items)])
    assert brief.refinement is not None
    assert (brief.refers_to, brief.refinement.change) == ([], "cheaper")


def test_the_shoes_are_those_of_the_look_that_is_named() -> None:
    assert pointed("what goes with the shoes of the second look?").refers_to == ["L2", "boots"]


def test_a_dislike_is_said_of_every_look_unless_one_is_named() -> None:
    everywhere, there = pointed("I don't like the shoes"), pointed("I don't like the shoes of the second look")
    assert [change.key for change in everywhere.changes] == ["sneakers", "boots", "heels"]
    assert [change.key for change in there.changes] == ["boots"]
    assert everywhere.avoid_slots == []


def test_a_dislike_of_a_kind_is_a_taste() -> None:
    brief = pointed("I don't like heels")
    assert {change.key for change in brief.changes} == {"avoid_categories"}


def test_what_is_kept_is_named_in_the_refinement() -> None:
    brief = pointed("keep the coat, change the rest")
    assert brief.refinement is not None
    assert (brief.refinement.change, brief.refinement.keep, brief.owned) == ("amend", ["coat"], [])

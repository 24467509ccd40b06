from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stores.vocabulary import (
    Article,
    Brief,
    Budget,
    Conditions,
    Direction,
    Garment,
    Profile,
    Sizes,
    SizeStock,
    Taboo,
    Taste,
    Wanted,
    Wish,
)
from tools.compose import Candidate, Composition, Slate, compose, rank_articles
from tools.gates import broken
from tools.money import total

WOMAN = Profile(presentation="women")
SLOTS = ("one_piece", "base_top", "bottom", "footwear", "mid", "outer", "bag", "accessory")
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CATEGORIES = [
    "tee", "blouse", "shirt", "jeans", "chinos", "midi_skirt", "sheath_dress", "loafers", "heels", "blazer",
    "trench_coat", "handbag", "scarf", "tights",
]  # fmt: skip
CORE = ["blouse", "shirt", "chinos", "midi_skirt", "loafers", "ankle_boots"]
FAMILIES = ["black", "white", "navy", "beige", "red", "green", "pink"]


def pieces_of(made: Composition, slates: list[Slate]) -> list[list[Any]]:
    known = {candidate.piece.id: candidate.piece for slate in slates for candidate in slate.candidates}
    return [[known[item.id] for item in look.items] for look in made.looks]


def owned(article: Any, category: str, family: str) -> Garment:
    return Garment(
        **article(category, family).model_dump(include=set(Garment.model_fields) - {"photo", "origin", "size"})
    )


@st.composite
def shops(draw: st.DrawFn, build: Any) -> list[Slate]:
    """A few articles of any category, colour and price, sorted into slates."""
    price, share = st.integers(500, 20_000), st.floats(0, 1)
    row = st.tuples(st.sampled_from(CATEGORIES), st.sampled_from(FAMILIES), price, share)
    core = [(category, draw(st.sampled_from(FAMILIES)), draw(price), draw(share)) for category in CORE]
    rows = core + draw(st.lists(row, max_size=18))
    by_slot: dict[str, list[Candidate]] = {}
    for number, (category, family, cents, relevance) in enumerate(rows):
        piece = build(category, family, id=f"a{number}", price=cents / 100)
        by_slot.setdefault(piece.slot, []).append(Candidate(piece, relevance))
    return [Slate(Wish(slot=slot, query=slot, required=False), found) for slot, found in by_slot.items()]  # type: ignore[arg-type]


@FEW
@given(data=st.data())
def test_looks_keep_every_gate_and_sum_exactly(data: st.DataObject, article: Any, dinner: Conditions) -> None:
    slates = data.draw(shops(article))
    brief = Brief(avoid_colours=["red"], budget=Budget(max=data.draw(st.integers(50, 600)), currency="EUR"))
    made = compose(slates, Direction(), brief, dinner, WOMAN)
    for look, pieces in zip(made.looks, pieces_of(made, slates), strict=True):
        assert broken(pieces, brief, dinner, WOMAN) == []
        assert look.total == total(piece.price for piece in pieces)
        assert look.total is not None and look.total <= brief.budget.max  # type: ignore[union-attr]
    assert bool(made.looks) != bool(made.unmet)


@FEW
@given(data=st.data())
def test_a_smaller_budget_never_raises_a_total(data: st.DataObject, article: Any, dinner: Conditions) -> None:
    slates = data.draw(shops(article))
    totals: list[float] = []
    for ceiling in range(700, 0, -50):
        brief = Brief(budget=Budget(max=ceiling, currency="EUR"))
        looks = compose(slates, Direction(), brief, dinner, WOMAN).looks
        now = [look.total or 0.0 for look in looks]
        assert not totals or len(now) <= len(totals)
        assert all(later <= earlier for later, earlier in zip(now, totals, strict=False))
        totals = now or totals


@FEW
@given(data=st.data())
def test_the_nearest_budget_is_the_least_that_would_do(data: st.DataObject, article: Any, dinner: Conditions) -> None:
    slates = data.draw(shops(article))
    made = compose(slates, Direction(), Brief(budget=Budget(max=1, currency="EUR")), dinner, WOMAN)
    if made.unmet[0].constraint != "budget":
        return
    nearest = float((made.unmet[0].nearest or "").split()[0])
    enough = compose(slates, Direction(), Brief(budget=Budget(max=nearest, currency="EUR")), dinner, WOMAN)
    short = compose(slates, Direction(), Brief(budget=Budget(max=nearest - 0.01, currency="EUR")), dinner, WOMAN)
    assert {look.total for look in enough.looks} == {nearest}
    assert short.looks == []


def test_the_same_request_gives_the_same_looks(slates: Any, dinner: Conditions) -> None:
    first, second = (compose(slates(*SLOTS), Direction(), Brief(), dinner, WOMAN) for _ in range(2))
    assert first == second
    assert [look.id for look in first.looks] == ["look-1", "look-2", "look-3"]


def test_demo_looks_are_whole_warm_and_unlike(slates: Any, dinner: Conditions) -> None:
    made = compose(slates(*SLOTS), Direction(), Brief(occasion="dinner"), dinner, WOMAN, first_number=4)
    assert [look.id for look in made.looks] == ["look-4", "look-5", "look-6"]
    for look in made.looks:
        assert look.score.parts["warmth"] > 0.7
        assert "code:smart_casual" in made.reasons[look.id]
    dresses = [item.id for look in made.looks for item in look.items if item.slot == "one_piece"]
    assert len(dresses) == len(set(dresses))


def test_kept_pieces_are_in_every_look_and_what_is_owned_costs_nothing(
    slates: Any, article: Any, dinner: Conditions
) -> None:
    skirt = owned(article, "midi_skirt", "burgundy")
    made = compose(slates("base_top", "footwear", "mid"), Direction(), Brief(), dinner, WOMAN, kept=[skirt])
    assert len(made.looks) == 3
    for look in made.looks:
        mine = next(item for item in look.items if item.id == skirt.id)
        assert (mine.source, mine.price) == ("wardrobe", None)
        assert look.total == total(item.price for item in look.items if item.source == "catalog")
        assert "owned:1" in made.reasons[look.id]


def test_a_look_of_owned_pieces_is_free(article: Any) -> None:
    own = [owned(article, category, "navy") for category in ("shirt", "chinos", "loafers")]
    brief = Brief(budget=Budget(max=10, currency="EUR"))
    made = compose([], Direction(), brief, None, Profile(), kept=own)
    assert [look.total for look in made.looks] == [0.0]
    assert made.unmet == []


def test_black_tie_for_a_man_is_a_whole_tuxedo(slates: Any) -> None:
    wished = ("tuxedo_shirt", "tuxedo_trousers", "tuxedo_jacket", "bow_tie", "patent_shoes", "tie", "sneakers")
    evening = Conditions(temp_min_c=14, temp_max_c=20, indoors=True, dress_code="black_tie", formality=(7, 9))
    made = compose(slates(*wished, presentation="men"), Direction(), Brief(), evening, Profile(presentation="men"))
    worn = {item.category for item in made.looks[0].items}
    assert {"tuxedo_shirt", "tuxedo_trousers", "tuxedo_jacket", "bow_tie", "patent_shoes"} <= worn
    jackets = [item.id for look in made.looks for item in look.items if item.category == "tuxedo_jacket"]
    assert len(jackets) == len(set(jackets))
    for look in made.looks:
        halves = {item.colour.family for item in look.items if item.category in {"tuxedo_jacket", "tuxedo_trousers"}}
        velvet = any("velvet" in item.name for item in look.items if item.category == "tuxedo_jacket")
        assert len(halves) == 1 or (velvet and "black" in halves)


def test_a_wanted_piece_is_there_in_its_colour(slates: Any, dinner: Conditions) -> None:
    black = Wanted(slot="mid", category="blazer", colours=["black"])
    brief = Brief(wanted=[black], categories=["blazer"], colours_must=True)
    found = slates("base_top", "bottom", "footwear", "mid", anchor="mid", presentation="men", count=60)
    made = compose(found, Direction(), brief, dinner, Profile(presentation="men"))
    assert made.looks
    for look in made.looks:
        assert any(item.category == "blazer" and item.colour.family == "black" for item in look.items)
        assert "asked:blazer" in made.reasons[look.id]


def test_taste_moves_the_choice(article: Any) -> None:
    tops = [article("blouse", family, id=family) for family in ("green", "pink")]
    rest = [article("trousers", "navy"), article("loafers", "black")]
    by_slot = [[Candidate(top, 0.5) for top in tops], *([Candidate(piece, 0.5)] for piece in rest)]
    offered = [Slate(Wish(slot=rows[0].piece.slot, query=""), rows) for rows in by_slot]
    for family in ("green", "pink"):
        taste = Taste(likes={f"family:{family}": 1.0}, evidence=5)
        made = compose(offered, Direction(), Brief(), None, WOMAN, count=1, taste=taste)
        assert family in {item.colour.family for item in made.looks[0].items}
        assert f"taste:{family}" in made.reasons[made.looks[0].id]


def test_prices_that_are_not_known(article: Any) -> None:
    brief = Brief(budget=Budget(max=100, currency="EUR"))

    def made(*prices: float | None) -> Composition:
        kinds = ("blouse", "trousers", "loafers")
        rows = [article(kind, "navy", price=price) for kind, price in zip(kinds, prices, strict=True)]
        return compose(
            [Slate(Wish(slot=a.slot, query=""), [Candidate(a, 1.0)]) for a in rows], Direction(), brief, None, WOMAN
        )

    none_known = made(None, None, None)
    assert [look.total for look in none_known.looks] == [None]
    assert [(one.constraint, one.nearest) for one in none_known.unmet] == [("budget", "price unknown")]
    assert made(10.0, 20.0, None).looks == []
    assert [look.total for look in made(10.0, 20.0, 30.5).looks] == [60.5]


@pytest.mark.parametrize(
    ("brief", "constraint"),
    [
        (Brief(sizes=Sizes(clothes="XXS")), "size"),
        (Brief(colours=["purple"], colours_must=True), "colour"),
        (Brief(avoid_fabrics=["cotton"]), "fabric"),
        (Brief(formality=(8, 9)), "dress_code"),
        (Brief(presentation="men"), "presentation"),
        (Brief(avoid_categories=["loafers"]), "category"),
    ],
)
def test_what_stands_in_the_way_is_named(article: Any, brief: Brief, constraint: str) -> None:
    stocked = {"sizes": [SizeStock(size="M", stock=1), SizeStock(size="39", stock=1)], "fabrics": ["cotton"]}
    rows = [article(kind, "navy", presentation="women", **stocked) for kind in ("blouse", "trousers", "loafers")]
    offered = [Slate(Wish(slot=row.slot, query=""), [Candidate(row, 1.0)]) for row in rows]
    made = compose(offered, Direction(), brief, None, Profile())
    assert made.looks == []
    assert [one.constraint for one in made.unmet] == [constraint]


def test_a_hard_taboo_is_kept_and_white_shirts_are_not_white_dresses(article: Any) -> None:
    wedding = Conditions(taboos=[Taboo(what="family:white", why="", hard=True)], dress_code="festive", formality=(3, 7))
    worn = [article("dress_shirt", "white"), article("suit_trousers", "navy"), article("oxfords", "black")]
    dress = [article("cocktail_dress", "white"), article("heels", "red")]
    assert broken(worn, Brief(), wedding, Profile()) == []
    assert "taboo" in broken(dress, Brief(), wedding, Profile())


def test_articles_are_ranked_within_the_budget(slates: Any) -> None:
    totals: list[float] = []
    for ceiling in (400, 200, 100, 60, 30):
        brief = Brief(intent="find", categories=["loafers"], budget=Budget(max=ceiling, currency="EUR", per="item"))
        made = rank_articles(slates("loafers", count=60), brief, None, WOMAN)
        assert all(look.kind == "article" and len(look.items) == 1 for look in made.looks)
        now = [look.total or 0.0 for look in made.looks]
        assert all(amount <= ceiling for amount in now)
        assert all(later <= earlier for later, earlier in zip(now, totals, strict=False))
        totals = now or totals


def test_articles_of_several_wishes_take_turns(slates: Any) -> None:
    made = rank_articles(slates("footwear", "bag"), Brief(intent="find"), None, WOMAN, count=4)
    assert [look.items[0].slot for look in made.looks] == ["footwear", "bag", "footwear", "bag"]


def test_articles_to_choose_from_go_by_different_names(article: Any) -> None:
    twins = [article("jeans", "black", id=f"black{n}", fabrics=["cotton"]) for n in range(5)]
    others = [article("jeans", "blue", fabrics=["cotton"]), article("jeans", "black", id="cord", fabrics=["corduroy"])]
    wish = Wish(slot="bottom", query="", anchor=True)

    def shown(*pieces: Any) -> set[str]:
        offered = [Slate(wish, [Candidate(piece, 1.0) for piece in pieces])]
        return {look.items[0].id for look in rank_articles(offered, Brief(intent="find"), None, WOMAN).looks}

    chosen = shown(*twins, *others)
    assert chosen > {others[0].id, "cord"} and len(chosen) == 3
    assert len(shown(*twins)) == 3


def test_the_likest_article_comes_first_and_what_it_has_in_common_is_said(article: Any) -> None:
    mine = article("jeans", "navy", id="mine")
    near, kin, far = article("jeans", "navy"), article("chinos", "black"), article("midi_skirt", "red")
    wish = Wish(slot="bottom", query="", anchor=True)
    offered = [Candidate(far, 0.3), Candidate(near, 0.9), Candidate(kin, 0.6)]
    made = rank_articles([Slate(wish, offered, mine)], Brief(intent="similar"), None, WOMAN)
    assert [look.items[0].id for look in made.looks] == [near.id, kin.id, far.id]
    reasons = [made.reasons[look.id][:1] for look in made.looks]
    assert reasons[0] == ["like:shape_colour"] and reasons[1] == ["like:shape"]
    assert not [key for key in made.reasons[made.looks[2].id] if key.startswith("like:")]


def test_an_article_that_is_only_there_in_another_colour(article: Any) -> None:
    red = Wanted(slot="mid", category="blazer", colours=["red"])
    brief = Brief(intent="find", categories=["blazer"], wanted=[red], colours_must=True)
    offered = [Slate(Wish(slot="mid", query="", anchor=True), [Candidate(article("blazer", "black"), 1.0)])]
    made = rank_articles(offered, brief, None, WOMAN)
    assert made.looks == []
    assert [(one.constraint, one.asked, one.nearest) for one in made.unmet] == [("colour", "red", "black blazer")]


def test_a_budget_per_item_binds_the_piece_it_was_said_of(article: Any) -> None:
    coats = [article("overcoat", "navy", id=f"coat{price}", price=float(price)) for price in (150, 400)]
    rest = [article(kind, "black", price=300.0) for kind in ("shirt", "trousers", "loafers")]
    offered = [Slate(Wish(slot="outer", query="", anchor=True), [Candidate(coat, 0.5) for coat in coats])]
    offered += [Slate(Wish(slot=row.slot, query=""), [Candidate(row, 1.0)]) for row in rest]
    brief = Brief(categories=["overcoat"], budget=Budget(max=200, currency="EUR", per="item"))
    made = compose(offered, Direction(), brief, None, Profile())
    assert [item.price for look in made.looks for item in look.items if item.slot == "outer"] == [150.0]


def test_items_show_the_persons_size(article: Any) -> None:
    stocked = [SizeStock(size=size, stock=1) for size in ("S", "M", "39", "40")]
    rows: list[Article] = [article(kind, "navy", sizes=stocked) for kind in ("blouse", "trousers", "loafers")]
    offered = [Slate(Wish(slot=row.slot, query=""), [Candidate(row, 1.0)]) for row in rows]
    made = compose(offered, Direction(), Brief(sizes=Sizes(clothes="M", shoes="40")), None, WOMAN)
    assert [item.size for item in made.looks[0].items] == ["M", "M", "40"]


def test_black_tie_is_dressed_whole_for_women_and_men_where_nobody_said_for_whom(slates: Any) -> None:
    evening = Conditions(dress_code="black_tie", formality=(7, 9))
    wished = ("tuxedo_shirt", "tuxedo_trousers", "tuxedo_jacket", "bow_tie", "patent_shoes")
    offer = [*slates(*wished, presentation="men"), *slates("evening_gown", "evening_sandals", presentation="women")]
    made = compose(offer, Direction(), Brief(), evening, Profile())
    worn = [{item.category for item in look.items} for look in made.looks]
    assert any("evening_gown" in look for look in worn)
    assert any({"tuxedo_shirt", "tuxedo_jacket", "tuxedo_trousers", "bow_tie"} <= look for look in worn)


def test_looks_around_a_dress_that_is_kept_differ_in_their_shoes(article: Any) -> None:
    dress = owned(article, "casual_dress", "blue")
    shoes = [Candidate(article("loafers", family), 1.0) for family in ("black", "brown", "beige")]
    made = compose([Slate(Wish(slot="footwear", query=""), shoes)], Direction(), Brief(), None, WOMAN, kept=[dress])
    assert len({look.items[-1].id for look in made.looks}) == len(made.looks) == 3

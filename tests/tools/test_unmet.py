from typing import Any

import pytest

from stores.vocabulary import Brief, Budget, Direction, Profile, Refinement, Sizes, SizeStock, Wanted, Wish
from tools.compose import Candidate, Slate, compose, rank_articles
from tools.gates import build_limits
from tools.unmet import asked_text, unmet_budget

BUDGET = Budget(max=23.99, currency="EUR", per="item")


def sized(article: Any, *sizes: str, category: str = "loafers", family: str = "black") -> Any:
    return article(category, family, sizes=[SizeStock(size=size, stock=1) for size in sizes])


def ranked(brief: Brief, *pieces: Any) -> list[tuple[str, str, str | None]]:
    wish = Wish(slot=pieces[0].slot, query="")
    slates = [Slate(wish, [Candidate(piece, 0.9 - place / 10) for place, piece in enumerate(pieces)])]
    return [(one.constraint, one.asked, one.nearest) for one in rank_articles(slates, brief, None, Profile()).unmet]


@pytest.mark.parametrize(("asked", "nearest"), [("52", "brown loafers in 47"), ("34", "black loafers in 36")])
def test_a_size_that_nobody_makes_is_answered_with_the_nearest(article: Any, asked: str, nearest: str) -> None:
    shoes = [sized(article, "36", "41"), sized(article, "44", "47", family="brown")]
    brief = Brief(intent="find", slots=["footwear"], sizes=Sizes(shoes=asked))
    assert ranked(brief, *shoes) == [("size", asked, nearest)]


def test_letters_have_an_order_too(article: Any) -> None:
    tees = [sized(article, "S", "M", category="tee"), sized(article, "L", category="tee", family="white")]
    brief = Brief(intent="find", slots=["base_top"], sizes=Sizes(clothes="XXL"))
    assert ranked(brief, *tees) == [("size", "XXL", "white tee in L")]


def test_the_colour_that_comes_nearest_is_named(article: Any) -> None:
    shirts = [article("shirt", family) for family in ("navy", "red", "cream", "black")]
    brief = Brief(intent="find", wanted=[Wanted(slot="base_top")], colours=["white"], colours_must=True)
    assert ranked(brief, *shirts) == [("colour", "white", "cream shirt")]


def test_who_asks_for_a_quiet_colour_is_not_offered_a_loud_one_before_another_quiet_one(article: Any) -> None:
    brief = Brief(intent="find", wanted=[Wanted(slot="base_top")], colours=["white"], colours_must=True)
    shirts = [article("shirt", family) for family in ("pink", "grey", "yellow")]
    assert ranked(brief, *shirts) == [("colour", "white", "grey shirt")]
    assert ranked(brief, *shirts[::2]) == [("colour", "white", "pink shirt")]


def test_a_colour_or_a_cloth_is_ordered_of_what_is_looked_for_whatever_its_slot(article: Any) -> None:
    hats, hat = [article("sun_hat", "beige"), article("cap", "red")], Wanted(slot="headwear")
    assert ranked(Brief(intent="find", wanted=[hat], colours=["red"], colours_must=True), *hats) == []
    assert ranked(Brief(intent="find", wanted=[hat], fabrics=["wool"]), *hats)[0][:2] == ("fabric", "wool")


def test_nothing_dearer_than_what_was_shown_is_nearest_to_cheaper() -> None:
    cheaper = Brief(budget=BUDGET, refinement=Refinement(change="cheaper", than=24.0))
    assert unmet_budget(cheaper, 29.0, "EUR", {})[0].nearest == "24 EUR"
    assert unmet_budget(cheaper, None, "EUR", {})[0].nearest == "24 EUR"
    assert unmet_budget(Brief(budget=BUDGET), 29.0, "EUR", {})[0].nearest == "29 EUR"


def test_a_look_that_cannot_be_in_a_cloth_names_what_leads_it(article: Any) -> None:
    pieces = [article(category) for category in ("loafers", "blouse", "trousers")]
    slates = [Slate(Wish(slot=piece.slot, query=""), [Candidate(piece, 0.8)]) for piece in pieces]
    made = compose(slates, Direction(), Brief(fabrics=["velvet"]), None, Profile())
    assert [(one.constraint, one.asked, one.nearest) for one in made.unmet] == [("fabric", "velvet", "navy blouse")]


def test_a_piece_that_was_not_asked_for_is_not_the_nearest_to_one_that_was(article: Any) -> None:
    pieces = [article(category) for category in ("loafers", "blouse", "trousers", "tote")]
    slates = [Slate(Wish(slot=piece.slot, query=""), [Candidate(piece, 0.8)]) for piece in pieces]
    brief = Brief(wanted=[Wanted(slot="bag")], colours=["red"], colours_must=True)
    made = compose(slates, Direction(), brief, None, Profile())
    assert [(one.constraint, one.asked, one.nearest) for one in made.unmet] == [("colour", "red", "navy tote")]


def test_two_wishes_that_stand_in_the_way_together_are_both_named(article: Any) -> None:
    blazer = Wanted(slot="mid", category="blazer")
    brief = Brief(intent="find", wanted=[blazer], colours=["red"], colours_must=True, fabrics=["velvet"])
    assert [name for name, *_ in ranked(brief, article("blazer", "navy"))] == ["colour", "fabric"]


def test_a_shop_without_childrens_clothes_says_just_that(article: Any) -> None:
    shirts = [sized(article, "S", category="tee")]
    assert ranked(Brief(intent="find", reserve=["children"]), *shirts) == [("presentation", "children", None)]


def test_a_print_that_is_not_to_be_had_is_called_by_its_name() -> None:
    sparkle = Brief(patterns=["sequin"], avoid_categories=["heels"])
    assert asked_text("category", build_limits(sparkle, None, Profile())) == "sequin"


def test_a_piece_of_a_look_that_is_not_there_in_its_colour_is_offered_in_the_nearest(article: Any) -> None:
    pieces = [article(category) for category in ("loafers", "blouse", "trousers")]
    totes = [article("tote", "black", price=5.0), article("tote", "cream")]
    slates = [Slate(Wish(slot=piece.slot, query=""), [Candidate(piece, 0.8)]) for piece in pieces]
    slates.append(Slate(Wish(slot="bag", query=""), [Candidate(tote, 0.8) for tote in totes]))
    brief = Brief(wanted=[Wanted(slot="bag")], colours=["white"], colours_must=True)
    made = compose(slates, Direction(), brief, None, Profile())
    assert [(one.constraint, one.nearest) for one in made.unmet] == [("colour", "cream tote")]

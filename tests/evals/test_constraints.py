"""Each check passes what keeps to an order and fails what does not."""

from typing import Any

import pytest

from evals.constraints import CHECKS, Outfit, Worn, broken
from evals.turns import Expectation
from stores.categories import load_categories
from stores.colours import family_colour
from stores.vocabulary import Article, Item, ItemColour, SizeStock


def article(category: str, family: Any = "navy", **facts: Any) -> Article:
    known = load_categories()[category]
    facts = {"price": 50.0, "fabrics": ["cotton"], "formality": known.formality, "clo": known.clo} | facts
    facts = {"sizes": [SizeStock(size="M", stock=1), SizeStock(size="40", stock=0)], "presentation": "women"} | facts
    colours = [family_colour(family)]
    return Article(
        id=f"{category}-{family}", name=category, category=category, slot=known.slot, colours=colours, **facts
    )


def outfit(*pieces: Article) -> Outfit:
    return [Worn(item(piece), piece) for piece in pieces]


def item(piece: Article) -> Item:
    colour = ItemColour(name="", family=piece.colours[0].family, hex=piece.colours[0].hex)
    return Item(slot=piece.slot, source="catalog", id=piece.id, name="", category=piece.category, colour=colour)


DRESS = outfit(article("cocktail_dress", clo=0.2), article("heels", "black"))
JEANS = outfit(article("tee", "white"), article("jeans", "black"), article("sneakers", "white"))
COAT = outfit(
    article("sweater", clo=0.4), article("jeans"), article("parka", clo=1.1), article("winter_boots", "black")
)

CASES = [
    ("budget", {"budget": {"max": 110, "currency": "USD"}}, DRESS, JEANS),
    ("size", {"sizes": {"clothes": "M"}}, DRESS, outfit(article("tee", sizes=[SizeStock(size="S", stock=3)]))),
    ("size", {"sizes": {"clothes": "M"}}, DRESS, outfit(article("belt", sizes=[SizeStock(size="M", stock=0)]))),
    ("colour", {"colours": ["navy"]}, DRESS, JEANS),
    ("colour", {"all_colours": ["navy", "black"]}, DRESS, JEANS),
    ("slot", {"outfit": True}, DRESS, outfit(article("tee"), article("sneakers"))),
    ("slot", {"only": ["footwear"]}, outfit(article("heels")), DRESS),
    ("slot", {"lacks": ["one_piece"]}, JEANS, DRESS),
    ("piece", {"pieces": [{"of": ["bottom"], "colours": ["black"]}]}, JEANS, COAT),
    ("dress_code", {"code": "cocktail", "presentation": "women"}, DRESS, JEANS),
    ("dress_code", {"code": "black_tie", "presentation": "men"}, outfit(*map(article, (
        "tuxedo_jacket", "tuxedo_trousers", "tuxedo_shirt", "bow_tie", "patent_shoes"))), DRESS),
    ("taboo", {"taboos": ["family:white"]}, JEANS, outfit(article("maxi_dress", "white"))),
    ("taboo", {"taboos": ["bare:shoulders"]}, outfit(article("tank"), article("cardigan")), outfit(article("tank"))),
    ("taboo", {"taboos": ["bare:knees"]}, JEANS, outfit(article("mini_skirt"))),
    ("weather", {"weather": "cold"}, COAT, JEANS),
    ("weather", {"weather": "hot"}, JEANS, COAT),
    ("weather", {"weather": "rain"}, outfit(*(w.article for w in JEANS if w.article), article("umbrella")), JEANS),
    ("dislike", {"avoid": {"fabrics": ["leather"]}}, JEANS, outfit(article("loafers", fabrics=["leather"]))),
    ("dislike", {"avoid": {"patterns": ["stripe"]}}, JEANS, outfit(article("tee", pattern="stripe"))),
    ("presentation", {"presentation": "women"}, JEANS, outfit(article("tee", presentation="men"))),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expect", "keeps", "breaks"), CASES)
def test_a_check_tells_what_keeps_from_what_breaks(
    name: str, expect: dict[str, Any], keeps: Outfit, breaks: Outfit
) -> None:
    order = Expectation.model_validate(expect)
    assert CHECKS[name](order, keeps, [])
    assert not CHECKS[name](order, breaks, [])


@pytest.mark.parametrize(
    ("step", "new", "old"), [("cheaper", DRESS, JEANS), ("warmer", COAT, DRESS), ("dressier", DRESS, JEANS)]
)
def test_a_step_is_measured_from_what_was_shown(step: Any, new: Outfit, old: Outfit) -> None:
    order = Expectation(than=step)
    assert not broken(order, [new], [old])
    assert broken(order, [old], [new]) == ["step"]
    assert broken(order, [new], [new]) == ["step"]


def test_other_looks_have_no_piece_that_was_seen() -> None:
    assert broken(Expectation(new=True), [DRESS], [DRESS]) == ["step"]
    assert not broken(Expectation(new=True), [DRESS], [JEANS])


def test_one_look_that_breaks_an_order_is_enough_and_too_few_are_told() -> None:
    order = Expectation.model_validate({"colours": ["navy"], "count": 3})
    assert broken(order, [DRESS, JEANS], []) == ["colour", "count"]


def test_the_persons_own_piece_costs_nothing_and_is_no_purchase() -> None:
    own = Worn(item(article("cocktail_dress")), None)
    order = Expectation.model_validate({"lacks": ["one_piece"], "budget": {"max": 60, "currency": "EUR"}})
    assert not broken(order, [[own, *outfit(article("heels"))]], [])

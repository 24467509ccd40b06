"""Whether two pieces go together: by place, company, formality, cloth, pattern, metal, and then by their colours."""

from typing import Any

import pytest

from stores.vocabulary import Piece
from tools.pairing import pairing


def said(first: Piece, other: Piece, *kinds: str) -> tuple[str, str]:
    found = pairing([first, other], kinds)
    return found.verdict, found.why


@pytest.mark.parametrize(
    ("first", "other", "verdict", "why"),
    [
        (("midi_skirt", "navy"), ("jeans", "blue"), "no", "one_place"),
        (("sheath_dress", "navy"), ("trousers", "grey"), "no", "one_place"),
        (("tie", "navy"), ("tee", "white"), "no", "other_company"),
        (("evening_gown", "black"), ("running_shoes", "white"), "no", "other_company"),
        (("oxfords", "black"), ("joggers", "grey"), "no", "level"),
        (("blazer", "navy"), ("sneakers", "white"), "care", "level"),
        (("blouse", "red"), ("trousers", "green"), "care", "apart"),
        (("shirt", "orange"), ("chinos", "blue"), "care", "opposites"),
        (("shirt", "yellow"), ("chinos", "orange"), "yes", "neighbours"),
        (("shirt", "red"), ("chinos", "red"), "yes", "one_colour"),
        (("shirt", "pink"), ("trousers", "grey"), "yes", "one_quiet"),
        (("blazer", "navy"), ("trousers", "black"), "yes", "both_quiet"),
    ],
)
def test_two_pieces_are_judged_by_the_first_rule_that_speaks(
    article: Any, first: tuple[str, str], other: tuple[str, str], verdict: str, why: str
) -> None:
    assert said(article(*first), article(*other)) == (verdict, why)
    assert said(article(*other), article(*first)) == (verdict, why)


def test_cloths_of_two_seasons_patterns_and_metals_are_named(article: Any) -> None:
    wool, linen = article("trousers", "grey", fabrics=["flannel"]), article("shirt", "white", fabrics=["linen"])
    assert said(wool, linen) == ("care", "season")
    loud = article("shirt", "red", pattern="floral"), article("midi_skirt", "green", pattern="animal")
    assert said(*loud) == ("care", "patterns")
    assert said(article("earrings", "gold"), article("necklace", "silver")) == ("care", "metals")
    assert said(article("belt", "brown"), article("oxfords", "black")) == ("care", "belt")


def test_the_dressier_piece_comes_first_where_the_level_decides(article: Any) -> None:
    sneakers, blazer = article("sneakers", "white"), article("blazer", "navy")
    assert pairing([sneakers, blazer]).pieces == (blazer, sneakers)


def test_a_kind_is_not_held_to_the_formality_of_a_category(article: Any) -> None:
    top, trousers = article("tee", "white"), article("trousers", "black")
    assert said(top, trousers) == ("care", "level")
    assert said(top, trousers, top.id) == ("yes", "both_quiet")


def test_a_colour_that_was_not_said_decides_nothing(article: Any) -> None:
    def untold(category: str) -> Piece:
        piece: Piece = article(category, "grey")
        return piece.model_copy(update={"colours": [piece.colours[0].model_copy(update={"name": ""})]})

    shirt, chinos = untold("shirt"), untold("chinos")
    assert said(shirt, chinos) == ("yes", "company")
    assert said(shirt, chinos, chinos.id) == ("care", "unsaid")


def test_of_three_pieces_the_pair_that_quarrels_is_named(article: Any) -> None:
    shirt, blazer, shorts = article("shirt", "white"), article("blazer", "navy"), article("sport_shorts", "grey")
    found = pairing([shirt, blazer, shorts])
    assert (found.why, {piece.category for piece in found.pieces}) == ("level", {"shirt", "sport_shorts"})

"""Longer and shorter, from what was shown or named."""

from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.house.understand import understand
from stores.vocabulary import Brief, Item, ItemColour, Language, Look, Score, ShownLook, Slot


def shown(number: int, slot: Slot, category: str) -> ShownLook:
    navy = ItemColour(name="navy", family="navy", hex="#1f2a44")
    item = Item(slot=slot, source="catalog", id=f"i{number}", name=category, category=category, colour=navy)
    shoes = Item(slot="footwear", source="catalog", id=f"s{number}", name="heels", category="heels", colour=navy)
    look = Look(
        id=f"look-{number}",
        kind="outfit",
        title="",
        items=[item, shoes],
        total=None,
        currency="EUR",
        score=Score(total=50),
    )
    return ShownLook(number=number, turn=1, look=look, brief=Brief(occasion="party"))


def brief(text: str, language: Language, *looks: ShownLook) -> Brief:
    last = Brief(occasion="party", language=language)
    return understand(UnderstandRequest(text=text, today=date(2026, 11, 21), shown=list(looks), last=last))


@pytest.mark.parametrize(
    ("text", "language", "categories"),
    [
        ("something longer", "en", ["maxi_skirt"]),
        ("the skirt is too short", "en", ["maxi_skirt"]),
        ("shorter please", "en", ["mini_skirt"]),
        ("un peu plus court", "fr", ["mini_skirt"]),
        ("长一点", "zh", ["maxi_skirt"]),
        ("裙子太长了", "zh", ["mini_skirt"]),
    ],
)
def test_a_length_moves_from_what_was_shown(text: str, language: Language, categories: list[str]) -> None:
    found = brief(text, language, shown(1, "bottom", "midi_skirt"))
    assert (found.intent, found.categories, found.slots) == ("outfit", categories, ["bottom"])
    assert found.refinement is not None and found.refinement.change == "amend"


def test_the_longest_of_several_looks_is_passed() -> None:
    found = brief("longer", "en", shown(1, "one_piece", "cocktail_dress"), shown(2, "one_piece", "sheath_dress"))
    assert found.categories == ["maxi_dress", "evening_gown"]
    assert [one.slot for one in found.wanted] == ["one_piece"]


def test_nothing_is_longer_than_the_longest() -> None:
    assert brief("longer", "en", shown(1, "bottom", "maxi_skirt")).categories == []


def test_a_colour_stays_with_the_piece_that_is_to_be_longer() -> None:
    found = brief("a longer skirt in red", "en", shown(1, "bottom", "midi_skirt"))
    assert [(one.category, one.colours) for one in found.wanted] == [("maxi_skirt", ["red"])]


def test_a_longer_dress_needs_nothing_shown() -> None:
    assert "maxi_dress" in brief("a longer dress", "en").categories
    assert "casual_dress" not in brief("a longer dress", "en").categories

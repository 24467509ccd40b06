from typing import Any

import pytest

from stores.categories import load_categories
from stores.vocabulary import Brief, Colour, Conditions
from tools.dress import (
    EVERYDAY,
    code_rules,
    formality_fit,
    formality_range,
    formality_worn,
    gap,
    invited,
    is_pale_leather,
    load_codes,
    rules_in,
    spread,
    stand_ins,
    tolerance,
)
from tools.events import read_event

CODES = [
    "lounge", "sport", "beach", "casual", "smart_casual", "business_casual", "business_formal", "cocktail", "formal",
    "black_tie", "creative_black_tie", "athleisure", "white_tie", "festive", "modest", "mourning", "outdoor",
    "workwear", "on_feet", "service", "kitchen",
]  # fmt: skip


def test_every_code_is_there_and_names_known_categories() -> None:
    assert sorted(load_codes()) == sorted(CODES)
    known = set(load_categories())
    for code in load_codes().values():
        required = {category for groups in code.requires.values() for group in groups for category in group}
        assert code.avoid | required <= known
        assert not any(set(group) <= code.avoid for groups in code.requires.values() for group in groups)


@pytest.mark.parametrize("code", CODES)
def test_a_code_can_be_dressed_for(code: str) -> None:
    rules = code_rules(code)
    low, high = rules.formality
    for slots in (["base_top"], ["bottom"], ["footwear"]):
        right = [
            category.name
            for category in load_categories().values()
            if category.slot in slots and category.name not in rules.avoid and low - 1 <= category.formality <= high + 1
        ]
        assert right, slots


def test_codes_rise_from_casual_to_white_tie() -> None:
    ladder = [code_rules(code).formality for code in ("casual", "smart_casual", "business_casual", "cocktail")]
    assert ladder == sorted(ladder)
    assert code_rules("black_tie").formality[0] < code_rules("white_tie").formality[0]


def test_what_the_person_says_comes_before_the_event_and_the_event_before_the_code() -> None:
    event = Conditions(dress_code="cocktail", formality=(4, 6))
    assert formality_range(Brief(formality=(7, 8)), event) == (7, 8)
    assert formality_range(Brief(), event) == (4, 6)
    assert formality_range(Brief(), Conditions(dress_code="cocktail")) == code_rules("cocktail").formality
    assert formality_range(Brief(), None) == EVERYDAY


def test_fit_falls_with_the_distance_and_sooner_in_the_core(article: Any) -> None:
    wanted = (5.0, 7.0)
    assert formality_fit(article("oxfords", formality=6), wanted) == 1
    assert 0 < formality_fit(article("oxfords", formality=4), wanted) < formality_fit(article("scarf"), wanted) < 1
    assert formality_fit(article("oxfords", formality=2), wanted) == 0


def test_spread_looks_at_the_core_only(wear: Any) -> None:
    assert spread(wear("dress_shirt", "jeans", "bow_tie")) == 4
    assert spread([]) == 0


def test_no_sportswear_and_no_evening_dress_where_nothing_is_known() -> None:
    unknown = code_rules(None).avoid
    assert {"sport_top", "thermal_top", "evening_gown"} <= unknown
    assert not {"tee", "jeans", "blazer", "summer_dress"} & unknown


def test_what_is_made_for_snow_goes_anywhere_in_frost() -> None:
    mild, frost = (Conditions(temp_min_c=t, temp_max_c=t, dress_code="casual") for t in (10, -6))
    assert {"thermal_top", "hiking_boots"} <= rules_in(mild).avoid
    assert not {"thermal_top", "hiking_boots"} & rules_in(frost).avoid
    assert "sport_top" in rules_in(frost).avoid


def test_a_dress_shirt_is_as_formal_as_it_is_pale(article: Any) -> None:
    pale, dark = (formality_worn(article("dress_shirt", family)) for family in ("white", "navy"))
    assert pale == load_categories()["dress_shirt"].formality > dark
    assert formality_worn(article("shirt", "navy")) == load_categories()["shirt"].formality


@pytest.mark.parametrize("code", ["black_tie", "white_tie"])
@pytest.mark.parametrize("shoes", ["patent_shoes", "evening_sandals"])
def test_evening_shoes_reach_the_evening_codes(code: str, shoes: str) -> None:
    wanted = code_rules(code).formality
    assert gap(load_categories()[shoes].formality, wanted) <= tolerance("footwear")
    assert read_event(code).formality == wanted


def test_flats_take_the_place_of_heels_alone() -> None:
    assert "ballet_flats" in stand_ins(["heels"])
    assert stand_ins(["jeans"]) == stand_ins([]) == frozenset()


@pytest.mark.parametrize(
    ("code", "said", "decided"),
    [
        ("smart_casual", (6, 8), "formal"),
        (None, (5, 7), "cocktail"),
        ("cocktail", (7, 9), "black_tie"),
        ("black_tie", (6, 8), "black_tie"),
        ("mourning", (6, 8), "mourning"),
        ("smart_casual", (2.5, 4.5), "smart_casual"),
        ("formal", (5, 7), "cocktail"),
        ("smart_casual", (6.5, 9), "creative_black_tie"),
        ("casual", (0.5, 2.5), "athleisure"),
        ("cocktail", (1, 3), "festive"),
        ("festive", (1, 3), "festive"),
        ("business_formal", (2.5, 4.5), "smart_casual"),
        ("business_formal", (3.5, 5), "business_casual"),
        ("business_casual", (3.5, 5), "business_casual"),
        ("cocktail", (1, 5.5), "cocktail"),
        ("mourning", (1, 3), "mourning"),
    ],
)
def test_the_card_decides_before_the_occasion(code: str | None, said: tuple[float, float], decided: str) -> None:
    assert invited(Conditions(dress_code=code), said).dress_code == decided


def test_a_suit_is_worn_with_what_goes_with_one() -> None:
    suit = Brief(categories=["suit_jacket", "suit_trousers"])
    assert formality_range(suit, None)[0] > EVERYDAY[0]
    assert formality_range(Brief(categories=["suit_jacket", "midi_skirt"]), None)[0] > EVERYDAY[0]
    assert formality_range(Brief(categories=["suit_jacket"]), None) == EVERYDAY


@pytest.mark.parametrize("code", ["formal", "black_tie", "white_tie"])
@pytest.mark.parametrize("shoes", ["patent_shoes", "oxfords", "derbies", "loafers"])
def test_leather_shoes_of_the_evening_are_black(code: str, shoes: str) -> None:
    assert code_rules(code).colours[shoes] == ["black"]


@pytest.mark.parametrize("code", ["black_tie", "white_tie"])
def test_a_square_of_the_evening_is_white(code: str) -> None:
    assert code_rules(code).colours["pocket_square"] == ["white", "cream"]
    assert ("cummerbund" in code_rules(code).avoid) == (code == "white_tie")


def test_creative_black_tie_has_a_colour_that_black_tie_has_not() -> None:
    creative, plain = code_rules("creative_black_tie"), code_rules("black_tie")
    assert creative.requires == plain.requires
    assert "black" not in creative.colours["bow_tie"] and plain.colours["bow_tie"] == ["black"]
    assert "black" not in creative.colours["one_piece"]


@pytest.mark.parametrize(
    ("slot", "hex_", "family", "pale"),
    [
        ("footwear", "#96592f", "brown", True),
        ("footwear", "#42291b", "brown", False),
        ("accessory", "#bf9268", "brown", True),
        ("footwear", "#111111", "black", False),
        ("mid", "#96592f", "brown", False),
    ],
)
def test_cognac_is_a_pale_leather_and_dark_brown_is_none(article, slot, hex_, family, pale):
    piece = article("loafers", slot=slot, colours=[Colour(name=family, family=family, hex=hex_, share=1.0)])
    assert is_pale_leather(piece) == pale

from typing import Any

import pytest

from stores.vocabulary import Brief, Conditions, Piece, Wanted
from tools.demands import build_demands

WET = Conditions(temp_min_c=4, temp_max_c=9, rain_chance=0.6)
SLUSH = Conditions(temp_min_c=-3, temp_max_c=2, snow=True, rain_chance=0.6)
FROZEN = Conditions(temp_min_c=-15, temp_max_c=-5, snow=True, rain_chance=0.6)
DRY = Conditions(temp_min_c=4, temp_max_c=9, rain_chance=0.1)


def shelters(piece: Piece, conditions: Conditions, *, active: bool = True) -> bool:
    """Whether all that the weather demands of a walk is answered by one piece."""
    return all(demand.lacks(piece) == [] for demand in build_demands(Brief(), conditions, active=active))


@pytest.mark.parametrize(
    ("category", "waterproof", "conditions", "enough"),
    [
        ("rain_jacket", False, WET, True),
        ("overcoat", True, WET, True),
        ("overcoat", False, WET, False),
        ("parka", False, WET, False),
        ("parka", False, SLUSH, False),
        ("parka", False, FROZEN, True),
        ("down_jacket", False, FROZEN, True),
        ("denim_jacket", False, FROZEN, False),
        ("denim_jacket", False, DRY, True),
    ],
)
def test_a_walk_in_rain_or_snow_demands_shelter(
    article: Any, category: str, waterproof: bool, conditions: Conditions, enough: bool
) -> None:
    assert shelters(article(category, waterproof=waterproof), conditions) is enough


def test_who_does_not_walk_takes_an_umbrella(article: Any) -> None:
    assert shelters(article("overcoat"), WET, active=False)


def test_who_wants_no_coat_is_not_made_to_wear_one() -> None:
    assert not build_demands(Brief(avoid_slots=["outer"]), WET, active=True)


@pytest.mark.parametrize(("category", "clo", "warm"), [("winter_coat", 0.75, True), ("trench_coat", 0.45, False)])
def test_frost_demands_a_coat_that_is_one(article: Any, category: str, clo: float, warm: bool) -> None:
    frost = Conditions(temp_min_c=-6, temp_max_c=-1)
    assert shelters(article(category, clo=clo), frost, active=False) is warm
    assert shelters(article(category, clo=clo), DRY, active=False)


def test_who_refuses_coats_in_frost_is_not_made_to_wear_one() -> None:
    frost = Conditions(temp_min_c=-6, temp_max_c=-1)
    assert build_demands(Brief(), frost)
    assert not build_demands(Brief(avoid_categories=["overcoat", "winter_coat", "parka"]), frost)


def test_a_colour_and_a_cloth_of_an_outfit_are_those_of_one_piece(article: Any) -> None:
    (both,) = build_demands(Brief(colours=["white"], colours_must=True, fabrics=["linen"]), None)
    lacks = [
        both.lacks(article("shirt", family, fabrics=[cloth]))
        for family, cloth in (("white", "linen"), ("white", "silk"))
    ]
    assert lacks == [[], ["fabric"]]
    assert both.lacks(article("loafers", "white", fabrics=["linen"])) is None
    assert len(build_demands(Brief(intent="find", colours=["white"], colours_must=True, fabrics=["linen"]), None)) == 2


def test_a_pattern_that_is_wished_for_is_on_some_garment(article: Any) -> None:
    (sparkle,) = build_demands(Brief(patterns=["sequin"]), None)
    assert sparkle.lacks(article("evening_top", pattern="sequin")) == []
    assert sparkle.lacks(article("evening_top")) is sparkle.lacks(article("clutch", pattern="sequin")) is None
    assert not build_demands(Brief(patterns=["solid"]), None)


def test_an_outfit_in_a_colour_shows_it_on_clothes_and_not_on_shoes_alone(article: Any) -> None:
    shod = Brief(colours=["red"], colours_must=True, slots=["footwear"], wanted=[Wanted(slot="footwear")])
    red = next(demand for demand in build_demands(shod, None) if demand.name == "colour")
    assert red.lacks(article("heels", "red")) is None
    assert red.lacks(article("cocktail_dress", "red")) == []

from typing import Any

import pytest

from stores.vocabulary import Brief, Conditions, Piece, Wanted
from tools.demands import at_best, build_demands

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


def test_a_colour_may_be_a_coats_or_the_second_of_a_print_where_nothing_better_is_there(article: Any) -> None:
    [lesser] = build_demands(Brief(colours=["red"], colours_must=True), None)
    [meant] = at_best([lesser])
    red = article("tee", "red").colours[0]
    print_ = article("shirt", "navy", colours=[article("shirt").colours[0], red.model_copy(update={"share": 0.25})])
    for piece, second_best in ((article("bomber", "red"), True), (print_, True), (article("heels", "red"), False)):
        assert meant.lacks(piece) is None
        assert (lesser.lacks(piece) == []) == second_best
    assert meant.lacks(article("tee", "red")) == lesser.lacks(article("tee", "red")) == []


def test_a_dress_and_a_top_are_two_ways_to_answer(article: Any) -> None:
    either = [Wanted(slot="one_piece", text="dress"), Wanted(slot="base_top", text="top")]
    [demand] = build_demands(Brief(wanted=either), None)
    assert demand.lacks(article("casual_dress")) == demand.lacks(article("tee")) == []
    assert demand.lacks(article("jeans")) is None
    bag = Wanted(slot="bag", category="tote", text="tote")
    assert len(build_demands(Brief(wanted=[*either, bag]), None)) == 2


def test_of_two_colours_that_an_outfit_is_of_each_is_demanded_where_it_can_be(article: Any) -> None:
    found = build_demands(Brief(colours=["black", "white"], colours_must=True, colours_only=True), None)
    shirt = article("shirt", "black")
    assert all(demand.lacks(shirt) == [] for demand in found)
    assert [demand.lacks(shirt) for demand in at_best(found)][-2:] == [[], None]


@pytest.mark.parametrize(
    ("told", "category", "walked_in"),
    [
        ({"activities": ["walking"]}, "heels", False),
        ({"activities": ["walking"]}, "block_heels", True),
        ({"activities": ["walking"]}, "loafers", True),
        ({"activities": ["walking"], "categories": ["heels"]}, "heels", True),
        ({"activities": ["walking"], "avoid_slots": ["footwear"]}, "heels", True),
        ({}, "heels", True),
    ],
)
def test_who_walks_there_is_shod_for_it_unless_they_ask_for_heels(
    article: Any, told: dict[str, Any], category: str, walked_in: bool
) -> None:
    shoes = at_best([one for one in build_demands(Brief(**told), None) if one.name == "on_foot"])
    assert all(demand.lacks(article(category)) == [] for demand in shoes) is walked_in


def test_no_shop_is_empty_for_a_walk(article: Any) -> None:
    [on_foot] = build_demands(Brief(activities=["walking"]), None)
    assert on_foot.lacks(article("heels")) == []


@pytest.mark.parametrize(
    ("told", "category", "astride"),
    [
        ({}, "trousers", True),
        ({}, "jumpsuit", True),
        ({}, "midi_skirt", False),
        ({}, "sheath_dress", False),
        ({"categories": ["midi_skirt"]}, "midi_skirt", True),
    ],
)
def test_who_cycles_there_has_their_legs_free_unless_they_ask_for_a_skirt(
    article: Any, told: dict[str, Any], category: str, astride: bool
) -> None:
    demands = at_best(build_demands(Brief(activities=["cycling"], **told), None))
    assert all(one.lacks(article(category)) == [] for one in demands if one.name == "astride") is astride

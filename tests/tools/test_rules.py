from typing import Any

import pytest

from agents.contracts import StyleRules
from stores.vocabulary import Brief, Conditions, Profile, Taboo, Wanted
from tools.rules import required_categories, style_rules

WOMAN, MAN = Profile(presentation="women"), Profile(presentation="men")


def rules(brief: Brief | None = None, conditions: Conditions | None = None, profile: Profile = WOMAN) -> StyleRules:
    """The rules as a stylist's request carries them."""
    return StyleRules(**style_rules(brief or Brief(), conditions, profile))


def test_nothing_known_asks_for_a_top_a_bottom_and_shoes_or_a_dress() -> None:
    found = rules()
    assert found.slots == ["base_top", "bottom", "footwear"]
    assert "one_piece" in found.optional
    assert "one_piece" not in rules(profile=MAN).optional
    assert found.clo is None


@pytest.mark.parametrize(
    ("code", "profile", "slots"),
    [
        ("black_tie", MAN, ["base_top", "bottom", "mid", "footwear", "accessory"]),
        ("black_tie", WOMAN, ["one_piece", "footwear"]),
        ("business_formal", MAN, ["base_top", "bottom", "mid", "footwear"]),
        ("outdoor", WOMAN, ["base_top", "bottom", "footwear"]),
    ],
)
def test_the_code_shapes_the_look(code: str, profile: Profile, slots: list[str]) -> None:
    assert rules(conditions=Conditions(dress_code=code), profile=profile).slots == slots


@pytest.mark.parametrize(("profile", "temp", "jacket"), [(WOMAN, 32, False), (WOMAN, 18, True), (MAN, 32, True)])
def test_in_the_heat_a_jacket_stays_on_where_the_code_insists(profile: Profile, temp: float, jacket: bool) -> None:
    day = Conditions(dress_code="business_formal", temp_min_c=temp, temp_max_c=temp, indoors=True)
    assert ("mid" in rules(conditions=day, profile=profile).slots) is jacket


def test_the_outdoors_has_no_dresses() -> None:
    assert "one_piece" not in rules(conditions=Conditions(dress_code="outdoor")).optional


def test_a_named_or_kept_piece_decides_the_core(article: Any) -> None:
    assert rules(Brief(wanted=[Wanted(slot="one_piece")])).slots == ["one_piece", "footwear"]
    skirt = style_rules(Brief(), Conditions(dress_code="cocktail"), WOMAN, [article("midi_skirt", "burgundy")])
    assert skirt["slots"] == ["base_top", "bottom", "footwear"]
    assert skirt["palette"][0] == "burgundy"


def test_weather_adds_layers_and_cover() -> None:
    cold = rules(conditions=Conditions(temp_min_c=-4, temp_max_c=2, rain_chance=0.5, snow=True))
    assert "outer" in cold.slots
    assert {"mid", "accessory", "headwear", "hosiery"} <= set(cold.optional)
    assert {"heels", "sandals"} <= set(cold.avoid_categories)
    assert cold.clo is not None and cold.clo > 1.8
    hot = rules(conditions=Conditions(temp_min_c=22, temp_max_c=32))
    assert not {"mid", "outer"} & {*hot.slots, *hot.optional}


def test_refusals_are_gathered_and_yield_to_what_is_asked() -> None:
    profile = Profile(avoid_colours=["pink", "green"], avoid_categories=["jeans"])
    found = rules(Brief(colours=["green"], avoid_colours=["red"], avoid_slots=["footwear"]), None, profile)
    assert found.avoid_colours == ["pink", "red"]
    assert "jeans" in found.avoid_categories
    assert "footwear" not in found.slots
    assert found.palette[0] == "green"
    assert not {"red", "pink"} & set(found.palette)


def test_loud_taboos_are_refused_while_white_is_left_to_the_gates() -> None:
    taboos = [Taboo(what=f"family:{family}", why="", hard=True) for family in ("red", "white")]
    assert rules(conditions=Conditions(taboos=taboos)).avoid_colours == ["red"]


def test_required_categories_by_slot() -> None:
    evening = Conditions(dress_code="black_tie", temp_min_c=8, temp_max_c=12, rain_chance=0.6)
    found = required_categories(Brief(), evening, MAN)
    assert found["accessory"] == ["bow_tie", "umbrella"]
    assert found["mid"] == ["tuxedo_jacket"]
    assert required_categories(Brief(), None, WOMAN) == {}


def test_a_garment_of_a_culture_comes_where_it_is_spoken_of() -> None:
    assert {"sherwani", "juttis", "saree"} <= set(rules().avoid_categories)
    for brief in (Brief(occasion="indian_wedding"), Brief(culture="indian")):
        assert not {"sherwani", "juttis", "saree"} & set(rules(brief).avoid_categories)
    assert "kurta" not in rules(Brief(categories=["kurta"])).avoid_categories


def test_snow_refuses_the_same_shoes_as_the_gate_does() -> None:
    ball = Conditions(dress_code="white_tie", formality=(7.5, 9), snow=True, temp_min_c=-2, temp_max_c=2, indoors=True)
    walk = ball.model_copy(update={"dress_code": "casual", "formality": (1.5, 4), "indoors": False})
    assert "patent_shoes" not in rules(conditions=ball).avoid_categories
    assert "evening_sandals" in rules(conditions=ball).avoid_categories
    assert {"patent_shoes", "sneakers"} <= set(rules(conditions=walk).avoid_categories)


def test_an_umbrella_is_carried_in_rain_or_when_asked_for() -> None:
    wet = Conditions(temp_min_c=8, temp_max_c=12, rain_chance=0.6)
    assert {"umbrella", "rain_boots"} <= set(rules().avoid_categories)
    assert not {"umbrella", "rain_boots"} & set(rules(conditions=wet).avoid_categories)
    assert "umbrella" not in rules(Brief(categories=["umbrella"])).avoid_categories


def test_a_code_that_another_culture_answers_is_answered_by_ones_own() -> None:
    found = required_categories(Brief(), Conditions(dress_code="cocktail"), MAN)
    assert found["mid"] == ["suit_jacket", "blazer", "tuxedo_jacket"]
    assert "sherwani" in required_categories(Brief(culture="indian"), Conditions(dress_code="cocktail"), MAN)["mid"]


def test_unisex_clothes_are_of_kinds_that_everybody_wears() -> None:
    found = set(rules(profile=Profile(presentation="unisex")).avoid_categories)
    assert {"summer_dress", "heels", "mini_skirt"} <= found and not {"tee", "jeans", "blazer"} & found

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stores.vocabulary import Conditions, Profile
from tools.warmth import (
    felt_temperature,
    is_unfit,
    look_clo,
    met,
    needs,
    needs_met,
    suffers,
    target_clo,
    wanted_band,
    wanted_clo,
    warmth_fit,
)

COLD = Conditions(temp_min_c=-6, temp_max_c=0, snow=True, rain_chance=0.6)
RAINY = Conditions(temp_min_c=8, temp_max_c=14, rain_chance=0.6, wind_kmh=15)


@pytest.mark.parametrize(("temp", "clo"), [(-30, 2.9), (-20, 2.9), (0, 1.85), (11, 1.275), (20, 0.65), (35, 0.25)])
def test_target_is_linear_between_rows_and_clamped(temp: float, clo: float) -> None:
    assert target_clo(temp) == pytest.approx(clo)


@given(st.floats(-40, 45), st.floats(0, 10))
def test_colder_never_asks_for_less(temp: float, colder: float) -> None:
    assert target_clo(temp - colder) >= target_clo(temp) - 1e-9


def test_clo_of_an_ensemble(wear: Any) -> None:
    assert look_clo(wear("tee", "jeans")) == pytest.approx(0.161 + 0.835 * 0.35)


def test_wind_chill_counts_in_the_cold_only() -> None:
    assert felt_temperature(0, 20) == pytest.approx(-5.2, abs=0.1)
    assert felt_temperature(15, 40) == 15
    assert felt_temperature(5, None) == 5


def test_wanted_clo_follows_the_day_the_wind_and_the_person() -> None:
    day = Conditions(temp_min_c=0, temp_max_c=4, wind_kmh=25)
    assert wanted_clo(day, Profile()) == pytest.approx(target_clo(2))
    windy = wanted_clo(day.model_copy(update={"source": "forecast"}), Profile())
    assert windy is not None and windy > target_clo(2)
    assert wanted_clo(day, Profile(warmth_offset_c=2)) == pytest.approx(target_clo(0))
    assert wanted_clo(Conditions(), Profile()) is None
    assert wanted_clo(Conditions(clo=1.0, temp_max_c=30), Profile()) == 1.0


def test_an_indoor_event_on_a_mild_day_demands_no_coat(wear: Any) -> None:
    mild = Conditions(temp_min_c=11, temp_max_c=15, indoors=True)
    clo = look_clo(wear("blouse", "trousers", "cardigan"))
    assert warmth_fit(clo, wanted_band(mild, Profile())) == 1.0
    assert warmth_fit(clo, wanted_band(mild.model_copy(update={"indoors": False}), Profile())) < 0.5


def test_rain_asks_for_cover_and_either_cover_will_do(wear: Any) -> None:
    asked = needs(RAINY)
    assert {need.reason for need in asked if not need.under} == {"rain:covered", "rain:umbrella"}
    assert needs_met(asked, wear("shirt", "jeans", "umbrella")) == 1.0
    assert needs_met(asked, wear("shirt", "jeans", "overcoat")) == 0.0
    assert {need.reason for need in needs(RAINY, active=True) if not need.under} == {"rain:covered"}


def test_a_waterproof_layer_counts_whatever_it_is_called(article: Any) -> None:
    assert met(needs(RAINY)[0], [article("overcoat", waterproof=True)])


def test_cold_and_snow_ask_for_more() -> None:
    asked = {category for need in needs(COLD) for category in need.categories}
    assert {"gloves", "scarf", "beanie", "winter_boots"} <= asked
    assert needs(None) == []


@pytest.mark.parametrize(("category", "unfit"), [("heels", True), ("sandals", True), ("winter_boots", False)])
def test_shoes_on_snow(article: Any, category: str, unfit: bool) -> None:
    assert is_unfit(article(category), COLD) is unfit


def test_dress_shoes_to_a_dressy_evening_indoors_in_snow(article: Any) -> None:
    indoors = COLD.model_copy(update={"indoors": True})
    assert not is_unfit(article("patent_shoes"), indoors, dressy=True)
    assert is_unfit(article("evening_sandals"), indoors, dressy=True)


def test_bare_legs_in_the_cold_outdoors_only(article: Any) -> None:
    cold = Conditions(temp_min_c=0, temp_max_c=6)
    assert is_unfit(article("sport_shorts"), cold)
    assert not is_unfit(article("sport_shorts"), cold.model_copy(update={"indoors": True}))


def test_sport_is_dressed_for_lightly() -> None:
    day = Conditions(temp_min_c=6, temp_max_c=10)
    walk, run = (wanted_clo(day.model_copy(update={"dress_code": code}), Profile()) for code in ("outdoor", "sport"))
    assert walk is not None and run is not None
    assert run < 0.7 * walk


def test_who_walks_in_the_open_takes_cover_sooner() -> None:
    maybe = Conditions(rain_chance=0.35)
    assert needs(maybe) == []
    assert [need.slot for need in needs(maybe, active=True)] == ["outer"]


@pytest.mark.parametrize(
    ("category", "family", "fabrics", "suffering"),
    [
        ("trousers", "white", ["cotton"], True),
        ("shirt", "white", ["cotton"], False),
        ("loafers", "brown", ["suede"], True),
        ("loafers", "brown", ["leather"], False),
    ],
)
def test_what_rain_spoils(article: Any, category: str, family: str, fabrics: list[str], suffering: bool) -> None:
    piece = article(category, family, fabrics=fabrics)
    assert suffers(piece, Conditions(rain_chance=0.8)) is suffering
    assert not suffers(piece, Conditions(rain_chance=0.1))


def test_bare_legs_are_a_poor_choice_when_it_is_cool(article: Any) -> None:
    cool, warm = (Conditions(temp_min_c=t, temp_max_c=t) for t in (9, 24))
    assert suffers(article("sport_shorts"), cool) and not suffers(article("sport_shorts"), warm)


def test_a_skirt_in_the_cold_wants_tights_and_trousers_do_not(wear: Any) -> None:
    asked = needs(Conditions(temp_min_c=6, temp_max_c=12))
    skirt, trousers = wear("blouse", "midi_skirt"), wear("blouse", "trousers")
    assert needs_met(asked, skirt) == 0.0
    assert needs_met(asked, [*skirt, *wear("tights")]) == needs_met(asked, trousers) == 1.0


def test_the_way_to_an_event_asks_for_a_layer_that_an_evening_by_car_does_not(wear: Any) -> None:
    mild = Conditions(temp_min_c=12, temp_max_c=16, indoors=True, formality=(3, 5.5))
    shirt = look_clo(wear("shirt", "chinos"))
    assert warmth_fit(shirt, wanted_band(mild, Profile())) < 1.0
    assert warmth_fit(shirt, wanted_band(mild.model_copy(update={"formality": (5, 7)}), Profile())) == 1.0


@pytest.mark.parametrize(
    ("category", "fabrics", "suffering"),
    [
        ("blouse", ["polyester"], True),
        ("blouse", ["cotton", "polyester"], False),
        ("sport_top", ["polyester"], False),
        ("handbag", ["leather"], False),
    ],
)
def test_what_heat_makes_unpleasant(article: Any, category: str, fabrics: list[str], suffering: bool) -> None:
    piece = article(category, fabrics=fabrics)
    assert suffers(piece, Conditions(temp_min_c=28, temp_max_c=36)) is suffering
    assert not suffers(piece, Conditions(temp_min_c=18, temp_max_c=22))


def test_suede_is_no_friend_of_snow_nor_thin_shoes_of_the_cold(article: Any) -> None:
    assert suffers(article("chelsea_boots", fabrics=["suede"]), COLD)
    assert suffers(article("ballet_flats"), Conditions(temp_min_c=4, temp_max_c=8))
    assert not suffers(article("ballet_flats"), Conditions(temp_min_c=10, temp_max_c=16))

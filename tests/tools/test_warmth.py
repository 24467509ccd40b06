from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stores.vocabulary import Conditions, Profile
from tools.comfort import felt_temperature
from tools.warmth import (
    carries_layer,
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


@pytest.mark.parametrize(
    ("told", "unfit"),
    [
        ({"name": "Tan leather heeled ankle boots"}, True),
        ({"name": "Black boots", "description": "A stacked heel of four centimetres."}, True),
        ({"name": "Black leather zip ankle boots", "description": "A pull tab and a rubber sole."}, False),
    ],
)
def test_boots_with_a_heel_are_not_for_snow_whatever_they_are_called(
    article: Any, told: dict[str, str], unfit: bool
) -> None:
    office = COLD.model_copy(update={"indoors": True})
    assert is_unfit(article("ankle_boots", **told), office) is unfit
    assert not is_unfit(article("ankle_boots", **told), office, dressy=True)


def test_a_jacket_is_too_much_indoors_once_it_is_hot_on_the_way(wear: Any) -> None:
    jacket, shirt = wear("shirt", "trousers", "blazer", "loafers"), wear("shirt", "trousers", "loafers")

    def fit(pieces: Any, mean: float) -> float:
        day = Conditions(temp_min_c=mean, temp_max_c=mean, indoors=True)
        return warmth_fit(look_clo(pieces), wanted_band(day, Profile()))

    assert fit(jacket, 18) == fit(shirt, 18) == fit(shirt, 33) == 1
    assert fit(jacket, 33) < 0.7


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


@pytest.mark.parametrize(("temp", "wind", "felt"), [(0, 20, -5.2), (10, 30, 6.6), (-10, 20, -17.9), (5, 4, 5)])
def test_wind_chill_of_the_published_table(temp: float, wind: float, felt: float) -> None:
    """Environment Canada's wind chill; below 5 km/h it is the air's own temperature."""
    assert felt_temperature(temp, wind) == pytest.approx(felt, abs=0.1)


@pytest.mark.parametrize(
    ("temp", "cool", "neutral"),
    [(24, 0.17, 0.61), (20, 0.52, 1.25), (16, 0.86, 1.93), (10, 1.13, 2.99), (0, 1.37, 4.86)],
)
def test_the_target_lies_between_what_is_published(temp: float, cool: float, neutral: float) -> None:
    """ISO 7730: above a cool stroll (PMV -0.5; from 10 C down UTCI's typical clothing), below sitting still (PMV 0)."""
    assert cool <= target_clo(temp) <= neutral


@pytest.mark.parametrize(
    ("pieces", "clo", "comfortable"),
    [
        (["tee", "shorts", "sandals"], 0.35, 24),
        (["shirt", "trousers", "loafers"], 0.66, 21),
        (["shirt", "sweater", "trousers", "light_jacket", "loafers"], 1.10, 17),
    ],
)
def test_ensembles_of_the_iso_lists(wear: Any, pieces: list[str], clo: float, comfortable: float) -> None:
    """ISO 9920 garments by ISO 7730's ensemble rule, and the temperature that they are comfortable at on a stroll."""
    assert look_clo(wear(*pieces)) == pytest.approx(clo, abs=0.16)
    assert abs(target_clo(comfortable) - look_clo(wear(*pieces))) < 0.2


@pytest.mark.parametrize(
    ("low", "high", "layer"), [(14, 23, True), (16, 21, False), (20, 31, False), (-6, 3, True), (None, 20, False)]
)
def test_a_day_that_swings_asks_for_a_layer(low: float | None, high: float, layer: bool) -> None:
    assert carries_layer(Conditions(temp_min_c=low, temp_max_c=high)) is layer


def test_a_strong_wind_asks_for_a_shell_and_spares_wide_brims(article: Any) -> None:
    windy = Conditions(temp_min_c=8, temp_max_c=14, wind_kmh=35)
    shell = next(need for need in needs(windy) if "leather_jacket" in need.categories)
    assert met(shell, [article("trench_coat")]) and not met(shell, [article("cardigan")])
    assert suffers(article("sun_hat"), windy) and not suffers(article("beanie"), windy)
    assert not any("trench_coat" in need.categories for need in needs(windy.model_copy(update={"wind_kmh": 20})))
    assert not suffers(article("sun_hat"), windy.model_copy(update={"indoors": True}))


def test_no_umbrella_in_a_gale() -> None:
    wet = Conditions(temp_min_c=8, temp_max_c=14, rain_chance=0.8)
    assert any(need.slot == "accessory" for need in needs(wet.model_copy(update={"wind_kmh": 39})))
    assert not any(need.slot == "accessory" for need in needs(wet.model_copy(update={"wind_kmh": 40})))


def test_a_soaking_day_wants_shoes_that_keep_water_out(wear: Any) -> None:
    soaking = RAINY.model_copy(update={"rain_mm": 14})
    asked = [need for need in needs(soaking) if need.slot == "footwear"]
    assert met(asked[0], wear("rain_boots")) and not met(asked[0], wear("sneakers"))
    assert not any(need.slot == "footwear" for need in needs(RAINY))
    assert not any(need.slot == "footwear" for need in needs(soaking.model_copy(update={"indoors": True})))


@pytest.mark.parametrize(
    ("uv", "code", "hat"), [(2.5, "outdoor", False), (4, "outdoor", True), (4, "casual", False), (7, "casual", True)]
)
def test_who_is_out_all_day_wants_a_hat_from_a_moderate_sun_on(uv: float, code: str, hat: bool) -> None:
    day = Conditions(temp_min_c=14, temp_max_c=24, uv=uv, dress_code=code)
    assert any(need.slot == "headwear" for need in needs(day)) is hat


def test_a_leather_jacket_is_no_rainwear_and_leather_shoes_get_over_it(article: Any) -> None:
    assert suffers(article("leather_jacket", "black", fabrics=["leather"]), RAINY)
    assert not suffers(article("derbies", "black", fabrics=["leather"]), RAINY)


def test_who_dances_indoors_wears_no_jacket(wear: Any) -> None:
    night = Conditions(temp_min_c=18, temp_max_c=22, indoors=True)
    jacket = look_clo(wear("shirt", "trousers", "blazer", "loafers"))
    dance = night.model_copy(update={"met": 3.4})
    assert warmth_fit(jacket, wanted_band(night, Profile())) == 1 > warmth_fit(jacket, wanted_band(dance, Profile()))


def test_shoes_are_open_by_their_name(article: Any) -> None:
    open_, shut = (article("block_heels", name=name) for name in ("leather block-heel sandals", "leather block heels"))
    rainy = Conditions(temp_min_c=14, temp_max_c=20, rain_chance=0.8)
    assert suffers(open_, rainy) and suffers(open_, COLD) and not suffers(shut, rainy)


HARD_FROST = Conditions(temp_min_c=-14, temp_max_c=-6, indoors=True)


@pytest.mark.parametrize(
    ("category", "dressy", "barefoot", "unfit"),
    [
        ("flip_flops", False, False, True),
        ("heels", False, False, True),
        ("slippers", False, True, False),
        ("evening_sandals", True, False, False),
        ("ankle_boots", False, False, False),
        ("tank", False, False, False),
    ],
)
def test_nobody_walks_to_an_event_in_hard_frost_in_thin_shoes(
    article: Any, category: str, dressy: bool, barefoot: bool, unfit: bool
) -> None:
    assert is_unfit(article(category), HARD_FROST, dressy=dressy, barefoot=barefoot) == unfit


def test_thin_shoes_and_tanks_are_a_poor_choice_in_hard_frost_even_by_car(article: Any) -> None:
    gala = HARD_FROST.model_copy(update={"formality": (7.0, 9.0)})
    assert [suffers(article(one), gala) for one in ("heels", "tank", "block_heels")] == [True, True, False]


def test_trainers_are_not_for_the_way_to_work_in_snow(article: Any) -> None:
    office = COLD.model_copy(update={"indoors": True})
    assert is_unfit(article("sneakers"), office) and not is_unfit(article("winter_boots"), office)


@pytest.mark.parametrize(
    ("category", "degrees", "unfit"),
    [
        ("flip_flops", 7.0, True),
        ("sandals", 7.5, True),
        ("evening_sandals", 8.0, True),
        ("sneakers", 7.0, False),
        ("sandals", 9.0, False),
        ("heels", 7.0, False),
    ],
)
def test_nobody_walks_with_bare_toes_when_it_is_cold(article: Any, category: str, degrees: float, unfit: bool) -> None:
    cold = Conditions(temp_min_c=degrees, temp_max_c=degrees, source="stated")
    assert is_unfit(article(category), cold) is unfit
    indoors = cold.model_copy(update={"indoors": True})
    assert is_unfit(article(category), indoors) is unfit and not is_unfit(article(category), indoors, dressy=True)
    assert not is_unfit(article(category), indoors, barefoot=True)

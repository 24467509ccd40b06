import pytest

from stores.vocabulary import Brief, Conditions, Figures, Sky
from tools.skies import DAMP_AIR, HEAT, as_said, in_figures, skies_of

MILD_LYON = Conditions(place="Lyon", temp_min_c=10, temp_max_c=18, rain_chance=0.2, wind_kmh=12, uv=3)


def test_nothing_said_changes_nothing() -> None:
    assert as_said(MILD_LYON, []) == MILD_LYON


def test_damp_air_that_is_spoken_of_is_known() -> None:
    assert as_said(MILD_LYON, ["humid"]).humidity == DAMP_AIR


@pytest.mark.parametrize(("sky", "chance"), [("rain", 1.0), ("dry", 0.0), ("sun", 0.0)])
def test_what_is_said_of_rain_comes_before_the_normals(sky: Sky, chance: float) -> None:
    said = as_said(MILD_LYON, [sky])
    assert (said.rain_chance, said.temp_max_c, said.source) == (chance, 18, "normals")


def test_a_figure_says_more_than_a_word() -> None:
    told = Figures(low_c=3, rain_chance=0.3, wind_kmh=10)
    said = in_figures(as_said(MILD_LYON, ["rain", "wind"]), told)
    assert (said.rain_chance, said.wind_kmh, said.uv, said.temp_min_c) == (0.3, 10, 3, 10)
    assert in_figures(MILD_LYON, None) == MILD_LYON


def test_the_strongest_sun_is_that_of_a_warm_day_where_no_more_is_known() -> None:
    assert in_figures(Conditions(), Figures(uv=11)).temp_max_c == HEAT["warm"].usual
    assert in_figures(MILD_LYON, Figures(uv=11)).temp_max_c == 18
    assert in_figures(Conditions(), Figures(uv=4)).temp_max_c is None


def test_snow_is_cold_even_where_no_place_is_known() -> None:
    said = as_said(Conditions(), ["snow"])
    assert said.snow
    assert said.temp_max_c is not None and said.temp_max_c <= 0


@pytest.mark.parametrize("sky", sorted(HEAT))
def test_a_word_for_heat_lies_within_what_it_is_true_of(sky: Sky) -> None:
    heat = HEAT[sky]
    said = as_said(Conditions(), [sky])
    assert heat.least <= heat.usual <= heat.most
    assert (said.temp_min_c, said.temp_max_c, said.source) == (heat.usual, heat.usual, "stated")


def test_a_reading_that_bears_a_word_out_is_kept() -> None:
    delhi = Conditions(place="Delhi", temp_min_c=29, temp_max_c=41)
    assert as_said(delhi, ["hot"]) == delhi
    assert as_said(MILD_LYON, ["hot"]).temp_max_c == HEAT["hot"].usual


def test_degrees_come_before_words() -> None:
    stated = Conditions(temp_min_c=12, temp_max_c=12, source="stated")
    assert as_said(stated, ["hot", "wind"]).temp_max_c == 12


def test_the_last_word_on_heat_counts_and_wind_blows_beside_it() -> None:
    said = as_said(MILD_LYON, ["wind", "hot", "cold"])
    assert said.temp_max_c == HEAT["cold"].usual
    assert said.wind_kmh is not None and said.wind_kmh > 12


@pytest.mark.parametrize(
    ("date", "skies"),
    [
        ("2026-12", ["cold"]),
        ("2027-07", ["warm"]),
        ("2027-04", []),  # may be anything
        ("2026-12-05", []),  # the day of a party, which is indoors
        (None, []),
    ],
)
def test_a_month_of_winter_or_summer_alone_stands_for_its_season(date: str | None, skies: list[Sky]) -> None:
    assert skies_of(Brief(intent="outfit", date=date), Conditions(date=date)) == skies


def test_where_the_weather_is_known_or_told_a_month_stands_for_nothing() -> None:
    december = Brief(intent="outfit", date="2026-12")
    assert skies_of(december, Conditions(place="Sydney", temp_min_c=18, temp_max_c=26)) == []
    assert skies_of(december.model_copy(update={"stated_weather": ["mild"]}), Conditions()) == ["mild"]

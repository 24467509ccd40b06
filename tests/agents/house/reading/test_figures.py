"""The weather that is told in figures, which is no money, no size and no date."""

import pytest

from agents.house.lexicon import load_lexicon
from agents.house.reading.degrees import low_of, temperature_of
from agents.house.reading.figures import figures_of
from agents.house.reading.money import budget_of
from agents.house.reading.text import read
from stores.vocabulary import Language


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("between 5 and 20 degrees today", "en", 5, 20),
        ("it's 12-18°C tomorrow", "en", 12, 18),
        ("low of 5, high of 20", "en", 5, 20),
        ("-5 to 3 degrees", "en", -5, 3),
        ("between 50 and 68 degrees", "en", 10, 20),
        ("entre 10 et 15 °C, une balade", "fr", 10, 15),
        ("de 5 à 20 degrés", "fr", 5, 20),
        ("il fera entre 10 et 15", "fr", 10, 15),
        ("5° le matin, 20° l'après-midi", "fr", 5, 20),
        ("明天5到20度", "zh", 5, 20),
        ("最低5度最高28", "zh", 5, 28),
        ("15-20℃", "zh", 15, 20),
        ("moins de 80, 20 degrés", "fr", None, 20),
        ("under 80, 20 degrees", "en", None, 20),
        ("between 50 and 100 euros, 15 degrees", "en", None, 15),
    ],
)
def test_both_ends_of_a_day_are_read(text: str, language: Language, low: float | None, high: float) -> None:
    reading = read(text, load_lexicon(language))
    assert (low_of(reading), temperature_of(reading)) == (low, high)


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("a 30% chance of rain", "en", {"rain_chance": 0.3}),
        ("wind 50 km/h", "en", {"wind_kmh": 50}),
        ("gusts of 40 mph", "en", {"wind_kmh": 64.4}),
        ("UV 11, beach day", "en", {"uv": 11}),
        ("it's pouring", "en", {"rain_mm": 15}),
        ("the UV index is very high", "en", {"uv": 8}),
        ("a very high UV index, UV 10", "en", {"uv": 10}),
        ("les UV sont très forts", "fr", {"uv": 8}),
        ("今天紫外线特别强", "zh", {"uv": 8}),
        ("40 % de pluie à Lyon", "fr", {"rain_chance": 0.4}),
        ("vent à 60 km/h", "fr", {"wind_kmh": 60}),
        ("indice UV 9", "fr", {"uv": 9}),
        ("il pleut des cordes", "fr", {"rain_mm": 15}),
        ("降水概率60%", "zh", {"rain_chance": 0.6}),
        ("百分之八十会下雨", "zh", {"rain_chance": 0.8}),
        ("风力6级", "zh", {"wind_kmh": 44.2}),
        ("紫外线指数10", "zh", {"uv": 10}),
        ("明天暴雨", "zh", {"rain_mm": 15}),
    ],
)
def test_rain_wind_and_sun_are_read_in_figures(text: str, language: Language, told: dict[str, float]) -> None:
    figures = figures_of(read(text, load_lexicon(language)))
    assert figures is not None
    assert figures.model_dump(exclude_none=True) == told


@pytest.mark.parametrize("text", ["between 5 and 20 degrees", "about a 30% chance of rain", "under 50 km/h of wind"])
def test_no_figure_of_the_weather_is_money(text: str) -> None:
    assert budget_of(read(text, load_lexicon("en")), "EUR") is None


@pytest.mark.parametrize("text", ["50% wool", "a coat at 20% off", "I cycle at 30 km/h", "size 42"])
def test_other_figures_tell_nothing_of_the_weather(text: str) -> None:
    assert figures_of(read(text, load_lexicon("en"))) is None

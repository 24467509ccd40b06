"""The weather as a person says it: it comes before any reading, and stands in where there is none.

"It's hot" keeps a reading that is as hot as that, and stands for a usual hot day where none is. Knows no clothes.
"""

from collections.abc import Sequence
from typing import NamedTuple

from stores.vocabulary import Brief, Conditions, Figures, Season, Sky
from tools.warmth import mean_temperature

STRONG_WIND_KMH = 40.0
HIGH_UV = 6.0
# No winter has so strong a sun.
SUMMER_UV = 8.0
DAMP_AIR = 0.85
SNOW_C = 1.0


class Heat(NamedTuple):
    """Means of a day, in C, that a word is true of, and the one that it stands for."""

    least: float
    most: float
    usual: float


HEAT: dict[Sky, Heat] = {
    "hot": Heat(27, 60, 30),
    "warm": Heat(21, 27, 24),
    "mild": Heat(15, 21, 18),
    "cool": Heat(9, 15, 12),
    "cold": Heat(-60, 9, 4),
    "freezing": Heat(-60, 0, -4),
    "snow": Heat(-60, SNOW_C, -1),
}

# The usual day of a season where nobody says which place it is.
FAR_MONTHS: dict[str, Season] = {
    "12": "winter", "01": "winter", "02": "winter", "06": "summer", "07": "summer", "08": "summer",
}  # fmt: skip
MONTH_ALONE = len("2026-12")
USUAL: dict[Season, Sky] = {"spring": "mild", "summer": "warm", "autumn": "cool", "winter": "cold"}


def skies_of(brief: Brief, conditions: Conditions) -> list[Sky]:
    """What a person says of the sky, and what the season they name stands for where no weather is known.

    A month of deep winter or high summer that they name alone is a season too, that of the northern half of the world.
    """
    season = brief.season or (FAR_MONTHS.get(brief.date[5:]) if brief.date and len(brief.date) == MONTH_ALONE else None)
    unknown = mean_temperature(conditions) is None
    told = any(sky in HEAT for sky in brief.stated_weather)
    return [*([USUAL[season]] if season and unknown and not told else []), *brief.stated_weather]


def as_said(conditions: Conditions, skies: Sequence[Sky]) -> Conditions:
    """The conditions with what was said of the sky; a temperature in degrees that was stated stays as it is."""
    said = set(skies)
    update: dict[str, object] = {}
    if said & {"rain", "dry", "sun"}:
        update |= {"rain_chance": 1.0 if "rain" in said else 0.0, "snow": "snow" in said}
    if "snow" in said:
        update["snow"] = True
    if "sun" in said:
        update["uv"] = max(HIGH_UV, conditions.uv or 0.0)
    if "humid" in said:
        update["humidity"] = max(DAMP_AIR, conditions.humidity or 0.0)
    if "wind" in said:
        update["wind_kmh"] = max(STRONG_WIND_KMH, conditions.wind_kmh or 0.0)
    heat = next((HEAT[sky] for sky in reversed(skies) if sky in HEAT), None)
    mean = mean_temperature(conditions)
    if heat and conditions.source != "stated" and not (mean is not None and heat.least <= mean <= heat.most):
        update |= {"temp_min_c": heat.usual, "temp_max_c": heat.usual, "source": "stated"}
    return conditions.model_copy(update=update)


def in_figures(conditions: Conditions, figures: Figures | None) -> Conditions:
    """The conditions with what was told in figures, which says more than any word: "wind, 10 km/h", "30 % of rain"."""
    told = figures.model_dump(exclude={"low_c"}, exclude_none=True) if figures else {}
    if told.get("uv", 0) >= SUMMER_UV and mean_temperature(conditions) is None:
        warm = HEAT["warm"].usual
        told |= {"temp_min_c": warm, "temp_max_c": warm, "source": "stated"}
    return conditions.model_copy(update=told)

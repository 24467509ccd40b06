"""What makes a day feel warmer or colder than its temperature says: wind, effort, sun, damp air; what sticks in it.

Degrees Celsius and met (1 met = 58 W/m2). Knows no place, no date and no wardrobe.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import log

from stores.colours import lab_of_hex
from stores.vocabulary import CORE_SLOTS, Conditions, Piece, Slot

# (met, degrees that it is worth outdoors). By ISO 7730 at 18 C the clo of who sits is that of who stands 2.6 degrees
# colder, who walks at 4.8 km/h that of who strolls 2.8 degrees warmer; between them people dress alike.
EFFORT: tuple[tuple[float, float], ...] = ((1.2, -2.6), (1.6, 0.0), (2.0, 0.0), (2.6, 2.8), (3.8, 5.0))
# Full sun is worth 4 degrees (mean radiant temperature 15 above the air, ISO 7730); half the way lies in the shade.
SUN_C, SUNNY_UV, MOST_RAIN = 2.0, 6.0, 0.2
# From 30 to 90 % of humidity warm air gains a degree (ISO 7730 at 24 C).
DAMP_FROM_C, EVEN, DAMP_C = 20.0, 0.5, 1 / 0.6
# Dew points from which sweat does not dry; what clings then, and the grey tops that show it.
MUGGY_C = 20.0
CLINGS = frozenset({"polyester", "nylon", "viscose", "rayon", "satin", "acrylic"})
SPORTY = 1.5
# A hot day, and the lightness below which the sun heats a large piece.
HOT_C = 26.0
DARK_L = 30.0
SUNLIT: frozenset[Slot] = frozenset({"base_top", "one_piece", "mid", "outer"})


def interpolate(x: float, rows: Sequence[tuple[float, float]]) -> float:
    """The value at `x` on a line through (x, y) rows in ascending order, clamped at both ends."""
    for (x0, y0), (x1, y1) in pairwise(rows):
        if x < x1:
            return y0 + (y1 - y0) * max(0.0, x - x0) / (x1 - x0)
    return rows[-1][1]


def felt_temperature(temp_c: float, wind_kmh: float | None) -> float:
    """Wind chill in C where it applies (up to 10 C, wind from 5 km/h), else the temperature. Environment Canada."""
    if wind_kmh is None or wind_kmh < 5 or temp_c > 10:
        return temp_c
    wind: float = wind_kmh**0.16
    return 13.12 + 0.6215 * temp_c - 11.37 * wind + 0.3965 * temp_c * wind


def dew_point(temp_c: float, humidity: float) -> float:
    """Dew point in C of air at a temperature and a relative humidity, 0 to 1. Magnus; Alduchov and Eskridge 1996."""
    gamma = log(max(humidity, 0.01)) + 17.625 * temp_c / (243.04 + temp_c)
    return 243.04 * gamma / (17.625 - gamma)


def ease(conditions: Conditions, mean_c: float) -> float:
    """Degrees by which a day outdoors is easier to bear than its mean temperature says; below zero it is harder."""
    if conditions.indoors:
        return 0.0
    effort = 0.0 if conditions.met is None else interpolate(conditions.met, EFFORT)
    sun = SUN_C if is_sunny(conditions) else 0.0
    damp = (conditions.humidity - EVEN) * DAMP_C if conditions.humidity is not None and mean_c >= DAMP_FROM_C else 0.0
    return effort + sun + damp


def is_sunny(conditions: Conditions) -> bool:
    """Whether a strong sun is known to shine that day; a month's mean says nothing of the day."""
    known = conditions.source != "normals"
    return known and (conditions.uv or 0) >= SUNNY_UV and (conditions.rain_chance or 0) < MOST_RAIN


def is_muggy(conditions: Conditions | None, mean_c: float | None) -> bool:
    """Whether the air is so damp that sweat does not dry."""
    if conditions is None or mean_c is None or conditions.humidity is None:
        return False
    return dew_point(mean_c, conditions.humidity) >= MUGGY_C


def clings(piece: Piece) -> bool:
    """Whether a piece sticks to the skin in damp heat, or shows what it soaks up; sportswear is made for it."""
    if piece.slot not in CORE_SLOTS - {"footwear"} or piece.formality <= SPORTY:
        return False
    shows = piece.slot == "base_top" and piece.colours[0].family == "grey"
    return shows or bool(CLINGS & {*piece.fabrics[:1]})


def bakes(piece: Piece, conditions: Conditions | None, mean_c: float | None) -> bool:
    """Whether a piece is too dark for a hot day in the open: the sun heats it."""
    if conditions is None or mean_c is None or mean_c < HOT_C or conditions.indoors:
        return False
    return piece.slot in SUNLIT and lab_of_hex(piece.colours[0].hex)[0] < DARK_L

"""Monthly weather normals of some 300 cities (normals.csv), for a place and a month. Works without a network.

The table is our own, in whole degrees and millimetres. It knows no altitude: a mountain village gets its
valley's weather.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, pi, radians, sin
from typing import Literal

from stores.vocabulary import Shape, Share
from tools.places import Place, country_name, distance_km

MONTHLY = ("low_c", "high_c", "rain_mm", "rain_days", "snow_days")
DAYS = (31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SAME_CITY_KM = 30
REACH_KM = 500
SNOW_DAYS = 5
SNOW_BELOW_C = 3
OBLIQUITY_DEG = 23.44


class Reading(Shape):
    """The weather of a day, or of a month's mean day. None where it is not known; rain is in mm a day."""

    temp_min_c: float | None = None
    temp_max_c: float | None = None
    rain_mm: float | None = None
    rain_chance: Share | None = None
    wind_kmh: float | None = None
    snow: bool | None = None
    uv: float | None = None
    humidity: Share | None = None
    source: Literal["forecast", "normals"] = "normals"
    note: str | None = None


@dataclass(frozen=True)
class Station:
    """A city of the table. Each tuple holds twelve months, January first; rain is in mm a month."""

    place: Place
    low_c: tuple[int, ...]
    high_c: tuple[int, ...]
    rain_mm: tuple[int, ...]
    rain_days: tuple[int, ...]
    snow_days: tuple[int, ...]
    wind_kmh: int

    def reading(self, month: int) -> Reading:
        """Means of the month, 1 to 12. It snows where five days have snow and the mean is 3 C or less."""
        index = month - 1
        low, high = self.low_c[index], self.high_c[index]
        rain_chance = min(1, self.rain_days[index] / DAYS[index])
        return Reading(
            temp_min_c=low,
            temp_max_c=high,
            rain_mm=round(self.rain_mm[index] / DAYS[index], 1),
            rain_chance=round(rain_chance, 2),
            wind_kmh=self.wind_kmh,
            snow=self.snow_days[index] >= SNOW_DAYS and (low + high) / 2 <= SNOW_BELOW_C,
            uv=round(clear_sky_uv(self.place.lat, month) * (1 - 0.3 * rain_chance), 1),
        )


def normals(place: Place, month: int) -> Reading | None:
    """The month's normals of a place, from its own city or the nearest of its country, else within 500 km.

    Another city than the place itself is named in `note`. None where no city is near enough.
    """
    home = [station for station in load_stations() if station.place.country == place.country]
    station = min(home or load_stations(), key=lambda other: distance_km(place, other.place))
    km = distance_km(place, station.place)
    if not home and km > REACH_KM:
        return None
    reading = station.reading(month)
    if place.city is None and km <= SAME_CITY_KM:
        return reading
    return reading.model_copy(update={"note": f"place:nearest:{station.place.name}"})


def clear_sky_uv(lat: float, month: int) -> float:
    """The UV index at noon in mid-month under a clear sky and 300 DU of ozone.

    12.5 * cos(zenith)^2.42 (Madronich 2007), with the declination of the sun after Cooper (1969).
    """
    day = 30.4 * (month - 0.5)
    declination = OBLIQUITY_DEG * sin(2 * pi * (284 + day) / 365)
    return float(12.5 * max(0, cos(radians(lat - declination))) ** 2.42)


@cache
def load_stations() -> tuple[Station, ...]:
    """Every city of normals.csv."""
    return tuple(_stations())


def _stations() -> Iterator[Station]:
    with files("tools").joinpath("normals.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            country = row["country"]
            lat, lon = float(row["lat"]), float(row["lon"])
            yield Station(
                place=Place(name=row["city"], country=country, country_name=country_name(country), lat=lat, lon=lon),
                **{key: _months(row[key]) for key in MONTHLY},
                wind_kmh=int(row["wind_kmh"]),
            )


def _months(text: str) -> tuple[int, ...]:
    """Twelve values; a single one stands for all."""
    values = tuple(map(int, text.split()))
    return values * 12 if len(values) == 1 else values

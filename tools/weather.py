"""The weather of a place and a day: a forecast where a service is configured and reaches that far, else normals.

Knows when to trust whom and what to do when a service fails; knows no clothes.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Literal

import httpx

from tools.forecasts import OpenMeteo, OpenWeatherMap, WeatherSource
from tools.normals import Reading, normals
from tools.places import Place, find_place

SourceName = Literal["normals", "open-meteo", "openweathermap"]

KEEP_S = 3600


class WeatherReading(Reading):
    """The weather as it was asked for. `degraded` says why a configured service did not answer."""

    place: str
    country: str | None = None
    date: str
    degraded: str | None = None

    @property
    def notes(self) -> list[str]:
        """What to mention of it: where the figures come from, and what was assumed."""
        source = [] if self.temp_min_c is None else [f"weather:{self.source}"]
        return [*source, *([self.note] if self.note else [])]


class Weather:
    """Reads the weather, and keeps each forecast for an hour."""

    def __init__(self, source: WeatherSource | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._source = source
        self._clock = clock
        self._kept: dict[tuple[float, float, date], tuple[float, Reading]] = {}

    async def read(
        self, place: str | None, when: str | None, today: date, country: str | None = None
    ) -> WeatherReading | None:
        """The weather at a place on an ISO date or in a month (YYYY-MM); None where no place was named.

        Without a date: today where a forecast can be had, else the current month. `country` is an ISO code that tells
        places of one name apart. A place that nobody knows comes back with `place:unknown:<text>` for a note.
        """
        if not place:
            return None
        found, degraded = await self._locate(place, country)
        when = when or (today.isoformat() if self._source else f"{today:%Y-%m}")
        if found is None:
            return WeatherReading(place=place, date=when, note=f"place:unknown:{place}", degraded=degraded)
        day = _day(when)
        reading, degraded = await self._forecast(found, day, today) if day else (None, None)
        reading = (
            reading or normals(found, (day or _month(when, today)).month) or Reading(note=f"place:unknown:{found.name}")
        )
        named = {"place": found.name, "country": found.country, "date": when, "degraded": degraded}
        return WeatherReading.model_validate(reading.model_dump() | named)

    async def _locate(self, text: str, country: str | None) -> tuple[Place | None, str | None]:
        place = await asyncio.to_thread(find_place, text, country)
        if place or self._source is None:
            return place, None
        try:
            return await self._source.find(text), None
        except (httpx.HTTPError, ValueError) as error:
            return None, _reason(error)

    async def _forecast(self, place: Place, day: date, today: date) -> tuple[Reading | None, str | None]:
        if self._source is None or not 0 <= (day - today).days < self._source.days:
            return None, None
        key = (place.lat, place.lon, day)
        now = self._clock()
        self._kept = {key: kept for key, kept in self._kept.items() if now - kept[0] < KEEP_S}
        if key in self._kept:
            return self._kept[key][1], None
        try:
            reading = await self._source.read(place, day)
        except (httpx.HTTPError, ValueError) as error:
            return None, _reason(error)
        if reading is None:
            return None, "no forecast for the day"
        self._kept[key] = (now, reading)
        return reading, None


@asynccontextmanager
async def open_weather(source: SourceName = "normals", key: str = "") -> AsyncIterator[Weather]:
    """The weather from a service, or from normals without any network. Raises ValueError where a key is missing."""
    if source == "normals":
        yield Weather()
        return
    if source == "openweathermap" and not key:
        raise ValueError("openweathermap needs a key")
    # At INFO httpx logs every address, and here an address carries the key and the place.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    async with httpx.AsyncClient() as client:
        yield Weather(OpenMeteo(client) if source == "open-meteo" else OpenWeatherMap(client, key))


def _day(when: str) -> date | None:
    try:
        return date.fromisoformat(when)
    except ValueError:
        return None


def _month(when: str, today: date) -> date:
    try:
        return datetime.strptime(when, "%Y-%m").date()
    except ValueError:
        return today


def _reason(error: Exception) -> str:
    """What went wrong, without the address, which holds the key."""
    match error:
        case httpx.TimeoutException():
            return "timeout"
        case httpx.HTTPStatusError():
            return f"http {error.response.status_code}"
        case httpx.HTTPError():
            return "unreachable"
        case _:
            return "unreadable answer"

"""Weather services that forecast a day: Open-Meteo (no key, 16 days) and OpenWeatherMap (a key, 5 days).

Each also finds places that are too small for our own gazetteer. Neither knows what happens when it fails: httpx errors,
and ValueError for an answer that cannot be read, pass to the caller.
"""

from datetime import UTC, date, datetime, timedelta
from statistics import fmean
from typing import Protocol

import httpx
from pydantic import BaseModel, Field, TypeAdapter

from tools.normals import Reading, clear_sky_uv
from tools.places import Place, country_name

TIMEOUT_S = 3.0
KMH_PER_MS = 3.6


class WeatherSource(Protocol):
    """A service that forecasts `days` days, today among them."""

    days: int

    async def read(self, place: Place, day: date) -> Reading | None:
        """The forecast of a day, None where it has none. Raises httpx.HTTPError or ValueError."""

    async def find(self, text: str) -> Place | None:
        """The place that a name means. Raises httpx.HTTPError or ValueError."""


async def _fetch(client: httpx.AsyncClient, url: str, **params: str | float) -> bytes:
    answer = await client.get(url, params=params, timeout=TIMEOUT_S)
    answer.raise_for_status()
    return answer.content


class _Daily(BaseModel):
    temperature_2m_min: list[float | None]
    temperature_2m_max: list[float | None]
    precipitation_sum: list[float | None]
    precipitation_probability_max: list[float | None]
    wind_speed_10m_max: list[float | None]
    uv_index_max: list[float | None]
    relative_humidity_2m_mean: list[float | None] = []
    snowfall_sum: list[float | None]


class _MeteoForecast(BaseModel):
    daily: _Daily


class _MeteoPlace(BaseModel):
    name: str
    latitude: float
    longitude: float
    country_code: str = ""
    country: str = ""
    population: int = 0


class _MeteoPlaces(BaseModel):
    results: list[_MeteoPlace] = []


class OpenMeteo:
    """https://open-meteo.com, which needs no key."""

    days = 16

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def read(self, place: Place, day: date) -> Reading | None:
        answer = await _fetch(
            self._client,
            "https://api.open-meteo.com/v1/forecast",
            latitude=place.lat,
            longitude=place.lon,
            daily=",".join(_Daily.model_fields),
            timezone="auto",
            start_date=day.isoformat(),
            end_date=day.isoformat(),
        )
        daily = _MeteoForecast.model_validate_json(answer).daily
        only = {name: next(iter(values), None) for name, values in daily}
        if only["temperature_2m_min"] is None or only["temperature_2m_max"] is None:
            return None
        chance, uv = only["precipitation_probability_max"], only["uv_index_max"]
        damp = only["relative_humidity_2m_mean"]
        return Reading(
            temp_min_c=only["temperature_2m_min"],
            temp_max_c=only["temperature_2m_max"],
            rain_mm=only["precipitation_sum"],
            rain_chance=None if chance is None else chance / 100,
            wind_kmh=only["wind_speed_10m_max"],
            snow=(only["snowfall_sum"] or 0) > 0,
            uv=_uv(place, day) if uv is None else uv,
            humidity=None if damp is None else damp / 100,
            source="forecast",
        )

    async def find(self, text: str) -> Place | None:
        answer = await _fetch(self._client, "https://geocoding-api.open-meteo.com/v1/search", name=text, count=1)
        for found in _MeteoPlaces.model_validate_json(answer).results:
            return Place(
                name=found.name,
                country=found.country_code,
                country_name=found.country,
                lat=found.latitude,
                lon=found.longitude,
                population=found.population,
            )
        return None


class _Temperatures(BaseModel):
    temp_min: float
    temp_max: float
    humidity: float | None = None


class _Wind(BaseModel):
    speed: float = 0


class _Fall(BaseModel):
    mm: float = Field(0, alias="3h")


class _Step(BaseModel):
    """Three hours of a forecast; falls in mm, wind in m/s."""

    dt: int
    main: _Temperatures
    wind: _Wind = _Wind()
    pop: float = 0
    rain: _Fall = _Fall()
    snow: _Fall = _Fall()


class _Town(BaseModel):
    timezone: int = Field(0, description="seconds east of UTC")


class _OwmForecast(BaseModel):
    list: list[_Step]
    city: _Town = _Town()


class _OwmPlace(BaseModel):
    name: str
    lat: float
    lon: float
    country: str = ""


class OpenWeatherMap:
    """https://openweathermap.org, which needs a key; its steps of three hours are put together to days."""

    days = 5

    def __init__(self, client: httpx.AsyncClient, key: str) -> None:
        self._client = client
        self._key = key

    async def read(self, place: Place, day: date) -> Reading | None:
        url = "https://api.openweathermap.org/data/2.5/forecast"
        answer = await _fetch(self._client, url, lat=place.lat, lon=place.lon, units="metric", appid=self._key)
        forecast = _OwmForecast.model_validate_json(answer)
        steps = [step for step in forecast.list if _local_day(step, forecast.city) == day]
        if not steps:
            return None
        damp = [step.main.humidity for step in steps if step.main.humidity is not None]
        return Reading(
            temp_min_c=min(step.main.temp_min for step in steps),
            temp_max_c=max(step.main.temp_max for step in steps),
            rain_mm=round(sum(step.rain.mm + step.snow.mm for step in steps), 1),
            rain_chance=max(step.pop for step in steps),
            wind_kmh=round(max(step.wind.speed for step in steps) * KMH_PER_MS, 1),
            snow=any(step.snow.mm > 0 for step in steps),
            uv=_uv(place, day),
            humidity=round(fmean(damp) / 100, 2) if damp else None,
            source="forecast",
        )

    async def find(self, text: str) -> Place | None:
        url = "https://api.openweathermap.org/geo/1.0/direct"
        answer = await _fetch(self._client, url, q=text, limit=1, appid=self._key)
        for found in TypeAdapter(list[_OwmPlace]).validate_json(answer):
            code = found.country
            return Place(name=found.name, country=code, country_name=country_name(code), lat=found.lat, lon=found.lon)
        return None


def _local_day(step: _Step, town: _Town) -> date:
    return (datetime.fromtimestamp(step.dt, UTC) + timedelta(seconds=town.timezone)).date()


def _uv(place: Place, day: date) -> float:
    return round(clear_sky_uv(place.lat, day.month), 1)

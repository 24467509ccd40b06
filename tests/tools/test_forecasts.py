import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest

from tools.forecasts import OpenMeteo, OpenWeatherMap
from tools.places import Place

LYON = Place(name="Lyon", country="FR", country_name="France", lat=45.75, lon=4.85)
DAY = date(2027, 1, 12)


@asynccontextmanager
async def client(answer: Callable[[httpx.Request], Any]) -> AsyncIterator[httpx.AsyncClient]:
    def handle(request: httpx.Request) -> httpx.Response:
        reply = answer(request)
        return reply if isinstance(reply, httpx.Response) else httpx.Response(200, json=reply)

    async with httpx.AsyncClient(transport=httpx.MockTransport(handle)) as opened:
        yield opened


def meteo_day(**changes: float | None) -> dict[str, Any]:
    day = {
        "temperature_2m_min": -2.4,
        "temperature_2m_max": 3.1,
        "precipitation_sum": 4.2,
        "precipitation_probability_max": 65,
        "wind_speed_10m_max": 23.8,
        "uv_index_max": 0.9,
        "snowfall_sum": 2.1,
        "relative_humidity_2m_mean": 87,
    }
    return {
        "latitude": 45.76,
        "longitude": 4.84,
        "timezone": "Europe/Paris",
        "daily_units": {"time": "iso8601", "temperature_2m_min": "°C"},
        "daily": {"time": ["2027-01-12"]} | {key: [value] for key, value in (day | changes).items()},
    }


def step(hour: int, low: float, high: float, **more: Any) -> dict[str, Any]:
    moment = datetime(2027, 1, 12, tzinfo=UTC).timestamp() + 3600 * hour
    return {
        "dt": int(moment),
        "main": {"temp": (low + high) / 2, "feels_like": low, "temp_min": low, "temp_max": high, "humidity": 80},
        "weather": [{"id": 600, "main": "Snow", "description": "light snow"}],
        "wind": {"speed": 5.0, "deg": 340, "gust": 9.1},
        "pop": 0.2,
    } | more


async def test_open_meteo_reads_one_day() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> Any:
        asked.append(request)
        return meteo_day()

    async with client(answer) as opened:
        reading = await OpenMeteo(opened).read(LYON, DAY)
    assert reading is not None
    assert (reading.temp_min_c, reading.temp_max_c, reading.rain_mm) == (-2.4, 3.1, 4.2)
    assert (reading.rain_chance, reading.wind_kmh, reading.uv) == (0.65, 23.8, 0.9)
    assert (reading.snow, reading.source, reading.humidity) == (True, "forecast", 0.87)
    sent = asked[0].url.params
    assert (sent["start_date"], sent["end_date"], sent["timezone"]) == ("2027-01-12", "2027-01-12", "auto")
    assert sent["latitude"] == "45.75"


async def test_open_meteo_may_lack_figures_of_a_far_day() -> None:
    far = meteo_day(precipitation_probability_max=None, uv_index_max=None, snowfall_sum=0)
    async with client(lambda _: far) as opened:
        reading = await OpenMeteo(opened).read(LYON, DAY)
    assert reading is not None
    assert reading.rain_chance is None and reading.snow is False
    assert reading.uv is not None and 0 < reading.uv < 3


async def test_a_day_without_temperatures_is_no_forecast() -> None:
    async with client(lambda _: meteo_day(temperature_2m_max=None)) as opened:
        assert await OpenMeteo(opened).read(LYON, DAY) is None


async def test_open_meteo_finds_a_small_place() -> None:
    found = {"name": "Giverny", "latitude": 49.08, "longitude": 1.53, "country_code": "FR", "country": "France"}
    async with client(lambda _: {"results": [found | {"id": 3016018, "elevation": 22.0}]}) as opened:
        place = await OpenMeteo(opened).find("Giverny")
    assert place == Place(name="Giverny", country="FR", country_name="France", lat=49.08, lon=1.53)
    async with client(lambda _: {"generationtime_ms": 0.5}) as opened:
        assert await OpenMeteo(opened).find("Xyzzy") is None


async def test_openweathermap_puts_the_steps_of_a_local_day_together() -> None:
    steps = [
        step(-3, -9, -8, pop=1.0),
        step(0, -2, 0, snow={"3h": 0.6}),
        step(9, 1, 3, rain={"3h": 1.2}, pop=0.7, wind={"speed": 10.0, "deg": 300}),
        step(23, 20, 25),
    ]
    payload = {"cod": "200", "cnt": 4, "list": steps, "city": {"name": "Lyon", "country": "FR", "timezone": 3600}}
    async with client(lambda _: payload) as opened:
        source = OpenWeatherMap(opened, "a-key")
        reading = await source.read(LYON, DAY)
        assert await source.read(LYON, date(2027, 2, 1)) is None
    assert reading is not None
    assert (reading.temp_min_c, reading.temp_max_c) == (-2, 3)
    assert (reading.rain_mm, reading.rain_chance, reading.wind_kmh) == (1.8, 0.7, 36.0)
    assert (reading.snow, reading.source) == (True, "forecast")


async def test_openweathermap_finds_a_small_place() -> None:
    found = [{"name": "Giverny", "lat": 49.08, "lon": 1.53, "country": "FR", "state": "Normandy"}]
    async with client(lambda _: found) as opened:
        place = await OpenWeatherMap(opened, "a-key").find("Giverny")
    assert place is not None and (place.country, place.country_name) == ("FR", "France")
    async with client(lambda _: []) as opened:
        assert await OpenWeatherMap(opened, "a-key").find("Xyzzy") is None


@pytest.mark.parametrize("body", [b"<html>", b"{}", json.dumps({"daily": {"time": []}}).encode()])
async def test_an_answer_that_cannot_be_read_raises(body: bytes) -> None:
    async with client(lambda _: httpx.Response(200, content=body)) as opened:
        with pytest.raises(ValueError, match="validation error"):
            await OpenMeteo(opened).read(LYON, DAY)


async def test_an_error_status_raises() -> None:
    async with client(lambda _: httpx.Response(401, json={"cod": 401})) as opened:
        with pytest.raises(httpx.HTTPStatusError):
            await OpenWeatherMap(opened, "a-key").read(LYON, DAY)

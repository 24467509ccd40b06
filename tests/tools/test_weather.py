import logging
from collections.abc import Callable
from datetime import date, timedelta

import httpx
import pytest

from tools.forecasts import OpenWeatherMap
from tools.normals import Reading
from tools.places import Place
from tools.weather import Weather, WeatherReading, open_weather

TODAY = date(2026, 11, 21)
STORM = Reading(temp_min_c=1, temp_max_c=4, rain_mm=20, rain_chance=0.9, wind_kmh=60, snow=False, source="forecast")


class Source:
    """A service in memory: it answers, finds nothing, or fails, and counts its calls."""

    days = 16

    def __init__(self, answer: Reading | Exception | None = STORM) -> None:
        self.answer = answer
        self.asked: list[tuple[str, date]] = []

    async def read(self, place: Place, day: date) -> Reading | None:
        self.asked.append((place.name, day))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    async def find(self, text: str) -> Place | None:
        if isinstance(self.answer, Exception):
            raise self.answer
        return Place(name=text, country="FR", country_name="France", lat=49.1, lon=1.5) if text == "Giverny" else None


async def read(weather: Weather, place: str, when: str | None = None) -> WeatherReading:
    reading = await weather.read(place, when, TODAY)
    assert reading is not None
    return reading


async def test_no_place_has_no_weather() -> None:
    assert await Weather().read(None, "2026-12-01", TODAY) is None


@pytest.mark.parametrize(
    ("when", "date_", "cold"),
    [("2026-12-24", "2026-12-24", True), ("2027-07", "2027-07", False), (None, "2026-11", True)],
)
async def test_normals_answer_for_a_day_a_month_and_now(when: str | None, date_: str, cold: bool) -> None:
    reading = await read(Weather(), "Lyon", when)
    assert (reading.place, reading.country, reading.date, reading.source) == ("Lyon", "FR", date_, "normals")
    assert reading.temp_max_c is not None and (reading.temp_max_c < 15) == cold
    assert reading.notes == ["weather:normals"]
    assert reading.degraded is None


async def test_the_nearest_city_is_mentioned() -> None:
    reading = await read(Weather(), "Alaska", "2027-06")
    assert reading.place == "Alaska"
    assert reading.notes == ["weather:normals", "place:nearest:Anchorage"]


async def test_an_unknown_place_comes_back_with_a_note() -> None:
    reading = await read(Weather(), "Xyzzy")
    assert (reading.place, reading.temp_min_c, reading.notes) == ("Xyzzy", None, ["place:unknown:Xyzzy"])


async def test_the_hint_tells_places_apart() -> None:
    reading = await Weather().read("Birmingham", "2027-06", TODAY, country="US")
    assert reading is not None and reading.country == "US"


async def test_a_forecast_is_asked_for_within_its_reach_only() -> None:
    source = Source()
    weather = Weather(source)
    near = await read(weather, "Lyon", "2026-12-06")
    assert (near.source, near.temp_max_c, near.notes) == ("forecast", 4, ["weather:forecast"])
    for when in ("2026-12-07", "2026-11-20", "2026-12"):
        assert (await read(weather, "Lyon", when)).source == "normals"
    assert source.asked == [("Lyon", date(2026, 12, 6))]


async def test_without_a_date_a_service_is_asked_for_today() -> None:
    reading = await read(Weather(Source()), "Lyon")
    assert (reading.source, reading.date) == ("forecast", "2026-11-21")


async def test_a_forecast_is_kept_for_an_hour() -> None:
    source = Source()
    times = iter([0.0, 3599.0, 3600.0, 3600.0])
    weather = Weather(source, clock=lambda: next(times))
    for when in ("2026-11-22", "2026-11-22", "2026-11-22", "2026-11-23"):
        await read(weather, "Lyon", when)
    assert [day for _, day in source.asked] == [TODAY + timedelta(days=n) for n in (1, 1, 2)]


REQUEST = httpx.Request("GET", "https://weather.example/?appid=secret-key")


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (httpx.ReadTimeout("", request=REQUEST), "timeout"),
        (httpx.ConnectError("refused", request=REQUEST), "unreachable"),
        (httpx.HTTPStatusError("401 for ?appid=secret-key", request=REQUEST, response=httpx.Response(401)), "http 401"),
        (ValueError("not JSON"), "unreadable answer"),
        (None, "no forecast for the day"),
    ],
)
async def test_when_a_service_fails_normals_answer_with_the_reason(failure: Exception | None, reason: str) -> None:
    reading = await read(Weather(Source(failure)), "Lyon", "2026-11-22")
    assert (reading.source, reading.degraded) == ("normals", reason)
    assert reading.temp_min_c is not None


async def test_a_service_finds_what_the_gazetteer_does_not() -> None:
    assert (await read(Weather(Source()), "Giverny", "2026-11-22")).source == "forecast"
    assert (await read(Weather(Source()), "Xyzzy")).note == "place:unknown:Xyzzy"
    failed = await read(Weather(Source(httpx.ReadTimeout("", request=REQUEST))), "Giverny")
    assert (failed.degraded, failed.note) == ("timeout", "place:unknown:Giverny")


async def test_by_default_there_is_no_service_behind_the_weather(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(httpx, "AsyncClient", refuse)
    async with open_weather() as weather:
        assert (await read(weather, "Lyon", "2026-11-22")).source == "normals"


def refuse() -> None:
    raise AssertionError("a client was opened")


async def test_a_key_is_needed_and_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ValueError, match="needs a key"):
        async with open_weather("openweathermap"):
            pass
    caplog.set_level(logging.INFO)
    async with open_weather("openweathermap", "secret-key"):
        pass
    down: Callable[[httpx.Request], httpx.Response] = lambda _: httpx.Response(500)  # noqa: E731
    async with httpx.AsyncClient(transport=httpx.MockTransport(down)) as client:
        reading = await read(Weather(OpenWeatherMap(client, "secret-key")), "Lyon", "2026-11-22")
    assert reading.degraded == "http 500"
    assert "secret-key" not in caplog.text + reading.model_dump_json()

import csv
import os
from pathlib import Path

import pytest

from tools.normals import Reading, clear_sky_uv, load_stations, normals
from tools.places import Place, find_place, fold

SHARED = Path(os.environ.get("MAISON_SHARED_DATA", Path(__file__).parents[3] / "shared" / "data"))
MEASURED = SHARED / "climate" / "climate_105.csv"
# Places that the measured table names otherwise than ours.
ALIASES = {"new york city ny": "new york city", "quebec city": "quebec", "new delhi": "delhi", "ubud bali": "ubud"}


def month(text: str, number: int) -> Reading:
    place = find_place(text)
    assert place is not None
    reading = normals(place, number)
    assert reading is not None
    return reading


def at(lat: float, lon: float, country: str) -> Place:
    return Place(name="Somewhere", country=country, country_name=country, lat=lat, lon=lon)


def test_the_table_is_whole() -> None:
    stations = load_stations()
    assert len(stations) >= 160
    assert len({(station.place.name, station.place.country) for station in stations}) == len(stations)
    for station in stations:
        for months in (station.low_c, station.high_c, station.rain_mm, station.rain_days, station.snow_days):
            assert len(months) == 12, station
        assert all(low < high for low, high in zip(station.low_c, station.high_c, strict=True)), station
        assert all(0 <= days <= 31 for days in (*station.rain_days, *station.snow_days)), station


def test_the_seasons_are_those_of_the_hemisphere() -> None:
    for station in load_stations():
        january, july = station.low_c[0] + station.high_c[0], station.low_c[6] + station.high_c[6]
        if abs(station.place.lat) > 30:
            assert (july > january) == (station.place.lat > 0), station


def test_a_city_of_the_table_is_read_without_a_note() -> None:
    reading = month("Lyon", 7)
    assert reading.note is None
    assert reading.source == "normals"
    assert reading.temp_min_c is not None and 14 <= reading.temp_min_c <= 19
    assert reading.temp_max_c is not None and 25 <= reading.temp_max_c <= 30
    assert reading.snow is False


def test_rain_is_per_day() -> None:
    reading = month("Mumbai", 7)
    assert reading.rain_mm is not None and 20 < reading.rain_mm < 35
    assert reading.rain_chance is not None and 0.6 < reading.rain_chance <= 1


@pytest.mark.parametrize(("place", "number", "snow"), [("Anchorage", 1, True), ("Paris", 1, False), ("Oslo", 7, False)])
def test_snow_needs_snow_days_and_cold(place: str, number: int, snow: bool) -> None:
    assert month(place, number).snow is snow


@pytest.mark.parametrize(("text", "city"), [("Alaska", "Anchorage"), ("Peru", "Lima"), ("Annecy", "Chambéry")])
def test_another_city_is_named(text: str, city: str) -> None:
    assert month(text, 5).note == f"place:nearest:{city}"


def test_the_own_country_comes_before_a_nearer_foreign_city() -> None:
    near_geneva = normals(at(46.2, 5.9, "FR"), 6)
    assert near_geneva is not None and near_geneva.note == "place:nearest:Chambéry"


def test_a_country_without_a_city_borrows_within_reach() -> None:
    reading = normals(at(43.73, 7.42, "MC"), 6)
    assert reading is not None and reading.note is None
    assert normals(at(-54.4, 3.4, "BV"), 6) is None


def test_uv_falls_with_latitude_and_winter() -> None:
    assert clear_sky_uv(0, 3) > clear_sky_uv(45, 7) > clear_sky_uv(45, 1) > clear_sky_uv(70, 12) == 0
    assert clear_sky_uv(45, 7) == pytest.approx(clear_sky_uv(-45, 1), rel=0.1)


def test_lows_and_highs_are_near_those_measured_by_others() -> None:
    if not MEASURED.exists():
        pytest.skip(f"no climate data at {MEASURED}")
    ours = {fold(station.place.name): station for station in load_stations()}
    errors: list[float] = []
    with MEASURED.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name = fold(row["city"])
            station = ours.get(ALIASES.get(name, name)) or ours.get(name.rpartition(" ")[0])
            if station is not None:
                index = int(row["month"]) - 1
                errors.append(abs(station.low_c[index] - float(row["low_c"])))
                errors.append(abs(station.high_c[index] - float(row["high_c"])))
    assert len(errors) > 2000
    assert sum(errors) / len(errors) < 2

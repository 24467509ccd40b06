"""How warm the looks are that whole turns compose, against what the month's weather asks for.

`python -m bench.weather [--data DIR] [--cities N] [--json] [--worst N]`: "What should I wear in CITY in MONTH?" for
each row of `climate/climate_105.csv`, answered by the graph over the demo catalogue; the weather tool answers with
that row. `clo_error` is the mean of |clo of the first look, outer layers on - target| over all rows, the target that
of `styling.md` 3.4 at the mean of low and high. Snow is five days of it and a mean of 3 C or less; `bare_in_snow`
counts looks with sandals or other open shoes there.
"""

import argparse
import asyncio
import calendar
import csv
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from bench.report import data_folder, publish
from graph.running import run_config
from graph.services import Services, open_services
from graph.settings import Settings
from stores.caller import LOCAL
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import ingest
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM
from stores.vocabulary import Look
from tools.surroundings import build_read_weather
from tools.warmth import BARE_SHOES
from tools.weather import Weather, WeatherReading

# The protocol's own table, so that a change of the house's does not move the goal.
TARGET = (
    (-20, 2.90), (-10, 2.35), (-5, 2.10), (0, 1.85), (5, 1.60), (8, 1.45), (10, 1.35), (12, 1.20), (14, 1.10),
    (16, 0.95), (18, 0.80), (20, 0.65), (22, 0.55), (24, 0.45), (26, 0.35), (30, 0.25),
)  # fmt: skip
SNOW_DAYS, SNOW_BELOW_C = 5, 3.0
BANDS = (-100, 0, 8, 14, 20, 26, 100)


class Row(NamedTuple):
    """A city's month: degrees Celsius, days with rain and with snow."""

    city: str
    country: str
    month: int
    low_c: float
    high_c: float
    rain_mm: float
    wet_days: float
    snow_days: float

    @property
    def mean_c(self) -> float:
        return (self.low_c + self.high_c) / 2

    @property
    def snow(self) -> bool:
        return self.snow_days >= SNOW_DAYS and self.mean_c <= SNOW_BELOW_C

    @property
    def days(self) -> int:
        return calendar.monthrange(2027, self.month)[1]


class Outcome(NamedTuple):
    """The first look of a turn: its clo, None where no look came, and the categories in it."""

    row: Row
    clo: float | None
    categories: list[str]


class Climate(Weather):
    """Answers every question about the weather with one row."""

    row: Row

    async def read(
        self, place: str | None, when: str | None, today: date, country: str | None = None
    ) -> WeatherReading | None:
        row = self.row
        return WeatherReading(
            place=row.city,
            country=row.country,
            date=f"2027-{row.month:02d}",
            temp_min_c=row.low_c,
            temp_max_c=row.high_c,
            rain_mm=row.rain_mm / row.days,
            rain_chance=row.wet_days / row.days,
            snow=row.snow,
        )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=data_folder())
    options.add_argument("--cities", type=int, help="the first cities of the table only")
    options.add_argument("--json", action="store_true")
    options.add_argument("--worst", type=int, default=0, help="list the looks that are furthest off")
    chosen = options.parse_args()
    outcomes = asyncio.run(dress(load_rows(chosen.data, chosen.cities), demo_rows()))
    for one in sorted(outcomes, key=error, reverse=True)[: chosen.worst]:
        print(f"{one.row.city} {one.row.month}: {one.row.mean_c} C, {target(one.row.mean_c):.2f} clo", one[1:])
    publish(figures(outcomes), as_json=chosen.json)


def load_rows(data: Path, cities: int | None = None) -> list[Row]:
    with (data / "climate/climate_105.csv").open(encoding="utf-8") as file:
        rows = [build_row(row) for row in csv.DictReader(file)]
    wanted = {*list(dict.fromkeys(row.city for row in rows))[:cities]}
    return [row for row in rows if row.city in wanted]


def build_row(row: dict[str, str]) -> Row:
    """A line of the table; a blank counts as no snow, and as many dry days as the month has."""
    low, high, rain = (float(row[key]) for key in ("low_c", "high_c", "rain_mm"))
    days = calendar.monthrange(2027, int(row["month"]))[1]
    wet = max(0.0, days - float(row["dry_days"] or days))
    return Row(row["city"], row["country"], int(row["month"]), low, high, rain, wet, float(row["snow_days"] or 0))


def target(mean_c: float) -> float:
    """Clo wanted outdoors, linear between the rows of the table and clamped."""
    for (x0, y0), (x1, y1) in pairwise(TARGET):
        if mean_c < x1:
            return y0 + (y1 - y0) * max(0.0, mean_c - x0) / (x1 - x0)
    return TARGET[-1][1]


async def dress(rows: Sequence[Row], articles: Iterable[FeedRow]) -> list[Outcome]:
    """The first look of a turn for every row, over a catalogue of these articles."""
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        await asyncio.to_thread(ingest, articles, directory / "catalog", MiniLM())
        async with open_services(Settings(data_dir=directory)) as services:
            climate = Climate()
            services.tools = {**services.tools, "read_weather": build_read_weather(climate)}
            outcomes = []
            for row in rows:
                climate.row = row
                outcomes.append(await wear(services, row))
    return outcomes


async def wear(services: Services, row: Row) -> Outcome:
    text = f"What should I wear in {row.city} in {calendar.month_name[row.month]}?"
    config = run_config(LOCAL, str(uuid4()), str(uuid4()), services)
    turn = {"messages": [{"role": "user", "content": text}]}
    output = await services.graph.ainvoke(turn, config, durability="exit")
    looks = [Look.model_validate(look) for look in output["looks"]]
    if not looks:
        return Outcome(row, None, [])
    articles = await services.catalog.articles([item.id for item in looks[0].items])
    clo = 0.161 + 0.835 * sum(article.clo for article in articles.values())
    return Outcome(row, clo, [item.category for item in looks[0].items])


def error(outcome: Outcome) -> float:
    """In clo; without a look, all that is wanted is missing."""
    return abs((outcome.clo or 0.0) - target(outcome.row.mean_c))


def figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    bands: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        low, high = next((a, b) for a, b in pairwise(BANDS) if a <= one.row.mean_c < b)
        bands[f"{low}..{high}"].append(one)
    snowy = [one for one in outcomes if one.row.snow]
    return {
        "clo_error": mean(map(error, outcomes)),
        "bias": mean((one.clo or 0.0) - target(one.row.mean_c) for one in outcomes),
        "bands": {band: {"error": mean(map(error, ones)), "n": len(ones)} for band, ones in bands.items()},
        "snowy": len(snowy),
        "bare_in_snow": sum(bool(BARE_SHOES & {*one.categories}) for one in snowy),
        "without_look": sum(one.clo is None for one in outcomes),
        "n": len(outcomes),
    }


def mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)


if __name__ == "__main__":
    main()

"""Suitcases: how few pieces dress a trip, whether every look is right by the gates and warm enough, and the time.

`python -m bench.packing [--trips N] [--seed N] [--json]`. Trips are of ours: ten places and months, four days in town,
and a week with a dinner and a hike, packed by strangers from the demo catalogue of that seed.
"""

import argparse
import asyncio
import tempfile
import time
from itertools import islice
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple
from uuid import uuid4

from bench.report import percentile, publish
from graph.running import run_config
from graph.services import Services, open_services
from graph.settings import Settings
from stores.caller import Caller
from stores.catalog.ingest import ingest
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM
from stores.vocabulary import Brief, Conditions, Look, Packing, Profile
from tools.gates import broken
from tools.warmth import look_clo

PLACES = (
    "Lisbon in May", "Oslo in January", "Cairo in July", "Tokyo in October", "Sydney in March", "Reykjavik in June",
    "Mumbai in August", "Chicago in November", "Lima in July", "Moscow in April",
)  # fmt: skip
STAYS = (
    ("Pack for 4 days in {}, I'm a woman", "women"),
    ("Pack for 7 days in {}, one dinner and a hike, I'm a man", "men"),
)
TOWN = "city_trip"


class Packed(NamedTuple):
    """One trip: how many pieces, how many are worn in all its looks together, and how its days in town are dressed."""

    pieces: int
    worn: int
    broken: list[str]
    clo_errors: list[float]
    ms: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trips", type=int, default=len(PLACES) * len(STAYS))
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    publish(asyncio.run(measure(arguments.trips, arguments.seed)), as_json=arguments.json)


async def measure(trips: int, seed: int) -> dict[str, Any]:
    """Pieces of a suitcase, beside as many as its looks would be made of if they shared none; means over the trips."""
    asked = islice(((stay, place) for place in PLACES for stay in STAYS), trips)
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        ingest(demo_rows(seed), directory / "catalog", MiniLM())
        async with open_services(Settings(data_dir=directory)) as services:
            found = [await pack(services, stay.format(place), cut) for (stay, cut), place in asked]
    packed = [one for one in found if one is not None]
    return {
        "seed": seed,
        "trips": len(found),
        "packed": len(packed),
        "pieces": fmean(one.pieces for one in packed),
        "worn": fmean(one.worn for one in packed),
        "broken": [name for one in packed for name in one.broken],
        "clo_error": fmean(error for one in packed for error in one.clo_errors),
        "p50_ms": percentile([one.ms for one in packed], 50),
    }


async def pack(services: Services, text: str, cut: str) -> Packed | None:
    """A trip packed by a person of their own; None where nothing could be."""
    config = run_config(Caller(f"traveller-{uuid4()}"), str(uuid4()), str(uuid4()), services)
    begin = time.perf_counter()
    output = await services.graph.ainvoke({"messages": [{"role": "user", "content": text}]}, config)
    ms = (time.perf_counter() - begin) * 1000
    if output["packing"] is None:
        return None
    packing = Packing.model_validate(output["packing"])
    conditions = Conditions.model_validate(output["conditions"])
    looks = {look.id: look for look in map(Look.model_validate, output["looks"])}
    articles = await services.catalog.articles([item.id for item in packing.pieces])
    brief = Brief.model_validate({"occasion": TOWN, "presentation": cut})
    town = [[articles[item.id] for item in looks[row.look].items] for row in packing.days if row.occasion == TOWN]
    return Packed(
        pieces=len(packing.pieces),
        worn=sum(len(look.items) for look in looks.values()),
        broken=[name for pieces in town for name in broken(pieces, brief, conditions, Profile())],
        clo_errors=[abs(look_clo(pieces) - (conditions.clo or 0.0)) for pieces in town],
        ms=ms,
    )


if __name__ == "__main__":
    main()

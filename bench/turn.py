"""One whole embedded turn: wall time, its parts by node, and memory.

`python -m bench.turn [--data DIR] [--articles N] [--turns N] [--json]`. Up to 1,000 articles are the demo catalogue;
more are the first N rows of `kaggle-fashion/styles.csv.gz` under DIR.
"""

import argparse
import asyncio
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

from bench.report import data_folder, percentile, publish
from graph.running import finish, run_config
from graph.services import Services, open_services
from graph.settings import Settings
from stores.caller import LOCAL
from stores.catalog.feeds import read_feed
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import ingest
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM

DEMO_ARTICLES = 1000
TURNS = (
    "What do I wear to a wedding in Lyon on 12 June? Under 150 euros, I like green.",
    "Recommend me an outfit",
    "I need a black blazer for a professional meeting",
    "business meeting next week, professional but not overly formal. My budget is $200.",
    "I want a warm coat for winter, preferably in navy blue",
    "What should I wear for a first date? I'm a woman and I like red.",
    "Can you suggest a casual summer dress in floral print?",
    "an outfit for a rainy hike in Scotland in October, I'm a man",
    "formal gala, black or navy, $300",
    "What colour should I wear to a party? I like gray.",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=data_folder())
    parser.add_argument("--articles", type=int, default=DEMO_ARTICLES)
    parser.add_argument("--turns", type=int, default=100)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    publish(asyncio.run(measure(arguments.data, arguments.articles, arguments.turns)), as_json=arguments.json)


async def measure(data: Path, articles: int, turns: int) -> dict[str, Any]:
    """Wall milliseconds of fresh-thread turns, their nodes' medians, and the resident size at the end."""
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        ingest(rows(data, articles), directory / "catalog", MiniLM())
        async with open_services(Settings(data_dir=directory)) as services:
            for text in TURNS:
                await run_turn(services, text)
            timed = [await run_turn(services, TURNS[n % len(TURNS)]) for n in range(turns)]
    walls = [wall for wall, _ in timed]
    return {
        "articles": articles,
        "turns": turns,
        "p50_ms": percentile(walls, 50),
        "p95_ms": percentile(walls, 95),
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "rss_now_mb": resident_mb(),
        "nodes": nodes([parts for _, parts in timed]),
    }


def rows(data: Path, articles: int) -> Iterator[FeedRow]:
    if articles <= DEMO_ARTICLES:
        return islice(demo_rows(), articles)
    return islice(read_feed(data / "kaggle-fashion/styles.csv.gz", "kaggle"), articles)


async def run_turn(services: Services, text: str) -> tuple[float, dict[str, float]]:
    """A turn in a new thread: its wall milliseconds, and those of each node."""
    thread = str(uuid4())
    config = run_config(LOCAL, thread, str(uuid4()), services)
    parts: dict[str, float] = defaultdict(float)
    started: dict[str, float] = {}
    begin = time.perf_counter()
    async for part in services.graph.astream(
        {"messages": [{"role": "user", "content": text}]},
        config,
        stream_mode="tasks",
        durability=services.durability(),
        version="v2",
    ):
        task, at = cast("dict[str, Any]", part["data"]), time.perf_counter()
        if "input" in task:
            started[task["id"]] = at
        else:
            parts[task["name"]] += (at - started[task["id"]]) * 1000
    await finish(services, thread)
    return (time.perf_counter() - begin) * 1000, dict(parts)


def nodes(turns: list[dict[str, float]]) -> dict[str, float]:
    """The median milliseconds of each node over the turns in which it ran."""
    names = sorted({name for parts in turns for name in parts})
    return {name: percentile([parts[name] for parts in turns if name in parts], 50) for name in names}


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    main()

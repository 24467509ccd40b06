"""How a thread grows: the 100th turn against the 5th, and what the thread takes on disk.

`python -m bench.thread [--turns N] [--json]`. The demo catalogue, one thread, the same three turns in rotation.
"""

import argparse
import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.report import percentile, publish
from graph.running import finish, run_config, start
from graph.services import Services, open_services
from graph.settings import Settings
from stores.caller import LOCAL
from stores.catalog.ingest import ingest
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM

TURNS = ("Recommend an outfit for a party", "cheaper", "What about a green dress for a wedding?")
WINDOW = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=100)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    publish(asyncio.run(measure(arguments.turns)), as_json=arguments.json)


async def measure(turns: int) -> dict[str, Any]:
    """Milliseconds around the 5th and the last turn (medians of three rotations), and bytes of its checkpoints."""
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        ingest(demo_rows(), directory / "catalog", MiniLM())
        async with open_services(Settings(data_dir=directory)) as services:
            await run(services, str(uuid4()), TURNS[0])
            thread = str(uuid4())
            await start(services, thread)
            walls = [await run(services, thread, TURNS[n % len(TURNS)]) for n in range(turns + WINDOW)]
            size = await checkpoint_bytes(services, thread)
    early, late = percentile(walls[4 - WINDOW + 2 : 4 + WINDOW], 50), percentile(walls[-2 * WINDOW + 1 :], 50)
    return {
        "turns": turns,
        "turn_5_ms": early,
        f"turn_{turns}_ms": late,
        "ratio_100_to_5": late / early,
        "bytes_100": size,
    }


async def run(services: Services, thread: str, text: str) -> float:
    config = run_config(LOCAL, thread, str(uuid4()), services)
    begin = time.perf_counter()
    await services.graph.ainvoke(
        {"messages": [{"role": "user", "content": text}]}, config, durability=services.durability()
    )
    await finish(services, thread)
    return (time.perf_counter() - begin) * 1000


async def checkpoint_bytes(services: Services, thread: str) -> int:
    query = "SELECT COALESCE(SUM(LENGTH(checkpoint) + LENGTH(metadata)), 0) FROM checkpoints WHERE thread_id = ?"
    async with services.checkpoints.conn.execute(query, (thread,)) as cursor:
        row = await cursor.fetchone()
    return int(row[0]) if row else 0


if __name__ == "__main__":
    main()

"""Servers side by side: how long a run takes over HTTP, how many go through, what the server takes.

`python -m bench.http [--rounds N] [--json]`. The same trivial graph in raw `ainvoke`, on a floor of FastAPI and a
checkpointer, on our server and on `langgraph dev`; and the stylist itself on our server over the demo catalogue. The
contestants take turns within each round, so that a machine that slows down slows all of them.
"""

import argparse
import asyncio
import tempfile
import time
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from bench import servers, trivial
from bench.report import percentile, publish
from stores.catalog.ingest import ingest
from stores.checkpoints import open_checkpoints
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM

ALONE = 10  # runs one after the other, a round
CROWD = 96  # runs at each concurrency, a round
CROWDS = (16, 64)
WIDE = httpx.Limits(max_connections=None, max_keepalive_connections=64)
HELLO = "hello"
BLAZER = "I need a black blazer for a professional meeting"

Seen = dict[str, dict[str, list[float]]]


@dataclass(frozen=True)
class Raw:
    """The trivial graph without a server."""

    graph: Any
    name: str = "raw"
    few: int = 1

    async def run(self) -> None:
        await self.graph.ainvoke(said(HELLO), {"configurable": {"thread_id": str(uuid4())}})

    async def first_values_ms(self) -> float:
        begun = time.perf_counter()
        config = {"configurable": {"thread_id": str(uuid4())}}
        seen = [time.perf_counter() async for _ in self.graph.astream(said(HELLO), config, stream_mode="values")]
        return (seen[0] - begun) * 1000


@dataclass(frozen=True)
class Server:
    """A server by its address, asked on a new thread each time; `few` divides the runs of one that takes long."""

    name: str
    url: str
    client: httpx.AsyncClient
    text: str = HELLO
    few: int = 1

    async def run(self) -> None:
        answer = await self.client.post(self.at("wait"), json=self.order())
        if answer.status_code != 200 or "messages" not in answer.json():
            raise RuntimeError(f"{self.name} answered {answer.status_code}: {answer.text[:300]}")

    async def first_values_ms(self) -> float:
        """Until the first values have come; the rest of the stream is read too."""
        begun, found = time.perf_counter(), 0.0
        order = self.order() | {"stream_mode": ["values"]}
        async with self.client.stream("POST", self.at("stream"), json=order) as answer:
            async for line in answer.aiter_lines():
                if line == "event: values":
                    found = found or time.perf_counter()
        return (found - begun) * 1000

    def at(self, kind: str) -> str:
        return f"{self.url}/threads/{uuid4()}/runs/{kind}"

    def order(self) -> dict[str, Any]:
        return {"assistant_id": "stylist", "if_not_exists": "create", "input": said(self.text)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        ingest(demo_rows(), Path(folder, "data/catalog"), MiniLM())
        running = {
            "floor": stack.enter_context(servers.floor()),
            "maison": stack.enter_context(servers.maison("bench.trivial:build_trivial")),
            "maison_stylist": stack.enter_context(servers.maison_serve(Path(folder, "data"))),
            "langgraph_dev": stack.enter_context(servers.langgraph_dev(f"{trivial.__file__}:graph")),
        }
        publish(asyncio.run(measure(running, arguments.rounds, Path(folder))), as_json=arguments.json)


async def measure(running: dict[str, servers.Served], rounds: int, folder: Path) -> dict[str, Any]:
    """Per server: milliseconds of `runs.wait` and of the first values, runs/s at 16 and 64, MB, seconds to start."""
    idle = {name: servers.resident_mb(served.pid) for name, served in running.items()}
    seen: Seen = defaultdict(lambda: defaultdict(list))
    async with open_checkpoints(folder / "raw.db") as saver, httpx.AsyncClient(timeout=120, limits=WIDE) as client:
        contestants: list[Raw | Server] = [
            Raw(trivial.build_trivial().compile(checkpointer=saver)),
            Server("floor", running["floor"].url, client),
            Server("maison", running["maison"].url, client),
            Server("maison_stylist", running["maison_stylist"].url, client, text=BLAZER, few=5),
            Server("langgraph_dev", running["langgraph_dev"].url, client, few=3),
        ]
        for contestant in contestants:
            await at_once(contestant, 20, 4)
        for _ in range(rounds):
            for contestant in contestants:
                await take_turn(contestant, seen[contestant.name])
    return {name: summary(figures) for name, figures in seen.items()} | {
        "maison_to_floor": ratios(seen["maison"], seen["floor"]),
        "rss_idle_mb": idle,
        "start_s": {name: served.start_s for name, served in running.items()},
    }


async def take_turn(contestant: Raw | Server, seen: dict[str, list[float]]) -> None:
    """One round of one contestant."""
    for _ in range(max(ALONE // contestant.few, 1)):
        begun = time.perf_counter()
        await contestant.run()
        seen["wait_ms"].append((time.perf_counter() - begun) * 1000)
        seen["first_values_ms"].append(await contestant.first_values_ms())
    for crowd in CROWDS:
        count = max(CROWD // contestant.few, crowd)
        begun = time.perf_counter()
        await at_once(contestant, count, crowd)
        seen[f"runs_per_s_{crowd}"].append(count / (time.perf_counter() - begun))


async def at_once(contestant: Raw | Server, count: int, crowd: int) -> None:
    gate = asyncio.Semaphore(crowd)

    async def one() -> None:
        async with gate:
            await contestant.run()

    await asyncio.gather(*(one() for _ in range(count)))


def said(text: str) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": text}]}


def summary(seen: dict[str, list[float]]) -> dict[str, float]:
    """Percentiles of times, medians of rates."""
    times = {key.removesuffix("_ms"): values for key, values in seen.items() if key.endswith("_ms")}
    shares = {f"{key}_p{share}_ms": percentile(values, share) for key, values in times.items() for share in (50, 95)}
    return shares | {f"runs_per_s_{crowd}": percentile(seen[f"runs_per_s_{crowd}"], 50) for crowd in CROWDS}


def ratios(ours: dict[str, list[float]], least: dict[str, list[float]]) -> dict[str, float]:
    """Ours over the floor's on the same graph: the aims are under 1.5 for times and over 0.7 for rates."""
    us, them = summary(ours), summary(least)
    return {key: us[key] / them[key] for key in us}


if __name__ == "__main__":
    main()

"""What Maison adds to its models: a turn's time over that of the model calls it waits for, and how many these are.

`python -m bench.orchestration [--first-token-ms 300] [--token-ms 30] [--json]`. The models are those of the scripted
server, in a process of its own. Beside it, on the same server, two chains of calls: RelookX's seven for advice with a
wardrobe, and the notebook's for a first question. What they say is as long as their prompts and records let expect.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Literal, cast
from uuid import uuid4

import httpx
from langchain_core.messages import BaseMessage

from bench.report import data_folder, percentile, publish
from graph.running import run_config
from graph.services import Services, open_services
from graph.settings import Settings
from stores.caller import Caller
from stores.catalog.ingest import ingest
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM

Kind = Literal["outfit", "unsure", "relook"]
TURNS: dict[Kind, tuple[str, ...]] = {
    "outfit": (
        "What do I wear to a wedding in Lyon on 12 June? Under 150 euros, I like green.",
        "I need a black blazer for a professional meeting and what goes with it",
        "Une tenue pour un dîner à Paris en octobre, je suis un homme",
        "六月去里昂参加婚礼穿什么，预算150欧",
    ),
    "unsure": (
        "My cousin ropes me into her vernissage next Friday, something slinky yet demure, I'm a woman",
        "Un truc qui claque pour épater la galerie au cocktail de ma belle-doche, je suis une femme",
    ),
    "relook": (
        "I'm wearing a red skirt and an orange blouse to the office, how can I improve?",
        "Je porte un jean bleu et un pull rouge, comment améliorer ma tenue ?",
    ),
}
# Tokens that each call says. RelookX: two gates, the photo's number, the wishes as JSON, the critique, one article as
# JSON, the answer. The notebook: the stylist's advice, then the retriever's answer.
CHAINS = {"relookx": (1, 1, 2, 60, 400, 120, 120), "notebook": (250, 200)}
BESIDE = 1
NAMES = count(1000)


@dataclass(frozen=True)
class Timed:
    """One turn: its seconds, when its reply began, and the calls it made."""

    kind: Kind
    seconds: float
    first: float
    calls: list[dict[str, Any]]
    unused: list[str] = field(default_factory=list)

    @property
    def waited(self) -> float:
        """Seconds in which a model was at work, those at once counted once: the critical path of the models."""
        return union((call["began"], call["ended"]) for call in self.calls)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=data_folder(), help="not used: the turns are the bench's own")
    parser.add_argument("--first-token-ms", type=float, default=300)
    parser.add_argument("--token-ms", type=float, default=30)
    parser.add_argument("--json", action="store_true")
    told = parser.parse_args()
    publish(asyncio.run(measure(told.first_token_ms, told.token_ms)), as_json=told.json)


async def measure(first_ms: float, token_ms: float) -> dict[str, Any]:
    async with open_server(first_ms, token_ms) as url, open_shop() as services:
        names = {kind: [(next(NAMES), text) for text in texts] for kind, texts in TURNS.items()}
        for number, _ in (row for rows in names.values() for row in rows):
            services.models.specs = {**services.models.specs, f"say={number}": f"vllm:say={number}@{url}"}
            await asyncio.to_thread(services.models.model, f"say={number}")
            # The first reply of a model comes whole, later ones as they are written; here is measured what is usual.
            services.models.habit(f"say={number}").begins_thinking = False
        for _, text in (row for rows in names.values() for row in rows):
            await take_turn(services, "house", text)  # so that nothing is read from disk any more
        turns = await take_turns(services, url, names)
        chains = {name: await replay(url, tokens) for name, tokens in CHAINS.items()}
    return figures(turns, chains) | {"per_call_ms": first_ms, "per_token_ms": token_ms}


@asynccontextmanager
async def open_server(first_ms: float, token_ms: float) -> AsyncIterator[str]:
    """The scripted server in its own process; its base URL."""
    command = ["-m", "evals.scripted", "--port", "0", "--first-token-ms", str(first_ms), "--token-ms", str(token_ms)]
    server = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=asyncio.subprocess.PIPE)
    try:
        assert server.stdout is not None
        line = (await server.stdout.readline()).decode()
        yield line.strip().partition("@")[2]
    finally:
        server.terminate()
        await server.wait()


@asynccontextmanager
async def open_shop() -> AsyncIterator[Services]:
    with tempfile.TemporaryDirectory() as folder:
        ingest(demo_rows(), Path(folder) / "catalog", MiniLM())
        async with open_services(Settings(data_dir=Path(folder), call_seconds=90, turn_seconds=300)) as services:
            yield services


async def take_turns(services: Services, url: str, names: dict[Kind, list[tuple[int, str]]]) -> list[Timed]:
    """Every turn, a few at a time, each with a model of its own, by which its calls are known."""
    room = asyncio.Semaphore(BESIDE)

    async def timed(kind: Kind, number: int, text: str) -> tuple[Kind, int, float, float, list[str]]:
        async with room:
            return kind, number, *await take_turn(services, f"say={number}", text)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(timed(kind, *row)) for kind, rows in names.items() for row in rows]
    calls = await calls_of(url)
    told = (task.result() for task in tasks)
    return [Timed(kind, all_, first, calls.get(f"say={number}", []), why) for kind, number, all_, first, why in told]


async def take_turn(services: Services, model: str, text: str) -> tuple[float, float, list[str]]:
    """Seconds of one turn of a new person and until its reply begins; why a model's answers were not used."""
    config = run_config(Caller(uuid4().hex), str(uuid4()), str(uuid4()), services)
    began, first = time.perf_counter(), 0.0
    message = {"messages": [{"role": "user", "content": text}]}
    modes: Any = ["messages", "values"]
    degraded: list[Any] = []
    async for part in services.graph.astream(
        message, config, context={"model": model}, stream_mode=modes, version="v2"
    ):
        if part["type"] == "values":
            degraded = cast("dict[str, Any]", part["data"]).get("degraded") or []
            continue
        chunk, _ = cast("tuple[BaseMessage, Any]", part["data"])
        if chunk.type != "human" and chunk.text:
            first = first or time.perf_counter() - began
    return time.perf_counter() - began, first, [row["reason"] for row in degraded]


async def calls_of(url: str) -> dict[str, list[dict[str, Any]]]:
    """The calls that the server answered, by model."""
    async with httpx.AsyncClient() as client:
        rows = (await client.get(f"{url}/calls")).json()
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["model"], []).append(row)
    return found


async def replay(url: str, tokens: Sequence[int]) -> float:
    """Seconds of calls one after the other that say so many tokens."""
    began = time.perf_counter()
    async with httpx.AsyncClient(timeout=120) as client:
        for number in tokens:
            body = {"model": f"say={number}", "messages": [{"role": "user", "content": "a green dress"}]}
            (await client.post(f"{url}/chat/completions", json=body)).raise_for_status()
    return time.perf_counter() - began


def union(spans: Iterable[tuple[float, float]]) -> float:
    """The length of what the spans cover together."""
    covered, reached = 0.0, float("-inf")
    for begin, end in sorted(spans):
        covered += max(0.0, end - max(begin, reached))
        reached = max(reached, end)
    return covered


def figures(turns: Sequence[Timed], chains: dict[str, float]) -> dict[str, Any]:
    """`ratio` is the median turn over its own calls; `first_token_ms` runs until the reply begins."""
    outfits = [turn for turn in turns if turn.kind != "relook"]
    usual = percentile([turn.seconds for turn in outfits], 50)
    relooks = percentile([turn.seconds for turn in turns if turn.kind == "relook"], 50)
    return {
        "ratio": percentile([turn.seconds / turn.waited for turn in turns], 50),
        "ratio_max": max(turn.seconds / turn.waited for turn in turns),
        "critical_calls": max(len(turn.calls) for turn in outfits),
        "critical_calls_relook": max(len(turn.calls) for turn in turns if turn.kind == "relook"),
        "first_token_ms": percentile([turn.first * 1000 for turn in outfits], 50),
        "speedup_over_chain": chains["relookx"] / relooks,
        "turn_s": {"outfit": usual, "relook": relooks},
        "chain_s": chains,
        "chain_calls": {name: len(tokens) for name, tokens in CHAINS.items()},
        "unused_replies": sum(len(turn.unused) for turn in turns),
        "turns": [told(turn) for turn in turns],
    }


def told(turn: Timed) -> dict[str, Any]:
    return {
        "kind": turn.kind,
        "seconds": turn.seconds,
        "models_s": turn.waited,
        "first_token_s": turn.first,
        "unused": turn.unused,
        "calls": [f"{call['role']}:{call['tokens']}" for call in turn.calls],
    }


if __name__ == "__main__":
    main()

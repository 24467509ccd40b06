"""Whether looks keep to orders: `python -m bench.constraints [--data DIR] [--seeds N ...] [--split S] [--json]`.

Plays the turns of `evals/datasets/constraints.jsonl`, or of a file of that name under DIR, in three languages, each for
a person of its own, on the demo catalogue of each seed; the leading figures are of the first seed. A turn is right when
every look keeps to every order, or when nothing is shown, nothing fits, and `unmet` names what stands in the way.
Lexicon, rules and the checkers' own table were mended by failures of the split `dev` alone, whose figures therefore
flatter the stylist; `test` is the honest one, its failures were not looked at.
"""

import argparse
import asyncio
import tempfile
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.report import data_folder, publish
from evals.constraints import Outfit, ordered, worn
from evals.feasibility import judge
from evals.turns import Turn, load_turns
from graph.running import run_config
from graph.services import Services, open_services
from graph.settings import Settings
from stores.caller import Caller
from stores.catalog.ingest import ingest
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM
from stores.vocabulary import Article, Language, Look, Unmet

FILE = "constraints.jsonl"
LANGUAGES: tuple[Language, ...] = ("en", "fr", "zh")
SEEDS = (7, 2)
TODAY = datetime(2026, 11, 21, 9, 0)


@dataclass(frozen=True)
class Shop:
    services: Services
    articles: dict[str, Article]


@dataclass(frozen=True)
class Answered:
    """What a turn of one language got: its reply, and the orders that it breaks."""

    turn: Turn
    language: Language
    reply: str
    broken: list[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=data_folder())
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    parser.add_argument("--split", choices=["dev", "test"])
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    turns = [turn for turn in turns_in(chosen.data) if chosen.split in (None, turn.split)]
    publish(asyncio.run(measure(turns, chosen.seeds)), as_json=chosen.json)


def turns_in(data: Path) -> list[Turn]:
    own = data / FILE
    return load_turns(own if own.exists() else None)


async def measure(turns: Sequence[Turn], seeds: Sequence[int]) -> dict[str, Any]:
    """Per language the share of right turns, by split and by what was ordered, with the failures."""
    per_seed = [figures(await answers(turns, seed)) for seed in seeds]
    others = {f"seed_{seed}": found for seed, found in zip(seeds[1:], per_seed[1:], strict=True)}
    return {"turns": len(turns), "seed": seeds[0], **per_seed[0], **others}


async def answers(turns: Sequence[Turn], seed: int) -> list[Answered]:
    async with open_shop(seed) as shop:
        return [await play(shop, turn, language) for turn in turns for language in LANGUAGES]


@asynccontextmanager
async def open_shop(seed: int) -> AsyncIterator[Shop]:
    """The stylist over the demo catalogue of a seed, on a day that does not change."""
    rows = list(demo_rows(seed))
    articles = {row.article.id: row.article for row in rows if row.article}
    with tempfile.TemporaryDirectory() as folder:
        ingest(iter(rows), Path(folder) / "catalog", MiniLM())
        async with open_services(Settings(data_dir=Path(folder))) as services:
            services.clock = lambda: TODAY
            yield Shop(services, articles)


async def play(shop: Shop, turn: Turn, language: Language) -> Answered:
    """One turn in a thread and for a person of its own, after the message before it where there is one."""
    caller, thread = Caller(f"{turn.id}-{language}"), str(uuid4())
    earlier: list[Outfit] = []
    if turn.before:
        before = await send(shop.services, caller, thread, turn.before[language])
        earlier = outfits(before, shop)
    output = await send(shop.services, caller, thread, turn.say[language])
    unmet = [Unmet.model_validate(row) for row in output["brief"]["unmet"]]
    broken = judge(turn.expect, outfits(output, shop), earlier, unmet, list(shop.articles.values()))
    return Answered(turn, language, output["messages"][-1].text, broken)


async def send(services: Services, caller: Caller, thread: str, text: str) -> dict[str, Any]:
    config = run_config(caller, thread, str(uuid4()), services)
    message = {"messages": [{"role": "user", "content": text}]}
    output: dict[str, Any] = await services.graph.ainvoke(message, config, durability=services.durability())
    return output


def outfits(output: dict[str, Any], shop: Shop) -> list[Outfit]:
    return [worn(Look.model_validate(look), shop.articles) for look in output["looks"]]


def figures(answered: Sequence[Answered]) -> dict[str, Any]:
    by_language = {language: [one for one in answered if one.language == language] for language in LANGUAGES}
    splits = sorted({one.turn.split for one in answered})
    return {
        **{language: share(ones) for language, ones in by_language.items()},
        "splits": {
            split: {
                language: share([one for one in ones if one.turn.split == split])
                for language, ones in by_language.items()
            }
            for split in splits
        },
        "constraints": {language: by_constraint(ones) for language, ones in by_language.items()},
        "failures": [
            {"id": one.turn.id, "split": one.turn.split, "language": one.language, "broken": one.broken}
            for one in answered
            if one.broken
        ],
    }


def share(answered: Sequence[Answered]) -> float:
    """The share of turns that break nothing; NaN of none."""
    return sum(not one.broken for one in answered) / len(answered) if answered else float("nan")


def by_constraint(answered: Sequence[Answered]) -> dict[str, list[float]]:
    """For each kind of order the share of turns that keep it, an empty answer keeping none, and how many have one."""
    kept: dict[str, list[bool]] = defaultdict(list)
    for one in answered:
        for name in ordered(one.turn.expect):
            kept[name].append(not {name, "empty"} & {*one.broken})
    return {name: [sum(values) / len(values), len(values)] for name, values in sorted(kept.items())}


if __name__ == "__main__":
    main()

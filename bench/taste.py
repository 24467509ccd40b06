"""How soon the stylist dresses somebody as they like it: simulated people who judge k of the pieces they are shown.

`python -m bench.taste [--people N] [--seed N] [--json]`. Each person likes two colours and a fabric of the demo
catalogue and dislikes as many, drawn by the seed; they see the same looks, thumb the first k pieces that they have an
opinion on up or down, and then ask for other occasions. `after` tells for each k of the first look: the mean liking of
its pieces (-1 to 1), the share of looks with something liked and nothing disliked, and, to see what it costs, what the
look scores beside preference. `rmse` is of `training.taste` on people of four tribes, by five-fold cross-validation
over opinions: attributes alone, and with the factors that people share. People who know what they like are made up:
the figures show that the arithmetic learns, not how people are.
"""

import argparse
import asyncio
import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple
from uuid import uuid4

from bench.report import publish
from graph.learning import attributes_of, learn
from graph.running import run_config
from graph.services import Services, open_services
from graph.settings import Settings
from stores.caller import Caller
from stores.catalog.ingest import ingest
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM
from stores.feedback import Entry
from stores.vocabulary import Article
from tools.score import WEIGHTS
from training.taste import WIDTH, build_table, held_out_error, spoken_of

EVIDENCE = (0, 1, 3, 10)
SHOWN_FIRST = (
    "an outfit for a museum in May, I'm a woman",
    "something for brunch in June, I'm a woman",
    "what to wear on a city trip in October, I'm a woman",
    "an outfit for a concert, I'm a woman",
    "a look for a birthday in April, I'm a woman",
    "an outfit for the theatre in November, I'm a woman",
)
ASKED_THEN = (
    "an outfit for the weekend in September, I'm a woman",
    "what to wear for lunch with friends in May, I'm a woman",
    "an outfit for the office in March, I'm a woman",
    "something for a picnic in June, I'm a woman",
)
FAMILIES = ("navy", "blue", "green", "red", "pink", "beige", "cream", "brown", "grey", "black", "white")
FABRICS = ("cotton", "linen", "wool", "viscose", "leather", "modal")
TRIBES, MEMBERS, OPINIONS = 4, 15, 12


class Seen(NamedTuple):
    """A look that was shown; `rest` is what it scores beside preference, 0 to 1."""

    articles: list[Article]
    rest: float


class Tried(NamedTuple):
    """How each piece of a look is liked, and what the look scores beside preference."""

    likings: list[float]
    rest: float


class Simulated(NamedTuple):
    """Who likes and dislikes what, as attributes: `family:green`."""

    likes: frozenset[str]
    dislikes: frozenset[str]

    def liking(self, article: Article) -> float:
        """-1, 0 or 1: a disliked colour or fabric outweighs a liked one."""
        traits = {f"family:{article.colours[0].family}", *(f"fabric:{one}" for one in article.fabrics[:1])}
        return -1.0 if traits & self.dislikes else 1.0 if traits & self.likes else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    publish(asyncio.run(measure(options.people, options.seed)), as_json=options.json)


async def measure(people: int, seed: int) -> dict[str, Any]:
    """The figures of the module's docstring."""
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        ingest(demo_rows(), directory / "catalog", MiniLM())
        async with open_services(Settings(data_dir=directory)) as services:
            drawn = [simulate(random.Random(f"{seed} {number}")) for number in range(people)]
            return {
                "people": people,
                "seed": seed,
                "after": await after(services, drawn),
                "rmse": tribes(list(articles_of()), seed),
            }


def simulate(chance: random.Random) -> Simulated:
    families, fabrics = chance.sample(FAMILIES, 4), chance.sample(FABRICS, 2)
    likes, dislikes = [*families[:2], fabrics[0]], [*families[2:], fabrics[1]]
    kinds = ("family", "family", "fabric")
    return Simulated(*(frozenset(map(":".join, zip(kinds, named, strict=True))) for named in (likes, dislikes)))


def articles_of() -> Iterator[Article]:
    return (row.article for row in demo_rows() if row.article)


async def after(services: Services, people: Sequence[Simulated]) -> dict[str, dict[str, float]]:
    """What the first looks are like once each person has judged k pieces, by k."""
    tried = [await tried_by(services, person) for person in people]
    return {str(k): figures([look for one in tried for look in one[k]]) for k in EVIDENCE}


def figures(looks: Sequence[Tried]) -> dict[str, float]:
    return {
        "liking": mean(mean(look.likings) for look in looks),
        "suits": mean(max(look.likings) > 0 and min(look.likings) >= 0 for look in looks),
        "rest": mean(look.rest for look in looks),
    }


async def tried_by(services: Services, person: Simulated) -> dict[int, list[Tried]]:
    """The first look for each occasion, after k opinions."""
    caller, tried = Caller(str(uuid4())), dict[int, list[Tried]]()
    seen = [
        article for text in SHOWN_FIRST for look in await shown(services, caller, text) for article in look.articles
    ]
    judged = [article for article in {one.id: one for one in seen}.values() if person.liking(article)]
    for before, k in pairwise((0, *EVIDENCE)):
        for minute, article in enumerate(judged[before:k], before):
            at = datetime(2026, 11, 21, tzinfo=UTC) + timedelta(minutes=minute)
            await learn(services, caller, Entry(at=at, liking=person.liking(article), item=article.id))
        looks = [(await shown(services, caller, text))[0] for text in ASKED_THEN]
        tried[k] = [Tried([person.liking(article) for article in look.articles], look.rest) for look in looks]
    await services.memory.erase(caller)
    return tried


async def shown(services: Services, caller: Caller, text: str) -> list[Seen]:
    """The looks that answer a text in a thread of its own."""
    config = run_config(caller, str(uuid4()), str(uuid4()), services)
    output = await services.graph.ainvoke(
        {"messages": [{"role": "user", "content": text}]}, config, durability=services.durability()
    )
    known = await services.catalog.articles([item["id"] for look in output["looks"] for item in look["items"]])
    return [
        Seen([known[item["id"]] for item in look["items"]], rest_of(look["score"]["parts"])) for look in output["looks"]
    ]


def rest_of(parts: Mapping[str, float]) -> float:
    """What a look scores beside preference, 0 to 1."""
    weights = {name: weight for name, weight in WEIGHTS.items() if name != "preference"}
    return sum(weight * parts[name] for name, weight in weights.items()) / sum(weights.values())


def tribes(articles: Sequence[Article], seed: int) -> dict[str, float]:
    """The error of opinions held out, without and with shared factors, where people of a tribe like alike."""
    chance = random.Random(f"{seed} tribes")
    people = [
        member(simulate(random.Random(f"{seed} tribe {at}")), articles, chance)
        for at in range(TRIBES)
        for _ in range(MEMBERS)
    ]
    names = spoken_of(people)
    table = build_table(people, names)
    return {label: held_out_error(table, names, width=width) for label, width in (("alone", 0), ("shared", WIDTH))}


def member(taste: Simulated, articles: Sequence[Article], chance: random.Random) -> list[Entry]:
    """Opinions of somebody who likes what their tribe likes."""
    at = datetime(2026, 11, 21, tzinfo=UTC)
    return [
        Entry(at=at, liking=taste.liking(one), item=one.id, attributes=attributes_of([one]))
        for one in chance.sample(articles, OPINIONS)
    ]


if __name__ == "__main__":
    main()

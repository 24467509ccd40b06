"""Whether what fits is found: `python -m bench.orders [--orders N] [--seeds N ...] [--articles N] [--poor] [--json]`.

Orders of `evals.orders`, drawn by their number, come into the graph as the brief that a good reading would give, over
the demo catalogue of each seed. Of the orders that something fits by `evals.feasibility`, `kept` is the share whose
looks break nothing, `shown` the share that gets a look at all. The judge sums up the cheapest pieces of a look and
knows none of the stylist's manners, so that some of what it calls possible is not; what is left unshown is listed.
`--poor` has the stylist wish badly, as a weak model does: in every other wish or so one filter is wrong.
"""

import argparse
import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, nullcontext
from itertools import islice
from random import Random
from typing import Any, NamedTuple
from unittest.mock import patch
from uuid import uuid4

from agents.contracts import StyleRequest, UnderstandRequest
from agents.house.model import ANSWERERS
from agents.house.stylist import style
from bench.constraints import Shop, outfits, send
from bench.metamorphic import open_shop
from bench.report import publish
from evals.feasibility import is_possible, judge
from evals.orders import Order, draw_order, load_table
from stores.caller import Caller
from stores.catalog.feeds.rows import FeedRow
from stores.categories import load_categories
from stores.demo.generator import generate
from stores.vocabulary import Brief, Direction, Unmet, Wish

SEEDS = (7, 1, 2)


class Outcome(NamedTuple):
    """How an order went: whether something fits it, whether a look was shown, and what the answer breaks."""

    number: int
    fits: bool
    shown: bool
    broken: list[str]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--orders", type=int, default=200)
    options.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    options.add_argument("--articles", type=int, default=1000)
    options.add_argument("--poor", action="store_true", help="the stylist wishes badly")
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    with poor_wishes() if chosen.poor else nullcontext():
        publish(asyncio.run(measure(range(chosen.orders), chosen.seeds, chosen.articles)), as_json=chosen.json)


async def measure(numbers: Sequence[int], seeds: Sequence[int], articles: int) -> dict[str, Any]:
    """The figures of all seeds together, and the failures of each."""
    played = {}
    for seed in seeds:
        async with open_demo(seed, articles) as shop:
            played[seed] = await play(shop, numbers)
    failures = {str(seed): {one.number: one.broken for one in of if one.broken} for seed, of in played.items()}
    every = [one for of in played.values() for one in of]
    return {"orders": len(every), "articles": articles, **figures(every), "failures": failures}


def figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    fitting = [one for one in outcomes if one.fits]
    return {
        "fitting": len(fitting),
        "kept": sum(not one.broken for one in fitting) / len(fitting) if fitting else float("nan"),
        "shown": sum(one.shown for one in fitting) / len(fitting) if fitting else float("nan"),
        "broken": dict(Counter(name for one in outcomes for name in one.broken)),
    }


@asynccontextmanager
async def open_demo(seed: int, articles: int) -> AsyncIterator[Shop]:
    """The stylist over a demo catalogue of so many articles."""
    found = list(islice(generate(seed, articles), articles))
    async with open_shop([FeedRow(line, one) for line, one in enumerate(found, 1)]) as services:
        yield Shop(services, {one.id: one for one in found})


async def play(shop: Shop, numbers: Sequence[int]) -> list[Outcome]:
    with patch.dict(ANSWERERS, understand=as_told):
        return [await answer(shop, number, draw_order(number)) for number in numbers]


async def answer(shop: Shop, number: int, order: Order) -> Outcome:
    """One order of somebody new; where nothing fits, an empty answer breaks nothing."""
    articles = list(shop.articles.values())
    output = await send(shop.services, Caller(uuid4().hex), str(uuid4()), order.brief.model_dump_json())
    unmet = [Unmet.model_validate(row) for row in output["brief"]["unmet"]]
    looks, fits = outfits(output, shop), is_possible(order.expect, [], articles)
    broken = judge(order.expect, looks, [], unmet, articles) if looks or fits else []
    return Outcome(number, fits, bool(looks), broken)


def as_told(request: UnderstandRequest) -> Brief:
    """The message is the brief."""
    return Brief.model_validate_json(request.text)


@contextmanager
def poor_wishes() -> Iterator[None]:
    """The stylist wishes as a weak model does, the same way for the same turn."""

    def wish(request: StyleRequest) -> Direction:
        draw, made = Random(request.brief.model_dump_json()), style(request)
        return made.model_copy(update={"wishes": [spoiled(draw, one) for one in made.wishes]})

    with patch.dict(ANSWERERS, style=wish):
        yield


def spoiled(draw: Random, wish: Wish) -> Wish:
    """The wish with one filter wrong, or as it is."""
    low, high = wish.filters.formality or (0.0, 9.0)
    kinds = [name for name, row in load_categories().items() if row.slot == wish.slot]
    wrong: list[dict[str, Any]] = [
        {"seasons": [draw.choice(["summer", "winter"])]},
        {"formality": draw.choice([(min(9.0, high + 1), 9.0), (0.0, max(0.0, low - 1))])},
        {"clo": (0.4, 0.5)},
        {"categories": [draw.choice(kinds)]},
        {"colours": [draw.choice(load_table().families)]},
        {},
        {},
    ]
    return wish.model_copy(update={"filters": wish.filters.model_copy(update=draw.choice(wrong))})


if __name__ == "__main__":
    main()

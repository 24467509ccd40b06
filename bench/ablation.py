"""What each part is worth: the same measure with the part and without it.

`python -m bench.ablation [--turns N] [--json]`. Search parts are measured on the 60 queries of `bench.rerank` (recall
and nDCG of the first ten), all others on whole turns over the demo catalogue: the single turns of the split `dev` of
`evals/datasets/constraints.jsonl`, in English. `success` is the share of turns that keep to every order, `shown` the
mean number of looks, `score` the mean score of the first look, `variety` the share of kinds and colours that a turn's
looks do not share, `liked` the share of pieces in a colour that a made-up person has praised often. `earns` says
whether the part moves its measure the right way.

Some parts are there for what these turns do not hold. A second round is for whoever wishes badly, and is measured with
a stylist who does. The cheapest articles are for tight budgets in a deep catalogue: orders of `bench.orders` over one
of DEEP articles, of which `kept` is the share. Gates in `check` earn nothing behind those of `compose`; they are what
stands where these fail, which `gates_in_check_alone` measures.
"""

import argparse
import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, asynccontextmanager, contextmanager, nullcontext
from itertools import combinations
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple
from unittest.mock import patch
from uuid import uuid4

import numpy as np

from bench.constraints import Shop, outfits, send
from bench.metamorphic import open_shop
from bench.orders import figures, open_demo, play, poor_wishes
from bench.report import publish
from bench.rerank import Judgement, load_judgements, ndcg, rank, recall
from evals.feasibility import judge
from evals.turns import Turn, load_turns
from graph.services import Services
from stores.caller import Caller
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import ingest
from stores.catalog.search import LocalCatalog, open_catalog
from stores.catalog.shop import Retrieval
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM
from stores.vocabulary import Language, Look, Person, Taste, Unmet

# The queries are judged on the first demo catalogue.
SEED, JUDGED_SEED = 7, 1
LANGUAGE: Language = "en"
LIKED = "green"
FOND = Taste(likes={f"family:{LIKED}": 0.8}, evidence=20)
ENOUGH = 0.001
DEEP, ORDERS = 8000, 120

Switch = Callable[[Services], AbstractContextManager[Any]]


class Answered(NamedTuple):
    """What a turn gave: whether it broke nothing, and its looks."""

    right: bool
    looks: list[Look]


class Part(NamedTuple):
    """A part that can be switched off, and what it is to raise; `beside` is switched off in both runs."""

    raises: tuple[str, ...]
    off: Switch
    beside: Switch = lambda services: nullcontext()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--turns", type=int, help="the first turns only")
    options.add_argument("--orders", type=int, default=ORDERS)
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    turns = [turn for turn in load_turns() if turn.split == "dev" and not turn.before]
    rows, judged = (list(demo_rows(seed)) for seed in (SEED, JUDGED_SEED))
    found = asyncio.run(measure(turns[: chosen.turns], load_judgements(), rows, judged))
    found |= asyncio.run(measure_orders(range(chosen.orders), DEEP))
    publish(found, as_json=chosen.json)


async def measure(
    turns: Sequence[Turn], judged: Sequence[Judgement], rows: Sequence[FeedRow], searched: Sequence[FeedRow]
) -> dict[str, Any]:
    """Every part with its measures with and without it: turns over `rows`, queries over the catalogue `searched`."""
    async with open_index(searched) as catalog:
        found = await search_parts(catalog, judged)
    async with open_shop(rows) as services:
        shop = Shop(services, {row.article.id: row.article for row in rows if row.article})
        for name, part in PARTS.items():
            with part.beside(shop.services):
                whole = await values(shop, turns)
                with part.off(shop.services):
                    less = await values(shop, turns)
            found[name] = verdict({key: (whole[key], less[key]) for key in part.raises})
    return {**found, "turns": len(turns), "queries": len(judged)}


async def measure_orders(numbers: Sequence[int], articles: int) -> dict[str, Any]:
    """What the cheapest articles are worth where orders meet a catalogue of so many articles."""
    async with open_demo(SEED, articles) as shop:
        whole = figures(await play(shop, numbers))["kept"]
        with CHEAPEST(shop.services):
            less = figures(await play(shop, numbers))["kept"]
    return {"cheapest_articles": verdict({"kept": (whole, less)}), "orders": len(numbers), "articles": articles}


def verdict(pairs: dict[str, tuple[float, float]]) -> dict[str, Any]:
    """Each measure with and without a part; the part earns its place where one of them falls without it."""
    shown = {name: {"with": whole, "without": less} for name, (whole, less) in pairs.items()}
    return {**shown, "earns": any(whole - less > ENOUGH for whole, less in pairs.values())}


async def search_parts(catalog: LocalCatalog, judged: Sequence[Judgement]) -> dict[str, Any]:
    """Recall without either leg, and nDCG without the second look."""

    async def recalls(mode: Retrieval) -> float:
        rankings = await rank(catalog, judged, mode, rerank=True)
        return mean_of([recall(ranking, one.grades) for ranking, one in zip(rankings, judged, strict=True)])

    async def gains(*, rerank: bool) -> float:
        rankings = await rank(catalog, judged, "hybrid", rerank=rerank)
        return mean_of([ndcg(ranking, one.grades) for ranking, one in zip(rankings, judged, strict=True)])

    both = await recalls("hybrid")
    return {
        "dense": verdict({"recall_at_10": (both, await recalls("lexical"))}),
        "lexical": verdict({"recall_at_10": (both, await recalls("dense"))}),
        "rerank": verdict({"ndcg_at_10": (await gains(rerank=True), await gains(rerank=False))}),
    }


def mean_of(values: Sequence[float]) -> float:
    """The mean of the values that are known."""
    return float(np.nanmean(values))


@asynccontextmanager
async def open_index(rows: Sequence[FeedRow]) -> AsyncIterator[LocalCatalog]:
    embeddings = MiniLM()
    with tempfile.TemporaryDirectory() as folder:
        await asyncio.to_thread(ingest, rows, Path(folder), embeddings)
        async with open_catalog(Path(folder), embeddings) as catalog:
            yield catalog


async def values(shop: Shop, turns: Sequence[Turn]) -> dict[str, float]:
    answers = [await answer(shop, turn) for turn in turns]
    return {name: of(answers) for name, of in MEASURES.items()}


async def answer(shop: Shop, turn: Turn) -> Answered:
    """One turn of somebody new, judged by what it orders."""
    output = await send(shop.services, Caller(uuid4().hex), str(uuid4()), turn.say[LANGUAGE])
    unmet = [Unmet.model_validate(row) for row in output["brief"]["unmet"]]
    broken = judge(turn.expect, outfits(output, shop), [], unmet, list(shop.articles.values()))
    return Answered(not broken, [Look.model_validate(look) for look in output["looks"]])


def success(answers: Sequence[Answered]) -> float:
    return fmean(one.right for one in answers)


def shown(answers: Sequence[Answered]) -> float:
    """Mean number of looks of a turn."""
    return fmean(len(one.looks) for one in answers)


def score(answers: Sequence[Answered]) -> float:
    """Mean total of the first look, 0 to 100; 0 where no turn has one."""
    return mean_or_nothing([one.looks[0].score.total for one in answers if one.looks])


def variety(answers: Sequence[Answered]) -> float:
    """1 - the mean Jaccard likeness of two looks of a turn, by kind and colour of their pieces."""
    pairs = [pair for one in answers for pair in combinations([traits(look) for look in one.looks], 2)]
    return 1 - mean_or_nothing([len(one & other) / len(one | other) for one, other in pairs])


def traits(look: Look) -> frozenset[str]:
    return frozenset(f"{item.category} {item.colour.family}" for item in look.items)


def liked(answers: Sequence[Answered]) -> float:
    pieces = [item for one in answers for look in one.looks for item in look.items]
    return mean_or_nothing([item.colour.family == LIKED for item in pieces])


def mean_or_nothing(values: Sequence[float]) -> float:
    return fmean(values) if values else 0.0


MEASURES: dict[str, Callable[[Sequence[Answered]], float]] = {
    "success": success,
    "shown": shown,
    "score": score,
    "variety": variety,
    "liked": liked,
}


def swapped(*targets: str, by: Any) -> Switch:
    """A switch that puts something else in the place of these names of modules."""

    @contextmanager
    def switch(services: Services) -> Iterator[None]:
        with ExitStack() as stack:
            for target in targets:
                stack.enter_context(patch(target, by))
            yield

    return switch


def nothing_breaks(*args: object) -> list[str]:
    return []


@contextmanager
def fond(services: Services) -> Iterator[None]:
    """Whoever asks has praised one colour often."""
    known = services.person

    async def person(caller: Caller) -> Person:
        return (await known(caller)).model_copy(update={"taste": FOND})

    with patch.object(services, "person", person):
        yield


def badly(services: Services) -> AbstractContextManager[None]:
    """The stylist wishes badly."""
    return poor_wishes()


CHEAPEST = swapped("tools.catalog.CHEAP_LIMIT", by=0)
GATES_OF_COMPOSE = swapped(
    "tools.seats.piece_breaks", "tools.pool.look_breaks", "tools.variation.look_breaks", by=nothing_breaks
)
GATES_OF_CHECK = swapped("graph.composing._broken", by=nothing_breaks)

PARTS: dict[str, Part] = {
    "gates_in_compose": Part(("success", "shown"), GATES_OF_COMPOSE),
    "gates_in_check": Part(("success",), GATES_OF_CHECK),
    "gates_in_check_alone": Part(("success",), GATES_OF_CHECK, beside=GATES_OF_COMPOSE),
    "second_rounds": Part(("success", "shown"), swapped("graph.revising.SMALL_GAIN", by=1000.0), beside=badly),
    "likeness_cost": Part(("variety",), swapped("tools.choice.LIKENESS_COST", by=0.0)),
    "variations": Part(("variety",), swapped("tools.choice._varied", by=lambda draft, beside, varying: draft)),
    "taste": Part(("liked",), swapped("tools.score.welcome", by=lambda piece, taste: 0.0), beside=fond),
}


if __name__ == "__main__":
    main()

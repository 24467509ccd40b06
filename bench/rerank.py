"""What the second look is worth on 60 queries judged by hand: `python -m bench.rerank [--json]`.

Searches the demo catalogue of seed 1. `judgements.jsonl` grades what any of the systems put first: 2 is what was asked,
1 acceptable, 0 not; an article without a grade counts as 0. Precision counts grades from 1, recall grade 2 alone, over
the queries that have such an article. The re-ranker was chosen from about a hundred settings by the even queries, whose
figures therefore flatter it; the odd ones had no part in that. Queries of the kind `meaning` name no attribute, so
their difference is 0 by construction.
"""

import argparse
import asyncio
import math
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import numpy as np

from bench.report import publish
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import ingest
from stores.catalog.search import LocalCatalog, open_catalog
from stores.catalog.shop import Query, Retrieval
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM
from stores.vocabulary import Filters, Shape

Grades = Mapping[str, int]
Ranking = Sequence[str]
Figures = dict[str, Any]

MODES: tuple[Retrieval, ...] = ("hybrid", "dense", "lexical")
TOP = 10
RESAMPLES = 10_000


class Judgement(Shape):
    """A query and the grades of the articles that were read for it. `kind` is what its words speak of."""

    query: str
    kind: Literal["attributes", "use", "meaning"]
    filters: Filters
    grades: dict[str, int]


def load_judgements() -> list[Judgement]:
    lines = files("bench").joinpath("judgements.jsonl").read_text(encoding="utf-8").splitlines()
    return [Judgement.model_validate_json(line) for line in lines]


def ndcg(ranking: Ranking, grades: Grades) -> float:
    """Discounted cumulative gain of the first ten over the best there is (Jarvelin and Kekalainen 2002), 0 to 1."""
    ideal = discounted(sorted(grades.values(), reverse=True))
    return discounted(grades.get(key, 0) for key in ranking) / ideal if ideal else 0.0


def discounted(gains: Iterable[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in zip(range(1, TOP + 1), gains, strict=False))


def precision(ranking: Ranking, grades: Grades) -> float:
    return sum(grades.get(key, 0) > 0 for key in ranking[:5]) / 5


def recall(ranking: Ranking, grades: Grades) -> float:
    """NaN where nothing is graded 2."""
    right = {key for key, grade in grades.items() if grade == 2}
    return len(right & set(ranking[:TOP])) / len(right) if right else math.nan


MEASURES: dict[str, Callable[[Ranking, Grades], float]] = {
    "ndcg_at_10": ndcg,
    "precision_at_5": precision,
    "recall_at_10": recall,
}


async def rank(catalog: LocalCatalog, judged: Sequence[Judgement], mode: Retrieval, *, rerank: bool) -> list[Ranking]:
    """The ids of the first ten for each query."""
    queries = [Query(text=one.query, filters=one.filters) for one in judged]
    found = await catalog.search(queries, mode=mode, rerank=rerank)
    return [[hit.article.id for hit in hits[:TOP]] for hits in found]


def compare(judged: Sequence[Judgement], on: Sequence[Ranking], off: Sequence[Ranking]) -> Figures:
    """Each measure with and without the second look, and the paired difference as [mean, low, high]."""
    figures: Figures = {}
    for name, measure_one in MEASURES.items():
        with_it, without = (
            np.array([measure_one(ranking, one.grades) for ranking, one in zip(rankings, judged, strict=True)])
            for rankings in (on, off)
        )
        figures[name] = {"on": mean(with_it), "off": mean(without), "difference": interval(with_it - without)}
    return figures


def mean(values: Any) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else math.nan


def interval(differences: Any) -> list[float]:
    """The mean and its 95 % percentile interval by bootstrap over the queries (Efron 1979)."""
    known = differences[~np.isnan(differences)]
    if len(known) == 0:
        return []
    drawn = np.random.default_rng(1).choice(known, (RESAMPLES, len(known))).mean(axis=1)
    return [mean(known), *(float(end) for end in np.percentile(drawn, (2.5, 97.5)))]


def compare_parts(judged: Sequence[Judgement], on: Sequence[Ranking], off: Sequence[Ranking]) -> Figures:
    """The comparison over all queries, over each half and over each kind of query."""
    parts: dict[str, list[int]] = {"all": [], "even": [], "odd": [], "attributes": [], "use": [], "meaning": []}
    for index, one in enumerate(judged):
        for part in ("all", "odd" if index % 2 else "even", one.kind):
            parts[part].append(index)
    return {
        part: compare([judged[i] for i in rows], [on[i] for i in rows], [off[i] for i in rows])
        for part, rows in parts.items()
        if rows
    }


def unjudged(judged: Sequence[Judgement], rankings: Iterable[Sequence[Ranking]]) -> float:
    """The share of ranked articles that nobody graded."""
    known = [key in one.grades for system in rankings for of, one in zip(system, judged, strict=True) for key in of]
    return 1 - sum(known) / len(known)


async def measure(rows: Iterable[FeedRow], judged: Sequence[Judgement]) -> Figures:
    """Ingests the rows into a directory of their own and ranks them for every query in every mode."""
    embeddings = MiniLM()
    with tempfile.TemporaryDirectory() as folder:
        summary = await asyncio.to_thread(ingest, rows, Path(folder), embeddings)
        async with open_catalog(Path(folder), embeddings) as catalog:
            on = {mode: await rank(catalog, judged, mode, rerank=True) for mode in MODES}
            off = {mode: await rank(catalog, judged, mode, rerank=False) for mode in MODES}
    figures: Figures = {mode: compare_parts(judged, on[mode], off[mode]) for mode in MODES}
    counts = {"queries": len(judged), "graded": sum(len(one.grades) for one in judged), "articles": summary.added}
    return figures | counts | {"unjudged": unjudged(judged, [*on.values(), *off.values()])}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="What the second look is worth.")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    publish(asyncio.run(measure(demo_rows(1), load_judgements())), as_json=parser.parse_args().json)

"""How fast and how right search is: `python -m bench.search [--data DIR] [--articles N] [--json]`.

No text is asked twice, so each time includes its embedding. `p50_ms` and `p95_ms` are of one hybrid query within a
slot, `turn` is seven in one call. Recall is of the dense leg against a full sort. `asked_at_10` is the share of the
first ten articles that have both the category and the colour that the text names, with and without reranking.
"""

import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.feed import load_rows, parse_options
from bench.report import percentile, publish
from stores.catalog.ingest import ingest
from stores.catalog.search import LocalCatalog, open_catalog, open_snapshot
from stores.catalog.shop import Query, Retrieval
from stores.catalog.snapshot import DEPTH, VECTORS
from stores.catalog.versions import Versions
from stores.embeddings import MiniLM
from stores.vocabulary import Article, Filters

Times = dict[str, float]

# How many conditions each kind of filter has.
KINDS = {"none": 0, "slot": 1, "person": 2, "narrow": 4}
ASKED = 100
TURN = 7
MODES: tuple[Retrieval, ...] = ("hybrid", "dense", "lexical")
WAYS = ("a {family} {category}", "{category} in {family} for {presentation}", "{name}", "nice {family} {category} {n}")


class Wishes:
    """Texts that nobody asked before, each with the article that it was made from."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._random = random.Random(7)
        self._count = 0

    def make(self) -> tuple[str, Article]:
        article = self._random.choice(self._articles)
        self._count += 1
        words = {"family": article.colours[0].family, "category": article.category.replace("_", " ")}
        way = self._random.choice(WAYS)
        text = way.format(n="", name=article.name, presentation=article.presentation, **words)
        return f"{text} {self._count}", article


def within(article: Article, kind: str) -> Filters:
    """No filter; the article's slot; who it is for as well; its category and colour as well."""
    asked: dict[str, Any] = {
        "slots": [article.slot],
        "presentations": [article.presentation, "unisex"],
        "categories": [article.category],
        "colours": [article.colours[0].family],
    }
    return Filters(**dict(list(asked.items())[: KINDS[kind]]))


async def time_calls(catalog: LocalCatalog, calls: Sequence[Sequence[Query]], mode: Retrieval) -> Times:
    """Median and 95th percentile of one call."""
    times = []
    for queries in calls:
        started = time.perf_counter()
        await catalog.search(queries, mode=mode)
        times.append((time.perf_counter() - started) * 1000)
    return {"p50_ms": percentile(times, 50), "p95_ms": percentile(times, 95)}


async def measure_times(catalog: LocalCatalog, wishes: Wishes) -> dict[str, Times]:
    """Of each mode under each kind of filter, and of a whole turn."""
    figures: dict[str, Times] = {}
    for mode in MODES:
        for kind in KINDS:
            made = [wishes.make() for _ in range(ASKED)]
            calls = [[Query(text=text, filters=within(article, kind))] for text, article in made]
            figures[f"{mode}_{kind}"] = await time_calls(catalog, calls, mode)
    made = [wishes.make() for _ in range(TURN * ASKED // 2)]
    queries = [Query(text=text, filters=within(article, "person")) for text, article in made]
    turns = [queries[start : start + TURN] for start in range(0, len(queries), TURN)]
    return figures | {"turn": await time_calls(catalog, turns, "hybrid")}


def measure_recall(directory: Path, embeddings: MiniLM, wishes: Wishes) -> float:
    """Share of the exact 20 nearest within a slot that the dense leg has in its first 20."""
    versions = Versions(directory)
    snapshot = open_snapshot(versions)
    matrix = np.load(versions.path(snapshot.info.version) / VECTORS)
    shares = []
    for text, article in (wishes.make() for _ in range(ASKED)):
        (vector,) = embeddings.encode_queries([text])
        mask = snapshot.facts.allowed(within(article, "slot"))
        rows = np.flatnonzero(mask)
        exact = np.sort(matrix[rows] @ vector)[::-1][:20]
        found = matrix[snapshot.vectors.nearest(vector, mask, DEPTH)[:20]] @ vector
        # Equal articles have equal vectors, so rows are compared by their cosine.
        shares.append(float(np.mean(found >= exact[-1] - 1e-6)) * len(found) / len(exact))
    snapshot.close()
    return statistics.mean(shares)


async def measure_asked(catalog: LocalCatalog, wishes: Wishes) -> dict[str, float]:
    """Share of the first ten with the asked category and colour, reranked and not."""
    made = [wishes.make() for _ in range(ASKED)]
    texts = [f"{article.colours[0].family} {article.category.replace('_', ' ')}" for _, article in made]
    queries = [
        Query(text=text, filters=within(article, "slot")) for text, (_, article) in zip(texts, made, strict=True)
    ]
    figures = {}
    for name, rerank in (("asked_at_10", True), ("asked_at_10_not_reranked", False)):
        shares = []
        for hits, (_, wanted) in zip(await catalog.search(queries, limit=10, rerank=rerank), made, strict=True):
            right = [has_asked(hit.article, wanted) for hit in hits]
            shares.append(sum(right) / len(right))
        figures[name] = statistics.mean(shares)
    return figures


def has_asked(article: Article, wanted: Article) -> bool:
    families = {colour.family for colour in article.colours}
    return article.category == wanted.category and wanted.colours[0].family in families


async def measure(data: Path, articles: int) -> dict[str, Any]:
    embeddings = MiniLM()
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        summary = ingest(load_rows(data, articles), directory, embeddings)
        wishes = Wishes([row.article for row in load_rows(data, articles) if row.article and not row.article.reserve])
        async with open_catalog(directory, embeddings) as catalog:
            await catalog.search([Query(text="warm up")])
            times = await measure_times(catalog, wishes)
            asked = await measure_asked(catalog, wishes)
        recall = measure_recall(directory, embeddings, wishes)
    figures = {"recall_at_20": recall, "articles": summary.added}
    return times["hybrid_slot"] | figures | asked | times


if __name__ == "__main__":
    options = parse_options("Speed and recall of search.", articles=1000)
    publish(asyncio.run(measure(options.data, options.articles)), as_json=options.json)

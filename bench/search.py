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
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from bench.feed import load_rows, parse_options, rss_mb, show
from stores.catalog.ingest import ingest
from stores.catalog.ranking import best
from stores.catalog.search import LocalCatalog, open_catalog, open_snapshot
from stores.catalog.shop import Query, Retrieval
from stores.catalog.snapshot import DEPTH, VECTORS
from stores.catalog.versions import Versions
from stores.embeddings import MiniLM
from stores.vocabulary import Article, Filters

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
    """No filter, the article's slot and presentation, or its category and colour too."""
    if kind == "none":
        return Filters()
    broad = Filters(slots=[article.slot], presentations=[article.presentation, "unisex"])
    if kind == "slot":
        return broad
    return broad.model_copy(update={"categories": [article.category], "colours": [article.colours[0].family]})


async def time_calls(catalog: LocalCatalog, calls: Sequence[Sequence[Query]], mode: Retrieval) -> list[float]:
    """Median and 95th percentile of one call, in ms."""
    times = []
    for queries in calls:
        started = time.perf_counter()
        await catalog.search(queries, mode=mode)
        times.append((time.perf_counter() - started) * 1000)
    return [round(statistics.median(times), 2), round(statistics.quantiles(times, n=20)[-1], 2)]


async def measure_times(catalog: LocalCatalog, wishes: Wishes) -> dict[str, list[float]]:
    """[p50, p95] in ms of each mode under each kind of filter, and of a whole turn."""
    figures: dict[str, list[float]] = {}
    for mode in MODES:
        for kind in ("none", "slot", "narrow"):
            made = [wishes.make() for _ in range(ASKED)]
            calls = [[Query(text=text, filters=within(article, kind))] for text, article in made]
            figures[f"{mode}_{kind}_ms"] = await time_calls(catalog, calls, mode)
    made = [wishes.make() for _ in range(TURN * ASKED // 2)]
    queries = [Query(text=text, filters=within(article, "slot")) for text, article in made]
    turns = [queries[start : start + TURN] for start in range(0, len(queries), TURN)]
    return figures | {"turn_ms": await time_calls(catalog, turns, "hybrid")}


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
        exact = best(matrix[rows] @ vector, rows, 20)
        found = snapshot.vectors.nearest(vector, mask, DEPTH)[:20]
        shares.append(len(np.intersect1d(exact, found)) / len(exact))
    snapshot.close()
    return round(statistics.mean(shares), 4)


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
        figures[name] = round(statistics.mean(shares), 4)
    return figures


def has_asked(article: Article, wanted: Article) -> bool:
    families = {colour.family for colour in article.colours}
    return article.category == wanted.category and wanted.colours[0].family in families


async def measure(data: Path, articles: int) -> Mapping[str, float | list[float]]:
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
    p50, p95 = times["hybrid_slot_ms"]
    first = {"p50_ms": p50, "p95_ms": p95, "recall_at_20": recall, "articles": summary.added}
    return first | asked | times | {"rss_mb": rss_mb()}


if __name__ == "__main__":
    options = parse_options("Speed and recall of search.", articles=1000)
    show(asyncio.run(measure(options.data, options.articles)), options.json)

"""The local catalogue as a shop: embeds all wishes of a call at once, and serves whichever version is current.

The pointer file is looked at before each search; a new version is opened off the loop, and the old one is let go when
its last search has ended.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stores.catalog.rerank import AttributeReranker, Reranker
from stores.catalog.shop import CatalogInfo, Facets, Hit, Query, Retrieval
from stores.catalog.snapshot import Snapshot
from stores.catalog.versions import Versions
from stores.embeddings import TextEncoder
from stores.vocabulary import Article, Filters
from stores.weights import NoWeights

log = logging.getLogger(__name__)

PER_GROUP = 2
# So many times the limit are looked at again, to put in order and to thin out colourways.
POOL = 2


class LocalCatalog:
    """The catalogue in one directory. Answers CatalogMissing until something was ingested."""

    def __init__(self, directory: Path, embeddings: TextEncoder, reranker: Reranker) -> None:
        self._versions = Versions(directory)
        self._embeddings = embeddings
        self._reranker = reranker
        self._snapshot: Snapshot | None = None
        self._stamp: tuple[int, int] | None = None
        self._opening = asyncio.Lock()

    async def info(self) -> CatalogInfo:
        async with self._reading() as snapshot:
            return snapshot.info

    async def search(
        self, queries: Sequence[Query], *, limit: int = 24, mode: Retrieval = "hybrid", rerank: bool = True
    ) -> list[list[Hit]]:
        """The best `limit` articles of each query, at most two colourways of a model. Raises CatalogMissing."""
        async with self._reading() as snapshot:
            return await asyncio.to_thread(self._search, snapshot, queries, limit, mode, rerank)

    async def articles(self, ids: Sequence[str]) -> dict[str, Article]:
        """The articles with these ids; ids that are not in the catalogue are absent."""
        async with self._reading() as snapshot:
            return await asyncio.to_thread(articles_of, snapshot, ids)

    async def everything(self) -> list[Article]:
        """Every article, in the order of its row."""
        async with self._reading() as snapshot:
            return await asyncio.to_thread(lambda: list(snapshot.facts.articles(range(snapshot.facts.size)).values()))

    async def within(self, ids: Sequence[str], filters: Filters) -> dict[str, Article]:
        """Those of the articles with these ids that the filters allow."""
        async with self._reading() as snapshot:
            return await asyncio.to_thread(articles_of, snapshot, ids, filters)

    async def cheapest(self, filters: Sequence[Filters], *, limit: int = 12) -> list[list[str]]:
        """For each filter the ids of the cheapest articles it allows; none without a price."""
        async with self._reading() as snapshot:
            return await asyncio.to_thread(lambda: [snapshot.facts.cheapest(one, limit) for one in filters])

    async def facets(self, filters: Filters) -> Facets:
        """What there is within the filters, counted."""
        async with self._reading() as snapshot:
            return await asyncio.to_thread(lambda: snapshot.facts.facets.count(snapshot.facts.allowed(filters)))

    async def close(self) -> None:
        async with self._opening:
            if self._snapshot:
                await asyncio.to_thread(self._snapshot.close)

    def _search(
        self, snapshot: Snapshot, queries: Sequence[Query], limit: int, mode: Retrieval, rerank: bool
    ) -> list[list[Hit]]:
        vectors = {} if mode == "lexical" else self._vectors(queries, snapshot)
        mode = "lexical" if vectors is None else mode
        vectors = vectors or {}
        found = []
        for query in queries:
            hits = snapshot.retrieve(query, vectors.get(query.text), mode, limit * POOL)
            hits = self._reranker.rerank(query, hits) if rerank else hits
            found.append(list(islice(thin_out(hits), limit)))
        return found

    def _vectors(self, queries: Sequence[Query], snapshot: Snapshot) -> dict[str, NDArray[np.float32]] | None:
        """The queries as vectors; None where they would not compare with the articles', or cannot be had."""
        texts = list(dict.fromkeys(query.text for query in queries if query.text.strip()))
        if snapshot.info.encoder != self._embeddings.model_id:
            return None
        try:
            return dict(zip(texts, self._embeddings.encode_queries(texts), strict=True))
        except NoWeights as error:
            log.warning("searched by words alone: %s", error)
            return None

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[Snapshot]:
        async with self._opening:
            snapshot = await self._current()
            snapshot.readers += 1
        try:
            yield snapshot
        finally:
            snapshot.readers -= 1
            if snapshot is not self._snapshot:
                await self._let_go(snapshot)

    async def _current(self) -> Snapshot:
        stamp = self._versions.stamp()
        if self._snapshot is None or stamp != self._stamp:
            old, self._snapshot = self._snapshot, await opened(self._versions)
            self._stamp = stamp
            if old:
                await self._let_go(old)
        return self._snapshot

    async def _let_go(self, snapshot: Snapshot) -> None:
        if snapshot.readers == 0:
            await asyncio.to_thread(snapshot.close)
            await asyncio.to_thread(self._versions.sweep)


async def opened(versions: Versions) -> Snapshot:
    """The current version; who is cancelled meanwhile leaves nothing open. Raises CatalogMissing."""
    # No task: a loop that ends cancels all tasks, and this would be lost while its thread goes on.
    opening = asyncio.get_running_loop().run_in_executor(None, open_snapshot, versions)
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        await asyncio.to_thread((await opening).close)
        raise


def open_snapshot(versions: Versions) -> Snapshot:
    """The current version, opened and held. Raises CatalogMissing."""
    version, held = versions.hold_current()
    try:
        return Snapshot(versions.path(version), held)
    except BaseException:
        held.close()
        raise


def articles_of(snapshot: Snapshot, ids: Sequence[str], filters: Filters | None = None) -> dict[str, Article]:
    """The articles of one version by id, those that the filters allow where there are any."""
    rows = list(snapshot.facts.rows(ids).values())
    if filters is not None:
        allowed = snapshot.facts.allowed(filters)
        rows = [row for row in rows if allowed[row]]
    return {article.id: article for article in snapshot.facts.articles(rows).values()}


def thin_out(hits: Iterable[Hit]) -> Iterable[Hit]:
    """The hits without a third colourway of any model."""
    seen: Counter[str] = Counter()
    for hit in hits:
        group = hit.article.group
        if group:
            seen[group] += 1
        if not group or seen[group] <= PER_GROUP:
            yield hit


@asynccontextmanager
async def open_catalog(directory: Path, embeddings: TextEncoder) -> AsyncIterator[LocalCatalog]:
    """The catalogue in `directory`; what is there is opened at the first question."""
    catalog = LocalCatalog(directory, embeddings, AttributeReranker())
    try:
        yield catalog
    finally:
        await catalog.close()

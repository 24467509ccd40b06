"""Runs scored as they end: an observer of services that holds each answer against their own shop.

Scores are told in the background, in the order in which the runs ended; no turn waits for them.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from evals.kept import Kept
from evals.kept_scoring import MOST_MS, Scored, needed_ids, score_kept
from graph.services import Services

Tell = Callable[[Scored], None]


@asynccontextmanager
async def watching(services: Services, tell: Tell, most_ms: float = MOST_MS) -> AsyncIterator[None]:
    """Has every run of these services scored while this is open; those that ended before it closes are told too."""
    ended: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
    scoring = asyncio.create_task(score_all(services, ended, tell, most_ms))
    services.observers.append(ended.put_nowait)
    try:
        yield
    finally:
        services.observers.remove(ended.put_nowait)
        ended.put_nowait(None)
        await scoring


async def score_all(
    services: Services, ended: "asyncio.Queue[dict[str, Any] | None]", tell: Tell, most_ms: float
) -> None:
    while (document := await ended.get()) is not None:
        kept = Kept("", document["id"], document)
        articles = await services.catalog.articles(sorted(needed_ids([kept])))
        truth = {key: article.model_dump(mode="json") for key, article in articles.items()}
        for one in await asyncio.to_thread(score_kept, [kept], truth, None, most_ms):
            tell(one)

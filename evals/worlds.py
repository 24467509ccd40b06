"""The worlds that cases are played in: services over a demo catalogue, on a day that does not change.

Each world has a data directory of its own, which is gone with it. `articles_of` is what the shop really has, read from
the demo feed and not from any store of ours: the truth that answers are held against.
"""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from evals.cases import Planted, World
from graph.services import Services, open_services
from graph.settings import Settings
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import ingest
from stores.demo.generator import generate
from stores.text_encoders import build_text_encoder
from stores.vocabulary import Article

TRACES_KEPT = 200


@dataclass(frozen=True)
class Place:
    """An open world: its services, and what its shop really has."""

    services: Services
    articles: dict[str, Article]


def articles_of(seed: int, planted: Iterable[Planted] = ()) -> dict[str, Article]:
    """The demo catalogue of a seed by id, with the texts that somebody wrote into it."""
    texts = list(planted)
    return {article.id: _with(article, texts) for article in generate(seed)}


def _with(article: Article, texts: Iterable[Planted]) -> Article:
    meant = [one for one in texts if one.category in {None, article.category} and one.id in {None, article.id}]
    for one in meant:
        said = f"{getattr(article, one.field)} {one.text}".strip()
        article = article.model_copy(update={one.field: said})
    return article


class Worlds:
    """Opens worlds under `root`. A catalogue of a seed is made once, in `shops`, and copied for each world of it."""

    def __init__(self, settings: Settings, root: Path, shops: Path) -> None:
        self._settings = settings
        self._root = root
        self._shops = shops
        self._making = asyncio.Lock()

    @asynccontextmanager
    async def open(self, world: World) -> AsyncIterator[Place]:
        articles = await asyncio.to_thread(articles_of, world.seed, world.planted)
        with tempfile.TemporaryDirectory(dir=self._root, ignore_cleanup_errors=True) as folder:
            async with self._making:
                await asyncio.to_thread(self._fill, world, articles, Path(folder) / "catalog")
            async with open_services(as_evaluated(self._settings, Path(folder))) as services:
                services.clock = lambda: world.now
                yield Place(services, articles)

    def _fill(self, world: World, articles: dict[str, Article], catalog: Path) -> None:
        """The catalogue of a world; of a planted one only what was planted is embedded."""
        texts = build_text_encoder(self._settings.text_encoder)
        whole = self._shops / f"seed-{world.seed}"
        if not whole.exists():
            ingest(_rows(articles_of(world.seed)), whole, texts)
        shutil.copytree(whole, catalog)
        if world.planted:
            ingest(_rows(articles), catalog, texts)


def _rows(articles: dict[str, Article]) -> Iterator[FeedRow]:
    return (FeedRow(line, article) for line, article in enumerate(articles.values(), start=1))


def as_evaluated(settings: Settings, directory: Path) -> Settings:
    """The operator's settings, without what would make a run depend on the day, or leave this machine."""
    fixed = {"data_dir": directory, "files_url": None, "weather": "normals", "traces_kept": TRACES_KEPT}
    return settings.model_copy(update=fixed)


@contextmanager
def open_worlds(settings: Settings, shops: Path | None = None) -> Iterator[Worlds]:
    """Worlds in a folder that is gone with them, but for the catalogues where `shops` is to keep them."""
    with tempfile.TemporaryDirectory(prefix="maison-worlds-", ignore_cleanup_errors=True) as folder:
        yield Worlds(settings, Path(folder), shops or Path(folder))

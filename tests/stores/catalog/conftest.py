"""Articles to order, a real text model, and catalogues ingested from a few articles."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import IngestSummary, ingest
from stores.categories import load_categories
from stores.embeddings import MiniLM
from stores.vocabulary import Article, Colour, ColourFamily

MakeArticle = Callable[..., Article]
Ingest = Callable[[Iterable[Article]], IngestSummary]


@pytest.fixture(scope="session")
def embeddings() -> MiniLM:
    return MiniLM()


@pytest.fixture(scope="session")
def article() -> MakeArticle:
    def make(id_: str, category: str = "shirt", family: ColourFamily = "blue", **more: Any) -> Article:
        row = load_categories()[category]
        told: dict[str, Any] = {
            "id": id_,
            "name": f"{family} {category}".replace("_", " "),
            "category": category,
            "slot": row.slot,
            "presentation": row.presentation,
            "colours": [Colour(name=family, family=family, hex="#102030")],
            "formality": row.formality,
            "clo": row.clo,
            "seasons": row.seasons,
            "reserve": row.reserve,
            "price": 50.0,
        }
        return Article(**told | more)

    return make


@pytest.fixture
def take(tmp_path: Path, embeddings: MiniLM) -> Ingest:
    """Ingests articles into the test's own directory."""

    def run(articles: Iterable[Article]) -> IngestSummary:
        rows = (FeedRow(line, each) for line, each in enumerate(articles, start=1))
        return ingest(rows, tmp_path, embeddings)

    return run

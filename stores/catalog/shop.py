"""What a shop offers to whoever searches it: the questions, the answers and the protocol between them.

The local catalogue is one shop (`stores.catalog.search`); a live shop's API would be another.
"""

from collections.abc import Sequence
from typing import Annotated, Literal, Protocol

from pydantic import Field

from stores.embeddings import MINILM
from stores.vocabulary import Article, ColourFamily, Filters, Shape

Retrieval = Literal["hybrid", "dense", "lexical"]


class CatalogMissing(RuntimeError):
    """Nothing was ingested into this data directory yet."""


class Query(Shape):
    """Words to look for within exact filters. `like` is the id of an article to stay close to."""

    text: str = ""
    filters: Filters = Filters()
    prefer_colours: list[ColourFamily] = Field([], description="liked, not ordered")
    like: str | None = None


class Hit(Shape):
    """An article found. Scores compare within one query only."""

    article: Article
    score: Annotated[float, Field(ge=0, le=1)]
    ranks: dict[str, int] = Field({}, description="`dense` and `lexical`, each from 1")


class CatalogInfo(Shape):
    """What is in the catalogue. `currency` is the commonest; `priced` is false where no article has a price.

    `encoder` is the model that its texts were embedded by.
    """

    version: str
    articles: int
    currency: str
    priced: bool
    slots: dict[str, int]
    categories: dict[str, int]
    encoder: str = MINILM


class PriceBand(Shape):
    """Articles that cost from `min` to under `max`."""

    min: float
    max: float | None
    count: int


class Facets(Shape):
    """How many of the articles within some filters have each value, the commonest first. Brands are in lower case."""

    total: int
    slots: dict[str, int]
    categories: dict[str, int]
    colours: dict[str, int]
    fabrics: dict[str, int]
    patterns: dict[str, int]
    brands: dict[str, int]
    seasons: dict[str, int]
    presentations: dict[str, int]
    sizes: dict[str, int]
    prices: list[PriceBand]
    unpriced: int


class ShopSearch(Protocol):
    """A shop that can be searched."""

    async def info(self) -> CatalogInfo: ...

    async def search(
        self, queries: Sequence[Query], *, limit: int = 24, mode: Retrieval = "hybrid", rerank: bool = True
    ) -> list[list[Hit]]:
        """The best `limit` articles of each query, best first."""
        ...

    async def articles(self, ids: Sequence[str]) -> dict[str, Article]:
        """The articles with these ids; ids that are not in the shop are absent."""
        ...

    async def within(self, ids: Sequence[str], filters: Filters) -> dict[str, Article]:
        """Those of the articles with these ids that the filters allow."""
        ...

    async def cheapest(self, filters: Sequence[Filters], *, limit: int = 12) -> list[list[str]]:
        """For each filter the ids of the cheapest articles it allows; none without a price."""
        ...

    async def facets(self, filters: Filters) -> Facets:
        """What there is within the filters, counted."""
        ...

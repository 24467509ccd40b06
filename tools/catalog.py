"""The catalogue retrieval tool: one query per wish, all at once, dear and cheap alike."""

from collections.abc import Sequence
from typing import Any

from langchain_core.tools import BaseTool, StructuredTool
from pydantic import BaseModel, Field

from stores.catalog.shop import Hit, Query, Retrieval, ShopSearch
from stores.vocabulary import Wish

LIMIT, CHEAP_LIMIT = 36, 12


class SearchArguments(BaseModel):
    """What the tool is called with."""

    wishes: list[Wish] = Field(description="what to look for, one entry per piece")
    mode: Retrieval = Field("hybrid", description="how to search")


class Found(BaseModel):
    """What was found for one wish: article ids with their relevance from 0 to 1, best first."""

    wish: Wish
    articles: list[tuple[str, float]]


def build_search_catalog(shop: ShopSearch) -> BaseTool:
    """The tool over one shop. Raises CatalogMissing when called before anything was ingested."""

    async def search_catalog(wishes: list[Wish], mode: Retrieval = "hybrid") -> list[dict[str, Any]]:
        hits = await shop.search([to_query(wish) for wish in wishes], limit=LIMIT, mode=mode)
        empty = [place for place, row in enumerate(hits) if not row and wishes[place].anchor]
        near = await shop.search([to_query(relaxed(wishes[place])) for place in empty], limit=LIMIT, mode=mode)
        hits = [near[empty.index(place)] if place in empty else row for place, row in enumerate(hits)]
        cheap = await shop.cheapest([wish.filters for wish in wishes], limit=CHEAP_LIMIT)
        return [
            Found(wish=wish, articles=_ranked(row, low)).model_dump(mode="json")
            for wish, row, low in zip(wishes, hits, cheap, strict=True)
        ]

    return StructuredTool.from_function(
        coroutine=search_catalog,
        name="search_catalog",
        description="Find catalogue articles for each wish: exact filters, then meaning and words fused.",
        args_schema=SearchArguments,
    )


def to_query(wish: Wish) -> Query:
    return Query(text=wish.query, filters=wish.filters, prefer_colours=wish.prefer_colours, like=wish.like)


def relaxed(wish: Wish) -> Wish:
    """The wish for a piece that is not there as it was ordered: its kind alone, so that the nearest can be named."""
    loose: dict[str, Any] = {
        "colours": [],
        "fabrics": [],
        "patterns": [],
        "sizes": [],
        "formality": None,
        "seasons": [],
    }
    return wish.model_copy(update={"filters": wish.filters.model_copy(update=loose)})


def _ranked(hits: Sequence[Hit], cheap: Sequence[str]) -> list[tuple[str, float]]:
    """What the search found, then the cheapest that the filters allow: looks must exist at every price."""
    scores = {hit.article.id: hit.score for hit in hits}
    floor = min(scores.values(), default=0.0)
    scores |= {key: floor / 2 for key in cheap if key not in scores}
    return sorted(scores.items(), key=lambda entry: -entry[1])

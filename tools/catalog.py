"""The catalogue retrieval tool: one query per wish, all at once, dear and cheap alike."""

from typing import Any

from langchain_core.tools import BaseTool, StructuredTool
from pydantic import BaseModel, Field

from stores.catalog.shop import Query, Retrieval, ShopSearch
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
        low = (await shop.info()).low_prices
        cheap = [wish for wish in wishes if wish.slot in low and wish.filters.price is None]
        wide = [to_query(wish) for wish in wishes]
        narrow = [to_query(wish, price_max=low[wish.slot]) for wish in cheap]
        hits = await shop.search(wide + narrow, limit=LIMIT, mode=mode)
        found = {id(wish): {hit.article.id: hit.score for hit in row} for wish, row in zip(wishes, hits, strict=False)}
        for wish, row in zip(cheap, hits[len(wide) :], strict=True):
            for hit in row[:CHEAP_LIMIT]:
                found[id(wish)].setdefault(hit.article.id, hit.score * 0.9)
        return [
            Found(wish=wish, articles=sorted(found[id(wish)].items(), key=lambda entry: -entry[1])).model_dump(
                mode="json"
            )
            for wish in wishes
        ]

    return StructuredTool.from_function(
        coroutine=search_catalog,
        name="search_catalog",
        description="Find catalogue articles for each wish: exact filters, then meaning and words fused.",
        args_schema=SearchArguments,
    )


def to_query(wish: Wish, *, price_max: float | None = None) -> Query:
    """The shop's query for a wish. Looks must exist at every price, so one search sees the cheap end alone."""
    filters = wish.filters
    if price_max is not None:
        filters = filters.model_copy(update={"price": (0.0, price_max)})
    return Query(text=wish.query, filters=filters, prefer_colours=wish.prefer_colours, like=wish.like)

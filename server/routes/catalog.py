"""The catalogue over HTTP: search, one article, its picture."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse
from pydantic import BaseModel, Field

from server.desk import AtDesk, Desk, Person
from server.problems import Problem
from stores.catalog.shop import Hit
from stores.catalog.shop import Query as ShopQuery
from stores.vocabulary import Article, ColourFamily, Filters, Presentation, ReservedUse, Slot

router = APIRouter(prefix="/v1/catalog", tags=["catalog"])


class Search(BaseModel):
    """A search as query parameters; several values of one name mean any of them."""

    q: Annotated[str, Field(max_length=400)] = ""
    slot: list[Slot] = []
    category: list[str] = []
    colour: list[ColourFamily] = []
    fabric: list[str] = []
    brand: list[str] = []
    size: list[str] = []
    presentation: list[Presentation] = []
    reserve: list[ReservedUse] = []
    price_min: Annotated[float, Field(ge=0)] | None = None
    price_max: Annotated[float, Field(ge=0)] | None = None
    waterproof: bool | None = None
    like: str | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 24

    def query(self) -> ShopQuery:
        priced = self.price_min is not None or self.price_max is not None
        filters = Filters(
            slots=self.slot,
            categories=self.category,
            colours=self.colour,
            fabrics=self.fabric,
            brands=self.brand,
            sizes=self.size,
            presentations=self.presentation,
            reserve=self.reserve,
            price=(self.price_min or 0, self.price_max if self.price_max is not None else 1e9) if priced else None,
            waterproof=self.waterproof,
        )
        return ShopQuery(text=self.q, filters=filters, like=self.like)


class Found(BaseModel):
    """Articles, best first."""

    count: int
    results: list[Hit]


@router.get("/search")
async def search(asked: Annotated[Search, Query()], desk: AtDesk, caller: Person) -> Found:
    (hits,) = await desk.services.catalog.search([asked.query()], limit=asked.limit)
    return Found(count=len(hits), results=hits)


@router.get("/{article_id}")
async def read(article_id: str, desk: AtDesk, caller: Person) -> Article:
    return await require_article(desk, article_id)


@router.get("/{article_id}/image")
async def image(article_id: str, desk: AtDesk, caller: Person) -> FileResponse:
    article = await require_article(desk, article_id)
    if article.image is None or not Path(article.image).is_file():  # noqa: ASYNC240 - one stat of a local file
        raise Problem(404, "no_image", f"Article {article_id!r} has no picture.")
    return FileResponse(article.image)


async def require_article(desk: Desk, article_id: str) -> Article:
    """Raises `Problem` (404)."""
    found = await desk.services.catalog.articles([article_id])
    if article_id not in found:
        raise Problem(404, "no_article", f"The catalogue has no article {article_id!r}. Search /v1/catalog/search.")
    return found[article_id]

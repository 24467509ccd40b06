"""The catalogue over HTTP: search, one article, its picture."""

import asyncio
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import FileResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from server.desk import AtDesk, Desk, Person
from server.problems import Problem
from stores.catalog.shop import Hit
from stores.catalog.shop import Query as ShopQuery
from stores.vocabulary import Article, ColourFamily, Filters, Presentation, ReservedUse, Slot

router = APIRouter(prefix="/v1/catalog", tags=["catalog"])

Price = Annotated[float, Field(ge=0, allow_inf_nan=False)]

PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".svg"}


class Search(BaseModel):
    """A search as query parameters; several values of one name mean any of them."""

    model_config = ConfigDict(extra="forbid")

    q: Annotated[str, Field(max_length=400)] = ""
    slot: list[Slot] = []
    category: list[str] = []
    colour: list[ColourFamily] = []
    fabric: list[str] = []
    brand: list[str] = []
    size: list[str] = []
    presentation: list[Presentation] = []
    reserve: list[ReservedUse] = []
    price_min: Price | None = None
    price_max: Price | None = None
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
    if asked.like is not None:
        await require_article(desk, asked.like)
    (hits,) = await desk.services.catalog.search([asked.query()], limit=asked.limit)
    results = [hit.model_copy(update={"article": published(hit.article)}) for hit in hits]
    return Found(count=len(results), results=results)


@router.get("/{article_id}")
async def read(article_id: str, desk: AtDesk, caller: Person) -> Article:
    return published(await require_article(desk, article_id))


@router.get("/{article_id}/image", response_class=FileResponse)
async def image(article_id: str, desk: AtDesk, caller: Person) -> Response:
    article = await require_article(desk, article_id)
    picture = article.image
    if picture and is_web(picture):
        return RedirectResponse(picture)
    if picture is None or not await asyncio.to_thread(is_picture, Path(picture)):
        raise Problem(404, "no_image", f"Article {article_id!r} has no picture.")
    return FileResponse(picture)


def published(article: Article) -> Article:
    """The article with its picture's address in the place of a path on this machine."""
    if article.image is None or is_web(article.image):
        return article
    return article.model_copy(update={"image": f"{router.prefix}/{article.id}/image"})


def is_web(image: str) -> bool:
    return image.startswith(("http://", "https://"))


def is_picture(path: Path) -> bool:
    """Whether a feed's word for a picture names one, and not some other file of this machine."""
    return path.suffix.lower() in PICTURES and path.is_file()


async def require_article(desk: Desk, article_id: str) -> Article:
    """Raises `Problem` (404)."""
    found = await desk.services.catalog.articles([article_id])
    if article_id not in found:
        raise Problem(404, "no_article", f"The catalogue has no article {article_id!r}. Search /v1/catalog/search.")
    return found[article_id]

"""The catalogue over HTTP: search within filters, counts to narrow it down by, one article, its picture."""

import asyncio
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import FileResponse, RedirectResponse
from pydantic import BaseModel

from server.desk import AtDesk, Desk, Person
from server.documented import ANYWHERE, faults, file_of
from server.problems import Problem
from server.routes.searching import Search, check_values
from stores.catalog.shop import CatalogInfo, Facets, Hit
from stores.vocabulary import Article

router = APIRouter(prefix="/v1/catalog", tags=["catalog"], responses=ANYWHERE)

PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".svg"}
PICTURE = file_of("image/jpeg", "image/png", "image/webp", "image/svg+xml")
ELSEWHERE = {307: {"description": "The picture is at a web address"}}


class Found(BaseModel):
    """Articles, best first. `total` counts what the filters allow, `facets` what is among it; words only rank."""

    count: int
    total: int
    results: list[Hit]
    facets: Facets


@router.get("")
async def info(desk: AtDesk, caller: Person) -> CatalogInfo:
    """What is in the catalogue."""
    return await desk.services.catalog.info()


@router.get("/search", responses=faults(404))
async def search(asked: Annotated[Search, Query()], desk: AtDesk, caller: Person) -> Found:
    """Every filter holds exactly; `q` ranks what is left, by meaning, by words, or by both (`mode`)."""
    shop, query = desk.services.catalog, asked.query()
    await check_values(shop, asked)
    if asked.like is not None:
        await require_article(desk, asked.like)
    facets = await shop.facets(query.filters)
    (hits,) = await shop.search([query], limit=asked.offset + asked.limit, mode=asked.mode)
    results = [hit.model_copy(update={"article": published(hit.article)}) for hit in hits[asked.offset :]]
    return Found(count=len(results), total=facets.total, results=results, facets=facets)


@router.get("/{article_id}", responses=faults(404))
async def read(article_id: str, desk: AtDesk, caller: Person) -> Article:
    return published(await require_article(desk, article_id))


@router.get("/{article_id}/image", response_class=FileResponse, responses=PICTURE | ELSEWHERE | faults(404))
async def image(article_id: str, desk: AtDesk, caller: Person) -> Response:
    article = await require_article(desk, article_id)
    picture = article.image
    if picture and is_web(picture):
        return RedirectResponse(picture)
    if drawn := await desk.services.pictures.of(article):
        return FileResponse(drawn)
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

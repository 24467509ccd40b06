"""The catalogue over HTTP: search within filters, counts to narrow it down by, one article, its picture."""

import asyncio
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Query, Response, UploadFile
from fastapi.responses import FileResponse, RedirectResponse
from pydantic import BaseModel

from graph import resemblance
from server.desk import AtDesk, Desk, Person
from server.documented import ANYWHERE, faults, file_of
from server.ingress import refusal
from server.problems import Problem
from server.routes.photos import no_photo
from server.routes.searching import Narrowed, Search, check_values
from stores.caller import Caller
from stores.catalog.shop import CatalogInfo, Facets, Hit
from stores.vocabulary import Article
from tools.likeness import Seen

router = APIRouter(prefix="/v1/catalog", tags=["catalog"], responses=ANYWHERE)

PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".svg"}
PICTURE = file_of("image/jpeg", "image/png", "image/webp", "image/svg+xml")
LASTING = {"Cache-Control": "private, max-age=600"}
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
    """Every filter holds exactly; `q` ranks what is left, by meaning, by words, or by both (`mode`).

    With `photo` what resembles the garment on it comes first.
    """
    await check_values(desk.services.catalog, asked)
    if asked.like is not None:
        await require_article(desk, asked.like)
    seen = await require_seen(desk, caller, asked.photo) if asked.photo else None
    return await answered(desk, asked, await (alike(desk, asked, seen) if seen else hits(desk, asked)))


@router.post("/search")
async def search_by_picture(
    file: Annotated[UploadFile, File()], asked: Annotated[Narrowed, Query()], desk: AtDesk, caller: Person
) -> Found:
    """What resembles the garment on a photo, which is looked at and not kept; filters hold as they do without."""
    await check_values(desk.services.catalog, asked)
    seen = await resemblance.seen_in_file(desk.services, await file.read())
    return await answered(desk, asked, await alike(desk, asked, seen))


async def hits(desk: Desk, asked: Search) -> list[Hit]:
    """The best of a search in words. Raises `Problem` (422) where nothing here finds words in pictures."""
    shop, last = desk.services.catalog, asked.offset + asked.limit
    if asked.mode != "pictures":
        return (await shop.search([asked.query()], limit=last, mode=asked.mode))[0]
    if (found := await resemblance.pictured(desk.services, asked.query(), last)) is not None:
        return found
    raise refusal("mode: nothing here finds words in pictures; a model in MAISON_IMAGE_ENCODER does")


async def alike(desk: Desk, asked: Narrowed, seen: Seen) -> list[Hit]:
    return await resemblance.alike_in_shop(desk.services, seen, asked.query(), asked.offset + asked.limit)


async def answered(desk: Desk, asked: Narrowed, found: list[Hit]) -> Found:
    """The page that is asked for, with what the filters allow in all."""
    facets = await desk.services.catalog.facets(asked.query().filters)
    results = [hit.model_copy(update={"article": published(hit.article)}) for hit in found[asked.offset :]]
    return Found(count=len(results), total=facets.total, results=results, facets=facets)


async def require_seen(desk: Desk, caller: Caller, photo_id: str) -> Seen:
    """Raises `Problem` (404)."""
    if seen := await resemblance.seen_on_photo(desk.services, caller, photo_id):
        return seen
    raise no_photo(photo_id)


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
        return FileResponse(drawn, headers=LASTING)
    if picture is None or not await asyncio.to_thread(is_picture, Path(picture)):
        raise Problem(404, "no_image", f"Article {article_id!r} has no picture.")
    return FileResponse(picture, headers=LASTING)


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

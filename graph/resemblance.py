"""What the photos of a person look like, and what of a shop or of a wardrobe resembles them.

Where nothing can be seen (a model that is broken, a storage that is away), attributes alone decide, and that is noted.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from graph import closet
from graph.failures import describe, failure
from graph.services import Services
from stores.caller import Caller
from stores.catalog.shop import Hit, Query
from stores.drawing.raster import Undrawable
from stores.folders import Unreachable
from stores.gallery import Blind
from stores.gallery_vectors import Vector
from stores.vocabulary import Article, Filters, Garment
from tools import resemblance
from tools.likeness import Seen, ranked, seen_of
from tools.resemblance import measured, most_alike, nearest, shown_on
from tools.seats import Candidate

log = logging.getLogger(__name__)

ROLE = "image_encoder"
UNSEEN = (Blind, Undrawable, Unreachable)


class Resembling(NamedTuple):
    """Candidates by likeness, the most alike first, and what did not help to tell it."""

    candidates: list[Candidate]
    degraded: list[dict[str, Any]]


async def resembling(
    services: Services, caller: Caller, garment: Garment, offered: Sequence[Article], filters: Filters
) -> Resembling:
    """What looks most like a garment of the person, of what is offered and of what the gallery finds near it."""
    try:
        features = await features_of(services, caller, [garment])
        like = seen_of(garment, features.get(garment.id))
        near = await nearest(services.catalog, services.gallery, like.features, filters)
        return Resembling(await _ranked(services, like, [*near, *offered]), [])
    except UNSEEN as error:
        return Resembling(await _ranked(services, seen_of(garment), offered), [unseen(error)])


async def alike_in_shop(services: Services, like: Seen, query: Query, limit: int) -> list[Hit]:
    """The articles within a query's filters that resemble what is seen, best first."""
    shop, gallery = services.catalog, services.gallery
    try:
        return await resemblance.resembling(shop, gallery, like, query, limit)
    except UNSEEN as error:
        unseen(error)
        return await resemblance.resembling(shop, gallery, like._replace(features=None), query, limit)


async def pictured(services: Services, query: Query, limit: int) -> list[Hit] | None:
    """The articles whose pictures are nearest to a query's words; None where no encoder reads words."""
    try:
        words = await asyncio.to_thread(services.gallery.encoder.words, query.text)
    except Blind as error:
        unseen(error)
        return None
    if words is None:
        return None
    return await resemblance.pictured(services.catalog, services.gallery, query, words, limit)


async def alike_in_wardrobe(
    services: Services, caller: Caller, like: Seen, garments: Sequence[Garment]
) -> list[Garment]:
    """The garments by how much they resemble what is seen, the most alike first."""
    try:
        return ranked(like, garments, await features_of(services, caller, garments))
    except UNSEEN as error:
        unseen(error)
        return ranked(like._replace(features=None), garments)


async def seen_on_photo(services: Services, caller: Caller, identity: str) -> Seen | None:
    """What a photo of the person shows: what hangs there from it, or is measured, and how it looks; None without it."""
    seen, photo = await closet.seen_on(services, caller, identity), await services.photos.photo(caller, identity)
    if seen is None or photo is None:
        return None
    try:
        hung = [one for one in await services.wardrobe.garments(caller) if photo.number in one.photos]
        vector = await services.photos.vector(caller, identity, services.gallery.encoder) if len(hung) < 2 else None
    except UNSEEN as error:
        unseen(error)
        vector = None
    return seen._replace(features=vector)


async def seen_in_file(services: Services, data: bytes) -> Seen:
    """What a photo shows that is not to be kept. Raises BadPhoto."""
    jpeg = await services.photos.cleaned(data)
    try:
        return await asyncio.to_thread(shown_on, jpeg, services.gallery.encoder)
    except UNSEEN as error:
        unseen(error)
        return await asyncio.to_thread(measured, jpeg)


async def features_of(services: Services, caller: Caller, garments: Sequence[Garment]) -> dict[str, Vector]:
    """What garments look like, by id: those of which a photo shows nothing else. Raises Blind, Unreachable."""
    hung = await services.wardrobe.garments(caller)
    alone = {number for number, count in Counter(numbers_of(hung)).items() if count == 1}
    ids = {photo.number: photo.id for photo in await services.photos.photos(caller) if photo.number in alone}
    found: dict[str, Vector] = {}
    for garment in garments:
        shown = next((ids[number] for number in garment.photos if number in ids), None)
        vector = await services.photos.vector(caller, shown, services.gallery.encoder) if shown else None
        if vector is not None:
            found[garment.id] = vector
    return found


def numbers_of(garments: Iterable[Garment]) -> Iterable[int]:
    return (number for garment in garments for number in garment.photos)


def unseen(error: Exception) -> dict[str, Any]:
    """The entry of `degraded` for what could not be seen."""
    log.warning("likeness by attributes alone: %s", describe(error))
    return failure(ROLE, error)


async def _ranked(services: Services, like: Seen, articles: Sequence[Article]) -> list[Candidate]:
    """The articles by likeness, each once."""
    found = await most_alike(services.gallery, like, list({one.id: one for one in articles}.values()))
    return [Candidate(one.article, one.likeness) for one in found]

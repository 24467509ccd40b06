"""The pictures of a look's pieces: an article's drawing or photo, a garment cut out of its owner's photo.

A piece without a picture that can be shown is left out. This module does not know where a piece lies on a board.
"""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from stores.caller import Caller
from stores.catalog.shop import ShopSearch
from stores.photos import Photos
from stores.pictures import Pictures
from stores.vocabulary import Article, Look
from tools.preview.cutout import cut_out

FORMATS = {".jpg", ".jpeg", ".png", ".webp"}
MOST_BYTES = 20_000_000


class Pieces:
    """Over the stores of articles, of their drawings, and of people's photos."""

    def __init__(self, catalog: ShopSearch, pictures: Pictures, photos: Photos) -> None:
        self.catalog = catalog
        self.pictures = pictures
        self.photos = photos

    async def of(self, look: Look, caller: Caller, shown_on: Mapping[str, int]) -> dict[str, Image.Image]:
        """Pictures (RGBA, without air) by the id of the item; `shown_on` are photo numbers by the id of a garment."""
        bought = [item.id for item in look.items if item.source == "catalog"]
        articles = await self.catalog.articles(bought) if bought else {}
        found = await asyncio.gather(
            *(self._article(article) for article in articles.values()),
            *(self._garment(caller, number) for number in shown_on.values()),
        )
        ids = [*articles, *shown_on]
        return {identity: picture for identity, picture in zip(ids, found, strict=True) if picture}

    async def _article(self, article: Article) -> Image.Image | None:
        if drawn := await self.pictures.of(article):
            return await asyncio.to_thread(trimmed, drawn)
        return await asyncio.to_thread(from_feed, Path(article.image)) if article.image else None

    async def _garment(self, caller: Caller, number: int) -> Image.Image | None:
        photo = await self.photos.numbered(caller, number)
        pixels = await self.photos.pixels(caller, photo.id) if photo else None
        return await asyncio.to_thread(cut_out, pixels) if pixels else None


def trimmed(file: Path) -> Image.Image | None:
    """A drawing without the air round it."""
    with Image.open(file) as image:
        picture = image.convert("RGBA")
    box = picture.getchannel("A").getbbox()
    return picture.crop(box) if box else None


def from_feed(file: Path) -> Image.Image | None:
    """The article on a feed's photo, cut out; None where the file is none, or what is on it does not stand out."""
    try:
        if file.suffix.lower() not in FORMATS or file.stat().st_size > MOST_BYTES:
            return None
        return cut_out(file.read_bytes())
    except (OSError, ValueError, Image.DecompressionBombError):
        return None

"""What articles look like, as vectors: made by an encoder of pictures, kept by the pictures that they came from.

A vector is kept under its encoder's name and its picture's content, so that other weights, another drawing or another
photo are another vector. Where the encoder is too slow to be asked in the middle of a turn, only what `fill` made
beforehand is known, and lies in a Chroma collection of that encoder's too, to find what is nearest in all of the
catalogue. This module does not know how a picture becomes a vector, nor what resembles what.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Protocol

from stores.gallery_vectors import KeptVectors, Vector, Walls
from stores.pictures import DRAWN, Pictures
from stores.vocabulary import Article

FORMATS = {".jpg", ".jpeg", ".png", ".webp"}
MOST_BYTES = 20_000_000
CHUNK = 32
SEEN = ("id", "name", "description", "category", "slot", "colours", "fabrics", "pattern", "fit", "presentation")


class Blind(RuntimeError):
    """The encoder of pictures is missing, broken, or cannot read what it was shown."""


class Encoder(Protocol):
    """Pictures, and where it can words, as vectors of unit length; those of two encoders never compare."""

    @property
    def name(self) -> str:
        """Names the weights: letters, digits, `.`, `_` and `-`, at most 100."""
        ...

    @property
    def side(self) -> int:
        """Pixels of a drawing that is made for it."""
        ...

    @property
    def quick(self) -> bool:
        """Whether some tens of pictures can be encoded while a person waits."""
        ...

    def pictures(self, pictures: Sequence[bytes]) -> list[Vector | None]:
        """Vectors of PNG, JPEG or WebP files, None for one that cannot be read. Blocking. Raises Blind."""
        ...

    def words(self, text: str) -> Vector | None:
        """The vector of a text beside those of pictures; None where the encoder reads no words. Raises Blind."""
        ...


class Gallery:
    """Vectors of articles by one encoder, in `directory`; their drawings come from `pictures`."""

    def __init__(self, directory: Path, pictures: Pictures, encoder: Encoder) -> None:
        self.encoder = encoder
        self._pictures = pictures
        self._kept = KeptVectors(directory / "vectors.db")
        self._walls = Walls(directory / encoder.name)

    async def of(self, articles: Sequence[Article]) -> dict[str, Vector]:
        """What the articles look like, by id; whatever has no picture is absent. Raises Blind, Undrawable."""
        return await self._seen(articles, make=self.encoder.quick)

    async def fill(self, articles: Sequence[Article], version: str) -> AsyncIterator[int]:
        """Looks at whatever of a catalogue was not looked at yet; yields how many are done.

        What was made is kept, so a fill that was stopped goes on from there. Raises Blind, Undrawable, IngestRunning.
        """
        found: dict[str, Vector] = {}
        for start in range(0, len(articles), CHUNK):
            chunk = articles[start : start + CHUNK]
            found |= await self._seen(chunk, make=True)
            yield start + len(chunk)
        if found and not self.encoder.quick:
            await asyncio.to_thread(self._walls.hang, version, found)

    async def nearest(self, vector: Vector, count: int) -> list[str]:
        """Ids of the articles that look most like a vector, best first; none where nothing was filled. Raises Blind."""
        try:
            return await self._walls.nearest(vector, count)
        except Exception as error:  # whatever Chroma has against its files
            raise Blind(f"the pictures cannot be searched ({type(error).__name__}): encode them again") from error

    async def close(self) -> None:
        await self._walls.close()
        self._kept.close()

    async def _seen(self, articles: Sequence[Article], *, make: bool) -> dict[str, Vector]:
        keys = await asyncio.to_thread(self._keys, articles)
        try:
            known = await asyncio.to_thread(self._kept.load, list(keys.values()))
            lacking = [one for one in articles if make and one.id in keys and keys[one.id] not in known]
            known |= await self._made(lacking, keys) if lacking else {}
        except sqlite3.Error as error:
            raise Blind(f"{self._kept.path} cannot be used ({error}): move it away") from error
        return {identity: known[key] for identity, key in keys.items() if key in known}

    async def _made(self, articles: Sequence[Article], keys: Mapping[str, bytes]) -> dict[bytes, Vector]:
        """Vectors that were not kept yet, by key; kept from now on."""
        drawn = [one for one in articles if one.image == DRAWN]
        drawings = await self._pictures.small(drawn, self.encoder.side) if drawn else []
        pictures = dict(zip((one.id for one in drawn), drawings, strict=True))
        made = await asyncio.to_thread(self._encoded, articles, pictures)
        fresh = {keys[identity]: vector for identity, vector in made.items()}
        await asyncio.to_thread(self._kept.keep, fresh)
        return fresh

    def _encoded(self, articles: Sequence[Article], drawings: Mapping[str, bytes]) -> dict[str, Vector]:
        pictures = {one.id: drawings.get(one.id) or photo_of(one) for one in articles}
        there = {identity: picture for identity, picture in pictures.items() if picture}
        vectors = self.encoder.pictures(list(there.values())) if there else []
        return {key: vector for key, vector in zip(there, vectors, strict=True) if vector is not None}

    def _keys(self, articles: Sequence[Article]) -> dict[str, bytes]:
        """What vectors are kept by; articles without a picture on this machine are absent."""
        return {one.id: key for one in articles if (key := self._key(one))}

    def _key(self, article: Article) -> bytes | None:
        if article.image == DRAWN:
            content: bytes | None = f"{drawing_version()} {article.model_dump_json(include={*SEEN})}".encode()
        else:
            content = photo_of(article)
        return sha256(self.encoder.name.encode() + b"\n" + content).digest() if content else None


def photo_of(article: Article) -> bytes | None:
    """The article's photo where it is a file of this machine."""
    if article.image is None or Path(article.image).suffix.lower() not in FORMATS:
        return None
    try:
        file = Path(article.image)
        return file.read_bytes() if file.stat().st_size <= MOST_BYTES else None
    except OSError:
        return None


@cache
def drawing_version() -> str:
    """Changes with the code and the measures that articles are drawn by."""
    digest = sha256()
    for file in sorted(files("stores").joinpath("drawing").iterdir(), key=lambda file: file.name):
        if file.name.endswith((".py", ".toml")):
            digest.update(file.read_bytes())
    return digest.hexdigest()


@asynccontextmanager
async def open_gallery(directory: Path, pictures: Pictures, encoder: Encoder) -> AsyncIterator[Gallery]:
    """The gallery in `directory`; what is there is opened at the first question."""
    gallery = Gallery(directory, pictures, encoder)
    try:
        yield gallery
    finally:
        await gallery.close()

"""The photos that people send: numbered, and kept in a folder per person.

What is stored is never what was sent (`stores.photo_files`). This module does not know what is on a photo.
"""

import asyncio
import shutil
from hashlib import sha256
from pathlib import Path
from weakref import WeakValueDictionary

import numpy as np
from pydantic import BaseModel

from stores.caller import Caller
from stores.files import read_if_there, write_whole
from stores.folders import Folder
from stores.gallery import Encoder
from stores.gallery_vectors import Vector
from stores.photo_files import MAX_BYTES, BadPhoto, check_size, clean
from stores.vocabulary import Photo

MOST = 200
VECTOR = ".f32"
AT_ONCE = 2  # pictures decoded at a time: one of 64 megapixels takes up to 400 MB meanwhile


class Album(BaseModel):
    """The index of one person's folder. `last` only grows, so a number is never given twice."""

    last: int = 0
    photos: list[Photo] = []


class Photos:
    """At most `most` photos of a person, each of `max_bytes` as sent. Unknown ids, and other people's, answer None.

    The albums are in `directory`, the pictures in `pictures`, which may be farther away.
    """

    def __init__(self, directory: Path, pictures: Folder, max_bytes: int = MAX_BYTES, most: int = MOST) -> None:
        self.directory = directory
        self.max_bytes = max_bytes
        self.most = most
        self._pictures = pictures
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._decoding = asyncio.Semaphore(AT_ONCE)

    async def add(self, caller: Caller, data: bytes) -> Photo:
        """Store a photo under the caller's next number; the same bytes again are the same photo.

        Raises BadPhoto, Unreachable.
        """
        check_size(data, self.max_bytes)
        identity = sha256(caller.key.encode() + data).hexdigest()[:24]
        if known := await self.photo(caller, identity):
            return known
        jpeg, size = await self._cleaned(data)
        photo = Photo(id=identity, number=1, width=size[0], height=size[1])
        async with self._lock(caller):
            album = await self._album(caller)
            if known := found(album, identity):
                return known
            if len(album.photos) >= self.most:
                raise too_many(len(album.photos))
            await self._pictures.write(caller, file_of(identity), jpeg)
            photo.number = album.last + 1
            await self._write(caller, Album(last=photo.number, photos=[*album.photos, photo]))
        return photo

    async def cleaned(self, data: bytes) -> bytes:
        """A photo as it would be stored, without storing it. Raises BadPhoto."""
        check_size(data, self.max_bytes)
        return (await self._cleaned(data))[0]

    async def photo(self, caller: Caller, identity: str) -> Photo | None:
        return found(await self._album(caller), identity)

    async def numbered(self, caller: Caller, number: int) -> Photo | None:
        """The photo that its owner calls by this number."""
        return next((photo for photo in await self.photos(caller) if photo.number == number), None)

    async def photos(self, caller: Caller) -> list[Photo]:
        """All of them, in the order in which they came."""
        return (await self._album(caller)).photos

    async def pixels(self, caller: Caller, identity: str) -> bytes | None:
        """The stored JPEG. Raises Unreachable."""
        if await self.photo(caller, identity) is None:
            return None
        return await self._pictures.read(caller, file_of(identity))

    async def vector(self, caller: Caller, identity: str, encoder: Encoder) -> Vector | None:
        """What the photo looks like, made once and kept until it is deleted. Raises Unreachable, Blind."""
        if await self.photo(caller, identity) is None:
            return None
        file = self.directory / caller.key / f"{identity}.{encoder.name}{VECTOR}"
        if stored := await asyncio.to_thread(read_if_there, file):
            return np.frombuffer(stored, np.float32)
        pixels = await self.pixels(caller, identity)
        if pixels is None:
            return None
        (vector,) = await asyncio.to_thread(encoder.pictures, [pixels])
        async with self._lock(caller):
            if vector is not None and found(await self._album(caller), identity):
                await asyncio.to_thread(write_whole, file, vector.tobytes(), sync=False)
        return vector

    async def mark_captioned(self, caller: Caller, identity: str) -> Photo | None:
        async with self._lock(caller):
            album = await self._album(caller)
            if photo := found(album, identity):
                photo.captioned = True
                await self._write(caller, album)
        return photo

    async def remove(self, caller: Caller, identity: str) -> Photo | None:
        """Delete a photo and return what it was; its number stays taken. Raises Unreachable."""
        async with self._lock(caller):
            album = await self._album(caller)
            if photo := found(album, identity):
                await self._pictures.remove(caller, file_of(identity))
                for vector in (self.directory / caller.key).glob(f"{identity}.*{VECTOR}"):
                    vector.unlink()
                album.photos.remove(photo)
                await self._write(caller, album)
        return photo

    async def erase(self, caller: Caller) -> None:
        """Delete everything of this person. Raises Unreachable."""
        async with self._lock(caller):
            await self._pictures.erase(caller)
            await asyncio.to_thread(shutil.rmtree, self.directory / caller.key, ignore_errors=True)

    async def _cleaned(self, data: bytes) -> tuple[bytes, tuple[int, int]]:
        async with self._decoding:
            return await asyncio.to_thread(clean, data)

    def _lock(self, caller: Caller) -> asyncio.Lock:
        return self._locks.setdefault(caller.key, asyncio.Lock())

    async def _album(self, caller: Caller) -> Album:
        stored = await asyncio.to_thread(read_if_there, self._index(caller))
        return Album.model_validate_json(stored) if stored else Album()

    async def _write(self, caller: Caller, album: Album) -> None:
        await asyncio.to_thread(write_whole, self._index(caller), album.model_dump_json().encode())

    def _index(self, caller: Caller) -> Path:
        return self.directory / caller.key / "album.json"


def found(album: Album, identity: str) -> Photo | None:
    return next((photo for photo in album.photos if photo.id == identity), None)


def file_of(identity: str) -> str:
    return f"{identity}.jpg"


def too_many(number: int) -> BadPhoto:
    message = f"You keep {number} photos already, which is as many as are kept. Delete one first."
    return BadPhoto("too_many_photos", message)

"""The photos that people send: cleaned, numbered, and kept in a folder per person.

What is stored is never what was sent: the picture is turned upright, converted to sRGB, made smaller, and written anew
as a JPEG without metadata, so that no place or device leaves with it. This module does not know what is on a photo.
"""

import asyncio
import io
import shutil
from hashlib import sha256
from pathlib import Path

from PIL import Image, ImageCms, ImageOps
from pydantic import BaseModel

from stores.caller import Caller
from stores.files import read_if_there, write_whole
from stores.vocabulary import Photo

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_BYTES = 15_000_000
MOST = 200
MAX_PIXELS = 64_000_000
MIN_SIDE = 16
LONG_SIDE = 1536
QUALITY = 88


class BadPhoto(ValueError):
    """A photo that cannot be taken. `code` is stable; the message says what is wrong and what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Album(BaseModel):
    """The index of one person's folder. `last` only grows, so a number is never given twice."""

    last: int = 0
    photos: list[Photo] = []


class Photos:
    """At most `most` photos of a person, each of `max_bytes` as sent. Unknown ids, and other people's, answer None."""

    def __init__(self, directory: Path, max_bytes: int = MAX_BYTES, most: int = MOST) -> None:
        self.directory = directory
        self.max_bytes = max_bytes
        self.most = most
        self._lock = asyncio.Lock()

    async def add(self, caller: Caller, data: bytes) -> Photo:
        """Store a photo under the caller's next number; the same bytes again are the same photo.

        Raises BadPhoto.
        """
        check_size(data, self.max_bytes)
        identity = sha256(caller.key.encode() + data).hexdigest()[:24]
        if known := await self.photo(caller, identity):
            return known
        jpeg, size = await asyncio.to_thread(clean, data)
        async with self._lock:
            return await asyncio.to_thread(self._keep, caller, identity, jpeg, size)

    async def photo(self, caller: Caller, identity: str) -> Photo | None:
        return next((photo for photo in await self.photos(caller) if photo.id == identity), None)

    async def numbered(self, caller: Caller, number: int) -> Photo | None:
        """The photo that its owner calls by this number."""
        return next((photo for photo in await self.photos(caller) if photo.number == number), None)

    async def photos(self, caller: Caller) -> list[Photo]:
        """All of them, in the order in which they came."""
        return (await asyncio.to_thread(self._album, caller)).photos

    async def pixels(self, caller: Caller, identity: str) -> bytes | None:
        """The stored JPEG."""
        if await self.photo(caller, identity) is None:
            return None
        return await asyncio.to_thread(read_if_there, self._file(caller, identity))

    async def mark_captioned(self, caller: Caller, identity: str) -> Photo | None:
        async with self._lock:
            return await asyncio.to_thread(self._mark, caller, identity)

    async def remove(self, caller: Caller, identity: str) -> Photo | None:
        """Delete a photo and return what it was; its number stays taken."""
        async with self._lock:
            return await asyncio.to_thread(self._drop, caller, identity)

    async def erase(self, caller: Caller) -> None:
        """Delete everything of this person."""
        async with self._lock:
            await asyncio.to_thread(shutil.rmtree, self.directory / caller.key, ignore_errors=True)

    def _file(self, caller: Caller, identity: str) -> Path:
        return self.directory / caller.key / f"{identity}.jpg"

    def _index(self, caller: Caller) -> Path:
        return self.directory / caller.key / "album.json"

    def _album(self, caller: Caller) -> Album:
        stored = read_if_there(self._index(caller))
        return Album.model_validate_json(stored) if stored else Album()

    def _write(self, caller: Caller, album: Album) -> None:
        write_whole(self._index(caller), album.model_dump_json().encode())

    def _keep(self, caller: Caller, identity: str, jpeg: bytes, size: tuple[int, int]) -> Photo:
        album = self._album(caller)
        for photo in album.photos:
            if photo.id == identity:
                return photo
        if len(album.photos) >= self.most:
            message = f"You keep {len(album.photos)} photos already, which is as many as are kept. Delete one first."
            raise BadPhoto("too_many_photos", message)
        album.last += 1
        photo = Photo(id=identity, number=album.last, width=size[0], height=size[1])
        write_whole(self._file(caller, identity), jpeg)
        self._write(caller, album.model_copy(update={"photos": [*album.photos, photo]}))
        return photo

    def _mark(self, caller: Caller, identity: str) -> Photo | None:
        album = self._album(caller)
        for photo in album.photos:
            if photo.id == identity:
                photo.captioned = True
                self._write(caller, album)
                return photo
        return None

    def _drop(self, caller: Caller, identity: str) -> Photo | None:
        album = self._album(caller)
        for photo in album.photos:
            if photo.id == identity:
                album.photos.remove(photo)
                self._write(caller, album)
                self._file(caller, identity).unlink(missing_ok=True)
                return photo
        return None


def check_size(data: bytes, max_bytes: int) -> None:
    if not data:
        raise BadPhoto("photo_empty", "The file is empty. Send the photo again.")
    if len(data) > max_bytes:
        sent, most = len(data) / 1e6, max_bytes / 1e6
        message = f"The photo has {sent:.1f} MB, more than the {most:.0f} MB that are taken. Send a smaller copy."
        raise BadPhoto("photo_too_large", message)


def clean(data: bytes) -> tuple[bytes, tuple[int, int]]:
    """Upright sRGB JPEG without metadata, longer side at most LONG_SIDE, and its width and height.

    Raises BadPhoto.
    """
    try:
        check_dimensions(data)
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            image.draft("RGB", (LONG_SIDE, LONG_SIDE))
            image.thumbnail((LONG_SIDE, LONG_SIDE))
            upright = flatten(to_srgb(ImageOps.exif_transpose(image)))
    except BadPhoto:
        raise
    except Exception as error:  # decoders fed by strangers raise whatever they like
        raise BadPhoto("photo_unreadable", unreadable(data)) from error
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=QUALITY)
    return out.getvalue(), upright.size


def check_dimensions(data: bytes) -> None:
    """Read the header alone, before anything is decoded."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        width, height = image.size
        if width * height > MAX_PIXELS:
            message = (
                f"The photo has {width} x {height} pixels, more than {MAX_PIXELS / 1e6:.0f} million. Scale it down."
            )
            raise BadPhoto("photo_too_many_pixels", message)
        if min(width, height) < MIN_SIDE:
            message = f"The photo has only {width} x {height} pixels. Send one of at least {MIN_SIDE} on each side."
            raise BadPhoto("photo_too_small", message)
        image.verify()


def to_srgb(image: Image.Image) -> Image.Image:
    """Phones write Display P3: without this, stored colours would be duller than the garment."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA"}:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB")) or image
    except (ImageCms.PyCMSError, OSError):
        return image


def flatten(image: Image.Image) -> Image.Image:
    """RGB over white, carrying nothing but pixels."""
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        flat = Image.new("RGB", image.size, "white")
        flat.paste(layer, mask=layer.getchannel("A"))
    else:
        flat = image.convert("RGB")
    flat.info = {}
    return flat


def unreadable(data: bytes) -> str:
    if data[4:8] == b"ftyp":
        return "This is a HEIC or AVIF file, which is not read here. Export the photo as JPEG, PNG or WebP."
    return "This is not a photo that can be read. Send a JPEG, PNG or WebP file."

"""Pictures of looks, kept per person under an id that follows from the picture, or from how it was made.

This module does not know how a picture is made.
"""

import asyncio
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from stores.caller import Caller
from stores.files import is_segment
from stores.folders import Folder

MOST = 200
SUFFIX = ".png"


class KeptPreview(NamedTuple):
    """A picture that is there, and since when."""

    id: str
    created_at: datetime


class Previews:
    """PNG files, the newest `most` of each person. Unknown ids, and other people's, answer None.

    Whatever is asked of them may raise Unreachable.
    """

    def __init__(self, pictures: Folder, most: int = MOST) -> None:
        self.most = most
        self._pictures = pictures

    async def add(self, caller: Caller, png: bytes, recipe: bytes = b"") -> str:
        """Keep a picture and return its id; the same picture, or the same recipe, again has the same id."""
        identity = identity_of(caller, recipe or png)
        await self._pictures.write(caller, identity + SUFFIX, png)
        older = (await self._pictures.kept(caller, SUFFIX))[self.most :]
        await asyncio.gather(*(self._pictures.remove(caller, old.name) for old in older))
        return identity

    async def made(self, caller: Caller, recipe: bytes) -> str | None:
        """The id of the picture that was made by this recipe."""
        identity = identity_of(caller, recipe)
        return identity if await self.read(caller, identity) else None

    async def previews(self, caller: Caller) -> list[KeptPreview]:
        """The newest first."""
        return [
            KeptPreview(file.name.removesuffix(SUFFIX), file.since)
            for file in await self._pictures.kept(caller, SUFFIX)
        ]

    async def read(self, caller: Caller, identity: str) -> bytes | None:
        return await self._pictures.read(caller, identity + SUFFIX) if is_segment(identity) else None

    async def remove(self, caller: Caller, identity: str) -> bool:
        """False where there is none of this id."""
        return is_segment(identity) and await self._pictures.remove(caller, identity + SUFFIX)

    async def erase(self, caller: Caller) -> None:
        """Delete everything of this person."""
        await self._pictures.erase(caller)


def identity_of(caller: Caller, source: bytes) -> str:
    return sha256(caller.key.encode() + source).hexdigest()[:24]

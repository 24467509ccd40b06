"""Pictures of looks, kept per person under an id that follows from the picture.

This module does not know how a picture is made.
"""

import asyncio
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from stores.caller import Caller
from stores.files import is_segment, read_if_there, write_whole

MOST = 200


class KeptPreview(NamedTuple):
    """A picture that is there, and since when."""

    id: str
    created_at: datetime


class Previews:
    """PNG files in `directory`, the newest `most` of each person. Unknown ids, and other people's, answer None."""

    def __init__(self, directory: Path, most: int = MOST) -> None:
        self.directory = directory
        self.most = most

    async def add(self, caller: Caller, png: bytes) -> str:
        """Keep a picture and return its id; the same picture again has the same id."""
        identity = sha256(caller.key.encode() + png).hexdigest()[:24]
        await asyncio.to_thread(self._keep, caller, identity, png)
        return identity

    async def previews(self, caller: Caller) -> list[KeptPreview]:
        """The newest first."""
        return await asyncio.to_thread(self._kept, caller)

    async def read(self, caller: Caller, identity: str) -> bytes | None:
        if not is_segment(identity):
            return None
        return await asyncio.to_thread(read_if_there, self._file(caller, identity))

    async def remove(self, caller: Caller, identity: str) -> bool:
        """False where there is none of this id."""
        if not is_segment(identity):
            return False
        with suppress(FileNotFoundError):
            await asyncio.to_thread(self._file(caller, identity).unlink)
            return True
        return False

    async def erase(self, caller: Caller) -> None:
        """Delete everything of this person."""
        await asyncio.to_thread(shutil.rmtree, self.directory / caller.key, ignore_errors=True)

    def _keep(self, caller: Caller, identity: str, png: bytes) -> None:
        write_whole(self._file(caller, identity), png)
        for old in self._kept(caller)[self.most :]:
            self._file(caller, old.id).unlink(missing_ok=True)

    def _kept(self, caller: Caller) -> list[KeptPreview]:
        found = []
        for path in (self.directory / caller.key).glob("[!.]*.png"):
            with suppress(FileNotFoundError):  # the oldest go while somebody looks
                found.append((path.stat().st_mtime_ns, path.stem))
        return [KeptPreview(name, datetime.fromtimestamp(ns / 1e9, UTC)) for ns, name in sorted(found, reverse=True)]

    def _file(self, caller: Caller, identity: str) -> Path:
        return self.directory / caller.key / f"{identity}.png"

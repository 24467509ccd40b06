"""Pictures of looks, kept per person under an id that follows from the picture.

This module does not know how a picture is made.
"""

import asyncio
import shutil
from hashlib import sha256
from pathlib import Path

from stores.caller import Caller
from stores.files import is_segment, read_if_there, write_whole


class Previews:
    """PNG files in `directory`. Unknown ids, and other people's, answer None."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    async def add(self, caller: Caller, png: bytes) -> str:
        """Keep a picture and return its id; the same picture again has the same id."""
        identity = sha256(caller.key.encode() + png).hexdigest()[:24]
        await asyncio.to_thread(write_whole, self._file(caller, identity), png)
        return identity

    async def read(self, caller: Caller, identity: str) -> bytes | None:
        if not is_segment(identity):
            return None
        return await asyncio.to_thread(read_if_there, self._file(caller, identity))

    async def remove(self, caller: Caller, identity: str) -> None:
        if is_segment(identity):
            await asyncio.to_thread(self._file(caller, identity).unlink, missing_ok=True)

    async def erase(self, caller: Caller) -> None:
        """Delete everything of this person."""
        await asyncio.to_thread(shutil.rmtree, self.directory / caller.key, ignore_errors=True)

    def _file(self, caller: Caller, identity: str) -> Path:
        return self.directory / caller.key / f"{identity}.png"

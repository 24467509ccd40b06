"""Folders of people's files: in the data directory, or in any storage that fsspec reaches by its URL.

A file is named after its content and never changes, so it needs no lock. This module does not know what is in a file.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from stores.caller import Caller
from stores.files import write_whole

T = TypeVar("T")


class Unreachable(OSError):
    """The storage does not answer, or not as it should; whoever asked may try again."""


class KeptFile(NamedTuple):
    """A file that is there, and since when."""

    name: str
    since: datetime


class Folder:
    """The files under `url`, a path or what fsspec takes (`s3://bucket/prefix`), in one folder per person.

    Raises ImportError where the package for such an address is not installed, ValueError where there is none for it.
    Whatever is asked of it may raise Unreachable.
    """

    def __init__(self, url: str) -> None:
        from fsspec import url_to_fs
        from fsspec.implementations.local import LocalFileSystem

        # What another process has put there counts too.
        self._files, self._root = url_to_fs(url, use_listings_cache=False)
        self._local = isinstance(self._files, LocalFileSystem)

    async def write(self, caller: Caller, name: str, data: bytes) -> None:
        try:
            await answered(lambda: self._put(self._path(caller, name), data))
        except FileNotFoundError as error:  # a bucket that is not there
            raise unreachable(error) from error

    async def read(self, caller: Caller, name: str) -> bytes | None:
        with suppress(FileNotFoundError):
            return await answered(lambda: bytes(self._files.cat_file(self._path(caller, name))))
        return None

    async def remove(self, caller: Caller, name: str) -> bool:
        """False where there is none of this name."""
        with suppress(FileNotFoundError):
            return await answered(lambda: self._drop(self._path(caller, name)))
        return False

    async def kept(self, caller: Caller, suffix: str) -> list[KeptFile]:
        """The files whose names end so, the newest first."""
        with suppress(FileNotFoundError):
            found = await answered(lambda: self._listed(self._path(caller), suffix))
            return sorted(found, key=lambda file: file.since, reverse=True)
        return []

    async def erase(self, caller: Caller) -> None:
        """Delete everything of this person."""
        with suppress(FileNotFoundError):
            await answered(lambda: self._files.rm(self._path(caller), recursive=True))

    def _path(self, caller: Caller, name: str = "") -> str:
        return f"{self._root}/{caller.key}/{name}".rstrip("/")

    def _put(self, path: str, data: bytes) -> None:
        if self._local:  # the others put a file whole or not at all by themselves
            write_whole(Path(path), data)
        else:
            self._files.pipe_file(path, data)

    def _drop(self, path: str) -> bool:
        there = bool(self._files.exists(path))  # object stores delete what is not there without a word
        self._files.rm_file(path)
        return there

    def _listed(self, path: str, suffix: str) -> list[KeptFile]:
        found = []
        for entry in self._files.ls(path, detail=False):
            name = entry.rpartition("/")[2]
            if name.endswith(suffix) and not name.startswith("."):
                with suppress(FileNotFoundError):  # the oldest go while somebody looks
                    found.append(KeptFile(name, self._files.modified(entry).astimezone(UTC)))
        return found


async def answered(question: Callable[[], T]) -> T:
    """What the storage answers. Raises FileNotFoundError, Unreachable."""
    try:
        return await asyncio.to_thread(question)
    except FileNotFoundError:
        raise
    except Exception as error:  # each kind of storage has errors of its own
        raise unreachable(error) from error


def unreachable(error: Exception) -> Unreachable:
    return Unreachable(f"the storage of photos and previews failed ({type(error).__name__})")

"""What happened in each run, one JSON document per run, for its owner and for evaluation.

This module does not know what is in a document, nor how one is collected.
"""

import asyncio
import shutil
from pathlib import Path
from typing import Any

import orjson

from stores.caller import Caller
from stores.files import is_segment, read_if_there, write_whole

Document = dict[str, Any]


class Traces:
    """Documents in `directory`, the newest `limit` of each person. Threads and runs are named by their ids.

    A tenth more than the limit may be there for a while, so that not every new document looks at all the others.
    """

    def __init__(self, directory: Path, limit: int = 500) -> None:
        self.directory = directory
        self.limit = limit
        self._counts: dict[str, int] = {}
        self._lock = asyncio.Lock()

    async def write(self, caller: Caller, thread: str, run: str, document: Document) -> None:
        """Keep a document, and let go of the person's oldest beyond the limit.

        Raises ValueError when an id could not be a file name.
        """
        path = self._path(caller, thread, run)
        if path is None:
            raise ValueError("A thread id and a run id are made of letters, digits, - and _.")
        async with self._lock:
            await asyncio.to_thread(self._write, caller, path, document)

    async def runs(self, caller: Caller, thread: str | None = None) -> list[tuple[str, str]]:
        """(thread, run) of every document, oldest first; of one thread when it is named."""
        async with self._lock:
            paths = await asyncio.to_thread(self._paths, caller)
        return [(path.parent.name, path.stem) for path in paths if thread in {None, path.parent.name}]

    async def read(self, caller: Caller, thread: str, run: str) -> Document | None:
        path = self._path(caller, thread, run)
        stored = await asyncio.to_thread(read_if_there, path) if path else None
        return dict(orjson.loads(stored)) if stored else None

    async def remove(self, caller: Caller, thread: str) -> None:
        """Delete the documents of one thread."""
        if is_segment(thread):
            await self._remove(caller, self.directory / caller.key / thread)

    async def erase(self, caller: Caller) -> None:
        """Delete everything of this person."""
        await self._remove(caller, self.directory / caller.key)

    async def _remove(self, caller: Caller, directory: Path) -> None:
        async with self._lock:
            self._counts.pop(caller.key, None)
            await asyncio.to_thread(shutil.rmtree, directory, ignore_errors=True)

    def _path(self, caller: Caller, thread: str, run: str) -> Path | None:
        if is_segment(thread) and is_segment(run):
            return self.directory / caller.key / thread / f"{run}.json"
        return None

    def _paths(self, caller: Caller) -> list[Path]:
        paths = (self.directory / caller.key).glob("*/*.json")
        return sorted(paths, key=lambda path: (path.stat().st_mtime_ns, path.name))

    def _write(self, caller: Caller, path: Path, document: Document) -> None:
        write_whole(path, orjson.dumps(document), sync=False)
        if caller.key in self._counts and self._counts[caller.key] < self.limit + self.limit // 10:
            self._counts[caller.key] += 1
            return
        paths = self._paths(caller)
        for old in paths[: -self.limit]:
            old.unlink(missing_ok=True)
        self._counts[caller.key] = min(len(paths), self.limit)

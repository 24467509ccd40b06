"""What models replied and how it was taken, kept for learning: only where the operator offers it and the person agrees.

One file per reply in a folder of the person's own. Agreement stands in the long-term store, apart from the profile, so
that no model's reading of a message can give it. This module does not know how replies are judged.
"""

import asyncio
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from langgraph.store.base import BaseStore
from pydantic import ValidationError

from stores.caller import Caller
from stores.files import is_segment, read_if_there, write_whole
from stores.memory import namespace
from stores.vocabulary import Role, Shape

Outcome = Literal["accepted", "repaired", "rejected"]
KIND, KEY = "consent", "training_records"
RECORDS = "training_records"  # the folder in a data directory


class Told(Shape):
    """One message of a prompt, as text; pictures are left out."""

    role: Literal["system", "user", "assistant"]
    content: str


class Reply(Shape):
    """A model's reply: what it was asked, what stood in the end (`chosen`), and what it said instead (`rejected`).

    `reason` says why it did not stand; it names a rule or a field and quotes nothing.
    """

    role: Role
    model: str
    prompt_hash: str
    outcome: Outcome
    messages: list[Told]
    chosen: str
    rejected: str | None = None
    reason: str = ""


class Record(Reply):
    """A reply with the run that it was given in."""

    at: datetime
    thread: str
    run: str


class Consent(Shape):
    """Whether a person lets replies be kept, and since when that is decided."""

    given: bool = False
    since: datetime | None = None


class TrainingRecords:
    """Records in `directory`, the newest `limit` of each person; a limit of 0 keeps nothing, whoever agrees."""

    def __init__(self, directory: Path, store: BaseStore, limit: int = 0) -> None:
        self.directory = directory
        self.limit = limit
        self._store = store
        self._lock = asyncio.Lock()

    @property
    def offered(self) -> bool:
        """Whether anything is kept of those who agree."""
        return self.limit > 0

    async def consent(self, caller: Caller) -> Consent:
        item = await self._store.aget(namespace(caller, KIND), KEY)
        return Consent.model_validate(item.value) if item else Consent()

    async def agree(self, caller: Caller) -> Consent:
        """From now on replies are kept. Raises ValueError where none are."""
        if not self.offered:
            raise ValueError("no replies are kept here")
        async with self._lock:
            known = await self.consent(caller)
            return known if known.given else await self._decide(caller, Consent(given=True, since=datetime.now(UTC)))

    async def withdraw(self, caller: Caller) -> Consent:
        """No more is kept, and what was kept is gone."""
        async with self._lock:
            consent = await self._decide(caller, Consent(given=False, since=datetime.now(UTC)))
            await asyncio.to_thread(shutil.rmtree, self.directory / caller.key, ignore_errors=True)
        return consent

    async def keep(self, caller: Caller, thread: str, run: str, reply: Reply) -> None:
        """Keep a reply of somebody who agrees; of anybody else nothing. Raises OSError."""
        if not (self.offered and is_segment(thread)):
            return
        record = Record(**reply.model_dump(), at=datetime.now(UTC), thread=thread, run=run)
        async with self._lock:
            if (await self.consent(caller)).given:
                await asyncio.to_thread(self._write, caller, record)

    async def records(self, caller: Caller) -> list[Record]:
        """All that is kept of a person, oldest first."""
        return await asyncio.to_thread(lambda: list(read(self.directory / caller.key)))

    async def count(self, caller: Caller) -> int:
        return len(await asyncio.to_thread(_files, self.directory / caller.key))

    async def forget_thread(self, caller: Caller, thread: str) -> None:
        if is_segment(thread):
            async with self._lock:
                await asyncio.to_thread(shutil.rmtree, self.directory / caller.key / thread, ignore_errors=True)

    async def erase(self, caller: Caller) -> None:
        """Delete what is kept, and with it the agreement."""
        async with self._lock:
            await self._store.adelete(namespace(caller, KIND), KEY)
            await asyncio.to_thread(shutil.rmtree, self.directory / caller.key, ignore_errors=True)

    async def _decide(self, caller: Caller, consent: Consent) -> Consent:
        await self._store.aput(namespace(caller, KIND), KEY, consent.model_dump(mode="json"))
        return consent

    def _write(self, caller: Caller, record: Record) -> None:
        folder = self.directory / caller.key
        path = folder / record.thread / f"{time.time_ns():020d}.json"
        write_whole(path, record.model_dump_json().encode(), sync=False)
        for old in _files(folder)[: -self.limit]:
            old.unlink(missing_ok=True)


def everybodys(directory: Path) -> Iterator[Record]:
    """The records of all who agree, for the operator; nobody is named."""
    for folder in sorted(directory.glob("*/")):
        yield from read(folder)


def read(folder: Path) -> Iterator[Record]:
    """One person's records, oldest first; one that is gone or cannot be read is left out."""
    for path in _files(folder):
        try:
            stored = read_if_there(path)
            if stored:
                yield Record.model_validate_json(stored)
        except ValidationError:
            continue


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/*.json"), key=lambda path: path.name)

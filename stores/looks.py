"""The looks that a person was shown, each as it was: its pieces, and the prices of then.

The newest `limit` are kept, and those that the person saved beside them, also when the thread they came from is gone.
This module does not know how a look is made.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from langgraph.store.base import BaseStore

from stores import memory
from stores.caller import Caller
from stores.vocabulary import Look, Shape

KIND = "looks"


class KeptLook(Shape):
    """A look that was shown in a thread under `look.id`, as an answer to `asked`."""

    id: str
    thread_id: str
    asked: str
    shown_at: datetime
    saved: bool = False
    saved_at: datetime | None = None
    look: Look


def look_key(thread_id: str, look_id: str) -> str:
    """The id of a kept look: `l` and 16 hex characters of where it was shown."""
    return "l" + sha256(f"{thread_id} {look_id}".encode()).hexdigest()[:16]


class Looks:
    """Looks by caller. Unknown ids, and other people's, answer None."""

    def __init__(self, store: BaseStore, limit: int = 300) -> None:
        self._store = store
        self._limit = limit
        self._lock = asyncio.Lock()

    async def show(self, caller: Caller, thread_id: str, looks: Sequence[Look], asked: str, at: datetime) -> None:
        """Keep what the person sees now; a look seen again stays as it was the first time."""
        fresh = [
            KeptLook(id=look_key(thread_id, look.id), thread_id=thread_id, asked=asked, shown_at=at, look=look)
            for look in looks
        ]
        async with self._lock:
            known = await asyncio.gather(*(self.look(caller, kept.id) for kept in fresh))
            new = [kept for kept, old in zip(fresh, known, strict=True) if old is None]
            await asyncio.gather(*(self._write(caller, kept) for kept in new))
            if new:
                await self._let_go(caller)

    async def looks(self, caller: Caller, *, saved: bool | None = None, thread_id: str | None = None) -> list[KeptLook]:
        """The newest first, those of one answer in their order; all, or those saved or not, or of one thread."""
        items = await memory.everything(self._store, caller, KIND)
        kept = [KeptLook.model_validate(item.value) for item in items]
        chosen = [one for one in kept if saved in {None, one.saved} and thread_id in {None, one.thread_id}]
        in_order = sorted(chosen, key=lambda one: (one.thread_id, number_of(one.look)))
        return sorted(in_order, key=lambda one: one.shown_at, reverse=True)

    async def look(self, caller: Caller, identity: str) -> KeptLook | None:
        item = await self._store.aget(memory.namespace(caller, KIND), identity)
        return KeptLook.model_validate(item.value) if item else None

    async def save(self, caller: Caller, identity: str, at: datetime) -> KeptLook | None:
        """Keep a look for good; saved again it stays as it is."""
        async with self._lock:
            kept = await self.look(caller, identity)
            if kept and not kept.saved:
                kept = kept.model_copy(update={"saved": True, "saved_at": at})
                await self._write(caller, kept)
        return kept

    async def remove(self, caller: Caller, identity: str) -> KeptLook | None:
        """Forget a look, saved or not, and return what it was."""
        async with self._lock:
            kept = await self.look(caller, identity)
            if kept:
                await self._store.adelete(memory.namespace(caller, KIND), identity)
        return kept

    async def forget_thread(self, caller: Caller, thread_id: str) -> None:
        """Forget what a thread showed, but for what was saved."""
        async with self._lock:
            await self._delete(caller, [one.id for one in await self.looks(caller, saved=False, thread_id=thread_id)])

    async def _write(self, caller: Caller, kept: KeptLook) -> None:
        await self._store.aput(memory.namespace(caller, KIND), kept.id, kept.model_dump(mode="json"))

    async def _let_go(self, caller: Caller) -> None:
        """Forget the oldest beyond the limit; the store gives the last written first."""
        space, unsaved = memory.namespace(caller, KIND), {"saved": False}
        old = await self._store.asearch(space, filter=unsaved, limit=memory.WHOLE, offset=self._limit)
        await self._delete(caller, [item.key for item in old])

    async def _delete(self, caller: Caller, keys: Sequence[str]) -> None:
        await asyncio.gather(*(self._store.adelete(memory.namespace(caller, KIND), key) for key in keys))


def number_of(look: Look) -> int:
    """The place of a look in its thread: ids end in a number that counts up."""
    number = look.id.rpartition("-")[2]
    return int(number) if number.isdecimal() else 0

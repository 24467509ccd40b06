"""Long-term memory: what stays known of a person from thread to thread.

It stands on a LangGraph store; one namespace per person and kind of thing, named by the caller's key. This module does
not know what is worth remembering.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from langgraph.store.base import BaseStore, SearchItem
from langgraph.store.sqlite.aio import AsyncSqliteStore

from stores.caller import Caller
from stores.profile import changed
from stores.vocabulary import Change, Profile, Taste

WHOLE = 1_000_000  # a store's search stops at ten items unless told otherwise


@asynccontextmanager
async def open_memory(path: Path) -> AsyncIterator[AsyncSqliteStore]:
    """The store in the file `path`, without a vector index."""
    await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
    async with AsyncSqliteStore.from_conn_string(str(path)) as store:
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000"):
            await store.conn.execute(f"PRAGMA {pragma}")
        await store.setup()
        yield store


def namespace(caller: Caller, kind: str) -> tuple[str, ...]:
    return ("people", caller.key, kind)


async def everything(store: BaseStore, caller: Caller, kind: str) -> list[SearchItem]:
    """All items of one kind that a person has, in no particular order."""
    return await store.asearch(namespace(caller, kind), limit=WHOLE)


async def erase(store: BaseStore, caller: Caller, kind: str) -> None:
    """Delete all items of one kind that a person has."""
    space = namespace(caller, kind)
    await asyncio.gather(*(store.adelete(space, item.key) for item in await everything(store, caller, kind)))


class Memory:
    """A person's profile and taste."""

    def __init__(self, store: BaseStore) -> None:
        self._store = store
        self._lock = asyncio.Lock()

    async def profile(self, caller: Caller) -> Profile:
        """What is known; an empty profile for a stranger."""
        item = await self._store.aget(namespace(caller, "profile"), "current")
        return Profile.model_validate(item.value) if item else Profile()

    async def save_profile(self, caller: Caller, profile: Profile) -> None:
        await self._store.aput(namespace(caller, "profile"), "current", profile.model_dump(mode="json"))

    async def change_profile(self, caller: Caller, changes: Sequence[Change]) -> list[Change]:
        """Apply what the person told; returns the changes that made a difference. Two at once are both kept."""
        async with self._lock:
            profile, made = changed(await self.profile(caller), changes)
            if made:
                await self.save_profile(caller, profile)
        return made

    async def taste(self, caller: Caller) -> Taste:
        item = await self._store.aget(namespace(caller, "taste"), "current")
        return Taste.model_validate(item.value) if item else Taste()

    async def save_taste(self, caller: Caller, taste: Taste) -> None:
        await self._store.aput(namespace(caller, "taste"), "current", taste.model_dump(mode="json"))

    async def erase(self, caller: Caller) -> None:
        """Forget this person."""
        for kind in ("profile", "taste"):
            await erase(self._store, caller, kind)

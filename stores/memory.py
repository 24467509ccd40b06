"""Long-term memory: what stays known of a person from thread to thread.

It stands on a LangGraph store; one namespace per person and kind of thing, named by the caller's key. This module does
not know what is worth remembering.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from langgraph.store.base import BaseStore, SearchItem
from langgraph.store.sqlite.aio import AsyncSqliteStore
from pydantic import Field

from stores.caller import Caller
from stores.profile import Fact, Source, Sources, changed, edited, facts_of, traced, unset
from stores.vocabulary import Change, Profile, Shape, Taste

WHOLE = 1_000_000  # a store's search stops at ten items unless told otherwise
# Pieces worn or shown of late: how many days count, how long until half is forgotten, what having seen one is beside
# having worn it. What is shown today stays as it is all day.
LATELY_DAYS, HALF_DAYS, SEEN = 14, 3.0, 0.4


class Lately(Shape):
    """On which day each piece was last shown, and last worn, by id."""

    shown: dict[str, date] = Field(default_factory=dict)
    worn: dict[str, date] = Field(default_factory=dict)


@asynccontextmanager
async def open_memory(path: Path) -> AsyncIterator[AsyncSqliteStore]:
    """The store in the file `path`, without a vector index."""
    await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
    async with AsyncSqliteStore.from_conn_string(str(path)) as store:
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000"):
            await store.conn.execute(f"PRAGMA {pragma}")
        await store.setup()
        try:
            yield store
        finally:
            await _stop_batching(store)


async def _stop_batching(store: AsyncSqliteStore) -> None:
    """The store leaves its own task to the garbage collector, whereupon asyncio complains of a pending task."""
    if store._task:
        store._task.cancel()
        await asyncio.wait([store._task])


def namespace(caller: Caller, kind: str) -> tuple[str, ...]:
    return ("people", caller.key, kind)


async def everything(store: BaseStore, caller: Caller, kind: str) -> list[SearchItem]:
    """All items of one kind that a person has, in no particular order."""
    return await store.asearch(namespace(caller, kind), limit=WHOLE)


def recency(lately: Lately, today: date) -> dict[str, float]:
    """How lately each piece was worn, or shown on an earlier day, from 0 to 1; half is forgotten in three days."""
    found = {key: SEEN * _left(today - day) for key, day in lately.shown.items() if day < today}
    for key, day in lately.worn.items():
        found[key] = _left(today - day)
    return {key: left for key, left in found.items() if left > 0}


def _left(ago: timedelta) -> float:
    return float(0.5 ** (ago.days / HALF_DAYS)) if 0 <= ago.days < LATELY_DAYS else 0.0


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

    async def change_profile(
        self, caller: Caller, changes: Sequence[Change], thread: str | None = None
    ) -> list[Change]:
        """Apply what the person told in a thread; returns the changes that made a difference. Two at once are both
        kept."""
        made: list[Change] = []
        async with self._lock:
            before, sources = await self.profile(caller), await self._sources(caller)
            profile = before
            for change in changes:
                after, one = changed(profile, [change])
                sources = traced(profile, after, sources, Source(said=change.said, at=datetime.now(UTC), thread=thread))
                profile, made = after, made + one
            if made:
                await self.save_profile(caller, profile)
                await self._save_sources(caller, sources)
        return made

    async def edit_profile(self, caller: Caller, fields: Mapping[str, Any]) -> Profile:
        """Set fields by hand; of a nested one, the parts named. Raises pydantic's ValidationError."""
        async with self._lock:
            before = await self.profile(caller)
            after = edited(before, fields)
            await self.save_profile(caller, after)
            by_hand = Source(said="", at=datetime.now(UTC))
            sources = traced(before, after, await self._sources(caller), by_hand)
            await self._save_sources(caller, sources)
        return after

    async def facts(self, caller: Caller) -> list[Fact]:
        """Everything that the profile holds, one by one, with the sentence that each came from."""
        return facts_of(await self.profile(caller), await self._sources(caller))

    async def forget_fact(self, caller: Caller, identity: str) -> Fact | None:
        """Take one fact out of the profile, and return what it was."""
        found = next((fact for fact in await self.facts(caller) if fact.id == identity), None)
        if found:
            await self.change_profile(caller, [unset(found)])
        return found

    async def taste(self, caller: Caller) -> Taste:
        item = await self._store.aget(namespace(caller, "taste"), "current")
        return Taste.model_validate(item.value) if item else Taste()

    async def save_taste(self, caller: Caller, taste: Taste) -> None:
        await self._store.aput(namespace(caller, "taste"), "current", taste.model_dump(mode="json"))

    async def lately(self, caller: Caller) -> Lately:
        item = await self._store.aget(namespace(caller, "taste"), "lately")
        return Lately.model_validate(item.value) if item else Lately()

    async def note_shown(self, caller: Caller, day: date, ids: Sequence[str]) -> None:
        await self._note(caller, day, Lately(shown=dict.fromkeys(ids, day)))

    async def note_worn(self, caller: Caller, day: date, ids: Sequence[str]) -> None:
        await self._note(caller, day, Lately(worn=dict.fromkeys(ids, day)))

    async def _note(self, caller: Caller, day: date, new: Lately) -> None:
        async with self._lock:
            old, since = await self.lately(caller), day - timedelta(LATELY_DAYS)
            kept = Lately(
                shown={key: at for key, at in (old.shown | new.shown).items() if at > since},
                worn={key: at for key, at in (old.worn | new.worn).items() if at > since},
            )
            await self._store.aput(namespace(caller, "taste"), "lately", kept.model_dump(mode="json"))

    async def erase(self, caller: Caller) -> None:
        """Forget this person: whatever any store has put under their name here."""
        items = await self._store.asearch(("people", caller.key), limit=WHOLE)
        await asyncio.gather(*(self._store.adelete(item.namespace, item.key) for item in items))

    async def _sources(self, caller: Caller) -> Sources:
        item = await self._store.aget(namespace(caller, "profile"), "sources")
        return Sources.model_validate(item.value) if item else Sources()

    async def _save_sources(self, caller: Caller, sources: Sources) -> None:
        await self._store.aput(namespace(caller, "profile"), "sources", sources.model_dump(mode="json"))

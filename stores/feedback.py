"""What people said of looks and pieces that they were shown. Entries are added or taken back, never changed.

This module does not know what is learned from them.
"""

from datetime import datetime
from hashlib import sha256
from typing import Annotated

from langgraph.store.base import BaseStore
from pydantic import Field

from stores import memory
from stores.caller import Caller
from stores.vocabulary import Shape

KIND = "feedback"


class Entry(Shape):
    """One opinion: `liking` from -1 to 1, of a look, of a piece, or of the whole reply that a run gave."""

    at: datetime
    liking: Annotated[float, Field(ge=-1, le=1)]
    look: str | None = None
    item: str | None = None
    attributes: list[str] = Field([], description="what was meant, as in `Taste`: `family:green`, `category:heels`")
    thread: str | None = None
    run: str | None = None
    said: str = ""

    @property
    def id(self) -> str:
        """The same for the same opinion of the same thing at the same time: `f` and 16 hex characters."""
        about = [self.at.isoformat(), self.thread, self.run, self.look, self.item, self.said]
        return "f" + sha256("|".join(map(str, about)).encode()).hexdigest()[:16]


class Feedback:
    """Entries by caller."""

    def __init__(self, store: BaseStore) -> None:
        self._store = store

    async def add(self, caller: Caller, entry: Entry) -> None:
        """Append an entry; the same entry again changes nothing."""
        await self._store.aput(memory.namespace(caller, KIND), entry.id, entry.model_dump(mode="json"))

    async def entries(self, caller: Caller) -> list[Entry]:
        """All of them, oldest first."""
        items = await memory.everything(self._store, caller, KIND)
        return sorted((Entry.model_validate(item.value) for item in items), key=lambda entry: entry.at)

    async def remove(self, caller: Caller, identity: str) -> bool:
        """Take an opinion back; False where there is none of this id."""
        space = memory.namespace(caller, KIND)
        known = await self._store.aget(space, identity) is not None
        await self._store.adelete(space, identity)
        return known

"""What people said of looks and pieces that they were shown. Entries are added, never changed.

This module does not know what is learned from them.
"""

from datetime import datetime
from typing import Annotated

from langgraph.store.base import BaseStore
from pydantic import Field

from stores import memory
from stores.caller import Caller
from stores.vocabulary import Shape

KIND = "feedback"


class Entry(Shape):
    """One opinion: `liking` from -1 to 1, of a look or of a piece."""

    at: datetime
    liking: Annotated[float, Field(ge=-1, le=1)]
    look: str | None = None
    item: str | None = None
    attributes: list[str] = Field([], description="what was meant, as in `Taste`: `family:green`, `category:heels`")
    thread: str | None = None
    said: str = ""


class Feedback:
    """Entries by caller."""

    def __init__(self, store: BaseStore) -> None:
        self._store = store

    async def add(self, caller: Caller, entry: Entry) -> None:
        """Append an entry; the same entry again changes nothing."""
        value = entry.model_dump(mode="json")
        key = f"{value['at']}|{entry.look}|{entry.item}|{entry.said}"
        await self._store.aput(memory.namespace(caller, KIND), key, value)

    async def entries(self, caller: Caller) -> list[Entry]:
        """All of them, oldest first."""
        items = await memory.everything(self._store, caller, KIND)
        return sorted((Entry.model_validate(item.value) for item in items), key=lambda entry: entry.at)

    async def erase(self, caller: Caller) -> None:
        """Forget what this person said."""
        await memory.erase(self._store, caller, KIND)

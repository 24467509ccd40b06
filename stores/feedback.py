"""What people said of looks and pieces that they were shown, and did with them. Entries are added or taken back, never
changed.

This module does not know what is learned from them.
"""

from datetime import datetime
from hashlib import sha256
from typing import Annotated, Literal

from langgraph.store.base import BaseStore
from pydantic import Field

from stores import memory
from stores.caller import Caller
from stores.vocabulary import Shape

KIND = "feedback"

How = Literal["said", "saved", "worn", "bought", "ordered", "swapped", "shown"]
# What somebody thinks of what they did something with, from -1 to 1.
LIKING: dict[How, float] = {"saved": 0.8, "worn": 0.8, "bought": 1.0, "swapped": -0.4, "shown": 0.0}
SAID = {"like": 1.0, "up": 1.0, "dislike": -1.0, "down": -1.0, "no": -1.0}


class Entry(Shape):
    """One opinion: `liking` from -1 to 1, of a look, of a piece, or of the whole reply that a run gave; `how` tells
    whether it was said or shows in what was done."""

    at: datetime
    liking: Annotated[float, Field(ge=-1, le=1)]
    how: How = "said"
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


def how_of(value: object) -> How:
    """What a word for an opinion says was done: `bought`, `worn`; anything else was said."""
    return "bought" if value == "bought" else "worn" if value == "worn" else "said"


def liking_of(value: object) -> float:
    """An opinion as a number from -1 to 1: a number as it is, or a word such as `like`, `bought`, `down`.

    Raises ValueError for anything else.
    """
    if isinstance(value, str) and (how := how_of(value)) != "said":
        return LIKING[how]
    known = SAID.get(value) if isinstance(value, str) else None
    return max(-1.0, min(1.0, float(str(value)))) if known is None else known


class Feedback:
    """Entries by caller."""

    def __init__(self, store: BaseStore) -> None:
        self._store = store

    async def add(self, caller: Caller, entry: Entry) -> None:
        """Append an entry; the same entry again changes nothing."""
        await self._store.aput(memory.namespace(caller, KIND), entry.id, entry.model_dump(mode="json"))

    async def entries(self, caller: Caller) -> list[Entry]:
        """All of them, oldest first; of one moment whole looks before pieces, in whatever order they were written."""
        items = await memory.everything(self._store, caller, KIND)
        entries = (Entry.model_validate(item.value) for item in items)
        return sorted(entries, key=lambda entry: (entry.at, entry.item or "", entry.look or "", entry.said))

    async def remove(self, caller: Caller, identity: str) -> bool:
        """Take an opinion back; False where there is none of this id."""
        space = memory.namespace(caller, KIND)
        known = await self._store.aget(space, identity) is not None
        await self._store.adelete(space, identity)
        return known

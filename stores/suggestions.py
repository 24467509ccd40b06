"""What was suggested to a person for a day: one entry per person, replaced the next day.

This module does not know how a suggestion is made.
"""

import asyncio
from datetime import date
from weakref import WeakValueDictionary

from langgraph.store.base import BaseStore
from pydantic import Field

from stores import memory
from stores.caller import Caller
from stores.vocabulary import Conditions, Language, Look, Shape

KIND = "suggestions"


class Suggestions(Shape):
    """Looks for one day. The thread they were made in can be gone on with: "cheaper", "only shoes"."""

    date: date
    thread_id: str
    language: Language = "en"
    reply: str = Field(description="in this language")
    conditions: Conditions | None
    looks: list[Look]


class DailySuggestions:
    """Suggestions by caller."""

    def __init__(self, store: BaseStore) -> None:
        self._store = store
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def turn(self, caller: Caller) -> asyncio.Lock:
        """One request of a person at a time makes their suggestions; the others wait for it."""
        return self._turns.setdefault(caller.key, asyncio.Lock())

    async def newest(self, caller: Caller) -> Suggestions | None:
        """What was suggested last, on whatever day."""
        item = await self._store.aget(memory.namespace(caller, KIND), "current")
        return Suggestions.model_validate(item.value) if item else None

    async def keep(self, caller: Caller, suggestions: Suggestions) -> None:
        value = suggestions.model_dump(mode="json")
        await self._store.aput(memory.namespace(caller, KIND), "current", value)

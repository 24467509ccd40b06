"""The garments that people own.

A garment without an id of its own is named after what it is, so that adding the same skirt twice makes one skirt. This
module does not know how a garment is recognised on a photo or in a sentence.
"""

import asyncio
import json
import time
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from langgraph.store.base import BaseStore

from stores import memory
from stores.caller import Caller
from stores.vocabulary import Garment

KIND = "wardrobe"
NEW = "new"  # the id of a garment that has none yet


class Wardrobe:
    """Garments by caller. Unknown ids, and other people's, answer None."""

    def __init__(self, store: BaseStore) -> None:
        self._store = store
        self._lock = asyncio.Lock()

    async def add(self, caller: Caller, garments: Sequence[Garment]) -> list[Garment]:
        """Hang garments in, and return them under their lasting ids; one that hangs there already stays as it is."""
        named = [named_after_itself(garment) if garment.id == NEW else garment for garment in garments]
        async with self._lock:
            hanging = {garment.id: garment for garment in await self.garments(caller)}
            fresh = {garment.id: garment for garment in named if garment.id not in hanging}
            await asyncio.gather(*(self._hang(caller, place, new) for place, new in enumerate(fresh.values())))
        return [hanging.get(garment.id) or fresh[garment.id] for garment in named]

    async def garments(self, caller: Caller) -> list[Garment]:
        """All of them, in the order in which they came."""
        items = await memory.everything(self._store, caller, KIND)
        ordered = sorted(items, key=lambda item: item.value["added"])
        return [Garment.model_validate(item.value["garment"]) for item in ordered]

    async def garment(self, caller: Caller, identity: str) -> Garment | None:
        item = await self._store.aget(memory.namespace(caller, KIND), identity)
        return Garment.model_validate(item.value["garment"]) if item else None

    async def update(self, caller: Caller, identity: str, fields: Mapping[str, Any]) -> Garment | None:
        """Correct some fields; the id stays.

        Raises pydantic's ValidationError when a field is unknown or does not fit.
        """
        space = memory.namespace(caller, KIND)
        async with self._lock:
            item = await self._store.aget(space, identity)
            if item is None:
                return None
            garment = Garment.model_validate(item.value["garment"] | dict(fields) | {"id": identity})
            await self._store.aput(space, identity, item.value | {"garment": garment.model_dump(mode="json")})
        return garment

    async def remove(self, caller: Caller, identity: str) -> Garment | None:
        """Take a garment out, and return what it was."""
        async with self._lock:
            garment = await self.garment(caller, identity)
            if garment:
                await self._store.adelete(memory.namespace(caller, KIND), identity)
        return garment

    async def _hang(self, caller: Caller, place: int, garment: Garment) -> None:
        value = {"garment": garment.model_dump(mode="json"), "added": time.time_ns() + place}
        await self._store.aput(memory.namespace(caller, KIND), garment.id, value)


def named_after_itself(garment: Garment) -> Garment:
    """With the id that equal garments share: `w` and 12 hex characters of what can be seen of it, and of its photo."""
    seen = [
        garment.category,
        garment.name.casefold(),
        [colour.family for colour in garment.colours],
        sorted(garment.fabrics),
        garment.pattern,
        garment.photo,
    ]
    return garment.model_copy(update={"id": "w" + sha256(json.dumps(seen).encode()).hexdigest()[:12]})

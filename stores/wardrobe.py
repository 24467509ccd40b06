"""The garments that people own.

A garment without an id of its own is named after what it is, so that adding the same skirt twice makes one skirt. What
was given away stays, as history, until it is removed or told of anew. This module does not know how a garment is
recognised on a photo or in a sentence, nor when two of them are one.
"""

import asyncio
import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
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
            known = await self.garments(caller)
            hanging = {one.id: one for one in known if one.state != "given_away"}
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
        return await self._change(caller, identity, lambda one: one.model_dump(mode="json") | dict(fields))

    async def restore(self, caller: Caller, garment: Garment) -> Garment:
        """Make a garment again what it was, whatever became of it; one that is gone hangs behind all others."""
        space = memory.namespace(caller, KIND)
        async with self._lock:
            item = await self._store.aget(space, garment.id)
            added = item.value["added"] if item else time.time_ns()
            await self._store.aput(space, garment.id, {"garment": garment.model_dump(mode="json"), "added": added})
        return garment

    async def part(self, caller: Caller, identity: str, other: str) -> Garment | None:
        """Note that two garments look alike and are two. None where one of them is not there."""
        if identity == other or await self.garment(caller, other) is None:
            return None
        return await self._change(caller, identity, lambda one: {**dict(one), "apart": sorted({*one.apart, other})})

    async def wear(self, caller: Caller, identity: str, days: Iterable[date]) -> Garment | None:
        """Note the days on which a garment was worn; a day counts once."""
        return await self._change(caller, identity, lambda one: {**dict(one), "worn": sorted({*one.worn, *days})})

    async def merge(self, caller: Caller, identity: str, other: str) -> Garment | None:
        """Make one garment of two that are the same: what is said of the first holds, the second fills in and goes.

        The numbers of all photos and all days on which either was worn are kept. None where one of them is not there.
        """
        space = memory.namespace(caller, KIND)
        async with self._lock:
            item, gone = await self._store.aget(space, identity), await self.garment(caller, other)
            if item is None or gone is None or identity == other:
                return None
            garment = merged(Garment.model_validate(item.value["garment"]), gone)
            await self._store.aput(space, identity, item.value | {"garment": garment.model_dump(mode="json")})
            await self._store.adelete(space, other)
        return garment

    async def remove(self, caller: Caller, identity: str) -> Garment | None:
        """Take a garment out, and return what it was."""
        async with self._lock:
            garment = await self.garment(caller, identity)
            if garment:
                await self._store.adelete(memory.namespace(caller, KIND), identity)
        return garment

    async def leave_photo(self, caller: Caller, number: int) -> None:
        """Forget a photo that is gone: what it alone showed and nobody confirmed goes with it, the rest stays."""
        for garment in await self.garments(caller):
            if number not in garment.photos:
                continue
            left = [one for one in garment.photos if one != number]
            if left or garment.confirmed or garment.used:
                photos = {"photo": next(iter(left), None), "also_on": left[1:]}
                await self.update(caller, garment.id, photos)
            else:
                await self.remove(caller, garment.id)

    async def _change(
        self, caller: Caller, identity: str, change: Callable[[Garment], Mapping[str, Any]]
    ) -> Garment | None:
        space = memory.namespace(caller, KIND)
        async with self._lock:
            item = await self._store.aget(space, identity)
            if item is None:
                return None
            fields = change(Garment.model_validate(item.value["garment"]))
            garment = Garment.model_validate({**fields, "id": identity})
            await self._store.aput(space, identity, item.value | {"garment": garment.model_dump(mode="json")})
        return garment

    async def _hang(self, caller: Caller, place: int, garment: Garment) -> None:
        value = {"garment": garment.model_dump(mode="json"), "added": time.time_ns() + place}
        await self._store.aput(memory.namespace(caller, KIND), garment.id, value)


def merged(first: Garment, second: Garment) -> Garment:
    """One garment of two: the first, with what it lacks from the second, and the photos and wears of both."""
    photos = list(dict.fromkeys([*first.photos, *second.photos]))
    lacking = {field: getattr(second, field) for field in ("size", "fit", "image") if getattr(first, field) is None}
    price = second if first.paid is None else first
    return first.model_copy(
        update={
            **lacking,
            "fabrics": first.fabrics or second.fabrics,
            "photo": next(iter(photos), None),
            "also_on": photos[1:],
            "confirmed": first.confirmed or second.confirmed,
            "used": first.used or second.used,
            "apart": sorted({*first.apart, *second.apart} - {first.id, second.id}),
            "paid": price.paid,
            "currency": price.currency,
            "worn": sorted({*first.worn, *second.worn}),
        }
    )


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

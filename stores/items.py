"""Items that applications keep for a person, each in a namespace of that person's own.

They lie under one prefix of the long-term store, apart from what Maison itself remembers, which cannot be reached from
here. This module does not know what is in an item.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from langgraph.store.base import BaseStore, Item, SearchItem

from stores.caller import Caller
from stores.memory import WHOLE, everything, namespace

KIND = "items"
ANY = "*"

Namespace = Sequence[str]
Kept = TypeVar("Kept", bound=Item)


class Items:
    """Items by person and namespace."""

    def __init__(self, store: BaseStore) -> None:
        self._store = store

    async def put(self, caller: Caller, space: Namespace, key: str, value: Mapping[str, Any]) -> None:
        await self._store.aput((*namespace(caller, KIND), *space), key, dict(value))

    async def item(self, caller: Caller, space: Namespace, key: str) -> Item | None:
        found = await self._store.aget((*namespace(caller, KIND), *space), key)
        return outside(found, caller) if found else None

    async def remove(self, caller: Caller, space: Namespace, key: str) -> None:
        await self._store.adelete((*namespace(caller, KIND), *space), key)

    async def search(self, caller: Caller, space: Namespace, wanted: Mapping[str, Any]) -> list[SearchItem]:
        """Items in a namespace and those below it, last changed first, whose values have what is wanted.

        Raises ValueError for a filter that the store cannot read.
        """
        inside = (*namespace(caller, KIND), *space)
        found = await self._store.asearch(inside, filter=dict(wanted) or None, limit=WHOLE)
        # the store matches a prefix by letters, so that "a" finds "ab" too
        return [outside(item, caller) for item in found if tuple(item.namespace[: len(inside)]) == inside]

    async def namespaces(
        self, caller: Caller, prefix: Namespace, suffix: Namespace, depth: int | None
    ) -> list[tuple[str, ...]]:
        """Namespaces that hold something, in order, cut to a depth; `*` in a prefix or suffix stands for any label."""
        spaces = (tuple(outside(item, caller).namespace) for item in await everything(self._store, caller, KIND))
        meant = {space[:depth] for space in spaces if fits(space, prefix) and fits(space[::-1], suffix[::-1])}
        return sorted(meant)


def fits(space: Namespace, pattern: Namespace) -> bool:
    return len(space) >= len(pattern) and all(
        wanted in {ANY, label} for wanted, label in zip(pattern, space, strict=False)
    )


def outside(item: Kept, caller: Caller) -> Kept:
    """The item as its person sees it, without the prefix."""
    item.namespace = tuple(item.namespace[len(namespace(caller, KIND)) :])
    return item

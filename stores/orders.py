"""What people ordered in the shop: one line per article, day and price, with what the article was like then.

The same line again changes nothing but whether it was returned. This module does not know what is learned from orders.
"""

import asyncio
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Annotated, TypeAlias

from langgraph.store.base import BaseStore
from pydantic import Field, StringConstraints

from stores import memory
from stores.caller import Caller
from stores.told import Told
from stores.vocabulary import Price, Shape

KIND = "orders"
Day: TypeAlias = date  # an order has a field of that name

ArticleId = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class OrderRow(Told):
    """A line of an order history as a shop writes it."""

    article_id: ArticleId
    date: Day | None = None
    quantity: Annotated[int, Field(ge=1, le=1000)] = 1
    price: Price | None = None
    returned: bool = False


class Order(Shape):
    """A line that was taken. `attributes` are those of the article, as in `Taste`."""

    article_id: str
    date: Day | None
    quantity: int
    price: Price | None
    returned: bool
    attributes: list[str] = Field(default_factory=list)

    @property
    def id(self) -> str:
        """`o` and 16 hex characters of the article, the day and the price."""
        line = f"{self.article_id}|{self.date}|{self.price}"
        return "o" + sha256(line.encode()).hexdigest()[:16]


class Orders:
    """Order lines by caller."""

    def __init__(self, store: BaseStore) -> None:
        self._store = store

    async def add(self, caller: Caller, orders: Sequence[Order]) -> int:
        """Keep these lines, and return how many of them are new or changed."""
        known = {order.id: order for order in await self.orders(caller)}
        fresh = {order.id: order for order in orders if known.get(order.id) != order}
        space = memory.namespace(caller, KIND)
        values = {key: order.model_dump(mode="json") for key, order in fresh.items()}
        await asyncio.gather(*(self._store.aput(space, key, value) for key, value in values.items()))
        return len(fresh)

    async def orders(self, caller: Caller) -> list[Order]:
        """All of them, the oldest first, those without a day before all."""
        items = await memory.everything(self._store, caller, KIND)
        kept = [Order.model_validate(item.value) for item in items]
        return sorted(kept, key=lambda order: (order.date or Day.min, order.article_id))

    async def clear(self, caller: Caller) -> int:
        """Forget all of them; returns how many there were."""
        kept = await self.orders(caller)
        space = memory.namespace(caller, KIND)
        await asyncio.gather(*(self._store.adelete(space, order.id) for order in kept))
        return len(kept)

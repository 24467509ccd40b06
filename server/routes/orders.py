"""What a person ordered in the shop: taken in from a history, listed, forgotten; later turns go by it."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query
from pydantic import BaseModel, ValidationError

from graph.learning import attributes_of, settle
from server.desk import AtDesk, Person
from server.documented import ANYWHERE, faults
from server.problems import Problem
from server.routes.feedback import Page
from server.routes.wardrobe_files import Rejected, reason_of
from stores.orders import Order, OrderRow
from stores.vocabulary import Article

router = APIRouter(prefix="/v1/orders", tags=["orders"], responses=ANYWHERE)

MOST_ROWS, MOST_KEPT = 2000, 10_000
Rows = Annotated[list[dict[str, Any]], Body(max_length=MOST_ROWS)]


class Imported(BaseModel):
    """What became of the rows: `added` are new or have changed since, `known` were there already as they are."""

    added: int
    known: int
    rejected: list[Rejected]


@router.get("")
async def search(asked: Annotated[Page, Query()], desk: AtDesk, caller: Person) -> list[Order]:
    """The newest first; `attributes` are what an order taught something about."""
    orders = await desk.services.orders.orders(caller)
    return orders[::-1][asked.offset : asked.offset + asked.limit]


@router.post("/import", responses=faults(409))
async def take_in(rows: Rows, desk: AtDesk, caller: Person) -> Imported:
    """Takes every row of an article of the shop: `article_id`, and where known `date`, `quantity`, `price`, `returned`.

    A row says what was ordered on a day at a price; the same row again changes nothing.
    """
    read, rejected = read_rows(rows)
    articles = await desk.services.catalog.articles([row.article_id for row in read.values()])
    unknown = {at: row for at, row in read.items() if row.article_id not in articles}
    rejected += [Rejected(index=at, reason=f"no article {row.article_id!r} in the shop") for at, row in unknown.items()]
    orders = [order_of(row, articles[row.article_id]) for at, row in read.items() if at not in unknown]
    known = {order.id for order in await desk.services.orders.orders(caller)}
    if len(known.union(order.id for order in orders)) > MOST_KEPT:
        raise Problem(409, "too_many_orders", f"{MOST_KEPT} orders are kept at most. DELETE /v1/orders forgets them.")
    added = await desk.services.orders.add(caller, orders)
    await settle(desk.services, caller)
    return Imported(added=added, known=len(orders) - added, rejected=sorted(rejected, key=lambda one: one.index))


@router.delete("", status_code=204)
async def clear(desk: AtDesk, caller: Person) -> None:
    """Forgets all orders, with what they taught."""
    await desk.services.orders.clear(caller)
    await settle(desk.services, caller)


def read_rows(rows: list[dict[str, Any]]) -> tuple[dict[int, OrderRow], list[Rejected]]:
    """The rows that can be read, by their place, and those that are faulty."""
    read, rejected = dict[int, OrderRow](), list[Rejected]()
    for index, row in enumerate(rows):
        try:
            read[index] = OrderRow.model_validate(row)
        except ValidationError as error:
            rejected.append(Rejected(index=index, reason=reason_of(error)))
    return read, rejected


def order_of(row: OrderRow, article: Article) -> Order:
    return Order(**row.model_dump(), attributes=attributes_of([article]))

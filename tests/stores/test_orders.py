from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from stores.caller import Caller
from stores.memory import open_memory
from stores.orders import Order, OrderRow, Orders

ADA, BEA = Caller("ada"), Caller("bea")
MAY = date(2027, 5, 1)


@pytest.fixture
async def orders(tmp_path: Path) -> AsyncIterator[Orders]:
    async with open_memory(tmp_path / "memory.db") as store:
        yield Orders(store)


def order(article: str, day: date | None = MAY, **more: object) -> Order:
    fields = {"article_id": article, "date": day, "quantity": 1, "price": 20.0, "returned": False}
    return Order.model_validate(fields | more)


async def test_orders_come_back_by_day_those_without_one_first(orders: Orders) -> None:
    told = [order("c", date(2027, 4, 1)), order("b"), order("a", None)]
    assert await orders.add(ADA, told) == 3
    assert [one.article_id for one in await orders.orders(ADA)] == ["a", "c", "b"]


async def test_the_same_line_again_changes_nothing_but_what_became_of_it(orders: Orders) -> None:
    assert [await orders.add(ADA, [order("a"), order("a")]) for _ in range(2)] == [1, 0]
    assert await orders.add(ADA, [order("a", returned=True)]) == 1
    assert [one.returned for one in await orders.orders(ADA)] == [True]
    assert await orders.add(ADA, [order("a", price=19.0), order("a", date(2027, 5, 2))]) == 2


async def test_nobody_sees_or_clears_anothers(orders: Orders) -> None:
    await orders.add(ADA, [order("a")])
    assert (await orders.orders(BEA), await orders.clear(BEA)) == ([], 0)
    assert await orders.clear(ADA) == 1
    assert await orders.orders(ADA) == []


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"article_id": " "},
        {"article_id": "a", "date": "1 May"},
        {"article_id": "a", "quantity": 0},
        {"article_id": "a", "price": "-3"},
        {"article_id": "a", "returned": "perhaps"},
        {"article_id": "a", "owner": "bea"},
    ],
)
def test_faulty_rows_are_refused(row: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        OrderRow.model_validate(row)


def test_a_row_may_be_written_as_text() -> None:
    row = OrderRow.model_validate({"article_id": " a ", "date": "2027-05-01", "quantity": "2", "returned": "yes"})
    assert (row.article_id, row.date, row.quantity, row.price, row.returned) == ("a", MAY, 2, None, True)

"""The cheapest complete look, exactly: best-first over the sums of prices, so that none cheaper was passed by."""

from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import islice

from tools.seats import Plan, Stock
from tools.worth import NEVER

# A bound on the work where nearly everything clashes; looks are found long before it.
MOST_TRIES = 2000

Rows = tuple[int, ...]


def cheapest_look(stock: Stock, plan: Plan, is_whole: Callable[[Rows], bool]) -> Rows | None:
    """The look with the least sum of prices that can be worn together and that `is_whole`; None if there is none."""
    seats = [sorted(seat.choices, key=lambda row: float(stock.price[row])) for seat in plan if seat.required]
    for rows in islice(_by_price(stock, seats), MOST_TRIES):
        if _wearable(stock, rows) and is_whole(rows):
            return rows
    return None


def _wearable(stock: Stock, rows: Rows) -> bool:
    return all(stock.pairs[a, b] > NEVER / 2 for i, a in enumerate(rows) for b in rows[:i])


def _by_price(stock: Stock, seats: Sequence[Sequence[int]]) -> Iterator[Rows]:
    """Every choice of one row per seat, in the order of their sums of prices; rows are sorted by price."""
    price = [[float(stock.price[row]) for row in rows] for rows in seats]
    start = (0,) * len(seats)
    heap = [(sum(prices[0] for prices in price), start)]
    seen = {start}
    while heap:
        cost, at = heappop(heap)
        yield tuple(rows[i] for rows, i in zip(seats, at, strict=True))
        for seat, i in enumerate(at):
            following = (*at[:seat], i + 1, *at[seat + 1 :])
            if i + 1 < len(seats[seat]) and following not in seen:
                seen.add(following)
                heappush(heap, (cost - price[seat][i] + price[seat][i + 1], following))

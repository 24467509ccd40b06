"""The cheapest complete look, exactly: best-first over the sums of prices, so that none cheaper was passed by.

Where it is cold a clo may be given a price: then what keeps warm for little comes first, and layers are put on.
"""

from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import islice

import numpy as np
import numpy.typing as npt

from tools.seats import Plan, Seat, Stock
from tools.worth import NEVER

# A bound on the work where nearly everything clashes; looks are found long before it.
MOST_TRIES = 2000
EMPTY = -1

Floats = npt.NDArray[np.float64]

Rows = tuple[int, ...]


def cheapest_look(stock: Stock, plan: Plan, is_whole: Callable[[Rows], bool], per_clo: float = 0.0) -> Rows | None:
    """The look with the least sum of prices that can be worn together and that `is_whole`; None if there is none.

    From each price `per_clo` is taken for each clo; then a seat that may stay empty is filled where that makes it less.
    """
    price = np.append(stock.price - per_clo * stock.clo, 0.0)
    seats = [_choices(seat, price) for seat in plan if seat.required or per_clo]
    for rows in islice(_by_price(price, seats), MOST_TRIES):
        worn = tuple(row for row in rows if row != EMPTY)
        if _wearable(stock, worn) and is_whole(worn):
            return worn
    return None


def _choices(seat: Seat, price: Floats) -> list[int]:
    return sorted([*seat.choices, *(() if seat.required else (EMPTY,))], key=lambda row: float(price[row]))


def _wearable(stock: Stock, rows: Rows) -> bool:
    return len({*rows}) == len(rows) and all(
        stock.pairs[a, b] > NEVER / 2 for i, a in enumerate(rows) for b in rows[:i]
    )


def _by_price(price: Floats, seats: Sequence[Sequence[int]]) -> Iterator[Rows]:
    """Every choice of one row per seat, in the order of their sums of prices; rows are sorted by price."""
    start = (0,) * len(seats)
    heap = [(sum(float(price[rows[0]]) for rows in seats), start)]
    seen = {start}
    while heap:
        cost, at = heappop(heap)
        yield tuple(rows[i] for rows, i in zip(seats, at, strict=True))
        for seat, i in enumerate(at):
            following = (*at[:seat], i + 1, *at[seat + 1 :])
            if i + 1 < len(seats[seat]) and following not in seen:
                seen.add(following)
                step = price[seats[seat][i + 1]] - price[seats[seat][i]]
                heappush(heap, (cost + float(step), following))

"""Beam search for complete looks, led by what pieces and pairs are worth and by warmth, blind to the budget.

Each step fills one seat for all partial looks at once. What survives is the best for every lead piece in every
tier of prices, so that cheap and dear looks are both there in the end. Rows are those of a `Stock`.
"""

import numpy as np
import numpy.typing as npt

from tools.score import FIT_SHARE, WEIGHTS, Aim
from tools.seats import Plan, Seat, Stock
from tools.warmth import FIT
from tools.worth import NEVER

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

PER_LEAD = 2
# Looks that survive at the least, however few lead pieces there are.
WIDTH = 60
# Quantiles that part the prices into tiers, narrow at the cheap end: a small budget must find a choice too.
TIERS = (0.04, 0.12, 0.25, 0.5)
EMPTY = -1


def search_looks(stock: Stock, plan: Plan, aim: Aim) -> list[tuple[int, ...]]:
    """Good complete looks of a plan as rows of the stock, the most promising first."""
    members: Rows = np.empty((1, 0), dtype=np.intp)
    worth: Floats = np.zeros(1)
    reach, lead = _reach(stock, plan), lead_seat(plan)
    for at, seat in enumerate(plan):
        options = np.array([*seat.choices, *(() if seat.required else (EMPTY,))], dtype=np.intp)
        added = _with_empty(stock.worth)[options][None, :] + stock.pairs[members[:, :, None], options].sum(axis=1)
        merit = worth[:, None] + added
        parents, picks = np.nonzero(merit > NEVER / 2)
        members = np.column_stack([members[parents], options[picks]])
        worth = merit[parents, picks]
        survivors = _prune(stock, members, worth + _warmth(stock, members, reach[at], aim), min(at, lead))
        members, worth = members[survivors], worth[survivors]
    return [tuple(int(row) for row in look if row != EMPTY) for look in members]


def lead_seat(plan: Plan) -> int:
    """The seat that looks are told apart by: the first that has a choice."""
    return next((at for at, seat in enumerate(plan) if len(seat.choices) > 1), 0)


def _with_empty(values: Floats) -> Floats:
    return np.append(values, 0.0)


def _reach(stock: Stock, plan: Plan) -> list[tuple[float, float]]:
    """After each seat: the least and the most clo that the seats still to be filled can add."""
    spans = [_span(stock, seat) for seat in plan]
    return [
        (sum(low for low, _ in spans[at + 1 :]), sum(high for _, high in spans[at + 1 :])) for at in range(len(plan))
    ]


def _span(stock: Stock, seat: Seat) -> tuple[float, float]:
    clo = stock.clo[list(seat.choices)]
    return (float(clo.min()) if seat.required else 0.0), float(clo.max())


def _warmth(stock: Stock, members: Rows, reach: tuple[float, float], aim: Aim) -> Floats:
    """What warmth can still be worth to each partial look, at best."""
    if aim.band is None:
        return np.zeros(len(members))
    clo = _with_empty(stock.clo)[members].sum(axis=1)
    least, most = 0.161 + 0.835 * (clo + reach[0]), 0.161 + 0.835 * (clo + reach[1])
    error = np.maximum(0, np.maximum(aim.band[0] - most, least - aim.band[1]))
    steps, fits = zip(*FIT, strict=True)
    return np.asarray(FIT_SHARE * WEIGHTS["warmth"] * np.interp(error, steps, fits), dtype=np.float64)


def _prune(stock: Stock, members: Rows, rank: Floats, lead_at: int) -> Rows:
    """The best for each lead piece, and the best of each lead in each tier of prices; the best first."""
    if not len(members):
        return np.empty(0, dtype=np.intp)
    order = np.argsort(-rank, kind="stable")
    lead = members[order, lead_at]
    price = _with_empty(stock.price)[members].sum(axis=1)[order]
    tier = np.searchsorted(np.quantile(price, TIERS), price)
    keep = _first_of_each(lead, max(PER_LEAD, WIDTH // len(np.unique(lead)))) | _first_of_each(
        lead * (len(TIERS) + 1) + tier, 1
    )
    return order[keep]


def _first_of_each(groups: Rows, most: int) -> npt.NDArray[np.bool_]:
    """Marks the first `most` entries of every group, in the order given."""
    order = np.argsort(groups, kind="stable")
    ordered = groups[order]
    starts = np.searchsorted(ordered, ordered)
    marks = np.zeros(len(groups), dtype=bool)
    marks[order] = np.arange(len(groups)) - starts < most
    return marks

"""Beam search for complete looks, led by what pieces and pairs are worth and by warmth, blind to the budget.

Each step fills one seat for all partial looks at once. What survives is the best for every lead piece in every
tier of prices; of complete looks the best of every lead and of every tier, so that there is a choice at any price.
Rows are those of a `Stock`.
"""

import numpy as np
import numpy.typing as npt

from tools.score import FIT_SHARE, WEIGHTS, Aim
from tools.seats import Plan, Seat, Stock
from tools.warmth import FIT
from tools.worth import NEVER

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

# Partial looks that survive: of each lead piece, and in all however few leads there are.
PER_LEAD, WIDTH = 2, 60
# Complete looks that survive of each tier, beside the best of each lead.
PER_TIER = 16
# Quantiles that part the prices into tiers, narrow at the cheap end: a small budget must find a choice too.
TIERS = (0.04, 0.12, 0.25, 0.5)
EMPTY = -1


def search_looks(stock: Stock, plan: Plan, aim: Aim) -> list[tuple[int, ...]]:
    """Good complete looks of a plan as rows of the stock, the most promising first."""
    members: Rows = np.empty((1, 0), dtype=np.intp)
    worth: Floats = np.zeros(1)
    # What each piece would add to each partial look: alone, and beside those that are in it.
    added: Floats = _with_empty(stock.worth)[None, :]
    reach, lead = _reach(stock, plan), lead_seat(plan)
    for at, seat in enumerate(plan):
        options = np.array([*seat.choices, *(() if seat.required else (EMPTY,))], dtype=np.intp)
        merit = worth[:, None] + added[:, options]
        parents, picks = np.nonzero(merit > NEVER / 2)
        grown, merits = np.column_stack([members[parents], options[picks]]), merit[parents, picks]
        rank = merits + _warmth(stock, grown, reach[at], aim)
        best = _survivors(stock, grown, rank, min(at, lead), is_last=at == len(plan) - 1)
        members, worth = grown[best], merits[best]
        added = added[parents[best]] + stock.pairs[members[:, at]]
    return [tuple(row for row in look if row != EMPTY) for look in members.tolist()]


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


def _survivors(stock: Stock, members: Rows, rank: Floats, lead_at: int, *, is_last: bool) -> Rows:
    """The best for each lead piece and in each tier of prices, the best first; see the constants for how many."""
    if not len(members):
        return np.empty(0, dtype=np.intp)
    order = np.argsort(-rank, kind="stable")
    lead = members[order, lead_at] - EMPTY
    price = _with_empty(stock.price)[members].sum(axis=1)[order]
    tier = np.searchsorted(np.quantile(price, TIERS), price)
    if is_last:
        return order[_first_of_each(lead, 1) | _first_of_each(tier, PER_TIER)]
    per_lead = max(PER_LEAD, WIDTH // int(np.count_nonzero(np.bincount(lead))))
    return order[_first_of_each(lead, per_lead) | _first_of_each(lead * (len(TIERS) + 1) + tier, 1)]


def _first_of_each(groups: Rows, most: int) -> npt.NDArray[np.bool_]:
    """Marks the first `most` entries of every group, in the order given; groups are small numbers from 0."""
    # Sixteen bits are sorted by counting, ten times as fast.
    order = np.argsort(groups.astype(np.uint16), kind="stable")
    ordered = groups[order]
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    marks = np.zeros(len(groups), dtype=bool)
    marks[order] = np.arange(len(groups)) - np.repeat(starts, np.diff(starts, append=len(groups))) < most
    return marks

"""Variations of a good look, one piece at a time: unlike those that are shown beside it, or cheaper.

Blind to the budget, and to why pieces go together: numbers of a `Stock` propose, gates and scores decide.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from tools.choice import Draft, merit
from tools.gates import look_breaks
from tools.idiom import ALSO
from tools.pool import build_draft, leads, worn
from tools.score import Aim
from tools.seats import Stock
from tools.worth import NEVER

# How many pieces are tried in the place of one.
TRIES = 3
# What a piece loses, in the order in which they are tried, for each trait that is shown already.
SEEN_COST = 0.02
# The least share of a look's price that makes a cheaper variation worth looking at.
SAVING = 0.1


class Variation:
    """The looks that differ from a given one by one piece, among those that a stock allows."""

    def __init__(self, stock: Stock, aim: Aim) -> None:
        self.stock, self.aim = stock, aim
        self.rivals = _rivals(stock)

    def vary(self, draft: Draft, beside: Sequence[Draft]) -> Draft:
        """The look with other pieces in the place of those that are shown beside it, where that makes it better."""
        shown = frozenset[str]().union(*(other.traits for other in beside))
        best = draft
        for row in self._free(draft):
            if self.stock.traits[row] & shown:
                options = self._swapped(best, row, self.rivals[row], shown)
                best = max([best, *options], key=lambda option: merit(option, beside))
        return best

    def cheaper(self, draft: Draft) -> list[Draft]:
        """The look with one piece a good deal cheaper."""
        price, least = self.stock.price, SAVING * (draft.total or 0.0)
        return [
            option
            for row in self._free(draft)
            for option in self._swapped(
                draft, row, [one for one in self.rivals[row] if price[one] < price[row] - least]
            )
        ]

    def _free(self, draft: Draft) -> list[int]:
        """The pieces that a look is not known by and that something may take the place of."""
        return [row for row in draft.rows if row in self.rivals and not leads(self.stock, row)]

    def _swapped(
        self, draft: Draft, row: int, rivals: Iterable[int], shown: Collection[str] = frozenset()
    ) -> Iterator[Draft]:
        for rival in _tried(self.stock, draft.rows, row, rivals, shown):
            rows = tuple(sorted(rival if one == row else one for one in draft.rows))
            if not look_breaks(worn(self.stock, rows), self.aim.limits):
                yield build_draft(self.stock, rows, self.aim)


def _rivals(stock: Stock) -> dict[int, tuple[int, ...]]:
    """For each row that nobody named: the rows that may take its seat."""
    free = [seat for seat in stock.seats if not seat.anchor]
    whole = [tuple(row for row in seat.choices if not stock.breaks[row]) for seat in free]
    return {row: rows for rows in whole for row in rows}


def _tried(stock: Stock, rows: Sequence[int], row: int, rivals: Iterable[int], shown: Collection[str]) -> Sequence[int]:
    """The most promising rows for the seat of one: no stranger, they go with the others, and were not seen yet."""
    others = [other for other in rows if other != row]
    usual = min(stock.merits[row].idiom, ALSO)

    def promise(rival: int) -> float:
        beside = float(stock.worth[rival] + stock.pairs[rival, others].sum())
        return beside - SEEN_COST * len(stock.traits[rival].intersection(shown))

    new = [rival for rival in rivals if rival not in rows and stock.merits[rival].idiom >= usual]
    ranked = sorted(((promise(rival), rival) for rival in new), reverse=True)[:TRIES]
    return [rival for worth, rival in ranked if worth > NEVER / 2]

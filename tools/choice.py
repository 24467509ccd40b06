"""Which looks to show: good and unlike each other, then within the budget.

The choice never sees the budget; fitting it only replaces the dearest look by a cheaper one, again and again, so a
smaller budget goes further down the same path and no total ever rises.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

# How much likeness to a look already chosen costs, beside scores from 0 to 1.
LIKENESS_COST = 0.12
# What it costs to be cut for the same people as all that was chosen; where nobody said for whom, both are shown.
CUT_COST = 0.08
# How far below the best a look may score and still be shown for being unlike it.
FLOORS = (0.08, 0.16, 1.0)


@dataclass(frozen=True)
class Draft:
    """A look before it is shown: `kind` is outfit or an article's slot, `leads` name what no two looks share, `traits`
    what makes looks alike, `cost` is held against the budget, `cut` tells for whom it is, None for anybody."""

    kind: str
    rows: tuple[int, ...]
    score: float
    parts: dict[str, float]
    leads: frozenset[str]
    traits: frozenset[str]
    total: float | None
    cost: float | None
    cut: str | None = None


class Varying(Protocol):
    """What can be made of a look: one less like those beside it, and cheaper ones."""

    def vary(self, draft: Draft, beside: Sequence[Draft]) -> Draft: ...
    def cheaper(self, draft: Draft) -> Sequence[Draft]: ...


class AsItIs:
    """Nothing is made of a look; so it is with single articles."""

    def vary(self, draft: Draft, beside: Sequence[Draft]) -> Draft:
        return draft

    def cheaper(self, draft: Draft) -> Sequence[Draft]:
        return ()


AS_IT_IS = AsItIs()


def choose(pool: Sequence[Draft], count: int, varying: Varying = AS_IT_IS) -> list[Draft]:
    """The best looks that are unlike each other (maximal marginal relevance), the best first; all but it varied."""
    top = max((draft.score for draft in pool), default=0.0)
    chosen: list[Draft] = []
    for floor in FLOORS:
        good = [draft for draft in pool if draft.score >= top - floor]
        while len(chosen) < count and (best := _best(good, chosen)):
            chosen.append(_varied(best, chosen, varying))
    return chosen


def _best(pool: Sequence[Draft], beside: Sequence[Draft]) -> Draft | None:
    free = [draft for draft in pool if _is_new(draft, beside)]
    return max(free, key=lambda draft: merit(draft, beside), default=None)


def _is_new(draft: Draft, beside: Sequence[Draft]) -> bool:
    return draft not in beside and not any(draft.leads & other.leads for other in beside)


def _varied(draft: Draft, beside: Sequence[Draft], varying: Varying) -> Draft:
    other = varying.vary(draft, beside) if beside else draft
    return other if _is_new(other, beside) else draft


def merit(draft: Draft, beside: Collection[Draft]) -> float:
    """What a look is worth beside others: its score, less for every likeness to them."""
    return draft.score - _sameness(draft, beside)


def _sameness(draft: Draft, beside: Collection[Draft]) -> float:
    same_cut = bool(beside) and draft.cut is not None and all(other.cut == draft.cut for other in beside)
    return LIKENESS_COST * _likeness(draft, beside) + CUT_COST * same_cut


def _likeness(draft: Draft, beside: Collection[Draft]) -> float:
    """The share of a look's traits (pieces, models, colours) that the others show already, 0..1."""
    shown = frozenset[str]().union(*(other.traits for other in beside))
    return len(draft.traits & shown) / max(1, len(draft.traits))


def fit_budget(
    chosen: Sequence[Draft], pool: Sequence[Draft], ceiling: float, varying: Varying = AS_IT_IS
) -> list[Draft]:
    """The same looks, the dearest replaced by the best cheaper one until all fit; the last place goes if none does."""
    looks = list(chosen)
    while looks:
        at = max(range(len(looks)), key=lambda i: (_cost(looks[i]), i))
        if _cost(looks[at]) <= ceiling:
            break
        beside = looks[:at] + looks[at + 1 :]
        cheaper = [draft for draft in (*pool, *varying.cheaper(looks[at])) if _is_cheaper(draft, looks[at])]
        replacement = _best(cheaper, beside)
        if replacement is not None:
            other = _varied(replacement, beside, varying)
            looks[at] = other if _is_cheaper(other, looks[at]) else replacement
        else:
            looks[at] = looks[-1]
            looks.pop()
    return looks


def _is_cheaper(draft: Draft, than: Draft) -> bool:
    return draft.kind == than.kind and _cost(draft) < _cost(than) and _total(draft) <= _total(than)


def _cost(draft: Draft) -> float:
    return float("inf") if draft.cost is None else draft.cost


def _total(draft: Draft) -> float:
    return float("inf") if draft.total is None else draft.total

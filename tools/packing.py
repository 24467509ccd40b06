"""Packing: a look for every stop of a trip out of few pieces, shoes and outer layers shared.

Each stop takes the best look beside what is packed already, where one piece more has a cost; then every look is chosen
again beside all the others, until nothing is gained. Gates hold for each stop as they do for any look. Knows no shop.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from stores.vocabulary import (
    Article,
    AtMost,
    Item,
    Look,
    PackedDay,
    Packing,
    Piece,
    Profile,
    Taste,
    Unmet,
)
from tools.choice import Draft
from tools.looks import SHOWN, build_look
from tools.money import RATES, Rates, price_of, total
from tools.pool import worn
from tools.racks import TELLING, Rack, Stage, build_rack, does_justice, drafts, without
from tools.reasons import reasons
from tools.seats import Stock
from tools.shape import WHOLE
from tools.trips import Stop, load_packing
from tools.unmet import unmet_budget, unmet_look

# What a euro costs, from careless to thrifty, until the suitcase is within the budget.
THRIFT = (0.0, 0.0003, 0.0006, 0.001, 0.0015, 0.0025, 0.005, 0.02, 0.1)
# How often every look is chosen again.
ROUNDS = 2
# A piece in so few looks may be one too many.
SELDOM = 2


class Suitcase(NamedTuple):
    """A look for every stop, the reason keys of each by look id, what they make together, what could not be kept."""

    looks: list[Look]
    reasons: dict[str, list[str]]
    packing: Packing | None
    unmet: list[Unmet]


class Worn(NamedTuple):
    """The look of one stop."""

    stop: Stop
    rack: Rack
    draft: Draft

    @property
    def pieces(self) -> list[Piece]:
        return worn(self.rack.stock, self.draft.rows)


def _is_bound(piece: Piece, bound: AtMost) -> bool:
    """Whether a piece is of the kind of which there may be so many at most."""
    return piece.category in bound.categories if bound.categories else piece.slot == bound.slot


def clothes(pieces: Iterable[Piece]) -> frozenset[str]:
    """What two looks are told apart by: shoes, a coat and gloves make no other look."""
    return frozenset(piece.id for piece in pieces if piece.slot in TELLING)


class Luggage:
    """What other stops have packed: how often each piece is worn, for whom it is cut, and the looks there are.

    `left` is the id of a piece that stays at home.
    """

    def __init__(self, packed: Sequence[Worn], thrift: float, left: str | None = None) -> None:
        self.thrift, self.left = thrift, left
        # A look that comes again after a week has been washed.
        self.wears = Counter(piece.id for one in packed for piece in one.pieces)
        self.pieces = [*{piece.id: piece for one in packed for piece in one.pieces}.values()]
        self.looks = {clothes(one.pieces) for one in packed}
        self.wholes = Counter(
            piece.category for piece in {p.id: p for one in packed for p in one.pieces}.values() if piece.slot in WHOLE
        )
        self.cut = next((one.draft.cut for one in packed if one.draft.cut), None)

    def cost(self, piece: Piece, buying: float) -> float:
        """What it costs to take a piece along; nothing for one that is packed."""
        if self.wears[piece.id]:
            return 0.0
        bought = buying if isinstance(piece, Article) else 0.0
        # Nobody travels with four jumpsuits, however little room they take.
        alike = self.wholes[piece.category] if piece.slot in WHOLE else 0
        return load_packing().bulk[piece.slot] * (1 + alike) + bought + self.thrift * (price_of(piece) or 0.0)

    def is_worn_out(self, piece: Piece) -> bool:
        return self.wears[piece.id] >= load_packing().wears.get(piece.slot, len(self.looks) + 1)

    def is_too_many(self, piece: Piece, bounds: Sequence[AtMost]) -> bool:
        """Whether as many of its kind are packed as may be."""
        if self.wears[piece.id]:
            return False
        held = (one for one in bounds if _is_bound(piece, one))
        return any(sum(_is_bound(other, one) for other in self.pieces) >= one.count for one in held)

    def is_strange(self, piece: Piece) -> bool:
        """Whether a piece stays at home, or is cut for others than what is packed."""
        return piece.id == self.left or (self.cut is not None and piece.presentation not in {self.cut, "unisex"})


def pack(
    stops: Sequence[Stop],
    stages: Mapping[str, Stage],
    profile: Profile,
    *,
    currency: str = "EUR",
    rates: Rates = RATES,
    taste: Taste | None = None,
    first_number: int = 1,
) -> Suitcase:
    """The looks of a trip and what they make together; a stop that nothing can be had for is named in `unmet`.

    The budget is for all that has to be bought. A smaller one goes further down the same row of suitcases, each
    thriftier than the one before, so that no total ever rises.
    """
    racks = {name: build_rack(stage, profile, taste or Taste(), currency, rates) for name, stage in stages.items()}
    limits = racks[stops[0].occasion].aim.limits
    sums: list[float] = []
    for thrift in THRIFT:
        packed = _packed(stops, racks, thrift)
        cost = _cost(packed)
        if limits.ceiling is None or limits.per_item or (cost is not None and cost <= limits.ceiling):
            return _suitcase(packed, _undressed(stops, packed, racks), currency, first_number)
        sums += [] if cost is None else [cost]
    return Suitcase([], {}, None, unmet_budget(limits.brief, min(sums, default=None), currency, rates))


def _undressed(stops: Sequence[Stop], packed: Sequence[Worn], racks: Mapping[str, Rack]) -> list[Unmet]:
    """What stands in the way of the occasions that no look can be had for."""
    dressed = {one.stop.occasion for one in packed}
    bare = dict.fromkeys(stop.occasion for stop in stops if stop.occasion not in dressed)
    return [gap for name in bare for gap in unmet_look(racks[name].stock, racks[name].aim)]


def _packed(stops: Sequence[Stop], racks: Mapping[str, Rack], thrift: float) -> list[Worn]:
    """A look for each stop that one can be had for; the stops that share an occasion with most others come first."""
    often = Counter(stop.occasion for stop in stops)
    packed: list[Worn] = []
    for stop in sorted(stops, key=lambda stop: -often[stop.occasion]):
        if (draft := _best(racks[stop.occasion], Luggage(packed, thrift))) is not None:
            packed.append(Worn(stop, racks[stop.occasion], draft))
    for _ in range(ROUNDS):
        packed, before = _thinned(_chosen_again(packed, thrift), thrift), packed
        if packed == before:
            break
    return sorted(packed, key=lambda one: stops.index(one.stop))


def _chosen_again(packed: Sequence[Worn], thrift: float, left: str | None = None) -> list[Worn]:
    """Each look in turn as it is best beside the others; only those with the piece that is `left`, where one is."""
    looks = list(packed)
    for at, one in enumerate(looks):
        if left is None or any(piece.id == left for piece in one.pieces):
            luggage = Luggage([*looks[:at], *looks[at + 1 :]], thrift, left)
            draft = _best(one.rack, luggage, one.draft if left is None else None)
            looks[at] = one._replace(draft=draft or one.draft)
    return looks


def _thinned(packed: list[Worn], thrift: float) -> list[Worn]:
    """The same suitcase without the pieces that few looks need and that all do as well without."""
    wears = Counter(piece.id for one in packed for piece in one.pieces)
    for left in sorted(wears, key=lambda key: wears[key]):
        if wears[left] <= SELDOM:
            packed = max(packed, _chosen_again(packed, thrift, left), key=lambda looks: _value(looks, thrift))
    return packed


def _value(packed: Sequence[Worn], thrift: float) -> float:
    """What a suitcase is worth: its looks, less what its pieces cost, each once."""
    nothing = Luggage([], thrift)
    cost = {piece.id: nothing.cost(piece, one.rack.buying) for one in packed for piece in one.pieces}
    fair = sum(does_justice(one.draft, one.rack) for one in packed)
    return fair + sum(one.draft.score for one in packed) - sum(cost.values())


def _best(rack: Rack, luggage: Luggage, before: Draft | None = None) -> Draft | None:
    """The look that is worth most beside what is packed; one that was chosen `before` stays where it is as good.

    Where everything has been worn, what there is is worn again.
    """
    for fresh in (True, False):
        found = drafts(_beside(rack, luggage, fresh=fresh), rack)
        found = [*([before] if before else []), *found]
        new = [one for one in found if clothes(worn(rack.stock, one.rows)) not in luggage.looks]
        if best := new or found:
            return max(best, key=lambda one: (does_justice(one, rack), _worth(rack, one, luggage)))
    return None


def _beside(rack: Rack, luggage: Luggage, *, fresh: bool) -> Stock:
    """The stock as it is worth beside what is packed, without what is worn out or cut for somebody else."""
    stock, buying = rack.stock, rack.buying
    cost = np.array([luggage.cost(piece, buying) for piece in stock.pieces])
    bounds = rack.aim.limits.brief.at_most
    out = [
        luggage.is_strange(piece) or luggage.is_too_many(piece, bounds) or (fresh and luggage.is_worn_out(piece))
        for piece in stock.pieces
    ]
    return replace(without(stock, out), worth=stock.worth - cost)


def _worth(rack: Rack, draft: Draft, luggage: Luggage) -> float:
    return draft.score - sum(luggage.cost(piece, rack.buying) for piece in worn(rack.stock, draft.rows))


def _cost(packed: Sequence[Worn]) -> float | None:
    """The sum of all that has to be bought, each piece once; None where a price is not known."""
    return total(price_of(piece) for piece in {piece.id: piece for one in packed for piece in one.pieces}.values())


def _suitcase(packed: Sequence[Worn], unmet: list[Unmet], currency: str, first_number: int) -> Suitcase:
    looks = [
        build_look(one.pieces, one.draft, one.rack.aim.limits, first_number + place, currency)
        for place, one in enumerate(packed)
    ]
    why = {look.id: reasons(one.pieces, one.draft, one.rack.aim) for look, one in zip(looks, packed, strict=True)}
    if not packed:
        return Suitcase([], {}, None, unmet)
    days = [
        PackedDay(day=day, occasion=one.stop.occasion, look=look.id)
        for look, one in zip(looks, packed, strict=True)
        for day in one.stop.days
    ]
    packing = Packing(
        pieces=_items(looks),
        days=sorted(days, key=lambda row: row.day),
        total=_cost(packed),
        currency=currency,
    )
    return Suitcase(looks, why, packing, unmet)


def _items(looks: Sequence[Look]) -> list[Item]:
    """Every piece once, from the body outwards."""
    items = {item.id: item for look in looks for item in look.items}
    return sorted(items.values(), key=lambda item: SHOWN.index(item.slot))

"""Who may sit where: candidates by slot, the plans of a complete look, and what each pair of pieces is worth together.

A seat is a place in a look, a plan is the seats of one kind of look (a dress, or a top and a bottom). Numbers only:
pieces are rows of a stock. Knows no budget.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stores.vocabulary import Article, Garment, Piece, Presentation, Slot, Wish
from tools.demands import Demand, answers, is_choice
from tools.gates import Limits, piece_breaks
from tools.money import price_of
from tools.score import Aim, Merits, build_merits
from tools.shape import MOST, SEPARATES, WHOLE
from tools.worth import NEVER, pair_worth, piece_worth

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

ORDER: tuple[Slot, ...] = (
    "one_piece", "base_top", "bottom", "footwear", "mid", "outer", "hosiery", "headwear", "accessory", "bag",
)  # fmt: skip
SEVERAL: frozenset[Slot] = frozenset({"mid", "accessory"})
MOST_CHOICES = 30
CHEAPEST_CHOICES = 6
USUAL = 0.4
CORES = frozenset({*WHOLE, *SEPARATES})


class Candidate(NamedTuple):
    """A piece that search or the wardrobe offers, and how relevant it is, 0..1."""

    piece: Article | Garment
    relevance: float


class Slate(NamedTuple):
    """The candidates for one wish; where they are to resemble a piece, their relevance is how much they do."""

    wish: Wish
    candidates: list[Candidate]
    like: Piece | None = None


class Seat(NamedTuple):
    """One place in a look: which rows may take it, and whether it may stay empty."""

    slot: Slot
    choices: tuple[int, ...]
    required: bool
    anchor: bool = False


Plan = tuple[Seat, ...]


@dataclass(frozen=True)
class Stock:
    """All candidates of a turn as rows; `named` answer a piece that the person named.

    `worth` and `pairs` are shares of a score, a price not known counts 0.
    """

    pieces: list[Piece]
    merits: list[Merits]
    traits: list[frozenset[str]]
    breaks: list[frozenset[str]]
    kept: frozenset[int]
    named: frozenset[int]
    is_priced: bool
    price: Floats
    clo: Floats
    worth: Floats
    pairs: Floats
    seats: list[Seat]


def build_stock(slates: Sequence[Slate], kept: Sequence[Piece], aim: Aim) -> Stock:
    """Rows for every candidate, each piece once, and a seat for each wish and each kept piece."""
    rows: dict[str, int] = {}
    pieces: list[Piece] = []
    relevance: list[float] = []
    for piece, relevant in [*((p, 1.0) for p in kept), *(c for slate in slates for c in slate.candidates)]:
        if piece.id not in rows:
            rows[piece.id] = len(pieces)
            pieces.append(piece)
            relevance.append(relevant)
        relevance[rows[piece.id]] = max(relevance[rows[piece.id]], relevant)
    kept_rows = frozenset(range(len({piece.id for piece in kept})))
    prices = [price_of(piece) for piece in pieces]
    usual = _usual_prices(pieces)
    merits = [build_merits(p, relevant, aim, usual.get(p.slot)) for p, relevant in zip(pieces, relevance, strict=True)]
    is_priced = any(isinstance(piece, Article) and piece.price is not None for piece in pieces)
    bounded = is_priced and aim.limits.ceiling is not None
    unpriced = {i: frozenset({"budget"}) for i, price in enumerate(prices) if price is None and bounded}
    seats = _seats(slates, [pieces[i] for i in sorted(kept_rows)], rows, cold=aim.is_cold)
    return Stock(
        pieces=pieces,
        merits=merits,
        traits=[_traits(piece) for piece in pieces],
        breaks=[
            frozenset() if i in kept_rows else frozenset(piece_breaks(piece, aim.limits)) | unpriced.get(i, frozenset())
            for i, piece in enumerate(pieces)
        ],
        kept=kept_rows,
        named=frozenset(row for seat in seats if seat.anchor for row in seat.choices),
        is_priced=is_priced or not any(isinstance(piece, Article) for piece in pieces),
        price=np.array([0.0 if price is None else price for price in prices]),
        clo=np.array([piece.clo for piece in pieces]),
        worth=np.array([piece_worth(piece, merit, aim) for piece, merit in zip(pieces, merits, strict=True)]),
        pairs=pair_worth(pieces, aim),
        seats=seats,
    )


def _usual_prices(pieces: Sequence[Piece]) -> dict[Slot, float]:
    """What a slot's articles usually cost: below the middle, since nobody asks for the dear ones without saying so."""
    prices: dict[Slot, list[float]] = {}
    for piece in pieces:
        if isinstance(piece, Article) and piece.price:
            prices.setdefault(piece.slot, []).append(piece.price)
    return {slot: float(np.quantile(found, USUAL, method="lower")) for slot, found in prices.items()}


def _traits(piece: Piece) -> frozenset[str]:
    """What makes looks alike: the piece, its model, the colour and the category in its slot; a coat counts twice."""
    model = piece.group if isinstance(piece, Article) and piece.group else piece.id
    family = piece.colours[0].family
    traits = {piece.id, f"model {model}", f"{piece.slot} {family}", f"{piece.slot} {piece.category}"}
    return frozenset(traits | {f"all that is seen: {one}" for one in traits} if piece.slot == "outer" else traits)


def _seats(slates: Sequence[Slate], kept: Sequence[Piece], rows: dict[str, int], *, cold: bool) -> list[Seat]:
    """Kept pieces take their slot; wishes of one slot share a seat, but accessories and named layers have one each.

    In the cold there is room for one layer and one accessory more.
    """
    seats = [Seat(piece.slot, (rows[piece.id],), True, True) for piece in kept]
    taken = {seat.slot for seat in seats} - SEVERAL
    for slot in ORDER:
        of_slot = [slate for slate in slates if slate.wish.slot == slot and slot not in taken]
        apart = [slate for slate in of_slot if slot == "accessory" or (slot == "mid" and slate.wish.anchor)]
        together = [slate for slate in of_slot if slate not in apart]
        groups = [[slate] for slate in apart] + ([together] if together else [])
        for group in groups:
            members = dict.fromkeys(rows[c.piece.id] for slate in group for c in slate.candidates)
            anchor = any(slate.wish.anchor for slate in group)
            required = anchor or any(slate.wish.required for slate in group)
            seats.append(Seat(slot, tuple(members), required, anchor))
        own = [seat for seat in seats if seat.slot == slot]
        if cold and groups and slot in SEVERAL and len(own) < MOST[slot]:
            widest = max(own, key=lambda seat: len(seat.choices))
            seats.append(widest._replace(required=False, anchor=False))
    return seats


def build_plans(stock: Stock, limits: Limits, allow: Collection[str] = ()) -> list[Plan]:
    """The kinds of look that the seats allow, for pieces that break nothing but the constraints in `allow`.

    Where the code asks different things of women's and men's looks and nobody said which, each has its plans.
    """
    cuts: Sequence[Presentation | None] = [limits.presentation]
    if limits.presentation is None and limits.code_demands:
        cuts = ["women", "men"]
    return [plan for cut in cuts for plan in _plans_of(stock, limits, allow, cut)]


def _plans_of(stock: Stock, limits: Limits, allow: Collection[str], cut: Presentation | None) -> list[Plan]:
    only = None if limits.presentation else cut
    open_seats = [seat._replace(choices=_unbroken(seat, stock, allow, only)) for seat in stock.seats]
    filled = [seat for seat in open_seats if seat.choices]
    choice = is_choice(limits.brief.wanted)
    if any(seat.anchor and not seat.choices and not (choice and seat.slot in CORES) for seat in open_seats):
        return []
    slots = {seat.slot for seat in filled}
    plans = []
    for core, other in ((WHOLE, SEPARATES), (SEPARATES, WHOLE)):
        named = not choice and any(seat.anchor and seat.slot in other for seat in filled)
        blocked = named or (limits.rules.separates and core == WHOLE)
        whole = slots.issuperset(core) and (limits.barefoot or "footwear" in slots)
        if whole and not blocked:
            seats = [_core_first(seat, core, limits) for seat in filled if seat.slot not in other]
            plans.append(supported(_demanded(seats, limits.demands_on(cut), stock, allow), stock))
    return [tuple(_admitted(seat, stock) for seat in sorted(plan, key=_rank)) for plan in plans if plan]


def _unbroken(seat: Seat, stock: Stock, allow: Collection[str], cut: Presentation | None) -> tuple[int, ...]:
    """The rows that are cut for the person and break nothing."""
    fitting = {cut, "unisex"} if cut else {"women", "men", "unisex"}
    own = [row for row in seat.choices if seat.anchor or stock.pieces[row].presentation in fitting]
    return tuple(row for row in own if stock.breaks[row] <= set(allow))


def supported(seats: Sequence[Seat], stock: Stock) -> list[Seat]:
    """The seats without what goes with nothing in a required seat; none where a required seat is left empty.

    Arc consistency: no look is lost, and women's shoes alone leave no men's shirts to begin with.
    """
    beside = stock.pairs[:-1, :-1] > NEVER / 2
    alive = np.ones(len(stock.pieces), dtype=np.bool_)
    left, before = list(seats), None
    while left != before:
        for seat in left:
            if seat.required:
                rows = list(seat.choices)
                goes: Flags = np.asarray(beside[:, rows].any(axis=1))
                goes[rows] = True
                alive &= goes
        before = left
        left = [seat._replace(choices=tuple(row for row in seat.choices if alive[row])) for seat in left]
        if any(seat.required and not seat.choices for seat in left):
            return []
    return [seat for seat in left if seat.choices]


def _admitted(seat: Seat, stock: Stock) -> Seat:
    """The seat with its most relevant choices, and the cheapest so that a small budget finds some."""
    if len(seat.choices) <= MOST_CHOICES:
        return seat
    relevant = sorted(seat.choices, key=lambda row: -stock.merits[row].relevance)[:MOST_CHOICES]
    cheap = sorted(seat.choices, key=lambda row: float(stock.price[row]))[:CHEAPEST_CHOICES]
    return seat._replace(choices=tuple(dict.fromkeys([*relevant, *cheap])))


def _core_first(seat: Seat, core: Collection[Slot], limits: Limits) -> Seat:
    needed = seat.slot in core or (seat.slot == "footwear" and not limits.barefoot)
    return seat._replace(required=seat.required or needed)


def _demanded(seats: list[Seat], demands: Sequence[Demand], stock: Stock, allow: Collection[str]) -> list[Seat]:
    """The seats with each demand put to the one slot that can answer it; empty where none can."""
    for demand in demands:
        if demand.name in allow:
            continue
        able = {at: rows for at, seat in enumerate(seats) if (rows := _answering(demand, seat, stock, allow))}
        if not able:
            return []
        at = min(able, key=lambda at: (seats[at].choices != able[at], at))
        if len({seats[other].slot for other in able}) == 1:
            seats[at] = seats[at]._replace(choices=able[at], required=True)
    return seats


def branches(plan: Plan, stock: Stock, limits: Limits, allow: Collection[str] = ()) -> list[Plan]:
    """The plan once for each seat that can answer a demand which several can: together they miss no look."""
    found = [plan]
    for demand in limits.demands_on(limits.presentation):
        if demand.name not in allow:
            found = [branch for one in found for branch in _branched(one, demand, stock, allow)]
    return [tuple(left) for one in found if (left := supported(one, stock))]


def _branched(plan: Plan, demand: Demand, stock: Stock, allow: Collection[str]) -> list[Plan]:
    able = [(at, rows) for at, seat in enumerate(plan) if (rows := _answering(demand, seat, stock, allow))]
    return [(*plan[:at], plan[at]._replace(choices=rows, required=True), *plan[at + 1 :]) for at, rows in able]


def _answering(demand: Demand, seat: Seat, stock: Stock, allow: Collection[str]) -> tuple[int, ...]:
    return tuple(row for row in seat.choices if answers(demand, stock.pieces[row], allow))


def _rank(seat: Seat) -> tuple[bool, bool, int]:
    """Named pieces first, then a jacket that the code wants, since the rest of the look is built around them."""
    return not seat.anchor, not (seat.required and seat.slot == "mid"), ORDER.index(seat.slot)

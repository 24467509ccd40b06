"""A look that changes as little as will do: one settled on, for less, and one that a new piece will not go with."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from itertools import combinations, islice
from typing import Literal, get_args

from graph import turn
from graph.owning import Own
from graph.services import Services
from graph.state import State
from stores.vocabulary import Brief, Budget, Filters, Piece, ShownLook, Slot, Wish
from tools.carry import PIECES, REFUSALS, SETTING
from tools.compose import Composition, Slate
from tools.gates import Limits
from tools.money import price_of
from tools.references import is_settled, meant, newest, remakes, steps_piece
from tools.remake import NEAR, REPLACED, is_refused, kind_of

Nearness = Literal["kind", "level", "any"]

# How near each new piece comes to the old, and how many change: of a look with more changed too little is left.
ORDER: tuple[tuple[Nearness, int], ...] = (
    ("kind", 1),
    ("kind", 2),
    ("level", 1),
    ("kind", 3),
    ("level", 2),
    ("any", 1),
)
# Notes the slot of a piece that another took the place of.
EXCHANGED = "exchanged"
# A bound on the work: each is a composing of its own.
MOST_WAYS, MOST_FREED = 12, 24

Compose = Callable[[Own], Awaitable[Composition]]


def settled_on(brief: Brief, shown: Sequence[ShownLook], most: float | None) -> ShownLook | None:
    """The outfit that a turn asks for less of, where it speaks of one look and of nothing but its price."""
    change, seen = brief.refinement, newest(shown)
    if change is None or change.change not in {"cheaper", "amend"} or brief.intent not in {"outfit", "complete"}:
        return None
    row = next(iter(meant(brief, shown)), seen[0] if seen and (is_settled(seen) or _are_variants(seen)) else None)
    if row is None or row.look.kind != "outfit" or steps_piece(brief) or change.without:
        return None
    if most is None or row.look.total is None or brief.budget == row.brief.budget:
        return None
    same = all(getattr(brief, key) == getattr(row.brief, key) for key in (*SETTING, *PIECES, *REFUSALS, "sleeves"))
    return row if same and (row.look.total > most or not _is_more(brief.budget, row.brief.budget)) else None


def _is_more(budget: Budget | None, before: Budget | None) -> bool:
    """Whether a sum was raised: who may spend more may have something else."""
    if budget is None or before is None or budget.currency != before.currency:
        return False
    return budget.max > before.max


def _are_variants(seen: Sequence[ShownLook]) -> bool:
    """Whether looks are one and the same but for a piece or two."""
    common = set.intersection(*({item.id for item in row.look.items} for row in seen))
    return 2 * len(common) >= len(seen[0].look.items)


async def pared(
    services: Services, state: State, whole: Own, limits: Limits, composed: Compose
) -> tuple[Composition, list[Slot]]:
    """The outfit that was settled on with as few other pieces as bring it within the sum, and the slots of these.

    None where nothing is settled, or too much would change.
    """
    most, row = limits.ceiling, settled_on(limits.brief, turn.shown_looks(state), limits.ceiling)
    if row is None or most is None:
        return Composition([], {}, []), []
    base = list((await turn.pieces_of(services.catalog, state, [row.look])).values())
    for way in islice(_ways(base, most, whole), MOST_WAYS):
        made = await composed(way)
        if made.looks:
            return made, [slate.wish.slot for slate in way.slates]
    return Composition([], {}, []), []


async def eased(services: Services, state: State, whole: Own, composed: Compose) -> Composition:
    """The outfit with its new piece, and as few others let go as make room for it; none for any other turn.

    All of it was tried before, and nothing came of it.
    """
    brief = Brief.model_validate(state["brief"])
    row = next(iter(meant(brief, turn.shown_looks(state))), None)
    if row is None or not remakes(brief) or not state["round"] or brief.refinement is None or whole.lacking:
        return Composition([], {}, [])
    without = {*brief.refinement.without}
    base = list((await turn.pieces_of(services.catalog, state, [row.look])).values())
    stays = [piece for piece in base if piece.id not in without and not is_refused(piece, brief)]
    for way in islice(_freed(stays, whole), MOST_FREED):
        made = await composed(way)
        if made.looks:
            return made
    return Composition([], {}, [])


def _freed(stays: Sequence[Piece], whole: Own) -> Iterator[Own]:
    """What stays but for one piece, or two, and what is offered for these beside what was asked for."""
    held = {piece.id for piece in whole.kept}
    for count in (1, 2):
        for gone in combinations([piece for piece in stays if piece.id not in held], count):
            left = [piece for piece in stays if piece not in gone]
            slots = {piece.slot for piece in left}
            slates = [slate for slate in whole.slates if slate.wish.anchor or slate.wish.slot not in slots]
            wishes = [slate.wish for slate in slates]
            yield Own(slates, whole.direction.model_copy(update={"wishes": wishes}), [*whole.kept, *left], [])


def _ways(base: Sequence[Piece], most: float, whole: Own) -> Iterator[Own]:
    """What stays and what is offered for the rest, the dearest first: a coat for a coat before anything else for it."""
    if _reaches(base, [], most):
        yield Own([], whole.direction.model_copy(update={"wishes": []}), [*base], [])
    dearest = sorted(base, key=lambda piece: (piece.slot not in REPLACED, -(price_of(piece) or 0.0)))
    offers = {near: {p.id: _offered(whole.slates, p, near) for p in dearest} for near in get_args(Nearness)}
    for near, count in ORDER:
        for gone in combinations(dearest, count):
            slates = [offers[near][piece.id] for piece in gone]
            stays = [piece for piece in base if piece not in gone]
            if _reaches(stays, slates, most):
                direction = whole.direction.model_copy(update={"wishes": [slate.wish for slate in slates]})
                yield Own(slates, direction, stays, [])


def _offered(slates: Sequence[Slate], piece: Piece, near: Nearness) -> Slate:
    """What is offered for a piece for less money: of its kind, whatever is as formal, or anything at all."""
    found = [slate for slate in slates if slate.wish.slot == piece.slot]
    wish = found[0].wish if found else Wish(slot=piece.slot, query="", filters=Filters(slots=[piece.slot]))
    price = price_of(piece) or 0.0
    less = [one for slate in found for one in slate.candidates if (price_of(one.piece) or 0.0) < price]
    level = [one for one in less if abs(one.piece.formality - piece.formality) <= NEAR]
    kept = [one for one in level if near == "level" or kind_of(one.piece) == kind_of(piece)]
    return Slate(wish.model_copy(update={"required": True}), less if near == "any" else kept)


def _reaches(stays: Sequence[Piece], slates: Sequence[Slate], most: float) -> bool:
    """Whether the cheapest of what is offered brings the whole within the sum."""
    if not all(slate.candidates for slate in slates):
        return False
    least = sum(min(price_of(one.piece) or 0.0 for one in slate.candidates) for slate in slates)
    return least + sum(price_of(piece) or 0.0 for piece in stays) <= most

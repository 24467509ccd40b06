"""The house's relooking advisor: keeps what works, moves that cost nothing first, then a swap or an addition."""

from agents.contracts import Advised, AdviseRequest
from stores.vocabulary import Add, Advice, Direction, Fix, Keep, Piece, Slot, Swap
from tools.wishes import build_wish

SLOTS_IN_FIX: dict[str, Slot] = {"shoes": "footwear", "layer": "mid", "coat": "outer", "bag": "bag", "hat": "headwear"}


def advise(request: AdviseRequest) -> Advised:
    """Advice on the pieces, and the direction that finds what it asks for; both empty where nothing is to change."""
    fixes = request.critique.fixes
    faulty = {fix.item for fix in fixes if fix.item}
    kept = [piece for piece in request.pieces if piece.id not in faulty]
    swaps = [_swap(fix, request.owned, request.pieces) for fix in fixes if fix.item]
    adds = [Add(slot=slot, why=fix.why) for fix in fixes if (slot := _missing(fix, request))]
    advice = Advice(
        keep=[Keep(id=piece.id, why=_why_keep(request)) for piece in kept],
        swap=swaps,
        add=adds,
        moves=free_moves(request.pieces),
    )
    return Advised(advice=advice, direction=_direction(request, kept, swaps, adds))


def free_moves(pieces: list[Piece]) -> list[str]:
    """Styling that costs nothing, by what is worn."""
    slots = {piece.slot: piece for piece in pieces}
    moves = []
    if "base_top" in slots and "bottom" in slots:
        moves.append("tuck")
    if {"mid", "outer"} & set(slots):
        moves.append("open_front")
    if "bottom" in slots and slots["bottom"].fit in {"regular", "relaxed"}:
        moves.append("cuff")
    return moves[:2]


def _why_keep(request: AdviseRequest) -> str:
    return next(iter(request.critique.strengths), "it already does its part")


def _swap(fix: Fix, owned: list[Piece], worn: list[Piece]) -> Swap:
    """The swap a fix asks for, from the wardrobe where a piece of the same slot lies there."""
    out = next(piece for piece in worn if piece.id == fix.item)
    own = next((piece.id for piece in owned if piece.slot == out.slot and piece.id != out.id), None)
    return Swap(out=out.id, in_=own, why=fix.why)


def _missing(fix: Fix, request: AdviseRequest) -> Slot | None:
    """The slot that a fix without an item wants filled."""
    if fix.item:
        return None
    worn = {piece.slot for piece in request.pieces}
    asked = next((slot for word, slot in SLOTS_IN_FIX.items() if word in fix.what), None)
    return asked or next((slot for slot in request.rules.slots if slot not in worn and slot in fix.what), None)


def _direction(request: AdviseRequest, kept: list[Piece], swaps: list[Swap], adds: list[Add]) -> Direction:
    by_id = {piece.id: piece for piece in request.pieces}
    slots = [by_id[swap.out].slot for swap in swaps] + [add.slot for add in adds]
    wishes = [
        build_wish(slot, request.brief, request.conditions, request.profile, request.rules)
        for slot in dict.fromkeys(slots)
    ]
    return Direction(
        wishes=wishes,
        keep=[piece.id for piece in kept],
        palette=request.rules.palette,
        formality=request.rules.formality,
        clo=request.rules.clo,
    )

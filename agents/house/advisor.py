"""The house's relooking advisor: keeps what works, moves that cost nothing first, then a swap or an addition."""

from agents.contracts import Advised, AdviseRequest
from agents.house.phrases import kind_of, load_table
from stores.vocabulary import SLOTS, Add, Advice, Direction, Fix, Keep, Piece, Slot, Swap
from tools.shape import missing_slots
from tools.wishes import build_wish

# From this formality on nothing is worn open or turned up.
STRICT, EASY = 4.5, frozenset({"open_front", "cuff"})


def advise(request: AdviseRequest) -> Advised:
    """Advice on the pieces, and the direction that finds what it asks for; both empty where nothing is to change."""
    fixes = request.critique.fixes
    faulty = {fix.item for fix in fixes if fix.item}
    kept = [piece for piece in request.pieces if piece.id not in faulty]
    swaps = [_swap(fix, request.owned, request.pieces) for fix in fixes if fix.item]
    adds = [Add(slot=slot, why=fix.why) for fix in fixes if (slot := _missing(fix, request))]
    is_strict = request.rules.formality[0] >= STRICT
    names = load_table(f"names_{request.brief.language}")
    whys = request.critique.strengths or [names["evidence"]["keep"]]
    advice = Advice(
        keep=[Keep(id=piece.id, why=whys[number % len(whys)]) for number, piece in enumerate(kept)],
        swap=swaps,
        add=adds,
        moves=[names["moves"][move] for move in free_moves(request.pieces) if not (move in EASY and is_strict)],
    )
    return Advised(advice=advice, direction=_direction(request, kept, swaps, adds))


def free_moves(pieces: list[Piece]) -> list[str]:
    """Styling that costs nothing, by what is worn: keys of the lexicon's `moves`."""
    slots = {piece.slot: piece for piece in pieces}
    moves = []
    if "base_top" in slots and "bottom" in slots:
        moves.append("tuck")
    if any(piece.slot in {"mid", "outer"} and not kind_of("closed", piece.category) for piece in pieces):
        moves.append("open_front")
    if "bottom" in slots and slots["bottom"].fit in {"regular", "relaxed"}:
        moves.append("cuff")
    return moves[:2]


def _swap(fix: Fix, owned: list[Piece], worn: list[Piece]) -> Swap:
    """The swap a fix asks for, from the wardrobe where a piece of the same slot lies there."""
    out = next(piece for piece in worn if piece.id == fix.item)
    own = next((piece.id for piece in owned if piece.slot == out.slot and piece.id != out.id), None)
    return Swap(out=out.id, in_=own, why=fix.why)


def _missing(fix: Fix, request: AdviseRequest) -> Slot | None:
    """The slot that a fix without an item wants filled, by the words that the person's language has for it."""
    words = load_table(f"names_{request.brief.language}")["slots"]
    worn = {piece.slot for piece in request.pieces}
    return next((slot for slot in SLOTS if not fix.item and slot not in worn and words[slot] in fix.what), None)


def _direction(request: AdviseRequest, kept: list[Piece], swaps: list[Swap], adds: list[Add]) -> Direction:
    by_id = {piece.id: piece for piece in request.pieces}
    slots = [by_id[swap.out].slot for swap in swaps] + [add.slot for add in adds]
    slots += missing_slots(request.pieces) if slots else []
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

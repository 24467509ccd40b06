"""The house's relooking advisor: keeps what works, moves that cost nothing first, then a swap or an addition."""

from agents.contracts import Advised, AdviseRequest
from agents.house.phrases import kind_of, load_table
from stores.vocabulary import SLOTS, Add, Advice, Direction, Fix, Keep, Piece, Slot, Swap, Wish
from tools.keeping import merits_of, told_apart
from tools.shape import SEPARATES, WHOLE, lacking, missing_slots
from tools.wishes import build_wish, build_wishes

# From this formality on nothing is worn open or turned up.
STRICT, EASY = 4.5, frozenset({"open_front", "cuff"})
# How far from the code a piece may be that stays where most of the others go.
NEAR = 1.0
SHAPES = frozenset({*SEPARATES, *WHOLE, "hosiery"})
# What may come to an outfit that is whole, where the day asks for nothing.
LAST: tuple[Slot, ...] = ("mid", "outer", "bag", "accessory")


def advise(request: AdviseRequest) -> Advised:
    """Advice on the pieces, and the direction that finds what it asks for; both empty where nothing is to change.

    What is to be matched stays whole, and something always comes to it.
    """
    matching = request.brief.intent == "complete"
    swaps = [] if matching else _swaps(request)
    gone = {swap.out for swap in swaps}
    kept = [piece for piece in request.pieces if piece.id not in gone]
    adds = [Add(slot=slot, why=fix.why) for fix in request.critique.fixes if (slot := _missing(fix, request))]
    if matching:
        adds = _companions(request) or adds
    is_strict = request.rules.formality[0] >= STRICT
    names = load_table(f"names_{request.brief.language}")
    advice = Advice(
        keep=[Keep(id=piece.id, why=why) for piece, why in zip(kept, _whys(kept, request), strict=True)],
        swap=swaps,
        add=adds,
        moves=[names["moves"][move] for move in free_moves(kept) if not (move in EASY and is_strict)],
    )
    direction = _around(request, adds) if matching else _direction(request, kept, swaps, adds)
    return Advised(advice=advice, direction=direction)


def _whys(kept: list[Piece], request: AdviseRequest) -> list[str]:
    """Why each piece stays, in words; nothing is said of an occasion that nobody named."""
    brief, words = request.brief, load_table(f"names_{request.brief.language}")
    asked = request.rules.formality if brief.occasion or brief.formality else None
    merits = told_apart([merits_of(piece, kept, request.conditions, asked) for piece in kept])
    return [words["keeping"][key] if key else words["evidence"]["keep"] for key in merits]


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


def _swaps(request: AdviseRequest) -> list[Swap]:
    """What goes: the pieces that the critic would change; where these are most of them, all that is off the code."""
    swaps = [_swap(fix, request.owned, request.pieces) for fix in request.critique.fixes if fix.item]
    if request.critique.verdict != "rethink" or not swaps:
        return swaps
    low, high = request.rules.formality
    strange = (piece for piece in request.pieces if not low - NEAR <= piece.formality <= high + NEAR)
    gone = {swap.out for swap in swaps}
    return [*swaps, *(Swap(out=piece.id, why=swaps[0].why) for piece in strange if piece.id not in gone)]


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


def _companions(request: AdviseRequest) -> list[Add]:
    """What comes to pieces that are to be matched: all that they lack to be an outfit, else one thing over it."""
    worn = {piece.slot for piece in request.pieces}
    missed = [slot for slot in lacking(request.pieces) if slot not in request.brief.avoid_slots]
    layers = [slot for slot in (*request.rules.optional, *LAST) if slot not in worn and slot not in SHAPES]
    why = load_table(f"names_{request.brief.language}")["fixes"]["finish"]
    open_slots = [slot for slot in layers if slot not in request.brief.avoid_slots]
    return [Add(slot=slot, why=why) for slot in missed or open_slots[:1]]


def _around(request: AdviseRequest, adds: list[Add]) -> Direction:
    """What is sought to go with pieces that all stay: what is added for certain, and what the day makes sensible."""
    worn = {piece.slot for piece in request.pieces}
    added = [add.slot for add in adds]
    named = [wanted.slot for wanted in request.brief.wanted]
    slots = [slot for slot in (*named, *added, *request.rules.slots, *request.rules.optional) if slot not in worn]
    wishes = build_wishes(
        list(dict.fromkeys(slots)),
        request.brief,
        request.conditions,
        request.profile,
        request.rules,
        required=[*request.rules.slots, *added],
    )
    return _directed(request, wishes, request.pieces)


def _direction(request: AdviseRequest, kept: list[Piece], swaps: list[Swap], adds: list[Add]) -> Direction:
    by_id = {piece.id: piece for piece in request.pieces}
    slots = [by_id[swap.out].slot for swap in swaps] + [add.slot for add in adds]
    slots += missing_slots(request.pieces) if slots else []
    wishes = [
        build_wish(slot, request.brief, request.conditions, request.profile, request.rules)
        for slot in dict.fromkeys(slots)
    ]
    return _directed(request, wishes, kept)


def _directed(request: AdviseRequest, wishes: list[Wish], kept: list[Piece]) -> Direction:
    return Direction(
        wishes=wishes,
        keep=[piece.id for piece in kept],
        palette=request.rules.palette,
        formality=request.rules.formality,
        clo=request.rules.clo,
    )

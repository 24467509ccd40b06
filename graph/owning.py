"""Outfits of what the person owns alone, where nothing is to be bought, and what such an outfit lacks."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from stores.vocabulary import CORE_SLOTS, Brief, Direction, Filters, Garment, Piece, Slot, Unmet, Wish
from tools.seats import Candidate, Slate
from tools.shape import MOST, SEPARATES, WHOLE

# What is told of by name where it is missing, in the order in which it is missed.
MISSED: tuple[Slot, ...] = ("base_top", "bottom", "footwear", "outer")


class Own(NamedTuple):
    """What an outfit of one's own is composed from, and what it has to do without."""

    slates: list[Slate]
    direction: Direction
    kept: list[Piece]
    lacking: list[Unmet]


def is_own(brief: Brief) -> bool:
    """Whether an outfit is asked for without a purchase."""
    return brief.own_only and brief.intent in {"outfit", "complete"}


def chosen_among(slates: Sequence[Slate], kept: Sequence[Piece]) -> tuple[list[Slate], list[Piece]]:
    """All that was told is worn where it can be worn together; of a dress and a shirt, or of two shirts, one is."""
    rivals = _rivals([piece.slot for piece in kept if _is_owned(piece)])
    apart = [piece for piece in kept if isinstance(piece, Garment) and piece.slot in rivals]
    return [*slates, *(_choice(slot, apart) for slot in rivals)], [piece for piece in kept if piece not in apart]


def from_own(slates: Sequence[Slate], direction: Direction, kept: Sequence[Piece]) -> Own:
    """The candidates that are the person's, the wishes that these can answer, and the pieces that are wanting.

    Who has a dress lacks neither top nor bottom.
    """
    own = [slate._replace(candidates=[one for one in slate.candidates if _is_owned(one.piece)]) for slate in slates]
    worn = [piece for piece in kept if _is_owned(piece)]
    there = {slate.wish.slot for slate in own if slate.candidates} | {piece.slot for piece in worn}
    answered = [wish for wish in direction.wishes if wish.slot in there]
    needed = {wish.slot for wish in direction.wishes if wish.required}
    needed -= {*SEPARATES} if there & {*WHOLE} else set()
    lacking = [Unmet(constraint="own_only", asked=slot) for slot in MISSED if slot in needed - there]
    none = [Unmet(constraint="own_only", asked="outfit")]
    return Own(
        [slate for slate in own if slate.candidates],
        direction.model_copy(update={"wishes": answered}),
        worn,
        lacking if there & CORE_SLOTS else none,
    )


def _rivals(slots: Sequence[Slot]) -> set[Slot]:
    """Slots of which not all can be worn at once: two pieces in a place for one, separates beside a dress."""
    crowded = {slot for slot, count in Counter(slots).items() if count > MOST.get(slot, 1)}
    cores = {*WHOLE, *SEPARATES} & {*slots}
    return crowded | (cores if {*WHOLE} < cores else set())


def _choice(slot: Slot, pieces: Sequence[Garment]) -> Slate:
    wish = Wish(slot=slot, query="", filters=Filters(slots=[slot]))
    return Slate(wish, [Candidate(piece, 1.0) for piece in pieces if piece.slot == slot])


def _is_owned(piece: Piece) -> bool:
    return isinstance(piece, Garment)

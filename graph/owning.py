"""Outfits of what the person owns alone, where nothing is to be bought, and what such an outfit lacks."""

from collections.abc import Sequence
from typing import NamedTuple

from stores.vocabulary import CORE_SLOTS, Brief, Direction, Garment, Piece, Slot, Unmet
from tools.seats import Slate
from tools.shape import SEPARATES, WHOLE

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


def from_own(slates: Sequence[Slate], direction: Direction, kept: Sequence[Piece]) -> Own:
    """The candidates that are the person's, the wishes that these can answer, and the pieces that are wanting.

    Who has a dress, and no top or bottom beside it, lacks neither.
    """
    own = [slate._replace(candidates=[one for one in slate.candidates if _is_owned(one.piece)]) for slate in slates]
    worn = [piece for piece in kept if _is_owned(piece)]
    there = {slate.wish.slot for slate in own if slate.candidates} | {piece.slot for piece in worn}
    answered = [wish for wish in direction.wishes if wish.slot in there]
    needed = {wish.slot for wish in direction.wishes if wish.required}
    needed -= {*SEPARATES} if there & {*WHOLE} and not there & {*SEPARATES} else set()
    lacking = [Unmet(constraint="own_only", asked=slot) for slot in MISSED if slot in needed - there]
    none = [Unmet(constraint="own_only", asked="outfit")]
    return Own(
        [slate for slate in own if slate.candidates],
        direction.model_copy(update={"wishes": answered}),
        worn,
        lacking if there & CORE_SLOTS else none,
    )


def _is_owned(piece: Piece) -> bool:
    return isinstance(piece, Garment)

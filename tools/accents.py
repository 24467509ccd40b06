"""One accent of colour in a look: which piece may bring it, and what all the rest is beside it.

Pure: knows no shop and no language.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stores.vocabulary import Brief, ColourFamily, Piece, Slot
from tools.colour import AREA, NEUTRAL_FAMILIES, is_neutral, lch, patches
from tools.demands import Demand, is_kind
from tools.liveliness import VIVID
from tools.palettes import METALS, SMALL
from tools.shape import PLAIN

# What may bring it: a dress, trousers or a coat in a colour are no touch of it.
BRINGING: tuple[Slot, ...] = ("bag", "accessory", "footwear", "mid", "base_top")
# From this chroma on a colour that nobody named stands out beside quiet ones.
LIVELY_CHROMA = 28.0
# What a look would lose that were all accent.
COST = 0.2
NEUTRAL = frozenset(NEUTRAL_FAMILIES)


class Spot(NamedTuple):
    """Where a look has its accent; everything else is in the colours `beside` it, or as it was asked for."""

    slot: Slot
    brief: Brief
    beside: frozenset[ColourFamily]

    def holds(self, piece: Piece) -> bool:
        """Whether a piece may be worn, as the accent where that is to be and else beside it."""
        if is_accent(piece, self.brief):
            return piece.slot == self.slot
        return _is_quiet(piece, self.beside) or _is_as_asked(piece, self.brief)

    @property
    def demand(self) -> Demand:
        return Demand("accent", lambda piece: [] if self._brings(piece) else None)

    def makes(self, pieces: Sequence[Piece]) -> bool:
        """Whether exactly one piece stands out."""
        return sum(is_accent(piece, self.brief) for piece in pieces) == 1

    def _brings(self, piece: Piece) -> bool:
        return piece.slot == self.slot and is_accent(piece, self.brief)


def spots(brief: Brief) -> Iterator[list[Spot]]:
    """The places for the accent that is asked for, first beside nothing but the colours that are asked for."""
    asked, slots = frozenset(brief.colours), bringing(brief)
    if asked and brief.colours_must and not brief.wanted:
        yield [Spot(slot, brief, asked) for slot in slots]
    if not brief.colours_only:
        yield [Spot(slot, brief, asked | NEUTRAL) for slot in slots]


def bringing(brief: Brief) -> list[Slot]:
    """The slots whose pieces may bring the accent that is asked for."""
    if brief.accent is None:
        return []
    return [slot for slot in brief.accent.slots or BRINGING if slot not in brief.avoid_slots]


def families(brief: Brief) -> list[ColourFamily]:
    """The colours that the accent may have: those that are named, else the lively ones that nothing else has."""
    if brief.accent is None:
        return []
    others = {*brief.colours, *brief.avoid_colours, *(colour.family for one in brief.owned for colour in one.colours)}
    return brief.accent.colours or [family for family in VIVID if family not in others]


def is_accent(piece: Piece, brief: Brief) -> bool:
    """Whether a piece is in the colour of the accent, in one that stands out where none was named."""
    main = piece.colours[0]
    if main.family not in families(brief) or piece.pattern not in PLAIN:
        return False
    named = brief.accent is not None and bool(brief.accent.colours)
    return named or (lch(main.hex)[1] >= LIVELY_CHROMA and not is_neutral(main.hex))


def size_cost(pieces: Sequence[Piece], brief: Brief) -> float:
    """What a look with an accent loses for how much of it that is: a bag or shoes are a touch of a colour."""
    return COST * sum(AREA[piece.slot] for piece in pieces if is_accent(piece, brief))


def _is_quiet(piece: Piece, beside: frozenset[ColourFamily]) -> bool:
    """Whether a piece has no colour but these; a buckle or a chain may be of any metal, and denim is a neutral."""
    of_metal = METALS if piece.slot in SMALL else frozenset[ColourFamily]()
    return all(
        patch.family in beside | of_metal or (beside >= NEUTRAL and is_neutral(patch.hex)) for patch in patches(piece)
    )


def _is_as_asked(piece: Piece, brief: Brief) -> bool:
    """Whether the person named the very colour of this piece."""
    return any(is_kind(piece, one, ()) and piece.colours[0].family in one.colours for one in brief.wanted)

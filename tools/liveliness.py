"""How much a look draws the eye: its vivid colours by the area they cover, and its patterns.

CIELAB chroma is how far a colour is from grey (CIE 1976); what counts as vivid, and what a pattern adds, is our choice.
"""

from collections.abc import Sequence

from stores.vocabulary import ColourFamily, Piece
from tools.colour import AREA, is_neutral, lch, patches

# From this chroma on a colour is as vivid as clothes get.
VIVID_CHROMA = 60.0
PATTERNED = 0.5
VIVID: tuple[ColourFamily, ...] = ("red", "blue", "green", "yellow", "orange", "pink", "purple")


def liveliness(pieces: Sequence[Piece]) -> float:
    """0 for plain neutrals, 1 for vivid colours from head to foot, more where they are patterned too."""
    area = sum(AREA[piece.slot] for piece in pieces) or 1.0
    return sum(AREA[piece.slot] * _of_piece(piece) for piece in pieces) / area


def _of_piece(piece: Piece) -> float:
    whole = AREA[piece.slot]
    seen = [patch for patch in patches(piece) if not is_neutral(patch.hex)]
    vivid = sum(patch.area * min(1.0, lch(patch.hex)[1] / VIVID_CHROMA) for patch in seen)
    return vivid / whole + (PATTERNED if piece.pattern not in (None, "solid") else 0.0)

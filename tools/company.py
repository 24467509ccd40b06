"""How a piece goes with pieces that stand already: "what shoes with my navy dress?".

Knows no shop and no request.
"""

from collections.abc import Sequence

from stores.vocabulary import Piece
from tools.colour import NEUTRAL_FAMILIES, harmony
from tools.shape import season_fit, seasons_shared, volume_balance

# How far apart in formality the pieces of one look may be: the span that smart casual allows.
FORMALITY_SPAN = 4.0


def suits(piece: Piece, beside: Sequence[Piece]) -> float:
    """How a piece goes with others, 0..1: by colours, by how near it is in formality, and by how quiet it is.

    Volumes that quarrel, and a cloth of another season than theirs, take from that.
    """
    level = sum(one.formality for one in beside) / len(beside)
    dressed = max(0.0, 1 - abs(piece.formality - level) / FORMALITY_SPAN)
    agrees = (harmony([*beside, piece]).score + dressed + _quiet(piece, beside)) / 3
    return agrees * (volume_balance([*beside, piece]) + season_fit(piece, seasons_shared(beside))) / 2


def _quiet(piece: Piece, beside: Sequence[Piece]) -> float:
    """1 for a plain neutral; a belt is of the colour of the shoes, and shoes of that of the belt."""
    leathers = [one for one in beside if {one.slot, piece.slot} == {"footwear", "accessory"}]
    family = piece.colours[0].family
    if leathers and "belt" in {piece.category, *(one.category for one in leathers)}:
        return float(any(one.colours[0].family == family for one in leathers))
    return (float(family in NEUTRAL_FAMILIES) + float(piece.pattern == "solid")) / 2

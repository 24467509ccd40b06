"""What nobody wears in the heat, whatever it is spun of."""

from stores.vocabulary import Conditions, Piece
from tools.warmth import is_hot

STIFLING = frozenset({"velvet", "corduroy", "flannel", "tweed", "fleece", "faux_fur", "fur", "down"})


def is_stifling(piece: Piece, conditions: Conditions | None) -> bool:
    """Whether a piece is of a cloth that nobody wears in the heat: velvet in July, whatever it is spun of."""
    return is_hot(conditions) and bool(STIFLING & {*piece.fabrics})

"""What nobody wears in the heat, whatever it is spun of, and what is lined for snow where none lies."""

from stores.vocabulary import Conditions, Piece
from tools.warmth import MILD_C, is_hot, is_snowy, mean_temperature

# Lined for snow: at no mean from `MILD_C` on.
LINED = frozenset({"winter_boots", "snow_trousers"})
STIFLING = frozenset({"velvet", "corduroy", "flannel", "tweed", "fleece", "faux_fur", "fur", "down"})


def is_stifling(piece: Piece, conditions: Conditions | None) -> bool:
    """Whether a piece is of a cloth that nobody wears in the heat: velvet in July, whatever it is spun of."""
    return is_hot(conditions) and bool(STIFLING & {*piece.fabrics})


def is_lined_for_snow(piece: Piece, conditions: Conditions | None) -> bool:
    """Whether a piece is made for snow on a mild day without any: lined boots for a walk in May."""
    mean = mean_temperature(conditions)
    return piece.category in LINED and mean is not None and mean >= MILD_C and not is_snowy(conditions)

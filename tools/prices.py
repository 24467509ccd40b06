"""Whether prices go together: pieces of one level, and no extra that outshines what it finishes. Knows no budget."""

from collections.abc import Iterable
from math import log

from stores.vocabulary import Piece, Slot
from tools.money import price_of

# Prices that differ by this factor are not of one level.
LEVELS_APART = 3.0
# A bag or a tie costs at most this share of the dearest garment, or it outshines what it should finish.
EXTRA_SHARE = 0.5
EXTRAS: frozenset[Slot] = frozenset({"hosiery", "bag", "headwear", "accessory"})


def price_fit(price: float | None, usual: float | None) -> float:
    """How near a price is to the usual one, 0..1 by their ratio: pieces of one level go together."""
    if not price or not usual:
        return 1.0
    return max(0.0, 1 - abs(log(price / usual)) / log(LEVELS_APART))


def extras_fit(pieces: Iterable[Piece]) -> float:
    """How the dearest extra goes with the dearest garment bought beside it, 0..1; 1 where it is well below it."""
    prices = [(piece.slot in EXTRAS, price_of(piece) or 0.0) for piece in pieces]
    garment = max((price for is_extra, price in prices if not is_extra), default=0.0)
    extra = max((price for is_extra, price in prices if is_extra), default=0.0)
    return price_fit(max(extra, garment * EXTRA_SHARE), garment * EXTRA_SHARE)

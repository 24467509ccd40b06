"""How long the upper part of a look is beside the whole of it, where the lengths of its garments are known.

A third above and two thirds below is the rule; half and half cuts a look in two. Measures garments alone, laid from
the shoulder seam down.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import exp

from stores.vocabulary import Piece

# Best share of the upper part, and how fast others are worth less: exp(-((r - BEST) / WIDTH)^2).
BEST, WIDTH = 0.36, 0.12
# Where a top ends, as shares of the way from the shoulder seam to the floor (1.42 m for a garment of size M): cropped
# 45 cm, pulled over the hip 67 cm, long 82 cm. Others are worn tucked in or not, which nobody knows.
CROPPED, OVER, LONG = 0.32, 0.47, 0.58
SHORT_WORDS = re.compile(r"\bcropped\b|\bcrop[- ]top\b|(?<!manche )\bcourte?\b|短款|露脐", re.IGNORECASE)
LONG_WORDS = re.compile(r"\b(longline|long-line|tunic)\b|\b(pull|gilet|haut|sweat) long\b|中?长款", re.IGNORECASE)
# Knits without an opening: what is open shows the top below it, and a line from neck to hem.
CLOSED = frozenset({"sweater", "fine_knit", "hoodie", "sweatshirt"})
EASY = frozenset({"relaxed", "oversized"})
# Where the lower part ends. Above the knee it goes on in the leg, and leggings ask for a long top: both are left out.
ENDS: dict[str, float] = {
    "midi_skirt": 0.81, "maxi_skirt": 1.0, "jeans": 1.0, "chinos": 1.0, "trousers": 1.0, "suit_trousers": 1.0,
    "linen_trousers": 1.0, "wide_leg_trousers": 1.0, "cargo_trousers": 1.0,
}  # fmt: skip
# From here on a proportion is told of, and up to here it is half and half; what that costs a look's line at most.
GOOD, HALVED, COST = 0.9, 0.3, 0.15


def proportion(pieces: Sequence[Piece]) -> float | None:
    """How the upper part sits in the whole, 0..1 and 1 for about a third; None where a length is not known."""
    top, bottom = _top_end(pieces), next((ENDS.get(p.category) for p in pieces if p.slot == "bottom"), None)
    return exp(-(((top / bottom - BEST) / WIDTH) ** 2)) if top and bottom else None


def proportion_balance(pieces: Sequence[Piece]) -> float:
    """What the line of a look keeps for its proportion, 0..1; a length that is not known costs nothing."""
    found = proportion(pieces)
    return 1.0 if found is None else 1 - COST * (1 - found)


def _top_end(pieces: Sequence[Piece]) -> float | None:
    """Where the upper part ends: with the knit over the top where there is one, unless a jacket hangs open over it."""
    mids = [piece for piece in pieces if piece.slot == "mid"]
    if len(mids) > 1:
        return None
    shown = mids or [piece for piece in pieces if piece.slot == "base_top"]
    return end_of(shown[0]) if shown else None


def end_of(piece: Piece) -> float | None:
    """Where a top or a knit ends; None where neither name nor cut tells."""
    return _end(piece.category, piece.name, piece.slot == "base_top" or piece.category in CLOSED, piece.fit in EASY)


@lru_cache(maxsize=4096)
def _end(category: str, name: str, closed: bool, easy: bool) -> float | None:
    if SHORT_WORDS.search(name):
        return CROPPED
    if closed and (category == "tunic" or LONG_WORDS.search(name)):
        return LONG
    return OVER if category in CLOSED and easy else None

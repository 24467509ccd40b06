"""How the patterns of a look sit together: how many, how large each is drawn, whether one is quiet, what they share.

By attributes and the words of names; what is seen on photos is `tools.pattern`. Knows no occasion.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import dist
from typing import Literal

from stores.colours import lab_of_hex
from stores.vocabulary import Pattern, Piece
from tools.colour import is_neutral

Scale = Literal["small", "large"]

# Patterns that are nearly plain: stripes, checks that are not large, and the coat of an animal in its own colours.
QUIET_PATTERNS: frozenset[Pattern] = frozenset({"stripe", "check", "animal"})
# Within this distance in CIELAB two patterns have a colour in common.
SHARED_DE = 12.0
MOST_PATTERNS = 2
CROWD, PAIR = 0.2, 0.4
# What two patterns gain by a colour in common or by being drawn in two sizes, and by one that is quiet; what they lose
# by being drawn in one size.
LINKED, QUIET, ONE_SCALE = 0.3, 0.2, 0.15


@cache
def _words() -> dict[Scale, re.Pattern[str]]:
    table = tomllib.loads(files("tools").joinpath("prints.toml").read_text(encoding="utf-8"))
    found: dict[Scale, re.Pattern[str]] = {}
    for scale in ("small", "large"):
        spaced = [word.replace(" ", "[ -]") for name in ("en", "fr") for word in table[scale][name]]
        found[scale] = re.compile(rf"\b(?:{'|'.join(spaced)})|{'|'.join(table[scale]['zh'])}", re.IGNORECASE)
    return found


@lru_cache(maxsize=4096)
def scale_of(name: str) -> Scale | None:
    """How large the pattern of a piece is drawn, by its name; None where that does not say."""
    return next((scale for scale, words in _words().items() if words.search(name)), None)


def pattern_balance(pieces: Iterable[Piece]) -> float:
    """How patterns sit together, 0..1: up to two, of two sizes or with a colour in common, and one of them quiet."""
    loud: list[Piece] = []
    for piece in pieces:
        if piece.pattern != "solid" and not any(_is_of_set(piece, other) for other in loud):
            loud.append(piece)
    if len(loud) < MOST_PATTERNS:
        return 1.0
    if len(loud) > MOST_PATTERNS:
        return CROWD
    alike = are_drawn(loud, apart=False)
    linked = share_a_colour(*loud, untold=not alike) or are_drawn(loud, apart=True)
    return PAIR + LINKED * linked + QUIET * any(is_quiet(piece) for piece in loud) - ONE_SCALE * alike


def _is_of_set(piece: Piece, other: Piece) -> bool:
    """Whether two pieces are of one print, as the halves of a suit are."""
    same = piece.pattern == other.pattern and share_a_colour(piece, other)
    return same and not are_drawn([piece, other], apart=True)


def are_drawn(pieces: Sequence[Piece], *, apart: bool) -> bool:
    """Whether two patterns are known to be drawn in two sizes, or where not `apart` in one."""
    first, second = (scale_of(piece.name) for piece in pieces)
    return first is not None and second is not None and (first != second) is apart


def share_a_colour(first: Piece, second: Piece, *, untold: bool = True) -> bool:
    """Whether two pieces have a colour in common; `untold` is the answer where nobody named one of theirs."""
    if any(not piece.colours[0].name for piece in (first, second)):
        return untold
    pairs = [(one, two) for one in first.colours for two in second.colours]
    return any(a.family == b.family or dist(lab_of_hex(a.hex), lab_of_hex(b.hex)) < SHARED_DE for a, b in pairs)


def is_quiet(piece: Piece) -> bool:
    """Whether a pattern is nearly plain."""
    if piece.pattern == "check" and scale_of(piece.name) == "large":
        return False
    return piece.pattern in QUIET_PATTERNS and (piece.pattern != "animal" or is_neutral(piece.colours[0].hex))

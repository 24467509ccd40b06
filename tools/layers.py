"""How thick the layers of a look are, and whether each goes under the one that is worn over it.

By warmth, cloth, cut and what a name says. Knows no colour, no weather and no order of slots.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from stores.vocabulary import Fit, Piece

FINE, CHUNKY = 1, 3
# Up to which clo a knit is fine, and up to which it is a jumper. ISO 9920: thin sweaters .20, normal .28, thick .35.
FINE_CLO, JUMPER_CLO = 0.24, 0.35
# Words for a knit that is thicker or thinner than most of its kind.
THICK = re.compile(
    r"\b(chunky|cable[- ]?knit|aran\b|bulky|thick|heavy|gros(se)?s? (pull|gilet|cardigan|chandail|lainage|maille)"
    r"|torsad|épais)|粗针|粗棒|粗线|麻花|厚",
    re.IGNORECASE,
)
THIN = re.compile(r"\b(thin|fine?s?|lightweight|légers?|légères?)\b|薄|细针", re.IGNORECASE)
# What a cut adds to the room under a jacket.
CUTS: dict[Fit | None, int] = {"fitted": -1, "relaxed": 1, "oversized": 1}
# Over what it is one step too thick for, a layer sits badly; over two it cannot be closed.
TIGHT, IMPOSSIBLE = 1, 2
# What a line keeps where a layer sits badly over another.
LAYER_GAP = 0.75


@cache
def load_layers() -> dict[str, Any]:
    """The tables of `layers.toml`."""
    return tomllib.loads(files("tools").joinpath("layers.toml").read_text(encoding="utf-8"))


def thickness(piece: Piece) -> int:
    """How thick a knit is, 1 fine to 3 chunky; 0 for what is no knit."""
    return _thickness(piece.category, piece.clo, piece.name)


@lru_cache(maxsize=4096)
def _thickness(category: str, clo: float, name: str) -> int:
    if category not in load_layers()["knits"]:
        return 0
    if clo > JUMPER_CLO or THICK.search(name):
        return CHUNKY
    return FINE if clo <= FINE_CLO or THIN.search(name) else FINE + 1


def room(piece: Piece) -> int | None:
    """The thickest knit that goes under a piece; None where any does, or where nothing does."""
    listed: int | None = load_layers()["room"].get(piece.category)
    if listed is None:
        return None
    thin = piece.slot == "mid" and bool(piece.fabrics) and piece.fabrics[0] not in load_layers()["warm_cloths"]
    return max(FINE, listed - thin + CUTS.get(piece.fit, 0))


def excess(first: Piece, second: Piece) -> int:
    """By how many steps one of two layers is too thick to go under the other."""
    return max(_over(first, second), _over(second, first))


def _over(inner: Piece, over: Piece) -> int:
    free = room(over)
    return 0 if free is None else max(0, thickness(inner) - free)


def thickest(pieces: Sequence[Piece]) -> Piece | None:
    """The layer that is too thick for what is worn over it; None where all of them fit."""
    found = ((_over(inner, over), inner) for inner in pieces for over in pieces)
    worst = max(found, key=lambda one: one[0], default=(0, None))
    return worst[1] if worst[0] else None


def layer_balance(pieces: Sequence[Piece]) -> float:
    """How layers go under each other, 0..1: base no thicker than mid, mid no thicker than what is over it."""
    layers = [piece for piece in pieces if piece.slot in {"mid", "outer"}]
    return LAYER_GAP if any(excess(a, b) for a, b in combinations(layers, 2)) else 1.0

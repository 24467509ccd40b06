"""How much two pieces look alike, by what can be seen of them: kind, colours in CIELAB, pattern, and learnt features.

Features are vectors of unit length from whatever looks at pictures; where one of two has none, the rest decides. Knows
no photo, and not what goes with what.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations
from math import dist, exp
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stores.colours import lab_of_hex
from stores.vocabulary import Colour, Garment, Pattern, Piece, Slot

Features = NDArray[np.float32] | Sequence[float]

# Light and folds change lightness more than hue.
LIGHTNESS = 0.7
# The difference at which two colours are half alike, and below which one cloth on two photos stays.
HALF_ALIKE, ONE_CLOTH = 18.0, 14.0
# Settled on photos held back from the classifier, and on drawings laid on the floors of photos: with less of colour the
# nearest are of a kind a little more often, and of other colours much more.
KIND, COLOUR, PATTERN, LEARNT = 0.4, 0.8, 0.2, 0.6
SAME_KIN, SAME_SLOT, OTHER_PATTERN = 0.8, 0.4, 0.3


class Seen(NamedTuple):
    """What is seen of a piece; what is not known is None, and then counts neither for nor against."""

    colours: Sequence[Colour]
    pattern: Pattern
    category: str | None = None
    slot: Slot | None = None
    features: Features | None = None


class Pair(NamedTuple):
    """Two garments that may be one, the one that hung there first before the other."""

    first: Garment
    second: Garment
    likeness: float


def seen_of(piece: Piece, features: Features | None = None) -> Seen:
    return Seen(piece.colours, piece.pattern, piece.category, piece.slot, features)


def likeness(one: Seen, other: Seen) -> float:
    """From 0 to 1, the weighted mean of what is known of both."""
    parts = [(COLOUR, _falling(palette_gap(one.colours, other.colours)))]
    parts.append((PATTERN, 1.0 if one.pattern == other.pattern else OTHER_PATTERN))
    if one.category and other.category:
        parts.append((KIND, _kinship(one, other)))
    elif one.slot and other.slot:
        parts.append((KIND, float(one.slot == other.slot)))
    if one.features is not None and other.features is not None:
        parts.append((LEARNT, max(0.0, float(np.dot(one.features, other.features)))))
    return sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)


def common(one: Seen, other: Seen) -> list[str]:
    """In what two are alike to the eye: `shape`, for two of a kind, and `colour`."""
    shape = _kinship(one, other) >= SAME_KIN
    near = palette_gap(one.colours, other.colours) < HALF_ALIKE
    return [*(["shape"] if shape else []), *(["colour"] if near else [])]


def _kinship(one: Seen, other: Seen) -> float:
    if one.category == other.category:
        return 1.0
    if load_kin().get(one.category or "", frozenset()) & load_kin().get(other.category or "", frozenset()):
        return SAME_KIN
    return SAME_SLOT if one.slot == other.slot else 0.0


def kin_of(category: str) -> list[str]:
    """The categories that are taken for this one at a glance, itself among them."""
    kinds = load_kin().get(category, frozenset())
    return sorted({one for one, of in load_kin().items() if of & kinds} | {category})


@cache
def load_kin() -> dict[str, frozenset[str]]:
    """The kinds of garment that a category is of."""
    table = tomllib.loads(files("tools").joinpath("kin.toml").read_text(encoding="utf-8"))
    categories = {category for row in table.values() for category in row}
    return {one: frozenset(name for name, row in table.items() if one in row) for one in categories}


def palette_gap(one: Sequence[Colour], other: Sequence[Colour]) -> float:
    """How far apart two sets of colours are in CIELAB: the mean way to the nearest colour, both ways, by share."""
    return max(_way(one, other), _way(other, one))


def ranked(like: Seen, pieces: Iterable[Garment], features: Mapping[str, Features] | None = None) -> list[Garment]:
    """The pieces by likeness, the most alike first; `features` are by the pieces' ids."""
    known = features or {}
    return sorted(pieces, key=lambda piece: -likeness(like, seen_of(piece, known.get(piece.id))))


def duplicates(garments: Sequence[Garment]) -> list[Pair]:
    """Garments that may be one: of a kind, a pattern and a colour, and not seen together; the most alike first.

    Of two that no photo shows the person said themselves that there are two; so they may of any two.
    """
    here = [one for one in garments if one.state != "given_away"]
    pairs = [
        Pair(one, two, likeness(seen_of(one), seen_of(two))) for one, two in combinations(here, 2) if _may_be(one, two)
    ]
    return sorted(pairs, key=lambda pair: -pair.likeness)


def _may_be(one: Garment, two: Garment) -> bool:
    if two.id in one.apart or one.id in two.apart:
        return False
    shown = bool(one.photos or two.photos) and not {*one.photos} & {*two.photos}
    alike = one.category == two.category and one.pattern == two.pattern
    told = all(colour.name for colour in (one.colours[0], two.colours[0]))
    return shown and alike and told and palette_gap(one.colours, two.colours) < ONE_CLOTH


def _way(colours: Sequence[Colour], others: Sequence[Colour]) -> float:
    whole = sum(colour.share for colour in colours) or 1.0
    gaps = (colour.share * min(_gap(colour, other) for other in others) for colour in colours)
    return sum(gaps) / whole


def _gap(one: Colour, other: Colour) -> float:
    (light, *hue), (other_light, *other_hue) = lab_of_hex(one.hex), lab_of_hex(other.hex)
    return dist((light * LIGHTNESS, *hue), (other_light * LIGHTNESS, *other_hue))


def _falling(gap: float) -> float:
    return exp(-0.6931 * (gap / HALF_ALIKE) ** 2)

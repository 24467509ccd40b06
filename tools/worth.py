"""What one piece, and two pieces together, add to a look's score: the parts of it that need not see the whole look.

An estimate by which the search is led; the score itself is `tools.score`.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from stores.categories import cut_for_one
from stores.vocabulary import CORE_SLOTS, Piece, Slot
from tools.colour import AREA, affinity
from tools.dress import COAT_STEP
from tools.gates import Limits
from tools.layers import CHUNKY, IMPOSSIBLE, room, thickness
from tools.score import COAT_OFF, NEEDS_SHARE, SEASON_SHARE, WEIGHTS, Aim, Merits, finishes, spare_cost
from tools.shape import SETS, categories_clash, cloth, cloths_differ, is_high_necked
from tools.warmth import met

Floats = npt.NDArray[np.float64]
T = TypeVar("T")
Kind = tuple[Slot, str]
Flags = npt.NDArray[np.bool_]

# Weight of the core of a look, by which the worth of one piece is scaled to its share of the score.
CORE_WEIGHT = 3.5
NEVER = -1e6


def piece_worth(piece: Piece, merits: Merits, aim: Aim) -> float:
    """What a piece alone adds to a look's score, around 0 for a middling one."""
    value = (
        WEIGHTS["relevance"] * (merits.relevance - 0.6)
        + WEIGHTS["formality"] * (merits.formality - 0.85)
        + WEIGHTS["preference"] * (merits.preference - 0.55)
        + WEIGHTS["idiom"] * (merits.idiom - 0.8)
        + WEIGHTS["price"] * (merits.price - 0.6)
        + SEASON_SHARE * WEIGHTS["warmth"] * (merits.season - 0.9)
    )
    value *= merits.weight / CORE_WEIGHT
    answered = sum(1 for need in aim.needs if met(need, [piece]))
    value += NEEDS_SHARE * WEIGHTS["warmth"] * answered / max(1, len(aim.needs))
    value += 0.3 * WEIGHTS["shape"] / len(aim.optional) if finishes(piece, aim.optional) else 0.0
    return value - spare_cost([piece], aim)


def pair_worth(pieces: Sequence[Piece], aim: Aim) -> Floats:
    """What two pieces add together, a square table; NEVER for two that cannot be in one look.

    It has one row and column more, of zeros, so that index -1 stands for an empty seat.
    """
    size = len(pieces)
    formality = np.array([piece.formality for piece in pieces])
    gaps = np.abs(formality[:, None] - formality[None, :])
    bound = (piece.slot in CORE_SLOTS and piece.category not in aim.limits.excused for piece in pieces)
    given = np.array([piece.id in aim.limits.given for piece in pieces], dtype=bool)
    free = ~np.fromiter(bound, dtype=bool, count=size) | given
    core = ~free[:, None] & ~free[None, :]
    coats = np.array([piece.slot == "outer" for piece in pieces], dtype=bool)
    over = ((coats[:, None] & ~free[None, :]) | (~free[:, None] & coats[None, :])) / CORE_WEIGHT
    inner = _colours(pieces) - 0.1 * WEIGHTS["formality"] * np.maximum(0, gaps - 2) * core
    inner -= COAT_OFF * WEIGHTS["formality"] * np.maximum(0, gaps - COAT_STEP) * over
    inner[(core & (gaps > aim.limits.rules.spread)) | _clashes(pieces, aim.limits)] = NEVER
    table = np.zeros((size + 1, size + 1))
    table[:size, :size] = inner
    return table


def _coded(values: Sequence[T]) -> tuple[list[T], npt.NDArray[np.intp]]:
    """The distinct values, and for each value its place among them."""
    places = {value: place for place, value in enumerate(dict.fromkeys(values))}
    return list(places), np.array([places[value] for value in values], dtype=np.intp)


def _colours(pieces: Sequence[Piece]) -> Floats:
    hexes, code = _coded([piece.colours[0].hex for piece in pieces])
    table = _symmetric(hexes, affinity)
    area = np.sqrt([AREA[piece.slot] for piece in pieces])
    weight = WEIGHTS["colour"] * area[:, None] * area[None, :]
    return np.asarray(weight * (table[code[:, None], code[None, :]] - 0.6), dtype=np.float64)


def _symmetric(values: Sequence[T], of_pair: Callable[[T, T], float]) -> Floats:
    """A function of every pair of values, computed once for both orders."""
    table = np.zeros((len(values), len(values)))
    for at, first in enumerate(values):
        table[at, : at + 1] = [of_pair(first, second) for second in values[: at + 1]]
    return np.asarray(np.maximum(table, table.T), dtype=np.float64)


def _kinds_clash(first: Kind, second: Kind) -> bool:
    return categories_clash(first[1], first[0], second[1], second[0])


def _clashes(pieces: Sequence[Piece], limits: Limits) -> Flags:
    kinds, code = _coded([(piece.slot, piece.category) for piece in pieces])
    found: Flags = _symmetric(kinds, _kinds_clash)[code[:, None], code[None, :]] > 0
    # A skirt goes with a man's shirt where a man asks for one.
    anybodys = limits.asked & cut_for_one() if limits.presentation else frozenset()
    cuts = ["unisex" if piece.category in anybodys else piece.presentation for piece in pieces]
    women, men = (np.array([cut == p for cut in cuts], dtype=bool) for p in ("women", "men"))
    found |= (women[:, None] & men[None, :]) | (men[:, None] & women[None, :])
    necks = np.array([is_high_necked(piece) for piece in pieces], dtype=bool)
    slots = np.array([piece.slot for piece in pieces])
    found |= necks[:, None] & necks[None, :] & (slots[:, None] != slots[None, :])
    thick = np.array([thickness(piece) for piece in pieces])
    free = np.array([CHUNKY if (left := room(piece)) is None else left for piece in pieces])
    jammed = thick[:, None] - free[None, :] >= IMPOSSIBLE
    found |= jammed | jammed.T
    cloths, cut = _coded([cloth(piece) for piece in pieces])
    apart = _symmetric(cloths, cloths_differ)[cut[:, None], cut[None, :]] > 0
    for jacket, trousers in SETS:
        one, other = (np.array([piece.category == name for piece in pieces], dtype=bool) for name in (jacket, trousers))
        halves = (one[:, None] & other[None, :]) | (other[:, None] & one[None, :])
        found |= halves & apart
    return found

"""Where the pieces of a look lie on a table, seen from above: several arrangements are tried, the most pleasing stays.

Everything is measured in millimetres of the table. What is worn under something lies under it, a tie lies on its shirt,
and what lies beside the clothes finds its own place. This module draws nothing.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import cos, dist, hypot, radians, sin

from PIL import Image

from stores.colours import lab_of_hex
from stores.vocabulary import Item, Slot

Places = dict[Slot, tuple[float, float]]

# Where slots lie to begin with, on a table of about 1900 x 1600. What lies beside the clothes may change sides.
SCHEMES: tuple[Places, ...] = (
    {
        "bottom": (1180, 900), "one_piece": (1060, 720), "hosiery": (1420, 1240), "base_top": (960, 480),
        "mid": (740, 540), "outer": (500, 620), "footwear": (720, 1330), "bag": (380, 1290),
        "headwear": (1460, 240), "accessory": (1480, 760),
    },
    {
        "bottom": (620, 980), "one_piece": (760, 760), "hosiery": (300, 1260), "base_top": (800, 500),
        "mid": (1040, 560), "outer": (1320, 640), "footwear": (1080, 1420), "bag": (1560, 1330),
        "headwear": (400, 220), "accessory": (300, 640),
    },
    {
        "bottom": (1000, 1060), "one_piece": (1000, 800), "hosiery": (1460, 1320), "base_top": (1240, 460),
        "mid": (980, 520), "outer": (620, 560), "footwear": (520, 1420), "bag": (1560, 1180),
        "headwear": (1680, 260), "accessory": (1700, 700),
    },
)  # fmt: skip
LEAN: dict[Slot, float] = {
    "bottom": 4, "one_piece": 3, "hosiery": 10, "base_top": 4, "mid": 4, "outer": 4, "footwear": 9, "bag": 6,
    "headwear": 9, "accessory": 14,
}  # fmt: skip
WORN: frozenset[Slot] = frozenset({"bottom", "one_piece", "base_top", "mid", "outer"})
# What is shown as it is worn, on the piece under the collar of which it is tied, and how far below that piece's top.
TIED = {"tie": -22.0, "bow_tie": 40.0}
TRIES, STEPS, NEAR = 16, 80, 1.02
# Shares of their half sizes that two clothes keep apart: less overlap in one colour, or with a tie to be seen on one.
LAP, LAP_ALIKE, LAP_TIED, ALIKE = 0.52, 0.74, 0.68, 14.0
# How far an arrangement narrower than its room is drawn out; clothes take a share of it.
MOST_STRETCH, WORN_STRETCH = 1.6, 0.35
GRID = 4


@dataclass
class Laid:
    """A piece on the table: its picture, its size there, its middle, how it is turned, and what it is tied on."""

    item: Item
    picture: Image.Image
    wide: float
    tall: float
    x: float = 0.0
    y: float = 0.0
    turn: float = 0.0
    on: str | None = None

    @property
    def worn(self) -> bool:
        return self.item.slot in WORN

    @property
    def area(self) -> float:
        return self.wide * self.tall


def arranged(pieces: Sequence[Laid], shape: float, hand: random.Random) -> list[Laid]:
    """The pieces where they lie best, of several tries, for a room whose width is `shape` of its height."""
    tries = [arrangement(pieces, shape, hand) for _ in range(TRIES)]
    return max(tries, key=lambda one: pleasing(one, shape))


def arrangement(pieces: Sequence[Laid], shape: float, hand: random.Random) -> list[Laid]:
    """One try: strewn, moved apart, drawn out to the room, at times mirrored, with what is tied on its piece."""
    laid = strewn(pieces, hand)
    free = [piece for piece in laid if piece.on is None]
    spread_out(free, hand, {piece.on for piece in laid if piece.on})
    draw_out(free, shape)
    if hand.random() < 0.5:
        for piece in free:
            piece.x = -piece.x
    for piece in laid:
        tie_on(piece, laid)
    return laid


def strewn(pieces: Sequence[Laid], hand: random.Random) -> list[Laid]:
    """Copies of the pieces, each about its slot's place in one of the schemes."""
    places = hand.choice(SCHEMES)
    laid = [placed(piece, places[piece.item.slot], hand) for piece in pieces]
    tops = [piece.item.id for piece in laid if piece.item.slot == "base_top"]
    for piece in laid:
        piece.on = tops[0] if tops and piece.item.category in TIED else None
    return laid


def placed(piece: Laid, place: tuple[float, float], hand: random.Random) -> Laid:
    across = -1 if not piece.worn and hand.random() < 0.4 else 1
    x = 1000 + across * (place[0] - 1000) + hand.uniform(-50, 50)
    lean = LEAN[piece.item.slot]
    return replace(piece, x=x, y=place[1] + hand.uniform(-40, 40), turn=hand.uniform(-lean, lean))


def spread_out(pieces: Sequence[Laid], hand: random.Random, tied: set[str] | frozenset[str] = frozenset()) -> None:
    """Moves apart, step by step, what covers too much of another piece; clothes may overlap more than the rest."""
    laps = {(one.item.id, other.item.id): lap_of(one, other, tied) for one, other in combinations(pieces, 2)}
    for _ in range(STEPS):
        moved = [push(one, other, laps[one.item.id, other.item.id], hand) for one, other in combinations(pieces, 2)]
        if not any(moved):
            return


def lap_of(one: Laid, other: Laid, tied: set[str] | frozenset[str]) -> float:
    """The share of their half sizes by which two pieces keep apart across."""
    if not (one.worn and other.worn):
        return 0.88 if one.worn or other.worn else NEAR
    if {one.item.id, other.item.id} & tied:
        return LAP_TIED
    alike = dist(lab_of_hex(one.item.colour.hex), lab_of_hex(other.item.colour.hex)) < ALIKE
    return LAP_ALIKE if alike else LAP


def push(one: Laid, other: Laid, lap: float, hand: random.Random) -> bool:
    """One step apart along the axis on which less is missing, if they are too near; the worn move least."""
    both = one.worn and other.worn
    across = lap * (one.wide + other.wide) / 2 - abs(one.x - other.x)
    down = (max(0.8, lap) if both else lap) * (one.tall + other.tall) / 2 - abs(one.y - other.y)
    if across <= 1 or down <= 1:
        return False
    shares = (
        (0.25, 0.75) if one.worn and not other.worn else (0.75, 0.25) if other.worn and not one.worn else (0.5, 0.5)
    )
    if both or across <= down:
        way = 1 if one.x > other.x or (one.x == other.x and hand.random() < 0.5) else -1
        one.x += 0.2 * way * across * shares[0]
        other.x -= 0.2 * way * across * shares[1]
    else:
        way = 1 if one.y > other.y else -1
        one.y += 0.2 * way * down * shares[0]
        other.y -= 0.2 * way * down * shares[1]
    return True


def draw_out(pieces: Sequence[Laid], shape: float) -> None:
    """Moves the pieces apart along the axis on which they leave the room empty."""
    left, top, right, low = extent(pieces)
    wide, tall, x, y = right - left, low - top, (left + right) / 2, (top + low) / 2
    across, down = min(MOST_STRETCH, shape * tall / wide), min(MOST_STRETCH, wide / shape / tall)
    for piece in pieces:
        share = WORN_STRETCH if piece.worn else 1.0
        piece.x += share * max(0.0, across - 1) * (piece.x - x)
        piece.y += share * max(0.0, down - 1) * (piece.y - y)


def tie_on(piece: Laid, laid: Sequence[Laid]) -> None:
    """Lays a piece that is tied where it is worn, as its shirt is turned."""
    if piece.on is None:
        return
    under = next(one for one in laid if one.item.id == piece.on)
    off = TIED[piece.item.category] + (piece.tall - under.tall) / 2
    turn = radians(under.turn)
    piece.x, piece.y, piece.turn = under.x + off * sin(turn), under.y + off * cos(turn), under.turn


def extent(pieces: Sequence[Laid]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what lies there."""
    return (
        min(piece.x - piece.wide / 2 for piece in pieces), min(piece.y - piece.tall / 2 for piece in pieces),
        max(piece.x + piece.wide / 2 for piece in pieces), max(piece.y + piece.tall / 2 for piece in pieces),
    )  # fmt: skip


def pleasing(pieces: Sequence[Laid], shape: float) -> float:
    """How well pieces lie: the room filled, none of its parts empty, the weight in the middle, nothing hidden."""
    left, top, right, low = extent(pieces)
    tall = max(low - top, (right - left) / shape)
    wide, x, y = shape * tall, (left + right) / 2, (top + low) / 2
    whole = sum(piece.area for piece in pieces)
    across = sum(piece.area * (piece.x - x) for piece in pieces) / whole / wide
    down = sum(piece.area * (piece.y - y) for piece in pieces) / whole / tall
    free = [piece for piece in pieces if piece.on is None]
    hidden = sum(covered(one, other) ** 2 for one, other in combinations(free, 2))
    return whole / (wide * tall) - 1.4 * empty(pieces, (x, y), wide, tall) - 0.8 * hypot(across, down) - 0.7 * hidden


def empty(pieces: Sequence[Laid], middle: tuple[float, float], wide: float, tall: float) -> float:
    """The share of the room's fields in whose middle half nothing lies."""
    free = 0
    for column in range(GRID):
        for row in range(GRID):
            x = middle[0] + wide * ((column + 0.5) / GRID - 0.5)
            y = middle[1] + tall * ((row + 0.5) / GRID - 0.5)
            free += not any(
                abs(one.x - x) < one.wide / 2 + wide / GRID / 4 and abs(one.y - y) < one.tall / 2 + tall / GRID / 4
                for one in pieces
            )
    return free / GRID**2


def covered(one: Laid, other: Laid) -> float:
    """The share of the smaller of two pieces at which they overlap."""
    across = min(one.x + one.wide / 2, other.x + other.wide / 2) - max(one.x - one.wide / 2, other.x - other.wide / 2)
    down = min(one.y + one.tall / 2, other.y + other.tall / 2) - max(one.y - one.tall / 2, other.y - other.tall / 2)
    return max(0.0, across) * max(0.0, down) / min(one.area, other.area)

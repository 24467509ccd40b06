"""Lays the pieces of a look on a table, seen from above: where each lies, how it is turned, what lies on what.

Everything is measured in millimetres of the table until it is fitted to the room on the board. Small things are drawn
somewhat larger than life, or a ring would be a dot. This module knows no text.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PIL import Image, ImageFilter

from stores.categories import load_categories
from stores.drawing.article import spread
from stores.vocabulary import Item, Look, Slot
from tools.preview.swatch import cut_cloth

SHADOW = "#4a3f30"
Box = tuple[int, int, int, int]

# Where a slot lies to begin with, on a table of 1900 x 1600, and how much it may be turned either way. What is worn
# under something lies under it; what lies beside the clothes finds its own place.
PLACES: dict[Slot, tuple[float, float, float]] = {
    "bottom": (1180, 900, 4), "one_piece": (1060, 720, 3), "hosiery": (1420, 1240, 10), "base_top": (960, 480, 4),
    "mid": (740, 540, 4), "outer": (500, 620, 4), "footwear": (720, 1330, 9), "bag": (380, 1290, 6),
    "headwear": (1460, 240, 9), "accessory": (1480, 760, 14),
}  # fmt: skip
ORDER: tuple[Slot, ...] = (*PLACES,)
WORN: frozenset[Slot] = frozenset({"bottom", "one_piece", "base_top", "mid", "outer"})
SWATCH = 0.62  # of a garment's size
LIFE, GROWTH, FOLDED = 420.0, 0.42, 560.0
STEPS, NEAR = 120, 1.02
FULL = 0.98


@dataclass
class Laid:
    """A piece on the table: its picture, its size there, its middle, and how it is turned."""

    item: Item
    picture: Image.Image
    wide: float
    tall: float
    x: float
    y: float
    turn: float

    @property
    def worn(self) -> bool:
        return self.item.slot in WORN


def lay_pieces(board: Image.Image, look: Look, pictures: Mapping[str, Image.Image], room: Box) -> None:
    """Lays every item into the room (left, top, right, bottom) of the board; each look lies a little differently."""
    hand = random.Random(look.id)
    pieces = sorted((prepared(item, pictures.get(item.id), hand) for item in look.items), key=depth)
    spread_out(pieces, hand)
    if hand.random() < 0.5:
        for piece in pieces:
            piece.x = -piece.x
    scale, left, top = fitted(pieces, room)
    for piece in pieces:
        lay(board, piece, scale, (left + scale * piece.x, top + scale * piece.y))


def depth(piece: Laid) -> int:
    return ORDER.index(piece.item.slot)


def prepared(item: Item, picture: Image.Image | None, hand: random.Random) -> Laid:
    """A piece at its slot's place, with its picture or a swatch."""
    x, y, turn = PLACES[item.slot]
    long = life_size(item)
    if picture is None:
        side = round(max(120, SWATCH * long))
        picture = cut_cloth(item.colour.hex, (side, round(1.15 * side)), hand)
        long *= SWATCH
    share = long / max(picture.size)
    return Laid(
        item,
        picture,
        picture.width * share,
        picture.height * share,
        x + hand.uniform(-50, 50),
        y + hand.uniform(-40, 40),
        hand.uniform(-turn, turn),
    )


def life_size(item: Item) -> float:
    """The longer side of such a piece in millimetres: what is small is grown towards the rest, a shawl is folded up."""
    long = max(spread(item.category)) if item.category in load_categories() else 600.0
    if item.slot not in WORN:
        long = min(long, FOLDED)
    return long * (LIFE / long) ** GROWTH if long < LIFE else long


def spread_out(pieces: Sequence[Laid], hand: random.Random) -> None:
    """Moves apart, step by step, what covers too much of another piece; clothes may overlap more than the rest."""
    for _ in range(STEPS):
        for number, one in enumerate(pieces):
            for other in pieces[number + 1 :]:
                push(one, other, hand)


def push(one: Laid, other: Laid, hand: random.Random) -> None:
    """One step apart along the axis on which less is missing; the worn move least."""
    both = one.worn and other.worn
    lap = 0.52 if both else 0.88 if one.worn or other.worn else NEAR
    across = lap * (one.wide + other.wide) / 2 - abs(one.x - other.x)
    down = (0.8 if both else lap) * (one.tall + other.tall) / 2 - abs(one.y - other.y)
    if across <= 0 or down <= 0:
        return
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


def fitted(pieces: Sequence[Laid], room: Box) -> tuple[float, float, float]:
    """Pixels per millimetre, and where the table's origin comes to lie, so that everything is within the room."""
    left, right = min(p.x - p.wide / 2 for p in pieces), max(p.x + p.wide / 2 for p in pieces)
    top, low = min(p.y - p.tall / 2 for p in pieces), max(p.y + p.tall / 2 for p in pieces)
    wide, tall = room[2] - room[0], room[3] - room[1]
    scale = FULL * min(wide / (right - left), tall / (low - top), 1.0)
    return scale, (room[0] + room[2] - scale * (left + right)) / 2, (room[1] + room[3] - scale * (top + low)) / 2


def lay(board: Image.Image, piece: Laid, scale: float, centre: tuple[float, float]) -> None:
    """One piece with the shadow that it throws on the table and on what lies under it."""
    size = (max(1, round(scale * piece.wide)), max(1, round(scale * piece.tall)))
    picture = piece.picture.resize(size, Image.Resampling.LANCZOS).rotate(
        piece.turn, Image.Resampling.BICUBIC, expand=True
    )
    corner = (round(centre[0] - picture.width / 2), round(centre[1] - picture.height / 2))
    air = 26
    for drop, blur, strength in (((7, 11), 11, 0.24), ((2, 3), 3, 0.26)):
        shadow = Image.new("L", (picture.width + 2 * air, picture.height + 2 * air), 0)
        shadow.paste(picture.getchannel("A").point([round(value * strength) for value in range(256)]), (air, air))
        board.paste(
            SHADOW,
            (corner[0] - air + drop[0], corner[1] - air + drop[1]),
            shadow.filter(ImageFilter.GaussianBlur(blur)),
        )
    board.paste(picture, corner, picture)

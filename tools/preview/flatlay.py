"""Draws the pieces of a look as if laid on a table: prepared in their real sizes, fitted to the room, with shadows.

Small things are drawn somewhat larger than life, or a ring would be a dot. This module knows no text, nor where a piece
had best lie.
"""

import random
from collections.abc import Mapping, Sequence

from PIL import Image, ImageFilter

from stores.categories import load_categories
from stores.drawing.article import spread
from stores.vocabulary import Item, Look, Slot
from tools.preview.arrangement import TIED, WORN, Laid, arranged, extent
from tools.preview.swatch import cut_cloth

SHADOW = "#4a3f30"
Box = tuple[int, int, int, int]

# What lies under what.
ORDER: tuple[Slot, ...] = (
    "bottom", "one_piece", "hosiery", "base_top", "mid", "outer", "footwear", "bag", "headwear", "accessory",
)  # fmt: skip
SWATCH = 0.62  # of a garment's size
LIFE, GROWTH, FOLDED = 420.0, 0.42, 560.0
FEW, GROWN = 4, 1.25  # with so few pieces, what lies beside the clothes is that much larger
FULL = 0.98


def lay_pieces(board: Image.Image, look: Look, pictures: Mapping[str, Image.Image], room: Box) -> None:
    """Lays every item into the room (left, top, right, bottom) of the board; each look lies a little differently."""
    hand = random.Random(look.id)
    grown = GROWN if len(look.items) <= FEW else 1.0
    ready = [prepared(item, pictures.get(item.id), hand, grown) for item in look.items]
    pieces = sorted(arranged(ready, (room[2] - room[0]) / (room[3] - room[1]), hand), key=depth)
    scale, left, top = fitted(pieces, room)
    for piece in pieces:
        lay(board, piece, scale, (left + scale * piece.x, top + scale * piece.y))


def depth(piece: Laid) -> float:
    """What is tied lies on its shirt, under all else."""
    return ORDER.index("base_top") + 0.5 if piece.on else ORDER.index(piece.item.slot)


def prepared(item: Item, picture: Image.Image | None, hand: random.Random, grown: float = 1.0) -> Laid:
    """A piece in its size, with its picture or a swatch; what lies beside the clothes is `grown`."""
    long = life_size(item) * (1.0 if item.slot in WORN or item.category in TIED else grown)
    if picture is None:
        side = round(max(120, SWATCH * long))
        picture = cut_cloth(item.colour.hex, (side, round(1.15 * side)), hand)
        long *= SWATCH
    share = long / max(picture.size)
    return Laid(item, picture, picture.width * share, picture.height * share)


def life_size(item: Item) -> float:
    """The longer side of such a piece in millimetres: what is small is grown towards the rest, a shawl is folded up."""
    long = max(spread(item.category)) if item.category in load_categories() else 600.0
    if item.category in TIED:
        return long
    if item.slot not in WORN:
        long = min(long, FOLDED)
    return long * (LIFE / long) ** GROWTH if long < LIFE else long


def fitted(pieces: Sequence[Laid], room: Box) -> tuple[float, float, float]:
    """Pixels per millimetre, and where the table's origin comes to lie, so that everything is within the room."""
    left, top, right, low = extent(pieces)
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

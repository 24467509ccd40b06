"""A plain board of a look: its cloth as swatches on paper, the pieces by name, and the total like a price tag.

It sets text that is already in the person's language. This module does not know what garments look like.
"""

import io
import random
from itertools import zip_longest
from typing import NamedTuple

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

from stores.vocabulary import Item, Look, Slot
from tools.money import amount_text
from tools.preview.lettering import Font, font_for, written

WIDTH, HEIGHT, MARGIN = 1200, 1500, 132
PAPER, INK, QUIET, RULE = "#f4eee4", "#1d1a17", "#6b6258", "#d9d0c2"
TITLE, TEXT = 54, 31
LONGEST_TITLE = 2
CLOTH_TOP, TABLE_END, ROW, LONGEST_TABLE = 270, 1330, 64, 450
LARGEST_SCALE = 1.4
TOOTH = 9
# How far the cut edge of a cloth stands off it, towards white on dark cloth and towards black on pale.
FRAYED, DARK = 0.16, 300

# Sides of a swatch in pixels, after how much of a look the piece covers.
SIDES: dict[Slot, tuple[int, int]] = {
    "one_piece": (340, 400), "outer": (320, 370), "bottom": (300, 340), "base_top": (300, 300), "mid": (310, 320),
    "footwear": (220, 170), "bag": (200, 180), "headwear": (180, 150), "hosiery": (150, 180), "accessory": (160, 150),
}  # fmt: skip
LARGE: tuple[Slot, ...] = ("outer", "one_piece", "base_top", "mid", "bottom")


class BoardLine(NamedTuple):
    """How one piece is written: its name in the person's language, and its price or the word in its place."""

    name: str
    price: str = ""


class BoardWords(NamedTuple):
    """All that is written on a board, in one language; the lines stand in the order of the look's items."""

    title: str
    lines: list[BoardLine]
    total: str | None = None


def draw_board(
    look: Look, *, title: str, lines: list[BoardLine], total: str | None, latin: BoardWords | None = None
) -> bytes:
    """PNG of 1200 x 1500 pixels. Blocking.

    Where a word has letters that no font at hand draws, the whole board is written in the words of `latin`, so that it
    speaks one language; what even these lack is written with the catalogue's.
    """
    words = BoardWords(title, lines, total)
    words = latin if latin and not can_draw(words) else words
    board = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    write_title(board, words.title, look.title, look.items[0].name)
    lay_swatches(board, look)
    write_pieces(board, look.items, words.lines)
    if words.total and look.total is not None:
        write_tag(board, words.total, amount_text(look.total, look.currency))
    out = io.BytesIO()
    board.save(out, "PNG")
    return out.getvalue()


def can_draw(words: BoardWords) -> bool:
    texts = [words.title, words.total or "", *(text for line in words.lines for text in line)]
    return font_for(" ".join(texts), TEXT) is not None


def write_title(board: Image.Image, *titles: str) -> None:
    if found := written(TITLE, *titles):
        title, face = found
        lines = balanced(title, face, WIDTH - 2 * MARGIN)[:LONGEST_TITLE]
        top = 128 if len(lines) == 1 else 96
        ImageDraw.Draw(board).multiline_text((MARGIN, top), "\n".join(lines), INK, face, "la", spacing=12)


def lay_swatches(board: Image.Image, look: Look) -> None:
    """Large pieces in a row, small ones below; they overlap, and each look lies a little differently."""
    hand = random.Random(look.id)
    large = sorted((item for item in look.items if item.slot in LARGE), key=lambda item: LARGE.index(item.slot))
    rows = [row for row in (large, [item for item in look.items if item.slot not in LARGE]) if row]
    heights = [max(SIDES[item.slot][1] for item in row) for row in rows]
    room = table_top(len(look.items)) - CLOTH_TOP
    scale = min(LARGEST_SCALE, 0.88 * room / sum(heights))
    middle = CLOTH_TOP + (room - scale * sum(heights)) / 2
    for row, height in zip(rows, heights, strict=True):
        middle += scale * height / 2
        lay_row(board, row, round(middle), scale, hand)
        middle += scale * height / 2


def lay_row(board: Image.Image, row: list[Item], middle: int, scale: float, hand: random.Random) -> None:
    widest = scale * max(SIDES[item.slot][0] for item in row)
    step = min(0.9 * widest, (WIDTH - 2 * MARGIN - widest) / max(1, len(row) - 1))
    for number, item in enumerate(row):
        sides = (round(scale * SIDES[item.slot][0]), round(scale * SIDES[item.slot][1]))
        across = WIDTH / 2 + (number - (len(row) - 1) / 2) * step
        lay(board, cut_cloth(item.colour.hex, sides, hand), (round(across), middle + hand.randint(-20, 20)), hand)


def lay(board: Image.Image, cloth: Image.Image, centre: tuple[int, int], hand: random.Random) -> None:
    """One swatch with its shadow, a few degrees off the straight."""
    swatch = cloth.rotate(hand.uniform(-5, 5), Image.Resampling.BICUBIC, expand=True)
    corner = (centre[0] - swatch.width // 2, centre[1] - swatch.height // 2)
    ground = (swatch.width + 80, swatch.height + 80)
    shadow = Image.new("L", ground, 0)
    shadow.paste(swatch.getchannel("A").point(lambda value: value * 2 // 5), (44, 48))
    board.paste("#4a4034", (corner[0] - 40, corner[1] - 40), shadow.filter(ImageFilter.GaussianBlur(9)))
    board.paste(swatch, corner, swatch)


def cut_cloth(colour: str, sides: tuple[int, int], hand: random.Random) -> Image.Image:
    """A piece of woven cloth with pinked edges, on a transparent ground."""
    weave = ImageChops.add(woven(hand, sides, 0), woven(hand, sides, 1), scale=2)
    bands = [ImageChops.add(Image.new("L", sides, base), weave, offset=-128) for base in ImageColor.getrgb(colour)[:3]]
    cloth, outline = Image.merge("RGB", bands), pinked(*sides)
    ImageDraw.Draw(cloth).polygon(outline, outline=frayed(colour), width=2)
    shape = Image.new("L", sides, 0)
    ImageDraw.Draw(shape).polygon(outline, fill=255)
    cloth.putalpha(shape)
    return cloth


def frayed(colour: str) -> tuple[int, ...]:
    """The colour of a cut edge, so that two pieces of one colour lie apart."""
    bands = ImageColor.getrgb(colour)[:3]
    towards = 255 if sum(bands) < DARK else 0
    return tuple(round(band + FRAYED * (towards - band)) for band in bands)


def woven(hand: random.Random, sides: tuple[int, int], axis: int) -> Image.Image:
    """Threads along one axis, each a little lighter or darker than 128."""
    shades = bytes(hand.randint(120, 136) for _ in range(sides[axis]))
    line = (sides[0], 1) if axis == 0 else (1, sides[1])
    return Image.frombytes("L", line, shades).resize(sides, Image.Resampling.NEAREST)


def pinked(width: int, height: int) -> list[tuple[float, float]]:
    """The outline that pinking shears leave: teeth of TOOTH pixels all round."""
    right, low = width - 1, height - 1
    top = [(along, TOOTH * (number % 2 == 0)) for number, along in enumerate(notches(right))]
    side = [(right - TOOTH * (number % 2 == 0), along) for number, along in enumerate(notches(low))]
    return [*top, *side, *((right - x, low - y) for x, y in top), *((right - x, low - y) for x, y in side)]


def notches(length: int) -> list[float]:
    """Where the shears cut along an edge, from one inner corner to just before the next."""
    count = 2 * ((length - 2 * TOOTH) // (2 * TOOTH))
    return [TOOTH + (length - 2 * TOOTH) * number / count for number in range(count)]


def write_pieces(board: Image.Image, items: list[Item], lines: list[BoardLine]) -> None:
    """A row per piece between hairlines: a dot of its colour, its name, its price."""
    draw = ImageDraw.Draw(board)
    top = table_top(len(items))
    step = (TABLE_END - top) // len(items)
    for number, (item, line) in enumerate(zip_longest(items, lines[: len(items)])):
        base = top + number * step
        write_piece(draw, base + step // 2, item, line or BoardLine(item.name))
        if number:
            draw.line((MARGIN, base, WIDTH - MARGIN, base), RULE, 2)


def table_top(rows: int) -> int:
    return TABLE_END - min(rows * ROW, LONGEST_TABLE)


def write_piece(draw: ImageDraw.ImageDraw, middle: int, item: Item, line: BoardLine) -> None:
    draw.ellipse((MARGIN, middle - 9, MARGIN + 18, middle + 9), item.colour.hex, RULE)
    right = WIDTH - MARGIN
    plain = amount_text(item.price, item.currency or "") if item.price is not None else ""
    if price := written(TEXT, line.price, plain if line.price else ""):
        draw.text((right, middle), price[0], QUIET, price[1], "rm")
        right -= round(price[1].getlength(price[0])) + 40
    if name := written(TEXT, line.name, item.name):
        room = right - MARGIN - 40
        draw.text((MARGIN + 40, middle), shortened(*name, room), INK, name[1], "lm")


def write_tag(board: Image.Image, *totals: str) -> None:
    """The total on a tag that hangs from its string at the lower right."""
    found = written(TEXT + 9, *totals)
    if found is None:
        return
    total, face = found
    draw = ImageDraw.Draw(board)
    right, middle = WIDTH - MARGIN, (TABLE_END + HEIGHT) // 2
    left, half = right - round(face.getlength(total)) - 118, 38
    outline = [(left, middle), (left + 34, middle - half), (right, middle - half), (right, middle + half)]
    draw.line((left - 46, TABLE_END + 6, left + 34, middle), QUIET, 2)
    draw.polygon([*outline, (left + 34, middle + half)], "#fffdf8", INK, 2)
    draw.ellipse((left + 27, middle - 8, left + 43, middle + 8), PAPER, INK, 2)
    draw.text((right - 32, middle), total, INK, face, "rm")


def wrapped(text: str, face: Font, width: int) -> list[str]:
    """Lines of at most `width` pixels, broken at spaces, or anywhere in a script without them."""
    lines = [""]
    for word in text.split(" ") if " " in text else text:
        joined = f"{lines[-1]} {word}" if " " in text and lines[-1] else lines[-1] + word
        if lines[-1] and face.getlength(joined) > width:
            lines.append(word)
        else:
            lines[-1] = joined
    return lines


def balanced(text: str, face: Font, width: int) -> list[str]:
    """The text in as few lines as fit in `width` pixels, all about as long."""
    lines = wrapped(text, face, width)
    while len(narrower := wrapped(text, face, width := width - 20)) == len(lines) and widest(narrower, face) <= width:
        lines = narrower
    return lines


def widest(lines: list[str], face: Font) -> float:
    return max(face.getlength(line) for line in lines)


def shortened(text: str, face: Font, width: int) -> str:
    """The text, or as much of it as fits in `width` pixels, with three dots."""
    cut = text
    while cut and face.getlength(cut if cut == text else f"{cut}...") > width:
        cut = cut[:-1]
    return cut if cut == text else f"{cut.rstrip()}..."

"""The board of a look: its pieces laid on paper, its colours, the pieces by name, and the total like a price tag.

It sets text that is already in the person's language. This module does not know what garments look like, nor where
they lie.
"""

import io
from collections.abc import Callable, Mapping
from itertools import zip_longest
from typing import NamedTuple

from PIL import Image, ImageDraw

from stores.vocabulary import Item, Look
from tools.money import amount_text
from tools.preview.flatlay import lay_pieces, life_size
from tools.preview.lettering import Font, font_for, written

WIDTH, HEIGHT, MARGIN = 1200, 1500, 144
PAPER, INK, QUIET, EDGE, RULE = "#f4eee4", "#1d1a17", "#6b6258", "#a89c8b", "#d9d0c2"
TITLE, TEXT, TAG = 54, 26, 40
BASELINE, LEADING = 172, 62
LONGEST_TITLE = 2
LAY_TOP, TABLE_END, ROW, LONGEST_TABLE = 222, 1330, 46, 400
STRIP, AIR = 22, 26
FINE = 4


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
    look: Look,
    words: BoardWords,
    *,
    latin: BoardWords | None = None,
    pictures: Mapping[str, Image.Image] | None = None,
) -> bytes:
    """PNG of 1200 x 1500 pixels. `pictures` are cut out, by the id of the item; without one it is a swatch. Blocking.

    Where a word has letters that no font at hand draws, the whole board is written in the words of `latin`, so that it
    speaks one language; what even these lack is written with the catalogue's.
    """
    words = latin if latin and not can_draw(words) else words
    board = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    write_title(board, words.title, look.title, look.items[0].name)
    foot = table_top(len(look.items)) - AIR - STRIP
    lay_pieces(board, look, pictures or {}, (MARGIN, LAY_TOP, WIDTH - MARGIN, foot - AIR))
    paint_strip(board, look.items, foot)
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
        lines = balanced(title, face, WIDTH - 2 * MARGIN)
        if len(lines) > LONGEST_TITLE:
            cut = wrapped(title, face, WIDTH - 2 * MARGIN)
            rest = " ".join(cut[LONGEST_TITLE - 1 :])
            lines = [*cut[: LONGEST_TITLE - 1], shortened(rest, face, WIDTH - 2 * MARGIN)]
        for number, line in enumerate(reversed(lines)):
            ImageDraw.Draw(board).text((MARGIN, BASELINE - number * LEADING), line, INK, face, "ls")


def paint_strip(board: Image.Image, items: list[Item], top: int) -> None:
    """The colours of the pieces side by side, each once, the wider the larger what has it."""
    shares: dict[str, float] = {}
    for item in items:
        shares[item.colour.hex] = shares.get(item.colour.hex, 0.0) + life_size(item)
    draw, left, whole = ImageDraw.Draw(board), float(MARGIN), sum(shares.values())
    for ink, share in shares.items():
        right = left + share / whole * (WIDTH - 2 * MARGIN)
        draw.rectangle((round(left), top, round(right) - 1, top + STRIP), ink)
        left = right
    draw.rectangle((MARGIN, top, WIDTH - MARGIN - 1, top + STRIP), outline=RULE)


def write_pieces(board: Image.Image, items: list[Item], lines: list[BoardLine]) -> None:
    """A row per piece between hairlines: a dot of its colour, its name, its price."""
    draw = ImageDraw.Draw(board)
    top = table_top(len(items))
    step = (TABLE_END - top) // len(items)
    for number, (item, line) in enumerate(zip_longest(items, lines[: len(items)])):
        base = top + number * step
        paint_dot(board, base + step // 2, item.colour.hex)
        write_piece(draw, base + step // 2, item, line or BoardLine(item.name))
        draw.line((MARGIN, base + step, WIDTH - MARGIN, base + step), RULE, 1)


def table_top(rows: int) -> int:
    return TABLE_END - min(rows * ROW, LONGEST_TABLE)


def write_piece(draw: ImageDraw.ImageDraw, middle: int, item: Item, line: BoardLine) -> None:
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
    found = written(TAG, *totals)
    if found is None:
        return
    total, face = found
    right, middle = WIDTH - MARGIN, (TABLE_END + HEIGHT) // 2
    left = right - round(face.getlength(total)) - 118
    top = TABLE_END - 1
    room = (left - 48, top, right + 2, HEIGHT - 20)
    paint_smoothly(board, room, lambda draw, fine: paint_tag(draw, fine, right - left, middle - top))
    ImageDraw.Draw(board).text((right - 32, middle), total, INK, face, "rm")


def paint_tag(draw: ImageDraw.ImageDraw, fine: int, wide: int, middle: int) -> None:
    """The tag's paper, hole and string, from 48 pixels left of it, in units of 1 / `fine` pixels."""
    half, left, right = 38, 48, 48 + wide
    corners = [(left, middle), (left + 34, middle - half), (right, middle - half), (right, middle + half)]
    outline = [(fine * x, fine * y) for x, y in [*corners, (left + 34, middle + half)]]
    draw.polygon(outline, "#fffdf8", INK, 2 * fine)
    hole = (left + 27, middle - 8, left + 43, middle + 8)
    draw.ellipse([fine * side for side in hole], PAPER, INK, 2 * fine)
    draw.line([(fine * (left - 46), 0), (fine * (left + 35), fine * middle)], QUIET, 2 * fine)


def paint_dot(board: Image.Image, middle: int, ink: str) -> None:
    room = (MARGIN, middle - 8, MARGIN + 17, middle + 9)
    paint_smoothly(board, room, lambda draw, fine: draw.ellipse((0, 0, 17 * fine - 1, 17 * fine - 1), ink, EDGE, fine))


def paint_smoothly(
    board: Image.Image, room: tuple[int, int, int, int], paint: Callable[[ImageDraw.ImageDraw, int], None]
) -> None:
    """Lets `paint` draw a part of the board several times as large, so that slanting edges are smooth."""
    part = board.crop(room)
    large = part.resize((part.width * FINE, part.height * FINE), Image.Resampling.NEAREST)
    paint(ImageDraw.Draw(large), FINE)
    board.paste(large.resize(part.size, Image.Resampling.BOX), room)


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

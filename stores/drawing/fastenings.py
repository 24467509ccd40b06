"""Buttons, plackets, zips, pockets and seams: the small parts that tell how a garment is made."""

from stores.drawing.cloth import Cloth, metal
from stores.drawing.outline import Path, Point, band, ellipse, line, rectangle, through
from stores.drawing.sheet import Sheet
from stores.drawing.tones import lightness, tone


def button(sheet: Sheet, at: Point, ink: str, radius: float = 6.5, holes: bool = True) -> None:
    x, y = at
    sheet.fill(ellipse(x + 1, y + 2, radius * 1.06), "#1a1410", 0.28)
    sheet.fill(ellipse(x, y, radius), ink)
    sheet.stroke(ellipse(x, y, radius), tone(ink, lightness(ink) * 0.62), 1.0)
    if holes:
        for side in (-1, 1):
            sheet.fill(ellipse(x + 0.26 * side * radius, y, 0.16 * radius), tone(ink, lightness(ink) * 0.42))
    else:
        sheet.fill(ellipse(x - 0.25 * radius, y - 0.3 * radius, 0.34 * radius), "#ffffff", 0.5)


def buttons(sheet: Sheet, x: float, top: float, low: float, count: int, ink: str, radius: float = 6.5) -> None:
    """Buttons in a column, evenly from `top` to `low`."""
    for number in range(count):
        button(sheet, (x, top + (low - top) * number / max(1, count - 1)), ink, radius)


def placket(sheet: Sheet, cloth: Cloth, top: float, low: float, width: float = 34, clip: Path | None = None) -> None:
    """The band that the buttons sit on."""
    strip = rectangle(-width / 2, top, width / 2, low)
    sheet.cast(rectangle(-width / 2, top, width / 2, low), clip, cloth, (3, 0))
    sheet.fill(strip, cloth.base, clip=clip)
    sheet.marks.append(sheet.marks[-1]._replace(cloth=cloth))
    for side in (-1, 1):
        sheet.seam(line((side * width / 2, top), (side * width / 2, low)), cloth, 1.2, clip)
        sheet.stroke(
            line((side * (width / 2 - 6), top), (side * (width / 2 - 6), low)), cloth.seam, 0.7, 0.7, clip=clip
        )  # fmt: skip


def zipper(sheet: Sheet, x: float, top: float, low: float, teeth: str = "#9a9ca0", clip: Path | None = None) -> None:
    sheet.stroke(line((x, top), (x, low)), "#2b2a2c", 8, 0.85, clip=clip)
    sheet.stroke(line((x, top), (x, low)), teeth, 4.2, 1, "2 1.6", clip=clip)
    pull = rectangle(x - 6, top + 4, x + 6, top + 40, 4)
    sheet.panel(pull, metal(teeth), rim=0.5, outline=1.0)


def patch_pocket(
    sheet: Sheet,
    cloth: Cloth,
    left: float,
    top: float,
    wide: float,
    tall: float,
    *,
    pointed: bool = False,
    flap: bool = False,
    ink: str | None = None,
) -> None:
    """A pocket sewn on top; its stitching in `ink`."""
    right, low = left + wide, top + tall
    shape = through(
        (left, top), (right, top), (right, low - 14), (left + wide / 2, low + (10 if pointed else -14)),
        (left, low - 14)
    ) if pointed else rectangle(left, top, right, low, 10)  # fmt: skip
    sheet.cast(shape, None, cloth, (1, 4))
    sheet.panel(shape, cloth, rim=0.45, outline=1.2)
    sheet.stitch(
        shape.mapped(
            lambda p: (
                p[0] + (7 if p[0] < left + wide / 2 else -7),
                min(p[1], low - 7) if p[1] > top + 20 else p[1] + 12,
            )
        ),
        cloth,
        ink,
    )
    if flap:
        pocket_flap(sheet, cloth, left - 5, top - 8, wide + 10, 0.34 * tall, ink)


def pocket_flap(
    sheet: Sheet,
    cloth: Cloth,
    left: float,
    top: float,
    wide: float,
    tall: float,
    ink: str | None = None,
    slant: float = 0,
) -> None:
    right = left + wide
    shape = through(
        (left, top), (right, top + slant), (right - 1, top + slant + tall - 6), (right - 10, top + slant + tall, 0.6),
        (left + 10, top + tall, 0.6), (left + 1, top + tall - 6)
    )  # fmt: skip
    sheet.cast(shape, None, cloth, (1, 5))
    sheet.panel(shape, cloth, rim=0.5, outline=1.2)
    if ink:
        sheet.stitch(
            line((left + 6, top + 4), (left + 8, top + tall - 7), (right - 8, top + slant + tall - 7),
            (right - 6, top + slant + 4)), cloth, ink
        )  # fmt: skip


def welt(sheet: Sheet, cloth: Cloth, start: Point, end: Point, width: float = 16) -> None:
    """A slim pocket edge."""
    strip = band([start, end], width)
    sheet.cast(strip, None, cloth, (1, 3))
    sheet.panel(strip, cloth, rim=0.5, outline=1.2)


def slit(sheet: Sheet, cloth: Cloth, start: Point, end: Point, clip: Path | None = None) -> None:
    """The opening of a pocket in a seam."""
    sheet.stroke(line(start, end), cloth.line, 2.2, 0.9, clip=clip)
    sheet.stroke(line((start[0] + 5, start[1]), (end[0] + 5, end[1])), cloth.seam, 0.9, 0.8, clip=clip)


def buckle(sheet: Sheet, x: float, y: float, wide: float, tall: float, ink: str) -> None:
    """A frame with a prong across it."""
    frame = rectangle(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2, wide * 0.18) + rectangle(
        x - wide * 0.33, y - tall * 0.34, x + wide * 0.33, y + tall * 0.34, wide * 0.1
    )
    sheet.cast(frame, None, metal(ink), (1, 3))
    sheet.panel(frame, metal(ink), rim=0.5, outline=1.2)
    sheet.panel(band([(x - wide * 0.42, y), (x + wide * 0.46, y)], tall * 0.1), metal(ink), rim=0.3, outline=0.8)

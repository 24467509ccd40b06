"""What is tied, draped or worked onto a dress: sashes, scarves, collars off the shoulder, threadwork."""

from stores.drawing.body import Body
from stores.drawing.cloth import Cloth
from stores.drawing.outline import Path, ellipse, line, rectangle, through
from stores.drawing.sheet import Fold, Sheet


def draw_sash(sheet: Sheet, cloth: Cloth, y: float, waist: float) -> None:
    """A tied belt of the same cloth."""
    strip = through(
        (-waist - 2, y - 20), (0, y - 12, 1), (waist + 2, y - 20), (waist + 2, y + 18), (0, y + 26, 1),
        (-waist - 2, y + 18)
    )  # fmt: skip
    sheet.panel(strip, cloth, [Fold((20, y - 10), (0.8 * waist, y + 8), 12)], rim=0.6)
    x = 0.3 * waist
    for out, low in ((36, 200), (-14, 170)):
        tail = through((x - 8, y + 6), (x + 14, y + 6), (x + out + 18, y + low), (x + out - 16, y + low + 6))
        sheet.cast(tail, None, cloth, (1, 5))
        sheet.panel(tail, cloth, [Fold((x, y + 20), (x + out, y + low), 12)], rim=0.6)
    for out in (-62, 62):
        loop = through((x, y + 2), (x + 0.5 * out, y - 26, 1), (x + out, y - 6, 1), (x + 0.6 * out, y + 26, 1))
        sheet.cast(loop, None, cloth, (0, 4))
        sheet.panel(loop, cloth, [Fold((x, y + 2), (x + out, y), 12)], rim=0.7)
    sheet.panel(rectangle(x - 15, y - 18, x + 15, y + 20, 9), cloth, rim=0.6)


def draw_ankles(sheet: Sheet, cloth: Cloth, low: float) -> None:
    """The gathered ends of narrow trousers below a long skirt."""
    for side in (-1, 1):
        leg = through((side * 24, low - 90), (side * 100, low - 90), (side * 88, low + 78), (side * 34, low + 80))
        sheet.panel(
            leg, cloth.plain, [Fold((side * 36, low + 18 * n), (side * 88, low + 10 + 18 * n), 9, 3) for n in range(4)]
        )


def draw_dupatta(sheet: Sheet, cloth: Cloth, body: Body) -> None:
    """A long scarf over one shoulder, falling to the knee on both sides."""
    ink = cloth.accents[0] if cloth.accents else "#c9a24b"
    low = 0.8 * body.length
    veil = cloth.of("chiffon")
    drape = through(
        (0.4 * body.neck, -16), (0.86 * body.shoulder, 0, 0.8), (body.shoulder + 18, 60, 0.8),
        (body.chest + 30, 0.5 * low, 1), (body.chest + 66, low), (0.5 * body.chest, low + 24),
        (0.56 * body.chest, 0.5 * low, 1), (0.36 * body.chest, 130, 0.9)
    )  # fmt: skip
    sheet.cast(drape, None, cloth, (-3, 6))
    lines = [Fold((0.5 * body.shoulder + 22 * n, 6), (0.62 * body.chest + 44 * n, low), 20, -10) for n in range(4)]
    sheet.panel(
        drape, veil, [*lines, Fold((0.7 * body.shoulder, 10), (0.9 * body.chest, low), 26, 6, lit=True)], rim=0.8
    )
    for up, width in ((16, 4.0), (30, 2.0)):
        sheet.stroke(line((0.4 * body.chest, low + 24 - up), (body.chest + 80, low - up)), ink, width, clip=drape)
    for number in range(9):
        x = 0.5 * body.chest + number / 8 * (0.5 * body.chest + 64)
        y = low + 24 - 24 * number / 8
        sheet.stroke(line((x, y), (x + 2, y + 26)), ink, 2)


def draw_yoke(sheet: Sheet, cloth: Cloth, body: Body, shape: Path) -> None:
    """Threadwork on the chest."""
    ink = cloth.accents[0] if cloth.accents else "#c9a24b"
    for out in (0, 16):
        yoke = line(
            (-0.66 * body.chest, 40 + out), (-0.5 * body.chest, 200 + out, 1), (0, 252 + out, 1),
            (0.5 * body.chest, 200 + out, 1), (0.66 * body.chest, 40 + out)
        )  # fmt: skip
        sheet.stroke(yoke, ink, 2.2 if out else 4, 1, "" if out else "0.1 8", shape)
    for number in range(4):
        sheet.stroke(ellipse(0, 96 + 38 * number, 9, 13), ink, 2, clip=shape)


def draw_off_shoulder(sheet: Sheet, cloth: Cloth, body: Body) -> None:
    x = body.chest
    fold = through(
        (-x - 40, 118), (-x - 20, 92, 0.8), (0, 128, 1), (x + 20, 92, 0.8), (x + 40, 118), (x + 34, 196, 0.8),
        (x - 4, 214), (0, 216, 1), (4 - x, 214), (-x - 34, 196, 0.8)
    )  # fmt: skip
    sheet.cast(fold, None, cloth, (0, 6))
    sheet.panel(
        fold,
        cloth,
        [Fold((-x - 10, 130), (x + 10, 140), 22, -34), Fold((-0.8 * x, 180), (0.8 * x, 186), 16, -22)],
        rim=0.7,
    )

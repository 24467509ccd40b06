"""What is worked onto the front of a top: cables, pleated bibs, bows, threadwork, a print."""

from stores.drawing import necks
from stores.drawing.body import Body
from stores.drawing.cloth import Cloth
from stores.drawing.outline import Path, ellipse, line, through
from stores.drawing.sheet import Fold, Sheet


def draw_cables(sheet: Sheet, cloth: Cloth, body: Body, front: Path, deep: float) -> None:
    """Ropes of crossed stitches down the front."""
    for x in (-0.52, 0.0, 0.52):
        left, y = x * body.chest, deep + 34 if x == 0 else 86
        while y < body.length - 70:
            for side in (-1, 1):
                strand = line(
                    (left - 15 * side, y), (left - 15 * side, y + 12, 1), (left + 15 * side, y + 34, 1),
                    (left + 15 * side, y + 46)
                )  # fmt: skip
                sheet.stroke(strand, cloth.shade, 9, 0.7 * cloth.depth, clip=front)
                sheet.stroke(strand, cloth.base, 5.5, 1, clip=front)
            y += 46
        for side in (-1, 1):
            sheet.stroke(
                line((left + 30 * side, 60), (left + 30 * side, body.length - 66)), cloth.shade, 3, 0.8 * cloth.depth,
                clip=front
            )  # fmt: skip


def draw_bib(sheet: Sheet, cloth: Cloth, kind: str, top: float, front: Path) -> None:
    """The front of a dress shirt: pleats, or a stiff plain plate."""
    plate = through((-105, 60), (105, 60), (105, 400, 0.6), (0, 440, 1), (-105, 400, 0.6))
    sheet.stroke(plate, cloth.line, 1.3, 0.8, clip=front)
    for number in range(1, 9) if kind == "pleats" else ():
        for side in (-1, 1):
            x = side * (16 + 10.5 * number)
            sheet.stroke(line((x, 50), (x, 396 + 30 * (1 - number / 9))), cloth.line, 1.0, 0.55, clip=plate)
            sheet.stroke(line((x + 2.5, 50), (x + 2.5, 396)), cloth.shade, 2.4, 0.5 * cloth.depth, clip=plate)


def draw_wing(sheet: Sheet, cloth: Cloth, wide: float, deep: float) -> None:
    necks.standing(sheet, cloth, wide, 40, deep, 2)
    for side in (-1, 1):
        wing = through((4, deep - 36), (44, deep - 44), (30, deep - 4)).scaled(side, 1)
        sheet.cast(wing, None, cloth, (0, 3))
        sheet.panel(wing, cloth, rim=0.4)


def draw_bow(sheet: Sheet, cloth: Cloth, wide: float, deep: float) -> None:
    """A collar that ends in a soft bow with long tails."""
    necks.standing(sheet, cloth, wide, 34, deep, 2)
    for side, low in ((1, 250), (-1, 220)):
        tail = through(
            (2, deep + 4), (46, deep + 60, 1), (58, deep + low), (18, deep + low + 14), (8, deep + 70, 1)
        ).scaled(side, 1)  # fmt: skip
        sheet.cast(tail, None, cloth, (1, 5))
        sheet.panel(tail, cloth, [Fold((6 * side, deep + 20), (34 * side, deep + low), 14)], grain=-8 * side, rim=0.6)
    for side in (-1, 1):
        loop = through(
            (0, deep), (50, deep - 34, 1), (116, deep - 8, 1), (110, deep + 44, 1), (54, deep + 36, 1)
        ).scaled(side, 1)  # fmt: skip
        sheet.cast(loop, None, cloth, (0, 5))
        sheet.panel(loop, cloth, [Fold((6 * side, deep + 4), (96 * side, deep + 18), 16)], grain=20 * side, rim=0.7)
    sheet.panel(ellipse(0, deep + 3, 19, 21), cloth, rim=0.7)


def draw_thread(sheet: Sheet, cloth: Cloth, body: Body, neck: str, deep: float, open_to: float) -> None:
    """Threadwork round the neck and down the opening."""
    ink = cloth.accents[0]
    end = deep + open_to
    for out in (34, 46):
        knots = [
            (x * (1 + out / body.neck), y + out * 0.9 if abs(x) < 1 else y + out * 0.55, *soft) for x, y,
            *soft in necks.edge(neck, body.neck, deep)
        ][1:-1]  # fmt: skip
        sheet.stroke(line(*knots), ink, 2.0 if out == 34 else 3.2, 1, "" if out == 34 else "0.1 7")  # type: ignore[arg-type]
    for side in (-1, 1):
        sheet.stroke(line((side * 28, deep + 20), (side * 28, end + 14), (0, end + 34)), ink, 2)
        sheet.stroke(line((side * 38, deep + 20), (side * 38, end + 22), (0, end + 46)), ink, 3.2, 1, "0.1 7")


def draw_print(sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
    """A sun over hills, printed on the chest."""
    ink, size, y = cloth.accents[0], 0.4 * body.chest, body.underarm[1] + 60
    disc = ellipse(0, y, size)
    sheet.stroke(disc, ink, 3, clip=front)
    sheet.fill(ellipse(0.2 * size, y - 0.25 * size, 0.36 * size), ink, clip=disc)
    for low, share in ((0.15, 0.45), (0.45, 0.7), (0.75, 1.0)):
        hill = through(
            (-size, y + low * size + 20), (-0.4 * size, y + (low - 0.3) * size, 1), (0.2 * size, y + low * size, 1),
            (size, y + (low - 0.2) * size), (size, y + size), (-size, y + size)
        )  # fmt: skip
        sheet.fill(hill, cloth.base, clip=disc)
        sheet.fill(hill, ink, share, clip=disc)

"""Necklines and collars: what happens round the neck of a garment laid flat, face up."""

from stores.drawing.cloth import Cloth
from stores.drawing.outline import Knot, Path, band, both, line, mirror, rectangle, through
from stores.drawing.sheet import Fold, Sheet


def neckline(shape: str, wide: float, deep: float) -> list[Knot]:
    """The front edge from the middle to the neck's side; half `wide`."""
    side: Knot = (wide, 0)
    shapes: dict[str, list[Knot]] = {
        "round": [(0, deep, 1), (0.72 * wide, 0.56 * deep, 1), side],
        "v": [(0, deep), (0.52 * wide, 0.44 * deep, 0.6), side],
        "square": [(0, deep), (0.86 * wide, deep), side],
        "boat": [(0, deep, 1), (0.6 * wide, 0.78 * deep, 1), side],
        "sweetheart": [(0, deep), (0.3 * wide, deep - 34, 1), (0.74 * wide, deep - 34, 1), (wide, deep - 8)],
    }
    return shapes[shape]


def back_of_neck(sheet: Sheet, cloth: Cloth, wide: float, deep: float, label: bool = True) -> None:
    """The inside of the back, seen through the neck's opening, with a woven label."""
    inside = through(
        (-wide - 4, -2), (0, 16, 1), (wide + 4, -2), (wide + 4, 30), (wide - 2, deep + 16), (2 - wide, deep + 16),
        (-wide - 4, 30)
    )  # fmt: skip
    sheet.panel(inside, cloth.inside, rim=1.4)
    if label and deep > 50:
        sheet.fill(rectangle(-17, 26, 17, 44, 2), "#f3eee2", 0.92)
        sheet.stroke(line((-9, 35), (9, 35)), "#8c8272", 1.1)


def edge(shape: str, wide: float, deep: float) -> list[Knot]:
    """The whole front edge from side to side."""
    half = neckline(shape, wide, deep)
    return [*mirror(half[1:]), *half]


def bound(sheet: Sheet, cloth: Cloth, shape: str, wide: float, deep: float, width: float = 22) -> None:
    """A narrow band along the neckline, ribbed on knitwear, with the back's band behind it."""
    rib = cloth.of("rib") if width > 14 else cloth.plain
    back = band([(-wide + 2, 0), (0, 14, 1), (wide - 2, 0)], width * 0.9)
    sheet.panel(back, rib.inside, rim=0.6, outline=1.2)
    front = band([(knot[0], knot[1] - 1, *knot[2:]) for knot in edge(shape, wide, deep)], width)
    sheet.panel(front, rib, rim=0.8, outline=1.3)


def rolled(sheet: Sheet, cloth: Cloth, wide: float, tall: float) -> None:
    """A collar that stands up and folds over: a roll neck."""
    rib = cloth.of("rib")
    top = -tall
    inside = through((-wide + 6, top + 6), (0, top - 9, 1), (wide - 6, top + 6), (0, top + 20, 1))
    outside = through(
        (-wide + 2, top + 6, 0.6), (0, top + 19, 1), (wide - 2, top + 6, 0.6), (wide + 8, 6, 0.8), (wide + 2, 26),
        (0, 58, 1), (-wide - 2, 26), (-wide - 8, 6, 0.8)
    )  # fmt: skip
    sheet.panel(inside, rib.inside)
    sheet.panel(
        outside,
        rib,
        [
            Fold((-wide, 0), (wide, 6), 14, -22, strength=0.8),
            Fold((-0.7 * wide, top + 20), (-0.6 * wide, 30), 22, lit=True),
        ],
    )
    sheet.seam(line((-wide + 2, top + 6), (0, top + 19, 1), (wide - 2, top + 6)), rib)


def standing(sheet: Sheet, cloth: Cloth, wide: float, tall: float, deep: float, gap: float = 0) -> None:
    """A band that stands round the neck and meets in the middle, `gap` apart."""
    edge: list[Knot] = [(0, -tall - 12, 1), (wide, -tall + 4), (wide, 4), (0.66 * wide, 0.6 * deep, 0.8), (0, deep + 6)]
    back = both(*edge)
    sheet.panel(back, cloth.inside)
    for side in (1, -1):
        front = through(
            (gap, deep - tall), (0.62 * wide, 0.5 * deep - tall, 1), (wide - 2, -tall + 2), (wide + 7, 4),
            (0.68 * wide, 0.66 * deep, 1), (gap, deep + 2)
        ).scaled(side, 1)  # fmt: skip
        sheet.panel(front, cloth, [Fold((0.3 * wide * side, deep - tall), (wide * side, 0), 12)], rim=0.7)


def shirt(sheet: Sheet, cloth: Cloth, wide: float, deep: float, point: tuple[float, float] = (62, 56)) -> None:
    """A turned-down collar on a stand; `point` is where its tips lie, from the front of the neck."""
    back = through(
        (-wide, -20, 0.6), (0, -38, 1), (wide, -20, 0.6), (0.7 * wide, 0.5 * deep, 0.8), (0, deep + 8),
        (-0.7 * wide, 0.5 * deep, 0.8)
    )  # fmt: skip
    sheet.panel(back, cloth.inside, rim=1.3)
    stand = band([(-0.9 * wide, -6), (0, 18, 1), (0.9 * wide, -6)], 26)
    sheet.panel(stand, cloth.inside, rim=0.5, outline=0.9)
    sheet.panel(band([(-wide, -20), (0, -37, 1), (wide, -20)], 9), cloth, rim=0.5, outline=1.0)
    for side in (1, -1):
        leaf = through(
            (2, deep + 1), (0.56 * wide, 0.44 * deep, 0.9), (0.96 * wide, -25, 0.5), (wide + 17, 6, 0.9),
            (point[0] + 30, deep * 0.55, 0.5), (point[0], deep + point[1]), (2, deep + 1)
        ).scaled(side, 1)  # fmt: skip
        sheet.cast(leaf, None, cloth, (0, 5))
        sheet.panel(
            leaf, cloth, [Fold((0.9 * wide * side, -10), (8 * side, deep - 6), 15, 9 * side)], grain=-34 * side, rim=0.7
        )
        inner = line(
            (0.98 * wide, -14), (wide + 8, 6, 1), (point[0] + 22, deep * 0.55, 0.6),
            (point[0] - 2, deep + point[1] - 10), (6, deep + 4)
        )  # fmt: skip
        sheet.stroke(inner.scaled(side, 1), cloth.seam, 0.8, 0.7)


def hood(sheet: Sheet, cloth: Cloth, wide: float, deep: float, lining: Cloth, trim: Cloth | None = None) -> None:
    """A hood laid back flat behind the neck, its opening towards the viewer."""
    crown = through(
        (-wide - 44, 34), (-wide - 52, -70, 1), (-0.66 * wide, -196, 1), (0, -226, 1), (0.66 * wide, -196, 1),
        (wide + 52, -70, 1), (wide + 44, 34), (0, deep + 18, 1)
    )  # fmt: skip
    opening = through(
        (-wide + 4, 8), (-wide - 12, -70, 1), (-0.45 * wide, -158, 1), (0, -176, 1), (0.45 * wide, -158, 1),
        (wide + 12, -70, 1), (wide - 4, 8), (0.4 * wide, 0.8 * deep, 0.9), (0, deep + 6),
        (-0.4 * wide, 0.8 * deep, 0.9)
    )  # fmt: skip
    sheet.panel(
        crown,
        cloth,
        [Fold((wide + 30, -80), (wide + 10, 30), 26), Fold((-wide - 26, -90), (-0.5 * wide, -190), 22, lit=True)],
    )
    sheet.panel(opening, lining.inside, [Fold((0, -170), (0, 10), 30, strength=0.7)], rim=2)
    sheet.seam(line((0, -226), (0, -176)), cloth)
    if trim:
        around = band(
            [(0.4 * wide, 0.7 * deep), (wide - 2, 4, 1), (wide + 14, -70, 1), (0.5 * wide, -164, 1), (0, -182, 1),
            (-0.5 * wide, -164, 1), (-wide - 14, -70, 1), (2 - wide, 4, 1), (-0.4 * wide, 0.7 * deep)], 40, 56, 60,
            56, 40
        )  # fmt: skip
        sheet.panel(around, trim, rim=1.2)
    else:
        rim = line(
            (0.4 * wide, 0.76 * deep), (wide + 6, 4, 1), (wide + 24, -74, 1), (0.5 * wide, -170, 1), (0, -190, 1),
            (-0.5 * wide, -170, 1), (-wide - 24, -74, 1), (-6 - wide, 4, 1), (-0.4 * wide, 0.76 * deep)
        )  # fmt: skip
        sheet.seam(rim, cloth, 1.2)


def drawcords(sheet: Sheet, cloth: Cloth, deep: float, ink: str) -> None:
    for side, long in ((1, 150), (-1, 138)):
        cord = line((24, deep - 4), (34, deep + 0.5 * long, 1), (28, deep + long)).scaled(side, 1)
        sheet.stroke(cord, cloth.line, 6.4)
        sheet.stroke(cord, ink, 4.2)
        sheet.fill(rectangle(24, deep + long - 6, 33, deep + long + 16, 2).scaled(side, 1), "#8d8f93")


def opening(wide: float, deep: float) -> Path:
    """What shows of the inside between two fronts that meet `deep` below the neck."""
    return through((-wide, -6), (0, 14, 1), (wide, -6), (0, deep))

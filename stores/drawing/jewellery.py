"""Jewellery and watches, drawn larger than a coat's scale would have them but in true proportion to each other."""

from math import cos, pi, sin
from typing import Literal

from stores.drawing.cloth import Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import Path, band, both, ellipse, line, sampled, through
from stores.drawing.sheet import Fold, Sheet
from stores.drawing.tones import lightness, tone


class Jewel(Cut):
    cloth: str = "metal"
    waver: float = 0.3
    style: Literal[
        "pendant",
        "chain",
        "layered",
        "hoops",
        "drops",
        "studs",
        "bangle",
        "chain_bracelet",
        "cuff",
        "ring",
        "signet",
        "band",
        "cufflinks",
    ] = "pendant"

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        getattr(self, f"draw_{self.style}")(sheet, cloth)

    # necklaces

    def draw_pendant(self, sheet: Sheet, cloth: Cloth) -> None:
        self.links(sheet, cloth, drop(70, 200), 3.2)
        sheet.panel(ellipse(0, 176, 3.4, 5) + ellipse(0, 176, 1.6, 3), cloth, rim=0.2, outline=0.9)
        disc = ellipse(0, 194, 15)
        sheet.panel(disc, cloth, gleam(0, 194, 15), rim=0.5, outline=1.4)
        gem(sheet, 0, 194, 6, "#dfeaf2")

    def draw_chain(self, sheet: Sheet, cloth: Cloth) -> None:
        self.links(sheet, cloth, drop(76, 190), 6.4)

    def draw_layered(self, sheet: Sheet, cloth: Cloth) -> None:
        self.links(sheet, cloth, drop(60, 130), 3.4)
        self.links(sheet, cloth, drop(74, 176), 2.4)
        self.links(sheet, cloth, drop(86, 226), 4.2)
        sheet.panel(ellipse(0, 236, 12), cloth, gleam(0, 236, 12), rim=0.5, outline=1.3)
        for x in (-26, 0, 26):
            gem(sheet, x, 126 - 0.004 * x * x * 3, 4, "#f1ece0")

    def links(self, sheet: Sheet, cloth: Cloth, path: Path, size: float) -> None:
        """A chain along a path: a link at each step, every other seen from its side."""
        points = sampled(path.contours[0], 60)
        gone, last = 0.0, points[0]
        for number, (x, y) in enumerate(points[1:]):
            gone += ((x - last[0]) ** 2 + (y - last[1]) ** 2) ** 0.5
            last = (x, y)
            if gone < 0.95 * size:
                continue
            gone = 0.0
            sheet.stroke(ellipse(x, y, 0.72 * size, 0.5 * size if number % 2 else 0.62 * size), cloth.line, 3.6)
            sheet.stroke(ellipse(x, y, 0.72 * size, 0.5 * size if number % 2 else 0.62 * size), cloth.base, 2.2)

    # earrings

    def pair(self, sheet: Sheet, one: Sheet, apart: float) -> None:
        sheet.add(one, lambda path: path.turned(6).moved(-apart, 0))
        sheet.add(one, lambda path: path.mirrored().turned(-6).moved(apart, 3))

    def draw_hoops(self, sheet: Sheet, cloth: Cloth) -> None:
        one = Sheet(sheet.seed)
        ring = ellipse(0, 0, 20, 21) + ellipse(0, 0.4, 16.4, 17.4)
        one.panel(
            ring,
            cloth,
            [
                Fold((-19, -6), (-12, 15), 5, 3, lit=True),
                Fold((8, -19), (18, -6), 3, lit=True),
                Fold((18, 4), (4, 20), 4, -2),
            ],
            rim=0.35,
            outline=1.4,
        )
        one.stroke(line((-4, -20), (0, -24, 1), (5, -20)), cloth.line, 2.4)
        self.pair(sheet, one, 25)

    def draw_drops(self, sheet: Sheet, cloth: Cloth) -> None:
        one = Sheet(sheet.seed)
        one.stroke(line((0, -30), (-5, -40, 1), (3, -44, 1), (6, -36)), cloth.line, 3)
        one.stroke(line((0, -30), (-5, -40, 1), (3, -44, 1), (6, -36)), cloth.base, 1.6)
        one.panel(ellipse(0, -25, 5), cloth, gleam(0, -25, 5), rim=0.4, outline=1.2)
        one.stroke(line((0, -20), (0, -10)), cloth.line, 1.8)
        tear = through((0, -10), (9, 10, 0.9), (9, 22, 1), (0, 31, 1), (-9, 22, 1), (-9, 10, 0.9))
        one.panel(tear, cloth, [Fold((-4, 4), (-4, 24), 5, lit=True)], rim=0.5, outline=1.4)
        gem(one, 0, 19, 5.4, "#dbe8f0")
        self.pair(sheet, one, 19)

    def draw_studs(self, sheet: Sheet, cloth: Cloth) -> None:
        one = Sheet(sheet.seed)
        one.panel(ellipse(0, 0, 8.4), cloth, gleam(0, 0, 8.4), rim=0.5, outline=1.4)
        gem(one, 0, 0, 5.8, "#e6eef3")
        for n in range(4):
            one.fill(ellipse(6.4 * cos(n * pi / 2 + 0.78), 6.4 * sin(n * pi / 2 + 0.78), 1.5), cloth.base)
            one.stroke(ellipse(6.4 * cos(n * pi / 2 + 0.78), 6.4 * sin(n * pi / 2 + 0.78), 1.5), cloth.line, 0.8)
        self.pair(sheet, one, 13)

    # for the wrist and the hand

    def draw_bangle(self, sheet: Sheet, cloth: Cloth) -> None:
        ring = ellipse(0, 0, 34, 25) + ellipse(0, -1, 29, 20)
        sheet.panel(
            through((-34, 0), (-31, 8), (0, 27, 1), (31, 8), (34, 0), (24, 17, 1), (0, 24, 1), (-24, 17, 1)).moved(0,
            4), cloth.inside.of("metal"), rim=0.4, outline=1.2
        )  # fmt: skip
        sheet.panel(
            ring,
            cloth,
            [
                Fold((-33, -4), (-8, 24), 5, 5, lit=True),
                Fold((10, -25), (32, -6), 4, 3, lit=True),
                Fold((32, 6), (8, 25), 6, -4),
            ],
            rim=0.4,
            outline=1.5,
        )

    def draw_chain_bracelet(self, sheet: Sheet, cloth: Cloth) -> None:
        loop = through(
            (-36, 0, 1), (-26, -17, 1), (0, -23, 1), (26, -17, 1), (36, 0, 1), (26, 17, 1), (0, 23, 1), (-26, 17, 1)
        )  # fmt: skip
        self.links(sheet, cloth, loop, 4.6)
        sheet.panel(ellipse(0, 25, 4, 5) + ellipse(0, 25, 2, 3), cloth, rim=0.3, outline=1.1)
        sheet.panel(ellipse(0, 36, 6.4), cloth, gleam(0, 36, 6.4), rim=0.5, outline=1.2)

    def draw_cuff(self, sheet: Sheet, cloth: Cloth) -> None:
        """A broad open bangle, its gap towards the viewer."""
        back = both((0, -27, 1), (27, -19, 1), (37, 0), (34, 9), (23, -6, 1), (0, -13, 1))
        sheet.panel(back, cloth.inside.of("metal"), rim=0.7, outline=1.2)
        half = through((37, 0), (37, 13, 0.9), (27, 26, 1), (9, 31, 0.8), (8, 17, 0.8), (25, 12, 1))
        for side in (-1, 1):
            lit = Fold((35, 6), (22, 25), 6, -3, lit=True).on(side)
            sheet.panel(half.scaled(side, 1), cloth, [lit, Fold((11, 18), (12, 30), 4).on(side)], rim=0.7, outline=1.5)

    def shank(self, sheet: Sheet, cloth: Cloth, wide: float) -> None:
        """A finger ring seen a little from above."""
        outer, hole = ellipse(0, 4, 10.5, 10.5), ellipse(0, 4, 10.5 - wide, 10.5 - wide)
        sheet.panel(
            outer + hole,
            cloth,
            [
                Fold((-10, 0), (-4, 13), 2.6, 2, lit=True),
                Fold((10, 6), (3, 14), 3, -2),
                Fold((4, -6), (9, 0), 1.8, lit=True),
            ],
            rim=0.4,
            outline=1.5,
        )

    def draw_ring(self, sheet: Sheet, cloth: Cloth) -> None:
        self.shank(sheet, cloth, 1.6)
        sheet.panel(through((-4.4, -7), (-3, -3.6), (3, -3.6), (4.4, -7)), cloth, rim=0.3, outline=1.2)
        stone = through((-5.6, -11), (-3.4, -14.4), (3.4, -14.4), (5.6, -11), (0, -4.6))
        sheet.fill(stone, "#e2edf4")
        for facet in (
            line((-5.6, -11), (5.6, -11)),
            line((-2, -11), (0, -4.6), (2, -11), (0, -14.4), (-2, -11)),
            stone,
        ):
            sheet.stroke(facet, "#8ea3b3", 1.2)
        sheet.fill(through((-5.6, -11), (-3.4, -14.4), (0, -14.4), (-2, -11)), "#ffffff", 0.8)

    def draw_signet(self, sheet: Sheet, cloth: Cloth) -> None:
        """Its flat face towards the viewer, a letter cut into it."""
        self.shank(sheet, cloth, 2.2)
        head = through(
            (-10.4, 1), (-9.6, -5, 0.8), (-8.2, -10), (8.2, -10), (9.6, -5, 0.8), (10.4, 1), (6.4, -3, 0.8),
            (0, -4.4, 1), (-6.4, -3, 0.8)
        )  # fmt: skip
        sides = [Fold((-8.2, -8), (-9.2, 0), 3, lit=True), Fold((8, -8), (9.2, 0), 4)]
        sheet.panel(head, cloth, sides, rim=0.6, outline=1.4)
        face = ellipse(0, -10.6, 8.4, 5.4)
        sheet.cast(face, head, cloth, (0, 0.8))
        sheet.panel(face, cloth, [Fold((-6.4, -12.6), (-1, -14.4), 2.2, lit=True)], rim=0.3, outline=1.4)
        sheet.seam(face.shrunk((0, -10.6), 0.8, 0.78), cloth, 1.3)
        letter = line((-2.8, -8.2), (-2.8, -13), (0, -9.6), (2.8, -13), (2.8, -8.2))
        sheet.stroke(letter, cloth.line, 3.4)

    def draw_band(self, sheet: Sheet, cloth: Cloth) -> None:
        back = ellipse(0, -2.4, 10.6, 8)
        sheet.panel(back + ellipse(0, -1.6, 9, 6.4), cloth.inside.of("metal"), rim=0.4, outline=1.3)
        front = through(
            (-10.6, -2.4), (-8.6, 2.6, 0.9), (0, 5.6, 1), (8.6, 2.6, 0.9), (10.6, -2.4), (10.4, 2.6), (8.2, 7.4, 0.9),
            (0, 10.8, 1), (-8.2, 7.4, 0.9), (-10.4, 2.6)
        )  # fmt: skip
        sheet.panel(
            front,
            cloth,
            [
                Fold((-8, 3), (-6.6, 8), 2.6, lit=True),
                Fold((-2, 6), (-1.6, 10.6), 1.6, lit=True),
                Fold((8, 3), (6, 8.6), 3),
            ],
            rim=0.5,
            outline=1.5,
        )

    def draw_cufflinks(self, sheet: Sheet, cloth: Cloth) -> None:
        one = Sheet(sheet.seed)
        one.panel(band([(0, 0), (12, 12)], 4.4), cloth, rim=0.4, outline=1.2)
        one.panel(band([(7, 18), (18, 7)], 5.4), cloth, rim=0.5, outline=1.3)
        one.panel(ellipse(0, 0, 10), cloth, gleam(0, 0, 10), rim=0.5, outline=1.5)
        one.panel(ellipse(0, 0, 6.6), cloth.dyed("#1f2733").of("acetate"), gleam(0, 0, 6), rim=0.4, outline=1.2)
        sheet.add(one, lambda path: path.moved(-17, 0))
        sheet.add(one, lambda path: path.turned(28).moved(17, 4))


def drop(half: float, low: float) -> Path:
    """The line of a necklace laid down open."""
    return through(
        (-0.5 * half, -half, 1), (-half, -0.2 * half, 1), (-0.86 * half, 0.45 * low, 1), (0, low - 22, 1),
        (0.86 * half, 0.45 * low, 1), (half, -0.2 * half, 1), (0.5 * half, -half, 1), (0, -1.2 * half, 1)
    )  # fmt: skip


def gleam(x: float, y: float, size: float) -> list[Fold]:
    return [
        Fold((x - 0.72 * size, y - 0.1 * size), (x + 0.1 * size, y - 0.72 * size), 0.4 * size, -0.1 * size, lit=True),
        Fold((x + 0.8 * size, y + 0.2 * size), (x - 0.1 * size, y + 0.84 * size), 0.4 * size, -0.1 * size),
    ]


def gem(sheet: Sheet, x: float, y: float, size: float, ink: str) -> None:
    """A cut stone from above."""
    stone = ellipse(x, y, size)
    sheet.fill(stone, ink)
    for n in range(6):
        a, b = n * pi / 3, (n + 1) * pi / 3
        facet = through(
            (x + size * cos(a), y + size * sin(a)),
            (x + 0.5 * size * cos((a + b) / 2), y + 0.5 * size * sin((a + b) / 2)),
            (x + size * cos(b), y + size * sin(b))
        )  # fmt: skip
        sheet.fill(facet, "#ffffff" if n in {3, 4} else tone(ink, lightness(ink) * (0.7 if n % 2 else 0.85)), 0.8)
    sheet.stroke(stone, tone(ink, lightness(ink) * 0.55), 1.1)

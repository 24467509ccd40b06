"""Headdresses: fascinators and headscarves."""

from math import hypot, pi, sin

from stores.drawing.cloth import Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import band, ellipse, line, sampled, through
from stores.drawing.sheet import Fold, Sheet


class Fascinator(Cut):
    cloth: str = "satin"
    feathers: bool = False

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        band_ = band(
            [(-112, 150), (-124, 20, 1), (-70, -70, 1), (0, -92, 1), (70, -70, 1), (124, 20, 1), (112, 150)], 9
        )  # fmt: skip
        sheet.panel(band_, cloth.inside, rim=0.4, outline=1.2)
        plumes = [(-36, -236, -34), (30, -262, 22), (92, -226, 40), (140, -170, 44), (-92, -186, -40)]
        for x, y, bend in plumes:
            self.feather(sheet, cloth, (20, -74), (x, y), bend)
        if not self.feathers:
            disc = ellipse(26, -62, 98, 44).turned(-14, (26, -62))
            sheet.cast(disc, None, cloth, (2, 10))
            sheet.panel(
                disc,
                cloth,
                [Fold((-50, -50), (70, -100), 22, -8, lit=True), Fold((110, -80), (0, -26), 24, -8)],
                rim=1.2,
            )
        for angle in (0, 72, 144, 216, 288):
            petal = through((0, 0), (-24, -34, 1), (0, -56, 1), (24, -34, 1)).turned(angle).moved(10, -70)
            sheet.panel(petal, cloth, [Fold((10, -70), (10, -100), 10)], rim=1, outline=1.2)
        sheet.panel(ellipse(10, -70, 15), cloth, rim=0.8, outline=1.2)
        veil = through((-84, -60), (40, -84, 1), (122, -56), (128, 60, 0.9), (40, 120, 1), (-80, 70, 0.9))
        for number in range(-9, 14):
            sheet.stroke(line((-100 + 24 * number, -90), (40 + 24 * number, 130)), cloth.line, 0.9, 0.5, clip=veil)
            sheet.stroke(line((40 + 24 * number, -90), (-100 + 24 * number, 130)), cloth.line, 0.9, 0.5, clip=veil)
        sheet.stroke(veil, cloth.line, 1.1, 0.7)

    def feather(
        self, sheet: Sheet, cloth: Cloth, root: tuple[float, float], tip: tuple[float, float], bend: float
    ) -> None:
        """A quill with barbs on both sides."""
        middle = ((root[0] + tip[0]) / 2 + bend, (root[1] + tip[1]) / 2)
        quill = line(root, (*middle, 1), tip)
        spine = sampled(quill.contours[0], 26)
        vane = band([root, (*middle, 1), tip], 3, 26, 36, 40, 26, 4)
        sheet.fill(vane, cloth.base, 0.8)
        for number, (x, y) in enumerate(spine[8:], start=8):
            before = spine[number - 1]
            along = (x - before[0], y - before[1])
            run = hypot(*along) or 1.0
            reach = 25 * sin(pi * min(1.0, (number - 4) / 50)) + 4
            for side in (-1, 1):
                end = (
                    x + reach * (0.8 * along[0] + side * along[1]) / run,
                    y + reach * (0.8 * along[1] - side * along[0]) / run,
                )
                sheet.stroke(
                    line((x, y), ((x + end[0]) / 2 + 2, (y + end[1]) / 2, 1), end), cloth.line
                    if number % 3 == 0 else cloth.base, 1.6, 0.9
                )  # fmt: skip
        sheet.stroke(quill, cloth.line, 1.8)


class Headscarf(Cut):
    cloth: str = "silk"
    long: bool = False

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        """A square folded to a triangle, or a long scarf folded in loose loops."""
        if self.long:
            self.draw_long(sheet, cloth)
            return
        under = through((-330, -20), (330, -20), (26, 330, 0.4), (-14, 344))
        sheet.panel(under, cloth.inside, rim=0.8)
        upper = through((-340, -36, 0.3), (0, -26, 1), (340, -40, 0.3), (170, 130, 0.7), (10, 306), (-170, 134, 0.7))
        folds = [
            Fold((-250, -20), (-40, 240), 44, -14),
            Fold((250, -20), (60, 220), 50, 14),
            Fold((-120, -20), (-10, 200), 40, 6, lit=True),
            Fold((110, -20), (40, 220), 34, -6, strength=0.6),
        ]
        sheet.panel(upper, cloth, folds)
        inner = through((-288, -18), (0, -8, 1), (288, -20), (150, 112, 0.7), (9, 258), (-150, 116, 0.7))
        ink = cloth.accents[0] if cloth.accents else cloth.seam
        sheet.stroke(inner, ink, 15, 0.85, clip=upper)
        sheet.stroke(inner.shrunk((0, 60), 0.86, 0.86), ink, 3, 0.9, clip=upper)
        sheet.seam(line((-320, -30), (0, -19, 1), (320, -33)), cloth, 1)

    def draw_long(self, sheet: Sheet, cloth: Cloth) -> None:
        for number, (dx, dy) in enumerate(((0, 0), (26, 70), (-10, 140))):
            fold = through(
                (-250 + dx, dy), (0 + dx, dy - 14, 1), (250 + dx, dy), (262 + dx, dy + 60, 1), (246 + dx, dy + 116),
                (0 + dx, dy + 104, 1), (-246 + dx, dy + 118), (-264 + dx, dy + 60, 1)
            )  # fmt: skip
            sheet.cast(fold, None, cloth, (0, 8))
            sheet.panel(
                fold,
                cloth,
                [
                    Fold((-200 + dx, dy + 30), (180 + dx, dy + 44), 34, -8, lit=True),
                    Fold((-180 + dx, dy + 96), (200 + dx, dy + 90), 26, 6),
                    Fold((-230 + dx, dy + 60), (0 + dx, dy + 70), 14, 4),
                ],
                grain=2 * number,
            )
        tail = through((120, 160), (230, 150), (276, 300, 0.8), (250, 400), (130, 412), (146, 300, 0.8))
        sheet.cast(tail, None, cloth, (2, 9))
        sheet.panel(
            tail, cloth, [Fold((160, 170), (180, 400), 34, -6), Fold((210, 170), (230, 390), 26, lit=True)], grain=8
        )
        for number in range(16):
            sheet.stroke(line((130 + 8 * number, 412 - 0.7 * number), (128 + 8 * number, 428)), cloth.line, 1.3)

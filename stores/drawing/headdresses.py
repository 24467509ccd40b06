"""Headdresses: fascinators and headscarves."""

from math import hypot, pi, sin

from stores.drawing.cloth import Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import band, both, ellipse, line, sampled, through
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
        """A square as it is tied under the chin, or a long scarf folded in loose loops."""
        if self.long:
            self.draw_long(sheet, cloth)
        else:
            self.draw_tied(sheet, cloth)

    def draw_tied(self, sheet: Sheet, cloth: Cloth) -> None:
        ink = cloth.accents[0] if cloth.accents else cloth.seam
        opening = both((0, -186, 1), (92, -150, 1), (134, -30, 1), (104, 90, 1), (22, 176), (0, 184, 1))
        hood = both((0, -250, 1), (140, -206, 1), (206, -40, 1), (178, 108, 1), (96, 196, 0.8), (20, 214), (0, 216, 1))
        sheet.panel(opening, cloth.inside, [Fold((-70, -120), (-50, 120), 70), Fold((80, -90), (50, 110), 60)], rim=2)
        for side, low in ((-1, 372), (1, 398)):
            tail = through((0, 190), (30, 196), (136, low - 60, 0.5), (118, low), (52, low - 26), (14, 236, 0.6))
            tail = tail.scaled(side, 1)
            sheet.cast(tail, None, cloth, (1, 5))
            folds = [
                Fold((10 * side, 206), (84 * side, low - 20), 22),
                Fold((20 * side, 206), (112 * side, low - 40), 16, lit=True),
            ]
            sheet.panel(tail, cloth, folds, grain=-30 * side)
            sheet.stroke(
                line((42 * side, low - 42), (84 * side, low - 28), (128 * side, low - 26)), ink, 7, 0.9, clip=tail
            )
        folds = [
            fold.on(side) for side in (-1, 1)
            for fold in (
                Fold((24, 206), (170, 20), 34, 20), Fold((40, 206), (196, 60), 24, 16, lit=True),
                Fold((110, -206), (172, -10), 30, -16, lit=True), Fold((60, -226), (150, 30), 24, -30, strength=0.7),
            )
        ]  # fmt: skip
        rim = hood + opening
        sheet.panel(rim, cloth, folds)
        for out, wide in ((1.1, 13), (1.22, 4)):
            sheet.stroke(opening.shrunk((0, 150), out, 0.5 + 0.5 * out), ink, wide, 0.9, clip=rim)
        knot = through(
            (-30, 182), (0, 174, 1), (30, 182), (34, 216, 0.8), (18, 240), (0, 246, 1), (-18, 240), (-34, 216, 0.8)
        )
        sheet.cast(knot, None, cloth, (0, 6))
        sheet.panel(knot, cloth, [Fold((-16, 186), (-8, 236), 14, lit=True), Fold((18, 188), (8, 238), 14)], rim=1)

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

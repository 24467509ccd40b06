"""Scarves and shawls."""

from stores.drawing.cloth import Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import line, sampled, through
from stores.drawing.sheet import Fold, Sheet


class Scarf(Cut):
    """Knotted as if round a neck, its two ends hanging; or spread out as a shawl."""

    cloth: str = "knit"
    wide: float = 120
    shawl: bool = False
    fringe: float = 42

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        if self.shawl:
            self.draw_shawl(sheet, cloth)
            return
        wide = self.wide
        back = through(
            (-130, 30), (-112, -66, 1), (0, -104, 1), (112, -66, 1), (130, 30), (70, 44), (56, -16, 1), (0, -40, 1),
            (-56, -16, 1), (-70, 44)
        )  # fmt: skip
        sheet.panel(back, cloth.inside, [Fold((-100, -50), (90, -56), 18, -30, strength=0.6)], rim=1)
        ends = ((-0.62 * wide, 560, 6.0), (0.5 * wide, 610, -7.0))
        for x, low, lean in ends:
            end = through(
                (x * 0.3 - 0.34 * wide, 90), (x * 0.3 + 0.34 * wide, 86), (x + 0.5 * wide + lean, 0.6 * low, 0.8),
                (x + 0.5 * wide + 2 * lean, low), (x - 0.5 * wide + 2 * lean, low + 6),
                (x - 0.5 * wide + lean, 0.6 * low, 0.8)
            )  # fmt: skip
            self.fringes(sheet, cloth, x - 0.5 * wide + 2 * lean, x + 0.5 * wide + 2 * lean, low)
            sheet.cast(end, None, cloth, (3, 5))
            folds = [
                Fold((x * 0.3 - 10, 100), (x - 0.26 * wide, low), 26, 6),
                Fold((x * 0.3 + 12, 100), (x + 0.2 * wide, 0.8 * low), 22, -4),
                Fold((x * 0.3, 110), (x, 0.9 * low), 22, lit=True),
            ]
            sheet.panel(end, cloth, folds, grain=-lean / 2)
        loop = through(
            (-134, 22), (-148, -24, 1), (-100, -56, 1), (-58, -8, 0.8), (0, 18, 1), (58, -8, 0.8), (100, -56, 1),
            (148, -24, 1), (134, 22), (92, 104, 0.9), (0, 142, 1), (-92, 104, 0.9)
        )  # fmt: skip
        sheet.cast(loop, None, cloth, (0, 9))
        sheet.panel(
            loop,
            cloth,
            [
                Fold((-126, 10), (110, 50), 30, -44),
                Fold((-110, -30), (112, 0), 22, -50, lit=True),
                Fold((-90, 60), (100, 70), 20, -34),
            ],
            rim=1.1,
        )

    def fringes(self, sheet: Sheet, cloth: Cloth, left: float, right: float, low: float) -> None:
        count = int((right - left) / 9)
        for number in range(count):
            x = left + 4 + 9 * number
            sheet.stroke(
                line((x, low - 4), (x + 2, low + 0.5 * self.fringe, 1),
                (x - 1 + 4 * (number % 2), low + self.fringe)), cloth.line, 4.2
            )  # fmt: skip
            sheet.stroke(
                line((x, low - 4), (x + 2, low + 0.5 * self.fringe, 1),
                (x - 1 + 4 * (number % 2), low + self.fringe)), cloth.base, 2.4
            )  # fmt: skip

    def draw_shawl(self, sheet: Sheet, cloth: Cloth) -> None:
        """As it lies round the shoulders, one end over the other."""
        back = through((-104, 14), (-70, -44, 1), (0, -62, 1), (70, -44, 1), (104, 14), (60, 60), (0, 70, 1), (-60, 60))
        sheet.panel(back, cloth.inside, rim=1.2)
        for side in (-1, 1):
            edge = [(404.0, 330.0), (330.0, 470.0), (196.0, 600.0), (40.0, 690.0), (-46.0, 640.0)]
            self.fringe_along(sheet, cloth, [(side * x, y) for x, y in edge])
            half = through(
                (62, -42), (104, -30, 0.9), (250, 26, 1), (360, 150, 1), (404, 330, 0.6), (330, 470, 1),
                (196, 600, 1), (40, 690, 0.5), (-46, 640, 0.6), (-10, 380, 0.9), (44, 120, 1), (52, 10, 0.9)
            ).scaled(side, 1)  # fmt: skip
            sheet.cast(half, None, cloth, (3 * side, 7))
            falls = [
                (90, -10, 376, 330),
                (84, 10, 300, 470),
                (78, 40, 214, 580),
                (66, 70, 120, 640),
                (58, 110, 30, 660),
            ]
            folds = [Fold((side * x, y), (side * u, v), 40, -26 * side) for x, y, u, v in falls]
            lit = [
                Fold((side * (x + 16), y + 10), (side * (u - 24), v - 40), 26, -24 * side, lit=True)
                for x, y, u, v in falls
            ]
            sheet.panel(half, cloth, [*folds, *lit], grain=-24 * side, rim=1)
            sheet.seam(
                line((58, -30), (48, 10, 0.9), (40, 120, 1), (-12, 380, 0.9), (-48, 630)).scaled(side,
                1).moved(6 * side, 0), cloth, 1.1, half
            )  # fmt: skip

    def fringe_along(self, sheet: Sheet, cloth: Cloth, corners: list[tuple[float, float]]) -> None:
        """Threads that hang from an edge through these points."""
        points = sampled(line(*[(*corner, 1) for corner in corners]).contours[0], 16)
        for number, (x, y) in enumerate(points):
            thread = line((x, y - 8), (x + 3, y + 0.6 * self.fringe, 1), (x + 4 * (number % 2), y + self.fringe))
            sheet.stroke(thread, cloth.line, 3.6)
            sheet.stroke(thread, cloth.base, 2.1)

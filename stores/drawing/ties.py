"""Ties, bow ties, cummerbunds and pocket squares."""

from typing import Literal

from stores.drawing.cloth import Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import band, line, through
from stores.drawing.sheet import Fold, Sheet


class Tie(Cut):
    cloth: str = "silk"
    style: Literal["long", "bow", "cummerbund", "square"] = "long"
    blade: float = 78
    untied: bool = False

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        getattr(self, f"draw_{self.style}")(sheet, cloth)

    def draw_long(self, sheet: Sheet, cloth: Cloth) -> None:
        """Knotted, the loop of the collar above, the narrow end behind."""
        half = self.blade / 2
        for side in (-1, 1):
            sheet.panel(
                band([(side * 8, 4), (side * 62, -66, 1), (side * 40, -120, 1), (0, -134)], 26, 30, 22), cloth.plain
                if cloth.pattern == "solid" else cloth, grain=30 * side, rim=0.8
            )  # fmt: skip
        tail = through((-8, 40), (14, 40), (0.66 * half + 16, 440), (12, 476), (-0.3 * half + 4, 446))
        sheet.panel(tail, cloth.inside)
        blade = through(
            (-0.44 * half, 34), (0.44 * half, 34), (0.7 * half, 240, 0.8), (half, 520), (0, 572), (-half, 520),
            (-0.7 * half, 240, 0.8)
        )  # fmt: skip
        sheet.cast(blade, None, cloth, (3, 5))
        sheet.panel(
            blade,
            cloth,
            [
                Fold((-4, 40), (-0.1 * half, 170), 18, 4),
                Fold((-0.3 * half, 60), (-0.5 * half, 500), 20, lit=True),
                Fold((0.3 * half, 60), (0.7 * half, 520), 18, -4, strength=0.7),
            ],
            rim=0.9,
        )
        knot = through((-34, -16), (0, -22, 1), (34, -16), (20, 44), (0, 48, 1), (-20, 44))
        sheet.cast(knot, None, cloth, (0, 6))
        sheet.panel(
            knot, cloth, [Fold((-20, -10), (-8, 40), 14, lit=True), Fold((24, -8), (12, 40), 12)], grain=24, rim=1
        )

    def draw_bow(self, sheet: Sheet, cloth: Cloth) -> None:
        if self.untied:
            for side in (-1, 1):
                sheet.panel(
                    band([(side * 20, 10), (side * 90, -34, 1), (side * 60, -70, 1), (0, -78)], 14), cloth.plain,
                    rim=0.5, outline=1.3
                )  # fmt: skip
        for side in (-1, 1):
            wing = through(
                (0, -14), (40, -30, 0.8), (108, -56, 0.7), (118, 0, 0.8), (108, 56, 0.7), (40, 28, 0.8), (0, 14)
            ).scaled(side, 1)  # fmt: skip
            folds = [
                Fold((side * 8, 0), (side * 84, -6), 18, 4),
                Fold((side * 10, -8), (side * 96, -34), 14, lit=True),
                Fold((side * 10, 8), (side * 96, 36), 14),
                Fold((side * 14, 4), (side * 70, 18), 8, strength=0.8),
            ]
            sheet.panel(wing, cloth, folds, grain=8 * side)
        knot = through((-17, -22), (0, -26, 1), (17, -22), (20, 0, 1), (16, 24), (0, 27, 1), (-16, 24), (-20, 0, 1))
        sheet.cast(knot, None, cloth, (0, 5))
        sheet.panel(knot, cloth, [Fold((-6, -22), (-5, 22), 10, lit=True)], rim=1)

    def draw_cummerbund(self, sheet: Sheet, cloth: Cloth) -> None:
        for side in (-1, 1):
            sheet.panel(band([(side * 250, 0), (side * 340, -14, 1), (side * 400, 12)], 30, 26), cloth.inside, rim=0.6)
        shape = through(
            (-280, -34), (-220, -58, 0.8), (0, -66, 1), (220, -58, 0.8), (280, -34), (286, 0, 0.8), (280, 36),
            (220, 62, 0.8), (0, 72, 1), (-220, 62, 0.8), (-280, 36), (-286, 0, 0.8)
        )  # fmt: skip
        sheet.panel(shape, cloth, [Fold((-250, -30), (-100, -40), 18, lit=True)], rim=1)
        for number in range(4):
            y = -38 + 27 * number
            pleat = line((-284, 0.55 * y), (-200, 0.92 * y, 0.8), (0, y + 2, 1), (200, 0.92 * y, 0.8), (284, 0.55 * y))
            sheet.stroke(pleat.moved(0, -6), cloth.shade, 9, 0.8 * cloth.depth, clip=shape)
            sheet.stroke(pleat.moved(0, 8), cloth.light, 6, 0.9 * cloth.gleam, clip=shape)
            sheet.seam(pleat, cloth, 1.6, shape)

    def draw_square(self, sheet: Sheet, cloth: Cloth) -> None:
        """Folded to three points, one beside the other, as it stands in a breast pocket."""
        for middle, tall in ((-46, 84), (48, 78), (0, 108)):
            point = through((middle - 55, 14), (middle - 4, -tall), (middle + 51, 14))
            sheet.cast(point, None, cloth, (2, 4))
            folds = [
                Fold((middle - 48, 4), (middle - 8, -0.86 * tall), 16, -5),
                Fold((middle + 12, 4), (middle + 2, -0.86 * tall), 18, 4, lit=True),
                Fold((middle + 44, 4), (middle + 10, -0.7 * tall), 14, 4, strength=0.7),
            ]
            sheet.panel(point, cloth, folds, grain=45 + 0.4 * middle, rim=1)
            hem = line((middle - 52, 8), (middle - 4, 12 - tall), (middle + 48, 8))
            sheet.seam(hem, cloth, 1.1, point)
        base = through((-104, -4), (0, -12, 1), (104, -2), (99, 82), (0, 88, 1), (-100, 80))
        sheet.cast(base, None, cloth, (0, -5))
        folds = [
            Fold((-84, 30), (86, 38), 14, 3, strength=0.6),
            Fold((-80, 0), (-70, 74), 20, lit=True),
        ]
        sheet.panel(base, cloth, folds, rim=0.9)
        sheet.seam(line((-92, 6), (0, -2, 1), (92, 8)), cloth, 1.1, base)

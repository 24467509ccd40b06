"""Ties, bow ties, cummerbunds and pocket squares."""

from typing import Literal

from stores.drawing import fastenings
from stores.drawing.cloth import STEEL, Cloth
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
        """Laid flat, its pleats open upwards, the strap's buckle at one end."""
        for side in (-1, 1):
            strap = band([(side * 250, 0), (side * 330, -10, 1), (side * 400, 14)], 44, 40)
            sheet.panel(strap, cloth.plain, rim=0.6)
        fastenings.buckle(sheet, 372, -2, 44, 66, STEEL)
        shape = through(
            (-280, -70), (-220, -104, 0.8), (0, -122, 1), (220, -104, 0.8), (280, -70), (288, 0, 0.8), (280, 70),
            (220, 110, 0.8), (0, 128, 1), (-220, 110, 0.8), (-280, 70), (-288, 0, 0.8)
        )  # fmt: skip
        sheet.panel(shape, cloth, rim=1)
        for number in range(5):
            y = -80 + 40 * number
            pleat = line((-286, 0.6 * y), (-200, 0.92 * y, 0.8), (0, y + 2, 1), (200, 0.92 * y, 0.8), (286, 0.6 * y))
            sheet.stroke(pleat.moved(0, -7), cloth.shade, 11, 0.8 * cloth.depth, clip=shape)
            sheet.stroke(pleat.moved(0, 10), cloth.light, 9, 0.8 * cloth.gleam, clip=shape)
            sheet.seam(pleat, cloth, 2.2, shape)

    def draw_square(self, sheet: Sheet, cloth: Cloth) -> None:
        """Folded to three points that fan out from where the pocket holds them."""
        for middle, tall in ((-44, 78), (46, 66), (2, 112)):
            layer = through(
                (middle - 58, 26), (middle - 2, -tall), (middle + 54, 26), (0.5 * middle + 34, 118),
                (0.5 * middle - 34, 118)
            )  # fmt: skip
            sheet.cast(layer, None, cloth, (3, 3))
            folds = [
                Fold((middle - 2, -0.7 * tall), (0.4 * middle - 6, 112), 22, -5, strength=0.8),
                Fold((middle + 16, -0.3 * tall), (0.4 * middle + 12, 106), 20, 4, lit=True),
                Fold((middle + 46, 20), (0.4 * middle + 26, 110), 16, 4),
            ]
            sheet.panel(layer, cloth, folds, grain=45 + 0.4 * middle, rim=1)
            hem = line((middle - 50, 26), (middle - 2, 14 - tall), (middle + 46, 26))
            sheet.stroke(hem, cloth.seam, 1.6, 1, "5 3", layer)
        hold = through((-62, 70), (0, 60, 1), (62, 72), (46, 132), (0, 138, 1), (-46, 132))
        sheet.cast(hold, None, cloth, (0, -4))
        sheet.panel(hold, cloth, [Fold((-40, 80), (-30, 126), 22, lit=True), Fold((44, 80), (30, 128), 18)], rim=0.9)

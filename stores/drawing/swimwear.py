"""What is worn to swim, and underneath."""

from typing import Literal

from stores.drawing.cloth import STEEL, Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import Knot, band, both, ellipse, line, mirror, through
from stores.drawing.sheet import Fold, Sheet


class Swim(Cut):
    """Swimsuits, bikinis and underwear."""

    cloth: str = "nylon"
    style: Literal["suit", "square_suit", "bikini", "high_bikini", "bra", "sports_bra", "briefs", "boxers"] = "suit"

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        getattr(self, f"draw_{self.style}")(sheet, cloth)

    def draw_suit(self, sheet: Sheet, cloth: Cloth, square: bool = False) -> None:
        edge: list[Knot] = [(0, 170, 1), (80, 120, 1), (112, 0)] if not square else [(0, 120), (96, 118), (104, 0)]
        back: list[Knot] = [(0, 260, 1), (96, 180, 1), (120, -2)]
        sheet.panel(both(*back, (150, 0), (150, 150, 1), (176, 240), (150, 420), (0, 430)), cloth.inside, rim=1)
        shape = both(
            *edge, (146, 2), (150, 120, 1), (186, 232), (154, 380, 1), (192, 560, 1), (196, 610), (110, 650, 1),
            (46, 734, 0.8), (40, 744), (0, 748, 1)
        )  # fmt: skip
        sheet.panel(
            shape,
            cloth,
            [
                Fold((150, 260), (60, 420), 34, -10),
                Fold((-160, 250), (-70, 380), 26, 10),
                Fold((-90, 220), (-120, 560), 54, -10, lit=True),
                Fold((150, 420), (130, 620), 40, 8),
                Fold((60, 640), (0, 740), 30),
            ],
            rim=1.1,
        )
        leg = line((196, 606), (106, 644, 1), (42, 730, 0.8), (38, 744))
        for trim in (line(*mirror(edge[1:]), *edge), leg, leg.mirrored()):
            sheet.seam(trim.mapped(lambda p: (p[0] * 0.95, p[1] + 4)), cloth, 1.2, shape)
        sheet.seam(line((-150, 268), (0, 282, 1), (150, 268)), cloth, 1.1, shape)

    def draw_square_suit(self, sheet: Sheet, cloth: Cloth) -> None:
        self.draw_suit(sheet, cloth, square=True)

    def draw_bikini(self, sheet: Sheet, cloth: Cloth) -> None:
        """Two triangles on strings, and a brief tied at the sides."""
        cord = cloth.plain
        sheet.panel(
            band([(-92, 40), (-54, -110, 1), (0, -150, 1), (54, -110, 1), (92, 40)], 7), cord, rim=0.2, outline=1.2
        )  # fmt: skip
        sheet.panel(band([(-180, 166), (0, 150, 1), (180, 166)], 8), cord, rim=0.2, outline=1.2)
        for side in (-1, 1):
            cup = through((84, 22), (156, 148, 0.8), (150, 162), (14, 154), (16, 138, 0.8)).scaled(side, 1)
            sheet.panel(
                cup,
                cloth,
                [
                    Fold((side * 80, 50), (side * 50, 150), 30, lit=True),
                    Fold((side * 120, 100), (side * 60, 160), 26, 4),
                ],
                rim=1.1,
            )
            tie(sheet, cord, side * 180, 166, 60)
        self.brief(sheet, cloth, 290, 172, 66)
        for side in (-1, 1):
            tie(sheet, cord, side * 172, 318, 84)

    def draw_high_bikini(self, sheet: Sheet, cloth: Cloth) -> None:
        top = both((0, 66, 1), (60, 48, 1), (176, 62), (180, 140), (60, 168, 1), (0, 158, 1))
        strap = band([(-96, 60), (-66, -76, 1), (0, -124, 1), (66, -76, 1), (96, 60)], 12)
        sheet.panel(strap, cloth.plain, rim=0.3, outline=1.2)
        sheet.panel(
            top,
            cloth,
            [Fold((-90, 60), (-60, 150), 40, lit=True), Fold((90, 60), (60, 160), 30), Fold((0, 70), (6, 156), 16)],
            rim=1.1,
        )
        self.brief(sheet, cloth, 260, 168, 150)

    def brief(self, sheet: Sheet, cloth: Cloth, y: float, half: float, side: float) -> None:
        back = both((0, y - 6, 1), (half, y - 4), (half, y + 30), (0, y + 60, 1))
        sheet.panel(back, cloth.inside)
        shape = both(
            (0, y + 14, 1), (half, y), (half + 4, y + side), (90, y + side + 60, 1), (38, y + side + 146, 0.8),
            (36, y + side + 158), (0, y + side + 162, 1)
        )  # fmt: skip
        sheet.panel(
            shape,
            cloth,
            [
                Fold((-110, y + 20), (-60, y + side + 60), 44, lit=True),
                Fold((120, y + 20), (30, y + side + 130), 36, 8),
                Fold((-100, y + side + 30), (-20, y + side + 140), 20, 4),
            ],
            rim=1.1,
        )
        sheet.seam(line((-half, y + 14), (0, y + 28, 1), (half, y + 14)), cloth, 1.2, shape)

    def draw_bra(self, sheet: Sheet, cloth: Cloth) -> None:
        for side in (-1, 1):
            sheet.panel(
                band([(side * 112, 20), (side * 122, -100, 1), (side * 96, -176, 1), (side * 66, -120, 1),
                (side * 74, 100)], 12), cloth.plain, rim=0.3, outline=1.2
            )  # fmt: skip
            wing = through((side * 150, 60), (side * 216, 106), (side * 214, 146), (side * 130, 160))
            sheet.panel(wing, cloth.inside, rim=0.7)
        for side in (-1, 1):
            cup = through(
                (8, 96), (60, 40, 0.9), (112, -6), (156, 60, 0.9), (160, 130, 1), (100, 176, 1), (30, 158, 1)
            ).scaled(side, 1)  # fmt: skip
            sheet.panel(
                cup,
                cloth,
                [
                    Fold((side * 60, 66), (side * 50, 146), 36, lit=True),
                    Fold((side * 150, 80), (side * 80, 170), 30, 8),
                ],
                rim=1.2,
            )
            sheet.seam(line((side * 12, 104), (side * 80, 92, 1), (side * 152, 66)), cloth, 1.3, cup)
            sheet.stroke(line((side * 112, -4), (side * 112, -30)), STEEL, 5)
        under = both((0, 128, 1), (30, 152), (100, 172, 1), (162, 132), (166, 150), (100, 198, 1), (0, 176, 1))
        sheet.panel(under, cloth.plain, rim=0.5, outline=1.3)
        sheet.fill(ellipse(0, 118, 6), cloth.light)
        for side in (-1, 1):
            sheet.panel(
                through((0, 118), (side * 18, 106, 1), (side * 20, 126, 1)), cloth.of("satin"), rim=0.4, outline=1
            )  # fmt: skip

    def draw_sports_bra(self, sheet: Sheet, cloth: Cloth) -> None:
        back = both((0, 40, 1), (50, 10, 0.8), (84, -6), (134, -4), (120, 100, 0.8), (170, 176), (0, 190, 1))
        sheet.panel(back, cloth.inside, rim=1)
        shape = both((0, 116, 1), (56, 76, 1), (80, 0), (136, 0), (132, 96, 1), (186, 170), (178, 320), (0, 330, 1))
        sheet.panel(
            shape,
            cloth,
            [
                Fold((-90, 110), (-70, 250), 50, lit=True),
                Fold((150, 190), (60, 262), 30, -8),
                Fold((-140, 190), (-60, 256), 24, 8),
                Fold((6, 150), (2, 270), 20, strength=0.8),
            ],
            rim=1.1,
        )
        sheet.panel(both((0, 288, 1), (182, 276), (178, 332), (0, 344, 1)), cloth.plain.of("rib"), rim=0.6)
        sheet.seam(line((-128, 110), (-84, 200, 1), (-96, 282)), cloth, 1.4, shape)
        sheet.seam(line((128, 110), (84, 200, 1), (96, 282)), cloth, 1.4, shape)
        for trim in (line((-76, 4), (-54, 82, 1), (0, 124, 1), (54, 82, 1), (76, 4)),):
            sheet.seam(trim, cloth, 1.4, shape)

    def draw_briefs(self, sheet: Sheet, cloth: Cloth) -> None:
        if self.who == "men":
            self.draw_boxers(sheet, cloth)
            return
        self.brief(sheet, cloth, 0, 176, 100)
        sheet.panel(both((0, 12, 1), (177, -2), (178, 26), (0, 40, 1)), cloth.plain, rim=0.5, outline=1.2)

    def draw_boxers(self, sheet: Sheet, cloth: Cloth) -> None:
        shape = both((0, 14, 1), (180, 0), (200, 150, 1), (206, 292), (28, 306), (2, 214), (0, 206))
        sheet.panel(
            shape,
            cloth,
            [
                Fold((4, 210), (120, 170), 20, 6),
                Fold((-4, 210), (-120, 176), 20, -6),
                Fold((-130, 60), (-140, 280), 50, lit=True),
                Fold((170, 60), (150, 290), 44),
            ],
            rim=1,
        )
        pouch = line((-64, 40), (-48, 140, 1), (-8, 204))
        for one in (pouch, pouch.mirrored()):
            sheet.seam(one, cloth, 1.6, shape)
        sheet.panel(both((0, 12, 1), (181, -3), (184, 34), (0, 48, 1)), cloth.plain.of("rib"), rim=0.5)
        for side in (-1, 1):
            sheet.seam(line((side * 206, 276), (side * 28, 290)), cloth, 1.2, shape)


def tie(sheet: Sheet, cloth: Cloth, x: float, y: float, long: float) -> None:
    """A small bow of cord with two ends."""
    side = 1 if x > 0 else -1
    for lean in (0.1, 0.5):
        sheet.panel(
            band([(x, y), (x + side * lean * 0.5 * long, y + 0.5 * long, 1), (x + side * lean * long, y + long)], 6),
            cloth, rim=0.2, outline=1.1
        )  # fmt: skip
    for up in (-18, 12):
        sheet.panel(
            through((x, y), (x + side * 22, y + up - 8, 1), (x + side * 34, y + up, 1),
            (x + side * 20, y + up + 7, 1)), cloth, rim=0.2, outline=1.1
        )  # fmt: skip

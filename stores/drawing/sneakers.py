"""Sneakers and running shoes, seen from the side."""

from typing import Literal

from stores.drawing.cloth import Cloth
from stores.drawing.footwear import (
    GUM,
    RUBBER,
    Shoe,
    inside_of,
    laces,
    slab,
    tread,
)
from stores.drawing.outline import Knot, Path, ellipse, line, through
from stores.drawing.sheet import Fold, Sheet
from stores.drawing.tones import lightness


class Sneaker(Shoe):
    cloth: str = "canvas"
    style: Literal["canvas", "court", "retro", "running", "trail"] = "canvas"
    high: bool = False

    def draw_shoe(self, sheet: Sheet, cloth: Cloth) -> None:
        top = -62.0 if self.high else 0.0
        white = "#f4f2ec" if not cloth.pale else "#fbfaf6"
        tongue = through(
            (96, -96 + top), (104, -128 + top, 0.6), (130, -134 + top, 0.6), (140, -116 + top), (186, -74), (150, -66)
        )  # fmt: skip
        sheet.panel(tongue, cloth.plain if self.style != "court" else cloth, rim=0.8)
        inside_of(
            sheet, cloth, (14, -100 + top), (60, -108 + top, 1), (112, -112 + top), (90, -80 + top), (30, -80 + top)
        )
        upper = self.upper(top)
        sheet.panel(upper, cloth, self.folds(top), rim=1)
        self.draw_upper(sheet, cloth, upper, top, white)
        self.draw_sole(sheet, cloth, white)

    def upper(self, top: float) -> Path:
        knots: list[Knot] = [
            (4, -20), (-3, -62, 1), (8, -106 + top, 0.8), (22, -112 + top, 0.7), (56, -90 + 0.95 * top, 1),
            (98, -104 + top, 0.7), (116, -112 + top)
        ]  # fmt: skip
        return through(*knots, (150, -94 + 0.3 * top, 0.8), (196, -72, 1), (256, -58, 1), (289, -36, 1), (290, -16))

    def folds(self, top: float) -> list[Fold]:
        return [
            Fold((14, -40), (30, -94 + top), 26, 4, lit=True, strength=0.7),
            Fold((206, -64), (262, -44), 16, -4, lit=True, strength=1.1),
            Fold((170, -60), (192, -26), 14, 4, strength=0.7),
            Fold((184, -64), (210, -28), 12, 4, strength=0.6),
        ]

    def draw_upper(self, sheet: Sheet, cloth: Cloth, upper: Path, top: float, white: str) -> None:
        facing = through(
            (94, -106 + top), (118, -115 + top), (192, -76), (204, -62, 0.7), (190, -50), (160, -58, 0.6),
            (104, -84 + 0.8 * top, 0.7)
        )  # fmt: skip
        trim = cloth.plain
        if self.style == "retro":
            accent = cloth.accents[0] if abs(lightness(cloth.accents[0]) - lightness(cloth.base)) > 0.2 else "#8c8c8e"
            stripe = through((112, -70), (132, -78), (186, -26), (160, -22))
            sheet.panel(stripe, trim.dyed(accent), rim=0.4, outline=1.1)
            counter = through((4, -20), (-3, -62, 1), (6, -84), (44, -60, 0.8), (56, -20))
            sheet.panel(counter, trim.dyed(accent), rim=0.6, outline=1.2)
        if self.style in {"running", "trail"}:
            for number in range(4):
                wave = line((60 + 22 * number, -22), (84 + 22 * number, -50, 1), (120 + 20 * number, -84 + 9 * number))
                sheet.stroke(wave, cloth.seam, 5, 0.75, clip=upper)
            heel = through((4, -20), (-3, -62, 1), (4, -86), (36, -72, 0.8), (66, -20))
            sheet.panel(heel, trim.inside, rim=0.6, outline=1.1)
            toe = through((226, -18), (236, -50, 0.8), (262, -54, 0.8), (289, -34, 0.8), (290, -16))
            sheet.panel(toe, trim.inside, rim=0.5, outline=1.1)
        sheet.panel(facing, trim, rim=0.6, outline=1.3)
        if self.style == "canvas":
            cap = through((240, -18), (246, -52, 0.8), (264, -52, 0.9), (290, -32, 0.9), (291, -14))
            sheet.panel(cap, cloth.dyed(white).of("rubber"), [Fold((256, -44), (278, -30), 10, lit=True)], rim=0.8)
            patch = through((0, -40), (0, -90 + top, 0.8), (16, -92 + top), (18, -40))
            sheet.seam(line((18, -24), (22, -100 + top)), cloth, 1.4)
            sheet.seam(patch, cloth, 1.0)
        if self.style == "court":
            sheet.seam(line((60, -20), (72, -50, 1), (104, -82)), cloth, 1.4, upper)
            for row in range(3):
                for x in (206, 218, 230):
                    sheet.fill(ellipse(x + 4 * row, -62 + 6 * row, 1.8), cloth.line, 0.8)
            heel = through((2, -66), (4, -106), (24, -110, 0.8), (34, -66))
            sheet.panel(heel, trim.inside, rim=0.5, outline=1.1)
        if self.high:
            sheet.stroke(ellipse(52, -116, 17), cloth.line, 1.6)
            sheet.fill(ellipse(52, -116, 14), white, 0.95)
        count = 5 if self.high else 4
        ink = white if not cloth.pale else "#e3dfd4"
        laces(sheet, (122, -104 + top), (186, -66), count, ink)

    def draw_sole(self, sheet: Sheet, cloth: Cloth, white: str) -> None:
        if self.style in {"running", "trail"}:
            sole = slab(
                [
                    (-14, -34),
                    (-6, -44, 0.8),
                    (60, -34, 1),
                    (140, -24, 1),
                    (220, -30, 1),
                    (292, -36, 0.8),
                    (304, -22, 0.9),
                    (286, 0),
                    (150, 2),
                    (20, 2),
                    (-12, -8, 0.9),
                ],
                sheet,
                cloth,
                white,
                "rubber",
            )
            sheet.stroke(
                line((-10, -20), (80, -16, 1), (180, -10, 1), (296, -18)), cloth.base
                if not cloth.pale else "#b7b2a6", 4, 0.9, clip=sole
            )  # fmt: skip
            if self.style == "trail":
                tread(sheet, 0, 296, 9, RUBBER)
            else:
                slab([(6, -6), (150, -4), (284, -6), (278, 3), (150, 5), (14, 5)], sheet, cloth, RUBBER)
            return
        ink = {"canvas": white, "court": white, "retro": GUM}[self.style]
        sole = slab(
            [(-3, -30), (150, -24, 1), (294, -26), (296, -10, 0.8), (288, 2), (150, 3), (6, 3), (-4, -8, 0.8)],
            sheet,
            cloth,
            ink,
            "rubber",
        )
        if self.style == "canvas":
            sheet.stroke(
                line((-2, -20), (150, -15, 1), (295, -17)), cloth.base if not cloth.pale else "#2b3350", 2.6, 0.9,
                clip=sole
            )  # fmt: skip
        else:
            sheet.stitch(line((0, -22), (150, -17, 1), (292, -19)), cloth.dyed(ink), clip=sole)

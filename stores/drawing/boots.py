"""Boots seen from the side."""

from typing import Literal

from stores.drawing import fastenings
from stores.drawing.cloth import STEEL, Cloth
from stores.drawing.footwear import LEATHER_SOLE, RUBBER, Shoe, inside_of, laces, slab, sole_ink, tread
from stores.drawing.outline import Knot, Path, Point, band, line, rectangle, through
from stores.drawing.sheet import Fold, Sheet


class Boot(Shoe):
    """`shaft` is the height of the back, `heel` that of the heel."""

    cloth: str = "leather"
    shaft: float = 190
    heel: float = 30
    style: Literal["chelsea", "heeled", "laced", "zip", "hiking", "winter", "rain"] = "chelsea"
    chunky: bool = False
    behind: Point = (58, -84)

    def draw_shoe(self, sheet: Sheet, cloth: Cloth) -> None:
        lift = -(self.heel - 30)
        top = lift - self.shaft
        wide = 118 if self.style in {"rain", "winter"} else 104
        inside_of(
            sheet, cloth, (8, top + 2), (0.5 * wide, top - 9, 1), (wide, top + 2), (wide - 4, top + 22), (14, top + 22)
        )
        upper = self.upper(lift, top, wide)
        lit = [
            Fold((0.72 * wide, top + 14), (0.84 * wide, lift - 90), 22, 6, lit=True, strength=1.2),
            Fold((200, -72), (272, -38), 18, -8, lit=True, strength=1.2),
            Fold((12, lift - 60), (18, top + 30), 16, 2, lit=True),
        ]
        creases = [
            Fold((wide + 6, lift - 96), (30, lift - 84), 16, 8),
            Fold((wide + 14, lift - 112), (40, lift - 104), 12, 5, strength=0.8),
            Fold((180, -74), (196, -26), 12, 4),
        ]
        sheet.panel(upper, cloth, [*lit, *creases], rim=1.1)
        getattr(self, f"draw_{self.style}")(sheet, cloth, upper, lift, top, wide)
        self.draw_sole(sheet, cloth, lift)

    def upper(self, lift: float, top: float, wide: float) -> Path:
        toe: list[Knot] = [(262, -68, 1), (292, -44, 0.9), (295, -14)]
        full = 8 if self.style == "winter" else 0
        return through(
            (2, lift - 30), (-5 - full, lift - 70, 1), (6 - full, 0.6 * top + 0.4 * lift - 40, 0.8), (8 - full, top),
            (wide + full, top), (wide + 4 + full, 0.55 * top + 0.45 * lift - 40, 0.8), (wide + 14, lift - 116, 0.8),
            (184, -88, 0.9), *toe, (200, -12, 1), (100, lift - 22, 1)
        )  # fmt: skip

    def draw_sole(self, sheet: Sheet, cloth: Cloth, lift: float) -> None:
        if self.style in {"hiking", "winter", "rain"} or self.chunky:
            ink = sole_ink(cloth, RUBBER if self.style != "winter" else "#4a4038")
            tread(sheet, -4, 300, 12, ink, 24)
            slab(
                [(-8, -36), (100, -26, 1), (200, -22, 1), (298, -30), (304, -14, 0.8), (296, -7), (100, -7), (-4, -7)],
                sheet,
                cloth,
                ink,
                "rubber",
            )
            return
        ink = sole_ink(cloth, LEATHER_SOLE)
        heel = self.heel
        slab(
            [
                (100, lift - 26, 1),
                (200, -13, 1),
                (298, -18),
                (299, -8, 0.8),
                (280, 0),
                (200, 0, 0.6),
                (130, lift - 12, 0.8),
                (80, lift - 24),
                (70 if heel > 40 else 76, 0),
                (6, 0),
                (-3, lift - 34),
            ],
            sheet,
            cloth,
            ink,
        )
        for number in range(1, int(heel // 10)):
            sheet.stroke(line((0, -number * 10), (76, -number * 10)), "#1d140d", 0.9, 0.5)

    def draw_chelsea(self, sheet: Sheet, cloth: Cloth, upper: Path, lift: float, top: float, wide: float) -> None:
        gore = through((34, top + 4), (86, top + 4), (74, lift - 84, 0.8), (56, lift - 72), (42, lift - 86, 0.8))
        sheet.panel(gore, cloth.inside.of("rib"), rim=0.7)
        sheet.panel(
            band([(4, top + 12), (8, top - 14, 0.8), (20, top - 14, 0.8), (24, top + 12)], 8), cloth.inside, rim=0.4,
            outline=1.2
        )  # fmt: skip
        sheet.seam(line((44, lift - 28), (60, lift - 60, 0.8), (150, -74)), cloth, 1.3, upper)

    def draw_heeled(self, sheet: Sheet, cloth: Cloth, upper: Path, lift: float, top: float, wide: float) -> None:
        self.draw_zip(sheet, cloth, upper, lift, top, wide)

    def draw_zip(self, sheet: Sheet, cloth: Cloth, upper: Path, lift: float, top: float, wide: float) -> None:
        zip_ = line((58, top + 2), (56, lift - 80, 0.8), (66, lift - 34))
        sheet.stroke(zip_, "#1d1c1e", 7, 0.9, clip=upper)
        sheet.stroke(zip_, STEEL, 3.4, 1, "2 1.6", upper)
        sheet.panel(rectangle(53, top + 8, 63, top + 36, 4), cloth, rim=0.4, outline=1.1)

    def draw_laced(self, sheet: Sheet, cloth: Cloth, upper: Path, lift: float, top: float, wide: float) -> None:
        quarter = line((60, lift - 26), (84, lift - 64, 0.9), (150, -64, 0.8), (172, -86))
        sheet.stroke(quarter, cloth.line, 1.7, clip=upper)
        sheet.stroke(quarter.moved(4, 4), cloth.seam, 1, clip=upper)
        sheet.seam(line((wide - 34, top), (wide - 28, lift - 110, 0.8), (140, -62)), cloth, 1.3, upper)
        laces(sheet, (wide - 6, top + 16), (164, -82), 7, cloth.line if not cloth.dark else "#3c3632", 30)

    def draw_hiking(self, sheet: Sheet, cloth: Cloth, upper: Path, lift: float, top: float, wide: float) -> None:
        collar = through(
            (2, top + 40), (6, top - 8, 0.8), (0.5 * wide, top - 14, 1), (wide + 2, top - 6, 0.8), (wide, top + 34),
            (0.5 * wide, top + 30, 1)
        )  # fmt: skip
        sheet.panel(collar, cloth.inside, [Fold((10, top + 8), (wide, top + 6), 10, -4, lit=True)], rim=0.9)
        guard = through((222, -14), (230, -54, 0.8), (256, -64, 0.8), (291, -42, 0.8), (296, -12))
        sheet.panel(guard, cloth.dyed("#2c2a28").of("rubber"), rim=0.7, outline=1.3)
        heel = through((0, -24), (-4, -74, 0.8), (40, -66, 0.8), (60, -22))
        sheet.panel(heel, cloth.inside, rim=0.6, outline=1.2)
        panel = line((60, -24), (84, -60, 0.9), (130, -70, 0.8), (150, -30))
        sheet.seam(panel, cloth, 1.5, upper)
        sheet.stitch(panel.moved(4, 4), cloth, clip=upper)
        laces(sheet, (wide - 2, top + 34), (180, -80), 7, "#c8472f", 34)
        for number in range(4):
            fastenings.button(sheet, (wide - 28 + 7 * number, top + 46 + 20 * number), STEEL, 4.4, False)

    def draw_winter(self, sheet: Sheet, cloth: Cloth, upper: Path, lift: float, top: float, wide: float) -> None:
        foot = through(
            (-2, -22), (-10, -78, 0.9), (60, -92, 0.9), (150, -96, 0.9), (190, -86, 0.9), (258, -60, 1),
            (291, -40, 0.9), (296, -14)
        )  # fmt: skip
        sheet.panel(foot, cloth.dyed("#3b362f").of("rubber"), [Fold((200, -72), (274, -40), 14, -6, lit=True)], rim=0.9)
        fur = through(
            (-8, top + 30), (-10, top - 16, 0.9), (0.5 * wide, top - 26, 1), (wide + 14, top - 14, 0.9),
            (wide + 12, top + 34), (0.5 * wide, top + 40, 1)
        )  # fmt: skip
        sheet.panel(fur, cloth.dyed("#d9c9ac").of("faux_fur"), rim=1.2)
        laces(sheet, (wide + 2, top + 58), (170, -92), 5, "#2a2826", 34)

    def draw_rain(self, sheet: Sheet, cloth: Cloth, upper: Path, lift: float, top: float, wide: float) -> None:
        for y in (top + 14, top + 22):
            sheet.seam(line((-6, y), (0.5 * wide, y + 4, 1), (wide + 12, y)), cloth, 1.4, upper)
        if self.shaft > 230:
            strap_ = rectangle(wide - 40, top + 34, wide + 2, top + 50, 3)
            sheet.panel(strap_, cloth, rim=0.4, outline=1.2)
            fastenings.buckle(sheet, wide - 22, top + 42, 22, 24, STEEL)
        sheet.seam(line((0, lift - 44), (100, lift - 44, 1), (200, -34, 1), (292, -42)), cloth, 1.6, upper)
        sheet.stroke(line((34, top + 40), (30, lift - 110)), cloth.light, 7, 0.9 * cloth.gleam, clip=upper)

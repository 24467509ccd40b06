"""Socks and tights, and what is worn underneath or to swim."""

from stores.drawing.cloth import Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import both, line, through
from stores.drawing.sheet import Fold, Sheet


class Socks(Cut):
    """A pair laid flat, one over the other. `leg` is the height above the heel."""

    cloth: str = "knit"
    leg: float = 200
    thick: bool = False

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        one = Sheet(sheet.seed)
        self.draw_sock(one, cloth)
        sheet.add(one, lambda path: path.turned(7).moved(-104, -26))
        sheet.add(one, lambda path: path)

    def draw_sock(self, sheet: Sheet, cloth: Cloth) -> None:
        leg, wide = self.leg, 58 if not self.thick else 66
        shape = through(
            (-wide, -leg), (wide, -leg), (wide - 8, -40, 0.9), (wide + 20, 6, 0.9), (wide + 120, 26, 0.9),
            (wide + 168, 52, 1), (wide + 172, 88, 1), (wide + 120, 104, 1), (40, 100, 1), (-30, 96, 1),
            (-wide - 12, 56, 1), (-wide + 2, -20, 0.9)
        )  # fmt: skip
        folds = [
            Fold((wide + 4, -6), (-10, 40), 20, 6),
            Fold((wide - 6, -30), (0, 0), 14, 4, strength=0.8),
            Fold((-0.4 * wide, 20 - leg), (-0.5 * wide, 10), 30, -4, lit=True),
            Fold((60, 90), (160, 84), 22),
        ]
        sheet.panel(shape, cloth, folds, rim=1.1)
        accent = cloth.inside if cloth.pattern == "solid" else cloth.plain
        heel = through((-wide - 12, 56, 1), (-wide + 2, -8), (-8, 40), (-30, 96), (-50, 84, 1))
        toe = through(
            (wide + 122, 22), (wide + 168, 52, 1), (wide + 172, 88, 1), (wide + 120, 106), (wide + 104, 64, 1)
        )  # fmt: skip
        for part in (heel, toe):
            sheet.panel(part, accent.of("rib" if cloth.finish.texture == "ribs" else "knit"), rim=0.6, outline=1.3)
        deep = 46 if leg > 90 else 26
        cuff = through(
            (-wide - 2, -leg - 4), (0, -leg - 8, 1), (wide + 2, -leg - 4), (wide - 1, deep - leg),
            (0, deep - leg + 4, 1), (1 - wide, deep - leg)
        )  # fmt: skip
        sheet.panel(cuff, cloth.of("rib"), rim=0.7)
        if self.thick:
            for off in (8, 20):
                sheet.stroke(
                    line((-wide, deep - leg + off), (0, deep - leg + off + 4, 1), (wide, deep - leg + off)), "#efe8d8"
                    if not cloth.pale else cloth.seam, 5, 0.9, clip=shape
                )  # fmt: skip


class Tights(Cut):
    cloth: str = "nylon"
    sheer: bool = False

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        """Two long legs, the feet pointing down and outwards."""
        waist, low = 112.0, 900.0
        for side in (1, -1):
            leg = through(
                (-6, 20), (waist, 10), (132, 160, 1), (112, 420, 1), (84, 640, 1), (62, 830, 0.8),
                (78, low - 20, 0.8), (150, low + 34, 1), (160, low + 60, 1), (120, low + 66, 1), (36, low + 16, 1),
                (14, 840, 0.9), (12, 620, 1), (6, 330), (-4, 250)
            ).scaled(side, 1)  # fmt: skip
            lit = [
                Fold((side * 64, 120), (side * 52, 820), 40, -6 * side, lit=True, strength=0.9),
                Fold((side * 110, 200), (side * 64, 780), 30, -10 * side),
                Fold((side * 16, 840), (side * 70, 852), 12, 4),
                Fold((side * 20, 560), (side * 80, 580), 12, 5),
            ]
            sheet.panel(leg, cloth, lit, rim=1.6 if self.sheer else 1.1)
            toe = through(
                (118, low + 12), (150, low + 34, 1), (160, low + 60, 1), (120, low + 66, 1), (92, low + 48)
            ).scaled(side, 1)  # fmt: skip
            sheet.panel(toe, cloth.inside if self.sheer else cloth, rim=0.5, outline=1.1)
        top = through((-waist, 8), (0, 20, 1), (waist, 8), (waist + 4, 52), (0, 66, 1), (-waist - 4, 52))
        sheet.panel(top, cloth.inside.of("rib"), rim=0.7)
        if self.sheer:
            brief = both((0, 66, 1), (waist + 4, 52), (waist + 17, 150, 1), (116, 230), (0, 300, 1))
            sheet.fill(brief, cloth.shade, 0.35)
        sheet.seam(line((0, 64), (0, 290)), cloth, 1.5)

"""Braces, laid open."""

from stores.drawing.cloth import STEEL, Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import band, rectangle, through
from stores.drawing.sheet import Fold, Sheet


class Braces(Cut):
    """Suspenders, joined at the back, laid open."""

    cloth: str = "twill"
    waver: float = 1.0

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        for side in (-1, 1):
            strap = band(
                [(side * 14, 110), (side * 84, 20, 1), (side * 128, 0, 1), (side * 150, 90, 1), (side * 126, 520)], 34
            )  # fmt: skip
            sheet.cast(strap, None, cloth, (2, 6))
            sheet.panel(
                strap,
                cloth,
                [
                    Fold((side * 100, 12), (side * 150, 100), 14, lit=True),
                    Fold((side * 140, 160), (side * 126, 500), 12, 2, lit=True),
                ],
                rim=0.9,
            )
            x = side * 129
            sheet.panel(
                rectangle(x - 24, 330, x + 24, 372, 6) + rectangle(x - 17, 338, x + 17, 364, 3),
                cloth.dyed(STEEL).of("metal"),
                rim=0.4,
                outline=1.3,
            )
            clip = through((x - 20, 514), (x + 20, 514), (x + 16, 566, 0.8), (x, 584, 0.9), (x - 16, 566, 0.8))
            sheet.panel(clip, cloth.dyed(STEEL).of("metal"), [Fold((x - 10, 520), (x - 8, 570), 10, lit=True)], rim=0.6)
        tail = band([(0, 130), (0, 560)], 34)
        sheet.panel(tail, cloth, rim=0.9)
        patch = through((-34, 96), (34, 96), (22, 170), (0, 190), (-22, 170))
        sheet.cast(patch, None, cloth, (0, 6))
        leather = cloth.dyed("#5a3a26").of("leather")
        sheet.panel(patch, leather, rim=0.7)
        sheet.stitch(patch.mapped(lambda p: (p[0] * 0.76, 132 + (p[1] - 132) * 0.8)), leather)
        clip = through((-20, 556), (20, 556), (16, 608, 0.8), (0, 626, 0.9), (-16, 608, 0.8))
        sheet.panel(clip, cloth.dyed(STEEL).of("metal"), rim=0.6)

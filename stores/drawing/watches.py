"""Watches, laid flat."""

from math import cos, pi, sin

from stores.drawing.cloth import Cloth
from stores.drawing.cut import Cut
from stores.drawing.jewellery import gleam
from stores.drawing.outline import ellipse, line, rectangle, through
from stores.drawing.sheet import Fold, Sheet
from stores.drawing.tones import lightness


class Watch(Cut):
    cloth: str = "metal"
    waver: float = 0.4
    dress: bool = False

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        """Laid flat on its strap, the face up."""
        strap_ink = "#5a3a26" if not cloth.dark else "#2a2725"
        strap = cloth.dyed(strap_ink).of("leather")
        wide = 11.0
        upper = through(
            (-wide, -18), (wide, -18), (wide - 1.6, -62), (wide - 2, -84, 0.6), (2 - wide, -84, 0.6),
            (1.6 - wide, -62)
        )  # fmt: skip
        lower = through(
            (-wide, 18), (wide, 18), (wide - 1.8, 70), (5, 106, 0.6), (0, 110, 0.8), (-5, 106, 0.6), (1.8 - wide, 70)
        )  # fmt: skip
        for part in (upper, lower):
            sheet.panel(
                part,
                strap,
                [Fold((-4, -76), (-4, -20), 5, lit=True), Fold((-4, 22), (-4, 96), 5, lit=True)],
                rim=0.5,
                outline=1.5,
            )
            sheet.stitch(part.mapped(lambda p: (p[0] * 0.78, p[1] * 0.975 + (-0.4 if p[1] < 0 else 0.4))), strap)
        for number in range(5):
            sheet.fill(ellipse(0, 62 + 8 * number, 1.3), "#1a120c")
        sheet.panel(
            rectangle(-11.6, -92, 11.6, -80, 3) + rectangle(-8, -89.4, 8, -82.6, 1.6), cloth, rim=0.3, outline=1.3
        )
        sheet.panel(rectangle(18.6, -2.6, 23, 2.6, 1.4), cloth, rim=0.4, outline=1.2)
        sheet.panel(ellipse(0, 0, 19.6), cloth, gleam(0, 0, 19), rim=0.4, outline=1.6)
        dark = cloth.dark
        face = cloth.dyed("#f5f1e6" if not dark else "#1c1c20")
        sheet.panel(ellipse(0, 0, 16), face, rim=0.8, outline=1.2)
        ink = "#2a2622" if not dark else "#e9e2d0"
        for n in range(12):
            a = n * pi / 6
            near = 11.6 if n % 3 == 0 else 12.8
            sheet.stroke(
                line((near * sin(a), near * cos(a)), (14.4 * sin(a), 14.4 * cos(a))), ink, 2.6 if n % 3 == 0 else 1.5
            )  # fmt: skip
        sheet.stroke(line((0, 0), (-6.4, -5)), ink, 3)
        sheet.stroke(line((0, 0), (7, -9.4)), ink, 2.2)
        sheet.fill(ellipse(0, 0, 1.2), cloth.base if lightness(cloth.base) < 0.9 else ink)
        sheet.fill(through((-12, -6), (-4, -13), (2, -13), (-13, 2)), "#ffffff", 0.35)

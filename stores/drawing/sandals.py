"""Sandals, slides and slippers as a pair seen from above, toes up."""

from typing import Literal

from stores.drawing import fastenings
from stores.drawing.cloth import BRASS, Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import Path, band, line, through
from stores.drawing.sheet import Fold, Sheet


class Sandal(Cut):
    """A pair side by side; the left shoe is the right one's mirror image."""

    cloth: str = "leather"
    waver: float = 1.0
    style: Literal["flat", "slide", "buckle", "thong", "slipper"] = "flat"

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        one = Sheet(sheet.seed)
        self.draw_right(one, cloth)
        sheet.add(one, lambda path: path.turned(-5).mirrored().moved(-66, 0))
        sheet.add(one, lambda path: path.turned(-5).moved(66, 14))

    def draw_right(self, sheet: Sheet, cloth: Cloth) -> None:
        bed = footbed()
        lining = cloth.dyed("#c9a67c" if self.style in {"flat", "buckle", "slide"} else "#2f2c2a")
        if self.style == "thong":
            lining = cloth
        if self.style == "slipper":
            lining = cloth.dyed("#e8dfcd").of("fleece")
        rim = bed.mapped(lambda p: (p[0] * 1.06, p[1] * 1.03 + 2))
        sheet.panel(rim, cloth.inside if self.style != "buckle" else cloth.dyed("#7a5a3c"), rim=0.6)
        sheet.panel(
            bed,
            lining,
            [
                Fold((-14, 60), (-18, 130), 30),
                Fold((6, -90), (2, -20), 40, strength=0.6),
                Fold((-20, -60), (-24, 100), 16, lit=True),
            ],
            rim=1,
            outline=1.1,
        )
        getattr(self, f"draw_{self.style}")(sheet, cloth)

    def strap(self, sheet: Sheet, cloth: Cloth, shape: Path, lit: Fold | None = None) -> None:
        sheet.cast(shape, None, cloth, (2, 9))
        sheet.panel(shape, cloth, [lit] if lit else [], rim=0.7)

    def draw_flat(self, sheet: Sheet, cloth: Cloth) -> None:
        self.strap(
            sheet, cloth, band([(-50, -44), (-6, -66, 1), (48, -30)], 24), Fold((-30, -58), (30, -50), 8, -4, lit=True)
        )
        self.strap(sheet, cloth, band([(-46, 0), (0, -30, 1), (44, 10)], 16))
        self.strap(sheet, cloth, band([(-42, 84), (-4, 50, 1), (36, 86)], 15))
        fastenings.buckle(sheet, 26, 72, 17, 17, BRASS)

    def draw_slide(self, sheet: Sheet, cloth: Cloth) -> None:
        wide = through((-54, -76), (-4, -104, 1), (52, -66), (54, 0), (0, -30, 1), (-52, -6))
        self.strap(sheet, cloth, wide, Fold((-36, -70), (-30, -20), 26, lit=True))
        sheet.stitch(line((-50, -70), (-4, -97, 1), (48, -60)), cloth)
        sheet.stitch(line((-48, -12), (0, -37, 1), (49, -7)), cloth)

    def draw_buckle(self, sheet: Sheet, cloth: Cloth) -> None:
        for y in (-66, 4):
            strap_ = through((-54, y + 2), (-4, y - 28, 1), (53, y + 10), (52, y + 46), (0, y + 14, 1), (-51, y + 40))
            self.strap(sheet, cloth, strap_, Fold((-36, y - 2), (-34, y + 26), 16, lit=True))
            fastenings.buckle(sheet, 32, y + 16, 24, 28, BRASS)

    def draw_thong(self, sheet: Sheet, cloth: Cloth) -> None:
        for side in (-1, 1):
            self.strap(sheet, cloth.inside, band([(-2, -84), (side * 26, -52, 1), (side * 47, 18)], 11, 15))
        sheet.fill(through((-8, -90), (2, -94, 1), (8, -86), (2, -78, 1)), cloth.line)
        for number in range(7):
            sheet.stroke(line((-26, 70 + 10 * number), (20, 70 + 10 * number)), cloth.line, 1, 0.5)

    def draw_slipper(self, sheet: Sheet, cloth: Cloth) -> None:
        vamp = through(
            (-56, -20), (-58, -90, 1), (-34, -138, 1), (8, -150, 1), (46, -120, 1), (58, -60, 1), (55, 6), (0, -34, 1)
        )  # fmt: skip
        self.strap(sheet, cloth, vamp, Fold((-30, -110), (-36, -40), 26, lit=True))
        fur = band([(-57, -20), (0, -36, 1), (56, 6)], 24)
        sheet.panel(fur, cloth.dyed("#ece3d2").of("fleece"), rim=0.8)


def footbed() -> Path:
    """The right foot's print."""
    return through(
        (6, -146, 1), (36, -124, 1), (50, -76, 1), (44, -10, 1), (36, 60, 1), (36, 104, 1), (22, 138, 1),
        (-8, 146, 1), (-34, 132, 1), (-42, 96, 1), (-36, 40, 1), (-46, -20, 1), (-51, -84, 1), (-30, -134, 1)
    )  # fmt: skip

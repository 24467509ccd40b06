"""Scarves, ties, belts, gloves and the rest that is laid beside an outfit."""

from math import cos, pi, sin
from typing import Literal

from stores.drawing import fastenings
from stores.drawing.cloth import BRASS, STEEL, Cloth, metal
from stores.drawing.cut import Cut
from stores.drawing.outline import Path, band, ellipse, line, rectangle, through
from stores.drawing.sheet import Fold, Sheet


class Belt(Cut):
    cloth: str = "leather"
    waver: float = 0.8
    deep: float = 34
    braided: bool = False
    nickel: bool = False

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        """Rolled up, its end and buckle laid forward."""
        deep = self.deep
        rings = ((150, 94), (128, 76), (106, 58))
        for across, down in rings:
            ring = ellipse(0, 0, across, down) + ellipse(0, 0, across - 9, down - 9)
            sheet.panel(ring.moved(0, deep * 0.9), cloth.inside, rim=0.4, outline=1.0)
            wall = through(
                (-across, 0), (-across, deep), (-0.7 * across, deep + 0.71 * down, 1), (0, deep + down, 1),
                (0.7 * across, deep + 0.71 * down, 1), (across, deep), (across, 0), (0.7 * across, 0.71 * down, 1),
                (0, down, 1), (-0.7 * across, 0.71 * down, 1)
            )  # fmt: skip
            if across == 150:
                outer = wall
                continue
            sheet.panel(wall, cloth.inside, rim=0.6, outline=1.2)
            sheet.panel(ellipse(0, 0, across, down) + ellipse(0, 0, across - 8, down - 8), cloth, rim=0.3, outline=1.1)
        sheet.panel(ellipse(0, 0, 150, 94) + ellipse(0, 0, 141, 86), cloth, rim=0.3, outline=1.2)
        sheet.panel(
            outer, cloth, [Fold((-130, 30), (-60, 104), 26, 10, lit=True), Fold((140, 30), (60, 110), 30, -8)], rim=1
        )
        self.surface(sheet, cloth, outer, 0)
        tail = through(
            (20, 92), (120, 86, 0.8), (300, 100), (318, 100 + deep * 0.5, 0.8), (300, 100 + deep),
            (120, 88 + deep, 0.8), (20, 94 + deep)
        )  # fmt: skip
        sheet.cast(tail, None, cloth, (2, 8))
        sheet.panel(tail, cloth, [Fold((60, 96), (280, 104), 10, -3, lit=True)], rim=0.8)
        self.surface(sheet, cloth, tail, 96)
        for number in range(5):
            sheet.fill(
                ellipse(186 + 24 * number, 94 + deep / 2 + 1.4 * number, 3.4),
                cloth.line if not self.braided else cloth.shade,
                0.95,
            )
        ink = STEEL if self.nickel else BRASS
        fastenings.buckle(sheet, 20, 92 + deep / 2, 1.6 * deep, 1.75 * deep, ink)

    def surface(self, sheet: Sheet, cloth: Cloth, clip: Path, y: float) -> None:
        if self.braided:
            for number in range(-20, 44):
                x = 10 * number
                sheet.stroke(line((x, y - 100), (x + 70, y + 160)), cloth.shade, 2.4, cloth.depth, clip=clip)
                sheet.stroke(line((x + 70, y - 100), (x, y + 160)), cloth.light, 2, cloth.gleam, clip=clip)
        elif y:
            sheet.stitch(line((30, y + 2), (150, y - 3, 1), (298, y + 9)), cloth, clip=clip)
            sheet.stitch(
                line((30, y + self.deep - 8), (150, y + self.deep - 13, 1), (298, y + self.deep - 1)), cloth,
                clip=clip
            )  # fmt: skip


class Gloves(Cut):
    cloth: str = "leather"
    ribbed: bool = False

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        one = Sheet(sheet.seed)
        self.draw_right(one, cloth)
        sheet.add(one, lambda path: path.turned(-9).mirrored().moved(-62, 0))
        sheet.add(one, lambda path: path.turned(-9).moved(62, 20))

    def draw_right(self, sheet: Sheet, cloth: Cloth) -> None:
        """The back of a hand, fingers down, the thumb inwards."""
        hand = through(
            (-42, -110), (42, -110), (44, -50, 0.8), (52, 30, 0.8), (58, 92, 0.9), (56, 136, 1), (42, 138, 1),
            (37, 92, 0.7), (35, 84), (33, 96, 0.7), (32, 156, 1), (16, 170, 1), (8, 152, 1), (9, 96, 0.7), (7, 86),
            (5, 98, 0.7), (-2, 162, 1), (-18, 168, 1), (-24, 150, 1), (-20, 92, 0.7), (-22, 82), (-26, 92, 0.7),
            (-38, 134, 1), (-52, 136, 1), (-55, 116, 1), (-46, 60, 0.8), (-48, 40, 0.7), (-68, 56, 0.9), (-86, 82, 1),
            (-98, 74, 1), (-92, 46, 1), (-62, -6, 0.8), (-46, -50, 0.8)
        )  # fmt: skip
        lit = [Fold((-24, -40), (-30, 60), 22, lit=True, strength=0.8), Fold((30, -60), (42, 80), 26, strength=0.7)]
        sheet.panel(hand, cloth, lit, rim=1.1)
        for x, low in ((-18, 26), (6, 22), (28, 28)):
            sheet.seam(line((0.8 * x, -46), (x, low)), cloth, 1.5, hand)
        if self.ribbed:
            cuff = through((-46, -150), (0, -156, 1), (46, -150), (42, -84), (0, -78, 1), (-44, -84))
            sheet.panel(cuff, cloth.of("rib"), rim=0.8)
        else:
            cuff = through((-50, -148), (0, -154, 1), (50, -148), (43, -100), (0, -94, 1), (-44, -100))
            sheet.panel(cuff, cloth, [Fold((-30, -146), (-26, -100), 18, lit=True)], rim=0.9)
            sheet.stitch(line((-46, -140), (0, -146, 1), (46, -140)), cloth)


class Glasses(Cut):
    cloth: str = "acetate"
    waver: float = 0.4
    style: Literal["square", "round", "cat"] = "square"

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        glass = "#3f3a36" if not cloth.dark else "#54504c"
        for side in (-1, 1):
            arm = band([(side * 66, -14), (side * 72, -34, 1), (side * 40, -46)], 6, 5)
            sheet.panel(arm, cloth, rim=0.4, outline=1.2)
        for side in (-1, 1):
            lens, frame = self.lens().scaled(side, 1), self.frame().scaled(side, 1)
            sheet.fill(lens, glass, 0.86)
            sheet.fill(
                through((-46, -14), (-30, -16), (-44, 14), (-56, 8)).moved(36 if side < 0 else 86, 0), "#ffffff", 0.2,
                clip=lens
            )  # fmt: skip
            sheet.fill(
                through((-24, -16), (-18, -16), (-34, 14), (-39, 13)).moved(36 if side < 0 else 86, 0), "#ffffff",
                0.16, clip=lens
            )  # fmt: skip
            sheet.panel(
                frame + lens,
                cloth,
                [Fold((side * 20, -24), (side * 62, -22), 6, lit=True, strength=1.2)],
                rim=0.35,
                outline=1.4,
            )
        bridge = through((-12, -16), (0, -21, 1), (12, -16), (12, -8), (0, -13, 1), (-12, -8))
        sheet.panel(bridge, cloth, rim=0.4, outline=1.2)
        for side in (-1, 1):
            sheet.fill(ellipse(side * 66, -18, 1.8), "#e8e2d4")

    def lens(self) -> Path:
        if self.style == "round":
            return ellipse(37, 0, 25, 24)
        if self.style == "cat":
            return through((12, -6, 0.8), (20, -18, 0.8), (62, -24, 0.8), (60, 4, 1), (40, 20, 1), (18, 14, 1))
        return rectangle(11, -18, 63, 18, 11)

    def frame(self) -> Path:
        if self.style == "round":
            return ellipse(37, 0, 30, 29)
        if self.style == "cat":
            return through(
                (6, -6, 0.8), (14, -25, 0.8), (58, -31, 0.8), (76, -38), (70, -12, 0.8), (66, 8, 1), (41, 27, 1),
                (13, 20, 1)
            )  # fmt: skip
        return rectangle(5, -25, 70, 24, 14)


class Umbrella(Cut):
    cloth: str = "nylon"
    waver: float = 1.0
    stick: bool = False

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        """Furled and laid down, its handle below."""
        long, wide = (620.0, 44.0) if self.stick else (250.0, 44.0)
        wood = "#8a5a34"
        handle = long + 60
        if self.stick:
            sheet.panel(
                band(
                    [
                        (0, long - 20),
                        (0, handle + 40),
                        (8, handle + 96, 1),
                        (44, handle + 114, 1),
                        (76, handle + 84, 1),
                        (76, handle + 56),
                    ],
                    19,
                ),
                cloth.dyed(wood).of("acetate"),
                [Fold((-4, long), (-4, handle + 60), 6, lit=True)],
                rim=0.7,
            )
            sheet.panel(band([(0, -64), (0, 6)], 9, 12), metal(STEEL), rim=0.4, outline=1.2)
        else:
            sheet.panel(rectangle(-8, long - 10, 8, long + 36), metal(STEEL), rim=0.4, outline=1.2)
            sheet.panel(
                through(
                    (-17, long + 32),
                    (17, long + 32),
                    (23, long + 70, 0.8),
                    (21, long + 132, 0.8),
                    (0, long + 146, 1),
                    (-21, long + 132, 0.8),
                    (-23, long + 70, 0.8),
                ),
                cloth.dyed(wood).of("acetate"),
                [Fold((-9, long + 40), (-10, long + 130), 8, lit=True)],
                rim=0.7,
            )
            sheet.panel(
                band([(8, long + 134), (44, long + 190, 1), (6, long + 220, 1), (-12, long + 140)], 5), cloth.plain,
                rim=0.3, outline=1.2
            )  # fmt: skip
        canopy = through(
            (-7, 0), (7, 0), (0.62 * wide, 0.4 * long, 0.9), (wide, long - 34, 0.7), (0.8 * wide, long, 0.5),
            (0.3 * wide, long - 18), (0, long + 8), (-0.4 * wide, long - 16), (-0.84 * wide, long, 0.5),
            (-wide, long - 40, 0.7), (-0.62 * wide, 0.4 * long, 0.9)
        )  # fmt: skip
        folds = [Fold((x * 0.1, 10), (x * wide, long - 10), 0.34 * wide, 5 * x) for x in (-0.7, -0.2, 0.3, 0.75)] + [
            Fold((x * 0.1, 20), (x * wide, long - 30), 0.2 * wide, lit=True) for x in (-0.45, 0.05, 0.55)
        ]
        sheet.panel(canopy, cloth, folds, rim=0.9)
        for x in (-0.55, -0.05, 0.5):
            sheet.seam(line((0, 6), (0.8 * x * wide, 0.5 * long, 1), (x * wide, long)), cloth, 1.3, canopy)
        strap = through(
            (-0.84 * wide, 0.68 * long), (0, 0.71 * long, 1), (0.84 * wide, 0.66 * long),
            (0.86 * wide, 0.66 * long + 22), (0, 0.71 * long + 24, 1), (-0.86 * wide, 0.68 * long + 22)
        )  # fmt: skip
        sheet.panel(strap, cloth, rim=0.7)
        fastenings.button(sheet, (0.3 * wide, 0.71 * long + 9), STEEL, 6, False)


class Hair(Cut):
    cloth: str = "satin"
    style: Literal["bow", "band", "scrunchie"] = "bow"

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        getattr(self, f"draw_{self.style}")(sheet, cloth)

    def draw_bow(self, sheet: Sheet, cloth: Cloth) -> None:
        for side, low in ((-1, 118), (1, 126)):
            tail = through((0, 6), (22, 14), (62, low, 0.4), (40, low - 6), (14, low + 12)).scaled(side, 1)
            sheet.panel(
                tail,
                cloth,
                [Fold((side * 6, 16), (side * 40, low), 12), Fold((side * 12, 16), (side * 30, low), 8, lit=True)],
            )
        for side in (-1, 1):
            loop = through(
                (0, -12), (40, -56, 1), (108, -58, 0.9), (118, -4, 1), (100, 40, 0.9), (40, 26, 1), (0, 12)
            ).scaled(side, 1)  # fmt: skip
            sheet.cast(loop, None, cloth, (0, 6))
            sheet.panel(
                loop,
                cloth,
                [
                    Fold((side * 8, 0), (side * 88, -10), 20, 4),
                    Fold((side * 12, -10), (side * 96, -40), 16, lit=True),
                    Fold((side * 10, 8), (side * 90, 30), 14),
                ],
                rim=1.1,
            )
        knot = rectangle(-17, -22, 17, 24, 12)
        sheet.cast(knot, None, cloth, (0, 5))
        sheet.panel(knot, cloth, [Fold((-6, -18), (-5, 20), 10, lit=True)], rim=1)

    def draw_band(self, sheet: Sheet, cloth: Cloth) -> None:
        hoop = band(
            [(-74, 110), (-92, 20, 1), (-66, -70, 1), (0, -104, 1), (66, -70, 1), (92, 20, 1), (74, 110)], 12, 28, 42,
            48, 42, 28, 12
        )  # fmt: skip
        sheet.panel(
            hoop, cloth, [Fold((-78, -20), (50, -92), 14, -40, lit=True), Fold((94, 10), (40, -70), 16, 10)], rim=1.3
        )
        for number in range(-4, 5):
            sheet.fold(Fold((14 * number - 5, -130), (12 * number + 4, -78), 8, strength=0.7), cloth, hoop)

    def draw_scrunchie(self, sheet: Sheet, cloth: Cloth) -> None:
        outer = [
            ((66 if n % 2 else 78) * cos(n * pi / 12), (60 if n % 2 else 72) * sin(n * pi / 12), 1.0) for n in range(24)
        ]
        ring = through(*outer) + ellipse(0, 0, 26, 23)
        folds = [
            Fold((27 * cos(a), 24 * sin(a)), (72 * cos(a + 0.12), 66 * sin(a + 0.12)), 11, lit=bool(n % 2))
            for n, a in enumerate(n * pi / 12 for n in range(24))
        ]
        sheet.panel(ring, cloth, folds, rim=1.2)

"""Hats, caps and what is worn on the head."""

from typing import Literal

from stores.drawing.cloth import Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import Path, ellipse, line, through
from stores.drawing.sheet import Fold, Sheet


class Hat(Cut):
    waver: float = 1.2
    style: Literal["beanie", "cap", "running_cap", "sun", "bucket", "fedora", "trilby", "beret"] = "fedora"
    brim: float = 210

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        getattr(self, f"draw_{self.style}")(sheet, cloth)

    def draw_beanie(self, sheet: Sheet, cloth: Cloth) -> None:
        rib = cloth.of("rib")
        crown = through(
            (-112, 20), (-118, -60, 1), (-76, -148, 1), (0, -176, 1), (76, -148, 1), (118, -60, 1), (112, 20)
        )  # fmt: skip
        sheet.panel(
            crown,
            rib,
            [Fold((x, -160), (1.7 * x, 10), 22, 0.2 * x, strength=0.7) for x in (-50, -18, 20, 52)]
            + [Fold((-46, -150), (-74, 0), 34, -8, lit=True)],
            rim=1.3,
        )
        for x in (-62, -28, 10, 44, 72):
            sheet.seam(line((0.1 * x, -174), (0.9 * x, -110, 1), (1.4 * x, 10)), cloth, 1.2, crown)
        cuff = through(
            (-122, 6, 0.8), (-116, -8, 0.8), (0, 8, 1), (116, -8, 0.8), (122, 6, 0.8), (119, 84, 0.8), (110, 94, 0.7),
            (0, 112, 1), (-110, 94, 0.7), (-119, 84, 0.8)
        )  # fmt: skip
        sheet.cast(cuff, None, cloth, (0, -6))
        sheet.panel(cuff, rib, [Fold((-90, 4), (-84, 96), 30, lit=True), Fold((96, 8), (90, 92), 30)], rim=1)

    def draw_cap(self, sheet: Sheet, cloth: Cloth) -> None:
        """From the side, its peak to the right."""
        crown = through(
            (-118, 44), (-126, -30, 1), (-88, -110, 1), (-6, -140, 1), (78, -104, 1), (112, -20, 1), (116, 34),
            (0, 64, 1)
        )  # fmt: skip
        peak = through(
            (38, 58), (70, 22, 0.9), (118, 14, 0.9), (186, 34, 1), (246, 74, 0.9), (252, 88, 0.7), (230, 92, 0.9),
            (160, 74, 1), (96, 66, 0.9)
        )  # fmt: skip
        sheet.panel(
            crown,
            cloth,
            [
                Fold((-60, -96), (-92, 20), 44, -10, lit=True),
                Fold((80, -84), (100, 30), 30),
                Fold((-110, 0), (-50, 50), 22, 4),
            ],
            rim=1.1,
        )
        for seam in (line((-6, -138), (-48, -60, 1), (-52, 56)), line((-6, -138), (48, -70, 1), (58, 54))):
            sheet.seam(seam, cloth, 1.5, crown)
            sheet.stitch(seam.moved(5, 0), cloth, clip=crown)
        for x, y in ((12, -86), (-74, -80), (92, -66)):
            sheet.stroke(ellipse(x, y, 5), cloth.seam, 2.6)
        sheet.cast(peak, crown, cloth, (-2, -4))
        sheet.panel(
            peak, cloth, [Fold((96, 26), (236, 78), 18, -12, lit=True), Fold((60, 56), (220, 88), 14, -4)], rim=0.9
        )
        for off in (6, 14, 22):
            sheet.stitch(
                line((60 + 0.4 * off, 40 + 0.9 * off), (120, 22 + off, 1), (190, 40 + 0.9 * off, 1),
                (244 - 0.5 * off, 80 + 0.3 * off)), cloth, clip=peak
            )  # fmt: skip
        sheet.panel(ellipse(-6, -141, 12, 7), cloth, rim=0.4, outline=1.3)
        strap = through((-118, 26), (-118, 46), (-60, 60, 0.8), (-60, 42))
        sheet.seam(strap, cloth, 1.3, crown)

    def draw_running_cap(self, sheet: Sheet, cloth: Cloth) -> None:
        self.draw_cap(sheet, cloth)
        sheet.fill(
            through((-40, -20), (40, -20), (46, -8), (-44, -8)), cloth.accents[0] if cloth.accents else "#f2efe6", 0.9
        )  # fmt: skip

    def draw_brim(self, sheet: Sheet, cloth: Cloth, wide: float, tall: float, y: float = 40) -> None:
        back = ellipse(0, y, wide, tall)
        sheet.panel(
            back,
            cloth,
            [
                Fold((-0.9 * wide, y), (-0.3 * wide, y + 0.86 * tall), 0.4 * tall, 12, lit=True),
                Fold((0.96 * wide, y + 4), (0.2 * wide, y + tall), 0.44 * tall, -10),
            ],
            rim=0.8,
        )

    def draw_sun(self, sheet: Sheet, cloth: Cloth) -> None:
        """A wide, wavy brim about a round crown with a ribbon."""
        wide = self.brim
        brim = through(
            (-wide, 40, 1), (-0.7 * wide, -8, 1), (0, -22, 1), (0.7 * wide, -8, 1), (wide, 44, 1),
            (0.8 * wide, 92, 1), (0.36 * wide, 108, 1), (0, 124, 1), (-0.4 * wide, 112, 1), (-0.82 * wide, 90, 1)
        )  # fmt: skip
        sheet.panel(
            brim,
            cloth,
            [
                Fold((-0.9 * wide, 40), (-0.2 * wide, 108), 34, 12, lit=True),
                Fold((0.94 * wide, 50), (0.3 * wide, 112), 40, -12),
            ],
            rim=0.9,
        )
        self.rings(sheet, cloth, brim, wide)
        crown = through(
            (-98, 48), (-100, -40, 1), (-72, -112, 1), (0, -132, 1), (72, -112, 1), (100, -40, 1), (98, 48),
            (0, 74, 1)
        )  # fmt: skip
        sheet.cast(crown, brim, cloth, (6, 9))
        sheet.panel(
            crown, cloth, [Fold((-60, -100), (-76, 40), 40, -6, lit=True), Fold((66, -90), (80, 44), 40)], rim=1.2
        )
        ink = "#2a2723" if not cloth.dark else "#efe6d2"
        ribbon = through((-100, 2), (0, 26, 1), (100, 2), (99, 46), (0, 72, 1), (-99, 46))
        sheet.panel(ribbon, cloth.dyed(ink).of("rib"), rim=0.6)
        tail = through((88, 20), (128, 66, 1), (112, 108), (92, 88), (74, 40))
        sheet.panel(tail, cloth.dyed(ink).of("rib"), rim=0.6)

    def rings(self, sheet: Sheet, cloth: Cloth, brim: Path, wide: float) -> None:
        if cloth.finish.texture == "basket":
            for share in (0.62, 0.76, 0.9):
                sheet.stroke(ellipse(0, 44, share * wide, share * 72), cloth.seam, 1.1, 0.6, clip=brim)

    def draw_bucket(self, sheet: Sheet, cloth: Cloth) -> None:
        brim = through(
            (-100, -10), (-180, 72, 0.9), (-168, 92, 0.9), (0, 126, 1), (168, 92, 0.9), (180, 72, 0.9), (100, -10),
            (0, 14, 1)
        )  # fmt: skip
        crown = through(
            (-104, 0), (-90, -104, 0.8), (-66, -126, 0.8), (0, -134, 1), (66, -126, 0.8), (90, -104, 0.8), (104, 0),
            (0, 24, 1)
        )  # fmt: skip
        sheet.panel(
            brim, cloth, [Fold((-130, 40), (-60, 106), 30, 8, lit=True), Fold((150, 50), (80, 108), 36)], rim=0.9
        )
        for off in (0, 16, 32, 48, 64):
            sheet.stitch(line((-110 - off, 12 + off), (0, 40 + off, 1), (110 + off, 12 + off)), cloth, clip=brim)
        sheet.cast(crown, brim, cloth, (2, 7))
        sheet.panel(
            crown, cloth, [Fold((-60, -110), (-78, 0), 40, -4, lit=True), Fold((64, -100), (84, 6), 36)], rim=1.1
        )
        sheet.seam(line((-90, -104), (0, -88, 1), (90, -104)), cloth, 1.4, crown)
        for x in (-52, -36):
            sheet.stroke(ellipse(x, -30, 4), cloth.seam, 2.2)

    def draw_fedora(self, sheet: Sheet, cloth: Cloth) -> None:
        self.hat(sheet, cloth, 214, -150)

    def draw_trilby(self, sheet: Sheet, cloth: Cloth) -> None:
        self.hat(sheet, cloth, 172, -138)

    def hat(self, sheet: Sheet, cloth: Cloth, wide: float, top: float) -> None:
        """A pinched crown over a brim that turns up at the sides."""
        under = through(
            (-wide, 26, 1), (-0.7 * wide, 6, 1), (0, -4, 1), (0.7 * wide, 6, 1), (wide, 26, 1), (0.6 * wide, 40, 1),
            (0, 30, 1), (-0.6 * wide, 40, 1)
        )  # fmt: skip
        sheet.panel(under, cloth.inside, rim=0.8)
        crown = through(
            (-110, 44), (-104, -40, 1), (-84, top + 14, 0.9), (-50, top - 8, 0.9), (0, top + 22, 1),
            (50, top - 8, 0.9), (84, top + 14, 0.9), (104, -40, 1), (110, 44), (0, 66, 1)
        )  # fmt: skip
        sheet.panel(
            crown,
            cloth,
            [
                Fold((-30, top + 6), (-46, -20), 40, -12),
                Fold((40, top + 4), (54, -30), 34, 10),
                Fold((-82, top + 30), (-92, 10), 34, lit=True),
                Fold((4, top + 36), (0, -30), 30, lit=True, strength=0.6),
            ],
            rim=1.2,
        )
        ribbon = through((-108, -12), (0, 14, 1), (108, -12), (110, 42), (0, 68, 1), (-110, 42))
        ink = cloth.shade if not cloth.dark else "#4a4440"
        ribbon_cloth = cloth.dyed(ink).of("rib") if not cloth.pale else cloth.dyed("#2a2723").of("rib")
        sheet.panel(ribbon, ribbon_cloth, rim=0.6)
        sheet.panel(through((-100, -6), (-74, 0), (-72, 54), (-102, 46)), ribbon_cloth, rim=0.6)
        brim = through(
            (-wide, 22, 0.8), (-0.86 * wide, 52, 1), (-0.4 * wide, 88, 1), (0, 98, 1), (0.4 * wide, 88, 1),
            (0.86 * wide, 52, 1), (wide, 22, 0.8), (0.62 * wide, 40, 1), (108, 36), (0, 62, 1), (-108, 36),
            (-0.62 * wide, 40, 1)
        )  # fmt: skip
        sheet.panel(
            brim,
            cloth,
            [
                Fold((-0.84 * wide, 44), (-0.1 * wide, 86), 20, 9, lit=True),
                Fold((0.9 * wide, 40), (0.2 * wide, 90), 24, -8),
            ],
            rim=0.8,
        )

    def draw_beret(self, sheet: Sheet, cloth: Cloth) -> None:
        disc = through(
            (-150, 20, 1), (-164, -36, 1), (-96, -104, 1), (20, -116, 1), (140, -70, 1), (178, 6, 1), (130, 52, 1),
            (30, 62, 1), (-80, 54, 1)
        )  # fmt: skip
        sheet.panel(
            disc,
            cloth,
            [
                Fold((-120, -50), (40, -94), 40, -18, lit=True),
                Fold((160, -10), (-40, 50), 46, -20),
                Fold((-140, 6), (-60, 50), 22, 6),
            ],
            rim=1.5,
        )
        for number in range(7):
            x = -84 + 28 * number
            sheet.fold(Fold((x, 62), (1.25 * x + 6, 16), 13, 3, strength=0.8), cloth, disc)
        rim = through((-92, 48), (20, 66, 1), (120, 44), (116, 70), (20, 90, 1), (-88, 72))
        sheet.panel(rim, cloth.inside, rim=0.7)
        sheet.panel(through((8, -112), (12, -136, 0.8), (24, -138, 0.8), (22, -110)), cloth, rim=0.5, outline=1.4)

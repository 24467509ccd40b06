"""Bags seen from the front. y is 0 at the upper edge of the body."""

from typing import Literal

from stores.drawing import fastenings
from stores.drawing.cloth import BRASS, STEEL, Cloth, metal
from stores.drawing.cut import Cut
from stores.drawing.outline import Knot, Path, band, ellipse, line, rectangle, through
from stores.drawing.sheet import Fold, Sheet


class Bag(Cut):
    """`wide` at the top, `foot` at the base, `tall`; `style` is its kind."""

    cloth: str = "leather"
    waver: float = 1.0
    wide: float = 360
    foot: float = 340
    tall: float = 300
    style: Literal[
        "tote",
        "work_tote",
        "top_handle",
        "shoulder",
        "structured",
        "clutch",
        "box",
        "envelope",
        "crossbody",
        "camera",
        "messenger",
        "briefcase",
        "document",
    ] = "tote"

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        self.draw_handles(sheet, cloth)
        body = self.body()
        half, low = self.wide / 2, self.tall
        lit = [
            Fold((-0.62 * half, 0.1 * low), (-0.6 * half, 0.92 * low), 0.34 * half, -8, lit=True, strength=0.8),
            Fold((0.9 * half, 0.1 * low), (0.7 * half, low), 0.3 * half, 10, strength=0.6),
        ]
        slouch = [
            Fold((-half, 0.7 * low), (0.3 * half, 0.86 * low), 26, 12, strength=0.6),
            Fold((0.96 * half, 0.5 * low), (0.1 * half, 0.66 * low), 24, -10, strength=0.6),
        ]
        sheet.panel(body, cloth, [*lit, *(slouch if self.style in {"tote", "shoulder"} else [])], rim=1)
        getattr(self, f"draw_{self.style}")(sheet, cloth, body)

    def body(self) -> Path:
        half, foot, low = self.wide / 2, self.foot / 2, self.tall
        if self.style in {"tote", "work_tote"}:
            return through(
                (-half, 0), (0, 10, 1), (half, 0), (foot, low - 16), (foot - 16, low, 0.6), (0, low + 6, 1),
                (16 - foot, low, 0.6), (-foot, low - 16)
            )  # fmt: skip
        if self.style == "shoulder":
            return through(
                (-half, 14), (0, 44, 1), (half, 14), (half + 16, 0.5 * low, 0.9), (foot, low - 20, 0.8),
                (0, low + 4, 1), (-foot, low - 20, 0.8), (-half - 16, 0.5 * low, 0.9)
            )  # fmt: skip
        if self.style == "box":
            return rectangle(-half, 0, half, low, 24)
        if self.style == "top_handle":
            return through(
                (-half, 8), (-half + 10, 0, 0.6), (half - 10, 0, 0.6), (half, 8), (foot, low - 14),
                (foot - 12, low, 0.7), (12 - foot, low, 0.7), (-foot, low - 14)
            )  # fmt: skip
        return rectangle(-half, 0, half, low, 18 if self.style != "structured" else 12)

    # what it is carried by

    def draw_handles(self, sheet: Sheet, cloth: Cloth) -> None:
        half = self.wide / 2
        if self.style in {"tote", "work_tote"}:
            reach = 230 if self.style == "tote" else 170
            for drop, inner in ((-10, True), (0, False)):
                knots: list[Knot] = [
                    (-0.46 * half, 20), (-0.42 * half, -0.6 * reach, 1), (0, -reach + drop, 1),
                    (0.42 * half, -0.6 * reach, 1), (0.46 * half, 20)
                ]  # fmt: skip
                sheet.panel(band(knots, 17), cloth.inside if inner else cloth.plain, rim=0.6, outline=1.3)
        elif self.style in {"top_handle", "structured", "briefcase"}:
            reach, out = (120, 0.42) if self.style != "briefcase" else (74, 0.3)
            handle: list[Knot] = [
                (-out * half, 10),
                (-0.9 * out * half, -0.7 * reach, 1),
                (0, -reach, 1),
                (0.9 * out * half, -0.7 * reach, 1),
                (out * half, 10),
            ]
            sheet.panel(
                band(handle, 20),
                cloth.plain,
                [Fold((-0.7 * out * half, -0.86 * reach), (0.6 * out * half, -0.9 * reach), 7, -4, lit=True)],
                rim=0.8,
                outline=1.5,
            )
        elif self.style == "shoulder":
            handle = [
                (-0.9 * half, 22),
                (-0.66 * half, -170, 1),
                (0, -240, 1),
                (0.66 * half, -170, 1),
                (0.9 * half, 22),
            ]
            sheet.panel(
                band(handle, 24),
                cloth.plain,
                [Fold((-0.5 * half, -190), (0.4 * half, -206), 8, -10, lit=True)],
                rim=0.8,
                outline=1.5,
            )
        elif self.style in {"crossbody", "camera", "messenger"}:
            wide = 15 if self.style != "messenger" else 34
            handle = [
                (-half + 8, 18),
                (-half - 26, -190, 1),
                (-40, -330, 1),
                (0.7 * half, -250, 1),
                (half + 6, -90, 1),
                (half - 8, 18),
            ]
            sheet.panel(band(handle, wide), cloth.plain, rim=0.6, outline=1.4)
            for side in (-1, 1):
                sheet.panel(
                    rectangle(-11, -16, 11, 18, 5).moved(side * (half - 8), 4), metal(BRASS), rim=0.4, outline=1.1
                )

    # the fronts

    def draw_tote(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        half, low = self.wide / 2, self.tall
        sheet.stitch(line((-half, 16), (0, 26, 1), (half, 16)), cloth, clip=body)
        for side in (-1, 1):
            tab = rectangle(side * 0.46 * half - 15, 6, side * 0.46 * half + 15, 62, 5)
            sheet.panel(tab, cloth.plain, rim=0.5, outline=1.2)
            sheet.stitch(tab.shrunk((side * 0.46 * half, 34), 0.7, 0.84), cloth)
        sheet.seam(line((-self.foot / 2, low - 30), (0, low - 22, 1), (self.foot / 2, low - 30)), cloth, 1.1, body)

    def draw_work_tote(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        self.draw_tote(sheet, cloth, body)
        pocket = rectangle(-0.62 * self.wide / 2, 0.42 * self.tall, 0.62 * self.wide / 2, 0.94 * self.tall, 10)
        sheet.stroke(pocket, cloth.line, 1.3, 0.8)
        sheet.stroke(
            line((-0.6 * self.wide / 2, 0.42 * self.tall), (0.6 * self.wide / 2, 0.42 * self.tall)), cloth.shade, 6,
            0.5 * cloth.depth
        )  # fmt: skip

    def draw_flap(self, sheet: Sheet, cloth: Cloth, deep: float, lock: bool = True) -> None:
        half = self.wide / 2
        flap = through(
            (-half - 2, 6), (-half + 8, -4, 0.6), (half - 8, -4, 0.6), (half + 2, 6), (half - 2, deep - 40, 0.7),
            (0.7 * half, deep, 0.7), (0, deep + 8, 1), (-0.7 * half, deep, 0.7), (2 - half, deep - 40, 0.7)
        )  # fmt: skip
        sheet.cast(flap, None, cloth, (0, 9))
        sheet.panel(
            flap,
            cloth,
            [Fold((-0.7 * half, 14), (-0.56 * half, deep - 14), 0.24 * half, lit=True, strength=0.8)],
            rim=0.9,
        )
        sheet.stitch(flap.mapped(lambda p: (p[0] * 0.95, 0.5 * deep + (p[1] - 0.5 * deep) * 0.88)), cloth)
        if lock:
            sheet.panel(rectangle(-20, deep - 24, 20, deep + 10, 7), metal(BRASS), rim=0.6, outline=1.3)
            sheet.panel(rectangle(-5, deep - 18, 5, deep + 4, 3), metal(BRASS), rim=0.3, outline=1.0)

    def draw_top_handle(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        self.draw_flap(sheet, cloth, 0.52 * self.tall)
        self.draw_rings(sheet, cloth, 0.42)
        self.draw_feet(sheet)

    def draw_structured(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        half, low = self.wide / 2, self.tall
        for x in (-0.62 * half, 0.62 * half):
            sheet.seam(line((x, 0), (x, low)), cloth, 1.5, body)
        zip_ = line((-half + 10, 30), (half - 10, 30))
        sheet.stroke(zip_, cloth.line, 6)
        sheet.stroke(zip_, BRASS, 3, 1, "2.4 1.8")
        sheet.panel(rectangle(half - 46, 26, half - 38, 66, 3), metal(BRASS), rim=0.4, outline=1)
        self.draw_rings(sheet, cloth, 0.42)
        self.draw_feet(sheet)

    def draw_shoulder(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        half = self.wide / 2
        seam = line((-half, 34), (0, 64, 1), (half, 34))
        sheet.stroke(seam.moved(0, -8), BRASS, 4, 1, "2.6 2", body)
        sheet.seam(seam.moved(0, 4), cloth, 1.5, body)
        for side in (-1, 1):
            sheet.panel(
                ellipse(side * 0.9 * half, 26, 15, 17) + ellipse(side * 0.9 * half, 26, 9, 11),
                metal(BRASS),
                rim=0.4,
                outline=1.2,
            )
        self.gathers(sheet, cloth, body)

    def gathers(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        for number in range(-4, 5):
            x = number / 4.4 * self.wide / 2
            sheet.fold(Fold((x, 54), (1.06 * x, 140 + 14 * (number % 2)), 16, strength=0.8), cloth, body)

    def draw_rings(self, sheet: Sheet, cloth: Cloth, out: float) -> None:
        for side in (-1, 1):
            x = side * out * self.wide / 2
            tab = through((x - 14, -6), (x + 14, -6), (x + 11, 36, 0.6), (x, 44), (x - 11, 36, 0.6))
            sheet.panel(tab, cloth.plain, rim=0.5, outline=1.2)
            fastenings.button(sheet, (x, 26), BRASS, 5, False)
            sheet.panel(ellipse(x, -4, 13, 11) + ellipse(x, -4, 8, 6.5), metal(BRASS), rim=0.4, outline=1.1)

    def draw_feet(self, sheet: Sheet) -> None:
        for side in (-1, 1):
            fastenings.button(sheet, (side * 0.4 * self.foot, self.tall + 4), BRASS, 7, False)

    def draw_clutch(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        half, low = self.wide / 2, self.tall
        frame = through((-half, -4), (half, -4), (half + 2, 14), (-half - 2, 14))
        sheet.panel(frame, metal(BRASS), [Fold((-half, 0), (half, 0), 6, lit=True)], rim=0.4, outline=1.3)
        for side in (-1, 1):
            sheet.panel(ellipse(side * 9, -12, 10, 9), metal(BRASS), rim=0.6, outline=1.2)
        for number in range(-6, 7):
            x = number / 6.5 * half
            sheet.fold(Fold((x, 16), (1.04 * x, 0.7 * low), 15, 2, strength=0.8), cloth, body)
            sheet.fold(Fold((x + 12, 18), (1.04 * x + 12, 0.9 * low), 11, lit=True, strength=0.6), cloth, body)

    def draw_box(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        half, low = self.wide / 2, self.tall
        frame = rectangle(-half - 6, -6, half + 6, low + 6, 28) + rectangle(-half + 5, 5, half - 5, low - 5, 20)
        sheet.panel(frame, metal(BRASS), rim=0.5, outline=1.3)
        sheet.seam(line((-half, 0.5 * low), (half, 0.5 * low)), cloth, 1.6, body)
        sheet.panel(ellipse(0, -12, 24, 13), metal(BRASS), rim=0.7, outline=1.3)
        sheet.fill(ellipse(-6, -16, 7, 4), "#ffffff", 0.7)

    def draw_envelope(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        half, low = self.wide / 2, self.tall
        flap = through(
            (-half - 2, 4), (-half + 6, -4, 0.5), (half - 6, -4, 0.5), (half + 2, 4), (half - 2, 24),
            (14, 0.68 * low, 0.5), (-14, 0.68 * low, 0.5), (2 - half, 24)
        )  # fmt: skip
        sheet.cast(flap, None, cloth, (0, 9))
        sheet.panel(flap, cloth, [Fold((-0.5 * half, 8), (-0.1 * half, 0.5 * low), 44, -10, lit=True)], rim=0.9)
        fastenings.button(sheet, (0, 0.58 * low), BRASS, 10, False)

    def draw_crossbody(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        self.draw_flap(sheet, cloth, 0.66 * self.tall)

    def draw_camera(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        half, low = self.wide / 2, self.tall
        for y in (26, 34):
            sheet.seam(line((-half, y), (half, y)), cloth, 1.3, body)
        sheet.stroke(line((-half + 12, 30), (half - 12, 30)), BRASS, 3.4, 1, "2.4 1.8")
        sheet.panel(rectangle(half - 44, 26, half - 35, 70, 3), metal(BRASS), rim=0.4, outline=1)
        sheet.panel(
            rectangle(-0.76 * half, 0.4 * low, 0.76 * half, 0.88 * low, 14),
            cloth,
            [Fold((-0.5 * half, 0.46 * low), (-0.5 * half, 0.84 * low), 34, lit=True)],
            rim=0.5,
        )

    def draw_messenger(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        self.draw_flap(sheet, cloth, 0.74 * self.tall, lock=False)
        for x in (-0.5, 0.5):
            strap = rectangle(x * self.wide / 2 - 15, 0.4 * self.tall, x * self.wide / 2 + 15, 0.92 * self.tall, 5)
            sheet.panel(strap, cloth.inside, rim=0.5, outline=1.2)
            fastenings.buckle(sheet, x * self.wide / 2, 0.74 * self.tall, 40, 28, BRASS)

    def draw_briefcase(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        self.draw_flap(sheet, cloth, 0.5 * self.tall, lock=False)
        half, low = self.wide / 2, self.tall
        for x in (-0.56, 0.56):
            strap = through(
                (x * half - 15, -4), (x * half + 15, -4), (x * half + 14, 0.62 * low), (x * half, 0.67 * low),
                (x * half - 14, 0.62 * low)
            )  # fmt: skip
            sheet.cast(strap, None, cloth, (1, 4))
            sheet.panel(strap, cloth, rim=0.5, outline=1.3)
            sheet.panel(
                rectangle(x * half - 20, 0.44 * low, x * half + 20, 0.56 * low, 5), metal(BRASS), rim=0.5, outline=1.2
            )
        for side in (-1, 1):
            sheet.panel(
                rectangle(side * 0.3 * half - 12, -12, side * 0.3 * half + 12, 8, 4), metal(BRASS), rim=0.4, outline=1.1
            )

    def draw_document(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        half, low = self.wide / 2, self.tall
        sheet.stroke(line((-half + 12, 22), (half - 12, 22)), cloth.line, 7)
        sheet.stroke(line((-half + 12, 22), (half - 12, 22)), STEEL, 3.4, 1, "2.4 1.8")
        sheet.panel(rectangle(half - 60, 18, half - 30, 30, 4), metal(STEEL), rim=0.4, outline=1)
        sheet.panel(rectangle(-half + 24, 0.36 * low, half - 24, 0.9 * low, 12), cloth, rim=0.4, outline=1.2)
        handle: list[Knot] = [(-60, 8), (-54, -44, 1), (0, -58, 1), (54, -44, 1), (60, 8)]
        sheet.panel(band(handle, 17), cloth.plain, rim=0.7, outline=1.4)

"""Backpacks seen from the front."""

from typing import Literal

from stores.drawing import fastenings
from stores.drawing.cloth import STEEL, Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import Path, band, line, rectangle, through
from stores.drawing.sheet import Fold, Sheet


class Backpack(Cut):
    cloth: str = "nylon"
    waver: float = 1.0
    style: Literal["day", "roll", "hike"] = "day"

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        for side in (-1, 1):
            strap = band([(side * 56, 20), (side * 178, 60, 1), (side * 196, 240, 1), (side * 150, 420)], 34, 40, 22)
            sheet.panel(strap, cloth.inside, rim=0.7)
        sheet.panel(band([(-26, 4), (-24, -40, 1), (24, -40, 1), (26, 4)], 13), cloth.inside, rim=0.5)
        if self.style == "hike":
            for side in (-1, 1):
                pocket = through((side * 130, 250), (side * 184, 270, 0.8), (side * 186, 430, 0.8), (side * 130, 450))
                sheet.panel(pocket, cloth.inside.of("mesh"), rim=0.8)
        top = 0.0 if self.style != "roll" else 60.0
        body = through(
            (-136, top + 70), (-110, top + 8, 1), (0, top - 8, 1), (110, top + 8, 1), (136, top + 70),
            (154, 300, 0.9), (146, 440, 0.7), (120, 468, 0.7), (0, 474, 1), (-120, 468, 0.7), (-146, 440, 0.7),
            (-154, 300, 0.9)
        )  # fmt: skip
        sheet.panel(
            body,
            cloth,
            [
                Fold((-90, 60), (-104, 420), 66, -10, lit=True, strength=0.7),
                Fold((124, 90), (120, 450), 56, -8, strength=0.7),
            ],
            rim=1.1,
        )
        getattr(self, f"draw_{self.style}")(sheet, cloth, body)

    def draw_pocket(self, sheet: Sheet, cloth: Cloth, top: float) -> None:
        pocket = through(
            (-112, top), (0, top - 12, 1), (112, top), (122, top + 150, 0.8), (104, 450, 0.8), (0, 456, 1),
            (-104, 450, 0.8), (-122, top + 150, 0.8)
        )  # fmt: skip
        sheet.cast(pocket, None, cloth, (0, 5))
        sheet.panel(pocket, cloth, [Fold((-70, top + 20), (-80, 430), 46, lit=True, strength=0.7)], rim=0.8)
        zip_ = line((-104, top + 26), (0, top + 14, 1), (104, top + 26))
        sheet.stroke(zip_, cloth.line, 7)
        sheet.stroke(zip_, cloth.seam, 3, 1, "2.4 1.8")
        sheet.panel(rectangle(84, top + 20, 92, top + 62, 3), cloth.dyed(STEEL).of("metal"), rim=0.3, outline=1)

    def draw_day(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        zip_ = line((-138, 200, 0.6), (-116, 60, 1), (0, 22, 1), (116, 60, 1), (138, 200, 0.6))
        sheet.stroke(zip_, cloth.line, 7)
        sheet.stroke(zip_, cloth.seam, 3, 1, "2.4 1.8")
        sheet.panel(rectangle(-30, 120, 30, 160, 6), cloth.dyed("#8a5a34").of("leather"), rim=0.5, outline=1.2)
        self.draw_pocket(sheet, cloth, 250)

    def draw_roll(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        roll = through(
            (-148, 96), (-158, 40, 1), (-120, 6, 1), (0, -2, 1), (120, 6, 1), (158, 40, 1), (148, 96), (0, 106, 1)
        )  # fmt: skip
        sheet.cast(roll, None, cloth, (0, 9))
        sheet.panel(
            roll, cloth, [Fold((-150, 50), (150, 52), 18, -6), Fold((-130, 22), (130, 22), 16, -6, lit=True)], rim=0.9
        )
        for x in (-60, 60):
            strap = rectangle(x - 11, 4, x + 11, 260, 4)
            sheet.panel(strap, cloth.inside, rim=0.4, outline=1.1)
            fastenings.buckle(sheet, x, 170, 38, 34, "#3a3a3c")
        self.draw_pocket(sheet, cloth, 280)

    def draw_hike(self, sheet: Sheet, cloth: Cloth, body: Path) -> None:
        lid = through(
            (-140, 120), (-146, 50, 0.9), (-96, -6, 0.9), (0, -18, 1), (96, -6, 0.9), (146, 50, 0.9), (140, 120),
            (0, 138, 1)
        )  # fmt: skip
        sheet.cast(lid, None, cloth, (0, 9))
        sheet.panel(lid, cloth, [Fold((-110, 30), (-40, 100), 50, lit=True, strength=0.7)], rim=0.9)
        sheet.stroke(line((-100, 46), (0, 34, 1), (100, 46)), cloth.seam, 3, 1, "2.4 1.8")
        for x in (-66, 66):
            sheet.panel(rectangle(x - 9, 120, x + 9, 320, 4), cloth.inside, rim=0.4, outline=1.1)
            fastenings.buckle(sheet, x, 190, 36, 30, "#2c2c2e")
        cord = line((-50, 320), (50, 360), (-50, 400), (50, 440))
        other = line((50, 320), (-50, 360), (50, 400), (-50, 440))
        for one in (cord, other):
            sheet.stroke(one, cloth.accents[0] if cloth.accents else "#d8703a", 4)

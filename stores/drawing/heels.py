"""Shoes on heels, seen from the side."""

from typing import Literal

from stores.drawing import fastenings
from stores.drawing.cloth import BRASS, Cloth
from stores.drawing.footwear import (
    Shoe,
    inside_of,
    sole_ink,
)
from stores.drawing.outline import Knot, Path, Point, band, ellipse, line, through
from stores.drawing.sheet import Fold, Sheet


class Heel(Shoe):
    """A shoe on a heel `high` millimetres tall."""

    cloth: str = "leather"
    high: float = 82
    heel: Literal["slim", "block", "kitten"] = "slim"
    style: Literal["pump", "slingback", "maryjane", "sandal", "ankle", "crystal"] = "pump"
    square: bool = False
    behind: Point = (52, -96)
    short: float = 0.84

    def draw_shoe(self, sheet: Sheet, cloth: Cloth) -> None:
        high = self.high
        self.draw_heel(sheet, cloth, high)
        if self.style in {"sandal", "ankle", "crystal"}:
            self.draw_sandal(sheet, cloth, high)
            return
        tip: Point = (282, -6) if self.square else (300, -4)
        inside_of(
            sheet,
            cloth,
            (6, -high - 52),
            (66, -high - 18, 1),
            (130, -0.62 * high - 20, 1),
            (182, -62),
            (210, -40),
            (120, -0.4 * high - 10),
            (20, -high),
        )
        back: list[Knot] = (
            [(2, -high - 2), (-6, -high - 30, 1), (4, -high - 60)]
            if self.style != "slingback"
            else [(2, -high - 2), (-3, -high - 14)]
        )
        topline: list[Knot] = [
            (24, -high - 46, 0.8),
            (86, -0.84 * high - 8, 1),
            (142, -0.5 * high - 14, 1),
            (188, -56, 0.7),
        ]
        if self.style == "slingback":
            topline = [(40, -high - 16, 0.8), (96, -0.76 * high - 10, 1), (146, -0.48 * high - 14, 1), (188, -56, 0.7)]
        upper = through(
            *back, *topline, (240, -42, 1), (tip[0] - 18, -22, 0.9), tip, (220, -2, 1), (176, -4, 1),
            (110, -0.5 * high, 1), (52, -high + 4, 0.8)
        )  # fmt: skip
        lit = [
            Fold((200, -46), (tip[0] - 16, -14), 15, -5, lit=True, strength=1.4),
            Fold((4, -high - 8), (10, -high - 48), 13, 3, lit=True),
            Fold((70, -0.78 * high), (150, -0.2 * high - 12), 16, 4, lit=True, strength=0.7),
        ]
        sheet.panel(upper, cloth, [*lit, Fold((180, -44), (196, -6), 10, 3)], rim=1)
        sheet.stroke(
            line((52, -high + 4), (110, -0.5 * high + 1, 1), (176, -3, 1), (220, 0, 1), (tip[0], -2)),
            sole_ink(cloth, "#4a3426"), 4.4
        )  # fmt: skip
        if self.style == "slingback":
            strap_ = band([(70, -0.9 * high - 14), (26, -high - 48, 1), (-6, -high - 44, 0.8)], 10, 8)
            sheet.panel(strap_, cloth, rim=0.4, outline=1.3)
            fastenings.buckle(sheet, 44, -high - 36, 15, 15, BRASS)
        if self.style == "maryjane":
            strap_ = band(
                [(82, -0.86 * high - 10), (104, -0.86 * high - 54, 0.8), (140, -0.6 * high - 58, 0.8),
                (152, -0.48 * high - 18)], 13
            )  # fmt: skip
            sheet.cast(strap_, None, cloth, (1, 4))
            sheet.panel(strap_, cloth, rim=0.4, outline=1.3)
            fastenings.buckle(sheet, 92, -0.86 * high - 34, 16, 16, BRASS)

    def draw_heel(self, sheet: Sheet, cloth: Cloth, high: float) -> None:
        shapes: dict[str, Path] = {
            "slim": through((-2, -high - 6), (54, -high + 6), (34, -0.72 * high, 0.9), (18, -0.3 * high, 0.8),
            (17, 0), (6, 0), (6, -0.4 * high, 0.8)),
            "kitten": through((-2, -high - 6), (50, -high + 6), (30, -0.6 * high, 0.9), (24, 0), (8, 0),
            (6, -0.5 * high, 0.8)),
            "block": through((-2, -high - 6), (76, -0.8 * high), (60, 0), (0, 0)),
        }  # fmt: skip
        sheet.panel(shapes[self.heel], cloth, [Fold((10, -high), (11, -8), 9, lit=True)], rim=0.9)
        sheet.stroke(
            line((6, -1), (17 if self.heel == "slim" else 24 if self.heel == "kitten" else 57, -1)), "#2a211b", 4
        )  # fmt: skip

    def draw_sandal(self, sheet: Sheet, cloth: Cloth, high: float) -> None:
        bed = through(
            (-4, -high - 8), (50, -high - 2, 0.9), (112, -0.5 * high - 4, 1), (180, -10, 1), (288, -12, 0.9),
            (294, -4, 0.9), (220, 2, 1), (176, 0, 1), (108, -0.5 * high + 6, 1), (52, -high + 8, 0.9), (0, -high + 4)
        )  # fmt: skip
        straps: list[list[Knot]] = [[(196, -8), (216, -46, 1), (252, -10)], [(222, -6), (246, -38, 1), (276, -8)]]
        back: list[list[Knot]] = [[(196, -14), (228, -52, 1), (262, -14)]]
        ankle: list[Knot] = [(-2, -high - 70), (28, -high - 84, 1), (72, -high - 72)]
        for knots in back:
            sheet.panel(band(knots, 10), cloth.inside, rim=0.4, outline=1.1)
        sheet.panel(
            band([(72, -high - 72), (40, -high - 96, 1), (-2, -high - 72)], 9), cloth.inside, rim=0.4, outline=1.1
        )  # fmt: skip
        sheet.panel(bed, cloth, [Fold((180, -8), (280, -9), 6, lit=True)], rim=0.7)
        sheet.panel(
            through((2, -high - 4), (-8, -high - 40, 0.9), (-4, -high - 78), (10, -high - 76), (16, -high - 40, 0.9),
            (44, -high - 2)), cloth, rim=0.7
        )  # fmt: skip
        for knots in straps:
            strip = band(knots, 15 if self.heel == "block" else 10)
            sheet.cast(strip, None, cloth, (1, 3))
            sheet.panel(strip, cloth, [Fold(knots[0][:2], knots[2][:2], 6, -26, lit=True)], rim=0.5, outline=1.3)
        strip = band(ankle, 12 if self.heel == "block" else 9)
        sheet.panel(strip, cloth, rim=0.5, outline=1.3)
        fastenings.buckle(sheet, 56, -high - 77, 16, 15, BRASS)
        if self.style == "ankle":
            sheet.panel(
                band([(30, -high - 80), (120, -0.7 * high - 20, 1), (214, -36)], 8), cloth, rim=0.4, outline=1.2
            )  # fmt: skip
        if self.style == "crystal":
            for x, y in ((216, -40), (226, -44), (206, -34), (246, -36), (236, -40), (256, -32)):
                sheet.fill(ellipse(x, y, 4.4), "#ffffff", 0.95)
                sheet.stroke(ellipse(x, y, 4.4), "#9aa3ad", 1)

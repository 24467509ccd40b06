"""Trench coats: what they have beyond a coat with lapels."""

from math import hypot

from stores.drawing import fastenings
from stores.drawing.body import SLOPE, Body
from stores.drawing.cloth import Cloth
from stores.drawing.outline import Path, between, through
from stores.drawing.sheet import Fold, Sheet
from stores.drawing.tailoring import Jacket


class Trench(Jacket):
    """A coat with shoulder straps, a flap over the chest and a buckled belt."""

    def draw_front(self, sheet: Sheet, cloth: Cloth, body: Body, side: int, front: Path) -> None:
        super().draw_front(sheet, cloth, body, side, front)
        if side > 0:
            flap = through(
                (body.neck + 6, 20), (body.shoulder - 10, SLOPE + 10), (body.chest - 26, 250),
                (0.4 * body.chest, 292, 0.9), (60, 190), (70, 120)
            )  # fmt: skip
            sheet.cast(flap, front, cloth, (-2, 6))
            sheet.panel(flap, cloth, [Fold((body.shoulder - 30, 90), (120, 230), 26)], rim=0.5, outline=1.3)
        start, end = (body.shoulder - 10, SLOPE + 2), (body.neck + 52, 22)
        run = hypot(end[0] - start[0], end[1] - start[1])
        tip = between(start, end, 1 + 14 / run)
        strap = through(
            (start[0], start[1] - 18), (end[0], end[1] - 16), tip, (end[0], end[1] + 18),
            (start[0] - 2, start[1] + 22)
        ).scaled(side, 1)  # fmt: skip
        sheet.cast(strap, None, cloth, (0, 4))
        sheet.panel(strap, cloth, rim=0.5, outline=1.3)
        fastenings.button(sheet, (side * (end[0] + 10), end[1] + 2), self.ink(cloth), 6)

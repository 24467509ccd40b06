"""Parts of coats: toggles and tied or buckled belts."""

from stores.drawing import fastenings
from stores.drawing.body import Body
from stores.drawing.cloth import Cloth
from stores.drawing.outline import band, ellipse, line, rectangle, through
from stores.drawing.sheet import Fold, Sheet


def draw_toggle(sheet: Sheet, cloth: Cloth, y: float) -> None:
    """A horn peg held by loops of leather cord."""
    leather = "#5b3d28"
    for side in (-1, 1):
        patch = through((side * 62, y - 17), (side * 98, y), (side * 62, y + 17))
        sheet.panel(patch, cloth.dyed(leather).of("leather"), rim=0.4, outline=1.1)
        sheet.stroke(line((side * 64, y - 4), (side * 10, y - 5)), leather, 3.2)
        sheet.stroke(line((side * 64, y + 4), (side * 10, y + 5)), leather, 3.2)
    peg = through((-38, y - 3, 1), (0, y - 12, 1), (38, y - 3, 1), (38, y + 5, 1), (0, y + 10, 1), (-38, y + 5, 1))
    sheet.fill(peg.moved(1, 5), "#1a1410", 0.3)
    sheet.panel(peg, cloth.dyed("#d8bd8c").of("acetate"), rim=0.7, outline=1.2)
    sheet.stroke(ellipse(-6, y, 2), "#5a4030", 2)


def draw_belt(sheet: Sheet, cloth: Cloth, body: Body, buckled: bool) -> None:
    """A belt about the waist, buckled or tied in front."""
    y, half = body.waist_at + 10, body.waist * 1.02
    strip = through(
        (-half, y - 26), (0, y - 20, 1), (half, y - 26), (half, y + 22), (0, y + 28, 1), (-half, y + 22)
    )  # fmt: skip
    sheet.cast(strip, None, cloth, (0, 8))
    sheet.panel(strip, cloth, [Fold((30, y - 20), (140, y + 18), 16), Fold((-60, y + 16), (-170, y - 18), 14)], rim=0.7)
    if buckled:
        fastenings.buckle(sheet, 34, y + 2, 62, 66, "#6b4a30")
        tail = band([(60, y + 2), (150, y + 12, 1), (196, y + 46)], 44, 42)
    else:
        tail = through(
            (-4, y + 6), (34, y + 10), (70, y + 190, 0.8), (62, y + 330), (14, y + 336), (18, y + 180, 0.8)
        )  # fmt: skip
        other = through(
            (-8, y + 6), (16, y + 8), (4, y + 160, 0.8), (-22, y + 290), (-64, y + 280), (-34, y + 140, 0.8)
        )  # fmt: skip
        sheet.cast(other, None, cloth, (2, 5))
        sheet.panel(other, cloth, [Fold((0, y + 20), (-40, y + 270), 16)], rim=0.6)
    sheet.cast(tail, None, cloth, (2, 6))
    sheet.panel(tail, cloth, rim=0.6)
    if not buckled:
        sheet.panel(rectangle(-26, y - 30, 30, y + 34, 12), cloth, [Fold((-10, y - 24), (12, y + 28), 14)], rim=0.7)

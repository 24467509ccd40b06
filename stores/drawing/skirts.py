"""Skirts: mini, midi and maxi, straight, flared, pleated, tiered or cut on the bias. y is 0 at the waist."""

from typing import Literal

from stores.drawing import fastenings
from stores.drawing.cloth import Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import Knot, Path, both, line, through
from stores.drawing.sheet import Fold, Sheet

SkirtShape = Literal["straight", "aline", "slip", "pleated", "tiered", "full", "jeans"]


class Skirt(Cut):
    length: float = 750
    waist: float = 350
    hip: float = 470
    hem: float = 560
    style: SkirtShape = "aline"
    band: float = 36
    slit: float = 0
    elastic: bool = False
    border: bool = False

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        waist = self.waist / 2
        shape = self.outline()
        sheet.panel(through((-waist, 2), (0, -10, 1), (waist, 2), (0, 16, 1)), cloth.inside)
        sheet.panel(shape, cloth, self.folds())
        draw_skirt_parts(sheet, cloth, shape, self.style, 0, self.length, waist, self.hem / 2)
        if self.slit:
            draw_slit(sheet, cloth, shape, 0.3 * self.hem, self.length, self.slit)
        self.draw_band(sheet, cloth, shape)

    def outline(self) -> Path:
        waist, hip, hem = self.waist / 2, self.hip / 2, self.hem / 2
        sides: list[Knot] = [(waist, 2)]
        if self.style in {"straight", "slip", "jeans"}:
            sides += (
                [(hip, 190, 1), (0.5 * (hip + hem) + 4, 0.6 * self.length + 60, 1)]
                if self.length > 500
                else [(hip, 190, 1)]
            )
        else:
            sides += [(waist + 0.34 * (hem - waist), 0.27 * self.length, 1)]
        return both((0, 12, 1), *sides, *hem_knots(self.style, hem, self.length))

    def folds(self) -> list[Fold]:
        return skirt_folds(self.style, 0, self.length, self.waist / 2, self.hem / 2)

    def draw_band(self, sheet: Sheet, cloth: Cloth, shape: Path) -> None:
        waist, deep = self.waist / 2, self.band
        grown = waist + 0.1 * deep
        strip = through(
            (-waist - 1, 2), (0, 12, 1), (waist + 1, 2), (grown + 1, deep), (0, deep + 11, 1), (-grown - 1, deep)
        )  # fmt: skip
        sheet.panel(strip, cloth.of("rib") if self.elastic else cloth, rim=0.6)
        if self.style == "jeans":
            for y in (7, deep - 4):
                sheet.stitch(
                    line((-waist, y), (0, y + 10, 1), (waist, y)), cloth, "#c98a45"
                    if cloth.finish.texture == "twill" else None, strip
                )  # fmt: skip
            fastenings.button(sheet, (0, 0.5 * deep + 10), "#b9834a", 9, False)
            sheet.seam(line((0, deep + 10), (0, 210)), cloth, 1.4, shape)
            for side in (-1, 1):
                sheet.stroke(
                    line((side * 0.5 * waist, deep + 6), (side * 0.66 * waist, deep + 70, 1),
                    (side * (waist + 20), deep + 82)), cloth.line, 1.6, clip=shape
                )  # fmt: skip


def hem_knots(style: str, hem: float, low: float) -> list[Knot]:
    """The hem from the side to the middle: wavy where there is much cloth."""
    if style in {"full", "tiered", "pleated", "gown"}:
        teeth: list[Knot] = [(hem, low - 26)]
        count = 6 if style != "pleated" else 9
        for number in range(1, count):
            x = hem * (1 - number / count)
            sag = 26 * (1 - (x / hem) ** 2)
            teeth.append((x, low - 26 + sag + (9 if number % 2 else -7), 1 if style != "pleated" else 0.4))
        return [*teeth, (0, low + (6 if count % 2 else -4), 1)]
    return [(hem, low - 10), (0, low + 8, 1)]


def skirt_folds(style: str, top: float, low: float, waist: float, hem: float) -> list[Fold]:
    """How a skirt falls from its waist at `top` to its hem at `low`."""
    long = low - top
    if style in {"straight", "jeans"}:
        return [
            Fold((0.8 * waist, top + 60), (0.9 * hem, low - 40), 60, -14, strength=0.7),
            Fold((-0.9 * waist, top + 190), (-0.3 * waist, top + 214), 14, 6, strength=0.7),
            Fold((0.95 * waist, top + 200), (0.3 * waist, top + 226), 14, -6, strength=0.7),
            Fold((-0.5 * waist, top + 60), (-0.55 * hem, low - 30), 80, -8, lit=True, strength=0.6),
        ]
    if style == "slip":
        return [
            Fold((0.9 * waist, top + 50), (0.2 * hem, low), 70, -40, strength=0.6),
            Fold((-0.5 * waist, top + 120), (-0.66 * hem, low), 50, 24, strength=0.6),
            Fold((0.3 * waist, top + 260), (0.6 * hem, low), 44, -18, strength=0.7),
            Fold((-0.2 * waist, top + 60), (-0.3 * hem, low - 20), 60, 18, lit=True, strength=0.9),
            Fold((0.62 * waist, top + 90), (0.5 * hem, low - 40), 40, -24, lit=True, strength=0.8),
        ]
    found = []
    shares = (-0.86, -0.6, -0.36, -0.1, 0.16, 0.4, 0.62, 0.85) if style != "aline" else (-0.7, -0.28, 0.2, 0.66)
    for number, share in enumerate(shares):
        start = top + (14 if style in {"pleated", "full", "gown", "tiered"} else 0.24 * long) + 18 * (number % 3)
        wide = 0.075 * 2 * hem if style != "aline" else 0.1 * hem
        found.append(
            Fold((share * waist, start), (1.02 * share * hem, low + 20), wide, 10 * (-1) ** number, strength=0.85)
        )
        found.append(
            Fold(
                ((share + 0.12) * waist, start + 20),
                ((share + 0.13) * hem, low),
                0.7 * wide,
                6,
                lit=True,
                strength=0.55,
            )
        )
    return found


def draw_skirt_parts(
    sheet: Sheet, cloth: Cloth, shape: Path, style: str, top: float, low: float, waist: float, hem: float
) -> None:
    """Knife pleats or the seams of tiers."""
    if style == "pleated":
        for number in range(-8, 9):
            share = number / 8.5
            pleat = line(
                (share * waist, top + 8), (share * (waist + 0.4 * (hem - waist)), top + 0.3 * (low - top), 1),
                (share * hem, low + 20)
            )  # fmt: skip
            sheet.stroke(pleat.moved(3, 0), cloth.shade, 7, 0.5 * cloth.depth, clip=shape)
            sheet.seam(pleat, cloth, 1.3, shape)
    if style == "tiered":
        for share in (0.36, 0.68):
            y, half = top + share * (low - top), waist + (0.2 + 0.8 * share) * (hem - waist) + 30
            seam = line((-half, y - 12), (0, y + 10, 1), (half, y - 12))
            sheet.stroke(seam.moved(0, 5), cloth.shade, 9, 0.6 * cloth.depth, clip=shape)
            sheet.seam(seam, cloth, 1.7, shape)
            for number in range(-9, 10):
                x = number / 9.5 * half
                sheet.fold(Fold((x, y + 4), (1.05 * x, y + 64 + 22 * (number % 3)), 13), cloth, shape)
    if style in {"aline", "straight", "slip", "full"}:
        sheet.seam(line((-hem - 10, low - 30), (0, low - 10, 1), (hem + 10, low - 30)), cloth, 0.9, shape)


def draw_slit(sheet: Sheet, cloth: Cloth, shape: Path, x: float, low: float, long: float) -> None:
    """An opening from the hem upwards, with what is behind it."""
    gap = through((x, low - long), (x + 0.16 * long, low + 30), (x - 0.06 * long, low + 30))
    sheet.fill(gap, cloth.inside.base, clip=shape)
    sheet.fill(gap, cloth.shade, cloth.depth, clip=shape)
    sheet.stroke(line((x, low - long), (x + 0.16 * long, low + 30)), cloth.line, 1.5, clip=shape)
    sheet.stroke(line((x, low - long), (x - 0.06 * long, low + 30)), cloth.line, 1.5, clip=shape)
    sheet.fold(Fold((x - 4, low - long), (x - 0.2 * long, low), 30, 6), cloth, shape)


def border(sheet: Sheet, cloth: Cloth, shape: Path, hem: float, low: float, ink: str, deep: float = 54) -> None:
    """A woven border along a hem."""
    for up, width in ((deep, 3.0), (deep - 13, 2.0), (10, 3.0)):
        sheet.stroke(
            line((-hem - 20, low - up - 18), (0, low - up, 1), (hem + 20, low - up - 18)), ink, width, clip=shape
        )  # fmt: skip
    sheet.stroke(
        line((-hem - 20, low - 0.55 * deep - 18), (0, low - 0.55 * deep, 1), (hem + 20, low - 0.55 * deep - 18)), ink,
        8, 1, "0.1 13", shape
    )  # fmt: skip

"""Trousers, jeans, leggings and shorts, laid flat with the legs a little apart. y is 0 at the top of the waistband."""

from typing import Literal

from stores.drawing import fastenings
from stores.drawing.cloth import STEEL, Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import Knot, Path, band, both, line, rectangle, through
from stores.drawing.sheet import Fold, Sheet
from stores.drawing.tones import lightness, tone


class Trousers(Cut):
    """`hem` is the width of a leg's end, `apart` how far the inner hems lie from each other."""

    length: float = 1090
    waist: float = 410
    hip: float = 500
    thigh: float = 292
    knee: float = 206
    hem: float = 182
    apart: float = 64
    rise: float = 290
    band: float = 40
    style: Literal["smart", "jeans", "drawstring", "elastic", "sport", "cargo", "work", "trek"] = "smart"
    crease: bool = False
    pleats: bool = False
    turnup: bool = False
    cuffed: bool = False
    braid: bool = False
    zipped: bool = False
    braces: bool = False
    gathered: bool = False
    panel: bool = False
    split: bool = False

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        shape = self.outline()
        waist = self.half(self.waist)
        back = through((-waist + 3, 4), (0, -12, 1), (waist - 3, 4), (0, 20, 1))
        if self.braces:
            draw_braces(sheet, cloth, waist)
        sheet.panel(back, cloth.inside, rim=1)
        sheet.panel(shape, cloth, self.folds())
        self.draw_legs(sheet, cloth, shape)
        self.draw_pockets(sheet, cloth, shape)
        self.draw_band(sheet, cloth, shape)

    def half(self, width: float) -> float:
        slim = 0.9 if self.women else 1.0
        return width / 2 * slim * (1 + 0.5 * (self.ease - 1))

    @property
    def top(self) -> float:
        """How much higher women's cuts sit."""
        return 24 if self.women else 0

    def outline(self) -> Path:
        wide = 1 + 0.9 * (self.ease - 1)
        inner, knee = self.apart / 2, 0.56 * self.length
        low, crotch = self.length * (0.97 if self.women else 1), self.rise + self.top
        hem, middle = self.hem * (0.94 if self.women else 1) * wide, self.knee * (0.92 if self.women else 1) * wide
        hip = self.half(self.hip) * (1.03 if self.women else 1)
        legs: list[Knot] = [
            (self.half(self.waist), 3),
            (hip, 0.66 * crotch, 1),
        ]
        if self.length > 600:
            legs += [(0.46 * inner + middle + 14, knee, 1)]
        if self.cuffed:
            legs += [
                (inner + hem + 22, low - 70, 0.7),
                (inner + hem, low - 52),
                (inner + hem - 4, low),
                (inner + 8, low + 4),
                (inner + 4, low - 50),
                (inner - 10, low - 74, 0.7),
            ]
        else:
            legs += [(inner + hem, low), (inner, low + 5)]
        if self.length > 600:
            legs += [(0.46 * inner + 13, knee, 1)]
        return both((0, 14, 1), *legs, (3, crotch + 10), (0, crotch))

    def folds(self) -> list[Fold]:
        low, crotch = self.length, self.rise + self.top
        hip, inner = self.half(self.hip), self.apart / 2
        knee = 0.56 * low
        found = [
            Fold((6, crotch + 4), (0.62 * hip, crotch - 54), 18, 8, strength=0.9),
            Fold((-6, crotch + 4), (-0.6 * hip, crotch - 60), 18, -8, strength=0.9),
            Fold((8, crotch + 20), (0.5 * hip, crotch + 20), 14, 8, strength=0.7),
            Fold((0.9 * hip, 0.7 * crotch), (inner + 0.8 * self.hem, min(low, knee + 120)), 50, -12, strength=0.6),
            Fold((-0.55 * hip, 0.5 * crotch), (-inner - 0.6 * self.hem, low - 20), 64, -8, lit=True, strength=0.6),
            Fold((0.5 * hip, 0.6 * crotch), (inner + 0.44 * self.hem, low - 20), 52, 8, lit=True, strength=0.4),
        ]
        if low > 600:
            found += [
                Fold((0.46 * inner + 16, knee - 16), (0.46 * inner + 0.6 * self.knee, knee + 10), 14, 6, strength=0.7),
                Fold(
                    (-0.46 * inner - 16, knee - 2), (-0.46 * inner - 0.62 * self.knee, knee + 22), 14, -6, strength=0.7
                ),
                Fold((inner + 2, low - 60), (inner + 0.5 * self.hem, low - 44), 13, 6, strength=0.7),
                Fold((-inner - self.hem, low - 70), (-inner - 0.4 * self.hem, low - 40), 13, -6, strength=0.7),
                Fold((0.1 * inner + 14, crotch + 60), (inner + 6, low), 30, -6, strength=0.6),
                Fold((-0.1 * inner - 30, crotch + 60), (-inner - 26, low), 34, 6, strength=0.45),
            ]
        if self.gathered:
            for number in range(9):
                x = (number - 4) * 0.2 * self.half(self.waist)
                found.append(Fold((x, self.band + 2), (1.12 * x, self.band + 70), 11, strength=0.8))
        return found

    def draw_legs(self, sheet: Sheet, cloth: Cloth, shape: Path) -> None:
        hip, low = self.half(self.hip), self.low
        for side in (-1, 1):
            self.draw_crease(sheet, cloth, shape, side)
            self.draw_side(sheet, cloth, shape, side)
            self.draw_hem(sheet, cloth, shape, side)
            if self.style == "trek":
                self.draw_knee(sheet, cloth, shape, side)
            if self.style in {"cargo", "work"} and self.length > 600:
                left = 0.58 * hip if side > 0 else -0.58 * hip - 138
                fastenings.patch_pocket(sheet, cloth, left, 0.42 * low, 138, 165)
                fastenings.pocket_flap(sheet, cloth, left - 5, 0.42 * low - 10, 148, 56)

    def draw_crease(self, sheet: Sheet, cloth: Cloth, shape: Path, side: int) -> None:
        """The pressed crease, and pleats under the band."""
        waist, hip = self.half(self.waist), self.half(self.hip)
        if self.crease:
            foot = (self.apart / 2 + self.end / 2, self.low)
            fold = line((0.52 * waist, self.band + 6), (0.5 * hip, 0.5 * self.low, 1), foot).scaled(side, 1)
            sheet.stroke(fold, cloth.shade, 5, 0.6 * cloth.depth, clip=shape)
            sheet.stroke(fold, cloth.seam, 1.3, 0.9, clip=shape)
        for out in (0.36, 0.56) if self.pleats else ():
            x = out * waist
            sheet.fold(Fold((side * x, self.band), (side * (x + 14), self.band + 190), 20), cloth, shape)
            sheet.seam(line((side * x, self.band), (side * (x + 6), self.band + 90)), cloth, 1.4, shape)

    def draw_side(self, sheet: Sheet, cloth: Cloth, shape: Path, side: int) -> None:
        """What runs down or across the outside of a leg: a braid, a panel's seam, a zip."""
        inner, hip, low, hem = self.apart / 2, self.half(self.hip), self.low, self.end
        if self.braid:
            knee = 0.46 * inner + self.knee + 2
            edge: list[Knot] = [(hip - 10, 0.66 * self.rise, 1), (knee, 0.56 * low, 1), (inner + hem - 10, low)]
            strip = band([(self.half(self.waist) - 8, 8), *edge], 26).scaled(side, 1)
            satin = cloth.dyed(tone(cloth.base, lightness(cloth.base) + 0.12)).of("satin")
            lit = Fold((hip, 200), (inner + hem, low), 18, lit=True).on(side)
            sheet.panel(strip, satin, [lit], rim=0.2, outline=0.9)
        if self.zipped:
            zip_ = line((side * (hip - 4), 0.47 * low), (side * 6, 0.5 * low))
            sheet.stroke(zip_, cloth.line, 5, 0.9, clip=shape)
            sheet.stroke(zip_, cloth.seam, 2, 1, "2 1.6", shape)
        if self.panel:
            top, foot = (0.86 * self.half(self.waist), self.band), (inner + 0.84 * hem, low)
            sheet.seam(line(top, (0.86 * hip, self.rise, 1), foot).scaled(side, 1), cloth, 1.3, shape)

    def draw_hem(self, sheet: Sheet, cloth: Cloth, shape: Path, side: int) -> None:
        inner, outer, low = self.apart / 2, self.apart / 2 + self.end, self.low
        if self.cuffed:
            cuff = through((inner + 4, low - 50), (outer, low - 52), (outer - 4, low), (inner + 8, low + 4))
            sheet.panel(cuff.scaled(side, 1), cloth.of("rib"), rim=0.5)
        elif self.turnup:
            cuff = through((inner - 3, low - 46), (outer + 4, low - 50), (outer + 3, low + 1), (inner - 2, low + 6))
            sheet.cast(cuff.scaled(side, 1), shape, cloth, (0, -5))
            sheet.panel(cuff.scaled(side, 1), cloth, rim=0.5)
        else:
            seam = line((inner - 4, low - 15), (outer + 4, low - 20)).scaled(side, 1)
            if self.style == "jeans":
                sheet.stitch(seam, cloth, self.thread(cloth), shape)
            else:
                sheet.seam(seam, cloth, 0.9, shape)
        if self.split:
            gap = line((outer - 2, low), (outer - 26, low - 60)).scaled(side, 1)
            sheet.stroke(gap, cloth.line, 2, clip=shape)

    @property
    def low(self) -> float:
        """Where the legs end."""
        return self.length * (0.97 if self.women else 1)

    @property
    def end(self) -> float:
        """The width of a leg's end as it is cut."""
        return self.hem * (0.94 if self.women else 1) * (1 + 0.9 * (self.ease - 1))

    def draw_knee(self, sheet: Sheet, cloth: Cloth, shape: Path, side: int) -> None:
        """A shaped knee, and on one thigh a zipped pocket."""
        inner, hip, low = self.apart / 2, self.half(self.hip), self.length
        for share, bend in ((0.48, -22), (0.63, 22)):
            y = share * low
            seam = line((0.3 * inner, y + bend), (inner + 0.5 * self.knee, y, 1), (hip + 20, y + bend)).scaled(side, 1)
            sheet.seam(seam, cloth, 1.6, shape)
            sheet.stitch(seam.moved(0, 7), cloth, clip=shape)
        if side > 0:
            zip_ = line((0.56 * hip, 0.3 * low), (0.72 * hip, 0.42 * low))
            sheet.stroke(zip_, cloth.line, 6, clip=shape)
            sheet.stroke(zip_, "#c9ccd0", 2.4, 1, "2 1.6", shape)

    def thread(self, cloth: Cloth) -> str:
        return "#c98a45" if cloth.finish.texture == "twill" and not cloth.pale else cloth.seam

    def draw_pockets(self, sheet: Sheet, cloth: Cloth, shape: Path) -> None:
        waist, hip = self.half(self.waist), self.half(self.hip)
        for side in (-1, 1):
            if self.style == "jeans":
                scoop = line(
                    (0.5 * waist, self.band), (0.62 * waist, self.band + 86, 1), (hip - 2, 0.5 * self.rise + 12)
                ).scaled(side, 1)  # fmt: skip
                sheet.stroke(scoop, cloth.line, 1.6, clip=shape)
                for off in (6, 12):
                    sheet.stitch(scoop.moved(-2 * side, off), cloth, self.thread(cloth), shape)
                sheet.fill(
                    rectangle(0.5 * waist - 6, self.band + 4, 0.5 * waist, self.band + 10).scaled(side, 1), "#b9834a"
                )
            elif self.style in {"smart", "cargo", "drawstring", "work", "trek"}:
                fastenings.slit(
                    sheet, cloth, (side * 0.66 * waist, self.band + 2), (side * (hip - 10), self.band + 175), shape
                )
            elif self.style == "elastic" and not self.panel:
                pocket = line(
                    (side * (waist + 2), self.band + 50), (side * 0.82 * hip, self.band + 120, 1),
                    (side * (hip + 2), self.band + 190)
                )  # fmt: skip
                sheet.seam(pocket, cloth, 1.4, shape)
        if self.style == "jeans":
            coin = line((0.6 * waist, self.band + 60), (0.86 * waist, self.band + 52))
            sheet.stitch(coin, cloth, self.thread(cloth), shape)
        if self.style in {"smart", "jeans", "cargo", "work", "trek"}:
            fly = line((0, self.band), (0, self.rise + self.top - 10))
            sheet.seam(fly, cloth, 1.5, shape)
            stitched = line(
                (38, self.band), (36, 0.62 * self.rise, 0.8), (20, 0.8 * self.rise + self.top, 0.8),
                (0, 0.88 * self.rise + self.top)
            )  # fmt: skip
            for off in (0, 6) if self.style == "jeans" else (0,):
                sheet.stitch(stitched.moved(-off, 0), cloth, self.thread(cloth), shape)

    def draw_band(self, sheet: Sheet, cloth: Cloth, shape: Path) -> None:
        waist = self.half(self.waist)
        wide = waist + 0.12 * self.band
        strip = through(
            (-waist - 1, 3), (0, 14, 1), (waist + 1, 3), (wide + 1, self.band), (0, self.band + 12, 1),
            (-wide - 1, self.band)
        )  # fmt: skip
        if self.style in {"drawstring", "elastic", "sport"}:
            sheet.panel(strip, cloth.of("rib") if self.style != "sport" else cloth.plain, rim=0.6)
            if self.style == "drawstring" or (self.style == "elastic" and not self.panel):
                cord = "#efe9dc" if not cloth.pale else cloth.seam
                for side, long in ((1, 120), (-1, 105)):
                    sheet.stroke(line((side * 12, 32), (side * 24, 80, 1), (side * 16, 32 + long)), cloth.line, 5.6)
                    sheet.stroke(line((side * 12, 32), (side * 24, 80, 1), (side * 16, 32 + long)), cord, 3.8)
            return
        sheet.panel(strip, cloth if not self.braid else cloth.of("satin"), rim=0.6)
        if self.style == "jeans":
            for y in (8, self.band - 5):
                sheet.stitch(line((-waist, y), (0, y + 11, 1), (waist, y)), cloth, self.thread(cloth), strip)
        if not self.braid:
            for x in (-0.62, 0.62):
                loop = rectangle(x * waist - 7, 0 + 6, x * waist + 7, self.band + 12, 2)
                sheet.cast(loop, None, cloth, (1, 2))
                sheet.panel(loop, cloth, rim=0.3, outline=1.1)
        if self.style == "jeans":
            fastenings.button(sheet, (8, 0.5 * self.band + 12), "#b9834a", 10, False)
        elif self.style in {"cargo", "work", "trek"}:
            fastenings.button(sheet, (8, 0.5 * self.band + 12), STEEL, 8, False)
        else:
            sheet.seam(line((22, 14), (22, self.band + 11)), cloth, 1.2)


def draw_braces(sheet: Sheet, cloth: Cloth, waist: float) -> None:
    """Straps that meet at the back, laid flat and folded over at the shoulder."""
    for side in (-1, 1):
        fold = (side * 0.5 * waist, -250)
        sheet.panel(band([(0, 10), fold], 34), cloth.inside, rim=0.7)
        sheet.panel(band([fold, (side * 0.66 * waist, 24)], 38), cloth.plain, rim=0.7)
        slide = rectangle(0.62 * waist - 25, -86, 0.62 * waist + 25, -62, 4)
        sheet.panel(slide.scaled(side, 1), cloth.dyed(STEEL).of("metal"), rim=0.4, outline=1.2)

"""Tops that open all the way down without a placket: cardigans, Nehru jackets and sherwanis."""

from stores.drawing import fastenings
from stores.drawing.body import Body, Sleeve
from stores.drawing.cloth import BRASS, HORN, PEARL, Cloth
from stores.drawing.outline import Knot, Path, band, line
from stores.drawing.sheet import Sheet
from stores.drawing.tops import Top


class Cardigan(Top):
    """Knitwear that buttons all the way down, with a band along the opening."""

    def draw_closing(self, sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
        rib, low = cloth.of("rib"), body.length
        for side in (1, -1):
            knots: list[Knot] = [
                (side * (body.neck - 4), -2), (side * 0.5 * body.neck, 0.48 * self.deep, 0.7), (side * 4, self.deep),
                (side * 4, low + 6)
            ]  # fmt: skip
            edge = band(knots, 40 if self.collar != "shawl" else 84, 40 if self.collar != "shawl" else 100, 38, 34)
            if side < 0 or self.collar == "shawl":
                sheet.cast(edge, None, cloth, (3 * side, 4))
            sheet.panel(edge, rib, rim=0.6)
        sheet.panel(
            band([(-body.neck, -4), (0, 12, 1), (body.neck, -4)], 34 if self.collar != "shawl" else 60), rib, rim=0.8
        )  # fmt: skip
        fastenings.buttons(
            sheet, 0, self.deep + 26, low - 34, 5 if low < 760 else 6, HORN if not cloth.dark else PEARL, 10
        )

    def draw_collar(self, sheet: Sheet, cloth: Cloth, body: Body) -> None:
        """The band is all the collar there is."""


class Achkan(Top):
    """A jacket with a band collar, buttoned to the top: Nehru jackets and sherwanis."""

    rich: bool = False

    def draw_closing(self, sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
        low, gold = body.length, cloth.accents[0] if cloth.pattern == "embroidered" else BRASS
        edge = line((14, self.deep - 4), (14, low + 8))
        sheet.stroke(edge.moved(3, 0), cloth.shade, 9, 0.5 * cloth.depth, clip=front)
        sheet.stroke(edge, cloth.line, 1.5, clip=front)
        foot = 0.62 * low if self.rich else low - 60
        fastenings.buttons(sheet, 0, self.deep + 30, foot, 7 if self.rich else 5, gold if self.rich else cloth.seam, 9)
        fastenings.welt(sheet, cloth, (0.34 * body.chest, 226), (0.34 * body.chest + 96, 216), 17)
        if self.rich:
            for side in (-1, 1):
                sheet.stroke(line((side * 34, self.deep + 16), (side * 34, foot)), gold, 3.4, 1, "0.1 9", front)
                sheet.stroke(line((side * 46, self.deep + 10), (side * 46, foot)), gold, 1.6, 1, clip=front)
                sheet.stroke(
                    line((side * (body.hem - 2), low - 10), (side * (body.hem - 8), low - 320)), cloth.line, 2,
                    clip=front
                )  # fmt: skip
        else:
            for side in (-1, 1):
                left = 0.34 * body.waist if side > 0 else -0.34 * body.waist - 124
                fastenings.pocket_flap(sheet, cloth, left, 0.68 * low, 124, 44)

    def draw_cuff(self, sheet: Sheet, cloth: Cloth, body: Body, sleeve: Sleeve, side: int) -> None:
        super().draw_cuff(sheet, cloth, body, sleeve, side)
        if self.rich:
            cuff = sleeve.cuff(body, 70).scaled(side, 1)
            sheet.stroke(cuff, cloth.accents[0] if cloth.pattern == "embroidered" else BRASS, 3.4, 1, "0.1 9")

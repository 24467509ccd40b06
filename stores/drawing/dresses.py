"""Dresses, gowns, jumpsuits and tops without shoulders: a bodice, and what hangs from it."""

from typing import Literal

from stores.drawing import fastenings, necks
from stores.drawing.body import SLOPE, Body, Sleeve
from stores.drawing.cloth import PEARL, Cloth
from stores.drawing.cut import Cut
from stores.drawing.drapery import draw_ankles, draw_dupatta, draw_off_shoulder, draw_sash, draw_yoke
from stores.drawing.outline import Knot, Path, Point, band, both, line, through
from stores.drawing.sheet import Fold, Sheet
from stores.drawing.skirts import border, draw_skirt_parts, draw_slit, hem_knots, skirt_folds

Edge = Literal[
    "round", "v", "square", "boat", "straps", "wide_straps", "strapless", "off", "one", "halter", "high", "wrap",
    "shirt", "tank"
]  # fmt: skip
BARE = {"straps", "wide_straps", "strapless", "off", "one", "halter"}


class Dress(Cut):
    """`top` is how the bodice ends above, `skirt` what hangs from it; `seam`: the waist is sewn."""

    length: float = 1000
    chest: float = 450
    waist: float = 360
    hip: float = 436
    hem: float = 600
    waist_at: float = 400
    top: Edge = "round"
    deep: float = 105
    neck: float = 92
    skirt: Literal["straight", "aline", "slip", "full", "pleated", "tiered", "gown", "column", "none", "loose"] = (
        "aline"
    )
    seam: bool = True
    sleeve: float = 0
    cuff: float = 160
    angle: float = 30
    puff: float = 0
    ends: Literal["plain", "gathered", "shirt", "ribbed"] = "plain"
    belt: bool = False
    buttons: bool = False
    slit: float = 0
    smocked: bool = False
    draped: bool = False
    ribbed: bool = False
    edged: bool = False
    dupatta: bool = False
    churidar: bool = False
    rolled: bool = False
    thread: bool = False
    peplum: bool = False

    def body(self) -> Body:
        ease = self.ease
        shoulder = 196.0 if self.sleeve else (150.0 if self.top == "tank" else 178.0)
        neck = {"boat": 130.0, "square": 108.0, "high": 70.0, "shirt": 74.0, "tank": 96.0}.get(self.top, self.neck)
        return Body(
            neck,
            shoulder * (1 + 0.4 * (ease - 1)),
            self.chest / 2 * ease,
            self.waist / 2 * ease,
            self.hem / 2,
            self.length,
            196,
            self.waist_at,
            slope=SLOPE if self.sleeve else 26,
        )

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        body = self.body()
        if self.churidar:
            draw_ankles(sheet, cloth, body.length)
        self.draw_back(sheet, cloth, body)
        if self.sleeve and self.top not in BARE:
            self.draw_sleeves(sheet, cloth, body)
        shape = self.outline(body)
        sheet.panel(shape, cloth, [*self.bodice_folds(body), *self.skirt_folds(body)])
        self.draw_skirt(sheet, cloth, body, shape)
        self.draw_bodice(sheet, cloth, body, shape)
        if self.dupatta:
            draw_dupatta(sheet, cloth, body)

    # the outline

    def outline(self, body: Body) -> Path:
        if self.top == "one":
            right, left = [*self.sides(body)], [*self.sides(body)]
            slant: list[Knot] = [
                (-body.chest + 10, body.underarm[1] - 6),
                (-20, 120, 1),
                (body.neck - 6, 2),
                (body.shoulder, SLOPE),
            ]
            arm: list[Knot] = [(body.shoulder - 16, 130, 1), (body.chest - 8, body.underarm[1] - 14, 1)]
            other = [(-knot[0], *knot[1:]) for knot in reversed(left)]
            return through(*slant, *arm, *right, *[knot for knot in other if abs(knot[0]) > 1e-9])
        return both(*self.edge(body), *self.sides(body))

    def edge(self, body: Body) -> list[Knot]:
        """The upper edge from the middle to the underarm."""
        x, y = body.underarm
        arm: list[Knot] = [body.tip, (body.shoulder - 12, body.slope + 84, 1), (x - 12, y - 28, 1)]
        bare: dict[str, list[Knot]] = {
            "straps": [(0, 150), (0.3 * x, 128, 1), (0.52 * x, 112), (0.8 * x, 176, 0.8)],
            "wide_straps": [(0, 150, 1), (0.42 * x, 146), (0.62 * x, 140), (0.86 * x, 190, 0.8)],
            "strapless": [(0, 158), (0.32 * x, 126, 1), (0.66 * x, 140, 1), (0.9 * x, 190, 0.6)],
            "off": [(0, 150, 1), (0.6 * x, 136, 1), (x + 12, 112)],
            "halter": [(0, 70, 1), (0.22 * x, 62), (0.5 * x, 130, 1), (0.88 * x, 218, 0.8)],
        }
        if self.top in bare:
            return bare[self.top]
        shape = {"wrap": "v", "shirt": "v", "high": "round", "tank": "round"}.get(self.top, self.top)
        deep = {"wrap": 205.0, "shirt": 112.0, "high": 42.0, "tank": 150.0, "boat": 42.0}.get(self.top, self.deep)
        return [*necks.neckline(shape, body.neck, deep), *arm]

    def sides(self, body: Body) -> list[Knot]:
        """From the underarm down to the middle of the hem."""
        low, waist = body.length, body.waist
        found: list[Knot] = [body.underarm, (waist, self.waist_at, 0.8 if self.seam else 1)]
        hip, hem = max(self.hip / 2 * self.ease, waist + 4), body.hem
        if self.skirt in {"straight", "column", "slip"}:
            found += [(hip, self.waist_at + 200, 1)]
            if low > self.waist_at + 420:
                found += [(0.45 * hip + 0.55 * hem, self.waist_at + 0.55 * (low - self.waist_at), 1)]
        elif self.skirt in {"full", "gown", "pleated", "tiered"}:
            found += [(waist + 0.5 * (hem - waist), self.waist_at + 0.3 * (low - self.waist_at), 1)]
        elif self.skirt == "aline":
            found += [(waist + 0.36 * (hem - waist), self.waist_at + 0.28 * (low - self.waist_at), 1)]
        return [*found, *hem_knots(self.skirt, hem, low)]

    # the parts

    def draw_back(self, sheet: Sheet, cloth: Cloth, body: Body) -> None:
        x, y = body.underarm
        if self.top in {"straps", "wide_straps", "halter"}:
            back = through((-x + 14, y - 20), (0, y - 6, 1), (x - 14, y - 20), (x - 30, y + 60), (30 - x, y + 60))
            sheet.panel(back, cloth.inside)
            wide = {"straps": 9.0, "wide_straps": 36.0, "halter": 12.0}[self.top]
            for side in (-1, 1):
                start: Point = (0.52 * x, 116) if self.top != "halter" else (0.2 * x, 64)
                peak: Point = (0.48 * x, 0) if self.top != "halter" else (0.16 * x, -40)
                if self.top != "halter":
                    sheet.panel(
                        band([(side * peak[0], peak[1] + 6), (side * 0.4 * x, y)], wide), cloth.inside, rim=0.3,
                        outline=1
                    )  # fmt: skip
                sheet.panel(
                    band([(side * start[0], start[1] + 30), (side * peak[0], peak[1])], wide), cloth.plain, rim=0.3,
                    outline=1.1
                )  # fmt: skip
            if self.top == "halter":
                sheet.panel(
                    band([(-0.17 * x, -36), (0, -62, 1), (0.17 * x, -36)], 12), cloth.plain, rim=0.3, outline=1.1
                )  # fmt: skip
        elif self.top in {"strapless", "off"}:
            sheet.panel(through((12 - x, 176), (0, 150, 1), (x - 12, 176), (x - 20, 240), (20 - x, 240)), cloth.inside)
        elif self.top == "shirt":
            pass
        elif self.top != "one":
            necks.back_of_neck(
                sheet,
                cloth,
                body.neck,
                {"wrap": 200.0, "tank": 150.0, "boat": 42.0, "high": 30.0}.get(self.top, self.deep),
                label=self.top not in {"boat", "high"},
            )

    def draw_sleeves(self, sheet: Sheet, cloth: Cloth, body: Body) -> None:
        sleeve = Sleeve(
            self.sleeve,
            self.cuff,
            self.angle if self.sleeve < 400 else 19,
            14 if self.ends == "gathered" else 0,
            self.puff,
        )
        outline, folds = sleeve.outline(body), sleeve.folds(body)
        for side in (-1, 1):
            turned = [fold.on(side) for fold in folds]
            if self.puff:
                turned += [
                    Fold(
                        (side * (body.shoulder - 10 + 9 * n), SLOPE + 8 + 12 * n),
                        (side * (body.shoulder + 26 + 12 * n), SLOPE + 90),
                        13,
                    )
                    for n in range(4)
                ]
            sheet.panel(outline.scaled(side, 1), cloth, turned, grain=-side * self.angle)
            if self.ends != "plain":
                deep, flare = {"gathered": (30, 16), "shirt": (58, 3), "ribbed": (52, 8)}[self.ends]
                sheet.panel(
                    sleeve.cuff(body, deep, flare).scaled(side, 1),
                    cloth.of("rib") if self.ends == "ribbed" else cloth,
                    rim=0.6,
                )
            else:
                hem = sleeve.cuff(body, 18).contours[0]
                sheet.seam(line(hem.start, hem.curves[2][2]).scaled(side, 1), cloth, 1)

    def bodice_folds(self, body: Body) -> list[Fold]:
        x, y = body.underarm
        waist, at = body.waist, self.waist_at
        found = [
            Fold((x - 6, y + 10), (0.5 * waist, at - 30), 34, -14, strength=0.6),
            Fold((6 - x, y + 10), (-0.5 * waist, at - 40), 26, 12, strength=0.6),
            Fold((0.5 * x, y + 20), (0.46 * waist, at - 6), 30, 6, strength=0.5),
            Fold((-0.56 * x, y - 30), (-0.5 * waist, at - 20), 54, -6, lit=True, strength=0.6),
        ]
        if self.draped or self.top == "wrap":
            for n in range(5):
                found.append(
                    Fold((-0.86 * x + 14 * n, y - 20 + 34 * n), (0.8 * waist - 10 * n, at - 6), 18, -12, strength=0.8)
                )
        return found

    def skirt_folds(self, body: Body) -> list[Fold]:
        if self.skirt == "none":
            return []
        style = {"column": "slip", "loose": "aline"}.get(self.skirt, self.skirt)
        top = self.waist_at if self.skirt != "loose" else body.underarm[1]
        return skirt_folds(style, top, body.length, body.waist, body.hem)

    def draw_skirt(self, sheet: Sheet, cloth: Cloth, body: Body, shape: Path) -> None:
        if self.skirt != "none":
            draw_skirt_parts(sheet, cloth, shape, self.skirt, self.waist_at, body.length, body.waist, body.hem)
        if self.slit:
            draw_slit(sheet, cloth, shape, 0.34 * body.hem, body.length, self.slit)
        if self.edged:
            border(sheet, cloth, shape, body.hem, body.length, cloth.accents[0] if cloth.accents else "#c9a24b")

    def draw_bodice(self, sheet: Sheet, cloth: Cloth, body: Body, shape: Path) -> None:
        self.draw_neck(sheet, cloth, body, shape)
        y, waist = self.waist_at, body.waist
        if self.smocked:
            for up in range(190, 388, 22):
                row = line((-waist - 60, up), (0, up + 4, 1), (waist + 60, up))
                sheet.stroke(row, cloth.seam, 1.3, 0.9, "3 3", shape)
        if self.seam:
            waistline = line((-waist - 4, y), (0, y + 8, 1), (waist + 4, y))
            sheet.stroke(waistline.moved(0, 4), cloth.shade, 7, 0.5 * cloth.depth, clip=shape)
            sheet.seam(waistline, cloth, 1.5, shape)
        if self.skirt in {"straight", "column"} and not self.belt:
            top, low = (0.72 * body.chest, body.underarm[1] + 40), (0.56 * waist, y + 130)
            dart = line(top, (0.5 * waist, y, 1), low)
            for side in (-1, 1):
                sheet.seam(dart.scaled(side, 1), cloth, 1, shape)
        if self.buttons:
            top_at = 100 if self.top == "shirt" else self.deep
            fastenings.placket(sheet, cloth, top_at, body.length + 6, 32, shape)
            fastenings.buttons(sheet, 0, top_at + 26, body.length - 120, 9, PEARL if not cloth.dark else cloth.seam)
        if self.thread:
            draw_yoke(sheet, cloth, body, shape)
        if self.belt:
            draw_sash(sheet, cloth, y, waist)

    def draw_neck(self, sheet: Sheet, cloth: Cloth, body: Body, shape: Path) -> None:
        """How the bodice ends above."""
        if self.top == "wrap":
            self.draw_lap(sheet, cloth, body, shape)
        elif self.top == "off":
            draw_off_shoulder(sheet, cloth, body)
        elif self.rolled:
            necks.rolled(sheet, cloth, body.neck, 60)
        elif self.top == "high":
            necks.standing(sheet, cloth, body.neck, 36, 40)
        elif self.top == "shirt":
            necks.shirt(sheet, cloth, body.neck, 98, (56, 50))
        elif self.top in {"round", "boat", "square", "v", "tank"}:
            deep = {"tank": 150.0, "boat": 42.0}.get(self.top, self.deep)
            shape_name = "round" if self.top == "tank" else self.top
            necks.bound(sheet, cloth, shape_name, body.neck, deep, 13 if not self.ribbed else 22)

    def draw_lap(self, sheet: Sheet, cloth: Cloth, body: Body, shape: Path) -> None:
        """One side wrapped over the other, down to the hem."""
        y, waist, low = self.waist_at, body.waist, body.length
        edges = [line((-body.neck, 2), (-0.3 * body.neck, 110, 0.7), (0.86 * waist, y - 4))]
        if self.skirt != "none":
            edges.append(
                line((0.8 * waist, y + 10), (0.6 * waist, 0.6 * y + 0.4 * low, 1), (0.34 * body.hem, low + 20))
            )
        for edge, away in zip(edges, (-3, 5), strict=False):
            sheet.stroke(edge.moved(away, 5), cloth.shade, 9, 0.6 * cloth.depth, clip=shape)
            sheet.stroke(edge, cloth.line, 1.5, clip=shape)

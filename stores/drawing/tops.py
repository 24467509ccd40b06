"""Shirts, tees, knitwear and light tops: everything that is drawn on over the head or buttoned, without lapels."""

from typing import Literal

from stores.drawing import fastenings, necks
from stores.drawing.body import SLOPE, Body, Sleeve
from stores.drawing.cloth import PEARL, Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import Knot, Path, both, line, rectangle, through
from stores.drawing.sheet import Fold, Sheet
from stores.drawing.trims import draw_bib, draw_bow, draw_cables, draw_print, draw_thread, draw_wing

Neck = Literal["round", "v", "square", "boat"]
Collar = Literal["bound", "faced", "rolled", "funnel", "band", "shirt", "polo", "wing", "tied", "hood", "shawl", "none"]


class Top(Cut):
    """A garment for the upper body. `sleeve` is 0 where there is none; `open_to` is how far down it opens."""

    length: float = 700
    width: float = 510
    shoulder: float = 450
    shape: float = 0.97
    flare: float = 1.0
    sleeve: float = 230
    cuff: float = 170
    angle: float | None = None
    puff: float = 0
    full: float = 0
    neck: Neck = "round"
    wide: float = 92
    deep: float = 95
    collar: Collar = "bound"
    points: tuple[float, float] = (62, 56)
    close: Literal["none", "placket", "buttons", "hidden", "zip", "half_zip", "studs"] = "none"
    open_to: float = 0
    ends: Literal["plain", "ribbed", "shirt", "double", "gathered", "tight"] = "plain"
    foot: Literal["plain", "ribbed", "curved", "slits", "peplum"] = "plain"
    pocket: Literal["none", "chest", "two", "hands", "pouch", "patch"] = "none"
    trim: float = 22
    cable: bool = False
    panels: bool = False
    bib: Literal["none", "pleats", "plain"] = "none"
    thread: bool = False
    raglan: bool = False
    wrap: bool = False
    gusset: bool = False

    def body(self) -> Body:
        """The measures for whoever it is cut for."""
        slim = 0.88 if self.women else 1.0
        chest = self.width / 2 * slim * self.ease
        waist = chest * (
            self.shape - (0.07 if self.women and self.flare <= 1 and self.fit in {"fitted", "regular"} else 0)
        )
        shoulder = (
            self.shoulder / 2 * (0.9 if self.women else 1) * (1 + (0.6 if self.ease < 1 else 1.1) * (self.ease - 1))
        )
        length = self.length * (0.94 if self.women else 1) * (1 + 0.25 * (self.ease - 1))
        dip = {"curved": 46.0, "peplum": 26.0}.get(self.foot, 0.0)
        bare = 0 if self.sleeve else 0.19 * (shoulder - self.wide) - SLOPE
        hem = chest * self.flare * (0.98 if self.flare == 1 else 1)
        neck = self.wide * (0.94 if self.women else 1)
        return Body(neck, shoulder, chest, waist, hem, length, 205 - bare, 0.58 * min(length, 720), dip, SLOPE + bare)

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        body = self.body()
        if self.collar == "hood":
            necks.hood(sheet, cloth, body.neck, self.deep, cloth)
        elif self.collar in {"bound", "faced", "none", "shawl", "tied"}:
            necks.back_of_neck(sheet, cloth, body.neck, self.deep)
        if self.sleeve:
            self.draw_sleeves(sheet, cloth, body)
        front = self.front(body)
        sheet.panel(front, cloth, body.folds(0.7 if self.fit == "fitted" else 1))
        self.draw_details(sheet, cloth, body, front)
        self.draw_closing(sheet, cloth, body, front)
        self.draw_collar(sheet, cloth, body)

    def front(self, body: Body) -> Path:
        return body.outline(necks.neckline(self.neck, body.neck, self.deep))

    def draw_sleeves(self, sheet: Sheet, cloth: Cloth, body: Body) -> None:
        long = self.sleeve > 330
        length = self.sleeve * (0.93 if self.women else 1)
        angle = self.angle if self.angle is not None else (21 if long else 38)
        sleeve = Sleeve(length, self.cuff * (0.9 if self.women else 1), angle, self.full, self.puff)
        outline, folds = sleeve.outline(body), sleeve.folds(body)
        for side in (-1, 1):
            turned = [fold.on(side) for fold in folds]
            sheet.panel(outline.scaled(side, 1), cloth, turned, grain=-side * angle)
            self.draw_cuff(sheet, cloth, body, sleeve, side)

    def draw_cuff(self, sheet: Sheet, cloth: Cloth, body: Body, sleeve: Sleeve, side: int) -> None:
        if self.ends == "plain":
            hem = sleeve.cuff(body, 20).contours[0]
            sheet.seam(line(hem.start, hem.curves[2][2]).scaled(side, 1), cloth, 1)
            return
        deep, flare = {"ribbed": (62, 14), "shirt": (62, 3), "double": (84, 2), "gathered": (54, 16), "tight": (30, 4)}[
            self.ends
        ]
        ribbed = cloth.of("rib") if self.ends == "ribbed" else cloth.plain if self.ends == "tight" else cloth
        cuff = sleeve.cuff(body, deep, flare).scaled(side, 1)
        sheet.panel(cuff, ribbed, grain=-side * sleeve.angle, rim=0.6)
        outer, inner = sleeve.ends(body)
        if self.ends in {"shirt", "double", "gathered"}:
            at = (inner[0] + 0.24 * (outer[0] - inner[0]) - 9, inner[1] + 0.24 * (outer[1] - inner[1]) - deep / 2)
            fastenings.button(
                sheet, (side * at[0], at[1]), PEARL if self.ends != "double" else "#c9b27a", 5.5, self.ends != "double"
            )

    def draw_details(self, sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
        self.draw_foot(sheet, cloth, body, front)
        self.draw_seams(sheet, cloth, body, front)
        if self.cable:
            draw_cables(sheet, cloth, body, front, self.deep)
        if cloth.pattern == "graphic":
            draw_print(sheet, cloth, body, front)
        if cloth.pattern == "colour_block":
            half, y = body.chest, 0.46 * body.length
            sheet.fill(rectangle(-2 * half, y, 2 * half, 2 * body.length), cloth.accents[0], clip=front)
            sheet.seam(line((-half, y), (half, y)), cloth, 1.4, front)
        if self.wrap:
            self.draw_lap(sheet, cloth, body, front)
        self.draw_pockets(sheet, cloth, body)

    def draw_foot(self, sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
        """How the garment ends below."""
        low, hem = body.length, body.hem
        if self.foot == "ribbed":
            right: list[Knot] = [(0, low - 56, 1), (hem + 1, low - 62), (hem - 8, low + 4), (0, low + 10, 1)]
            sheet.panel(both(*right), cloth.of("rib"), rim=0.6)
        elif self.foot == "peplum":
            self.draw_peplum(sheet, cloth, body, front)
        else:
            sheet.seam(line((-hem, low - 20), (0, low + body.dip - 16, 1), (hem, low - 20)), cloth, 1, clip=front)
        if self.foot == "slits":
            slit = line((hem - 4, low), (hem - 7, low - 120))
            for side in (-1, 1):
                sheet.stroke(slit.scaled(side, 1), cloth.line, 2, clip=front)

    def draw_seams(self, sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
        x, y = body.underarm
        seams = []
        if self.raglan:
            seams.append(line((0.94 * body.neck, 16), (0.72 * body.shoulder, 120, 1), (x - 8, y - 4)))
        if self.panels:
            seams.append(line((0.86 * body.shoulder, 60), (0.62 * x, 260, 1), (0.7 * body.hem, body.length)))
        for seam in seams:
            for side in (-1, 1):
                sheet.seam(seam.scaled(side, 1), cloth, 1.3, front)
        if self.gusset:
            sheet.seam(line((-30, self.deep + 10), (0, self.deep + 52), (30, self.deep + 10)), cloth, 1.4)

    def draw_lap(self, sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
        """One side wrapped over the other."""
        neck, deep, end = body.neck, self.deep, (0.92 * body.waist, body.waist_at + 60)
        lap = line((-neck, 0), (-0.4 * neck, 0.5 * deep, 0.6), end)
        sheet.stroke(lap.moved(-3, 5), cloth.shade, 9, 0.6 * cloth.depth, clip=front)
        sheet.stroke(lap, cloth.line, 1.5, clip=front)
        for number in range(4):
            start = (-0.3 * neck + 24 * number, 0.6 * deep + 30 * number)
            sheet.fold(Fold(start, end, 16, -10), cloth, front)

    def draw_peplum(self, sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
        y = body.waist_at
        sheet.seam(line((-body.waist, y), (0, y + 8, 1), (body.waist, y)), cloth, 1.8, front)
        for x in (-0.7, -0.36, 0, 0.34, 0.7):
            sheet.fold(Fold((x * body.waist, y + 6), (x * body.hem * 1.05, body.length + 20), 22), cloth, front)

    def draw_pockets(self, sheet: Sheet, cloth: Cloth, body: Body) -> None:
        low = body.length
        if self.pocket in {"chest", "two"}:
            fastenings.patch_pocket(
                sheet,
                cloth,
                0.28 * body.chest,
                225,
                105,
                120,
                pointed=self.collar != "bound",
                flap=self.pocket == "two",
            )
        if self.pocket == "two":
            fastenings.patch_pocket(sheet, cloth, -0.28 * body.chest - 105, 225, 105, 120, pointed=True, flap=True)
        if self.pocket == "patch":
            for left in (-0.86 * body.waist, 0.86 * body.waist - 130):
                fastenings.patch_pocket(sheet, cloth, left, low - 230, 130, 145)
        if self.pocket == "hands":
            for side in (-1, 1):
                fastenings.slit(
                    sheet, cloth, (side * 0.62 * body.waist, low - 250), (side * 0.78 * body.waist, low - 110)
                )
        if self.pocket == "pouch":
            pouch = through(
                (-120, low - 250), (120, low - 250), (168, low - 130, 0.5), (172, low - 66), (-172, low - 66),
                (-168, low - 130, 0.5)
            )  # fmt: skip
            sheet.cast(pouch, None, cloth, (0, 3))
            sheet.panel(pouch, cloth, [Fold((-100, low - 230), (-130, low - 70), 30)], rim=0.4)

    def draw_closing(self, sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
        top, low = self.deep - 4, body.length + body.dip
        ink = PEARL if not cloth.dark else cloth.seam
        if self.bib != "none":
            draw_bib(sheet, cloth, self.bib, top, front)
        if self.close == "buttons":
            fastenings.placket(sheet, cloth, top, low + 10, clip=front)
            fastenings.buttons(sheet, 0, top + 22, 0.86 * low, 7 if self.length < 800 else 8, ink)
        elif self.close in {"placket", "hidden"}:
            end = top + (self.open_to or 150)
            fastenings.placket(sheet, cloth, top, end, 32 if self.close == "placket" else 24, front)
            sheet.seam(line((-16, end), (16, end)), cloth, 1.5)
            if self.close == "placket":
                fastenings.buttons(sheet, 0, top + 26, end - 26, 3 if self.open_to <= 200 else 5, ink)
        elif self.close == "studs":
            fastenings.placket(sheet, cloth, top, low + 10, clip=front)
            for number in range(4):
                fastenings.button(sheet, (0, top + 44 + 78 * number), "#17161a", 7, False)
        elif self.close in {"zip", "half_zip"}:
            high = top - (66 if self.collar == "funnel" else 0)
            end = low + 8 if self.close == "zip" else top + (self.open_to or 190)
            fastenings.zipper(sheet, 0, high, end)
        if self.thread:
            draw_thread(sheet, cloth, body, self.neck, self.deep, self.open_to or 150)

    def draw_collar(self, sheet: Sheet, cloth: Cloth, body: Body) -> None:
        wide, deep = body.neck, self.deep
        if self.collar == "bound":
            necks.bound(sheet, cloth, self.neck, wide, deep, self.trim)
        elif self.collar == "faced":
            facing = line(*[(0.985 * x, y + 12, *soft) for x, y, *soft in necks.edge(self.neck, wide, deep)])  # type: ignore[arg-type]
            sheet.seam(facing, cloth, 0.9)
        elif self.collar == "rolled":
            necks.rolled(sheet, cloth, wide, 82)
        elif self.collar == "funnel":
            necks.standing(sheet, cloth.plain, wide, 66, deep)
        elif self.collar == "band":
            necks.standing(sheet, cloth, wide, 32, deep, 3)
        elif self.collar in {"shirt", "polo"}:
            necks.shirt(
                sheet,
                cloth.of("rib") if self.collar == "polo" and "knit" in self.cloth else cloth,
                wide,
                deep,
                self.points,
            )
        elif self.collar == "wing":
            draw_wing(sheet, cloth, wide, deep)
        elif self.collar == "tied":
            draw_bow(sheet, cloth, wide, deep)
        elif self.collar == "hood":
            necks.drawcords(sheet, cloth, deep, "#e9e4d8" if not cloth.pale else "#b9b2a4")

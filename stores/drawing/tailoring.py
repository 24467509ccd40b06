"""Jackets, coats and waistcoats with lapels, and what is closed like them."""

from typing import Literal

from stores.drawing import fastenings, necks
from stores.drawing.body import SLOPE, Body, Sleeve
from stores.drawing.cloth import HORN, Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import Knot, Path, Point, band, between, line, rectangle, through
from stores.drawing.parts import draw_belt, draw_toggle
from stores.drawing.sheet import Fold, Sheet
from stores.drawing.tones import lightness, tone

Lapel = Literal["notch", "peak", "shawl", "wide", "none"]


class Jacket(Cut):
    """Two fronts that lap over and fold back into lapels. `stance` is how far down they meet."""

    length: float = 745
    width: float = 520
    shoulder: float = 460
    flare: float = 0.98
    shape: float = 0.9
    sleeve: float = 640
    cuff: float = 140
    angle: float = 12
    stance: float = 360
    lapel: Lapel = "notch"
    reach: float = 138
    double: bool = False
    count: int = 2
    buttons: str = ""
    satin: bool = False
    pockets: Literal["flaps", "patch", "jetted", "welts", "slanted", "none"] = "flaps"
    breast: bool = True
    round: float = 70
    belt: bool = False
    tabs: bool = False
    storm: bool = False
    toggles: bool = False
    hooded: bool = False
    piped: bool = False
    points: bool = False
    lapped: bool = True
    turned: bool = False

    def body(self) -> Body:
        slim = 0.89 if self.women else 1.0
        chest = self.width / 2 * slim * self.ease
        waist = chest * (self.shape - (0.05 if self.women and self.shape < 0.97 else 0))
        shoulder = self.shoulder / 2 * (0.91 if self.women else 1) * (1 + 0.6 * (self.ease - 1))
        length = self.length * (0.95 if self.women else 1)
        return Body(
            74 if self.women else 80, shoulder, chest, waist, chest * self.flare, length, 225, 0.56 * min(length, 800)
        )

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        body = self.body()
        way = -1 if self.women else 1
        if self.hooded:
            necks.hood(sheet, cloth, body.neck + 6, 70, cloth)
        self.draw_inside(sheet, cloth, body)
        if self.sleeve:
            self.draw_sleeves(sheet, cloth, body)
        for side in (-way, way):
            front = self.front(body).scaled(side, 1)
            if side == way:
                sheet.cast(front, None, cloth, (-4 * way, 3)) if self.sleeve else None
            sheet.panel(front, cloth, self.folds(body, side), grain=0)
            self.draw_front(sheet, cloth, body, side, front)
        self.draw_middle(sheet, cloth, body, way)
        if not self.hooded:
            self.draw_lapels(sheet, cloth, body, way)
        if self.belt:
            draw_belt(sheet, cloth, body, self.storm)

    @property
    def lap(self) -> float:
        """How far a front reaches over the middle."""
        return 92 if self.double else 20

    def draw_inside(self, sheet: Sheet, cloth: Cloth, body: Body) -> None:
        wide = body.neck
        lining = cloth.inside
        back = through(
            (-wide, -22), (0, -30, 1), (wide, -22), (wide + 20, 40), (70, self.stance + 60), (-70, self.stance + 60),
            (-wide - 20, 40)
        )  # fmt: skip
        sheet.panel(
            back, lining, [Fold((-40, 60), (-16, self.stance), 50), Fold((50, 90), (20, self.stance), 40)], rim=1.6
        )
        if not self.hooded:
            sheet.fill(rectangle(-22, 30, 22, 52, 2), "#f3eee2", 0.9)
            sheet.stroke(line((-12, 41), (12, 41)), "#8c8272", 1.1)

    def draw_sleeves(self, sheet: Sheet, cloth: Cloth, body: Body) -> None:
        sleeve = Sleeve(
            self.sleeve * (0.93 if self.women else 1), self.cuff * (0.9 if self.women else 1), self.angle, 6
        )
        outline, folds = sleeve.outline(body), sleeve.folds(body)
        for side in (-1, 1):
            turned = [fold.on(side) for fold in folds]
            sheet.panel(outline.scaled(side, 1), cloth, turned, grain=-side * self.angle)
            if self.tabs:
                self.draw_tab(sheet, cloth, sleeve.across(body, 0.87, 6), sleeve.at(body, 0.87, -4), side)
            elif self.turned:
                cuff = sleeve.cuff(body, 90, -4).scaled(side, 1)
                sheet.panel(cuff, cloth, grain=-side * self.angle, rim=0.6)
                sheet.stroke(cuff, cloth.seam, 2.2)
            elif not self.hooded and self.stance > 200:
                for number in range(3):
                    at = sleeve.across(body, 0.9 + 0.032 * number, 14)
                    fastenings.button(sheet, (side * at[0], at[1]), self.ink(cloth), 4.4)

    def draw_tab(self, sheet: Sheet, cloth: Cloth, start: Point, end: Point, side: int) -> None:
        strap = band([(side * start[0], start[1]), (side * end[0], end[1])], 30)
        sheet.cast(strap, None, cloth, (0, 4))
        sheet.panel(strap, cloth, rim=0.5, outline=1.2)
        at = between(start, end, 0.3)
        fastenings.button(sheet, (side * at[0], at[1]), self.ink(cloth), 6)

    def ink(self, cloth: Cloth) -> str:
        """The colour of the buttons."""
        if self.buttons:
            return self.buttons
        light = lightness(cloth.base)
        return tone(cloth.base, light + 0.18) if cloth.dark else HORN if light < 0.8 else "#d9cdb6"

    def front(self, body: Body) -> Path:
        """The right front: from the neck down the edge, round the corner, along the hem and up the side."""
        low, lap = body.length, -self.lap
        corner: list[Knot] = [(lap, low + 6)]
        if self.points:
            corner = [(lap, low - 10), (70, low + 62)]
        elif self.round:
            corner = [
                (lap, low - self.round),
                (lap + 0.3 * self.round, low - 0.16 * self.round, 1),
                (lap + self.round, low + 5),
            ]
        side = [knot for knot in body.side() if knot[0] > 1]
        if self.sleeve == 0:
            side = [
                (body.shoulder - 66, SLOPE - 14),
                (body.shoulder - 84, 140, 1),
                (body.chest - 44, body.underarm[1] + 4, 1),
                (body.chest - 6, body.underarm[1] + 30),
                *side[4:],
            ]
        knots: list[Knot] = [
            (body.neck, 0), (0.62 * body.neck, 0.4 * self.stance, 0.5), (lap, self.stance - 10), *corner
        ]  # fmt: skip
        return through(*knots, *side[::-1])

    def folds(self, body: Body, side: int) -> list[Fold]:
        found = [
            Fold(
                (side * (body.chest - 8), body.underarm[1] + 6),
                (side * 0.5 * body.waist, body.waist_at),
                40,
                -14 * side,
                strength=0.6,
            ),
            Fold(
                (side * 0.95 * body.waist, body.waist_at - 8),
                (side * 0.5 * body.waist, body.waist_at + 16),
                12,
                6 * side,
                strength=0.8,
            ),
            Fold(
                (side * 0.8 * body.waist, body.waist_at + 30),
                (side * 0.82 * body.hem, body.length),
                46,
                8 * side,
                strength=0.6,
            ),
            Fold(
                (side * 0.36 * body.waist, self.stance + 40),
                (side * 0.42 * body.hem, body.length - 30),
                40,
                -6 * side,
                strength=0.35,
            ),
        ]
        if side < 0:
            found.append(
                Fold(
                    (-0.66 * body.chest, 130), (-0.62 * body.waist, 0.8 * body.length), 70, -8, lit=True, strength=0.55
                )
            )
        return found

    def draw_front(self, sheet: Sheet, cloth: Cloth, body: Body, side: int, front: Path) -> None:
        """Darts and pockets of one front."""
        dart = line(
            (0.56 * body.chest, body.underarm[1] + 50), (0.6 * body.waist, body.waist_at, 1),
            (0.64 * body.waist, body.waist_at + 110)
        )  # fmt: skip
        if self.shape < 0.97:
            sheet.seam(dart.scaled(side, 1), cloth, 1.1, front)
        long = self.length > 860
        at = 0.66 * body.length if not long else 0.56 * body.length
        left = side * 0.34 * body.waist if side > 0 else side * 0.34 * body.waist - 132
        if self.pockets == "flaps":
            fastenings.pocket_flap(sheet, cloth, left, at, 132, 50)
        elif self.pockets == "patch":
            fastenings.patch_pocket(sheet, cloth, left, at, 136, 150)
        elif self.pockets == "jetted":
            trim = cloth.facing if self.satin else cloth
            fastenings.welt(sheet, trim, (left, at + 10), (left + 132, at + 10), 10)
        elif self.pockets == "welts":
            left = side * 0.34 * body.waist if side > 0 else side * 0.34 * body.waist - 98
            fastenings.welt(sheet, cloth, (left, at + 16), (left + 98, at + 8 + 8 * (side < 0)), 17)
            if self.breast and not self.double:
                fastenings.welt(sheet, cloth, (left + 10, at - 140), (left + 84, at - 146), 14)
        elif self.pockets == "slanted":
            start, end = (side * 0.5 * body.waist, at - 30), (side * 0.68 * body.waist, at + 120)
            fastenings.welt(sheet, cloth, start, end, 30)
        if self.breast and side > 0 and self.length >= 700:
            fastenings.welt(sheet, cloth, (0.36 * body.chest, 232), (0.36 * body.chest + 94, 222), 17)

    def draw_middle(self, sheet: Sheet, cloth: Cloth, body: Body, way: int) -> None:
        """The buttons, or the toggles."""
        ink, low = self.ink(cloth), body.length
        if self.toggles:
            for number in range(4):
                draw_toggle(sheet, cloth, 150 + number * 145)
        elif self.double:
            rows = (
                (self.stance + 10, self.stance + 118)
                if self.length < 860
                else (self.stance - 4, self.stance + 125, self.stance + 254)
            )
            for y in rows:
                for x in (-66, 66):
                    fastenings.button(sheet, (x, y), ink, 10)
            if not self.belt:
                for x in (-98, 98):
                    fastenings.button(sheet, (x, self.stance - 92), ink, 10)
        elif self.count:
            step = min(118.0, (low - 90 - self.stance) / max(1, self.count))
            for number in range(self.count):
                at = (-2 * way, self.stance + 12 + number * step)
                fastenings.button(sheet, at, ink, 9 if self.length > 700 else 7, not self.satin)

    def draw_lapels(self, sheet: Sheet, cloth: Cloth, body: Body, way: int) -> None:
        trim = cloth.facing if self.satin else cloth
        if self.lapel == "none":
            return
        wide = body.neck
        collar = cloth if self.lapel != "shawl" else trim
        back = band([(-wide - 2, -12), (0, -26, 1), (wide + 2, -12)], 26)
        sheet.panel(back, collar, rim=0.8, outline=1.3)
        for side in (-way, way):
            for shape, cut in self.lapel_of(body):
                leaf = shape.scaled(side, 1)
                sheet.cast(leaf, None, cloth, (3 * side, 7))
                material = collar if cut == "collar" else trim
                lit = Fold(
                    (side * 0.66 * wide, 60),
                    (side * 0.5 * self.reach, self.stance * 0.55),
                    34,
                    6 * side,
                    lit=True,
                    strength=1.0 if self.satin else 0.4,
                )
                sheet.panel(
                    leaf,
                    material,
                    [Fold((side * wide * 0.9, -4), (side * 4, self.stance - 20), 26, -12 * side, strength=0.6), lit],
                    grain=-14 * side,
                    rim=0.7,
                )
                if self.piped:
                    sheet.stroke(leaf, cloth.accents[0] if cloth.accents else "#ffffff", 2.4)

    def lapel_of(self, body: Body) -> list[tuple[Path, str]]:
        """The right lapel and its half of the collar, as they lie folded back."""
        wide, low, out = body.neck, self.stance, self.reach
        lap: Point = (-self.lap + 6, low + 2) if self.double else (-4, low + 4)
        if self.lapel == "shawl":
            crescent = through(
                (wide - 10, -22), (wide + 22, 2, 0.9), (out - 10, 0.34 * low, 1), (0.72 * out, 0.66 * low, 1), lap,
                (0.5 * wide, 0.44 * low, 0.9)
            )  # fmt: skip
            return [(crescent, "lapel")]
        gorge: Point = (0.78 * wide, 62)
        notch: Point = (out - 28, 126)
        tip: Point = (out, 140)
        if self.lapel == "peak":
            notch, tip = (out - 34, 128), (out + 12, 92)
        if self.lapel == "wide":
            notch, tip = (out - 20, 122), (out + 16, 152)
        lapel = through(gorge, notch, tip, (0.62 * out, 0.66 * low, 0.9), lap, (0.5 * wide, 0.46 * low, 0.8))
        end: Point = (out - 10, 96) if self.lapel != "wide" else (out + 6, 84)
        collar = through((wide - 12, -24), (wide + 18, -6, 0.8), (wide + 30, 30, 0.8), end, notch, gorge)
        return [(lapel, "lapel"), (collar, "collar")]

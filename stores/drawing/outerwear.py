"""Jackets that close with a zip or studs: denim, leather, bombers, rainwear, padded jackets, fleeces and parkas."""

from typing import Literal

from stores.drawing import fastenings, necks
from stores.drawing.body import Body, Sleeve
from stores.drawing.cloth import STEEL, Cloth
from stores.drawing.outline import Knot, Path, band, both, line, rectangle, through
from stores.drawing.sheet import Fold, Sheet
from stores.drawing.tops import Top


class Outer(Top):
    """A top with the parts of a jacket. `baffles` is how many quilted bands run down the body, 0 for none."""

    length: float = 700
    width: float = 570
    shoulder: float = 480
    sleeve: float = 640
    cuff: float = 140
    wide: float = 86
    deep: float = 70
    style: Literal["zip", "trucker", "biker", "racer", "bomber", "chore", "shell", "puffer", "parka", "pile"] = "zip"
    baffles: int = 0
    fur: bool = False

    def draw_sleeves(self, sheet: Sheet, cloth: Cloth, body: Body) -> None:
        super().draw_sleeves(sheet, cloth, body)
        if self.baffles:
            length = self.sleeve * (0.93 if self.women else 1)
            sleeve = Sleeve(
                length, self.cuff * (0.9 if self.women else 1), self.angle if self.angle is not None else 21
            )
            outline = sleeve.outline(body)
            for side in (-1, 1):
                for number in range(1, self.baffles + 1):
                    share = number / (self.baffles + 1) * 0.94
                    seam = line(sleeve.at(body, share, 8), sleeve.across(body, share, 12)).scaled(side, 1)
                    puff(sheet, cloth, seam, outline.scaled(side, 1), 0.6)

    def front(self, body: Body) -> Path:
        """Padded bands bulge at the sides."""
        if not self.baffles:
            return super().front(body)
        x, y = body.underarm
        step = (body.length - 110) / self.baffles
        side: list[Knot] = []
        for number in range(self.baffles):
            low = 96 + (number + 1) * step
            if low - 0.5 * step > y + 12:
                side += [(x + 9, low - 0.5 * step, 1)]
            if low > y + 24:
                side += [(x - 5, low, 0.4)]
        arm = body.side()[:4]
        edge = necks.neckline(self.neck, body.neck, self.deep)
        return both(*edge, *arm, *side[:-1], (body.hem - 4, body.length), (0, body.length + 6, 1))

    def draw_details(self, sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
        if self.baffles:
            draw_baffles(sheet, cloth, body, front, self.baffles)
        super().draw_details(sheet, cloth, body, front)
        parts = {
            "trucker": draw_trucker,
            "racer": draw_racer,
            "bomber": draw_bomber,
            "chore": draw_chore,
            "shell": draw_shell,
            "parka": draw_parka,
            "pile": draw_pile,
        }
        if self.style in parts:
            parts[self.style](sheet, cloth, body, front)

    def draw_closing(self, sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
        top, low = self.deep - 4, body.length
        if self.style in {"trucker", "chore"}:
            fastenings.placket(sheet, cloth, top, low + 8, 40, front)
            if self.style == "trucker":
                for side in (-13, 13):
                    sheet.stitch(line((side, top), (side, low)), cloth, stitching(cloth), clip=front)
            fastenings.buttons(
                sheet,
                0,
                top + 26,
                low - 30,
                6 if self.style == "trucker" else 5,
                "#b9834a" if self.style == "trucker" else cloth.seam,
                8,
            )
        elif self.style == "biker":
            draw_biker(sheet, cloth, body, front, self.deep)
        elif self.style == "parka":
            fly = rectangle(-30, top, 34, low + 8)
            sheet.cast(fly, front, cloth, (4, 0))
            sheet.panel(fly, cloth, rim=0.5, outline=1.2)
            for y in (top + 60, 0.4 * low, 0.6 * low, 0.8 * low):
                fastenings.button(sheet, (20, y), STEEL, 7, False)
        else:
            super().draw_closing(sheet, cloth, body, front)

    def draw_collar(self, sheet: Sheet, cloth: Cloth, body: Body) -> None:
        if self.style == "bomber":
            draw_rib_collar(sheet, cloth, body.neck, self.deep)
        elif self.style == "biker":
            return
        elif self.collar == "hood":
            fur = cloth.dyed("#b59a78" if not cloth.pale else "#d9cbb4").of("faux_fur") if self.fur else None
            if fur:
                necks.hood(sheet, cloth, body.neck, self.deep, cloth, fur)
            storm = through(
                (0, self.deep + 6), (0.7 * body.neck, 0.66 * self.deep, 0.9), (body.neck + 4, -8),
                (body.neck - 8, -40), (0.4 * body.neck, -8, 0.9), (0, 10)
            )  # fmt: skip
            for side in (-1, 1):
                if not fur:
                    sheet.panel(storm.scaled(side, 1), cloth, [Fold((side * 60, -10), (side * 6, 50), 14)], rim=0.7)
                    sheet.stroke(line((side * 40, 56), (side * 44, 130, 1), (side * 40, 190)), cloth.line, 2.6)
        else:
            super().draw_collar(sheet, cloth, body)


def stitching(cloth: Cloth) -> str:
    """Denim is sewn with yellow thread, unless it is pale or black."""
    return "#c98a45" if cloth.finish.texture == "twill" and not cloth.pale else cloth.seam


def puff(sheet: Sheet, cloth: Cloth, seam: Path, clip: Path, strength: float = 1) -> None:
    """The valley between two padded bands, and the light on the band below it."""
    for width, share in ((26, 0.3), (14, 0.36), (6, 0.5)):
        sheet.stroke(seam, cloth.shade, width, share * cloth.depth * strength, clip=clip)
    sheet.stroke(seam.moved(0, 26), cloth.light, 13, 0.45 * cloth.gleam, clip=clip)
    sheet.stroke(seam.moved(0, 24), cloth.light, 5, 0.5 * cloth.gleam, clip=clip)
    sheet.stroke(seam, cloth.line, 1.6, 0.9, clip=clip)


def draw_baffles(sheet: Sheet, cloth: Cloth, body: Body, front: Path, count: int) -> None:
    top, step = 96.0, (body.length - 110) / count
    for number in range(count):
        y = top + number * step
        seam = line(
            (-body.chest - 20, y), (-0.5 * body.chest, y + 7, 1), (0, y - 3, 1), (0.5 * body.chest, y + 7, 1),
            (body.chest + 20, y)
        )  # fmt: skip
        puff(sheet, cloth, seam, front)


def draw_trucker(sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
    """Yoke, pointed chest pockets, two seams that run down to a band at the hem."""
    ink, low, hem = stitching(cloth), body.length, body.hem
    band_ = through((-hem - 1, low - 52), (hem + 1, low - 52), (hem, low + 2), (0, low + 6, 1), (-hem, low + 2))
    for side in (-1, 1):
        yoke = line((0, 205), (side * (body.chest + 4), 196))
        sheet.seam(yoke, cloth, 1.6, front)
        sheet.stitch(yoke.moved(0, 6), cloth, ink, front)
        for top, foot in ((0.26, 0.16), (0.66, 0.5)):
            seam = line((side * top * body.chest, 208), (side * foot * body.hem, low - 52))
            sheet.seam(seam, cloth, 1.4, front)
            sheet.stitch(seam.moved(side * 5, 0), cloth, ink, front)
        left = 0.24 * body.chest if side > 0 else -0.24 * body.chest - 116
        flap = through((left, 200), (left + 116, 200), (left + 116, 232), (left + 58, 258), (left, 232))
        sheet.cast(flap, None, cloth, (0, 4))
        sheet.panel(flap, cloth, rim=0.5, outline=1.3)
        sheet.stitch(
            line((left + 5, 204), (left + 5, 230), (left + 58, 251), (left + 111, 230), (left + 111, 204)), cloth, ink
        )  # fmt: skip
        fastenings.button(sheet, (left + 58, 236), "#b9834a", 7, False)
    sheet.panel(band_, cloth, rim=0.5, outline=1.3)
    for y in (low - 46, low - 5):
        sheet.stitch(line((-hem, y), (0, y + 2, 1), (hem, y)), cloth, ink)


def draw_biker(sheet: Sheet, cloth: Cloth, body: Body, front: Path, deep: float) -> None:
    """A slanted zip, wide snapped lapels, zipped pockets and a belt at the hem."""
    low = body.length
    edge = line((-64, 120), (-40, low + 6))
    sheet.stroke(edge, "#1d1c1e", 9, 0.9, clip=front)
    sheet.stroke(edge, STEEL, 4.6, 1, "2.2 1.8", front)
    inside = through((-74, -22), (0, -36, 1), (74, -22), (40, 170), (-40, 270), (-70, 140))
    sheet.panel(inside, cloth.inside, rim=1.4)
    for side in (-1, 1):
        lapel = through(
            (60, 20), (150, 96), (168, 132), (96, 250, 0.8), (18, 330), (40, 120, 0.7)
        ).scaled(side, 1).moved(-28 if side > 0 else -14, 0)  # fmt: skip
        sheet.cast(lapel, None, cloth, (2 * side, 7))
        sheet.panel(lapel, cloth, [Fold((side * 60, 60), (side * 90, 200), 24, lit=True, strength=0.6)], rim=0.8)
        collar = through((60, -26), (88, -8, 0.8), (128, 76), (96, 104), (52, 46, 0.8)).scaled(side, 1)
        sheet.cast(collar, None, cloth, (0, 5))
        sheet.panel(collar, cloth, rim=0.8)
        fastenings.button(sheet, (side * 128 - 20, 128), STEEL, 5.5, False)
        fastenings.button(sheet, (side * 116, 74), STEEL, 5, False)
        zip_ = line((side * 0.36 * body.waist, 0.62 * low), (side * 0.74 * body.waist, 0.72 * low))
        sheet.stroke(zip_, "#1d1c1e", 8, clip=front)
        sheet.stroke(zip_, STEEL, 4, 1, "2.2 1.8", front)
    sheet.panel(band([(-74, -20), (0, -36, 1), (74, -20)], 24), cloth, rim=0.7)
    belt = through(
        (-body.hem, low - 46), (body.hem, low - 46), (body.hem, low + 2), (0, low + 6, 1), (-body.hem, low + 2)
    )  # fmt: skip
    sheet.panel(belt, cloth, rim=0.6, outline=1.3)
    fastenings.buckle(sheet, -60, low - 20, 50, 56, STEEL)


def draw_racer(sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
    for side in (-1, 1):
        zip_ = line((side * 0.5 * body.waist, 0.6 * body.length), (side * 0.62 * body.waist, 0.76 * body.length))
        sheet.stroke(zip_, "#1d1c1e", 7, clip=front)
        sheet.stroke(zip_, STEEL, 3.4, 1, "2 1.6", front)
        sheet.seam(
            line((side * 0.92 * body.shoulder, 120), (side * 0.5 * body.chest, 190, 1),
            (side * 0.44 * body.hem, body.length)), cloth, 1.3, front
        )  # fmt: skip


def draw_bomber(sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
    for side in (-1, 1):
        fastenings.welt(
            sheet,
            cloth,
            (side * 0.44 * body.waist, 0.6 * body.length),
            (side * 0.62 * body.waist, 0.8 * body.length),
            18,
        )


def draw_rib_collar(sheet: Sheet, cloth: Cloth, wide: float, deep: float) -> None:
    rib = cloth.of("rib")
    sheet.panel(band([(-wide, -8), (0, 8, 1), (wide, -8)], 34), rib.inside, rim=0.8)
    for side in (-1, 1):
        half = through(
            (4, deep + 2), (0.66 * wide, 0.5 * deep, 0.9), (wide + 8, 2), (wide - 8, -28),
            (0.48 * wide, 0.1 * deep, 0.9), (6, deep - 36)
        ).scaled(side, 1)  # fmt: skip
        sheet.panel(half, rib, grain=-38 * side, rim=0.6)


def draw_chore(sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
    low = body.length
    for side in (-1, 1):
        left = 0.3 * body.waist if side > 0 else -0.3 * body.waist - 130
        fastenings.patch_pocket(sheet, cloth, left, low - 230, 130, 160, ink=cloth.seam)
    fastenings.patch_pocket(sheet, cloth, 0.3 * body.chest, 200, 100, 112, ink=cloth.seam)


def draw_shell(sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
    """Yoke seam, slanted zipped pockets, a drawcord at the hem."""
    low = body.length
    yoke = line((-body.chest, 235), (0, 214, 1), (body.chest, 235))
    sheet.seam(yoke, cloth, 1.5, front)
    for side in (-1, 1):
        zip_ = line((side * 0.5 * body.waist, 0.5 * low), (side * 0.66 * body.waist, 0.72 * low))
        sheet.stroke(zip_, cloth.line, 5.5, 0.9)
        sheet.stroke(zip_, cloth.seam, 2, 1, "2 1.6")
        fastenings.button(sheet, (side * 0.82 * body.hem, low - 16), "#26262a", 6, False)
    sheet.fill(
        rectangle(0.34 * body.chest, 252, 0.34 * body.chest + 46, 264, 2),
        "#ece8de" if not cloth.pale else "#5d6a72",
        0.95,
    )


def draw_parka(sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
    """Four pockets with flaps and a cord at the waist."""
    low, y = body.length, body.waist_at
    cord = line((-body.waist, y), (0, y + 8, 1), (body.waist, y))
    sheet.seam(cord, cloth, 1.6, front)
    sheet.seam(cord.moved(0, 14), cloth, 1.2, front)
    for x in (-0.7, -0.4, 0.4, 0.7):
        sheet.fold(Fold((x * body.waist, y + 12), (x * body.waist * 1.06, y + 90), 18), cloth, front)
        sheet.fold(Fold((x * body.waist, y), (x * body.waist * 1.03, y - 60), 16), cloth, front)
    for side in (-1, 1):
        left = 0.3 * body.waist if side > 0 else -0.3 * body.waist - 150
        fastenings.patch_pocket(sheet, cloth, left, low - 250, 150, 170)
        fastenings.pocket_flap(sheet, cloth, left - 5, low - 262, 160, 58)
        fastenings.welt(sheet, cloth, (side * 0.4 * body.chest, 230), (side * 0.72 * body.chest, 214), 14)


def draw_pile(sheet: Sheet, cloth: Cloth, body: Body, front: Path) -> None:
    """A smooth pocket on a pile jacket."""
    smooth = cloth.inside
    fastenings.patch_pocket(sheet, smooth, 0.26 * body.chest, 190, 120, 120)
    fastenings.pocket_flap(sheet, smooth, 0.26 * body.chest - 4, 182, 128, 44)
    for side in (-1, 1):
        fastenings.slit(
            sheet, cloth, (side * 0.6 * body.waist, 0.62 * body.length), (side * 0.72 * body.waist, 0.82 * body.length)
        )

"""Pieces made of several parts: dungarees, pyjamas, and the draped and embroidered dress of South Asia."""

from stores.drawing import fastenings
from stores.drawing.body import Body
from stores.drawing.bottoms import Trousers
from stores.drawing.cloth import BRASS, Cloth
from stores.drawing.cut import Cut
from stores.drawing.drapery import draw_dupatta
from stores.drawing.outline import Knot, band, both, ellipse, line, rectangle, through
from stores.drawing.sheet import Fold, Sheet
from stores.drawing.skirts import border, skirt_folds
from stores.drawing.tailoring import Jacket


class Churidar(Trousers):
    """Narrow trousers, cut too long, so that they gather at the ankle like bangles."""

    def folds(self) -> list[Fold]:
        low, inner = self.length, self.apart / 2
        rings = [
            Fold(
                (side * (inner - 4), low - 16 - 19 * n),
                (side * (inner + self.hem + 8 + 1.4 * n), low - 24 - 19 * n),
                13,
                -5 * side,
            )
            for n in range(9)
            for side in (-1, 1)
        ]
        return [*super().folds(), *rings]


class Overalls(Cut):
    cloth: str = "denim"

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        thread = "#c98a45" if cloth.finish.texture == "twill" and not cloth.pale else cloth.seam
        trousers = Trousers(
            length=1060,
            waist=440,
            hip=550,
            knee=246,
            hem=226,
            apart=66,
            rise=330,
            style="jeans",
            fit=self.fit,
            who=self.who,
        )
        lower = Sheet(sheet.seed)
        trousers.draw(lower, cloth)
        back = both((0, -190, 1), (100, -210), (216, -10), (0, 6, 1))
        sheet.panel(back, cloth.inside)
        for side in (-1, 1):
            fold = (side * 104, -430)
            sheet.panel(band([(side * 10, -190), fold], 36), cloth.inside, rim=0.7)
            sheet.panel(band([fold, (side * 118, -230)], 40), cloth, rim=0.7)
        sheet.add(lower, lambda path: path)
        bib = both((0, -262, 1), (136, -268), (140, -180, 0.7), (212, -30, 0.7), (220, 34), (0, 46, 1))
        sheet.cast(bib, None, cloth, (0, 3))
        sheet.panel(
            bib,
            cloth,
            [Fold((-90, -240), (-110, 10), 60, lit=True, strength=0.6), Fold((160, -120), (120, 20), 40)],
            rim=0.8,
        )
        sheet.stitch(line((-128, -258), (0, -252, 1), (128, -258)), cloth, thread, bib)
        fastenings.patch_pocket(sheet, cloth, -88, -190, 176, 150, pointed=False, ink=thread)
        sheet.stitch(line((30, -188), (30, -44)), cloth, thread)
        strip = through((-221, 6), (0, 18, 1), (221, 6), (224, 48), (0, 60, 1), (-224, 48))
        sheet.panel(strip, cloth, rim=0.5)
        for side in (-1, 1):
            x = side * 116
            sheet.panel(
                rectangle(x - 22, -262, x + 22, -214, 8) + rectangle(x - 14, -254, x + 14, -226, 5),
                cloth.dyed(BRASS).of("metal"),
                rim=0.4,
                outline=1.3,
            )
            fastenings.button(sheet, (x, -240), BRASS, 9, False)
            for y in (70, 110):
                fastenings.button(sheet, (side * 226, y), BRASS, 8, False)


class Pyjamas(Cut):
    """A piped shirt over its trousers."""

    cloth: str = "plain"

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        trousers = Sheet(sheet.seed)
        Trousers(
            length=980,
            waist=420,
            hip=560,
            knee=280,
            hem=250,
            apart=50,
            rise=330,
            style="drawstring",
            gathered=True,
            who=self.who,
        ).draw(trousers, cloth)
        sheet.add(trousers, lambda path: path.turned(-6).moved(120, 330))
        shirt = Sheet(sheet.seed)
        Jacket(
            length=700,
            width=560,
            shape=0.99,
            sleeve=600,
            cuff=150,
            angle=24,
            stance=170,
            lapel="wide",
            reach=116,
            count=4,
            pockets="none",
            breast=False,
            piped=True,
            buttons="#efe9dc",
            round=0,
            who=self.who,
        ).draw(shirt, cloth)
        sheet.add(shirt, lambda path: path.moved(-60, 0))


class Lehenga(Cut):
    """A short blouse, a full skirt with a border, and a long scarf."""

    cloth: str = "silk"
    flare: float = 470

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        gold = cloth.accents[0] if cloth.accents and cloth.pattern != "solid" else BRASS
        hem, top, low = self.flare, 420.0, 1330.0
        teeth: list[Knot] = [
            (hem, low - 40),
            (0.8 * hem, low - 8, 1),
            (0.62 * hem, low - 14, 1),
            (0.42 * hem, low + 6, 1),
            (0.22 * hem, low - 2, 1),
            (0, low + 10, 1),
        ]
        skirt = both((0, top + 8, 1), (158, top), (0.52 * hem, top + 240, 1), *teeth)
        sheet.panel(skirt, cloth, skirt_folds("full", top, low, 158, hem))
        border(sheet, cloth, skirt, hem, low, gold, 120)
        border(sheet, cloth, skirt, hem, low, gold, 62)
        sheet.panel(
            both((0, top + 10, 1), (159, top), (164, top + 40), (0, top + 52, 1)), cloth.dyed(gold).of("brocade"),
            rim=0.6
        )  # fmt: skip
        for x, y in ((118, top + 60), (126, top + 74)):
            sheet.stroke(line((x, top + 30), (x + 8, y + 50)), gold, 3)
            sheet.fill(ellipse(x + 8, y + 58, 8, 13), gold)
        blouse = both(
            (0, 120, 1), (64, 92, 1), (96, 0), (176, 30), (170, 110, 0.8), (196, 196), (172, 330), (0, 344, 1)
        )  # fmt: skip
        for side in (-1, 1):
            sleeve = through((96 * side, 8), (176 * side, 28), (246 * side, 170), (176 * side, 208), (150 * side, 150))
            sheet.panel(sleeve, cloth, [Fold((side * 190, 60), (side * 210, 180), 20)], grain=-26 * side)
            sheet.stroke(line((side * 240, 158), (side * 172, 196)), gold, 5)
        sheet.panel(through((-96, 0), (0, 30, 1), (96, 0), (64, 110), (-64, 110)), cloth.inside)
        sheet.panel(
            blouse,
            cloth,
            [
                Fold((180, 210), (80, 300), 30, -6),
                Fold((-90, 140), (-100, 310), 40, lit=True),
                Fold((90, 150), (80, 320), 24),
            ],
        )
        sheet.stroke(line((-92, 8), (-62, 96, 1), (0, 126, 1), (62, 96, 1), (92, 8)), gold, 5, clip=blouse)
        sheet.stroke(line((-90, 14), (-56, 106, 1), (0, 140, 1), (56, 106, 1), (90, 14)), gold, 4, 1, "0.1 9", blouse)
        sheet.stroke(line((-172, 322), (0, 336, 1), (172, 322)), gold, 5, clip=blouse)
        draw_dupatta(sheet, cloth, Body(96, 176, 190, 165, hem, 1150))


class Saree(Cut):
    """Draped as it is worn: pleats at the front, the end over the left shoulder."""

    cloth: str = "silk"

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        gold = cloth.accents[0] if cloth.accents and cloth.pattern != "solid" else BRASS
        low, top = 1380.0, 470.0
        blouse = cloth.inside
        for side in (-1, 1):
            sleeve = through((92 * side, 8), (176 * side, 30), (236 * side, 190), (168 * side, 222), (150 * side, 150))
            sheet.panel(sleeve, blouse, [Fold((side * 190, 60), (side * 200, 190), 20)])
            sheet.stroke(line((side * 230, 178), (side * 166, 208)), gold, 5)
        sheet.panel(
            both((0, 130, 1), (62, 96, 1), (92, 0), (176, 30), (168, 120, 0.8), (190, 205), (166, 360), (0, 372, 1)),
            blouse
        )  # fmt: skip
        tail = through((150, 40), (236, 120, 0.9), (280, 500, 0.9), (300, 980), (150, 1010), (150, 500, 0.9))
        sheet.panel(
            tail, cloth, [Fold((190, 90), (220, 980), 34, -8), Fold((220, 140), (270, 960), 24, lit=True)], grain=4
        )
        sheet.stroke(line((300, 950), (150, 978)), gold, 16, clip=tail)
        sheet.stroke(line((300, 920), (150, 948)), gold, 3, clip=tail)
        for number in range(11):
            sheet.stroke(line((152 + 14.6 * number, 1008 - 2.8 * number), (150 + 14.6 * number, 1040)), gold, 2.4)
        skirt = both(
            (0, top, 1), (172, top - 6), (232, top + 230, 1), (286, low - 30), (150, low - 4, 1), (0, low + 8, 1)
        )  # fmt: skip
        pleats = [Fold((x * 0.5, top + 40), (x, low), 30, 0.03 * x, strength=1) for x in (-96, -52, -8, 36, 80)]
        lit = [Fold((x * 0.5, top + 40), (x, low - 30), 16, lit=True) for x in (-74, -30, 14, 58)]
        wrap = [Fold((160, top + 60), (-200, low - 300), 40, -30), Fold((-150, top + 40), (-240, low - 100), 44, 8)]
        sheet.panel(skirt, cloth, [*wrap, *pleats, *lit])
        for x in (-118, -74, -30, 14, 58, 102):
            sheet.seam(
                line((0.5 * x, top + 30), (0.86 * x, 0.6 * low + 0.4 * top, 1), (1.04 * x, low + 8)), cloth, 1.6,
                skirt
            )  # fmt: skip
        border(sheet, cloth, skirt, 286, low, gold, 84)
        sheet.stroke(line((-300, low - 8), (0, low + 8, 1), (300, low - 8)), gold, 20, 0.9, clip=skirt)
        sash = through(
            (-172, top + 20), (-180, top - 60, 0.8), (-60, 300, 0.8), (84, 30), (160, 6), (196, 60, 0.8),
            (150, 300, 0.9), (60, 470, 0.9), (-60, top + 60)
        )  # fmt: skip
        sheet.cast(sash, None, cloth, (-2, 8))
        folds = [Fold((90 + 24 * n, 30), (-150 + 50 * n, top + 10), 26, 16) for n in range(4)]
        sheet.panel(
            sash,
            cloth,
            [*folds, Fold((120, 40), (-90, top), 20, 10, lit=True), Fold((160, 60), (10, top), 18, 10, lit=True)],
            grain=38,
        )
        sheet.stroke(line((84, 34), (-58, 304, 0.8), (-176, top - 54)), gold, 13, clip=sash)
        sheet.stroke(line((98, 44), (-40, 314, 0.8), (-172, top - 20)), gold, 2.6, clip=sash)

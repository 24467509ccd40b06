"""Low shoes seen from the side: sneakers, laced shoes, loafers, flats, and shoes with heels."""

from typing import Literal

from stores.drawing import fastenings
from stores.drawing.cloth import BRASS, Cloth
from stores.drawing.footwear import (
    LEATHER_SOLE,
    Shoe,
    bow,
    inside_of,
    laces,
    slab,
    sole_ink,
)
from stores.drawing.outline import Knot, Path, band, ellipse, line, through
from stores.drawing.sheet import Fold, Sheet
from stores.drawing.tones import lightness

# The edge of a slipper-like shoe, from heel to throat.
TOPLINE = line((6, -88), (64, -63, 1), (112, -75, 0.8), (140, -93))


class LowShoe(Shoe):
    """A leather shoe; `style` is how it closes."""

    cloth: str = "leather"
    style: Literal[
        "oxford",
        "derby",
        "wholecut",
        "penny",
        "tassel",
        "slip_on",
        "jutti",
        "espadrille",
        "laced_espadrille",
        "moccasin",
    ] = "oxford"
    cap: bool = False
    brogue: bool = False
    split: bool = False
    sole: str = LEATHER_SOLE

    @property
    def slipper(self) -> bool:
        return self.style in {"penny", "tassel", "slip_on", "jutti", "espadrille", "laced_espadrille", "moccasin"}

    def draw_shoe(self, sheet: Sheet, cloth: Cloth) -> None:
        self.draw_sole(sheet, cloth)
        if self.slipper:
            inside_of(sheet, cloth, (8, -88), (40, -84, 1), (90, -86, 1), (136, -98), (120, -66), (30, -66))
        else:
            inside_of(sheet, cloth, (10, -98), (50, -98, 1), (106, -112), (84, -80), (30, -80))
            tongue = through((92, -92), (98, -124, 0.6), (118, -128, 0.6), (132, -108), (168, -78), (130, -70))
            sheet.panel(tongue, cloth, rim=0.9)
        upper = self.upper()
        lit = [
            Fold((190, -70), (268, -36), 18, -10, lit=True, strength=1.2),
            Fold((10, -40), (24, -88), 18, 4, lit=True, strength=0.8),
        ]
        creases = [Fold((176, -70), (194, -30), 12, 4, strength=0.8), Fold((192, -66), (208, -28), 10, 4, strength=0.6)]
        sheet.panel(upper, cloth, [*lit, *creases], rim=1)
        getattr(self, "draw_slipper" if self.slipper else "draw_laced")(sheet, cloth, upper)

    def upper(self) -> Path:
        point = 306.0 if self.style == "jutti" else 292.0
        toe: list[Knot] = [(258, -54, 1), (286, -36, 0.9), (point, -16)]
        if self.style == "jutti":
            toe = [(250, -48, 1), (290, -36, 0.8), (314, -62, 0.8), (318, -56, 0.6), (300, -16)]
        under: list[Knot] = [(200, -10, 1), (100, -24, 1), (2, -32)]
        if self.slipper:
            return through(
                (2, -32), (-4, -62, 1), (6, -90), (64, -66, 1), (112, -78, 0.8), (140, -96), (196, -78, 1), *toe,
                *under
            )  # fmt: skip
        return through((2, -32), (-4, -68, 1), (8, -104), (58, -84, 1), (104, -106), (170, -82, 0.9), *toe, *under)

    def draw_sole(self, sheet: Sheet, cloth: Cloth) -> None:
        if "espadrille" in self.style:
            shape = slab(
                [
                    (-4, -34),
                    (100, -24, 1),
                    (200, -18, 1),
                    (296, -24),
                    (300, -8, 0.8),
                    (290, 4),
                    (100, 4),
                    (0, 4),
                    (-8, -12, 0.8),
                ],
                sheet,
                cloth,
                "#cdb184",
            )
            for number in range(31):
                x = -4 + 10 * number
                sheet.stroke(line((x, -36), (x + 9, 6)), "#8c6c42", 1.4, 0.8, clip=shape)
                sheet.stroke(line((x + 5, -36), (x - 2, 6)), "#f2e2bf", 1.6, 0.5, clip=shape)
            return
        ink = sole_ink(cloth, self.sole)
        slab(
            [
                (100, -26, 1),
                (200, -13, 1),
                (298, -18),
                (299, -8, 0.8),
                (280, 0),
                (200, 0, 0.6),
                (120, -14, 0.8),
                (74, -24),
                (72, 0),
                (4, 0),
                (-2, -36),
            ],
            sheet,
            cloth,
            ink,
        )
        if self.style != "jutti":
            sheet.stitch(line((100, -22), (200, -9, 1), (292, -13)), cloth.dyed(ink), "#c7a37a")

    def draw_laced(self, sheet: Sheet, cloth: Cloth, upper: Path) -> None:
        sheet.seam(line((36, -30), (30, -60, 1), (50, -86)), cloth, 1.4, upper)
        if self.style == "derby":
            quarter = through(
                (62, -82), (106, -108), (160, -84), (164, -70, 0.8), (140, -52, 0.8), (110, -36, 0.7), (96, -22),
                (56, -26)
            )  # fmt: skip
            sheet.cast(quarter, upper, cloth, (4, 3))
            sheet.panel(quarter, cloth, [Fold((100, -90), (120, -40), 14, lit=True)], rim=0.7, outline=1.5)
            laces(sheet, (112, -101), (148, -82), 3, cloth.line if not cloth.dark else cloth.seam, 26)
        elif self.style == "oxford":
            vamp = line((96, -22), (120, -48, 0.9), (166, -66, 0.9), (190, -80))
            sheet.stroke(vamp, cloth.line, 1.6, clip=upper)
            sheet.stroke(vamp.moved(4, 4), cloth.seam, 1, clip=upper)
            laces(sheet, (114, -102), (164, -80), 4, cloth.line if not cloth.dark else cloth.seam, 22)
        else:
            laces(sheet, (114, -102), (160, -82), 4, cloth.line if not cloth.dark else cloth.seam, 22)
        if self.cap or self.brogue:
            cap = line((236, -8), (224, -38, 0.9), (234, -64))
            sheet.stroke(cap, cloth.line, 1.7, clip=upper)
            sheet.stroke(cap.moved(-4, 0), cloth.seam, 1, clip=upper)
            if self.brogue:
                sheet.stroke(cap.moved(6, 0), cloth.line, 3, 1, "0.1 6", upper)
        if self.brogue:
            sheet.stroke(line((42, -30), (36, -60, 1), (56, -84)), cloth.line, 3, 1, "0.1 6", upper)
            sheet.stroke(line((104, -20), (126, -44, 0.9), (170, -62)), cloth.line, 3, 1, "0.1 6", upper)
        if self.split:
            apron = line((150, -46), (220, -46, 1), (272, -44))
            sheet.stroke(apron, cloth.line, 3, 1, "3 3", upper)

    def draw_slipper(self, sheet: Sheet, cloth: Cloth, upper: Path) -> None:
        sheet.stroke(TOPLINE, cloth.seam, 1.2, clip=upper)
        if self.style in {"penny", "tassel", "moccasin"}:
            apron = line((110, -70), (170, -54, 1), (236, -44, 1), (272, -50))
            sheet.stroke(apron, cloth.seam if cloth.dark else cloth.line, 2.4, clip=upper)
            sheet.stroke(apron.moved(0, 5), cloth.seam, 2.6, 1, "2.4 4", upper)
        parts = {"penny": draw_penny, "tassel": draw_tassels, "moccasin": draw_saddle, "jutti": draw_flowers}
        parts |= {"laced_espadrille": draw_ribbons}
        if self.style in parts:
            parts[self.style](sheet, cloth, upper)
        elif self.style == "slip_on":
            bow(sheet, cloth.of("satin"), 158, -88, 24)
        elif self.style == "espadrille":
            gore = through((96, -70), (124, -82), (134, -50), (108, -44))
            sheet.panel(gore, cloth.inside, rim=0.4, outline=1.1)


def draw_saddle(sheet: Sheet, cloth: Cloth, upper: Path) -> None:
    """A strap over the instep."""
    strap = through((132, -95), (160, -92), (172, -56, 0.8), (163, -13), (122, -18), (131, -58, 0.8))
    sheet.cast(strap, upper, cloth, (2, 1))
    sheet.panel(strap, cloth, [Fold((140, -90), (134, -30), 14, lit=True)], rim=0.3, outline=1.5)
    sheet.seam(strap.shrunk((148, -54), 0.8, 0.97), cloth, 0.9, upper)


def draw_penny(sheet: Sheet, cloth: Cloth, upper: Path) -> None:
    """The same with a slot in it."""
    draw_saddle(sheet, cloth, upper)
    slot = through((137, -72), (148, -78, 1), (160, -71), (148, -64, 1))
    sheet.fill(slot, cloth.line if not cloth.dark else cloth.seam)


def draw_tassels(sheet: Sheet, cloth: Cloth, upper: Path) -> None:
    for x in (146, 170):
        fringe = through((x - 4, -86), (x + 5, -87), (x + 20, -42), (x - 2, -37))
        sheet.cast(fringe, upper, cloth, (2, 2))
        sheet.panel(fringe, cloth, rim=0.4, outline=1.3)
        for lean in (3, 8, 13):
            sheet.seam(line((x, -74), (x + lean, -42)), cloth, 1.3, fringe)
        knot = ellipse(x + 1, -87, 8, 7)
        sheet.panel(knot, cloth, [Fold((x - 4, -90), (x + 4, -86), 6, lit=True)], rim=0.5, outline=1.3)


def draw_flowers(sheet: Sheet, cloth: Cloth, upper: Path) -> None:
    """Threadwork along the edge and three flowers on the toe."""
    ink = cloth.accents[0]
    ink = ink if abs(lightness(ink) - lightness(cloth.base)) > 0.15 else BRASS
    sheet.stroke(TOPLINE.moved(2, 8), ink, 3.2, clip=upper)
    sheet.stroke(TOPLINE.moved(2, 20), ink, 4, 1, "0.1 9", upper)
    for x, y, size in ((206, -44, 16), (250, -36, 11), (166, -46, 11)):
        petal = ellipse(x, y - 0.6 * size, 0.26 * size, 0.5 * size)
        for number in range(5):
            sheet.fill(petal.turned(72 * number, (x, y)), ink, clip=upper)


def draw_ribbons(sheet: Sheet, cloth: Cloth, upper: Path) -> None:
    """Ribbons crossed at the heel, tied in front."""
    there: list[Knot] = [(6, -84), (30, -116, 1), (84, -112, 1), (128, -86)]
    back: list[Knot] = [(128, -86), (60, -128, 1), (10, -118, 1), (4, -86)]
    for knots in (there, back):
        sheet.panel(band(knots, 7), cloth.plain, rim=0.3, outline=1.2)
    for x, y in ((150, -46), (118, -38)):
        tail = band([(124, -88), (70 + x / 2, -70, 1), (x, y)], 6)
        sheet.panel(tail, cloth.plain, rim=0.3, outline=1.1)
    bow(sheet, cloth, 124, -90, 25)


class Flat(Shoe):
    """A low-cut flat shoe."""

    cloth: str = "leather"
    pointed: bool = False
    strap: bool = False
    bow: bool = False

    def draw_shoe(self, sheet: Sheet, cloth: Cloth) -> None:
        tip = 306 if self.pointed else 290
        slab(
            [(0, -14), (120, -8, 1), (tip - 4, -10), (tip - 10, 0), (70, 0), (66, -4), (4, 2)],
            sheet,
            cloth,
            sole_ink(cloth, "#3a2a20"),
        )
        inside_of(sheet, cloth, (4, -70), (70, -50, 1), (150, -46, 1), (196, -62), (220, -44), (150, -12), (20, -16))
        upper = through(
            (2, -12), (-5, -42, 1), (4, -74), (20, -66, 0.8), (90, -32, 1), (160, -30, 1), (200, -56, 0.7),
            (248, -46, 1), (tip - 16, -30, 0.9), (tip, -10), (150, -6, 1)
        )  # fmt: skip
        sheet.panel(
            upper,
            cloth,
            [
                Fold((210, -50), (tip - 20, -22), 14, -5, lit=True, strength=1.2),
                Fold((4, -24), (14, -62), 14, 3, lit=True),
                Fold((190, -40), (200, -10), 10),
            ],
            rim=1,
        )
        sheet.stroke(
            line((6, -70), (20, -62, 0.8), (90, -28, 1), (160, -26, 1), (200, -51, 0.7)), cloth.seam, 1.4, clip=upper
        )  # fmt: skip
        if self.strap:
            strap_ = band([(64, -36), (82, -76, 0.8), (118, -86, 0.9), (150, -66, 0.8), (160, -36)], 12)
            sheet.cast(strap_, None, cloth, (1, 4))
            sheet.panel(strap_, cloth, rim=0.5, outline=1.3)
            fastenings.buckle(sheet, 76, -58, 16, 16, BRASS)
        elif self.bow or not self.pointed:
            bow(sheet, cloth, 206, -58, 22)

"""What all shoes seen from the side share: a pair, its sole, its laces.

x runs from heel to toe, y is 0 on the ground.
"""

from abc import abstractmethod
from collections.abc import Sequence

from stores.drawing.cloth import Cloth
from stores.drawing.cut import Cut
from stores.drawing.outline import Knot, Path, Point, band, between, ellipse, through
from stores.drawing.sheet import Sheet
from stores.drawing.tones import lightness, tone

BEHIND: Point = (40, -86)
LEATHER_SOLE, RUBBER, GUM = "#4a3426", "#2a2a2c", "#b98a5a"
BLACK = 0.2  # lightness, and below


class Shoe(Cut):
    """A pair, one shoe behind the other."""

    waver: float = 1.0
    behind: Point = BEHIND
    short: float = 1.0

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        one = Sheet(sheet.seed)
        self.draw_shoe(one, cloth)
        long = self.short * (0.95 if self.women else 1)
        sheet.add(one, lambda path: path.scaled(long, 1).moved(*self.behind))
        sheet.add(one, lambda path: path.scaled(long, 1))

    @abstractmethod
    def draw_shoe(self, sheet: Sheet, cloth: Cloth) -> None:
        """One shoe from its outer side."""


def sole_ink(cloth: Cloth, usual: str) -> str:
    """The sole's colour, which has to part from the upper's; that of a black shoe is dyed."""
    if usual == LEATHER_SOLE and lightness(cloth.base) < BLACK:
        usual = RUBBER
    return tone(usual, lightness(usual) - 0.12) if abs(lightness(usual) - lightness(cloth.base)) < 0.06 else usual


def laces(sheet: Sheet, start: Point, end: Point, count: int, ink: str, long: float = 30, rise: float = 12) -> None:
    """Crossing laces along the instep from its top to its foot."""
    for number in range(count):
        x, y = between(start, end, number / max(1, count - 1))
        bar = band([(x - 0.5 * long, y + rise), (x + 0.1 * long, y - 3, 1), (x + 0.5 * long, y - 2)], 7)
        sheet.fill(bar.moved(1, 3), "#1a1410", 0.3)
        sheet.fill(bar, ink)
        sheet.stroke(bar, tone(ink, lightness(ink) * 0.62), 0.9)
        sheet.fill(ellipse(x - 0.5 * long, y + rise, 3.4), tone(ink, lightness(ink) * 0.5))


def tread(sheet: Sheet, left: float, right: float, deep: float, ink: str, step: float = 21) -> None:
    """Lugs under a sole."""
    x = left
    while x < right - step * 0.5:
        lug = through((x, -deep), (x + step * 0.72, -deep), (x + step * 0.62, 0), (x + step * 0.1, 0))
        sheet.fill(lug, ink)
        sheet.stroke(lug, tone(ink, lightness(ink) * 0.6), 1)
        x += step


def slab(knots: Sequence[Knot], sheet: Sheet, cloth: Cloth, ink: str, finish: str = "plain") -> Path:
    """A sole of one material."""
    shape = through(*knots)
    sheet.panel(shape, cloth.dyed(ink).of(finish), rim=0.6, outline=1.4)
    return shape


def bow(sheet: Sheet, cloth: Cloth, x: float, y: float, size: float) -> None:
    for side in (-1, 1):
        loop = through(
            (x, y), (x + side * 0.6 * size, y - 0.5 * size, 1), (x + side * size, y - 0.1 * size, 1),
            (x + side * 0.7 * size, y + 0.34 * size, 1)
        )  # fmt: skip
        sheet.panel(loop, cloth.plain, rim=0.5, outline=1.2)
    sheet.panel(ellipse(x, y - 1, 0.2 * size), cloth.plain, rim=0.4, outline=1.1)


def inside_of(sheet: Sheet, cloth: Cloth, *knots: Knot) -> None:
    """The far inside of a shoe, over its opening's edge."""
    sheet.panel(through(*knots), cloth.dyed("#d8c3a0" if not cloth.pale else "#c9b490"), rim=1.2, outline=1.1)


def eyelets(sheet: Sheet, start: Point, end: Point, count: int, ink: str) -> None:
    for number in range(count):
        x, y = between(start, end, number / max(1, count - 1))
        sheet.fill(ellipse(x, y, 4), ink)
        sheet.fill(ellipse(x, y, 1.9), "#1d1a18")

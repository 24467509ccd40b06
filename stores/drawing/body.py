"""The upper body of a garment laid flat: where shoulder, underarm, waist and hem lie, and the outlines between them.

y is 0 at the highest point of the shoulder, where it meets the neck. Half widths are to the right of the middle.
"""

from math import cos, radians, sin
from typing import NamedTuple

from stores.drawing.outline import Knot, Path, Point, both, through
from stores.drawing.sheet import Fold

SLOPE = 42.0


class Body(NamedTuple):
    """Half widths at neck, shoulder, chest, waist and hem, and the heights of these."""

    neck: float
    shoulder: float
    chest: float
    waist: float
    hem: float
    length: float
    armhole: float = 205
    waist_at: float = 415
    dip: float = 0
    slope: float = SLOPE

    @property
    def tip(self) -> Point:
        """The end of the shoulder."""
        return self.shoulder, self.slope

    @property
    def underarm(self) -> Point:
        return self.chest, self.slope + self.armhole

    def side(self) -> list[Knot]:
        """The right half from the tip of the shoulder to the middle of the hem."""
        x, y = self.underarm
        return [
            self.tip,
            (self.shoulder - 7, self.slope + 0.42 * self.armhole, 1),
            (x - 9, y - 34, 1),
            (x, y),
            (self.waist, self.waist_at, 1),
            (self.hem, self.length),
            *self.foot(),
        ]

    def foot(self) -> list[Knot]:
        """The hem from the side to the middle; `dip` is how much lower the middle hangs than the sides."""
        if self.dip > 20:
            return [(self.hem * 0.62, self.length + 0.72 * self.dip, 1), (0, self.length + self.dip, 1)]
        return [(0, self.length + self.dip + 5, 1)]

    def outline(self, neckline: list[Knot]) -> Path:
        """The body piece; the neckline runs from the middle to the neck's side."""
        return both(*neckline, *self.side())

    def folds(self, soft: float = 1) -> list[Fold]:
        """How cloth lies on a table: drawn from the underarm, fallen towards the hem."""
        x, y = self.underarm
        low, waist = self.length, self.waist
        return [
            Fold((x - 2, y - 30), (0.5 * waist, y + 0.5 * (low - y)), 60 * soft, -26, strength=0.55),
            Fold((x - 6, y + 4), (0.56 * x, y + 74), 15 * soft, -8, strength=0.9),
            Fold((6 - x, y + 4), (-0.6 * x, y + 66), 13 * soft, 8, strength=0.8),
            Fold((0.94 * waist, y + 40), (0.84 * self.hem, low), 66 * soft, -16, strength=0.6),
            Fold((0.3 * waist, self.waist_at - 10), (0.42 * self.hem, low + 4), 46 * soft, -14, strength=0.5),
            Fold((-0.5 * waist, self.waist_at + 40), (-0.56 * self.hem, low + 4), 32 * soft, 10, strength=0.6),
            Fold((0.97 * waist, self.waist_at - 6), (0.5 * waist, self.waist_at + 26), 12 * soft, 6, strength=0.8),
            Fold((-0.97 * waist, self.waist_at - 16), (-0.6 * waist, self.waist_at + 10), 10 * soft, -5, strength=0.7),
            Fold((-0.6 * x, y - 80), (-0.72 * waist, 0.9 * low), 88 * soft, -10, lit=True, strength=0.5),
            Fold((0.1 * x, y - 10), (0.06 * waist, 0.86 * low), 60 * soft, 10, lit=True, strength=0.35),
        ]


class Sleeve(NamedTuple):
    """A sleeve from the tip of the shoulder: its length, the width of its end, and how far it stands off the body."""

    length: float
    end: float
    angle: float = 17
    full: float = 0
    puff: float = 0

    def outline(self, body: Body) -> Path:
        """The right sleeve; it runs on under the body piece."""
        outer, inner = self.ends(body)
        (x, y), (tip, top) = body.underarm, body.tip
        away, middle = self.full, 0.62
        upper = self.at(body, 0.14, 12 + self.puff)
        return through(
            (tip - 66, top + 20),
            (tip, top),
            (*upper, 1),
            (*self.at(body, middle, away + 0.4 * self.puff), 1),
            outer,
            inner,
            (*self.across(body, middle, -away), 0.7),
            (x + 2 - 0.2 * self.puff, y + 10, 0.8),
            (x - 70, y - 10),
        )

    def ends(self, body: Body) -> tuple[Point, Point]:
        """The outer and the inner corner of the end."""
        outer = self.at(body, 1, 0)
        turn = radians(self.angle)
        return outer, (outer[0] - self.end * cos(turn), outer[1] + self.end * sin(turn))

    def at(self, body: Body, share: float, out: float) -> Point:
        """A point beside the outer edge, at a share of the length and `out` off it."""
        turn = radians(self.angle)
        along = share * self.length
        return (
            body.shoulder + along * sin(turn) + out * cos(turn),
            body.slope + along * cos(turn) - out * sin(turn),
        )

    def across(self, body: Body, share: float, inwards: float) -> Point:
        """A point beside the inner edge, the same share of the way from the underarm to the end."""
        (x, y), inner = body.underarm, self.ends(body)[1]
        turn = radians(self.angle)
        return (
            x + share * (inner[0] - x) + inwards * cos(turn),
            y + share * (inner[1] - y) - inwards * sin(turn),
        )

    def cuff(self, body: Body, deep: float, flare: float = 0) -> Path:
        """A band at the end, `deep` along the sleeve; `flare` makes it narrower than the sleeve above."""
        outer, inner = self.ends(body)
        turn, share = radians(self.angle), 1 - deep / self.length
        out = (flare * cos(turn), -flare * sin(turn))
        return through(
            self.at(body, share, 2),
            (outer[0] - out[0], outer[1] - out[1]),
            (inner[0] + out[0], inner[1] + out[1]),
            self.across(body, share, -3),
        )

    def folds(self, body: Body) -> list[Fold]:
        if self.length < 300:
            return [Fold(self.across(body, 0.05, -6), self.at(body, 0.5, -70), 26, 6)]
        return [
            Fold(self.across(body, 0.02, 0), self.across(body, 0.95, 26), 30, 6),
            Fold(self.across(body, 0.42, -4), self.at(body, 0.5, -34), 24, 6),
            Fold(self.across(body, 0.52, -4), self.at(body, 0.66, -26), 18, -5),
            Fold(self.at(body, 0.34, -2), self.at(body, 0.46, -48), 16, -6),
            Fold(self.at(body, 0.1, -34), self.at(body, 0.9, -24), 30, 4, lit=True),
        ]

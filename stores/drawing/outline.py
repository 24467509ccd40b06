"""Points and the smooth outlines through them, in millimetres: x to the right, y down, 0 in the middle of a garment.

A point of an outline is (x, y), a corner, or (x, y, 1), where the outline runs through smoothly; a number below 1 makes
the bend tighter. Knows no cloth and no garment.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, radians, sin

Point = tuple[float, float]
Knot = tuple[float, float] | tuple[float, float, float]
Curve = tuple[Point, Point, Point]

REACH = 0.36  # of a control point along its chord: about that of a circle's quarter
FLAT = 0.36


@dataclass(frozen=True)
class Contour:
    """A start and the cubic curves from there."""

    start: Point
    curves: tuple[Curve, ...]
    closed: bool


@dataclass(frozen=True)
class Path:
    """One or more contours; where two lie in each other, the inner is a hole."""

    contours: tuple[Contour, ...]

    def __add__(self, other: "Path") -> "Path":
        return Path(self.contours + other.contours)

    def mapped(self, move: Callable[[Point], Point]) -> "Path":
        """The path with every point, control points too, moved."""
        return Path(
            tuple(
                Contour(move(one.start), tuple((move(a), move(b), move(c)) for a, b, c in one.curves), one.closed)
                for one in self.contours
            )
        )

    def moved(self, x: float, y: float) -> "Path":
        return self.mapped(lambda point: (point[0] + x, point[1] + y))

    def turned(self, degrees: float, about: Point = (0, 0)) -> "Path":
        """Turned clockwise, as seen with y down."""
        return self.mapped(lambda point: turn(point, degrees, about))

    def scaled(self, x: float, y: float | None = None) -> "Path":
        return self.mapped(lambda point: (point[0] * x, point[1] * (x if y is None else y)))

    def shrunk(self, about: Point, x: float, y: float) -> "Path":
        """Drawn in towards a point, by a factor along each axis."""
        return self.moved(-about[0], -about[1]).scaled(x, y).moved(*about)

    def mirrored(self) -> "Path":
        return self.scaled(-1, 1)

    def points(self) -> list[Point]:
        """The knots, and the middle of each curve."""
        return [point for one in self.contours for point in sampled(one, 2)]


def turn(point: Point, degrees: float, about: Point = (0, 0)) -> Point:
    x, y = point[0] - about[0], point[1] - about[1]
    across, down = cos(radians(degrees)), sin(radians(degrees))
    return about[0] + x * across - y * down, about[1] + x * down + y * across


def through(*knots: Knot, closed: bool = True) -> Path:
    """The outline through the knots."""
    count = len(knots)
    pairs = [(index, (index + 1) % count) for index in range(count if closed else count - 1)]
    curves = tuple(joined(knots, first, second, closed) for first, second in pairs)
    return Path((Contour(spot(knots[0]), curves, closed),))


def joined(knots: Sequence[Knot], first: int, second: int, closed: bool) -> Curve:
    """The curve from one knot to the next; a corner's control point looks towards the other one's."""
    start, end = spot(knots[first]), spot(knots[second])
    out, back = leaving(knots, first, 1, closed), leaving(knots, second, -1, closed)
    out_at = out or between(start, back or end, FLAT)
    back_at = back or between(end, out or start, FLAT)
    return out_at, back_at, end


def leaving(knots: Sequence[Knot], index: int, way: int, closed: bool) -> Point | None:
    """The control point of a smooth knot towards its neighbour in one way; None at a corner or a loose end."""
    knot, count = knots[index], len(knots)
    before, after = index - 1, index + 1
    if len(knot) == 2 or (not closed and not 0 < index < count - 1):
        return None
    ahead, behind = spot(knots[after % count]), spot(knots[before % count])
    here, other = spot(knot), spot(knots[(index + way) % count])
    length = hypot(ahead[0] - behind[0], ahead[1] - behind[1]) or 1.0
    step = way * knot[2] * REACH * hypot(other[0] - here[0], other[1] - here[1]) / length
    return here[0] + step * (ahead[0] - behind[0]), here[1] + step * (ahead[1] - behind[1])


def spot(knot: Knot) -> Point:
    return knot[0], knot[1]


def between(start: Point, end: Point, share: float) -> Point:
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def mirror(knots: Iterable[Knot]) -> list[Knot]:
    """The knots on the other side of x = 0, in the opposite order."""
    return [(-knot[0], *knot[1:]) for knot in reversed(list(knots))]


def both(*half: Knot) -> Path:
    """The closed outline of a right half, from the top of the middle down to its foot, and its mirror image."""
    other = [knot for knot in mirror(half) if abs(knot[0]) > 1e-9]
    return through(*half, *other)


def line(*knots: Knot) -> Path:
    """An open outline."""
    return through(*knots, closed=False)


def ellipse(x: float, y: float, across: float, down: float | None = None) -> Path:
    """An ellipse about (x, y) with these half axes."""
    down = across if down is None else down
    soft = 1.07  # eight knots whose reach makes them round
    ring = [(x + across * cos(n * pi / 4), y + down * sin(n * pi / 4), soft) for n in range(8)]
    return through(*ring)


def rectangle(left: float, top: float, right: float, bottom: float, radius: float = 0) -> Path:
    if not radius:
        return through((left, top), (right, top), (right, bottom), (left, bottom))
    near = 0.3 * radius
    knots: list[Knot] = []
    for x, y, inward, down in ((right, top, -1, 1), (right, bottom, -1, -1), (left, bottom, 1, -1), (left, top, 1, 1)):
        corner: list[Knot] = [(x + inward * radius, y), (x + inward * near, y + down * near, 1), (x, y + down * radius)]
        knots += corner if (inward, down) in {(-1, 1), (1, -1)} else corner[::-1]
    return through(*knots)


def band(knots: Sequence[Knot], *widths: float) -> Path:
    """A strip along an open line, as wide as `widths` from its start to its end."""
    middle = sampled(line(*knots).contours[0], 5)
    last = len(middle) - 1
    sides: tuple[list[Knot], list[Knot]] = ([], [])
    for index, (x, y) in enumerate(middle):
        before, after = middle[max(0, index - 1)], middle[min(last, index + 1)]
        run = hypot(after[0] - before[0], after[1] - before[1]) or 1.0
        half = along(widths, index / last) / 2 / run
        out = (half * (after[1] - before[1]), -half * (after[0] - before[0]))
        sides[0].append((x + out[0], y + out[1], 1))
        sides[1].append((x - out[0], y - out[1], 1))
    ends = [side[0][:2] for side in sides], [side[-1][:2] for side in sides]
    return through(ends[0][0], *sides[0][1:-1], ends[1][0], ends[1][1], *sides[1][-2:0:-1], ends[0][1])


def along(values: Sequence[float], share: float) -> float:
    """The value at a share of the way through `values`, straight between two."""
    if len(values) == 1:
        return values[0]
    at = min(share * (len(values) - 1), len(values) - 1 - 1e-9)
    low = int(at)
    return values[low] + (at - low) * (values[low + 1] - values[low])


def leaf(start: Point, end: Point, width: float, bend: float = 0) -> Path:
    """A fold: a sliver from one point to another, widest in its middle, bent to its right by `bend`."""
    run = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    out = (-(end[1] - start[1]) / run, (end[0] - start[0]) / run)
    middle = between(start, end, 0.45)
    near, far = bend - width / 2, bend + width / 2
    return through(
        start,
        (middle[0] - out[0] * near, middle[1] - out[1] * near, 1.2),
        end,
        (middle[0] - out[0] * far, middle[1] - out[1] * far, 1.2),
    )


def sampled(contour: Contour, steps: int) -> list[Point]:
    """Points along a contour, `steps` a curve, both ends included."""
    found = [contour.start]
    at = contour.start
    for first, second, end in contour.curves:
        found += [bezier(at, first, second, end, step / steps) for step in range(1, steps + 1)]
        at = end
    return found


def bezier(start: Point, first: Point, second: Point, end: Point, t: float) -> Point:
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return a * start[0] + b * first[0] + c * second[0] + d * end[0], a * start[1] + b * first[1] + c * second[
        1
    ] + d * end[1]

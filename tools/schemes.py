"""Named colour schemes: how the hues of a look lie round the wheel (Itten 1961), and how their areas are shared out.

Hue angles in degrees, areas as shares. Knows no colour and no garment.
"""

from collections.abc import Sequence
from typing import NamedTuple

# Hues this near are one; a scheme's angles may be off by 15, and the wheel of LCh by 10 from that of painters.
ONE_HUE, OFF = 20.0, 25.0
# The most of a look's area that a colour beside the leading one has.
FOLLOWS = 0.3
# The arcs between neighbours round the wheel, smallest first.
ARCS: dict[str, tuple[float, ...]] = {
    "split": (60, 150, 150), "triad": (120, 120, 120), "tetrad": (90, 90, 90, 90),
}  # fmt: skip
# Shares of 60, 30 and 10: what leads, what is second, the most of an accent; one colour may also lead alone.
LEAD, SECOND, ACCENT = (0.5, 0.7), (0.2, 0.35), 0.15
# Areas are those of the slots, not measured: how far a share may be off, and what each beyond that costs.
AREA_SLACK, AREA_COST = 0.04, 2.0


class Hue(NamedTuple):
    """A hue in degrees and its share of the look's area."""

    angle: float
    area: float


def clusters(hues: Sequence[Hue]) -> list[Hue]:
    """The hues with those that are nearly one put together, in the order of the wheel."""
    found: list[Hue] = []
    for hue in sorted(hues):
        if found and hue.angle - found[-1].angle <= ONE_HUE:
            found[-1] = Hue(found[-1].angle, found[-1].area + hue.area)
        else:
            found.append(hue)
    if len(found) > 1 and found[0].angle + 360 - found[-1].angle <= ONE_HUE:
        last = found.pop()
        found[0] = Hue(found[0].angle, found[0].area + last.area)
    return found


def scheme_of(hues: Sequence[Hue]) -> str | None:
    """`split`, `triad` or `tetrad` where three or four hues lie so and one of them leads, else None."""
    found = clusters(hues)
    angles = [hue.angle for hue in found]
    arcs = sorted((after - before) % 360 for before, after in zip(angles, [*angles[1:], *angles[:1]], strict=True))
    _, *following = sorted((hue.area for hue in found), reverse=True) or [0.0]
    if not following or max(following) > FOLLOWS:
        return None
    off = {
        name: max(abs(a - b) for a, b in zip(arcs, ideal, strict=True))
        for name, ideal in ARCS.items()
        if len(ideal) == len(arcs)
    }
    nearest = min(off, key=lambda name: off[name], default=None)
    return nearest if nearest and off[nearest] <= OFF else None


def area_balance(shares: Sequence[float]) -> float:
    """How the areas of a look's colours are shared out, 0..1: 60, 30 and 10, or one that leads with accents alone."""
    lead, second, *others = [*sorted(shares, reverse=True), 0.0, 0.0]
    alone = second <= ACCENT
    off = _beyond(lead, LEAD[0], 1.0 if alone else LEAD[1])
    off += 0.0 if alone else _beyond(second, *SECOND)
    return max(0.0, 1 - AREA_COST * (off + sum(_beyond(other, 0.0, ACCENT) for other in others)))


def _beyond(share: float, low: float, high: float) -> float:
    return max(0.0, low - share - AREA_SLACK, share - high - AREA_SLACK)

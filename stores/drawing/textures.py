"""Small repeating tiles that give a surface its grain: threads, stitches, wales, flecks. In pixels of the picture.

Each is drawn in two inks, the cloth's shade and its light, faintly, so that the colour stays what it is.
"""

from collections.abc import Callable
from math import cos, pi, sin
from random import Random
from typing import NamedTuple

from stores.drawing.cloth import Cloth


class Tile(NamedTuple):
    """A repeating piece of SVG."""

    width: float
    height: float
    body: str


def stroke(data: str, ink: str, width: float, opacity: float) -> str:
    return f'<path d="{data}" fill="none" stroke="{ink}" stroke-width="{width:g}" stroke-opacity="{opacity:.2f}"/>'


def dot(x: float, y: float, radius: float, ink: str, opacity: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2g}" fill="{ink}" fill-opacity="{opacity:.2f}"/>'


def strengths(cloth: Cloth) -> tuple[float, float]:
    """Opacities for the shade and the light that are seen as equally strong on pale and on dark cloth."""
    return (0.16, 0.5) if cloth.pale else (0.5, 0.3) if cloth.dark else (0.24, 0.2)


def stitches(cloth: Cloth, size: float = 5.0) -> Tile:
    """Plain knitting: columns of small Vs."""
    dark, light = strengths(cloth)
    half, tall = size / 2, size * 0.86
    legs = f"M0 0L{half} {tall * 0.6:.2f}L{size} 0"
    return Tile(
        size, tall, stroke(legs, cloth.shade, size / 5, dark)
        + stroke(f"M0 {tall * 0.45:.2f}L{half} {tall * 1.05:.2f}L{size} {tall * 0.45:.2f}", cloth.light, size / 6,
        light * 0.7)
    )  # fmt: skip


def stitches_large(cloth: Cloth) -> Tile:
    return stitches(cloth, 9.0)


def ribs(cloth: Cloth) -> Tile:
    dark, light = strengths(cloth)
    return Tile(
        6, 6, stroke("M1.5 0V6", cloth.shade, 1.6, dark * 1.2) + stroke("M4.2 0V6", cloth.light, 1.4, light * 0.8)
    )  # fmt: skip


def wales(cloth: Cloth) -> Tile:
    dark, light = strengths(cloth)
    return Tile(
        7, 7, stroke("M1 0V7", cloth.shade, 1.8, dark * 1.3) + stroke("M4.4 0V7", cloth.light, 2.2, light * 0.8)
    )  # fmt: skip


def twill(cloth: Cloth) -> Tile:
    """Denim: a steep diagonal of indigo and white threads."""
    dark, light = strengths(cloth)
    return Tile(
        4, 4, stroke("M-1 3L3 -1M1 5L5 1", cloth.shade, 1.0, dark * 0.9) + stroke("M-1 1L1 -1M1 3L3 1M3 5L5 3",
        "#ffffff", 0.7, light * 0.8)
    )  # fmt: skip


def fine_twill(cloth: Cloth) -> Tile:
    dark, light = strengths(cloth)
    return Tile(
        3.4, 3.4, stroke("M-1 3L3 -1M1 5L5 1", cloth.shade, 0.7, dark * 0.55) + stroke("M0 1L1 0", cloth.light, 0.5,
        light * 0.3)
    )  # fmt: skip


def weave(cloth: Cloth) -> Tile:
    dark, light = strengths(cloth)
    return Tile(
        5, 5, stroke("M0 1H2.5M2.5 3.5H5", cloth.shade, 0.9, dark * 0.8) + stroke("M1.2 2V5M3.7 0V2.6", cloth.light,
        0.9, light * 0.6)
    )  # fmt: skip


def slubs(cloth: Cloth) -> Tile:
    """Linen: long uneven threads both ways."""
    dark, light = strengths(cloth)
    draw = Random("slubs")
    body = ""
    for _ in range(26):
        x, y, long = draw.uniform(0, 70), draw.uniform(0, 80), draw.uniform(8, 26)
        way = f"M{x:.1f} {y:.1f}h{long:.1f}" if draw.random() < 0.55 else f"M{x:.1f} {y:.1f}v{long:.1f}"
        ink, strength = (cloth.shade, dark * 0.55) if draw.random() < 0.55 else (cloth.light, light * 0.6)
        body += stroke(way, ink, draw.uniform(0.6, 1.1), strength)
    return Tile(96, 96, body)


def scattered(cloth: Cloth, count: int, radius: tuple[float, float], strength: float, *inks: str) -> Tile:
    """Specks strewn over a tile, in the cloth's shade and light and in further inks."""
    dark, light = strengths(cloth)
    draw = Random(f"{count}/{radius}")
    body = ""
    for number in range(count):
        ink, opacity = [(cloth.shade, dark), (cloth.light, light), *((one, 0.75) for one in inks)][
            number % (2 + len(inks))
        ]
        body += dot(draw.uniform(2, 78), draw.uniform(2, 78), draw.uniform(*radius), ink, opacity * strength)
    return Tile(80, 80, body)


def melange(cloth: Cloth) -> Tile:
    return scattered(cloth, 130, (0.5, 1.0), 0.6)


def flecks(cloth: Cloth) -> Tile:
    """Donegal: knots of other colours in a salt-and-pepper ground."""
    return scattered(cloth, 190, (0.7, 1.5), 0.85, "#efe6d2", "#b0743c")


def nap(cloth: Cloth) -> Tile:
    return scattered(cloth, 260, (0.5, 1.1), 0.5)


def pile(cloth: Cloth) -> Tile:
    return scattered(cloth, 120, (0.4, 0.9), 0.5)


def curls(cloth: Cloth) -> Tile:
    """Fleece and pile: short curls lying every way."""
    dark, light = strengths(cloth)
    draw = Random("curls")
    body = ""
    for number in range(90):
        x, y, turn = draw.uniform(3, 61), draw.uniform(3, 61), draw.uniform(0, 2 * pi)
        a, b = 3.4 * cos(turn), 3.4 * sin(turn)
        ink, strength = (cloth.shade, dark) if number % 2 else (cloth.light, light)
        body += stroke(f"M{x:.1f} {y:.1f}q{a:.1f} {b:.1f} {a - b:.1f} {a + b:.1f}", ink, 1.0, strength * 0.6)
    return Tile(64, 64, body)


def fur(cloth: Cloth) -> Tile:
    dark, light = strengths(cloth)
    draw = Random("fur")
    body = ""
    for number in range(120):
        x, y, lean = draw.uniform(0, 48), draw.uniform(0, 48), draw.uniform(-4, 4)
        ink, strength = (cloth.shade, dark) if number % 2 else (cloth.light, light)
        body += stroke(f"M{x:.1f} {y:.1f}q{lean / 3:.1f} 5 {lean:.1f} 9", ink, 1.1, strength * 0.8)
    return Tile(52, 52, body)


def pucker(cloth: Cloth) -> Tile:
    """Seersucker: crinkled stripes beside smooth ones."""
    dark, light = strengths(cloth)
    return Tile(
        14, 10,
        f'<rect width="7" height="10" fill="{cloth.light}" fill-opacity="{light * 0.7:.2f}"/>'
        + stroke("M7.6 1q3 1.5 6 0M7.6 4q3 -1 6 .6M7.6 7.5q3 1.2 6 -.2", cloth.shade, 0.8, dark),
    )  # fmt: skip


def lace(cloth: Cloth) -> Tile:
    """A net with five-petalled flowers."""
    dark, light = strengths(cloth)
    net = "".join(dot(x, y, 1.5, cloth.shade, dark * 1.4) for x in range(3, 36, 6) for y in range(3, 36, 6))
    petals = ""
    for x, y in ((10, 10), (28, 28)):
        for n in range(5):
            turn = 2 * pi * n / 5
            petals += dot(x + 4.6 * cos(turn), y + 4.6 * sin(turn), 3.2, cloth.light, light)
            petals += stroke(f"M{x} {y}l{6 * cos(turn):.1f} {6 * sin(turn):.1f}", cloth.shade, 0.7, dark)
    return Tile(36, 36, net + petals)


def net(cloth: Cloth) -> Tile:
    dark, light = strengths(cloth)
    return Tile(
        5, 5, stroke("M0 0L5 5M5 0L0 5", cloth.light, 0.7, light * 0.8) + stroke("M0 2.5H5", cloth.shade, 0.4,
        dark * 0.5)
    )  # fmt: skip


def holes(cloth: Cloth) -> Tile:
    dark, light = strengths(cloth)
    return Tile(
        6, 6, dot(1.5, 1.5, 1.1, cloth.shade, dark) + dot(4.5, 4.5, 1.1, cloth.shade, dark) + dot(1.5, 2.6, 0.6,
        cloth.light, light * 0.5)
    )  # fmt: skip


def basket(cloth: Cloth) -> Tile:
    """Straw: strands over and under."""
    dark, light = strengths(cloth)
    over = '<rect x="{x}" y="{y}" width="7" height="3.4" rx="1.5" fill="{ink}" fill-opacity="{at:.2f}"/>'
    return Tile(
        16, 9, over.format(x=0.5, y=0.6, ink=cloth.light, at=light * 0.9) + over.format(x=8.5, y=5.1, ink=cloth.light,
        at=light * 0.9) + stroke("M0 4.4H8M8 .2H16M8 8.9H16M8 0V4.4M0 4.4V9M16 0V4.4", cloth.shade, 0.9, dark * 1.3)
    )  # fmt: skip


def damask(cloth: Cloth) -> Tile:
    """Brocade: a figure in the same colour."""
    dark, light = strengths(cloth)
    figure = "M20 4C28 12 28 20 20 30C12 20 12 12 20 4ZM20 10C24 15 24 19 20 24C16 19 16 15 20 10Z"
    sides = "M4 34C10 30 14 34 20 40C26 34 30 30 36 34C32 40 26 42 20 40C14 42 8 40 4 34Z"
    return Tile(
        40, 46,
        f'<path d="{figure}{sides}" fill="{cloth.light}" fill-opacity="{light * 0.8:.2f}" fill-rule="evenodd"/>'
        + stroke(figure + sides, cloth.shade, 0.6, dark),
    )  # fmt: skip


TEXTURES: dict[str, Callable[[Cloth], Tile]] = {
    one.__name__: one
    for one in (
        stitches, stitches_large, ribs, wales, twill, fine_twill, weave, slubs, melange, flecks, nap, pile, curls, fur,
        pucker, lace, net, holes, basket, damask,
    )
}  # fmt: skip

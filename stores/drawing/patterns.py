"""Printed and woven patterns as repeating tiles, in millimetres of the cloth, in the article's further colours."""

from collections.abc import Callable
from math import cos, pi, sin
from random import Random

from stores.drawing.cloth import Cloth
from stores.drawing.textures import Tile, dot, stroke
from stores.drawing.tones import lightness, tone

LONG = 2400  # wider than any garment: where tiles meet a stripe shows a gap


def stripe(cloth: Cloth) -> Tile:
    """Breton stripes across."""
    return Tile(LONG, 36, f'<rect y="8" width="{LONG}" height="15" fill="{cloth.accents[0]}"/>')


def pinstripe(cloth: Cloth) -> Tile:
    """The stripes of shirts, along; wider than life, or a board would show grey."""
    return Tile(34, LONG, f'<rect x="13" width="8.5" height="{LONG}" fill="{cloth.accents[0]}" fill-opacity="0.9"/>')


def chalk(cloth: Cloth) -> Tile:
    """The spaced fine lines of suitings."""
    return Tile(42, LONG, f'<rect x="20" width="2.6" height="{LONG}" fill="{cloth.accents[0]}" fill-opacity="0.7"/>')


def small_check(cloth: Cloth) -> Tile:
    ink = cloth.accents[0]
    return Tile(22, 22, stroke("M5 0V22M0 5H22", ink, 3.4, 0.5) + stroke("M16 0V22M0 16H22", ink, 1.2, 0.8))


def regiment(cloth: Cloth) -> Tile:
    """The diagonal stripes of ties."""
    ink, edge = cloth.accents[0], cloth.accents[-1]
    return Tile(
        34, 34, stroke("M-17 51L51 -17M-17 17L17 -17M17 51L51 17", ink, 10, 1) + stroke("M-8 60L60 -8M-8 26L26 -8",
        edge, 2, 0.7)
    )  # fmt: skip


def check(cloth: Cloth) -> Tile:
    """A windowpane over a soft tartan ground."""
    ink = cloth.accents[0]
    return Tile(
        64, 64,
        f'<rect x="8" width="20" height="64" fill="{ink}" fill-opacity=".42"/>'
        f'<rect y="8" width="64" height="20" fill="{ink}" fill-opacity=".42"/>'
        f'<rect x="44" width="3.4" height="64" fill="{ink}" fill-opacity=".8"/>'
        f'<rect y="44" width="64" height="3.4" fill="{ink}" fill-opacity=".8"/>',
    )  # fmt: skip


def glen(cloth: Cloth) -> Tile:
    """The quiet check of tailoring: a fine grid in groups."""
    ink = cloth.accents[0]
    lines = "".join(f"M{at} 0V60M0 {at}H60" for at in (4, 9, 14, 19))
    return Tile(60, 60, stroke(lines, ink, 1.6, 0.4) + stroke("M40 0V60M0 40H60", ink, 1.4, 0.45))


def dots(cloth: Cloth) -> Tile:
    ink = cloth.accents[0]
    return Tile(34, 34, dot(8.5, 8.5, 4.6, ink, 1) + dot(25.5, 25.5, 4.6, ink, 1))


def small_dots(cloth: Cloth) -> Tile:
    ink = cloth.accents[0]
    return Tile(14, 14, dot(3.5, 3.5, 1.7, ink, 1) + dot(10.5, 10.5, 1.7, ink, 1))


def flower(x: float, y: float, size: float, turn: float, ink: str, heart: str) -> str:
    """Five petals about a heart."""
    petals = ""
    for number in range(5):
        at = turn + 2 * pi * number / 5
        left, right, far = at - 0.62, at + 0.62, 1.22 * size
        petals += (
            f"M{x:.1f} {y:.1f}C{x + far * cos(left):.1f} {y + far * sin(left):.1f}"
            f" {x + far * cos(right):.1f} {y + far * sin(right):.1f} {x:.1f} {y:.1f}"
        )
    darker = tone(ink, lightness(ink) * 0.78)
    return f'<path d="{petals}" fill="{ink}" stroke="{darker}" stroke-width="1"/>' + dot(x, y, size * 0.24, heart, 1)


def leafy(x: float, y: float, size: float, turn: float, ink: str) -> str:
    tip = (x + size * cos(turn), y + size * sin(turn))
    side = (0.42 * size * cos(turn + 1.1), 0.42 * size * sin(turn + 1.1))
    other = (0.42 * size * cos(turn - 1.1), 0.42 * size * sin(turn - 1.1))
    return (
        f'<path d="M{x:.1f} {y:.1f}Q{x + side[0]:.1f} {y + side[1]:.1f} {tip[0]:.1f} {tip[1]:.1f}'
        f'Q{x + other[0]:.1f} {y + other[1]:.1f} {x:.1f} {y:.1f}" fill="{ink}"/>'
    )


def floral(cloth: Cloth) -> Tile:
    """Flowers of two sizes with leaves, strewn so that none is cut by the tile's edge."""
    first, second = cloth.accents[0], cloth.accents[-1]
    green = "#6d8a5e" if lightness(cloth.base) > 0.45 else "#8fae86"
    places = [
        (48, 46, 34, first),
        (150, 82, 27, second),
        (78, 150, 29, second),
        (176, 182, 34, first),
        (120, 24, 12, first),
    ]
    places += [
        (26, 108, 14, second),
        (202, 128, 13, first),
        (122, 196, 13, first),
        (34, 196, 15, second),
        (202, 28, 14, second),
    ]
    draw, leaves, blooms = Random("floral"), "", ""
    for x, y, size, ink in places:
        turn = draw.uniform(0, 2 * pi)
        for way in (turn + 0.5, turn + 2.6, turn + 4.4)[: 3 if size > 16 else 1]:
            leaves += leafy(x, y, size * 1.55, way, green)
        blooms += flower(x, y, size, turn, ink, second if ink == first else "#e0b54e")
    return Tile(228, 228, leaves + blooms)


def paisley(cloth: Cloth) -> Tile:
    """Teardrops with a bent tip, one up and one down, among dots."""
    first, second = cloth.accents[0], cloth.accents[-1]
    drop = "M-2 30C-20 30 -27 13 -21 -1C-15 -15 2 -17 7 -31C9 -38 4 -43 -1 -43C17 -48 26 -30 23 -8C21 14 14 30 -2 30Z"
    heart = "M-1 20C-11 20 -15 10 -11 3C-7 -5 4 -6 9 -14C13 -4 9 20 -1 20Z"
    one = (
        f'<path d="{drop}" fill="{first}"/><path d="{drop}" fill="none" stroke="{second}" stroke-width="2.6"/>'
        f'<path d="{heart}" fill="{second}"/><circle cx="0" cy="9" r="4.4" fill="{first}"/>'
    )
    specks = "".join(dot(x, y, 3, second, 1) for x, y in ((84, 22), (20, 88), (96, 108), (110, 58), (56, 10), (10, 20)))
    up = f'<g transform="translate(36 50)">{one}</g>'
    down = f'<g transform="translate(86 78) rotate(178) scale(.82)">{one}</g>'
    return Tile(120, 124, up + down + specks)


def bars(cloth: Cloth) -> Tile:
    """Broad stripes across, as on a scarf."""
    ink = cloth.accents[0]
    return Tile(
        40, 120,
        f'<rect y="20" width="40" height="44" fill="{ink}"/><rect y="84" width="40" height="9" fill="{ink}"/>'
    )  # fmt: skip


def animal(cloth: Cloth) -> Tile:
    """Leopard: broken rings about a warmer heart."""
    draw, ink, body = Random("leopard"), cloth.accents[0], ""
    heart = tone(cloth.base, lightness(cloth.base) * 0.78)
    for row in range(4):
        for column in range(4):
            x = 16 + 30 * column + 15 * (row % 2) * (column < 3) + draw.uniform(-3, 3)
            y = 15 + 29 * row + draw.uniform(-3, 3)
            size, turn = draw.uniform(7, 10), draw.uniform(0, 2 * pi)
            body += dot(x, y, size * 0.7, heart, 1)
            for part in range(3):
                arc = [(reach * size, turn + 2.1 * part + along) for reach, along in ((1, 0), (1.5, 0.75), (1, 1.5))]
                start, bend, end = (f"{x + far * cos(at):.1f} {y + far * sin(at):.1f}" for far, at in arc)
                body += stroke(f"M{start}Q{bend} {end}", ink, draw.uniform(3.4, 5.4), 1)
    return Tile(124, 118, body)


def geometric(cloth: Cloth) -> Tile:
    """Fair Isle: rows of teeth, diamonds and dots."""
    first, second = cloth.accents[0], cloth.accents[-1]
    teeth = "".join(f"M{x} 14l6 -10l6 10z" for x in (0, 12, 24, 36))
    diamonds = "".join(f"M{x} 42l12 -16l12 16l-12 16z" for x in (0, 24))
    hearts = "".join(dot(x, 42, 4, cloth.base, 1) for x in (12, 36))
    beads = "".join(dot(x, 74, 3.4, first, 1) for x in (6, 18, 30, 42))
    rows = f'<path d="{teeth}M0 84h48v4h-48z" fill="{first}"/><path d="{diamonds}" fill="{second}"/>'
    return Tile(48, 92, rows + hearts + beads)


def embroidered(cloth: Cloth) -> Tile:
    """Sprigs in thread."""
    ink = cloth.accents[0]
    sprig = "M0 14C-2 4 2 -4 0 -14M0 6C6 4 9 0 10 -5M0 6C-6 4 -9 0 -10 -5M0 -2C4 -4 6 -8 6 -12M0 -2C-4 -4 -6 -8 -6 -12"
    beads = "".join(dot(x, y, 2.2, ink, 1) for x, y in ((0, -17), (11, -7), (-11, -7), (7, -14), (-7, -14)))
    one = stroke(sprig, ink, 1.8, 1) + beads
    return Tile(64, 72, f'<g transform="translate(18 22)">{one}</g><g transform="translate(48 56)">{one}</g>')


def sequin(cloth: Cloth) -> Tile:
    """Overlapping discs, each with its own light."""
    draw, body = Random("sequins"), ""
    light = lightness(cloth.base)
    for row in range(8):
        for column in range(6):
            x, y = 8 * column + 4 * (row % 2) + 2, 7 * row + 3.5
            ink = tone(cloth.base, min(0.98, max(0.1, light + draw.choice([-0.12, -0.06, 0, 0, 0.05, 0.12, 0.26]))))
            for wrapped in (x, x - 48):
                edge = f'stroke="{cloth.shade}" stroke-opacity=".35" stroke-width=".7"'
                body += f'<circle cx="{wrapped}" cy="{y}" r="4.6" fill="{ink}" {edge}/>'
    return Tile(48, 56, body)


def bands(cloth: Cloth) -> Tile:
    """Brush marks: what has no name of its own."""
    ink = cloth.accents[0]
    return Tile(70, 60, stroke("M6 14q14 -8 26 2t26 -2M20 44q12 -8 22 2t22 -4", ink, 5, 0.9))


PATTERNS: dict[str, Callable[[Cloth], Tile]] = {
    "stripe": stripe, "pinstripe": pinstripe, "chalk": chalk, "small_check": small_check, "regiment": regiment,
    "check": check, "glen": glen, "dot": dots, "small_dot": small_dots, "floral": floral, "paisley": paisley,
    "animal": animal, "geometric": geometric, "embroidered": embroidered, "sequin": sequin, "bars": bars,
    "other": bands
}  # fmt: skip

"""A swatch of woven cloth with pinked edges: what stands for a piece that has no picture.

This module knows no garment and no board.
"""

import random

from PIL import Image, ImageChops, ImageColor, ImageDraw

TOOTH = 9
# How far the cut edge of a cloth stands off it, towards white on dark cloth and towards black on pale.
FRAYED, DARK = 0.16, 300


def cut_cloth(colour: str, sides: tuple[int, int], hand: random.Random) -> Image.Image:
    """A piece of woven cloth with pinked edges, on a transparent ground."""
    weave = ImageChops.add(woven(hand, sides, 0), woven(hand, sides, 1), scale=2)
    bands = [ImageChops.add(Image.new("L", sides, base), weave, offset=-128) for base in ImageColor.getrgb(colour)[:3]]
    cloth, outline = Image.merge("RGB", bands), pinked(*sides)
    ImageDraw.Draw(cloth).polygon(outline, outline=frayed(colour), width=2)
    shape = Image.new("L", sides, 0)
    ImageDraw.Draw(shape).polygon(outline, fill=255)
    cloth.putalpha(shape)
    return cloth


def frayed(colour: str) -> tuple[int, ...]:
    """The colour of a cut edge, so that two pieces of one colour lie apart."""
    bands = ImageColor.getrgb(colour)[:3]
    towards = 255 if sum(bands) < DARK else 0
    return tuple(round(band + FRAYED * (towards - band)) for band in bands)


def woven(hand: random.Random, sides: tuple[int, int], axis: int) -> Image.Image:
    """Threads along one axis, each a little lighter or darker than 128."""
    shades = bytes(hand.randint(120, 136) for _ in range(sides[axis]))
    line = (sides[0], 1) if axis == 0 else (1, sides[1])
    return Image.frombytes("L", line, shades).resize(sides, Image.Resampling.NEAREST)


def pinked(width: int, height: int) -> list[tuple[float, float]]:
    """The outline that pinking shears leave: teeth of TOOTH pixels all round."""
    right, low = width - 1, height - 1
    top = [(along, TOOTH * (number % 2 == 0)) for number, along in enumerate(notches(right))]
    side = [(right - TOOTH * (number % 2 == 0), along) for number, along in enumerate(notches(low))]
    return [*top, *side, *((right - x, low - y) for x, y in top), *((right - x, low - y) for x, y in side)]


def notches(length: int) -> list[float]:
    """Where the shears cut along an edge, from one inner corner to just before the next."""
    count = 2 * ((length - 2 * TOOTH) // (2 * TOOTH))
    return [TOOTH + (length - 2 * TOOTH) * number / count for number in range(count)]

"""Colour words and colour values: which family a name or an sRGB value belongs to.

English names only, from `colours.toml`; the words of other languages are in the lexicons. Knows no harmony.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import dist

from stores.vocabulary import Colour, ColourFamily

Lab = tuple[float, float, float]

# A flat patch cannot show a metal, nor that there are many colours.
NOT_IN_PIXELS = {"gold", "silver", "multi"}
# Families that go by the word of another: navy is a blue, though no blue is navy.
SHADES: dict[ColourFamily, tuple[ColourFamily, ...]] = {"blue": ("navy",)}


@cache
def load_colours() -> dict[str, Colour]:
    """Every named colour, by its name in lower case."""
    table = tomllib.loads(files("stores").joinpath("colours.toml").read_text(encoding="utf-8"))
    return {
        name: Colour(name=name, family=family, hex=value)
        for family, names in table.items()
        for name, value in names.items()
    }


def colour_named(text: str) -> Colour | None:
    """The colour that a text names first; of names that start together the longest ("navy blue", not "navy")."""
    found = _pattern().search(re.sub(r"[\s_-]+", " ", text.lower()))
    return load_colours()[found[0]].model_copy() if found else None


def colours_named(text: str) -> list[Colour]:
    """Every colour that a text names, in its order, each family once."""
    found = _pattern().findall(re.sub(r"[\s_-]+", " ", text.lower()))
    families: dict[ColourFamily, Colour] = {}
    for name in found:
        colour = load_colours()[name]
        families.setdefault(colour.family, colour.model_copy())
    return list(families.values())


def shades_of(families: Iterable[ColourFamily]) -> set[ColourFamily]:
    """The families that go by the word of one of these, without being meant by it first."""
    return {one for family in families for one in SHADES.get(family, ())}


def with_shades(families: Iterable[ColourFamily]) -> list[ColourFamily]:
    """The families with those that go by the same word: who says blue says navy, who says navy says nothing else."""
    families = list(families)
    return list(dict.fromkeys([*families, *sorted(shades_of(families))]))


def family_colour(family: ColourFamily) -> Colour:
    """The colour that stands for a family."""
    return next(colour for colour in load_colours().values() if colour.family == family).model_copy()


def is_told(colours: Iterable[Colour]) -> bool:
    """Whether anybody said or saw these colours: a nameless one only stands for a colour that nobody told."""
    return any(colour.name for colour in colours)


def family_of_hex(value: str) -> ColourFamily:
    """The family of the nearest named colour in CIELAB; never gold, silver or multi. `value` is #rrggbb."""
    lab = lab_of_hex(value)
    return min(_prototypes(), key=lambda prototype: dist(prototype[0], lab))[1]


@cache
def lab_of_hex(value: str) -> Lab:
    """CIELAB of an sRGB value (#rrggbb) under D65: L 0..100, a and b about -128..127. IEC 61966-2-1, CIE 15."""
    channels = [int(value[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    x = _cube_root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = _cube_root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _cube_root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube_root(ratio: float) -> float:
    return ratio ** (1 / 3) if ratio > 216 / 24389 else (24389 / 27 * ratio + 16) / 116


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(load_colours(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")


@cache
def _prototypes() -> list[tuple[Lab, ColourFamily]]:
    return [(lab_of_hex(c.hex), c.family) for c in load_colours().values() if c.family not in NOT_IN_PIXELS]

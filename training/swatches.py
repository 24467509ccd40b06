"""Cuts of cloth, woven or printed in any scale, where the drawings have one scale each."""

from collections.abc import Callable, Mapping
from math import cos, pi, sin
from random import Random

import numpy as np
from PIL import Image

from stores.colours import load_colours
from stores.vocabulary import Pattern
from tools.lab import Array
from tools.pattern import KINDS
from training.scenes import GROUNDS, SIZE, ink_on, laid_out, light, photographed, rgb_of


def swatch(draw: Random) -> tuple[Image.Image, Pattern]:
    """A cut of cloth, and its pattern."""
    noise = np.random.default_rng(draw.randrange(2**32))
    kind = draw.choice(KINDS[:4] + KINDS[-1:])
    colour = draw.choice([*load_colours().values()])
    cloth, *inks = (np.array(rgb_of(one)) for one in (colour, ink_on(colour, draw), ink_on(colour, draw)))
    cover = COVERS[kind](draw, noise)
    picture = cloth + cover[..., None] * (inks[0] - cloth)
    if kind == "check" and draw.random() < 0.6:
        picture += COVERS[kind](draw, noise)[..., None] * (inks[1] - picture)
    width, height = SIZE
    across, down = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    folds = 1 + draw.uniform(0, 0.12) * np.sin(draw.uniform(4, 14) * (across + draw.uniform(-1, 1) * down))
    outline = (abs(across) < draw.uniform(0.45, 0.8)) & (abs(down) < draw.uniform(0.5, 0.85))
    ground = laid_out(draw, noise, draw.choice(GROUNDS)).astype(np.float64)
    laid = np.where(outline[..., None], picture * folds[..., None], ground) * light(draw)
    return photographed(laid + noise.normal(0, draw.uniform(1, 6), laid.shape)), kind


def turned(draw: Random) -> tuple[Array, Array]:
    """Places across and along a cloth that does not lie quite straight, in pixels."""
    width, height = SIZE
    angle = draw.gauss(0, 0.12) + (pi / 4 if draw.random() < 0.1 else 0)
    across, down = np.meshgrid(np.arange(width, dtype=float), np.arange(height, dtype=float))
    return across * cos(angle) + down * sin(angle), down * cos(angle) - across * sin(angle)


def bands(places: Array, period: float, share: float) -> Array:
    return (places % period < share * period).astype(float)


def striped(draw: Random, noise: np.random.Generator) -> Array:
    places = draw.choice(turned(draw))
    period = draw.uniform(8, 60)
    second = bands(places + period / 3, period * draw.choice([1, 2, 3]), draw.uniform(0.05, 0.2)) * draw.random()
    return np.maximum(bands(places, period, draw.uniform(0.12, 0.6)), second) * draw.uniform(0.5, 1)


def checked(draw: Random, noise: np.random.Generator) -> Array:
    across, along = turned(draw)
    period, share = draw.uniform(8, 70), draw.uniform(0.1, 0.6)
    one, other = bands(across, period, share), bands(along, period * draw.uniform(0.85, 1.2), share)
    mixed: Array = np.maximum(one, other) if draw.random() < 0.3 else (one + other) / 2
    return mixed * draw.uniform(0.5, 1)


def dotted(draw: Random, noise: np.random.Generator) -> Array:
    across, along = turned(draw)
    period = draw.uniform(10, 60)
    shift = period / 2 * (np.floor(along / period) % 2) * draw.choice([0, 1, 1])
    middle = period / 2
    gaps = np.hypot((across + shift) % period - middle, along % period - middle)
    return (gaps < period * draw.uniform(0.13, 0.35)).astype(float) * draw.uniform(0.6, 1)


def blotted(draw: Random, noise: np.random.Generator) -> Array:
    """Blots of all sizes: what has no name of its own."""
    width, height = SIZE
    coarse = noise.normal(size=(max(3, int(height / draw.uniform(8, 50))), max(3, int(width / draw.uniform(8, 50)))))
    field = np.asarray(Image.fromarray(coarse.astype(np.float32)).resize(SIZE, Image.Resampling.BICUBIC))
    return (field > draw.uniform(-0.2, 0.8)).astype(float) * draw.uniform(0.6, 1.0)


def unprinted(draw: Random, noise: np.random.Generator) -> Array:
    return np.zeros((SIZE[1], SIZE[0]))


COVERS: Mapping[Pattern, Callable[[Random, np.random.Generator], Array]] = {
    "solid": unprinted, "stripe": striped, "check": checked, "dot": dotted, "other": blotted,
}  # fmt: skip

"""What pattern a garment has, from what is finer on it than folds: directions, rhythm, contrast, spots.

The weights are `pattern.toml`, made by `training/patterns.py` from drawings and photos. This module does not know
which pixels are the garment, and tells no colour.
"""

import tomllib
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from PIL import Image

from stores.vocabulary import Pattern
from tools.foreground import blur
from tools.lab import Array, Mask

KINDS: tuple[Pattern, ...] = ("solid", "stripe", "check", "dot", "floral", "other")
TRAITS = (
    "relief", "along", "across", "diagonal", "first_rhythm", "second_rhythm", "coarse", "middle", "fine",
    "skewness", "peakedness", "second_colour", "covered", "evenness",
)  # fmt: skip
LEAST_CLOTH = 1500  # pixels, for a pattern to show
LEAST_RELIEF = np.log1p(8.0)  # less is weave, or the noise of a camera
RIM, FOLDS = 6, 10  # pixels: what is left off along the outline, and over what lightness is evened
TRANSFORM = 256
BANDS = (1 / 40, 1 / 16, 1 / 8, 1 / 4, 1 / 2.5)  # cycles per pixel
SECTORS, PARTS = 18, 4
DRAWN = 12.0  # of 255, from where on detail is ink rather than weave


class Weights(NamedTuple):
    """Of a linear classifier over standardised traits: `slopes` is traits x kinds."""

    mean: Array
    spread: Array
    slopes: Array
    offsets: Array


def pattern_of(picture: Array, garment: Mask) -> Pattern:
    """The likeliest pattern; what is too small or too smooth to show one is solid. `picture` is sRGB in 0..255."""
    traits = traits_of(picture, garment)
    if traits is None or traits[0] < LEAST_RELIEF:
        return "solid"
    weights = load_weights()
    scores = (traits - weights.mean) / weights.spread @ weights.slopes + weights.offsets
    return KINDS[int(scores.argmax())]


@cache
def load_weights() -> Weights:
    table = tomllib.loads(files("tools").joinpath("pattern.toml").read_text(encoding="utf-8"))
    mean, spread, slopes = (np.array([table[name][trait] for trait in TRAITS]) for name in Weights._fields[:3])
    return Weights(mean, spread, slopes, np.array(table["offsets"]["all"]))


def traits_of(picture: Array, garment: Mask) -> Array | None:
    """What TRAITS name, of the cloth within the outline; None where there is too little. `garment` may be smaller."""
    inner = blur(enlarged(garment, picture.shape[:2]).astype(np.float64), RIM) > 0.97
    if inner.sum() < LEAST_CLOTH:
        return None
    rows, columns = np.flatnonzero(inner.any(axis=1)), np.flatnonzero(inner.any(axis=0))
    box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    detail, second = main_detail(picture[box], inner[box])
    values = detail[inner[box]]
    relief = float(np.sqrt(np.square(values).mean())) + 1e-9
    skewness, peakedness = ((values**power).mean() / relief**power for power in (3, 4))
    covered = (abs(values) > DRAWN).mean()
    spots = (np.clip(skewness, -4, 4), np.log1p(peakedness), second, covered, evenness(detail, inner[box]))
    return np.array([np.log1p(relief), *rhythm(detail), *spots])


def enlarged(garment: Mask, shape: tuple[int, ...]) -> Mask:
    """The mask in the size of the picture."""
    small = Image.fromarray(garment.astype(np.uint8) * 255)
    return np.asarray(small.resize((shape[1], shape[0]), Image.Resampling.BILINEAR)) > 127


def main_detail(picture: Array, inner: Mask) -> tuple[Array, float]:
    """What is finer than folds, along the axis of colour on which it varies most; and how much it varies on another."""
    weight = blur(inner.astype(np.float64), FOLDS)
    flat = [
        picture[..., band] - blur(picture[..., band] * inner, FOLDS) / np.maximum(weight, 1e-6) for band in range(3)
    ]
    detail = np.stack(flat, axis=-1) * inner[..., None]
    values = detail[inner]
    variances, axes = np.linalg.eigh(values.T @ values / len(values))
    light = axes[:, -1] * (1 if axes[:, -1].sum() > 0 else -1)
    return detail @ light, float(variances[-2] / max(variances[-1], 1e-9))


def rhythm(detail: Array) -> tuple[float, ...]:
    """Of the spectrum's energy: near its main direction, across and diagonally, in its two strongest waves, by band."""
    power = np.abs(np.fft.rfft2(detail, (TRANSFORM, TRANSFORM))) ** 2
    down, across = np.fft.fftfreq(TRANSFORM)[:, None], np.fft.rfftfreq(TRANSFORM)[None]
    wave = np.hypot(down, across)
    power[(wave <= BANDS[0]) | (wave > BANDS[-1])] = 0
    power /= max(power.sum(), 1e-9)
    sectors = (np.degrees(np.arctan2(down, across)) % 180 / (180 / SECTORS)).astype(np.intp) % SECTORS
    energy = np.bincount(sectors.ravel(), power.ravel(), SECTORS)
    near = energy + np.roll(energy, 1) + np.roll(energy, -1)
    main = int(near.argmax())
    slanted = sum(near[(main + turn) % SECTORS] for turn in (4, 5, 13, 14))
    bands = [power[(wave > low) & (wave <= high)].sum() for low, high in pairwise(BANDS[:4])]
    first, second = strongest(power), strongest(power)
    return float(near[main]), float(near[(main + 9) % SECTORS]), float(slanted), first, second, *map(float, bands)


def strongest(power: Array) -> float:
    """The share of the strongest wave and its neighbours, which are taken out of `power`."""
    row, column = divmod(int(power.argmax()), power.shape[1])
    rows = np.arange(row - 2, row + 3) % power.shape[0]
    columns = np.arange(max(column - 2, 0), min(column + 3, power.shape[1]))
    peak = np.ix_(rows, columns)
    share = float(power[peak].sum())
    power[peak] = 0
    return share


def evenness(detail: Array, inner: Mask) -> float:
    """The relief of the median part of the cloth to that of the strongest: a single motif is uneven."""
    parts = [
        np.square(part[cloth]).mean()
        for rows, masks in zip(np.array_split(detail, PARTS), np.array_split(inner, PARTS), strict=True)
        for part, cloth in zip(np.array_split(rows, PARTS, 1), np.array_split(masks, PARTS, 1), strict=True)
        if cloth.size and cloth.mean() > 0.4
    ]
    reliefs = np.sqrt(parts or [1.0])
    return float(np.median(reliefs) / (reliefs.max() + 1e-6))

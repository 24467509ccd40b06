"""Which pixels of a photo are the garment.

One garment fills most of the middle of the picture, and what is seen along the border is background. This module does
not know what kind of garment it is, and does not tell skin or hair from cloth.
"""

import numpy as np
from numpy.typing import NDArray

from tools.lab import Array, Mask

BORDER = 0.06
BIN = np.array([8.0, 10.0, 10.0])  # of the Lab histograms
LEAST_GARMENT = 0.04
ROUNDS = 5
LEAST_CORE = 150  # pixels


def foreground(lab: Array) -> Mask:
    """Which pixels are the garment: more like the middle than like the border, in colour and in place.

    Two colour histograms are compared by Bayes' rule and built anew from what they tell apart, as GrabCut does with
    mixtures (Rother et al. 2004). Where nothing stands out (white on white) it is the middle of the picture.
    """
    height, width = lab.shape[:2]
    down, across = np.meshgrid(np.linspace(-1, 1, height), np.linspace(-1, 1, width), indexing="ij")
    middle = np.exp(-1.5 * (across**2 + down**2))
    edge = np.maximum(abs(across), abs(down)) > 1 - 2 * BORDER
    bins, prior = histogram_bins(lab), 0.1 + 0.5 * middle
    garment = np.where(edge, 0.0, middle)
    for _ in range(ROUNDS):
        inside = density(bins, garment) * prior
        outside = density(bins, (1 - garment) * (1 - middle) + 2 * edge) * (1 - prior)
        garment = blur(inside / (inside + outside + 1e-12), 2)
    found = garment > 0.5
    return found if found.mean() > LEAST_GARMENT else middle > 0.6


def core(garment: Mask) -> Mask:
    """The garment without its outermost pixels, which are half ground; whole where that leaves too little."""
    kept = garment.copy()
    for axis in (0, 1):
        for step in (-1, 1):
            kept &= np.roll(garment, step, axis)
    return kept if kept.sum() > LEAST_CORE else garment


def histogram_bins(lab: Array) -> NDArray[np.intp]:
    """For each pixel the number of its Lab bin, counted from 0 without gaps."""
    cells = np.floor(lab / BIN).astype(np.int64)
    codes = (cells[..., 0] * 64 + cells[..., 1] + 32) * 64 + cells[..., 2] + 32
    return np.unique(codes, return_inverse=True)[1].reshape(lab.shape[:2])


def density(bins: NDArray[np.intp], weights: Array) -> Array:
    """For each pixel how common its bin is among the weighted pixels, between 0 and 1."""
    mass = np.bincount(bins.ravel(), weights.ravel())
    common: Array = (mass / max(mass.sum(), 1e-9))[bins]
    return common


def blur(values: Array, radius: int) -> Array:
    """Mean over a square of 2 radius + 1 pixels, edges repeated."""
    side = 2 * radius + 1
    for axis, length in enumerate(values.shape):
        margin = [(radius + 1, radius) if axis == this else (0, 0) for this in (0, 1)]
        total = np.pad(values, margin, mode="edge").cumsum(axis)
        values = (total.take(range(side, side + length), axis) - total.take(range(length), axis)) / side
    return values

"""What pixels tell of the garment on a photo: its colours and a guess at its pattern.

One garment fills most of the middle of the picture, and what is seen along the border is background. This module does
not know what kind of garment it is, and does not tell skin or hair from cloth.
"""

import io
from math import dist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from stores.colours import NOT_IN_PIXELS, lab_of_hex, load_colours
from stores.vocabulary import Colour, ColourFamily, Pattern

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

SIDE = 160  # pixels of the longer side that are looked at
BORDER = 0.06
BIN = np.array([8.0, 10.0, 10.0])  # of the Lab histograms
MOST_PIXELS = 6000
CLUSTERS = 6
LEAST_SHARE = 0.10
LEAST_GARMENT = 0.04
ROUNDS = 5
SHADE = np.array([0.7, 1.0, 1.0])  # folds change lightness more than hue
SHADOW = np.array([0.35, 1.0, 1.0])
SAME_COLOUR = 9.0
PAPER, INK = 95.0, 8.0  # lightness of the lightest and darkest things on a well exposed photo
CONTRAST = 0.3  # sheen and haze make black and white cloth look greyer than it is
NEUTRAL_CHROMA = 9.0
LEAST_CLOTH = 400  # pixels, for a pattern to show
RELIEF, PRINT = 10.0, 12.0  # of lightness: less than the first is folds and weave, more than the second is drawn


class Measured(NamedTuple):
    """Colours by share, largest first, none under a tenth; shares are of the garment's pixels."""

    colours: list[Colour]
    pattern: Pattern


def measure(photo: bytes) -> list[Measured]:
    """The garments on a photo (JPEG, PNG or WebP), which is to say the one in its middle. Blocking, some tens of ms."""
    lab = expose(lab_of_rgb(load_small(photo)))
    garment = foreground(lab)
    return [Measured(colours_of(lab[garment]), pattern_of(lab[..., 0], garment))]


def load_small(photo: bytes) -> Array:
    """sRGB in 0..1, height x width x 3, longer side SIDE."""
    with Image.open(io.BytesIO(photo)) as image:
        image.draft("RGB", (2 * SIDE, 2 * SIDE))
        small = image.convert("RGB")
        small.thumbnail((SIDE, SIDE))
    return np.asarray(small, dtype=np.float64) / 255.0


def lab_of_rgb(rgb: Array) -> Array:
    """CIELAB under D65 of sRGB in 0..1, channels last. IEC 61966-2-1, CIE 15."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
    )
    xyz = linear @ to_xyz.T / np.array([0.95047, 1.0, 1.08883])
    root = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    x, y, z = root[..., 0], root[..., 1], root[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def rgb_of_lab(lab: Array) -> Array:
    """sRGB in 0..1 of CIELAB, cut to what sRGB can show; the inverse of `lab_of_rgb`."""
    y = (lab[..., 0] + 16) / 116
    root = np.stack([y + lab[..., 1] / 500, y, y - lab[..., 2] / 200], axis=-1)
    xyz = np.where(root**3 > 216 / 24389, root**3, (116 * root - 16) * 27 / 24389) * np.array([0.95047, 1.0, 1.08883])
    to_rgb = np.array(
        [[3.2404542, -1.5371385, -0.4985314], [-0.9692660, 1.8760108, 0.0415560], [0.0556434, -0.2040259, 1.0572252]]
    )
    linear = np.clip(xyz @ to_rgb.T, 0, 1)
    rgb: Array = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return rgb


def expose(lab: Array) -> Array:
    """Stretch lightness as far as a photo is under-exposed or hazy, so that white reads as white and black as black."""
    darkest, lightest = np.percentile(lab[..., 0], [1, 99])
    low, high = min(max(darkest, INK), 2 * INK), max(min(lightest, PAPER), 0.75 * PAPER)
    exposed = lab.copy()
    evened = (lab[..., 0] - low) * (PAPER - INK) / (high - low) + INK
    neutrality = np.exp(-(lab[..., 1] ** 2 + lab[..., 2] ** 2) / NEUTRAL_CHROMA**2)
    exposed[..., 0] = np.clip(evened + (evened - 50) * CONTRAST * neutrality, 4, 98)
    return exposed


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


def colours_of(pixels: Array) -> list[Colour]:
    """The colours of Lab pixels (n x 3): k-means, then shades of one colour, and colours of one family, as one."""
    sample = pixels[:: max(1, len(pixels) // MOST_PIXELS)]
    families: dict[ColourFamily, Colour] = {}
    for centre, share in merge_shades(*cluster(sample)):
        colour = nearest_name(hex_of(centre))
        first = families.setdefault(colour.family, colour.model_copy(update={"share": 0.0}))
        first.share = round(min(first.share + share, 1.0), 3)
    found = sorted(families.values(), key=lambda colour: -colour.share)
    return [colour for colour in found if colour.share >= LEAST_SHARE] or found[:1]


def merge_shades(centres: Array, shares: Array) -> list[tuple[Array, float]]:
    """Clusters that differ by light and fold alone become one, largest first."""
    merged: list[tuple[Array, float]] = []
    for number in np.argsort(-shares):
        centre, share = centres[number], float(shares[number])
        for place, (other, size) in enumerate(merged):
            if np.linalg.norm((centre - other) * SHADOW) < SAME_COLOUR:
                merged[place] = (other, size + share)
                break
        else:
            merged.append((centre, share))
    return sorted(merged, key=lambda cluster: -cluster[1])


def cluster(pixels: Array) -> tuple[Array, Array]:
    """Centres (k x 3, Lab) and shares (k) of at most CLUSTERS clusters; k-means from the farthest points."""
    scaled = pixels * SHADE
    centres = farthest_points(scaled)
    for _ in range(8):
        nearest = distances(scaled, centres).argmin(axis=1)
        sizes = np.bincount(nearest, minlength=len(centres))
        sums = np.stack([np.bincount(nearest, scaled[:, axis], len(centres)) for axis in range(3)], axis=1)
        centres, kept = sums[sizes > 0] / sizes[sizes > 0, None], sizes[sizes > 0]
    return centres / SHADE, kept / kept.sum()


def farthest_points(points: Array) -> Array:
    """Starting centres: the mean, then again and again the point that is farthest from all."""
    centres: Array = points.mean(axis=0)[None]
    for _ in range(CLUSTERS - 1):
        gaps = distances(points, centres).min(axis=1)
        centres = np.vstack([centres, points[gaps.argmax()]])
    return centres


def distances(points: Array, centres: Array) -> Array:
    """Squared distances, points x centres."""
    gaps: Array = points[:, None] - centres[None]
    squared: Array = np.square(gaps).sum(axis=2)
    return squared


def hex_of(lab: Array) -> str:
    red, green, blue = (round(float(channel) * 255) for channel in rgb_of_lab(lab))
    return f"#{red:02x}{green:02x}{blue:02x}"


def nearest_name(value: str) -> Colour:
    """The named colour nearest to an sRGB value (#rrggbb), with that value."""
    lab = lab_of_hex(value)
    flat = (colour for colour in load_colours().values() if colour.family not in NOT_IN_PIXELS)
    name = min(flat, key=lambda colour: dist(lab_of_hex(colour.hex), lab))
    return name.model_copy(update={"hex": value})


def pattern_of(lightness: Array, garment: Mask) -> Pattern:
    """A guess from the spectrum of what is finer than folds: one direction is stripe, two crossing ones are check."""
    inner = blur(garment.astype(np.float64), 3) > 0.95
    if inner.sum() < LEAST_CLOTH:
        return "solid"
    weight = inner.astype(np.float64)
    folds = blur(lightness * weight, 6) / np.maximum(blur(weight, 6), 1e-6)
    detail = np.where(inner, lightness - folds, 0.0)
    relief = float(np.sqrt((detail[inner] ** 2).mean()))
    if relief < RELIEF:
        return "solid"
    along, across = directions(detail)
    if along > 0.5:
        return "stripe" if across < along / 3 else "check"
    if along + across > 0.6:
        return "check"
    return "other" if relief > PRINT else "solid"


def directions(detail: Array) -> tuple[float, float]:
    """Share of the spectrum's energy near its strongest direction, and near the one at right angles to it."""
    power = np.abs(np.fft.fft2(detail)) ** 2
    down, across = np.meshgrid(*(np.fft.fftfreq(side) for side in detail.shape), indexing="ij")
    band = (np.hypot(down, across) > 1 / 32) & (np.hypot(down, across) < 1 / 3)
    sectors = (np.degrees(np.arctan2(down, across))[band] % 180 / 10).astype(np.intp) % 18
    energy = np.bincount(sectors, power[band], 18)
    near = (energy + np.roll(energy, 1) + np.roll(energy, -1)) / max(energy.sum(), 1e-9)
    strongest = int(near.argmax())
    return float(near[strongest]), float(near[(strongest + 9) % 18])

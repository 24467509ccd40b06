"""The colours of a garment's pixels: k-means in CIELAB, named from the table.

This module does not know which pixels are the garment.
"""

from functools import cache

import numpy as np

from stores.colours import NOT_IN_PIXELS, lab_of_hex, load_colours
from stores.vocabulary import Colour, ColourFamily
from tools.foreground import core
from tools.lab import Array, Mask, hex_of

MOST_PIXELS = 6000
CLUSTERS = 6
LEAST_SHARE = 0.10
SHADE = np.array([0.7, 1.0, 1.0])  # folds change lightness more than hue
SHADOW = np.array([0.35, 1.0, 1.0])
SAME_COLOUR = 9.0
NAMING = np.array([0.8, 1.0, 1.0])  # light is the least certain of what a photo says of a colour


def colours_of(lab: Array, garment: Mask) -> list[Colour]:
    """The colours of a garment: k-means, then shades of one colour, and colours of one family, as one."""
    pixels = lab[core(garment)]
    sample = pixels[:: max(1, len(pixels) // MOST_PIXELS)]
    families: dict[ColourFamily, Colour] = {}
    for centre, share in merge_shades(*cluster(sample)):
        colour = named(centre)
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


def named(lab: Array) -> Colour:
    """The named colour nearest to a CIELAB one, with that one's value."""
    names, places = name_table()
    nearest = int(np.square((places - lab) * NAMING).sum(axis=1).argmin())
    return names[nearest].model_copy(update={"hex": hex_of(lab)})


@cache
def name_table() -> tuple[list[Colour], Array]:
    """The colours that pixels can show, and their places in CIELAB."""
    flat = [colour for colour in load_colours().values() if colour.family not in NOT_IN_PIXELS]
    return flat, np.array([lab_of_hex(colour.hex) for colour in flat])

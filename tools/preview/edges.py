"""The edge of a garment that was found coarsely, found again by the colours on both sides of it.

What is well inside is garment, what is well outside is ground; in the band between them a pixel goes with the colours
that it is nearest to. Shadows are ground that has lost light. This module does not know what a garment looks like.
"""

import numpy as np

from tools.dominant import cluster, distances
from tools.foreground import blur
from tools.lab import Array, Mask

INSIDE, OUTSIDE = 3, 7  # pixels to both sides of the coarse edge, where a photo is 160 long
SHADOWS = (1.0, 0.72, 0.5)  # of the light that falls on the ground
SHADE = np.array([0.6, 1.0, 1.0])  # light differs on one cloth more than hue
GROUND = 8.0  # CIELAB: what is so near to a colour of the ground is ground that was taken in
OWN = 0.35  # of the garment, which has to be left without it
LEAST = 80  # pixels on either side
MOST = 2000


def mended(lab: Array, garment: Mask) -> Mask:
    """The mask with its edge where the colours change; unchanged where one side is too small to tell its colours.

    Where ground was taken in well inside the edge, all of the mask is looked at again.
    """
    core, within = inside(garment, INSIDE), ~inside(~garment, OUTSIDE)
    if min(core.sum(), (~within).sum()) < LEAST:
        return garment
    ground = cluster(thinned(lab[~within]))[0]
    colours, shares = cluster(thinned(lab[core]))
    own = nearest(colours, ground) > GROUND
    if shares[own].sum() < OWN:
        return garment
    if own.all():
        doubted, likeness = within & ~core, core.astype(np.float64)
    else:
        doubted, likeness = within, np.zeros(garment.shape)
    darker = [ground * np.array([share, share**0.5, share**0.5]) for share in SHADOWS]
    near, far = nearest(lab[doubted], colours[own]), nearest(lab[doubted], np.concatenate(darker))
    likeness[doubted] = far / (near + far + 1e-9)
    found: Mask = within & (blur(likeness, 1) > 0.5)
    return found


def inside(mask: Mask, radius: int) -> Mask:
    """The mask without what is within `radius` of its edge; the picture's own border is no edge."""
    deep: Mask = blur(mask.astype(np.float64), radius) > 1 - 1e-6
    return deep


def nearest(pixels: Array, colours: Array) -> Array:
    """How far each pixel is from the nearest of the colours."""
    far: Array = np.sqrt(distances(pixels * SHADE, colours * SHADE).min(axis=1))
    return far


def thinned(pixels: Array) -> Array:
    return pixels[:: max(1, len(pixels) // MOST)]

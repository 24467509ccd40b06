"""CIELAB of pictures: to and from sRGB, and what exposure hides of it.

Pictures are height x width x 3. This module does not know what is on them.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

PAPER, INK = 95.0, 8.0  # lightness of the lightest and darkest things on a well exposed photo
CONTRAST = 0.3  # sheen and haze make black and white cloth look greyer than it is
LIT_CONTRAST = 0.15  # less so before white paper, where the light was good
NEUTRAL_CHROMA = 9.0
EDGE = 0.03  # of the longer side
PLAIN, ONE_COLOUR = 0.8, 8.0  # so much of the border lies so near its median, where the ground is of one colour
WHITE_GROUND, WHITE_CHROMA, SHOWN_WHITE = 85.0, 8.0, 97.0


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
    """Stretch lightness as far as a photo is under-exposed or hazy, so that white reads as white and black as black.

    Before white paper the paper says how light white is.
    """
    lightness, ground = lab[..., 0], plain_ground(lab)
    if ground is not None and ground[0] > WHITE_GROUND and np.hypot(*ground[1:]) < WHITE_CHROMA:
        evened, contrast = lightness * SHOWN_WHITE / ground[0], LIT_CONTRAST
    else:
        darkest, lightest = np.percentile(lightness, [1, 99])
        low, high = min(max(darkest, INK), 2 * INK), max(min(lightest, PAPER), 0.75 * PAPER)
        evened, contrast = (lightness - low) * (PAPER - INK) / (high - low) + INK, CONTRAST
    neutrality = np.exp(-(lab[..., 1] ** 2 + lab[..., 2] ** 2) / NEUTRAL_CHROMA**2)
    exposed = lab.copy()
    exposed[..., 0] = np.clip(evened + (evened - 50) * contrast * neutrality, 4, 98)
    return exposed


def plain_ground(lab: Array) -> Array | None:
    """The one colour that nearly all of the border is of; None where it is of several."""
    edge = lab[border(lab.shape[:2])]
    middle: Array = np.median(edge, axis=0)
    near = np.linalg.norm(edge - middle, axis=1) < ONE_COLOUR
    return middle if near.mean() > PLAIN else None


def border(shape: tuple[int, ...]) -> Mask:
    edge = np.ones(shape, dtype=bool)
    width = max(1, round(EDGE * max(shape)))
    edge[width:-width, width:-width] = False
    return edge


def hex_of(lab: Array) -> str:
    red, green, blue = (round(float(channel) * 255) for channel in rgb_of_lab(lab))
    return f"#{red:02x}{green:02x}{blue:02x}"

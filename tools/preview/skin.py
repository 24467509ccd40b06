"""Which pixels look like skin.

The YCbCr box of Chai and Ngan (1999) without its greys, narrowed to the hues of one person's face where that is known.
Cloth that has the colour of skin is taken for it, blond hair, wood and sand too: this measures how much, never whose.
"""

import numpy as np

from tools.lab import Array, Mask, lab_of_rgb

CB, CR, LEAST_LUMA = (77, 127), (133, 173), 40
LEAST_CHROMA = 11.0  # CIELAB: a wall in warm light has less
NEAR_FACE = 16.0  # CIELAB, in a and b alone: light falls differently on an arm


def skin(rgb: Array) -> Mask:
    """Of sRGB in 0..1, channels last. ITU-R BT.601."""
    red, green, blue = (255 * rgb[..., channel] for channel in range(3))
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    cb, cr = 128 + 0.564 * (blue - luma), 128 + 0.713 * (red - luma)
    within = (cb >= CB[0]) & (cb <= CB[1]) & (cr >= CR[0]) & (cr <= CR[1]) & (luma > LEAST_LUMA)
    found: Mask = within & (np.linalg.norm(lab_of_rgb(rgb)[..., 1:], axis=-1) > LEAST_CHROMA)
    return found


def skin_like(rgb: Array, face: Mask) -> Mask:
    """Skin with about the hue of what is skin within `face`."""
    found = skin(rgb)
    lab = lab_of_rgb(rgb)
    if not (found & face).any():
        return found
    hue = np.median(lab[found & face][:, 1:], axis=0)
    near: Mask = np.linalg.norm(lab[..., 1:] - hue, axis=-1) < NEAR_FACE
    return found & near

"""A person on a photo, as far as pixels tell: the outline, the head, and the zones where clothes are worn.

There is no detector here: the figure is what stands out against the background, the face the skin at its top. Whether
it is a person at all, and who, somebody else has to say. Zones are counted in heads, of which a grown person is seven
and a half tall (Loomis 1943); where the feet are on the photo, they are measured by the whole body.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from PIL import Image

from tools.foreground import blur, foreground
from tools.lab import Mask, expose, lab_of_rgb
from tools.preview.cutout import largest, without_small_holes
from tools.preview.skin import skin

Zone = Literal["upper", "whole", "lower", "feet"]

LOOKED_AT = 192  # pixels of the longer side
# From the chin downwards, in heads.
REACH: dict[Zone, tuple[float, float]] = {
    "upper": (0.05, 3.2), "whole": (0.05, 6.0), "lower": (2.0, 6.4), "feet": (5.9, 7.2)
}  # fmt: skip
LEAST, MOST = 0.05, 0.75  # of the photo
LEAST_TALL = 0.45  # of the photo's height
BODY, LEAST_WHOLE, LEAST_BODY = 6.5, 4.2, 2.0  # in heads, below the chin
TOP = 0.32  # of the figure: where a face is looked for
LEAST_FACE, WIDEST_FACE = 0.008, 0.6  # of the figure's area, and of the width of its zone
FACE_SHAPE = 1.5  # height to width: what is more is neck
HAIR = 0.30  # of the face, on either side
ROOM = 0.16  # of a head: how far clothes may stand off the outline


@dataclass(frozen=True)
class Figure:
    """Masks of LOOKED_AT pixels on the longer side; `chin` and `unit`, the height of a head, are rows of them."""

    outline: Mask
    head: Mask
    face: Mask
    chin: int
    unit: float

    def zone(self, *zones: Zone) -> Mask:
        """Where these are worn, with some room round the outline, never on the head."""
        grown = blur(self.outline.astype(np.float64), max(1, round(ROOM * self.unit))) > 0.02
        rows = np.arange(len(self.outline))[:, None]
        heads = (rows - self.chin) / self.unit
        within = np.any([(heads >= REACH[zone][0]) & (heads < REACH[zone][1]) for zone in zones], axis=0)
        found: Mask = grown & within & ~self.head
        return found


def find_figure(photo: Image.Image) -> Figure | None:
    """The person on a photo (RGB), from the head down to the hips at least; None where none is made out. Blocking."""
    small = photo.copy()
    small.thumbnail((LOOKED_AT, LOOKED_AT))
    rgb = np.asarray(small.convert("RGB"), dtype=np.float64) / 255
    outline = without_small_holes(largest(foreground(expose(lab_of_rgb(rgb)))))
    rows = np.flatnonzero(outline.any(1))
    tall = len(rows) and rows[-1] - rows[0] + 1
    if not (LEAST <= outline.mean() <= MOST and tall >= LEAST_TALL * len(outline)):
        return None
    face = find_face(rgb_skin=skin(rgb) & outline, top=int(rows[0]), low=int(rows[0] + TOP * tall))
    return None if face is None or face.sum() < LEAST_FACE * outline.sum() else built(outline, face)


def find_face(rgb_skin: Mask, top: int, low: int) -> Mask | None:
    """The largest patch of skin in these rows, no taller than a face."""
    within = rgb_skin.copy()
    within[:top], within[low:] = False, False
    if not within.any():
        return None
    patch = largest(within)
    rows = np.flatnonzero(patch.any(1))
    wide = float(np.median(patch[rows].sum(1)))
    patch[round(rows[0] + FACE_SHAPE * max(wide, 2)) :] = False
    return patch


def built(outline: Mask, face: Mask) -> Figure | None:
    """The figure under a face, its head with the hair; None where the body does not reach to the hips."""
    rows, columns = np.flatnonzero(face.any(1)), np.flatnonzero(face.any(0))
    wide, chin, crown = columns[-1] - columns[0] + 1, int(rows[-1]) + 1, int(np.flatnonzero(outline.any(1))[0])
    head_tall = float(max(chin - crown, 1.3 * wide))
    head = np.zeros_like(outline)
    side = round(HAIR * wide)
    head[max(0, crown - side) : chin + 1, max(0, columns[0] - side) : columns[-1] + side + 1] = True
    feet = int(np.flatnonzero(outline.any(1))[-1])
    body = feet - chin
    is_whole = feet < len(outline) - 2 and body >= LEAST_WHOLE * head_tall
    figure = Figure(outline, head, face, chin, unit=body / BODY if is_whole else head_tall)
    broad = figure.zone("upper").any(0).sum()
    return figure if body >= LEAST_BODY * head_tall and wide <= WIDEST_FACE * max(broad, 1) else None

"""A garment cut out of its photo, with a soft edge, and whether the cut is good enough to be laid on a board.

What is garment comes from the pixels alone; this module does not know which kind of garment it is.
"""

import io
from typing import NamedTuple

import numpy as np
from PIL import Image

from tools.foreground import blur, foreground
from tools.lab import Array, Mask, expose, lab_of_rgb
from tools.preview.edges import mended

LOOKED_AT, DRAWN = 160, 640  # pixels of the longer side: where it is measured, and how large the cut-out is
LEAST, MOST = 0.06, 0.80  # of the photo
ALIKE = 0.82  # of both together, in which two cuts of one garment agree
LEAST_PART = 0.45  # of the largest part: the other shoe of a pair
LEAST_WHOLE = 0.82  # of what was found, in one part
MOST_CUT_OFF = 0.30  # of the photo's border
LEAST_EDGE = 12.0  # CIELAB, between both sides of the outline
SMALL_HOLE = 0.03  # of the garment: a print, not the opening of a handle
MOST_RAGGED = 3.2  # outline against that of a disc of the same size
GUIDE, SMOOTH = 5, 4e-3  # radius in pixels and regularity of the guided filter
BAND = 0.12  # how sure the mask has to be of what the edge may not change


class Cut(NamedTuple):
    """What was found, and what speaks for it.

    `share` of the photo, `whole` of what was found, `cut_off` of the border, `edge` in CIELAB, `ragged` against a disc.
    """

    garment: Mask
    share: float
    whole: float
    cut_off: float
    edge: float
    ragged: float

    @property
    def is_good(self) -> bool:
        sized, sharp = LEAST <= self.share <= MOST, self.edge >= LEAST_EDGE and self.ragged <= MOST_RAGGED
        return sized and sharp and self.whole >= LEAST_WHOLE and self.cut_off <= MOST_CUT_OFF


def cut_out(photo: bytes) -> Image.Image | None:
    """The garment in the middle of a photo on a transparent ground, without the air round it; None for a bad cut.

    A picture that is transparent already is only trimmed. Blocking, some tenths of a second.
    """
    with Image.open(io.BytesIO(photo)) as image:
        image.draft("RGB", (DRAWN, DRAWN))
        image.thumbnail((DRAWN, DRAWN))
        picture = image.convert("RGBA" if image.has_transparency_data else "RGB")
    if picture.mode == "RGB":
        cut = find(picture)
        if not cut.is_good:
            return None
        picture.putalpha(softened(cut.garment, picture))
    box = picture.getchannel("A").point(lambda value: 255 * (value > 24)).getbbox()
    return picture.crop(box) if box else None


def find(picture: Image.Image) -> Cut:
    """The one garment on a picture, without the specks and the holes of its print.

    Its edge is mended by colour; where that frays it, as a print of many colours does, it stays as it was found.
    """
    small = picture.copy()
    small.thumbnail((LOOKED_AT, LOOKED_AT))
    lab = expose(lab_of_rgb(np.asarray(small, dtype=np.float64) / 255))
    found = foreground(lab)
    coarse = largest(found)
    whole = float(coarse.sum() / max(found.sum(), 1))
    cuts = [judged(lab, shape, whole) for shape in (mended(lab, coarse), coarse)]
    alike = (cuts[0].garment & cuts[1].garment).sum() >= ALIKE * (cuts[0].garment | cuts[1].garment).sum()
    return cuts[1] if alike and cuts[1].is_good and not cuts[0].is_good else cuts[0]


def judged(lab: Array, shape: Mask, whole: float) -> Cut:
    """The shape made smooth, with what speaks for it."""
    garment = main_parts(blur(without_small_holes(main_parts(shape)).astype(np.float64), 1) > 0.5)
    border = np.concatenate([garment[0], garment[-1], garment[:, 0], garment[:, -1]])
    return Cut(
        garment,
        share=float(garment.mean()),
        whole=whole,
        cut_off=float(border.mean()),
        edge=edge_step(lab, garment),
        ragged=raggedness(garment),
    )


def parts(mask: Mask) -> Array:
    """A number for every pixel of the mask, the same for those that hang together; 0 outside."""
    numbers = np.where(mask, np.arange(1, mask.size + 1).reshape(mask.shape), 0)
    while True:
        padded = np.pad(numbers, 1)
        near = [padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]]
        spread = np.where(mask, np.maximum.reduce([numbers, *near]), 0)
        if np.array_equal(spread, numbers):
            return numbers.astype(np.float64)
        numbers = spread


def largest(mask: Mask) -> Mask:
    """The largest part of a mask."""
    numbered = parts(mask)
    numbers, sizes = np.unique(numbered[mask], return_counts=True)
    return numbered == numbers[sizes.argmax()] if len(sizes) else mask


def main_parts(mask: Mask) -> Mask:
    """The mask without its specks: the two shoes of a pair stay."""
    numbered = parts(mask)
    numbers, sizes = np.unique(numbered[mask], return_counts=True)
    return np.isin(numbered, numbers[sizes >= LEAST_PART * sizes.max()]) if len(sizes) else mask


def without_small_holes(mask: Mask) -> Mask:
    """The mask with every hole in it filled that is small against it."""
    ground = parts(~mask)
    outside = set(np.concatenate([ground[0], ground[-1], ground[:, 0], ground[:, -1]]))
    numbers, sizes = np.unique(ground[~mask], return_counts=True)
    small = [one for one, size in zip(numbers, sizes, strict=True) if size < SMALL_HOLE * mask.sum()]
    return mask | np.isin(ground, [one for one in small if one not in outside])


def raggedness(mask: Mask) -> float:
    """Squared length of the outline over the area, 1 for a disc."""
    steps = (mask[1:] != mask[:-1]).sum() + (mask[:, 1:] != mask[:, :-1]).sum()
    return float((steps * np.pi / 4) ** 2 / (4 * np.pi * max(mask.sum(), 1)))


def edge_step(lab: Array, garment: Mask) -> float:
    """How far the colours just inside the outline are from those just outside of it: the median over the outline."""
    near = blur(garment.astype(np.float64), 3)
    inner, outer = garment & (near < 0.95), ~garment & (near > 0.05)
    if not (inner.any() and outer.any()):
        return 0.0
    weights = (inner.astype(np.float64), outer.astype(np.float64))
    sides = [
        np.stack([blur(lab[..., axis] * weight, 5) for axis in range(3)], -1) / (blur(weight, 5)[..., None] + 1e-9)
        for weight in weights
    ]
    on = inner & (blur(weights[1], 5) > 0)
    return float(np.median(np.linalg.norm(sides[0] - sides[1], axis=-1)[on])) if on.any() else 0.0


def softened(garment: Mask, picture: Image.Image) -> Image.Image:
    """The mask at the picture's size, its edge following the picture's: a guided filter (He, Sun and Tang 2013)."""
    shape = Image.fromarray((255 * garment).astype(np.uint8)).resize(picture.size, Image.Resampling.BICUBIC)
    mask = blur(np.asarray(shape, dtype=np.float64) / 255, 2)
    guide = np.asarray(picture.convert("L"), dtype=np.float64) / 255
    mean, mean_mask = blur(guide, GUIDE), blur(mask, GUIDE)
    slope = (blur(guide * mask, GUIDE) - mean * mean_mask) / (blur(guide * guide, GUIDE) - mean * mean + SMOOTH)
    offset = mean_mask - slope * mean
    alpha = blur(slope, GUIDE) * guide + blur(offset, GUIDE)
    crisp = np.where(mask > 1 - BAND, 1, np.where(mask < BAND, 0, np.clip((alpha - 0.35) / 0.4, 0, 1)))
    return Image.fromarray((255 * crisp).astype(np.uint8))

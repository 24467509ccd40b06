"""Photos and masks at the sizes that painters work in, and painted zones laid back over the photo they are of."""

import numpy as np
from PIL import Image, ImageFilter

from tools.preview.figure import Zone
from tools.preview.scene import Scene

SOFT = 1 / 200  # of the longer side
OTHER_SHAPE = 0.05


def fitted(photo: Image.Image, side: int, factor: int) -> Image.Image:
    """The photo (RGB) no longer than `side`, its sides multiples of `factor`."""
    share = min(1.0, side / max(photo.size))
    wide, tall = (max(factor, round(length * share / factor) * factor) for length in photo.size)
    return photo.convert("RGB").resize((wide, tall), Image.Resampling.LANCZOS)


def mask_of(scene: Scene, size: tuple[int, int], *zones: Zone) -> Image.Image:
    """White where clothes are painted: in these zones, else in all of the scene's."""
    if scene.figure is None:
        return Image.new("L", size, 255)
    mask = scene.figure.zone(*(zones or scene.zones))
    return Image.fromarray((255 * mask).astype(np.uint8)).resize(size, Image.Resampling.BILINEAR)


def laid_over(scene: Scene, painted: Image.Image) -> Image.Image:
    """The painted zones over the photo. A picture of another shape goes as it came: nothing of it would fit."""
    if scene.photo is None or scene.figure is None:
        return painted
    photo = scene.photo.convert("RGB")
    if abs(painted.width / painted.height - photo.width / photo.height) > OTHER_SHAPE:
        return painted
    soft = mask_of(scene, photo.size).filter(ImageFilter.GaussianBlur(max(photo.size) * SOFT))
    return Image.composite(painted.resize(photo.size, Image.Resampling.LANCZOS), photo, soft)

"""What a painted picture must have kept, and what it must show, before anybody sees it.

All is measured, nothing recognised: a face that moved by a few pixels and one that became another's look alike to it.
Pictures are compared at a small size. This module does not know how they were painted.
"""

from typing import Literal

import numpy as np
from PIL import Image

from stores.colours import lab_of_hex
from tools.foreground import blur, foreground
from tools.lab import Array, Mask, expose, lab_of_rgb
from tools.preview.figure import Figure
from tools.preview.scene import Scene, Worn
from tools.preview.skin import skin, skin_like

Fault = Literal["face", "background", "skin", "colour", "shape"]

MOST_DRIFT = {"face": 7.0, "background": 6.0}  # CIELAB, on the mean
LEAST_STRUCTURE = {"face": 0.72, "background": 0.70}  # SSIM of lightness, on the mean
MOST_SKIN = 0.10  # more of the figure than before
MOST_SKIN_INVENTED = 0.40  # of an invented figure
SHADED = np.array([0.45, 1.0, 1.0])  # folds and light change lightness more than hue
SAME_CLOTH, LEAST_CLOTH = 20.0, 0.22  # CIELAB, and the share of a zone that has the colour
LIKE_CLOTH = 12.0  # CIELAB: what is as near to a worn colour is cloth rather than skin
LEAST_SEEN = {"upper": 0.06, "whole": 0.12, "lower": 0.06, "feet": 0.008}  # of an invented figure
MOST_STRETCH = 0.04  # how much the sides' proportion may differ
WINDOW = 3


def faults(scene: Scene, painted: Image.Image) -> list[Fault]:
    """What is wrong with a picture of the scene; nothing, where it may be shown. Blocking, tens of ms."""
    if scene.photo is None or scene.figure is None:
        return invented_faults(scene, painted)
    wide, tall = scene.photo.size
    if abs((painted.width / painted.height) / (wide / tall) - 1) > MOST_STRETCH:
        return ["shape"]
    size = scene.figure.outline.shape[::-1]
    before, after = pixels(scene.photo, size), pixels(painted, size)
    found: list[Fault] = []
    figure, worn = scene.figure, scene.figure.zone(*scene.zones)
    if not is_kept(before, after, figure.head, "face"):
        found.append("face")
    if not is_kept(before, after, ~(worn | figure.head), "background"):
        found.append("background")
    if bared(scene, before, after) > MOST_SKIN:
        found.append("skin")
    if not all(is_worn(after, figure.zone(zone) & figure.outline, piece) for zone, piece in scene.outermost().items()):
        found.append("colour")
    return found


def invented_faults(scene: Scene, painted: Image.Image) -> list[Fault]:
    """Of a picture without a photo: the colours have to be there, and the figure dressed."""
    small = painted.copy()
    small.thumbnail((192, 192))
    rgb = pixels(small, small.size)
    figure = foreground(expose(lab_of_rgb(rgb)))
    found: list[Fault] = []
    if (skin(rgb) & figure & ~cloth(scene, rgb)).sum() > MOST_SKIN_INVENTED * figure.sum():
        found.append("skin")
    if not all(is_worn(rgb, figure, piece, LEAST_SEEN[zone]) for zone, piece in scene.outermost().items()):
        found.append("colour")
    return found


def pixels(picture: Image.Image, size: tuple[int, int]) -> Array:
    """sRGB in 0..1 at this size (width, height)."""
    small = picture.convert("RGB").resize(size, Image.Resampling.BOX, reducing_gap=2.0)
    return np.asarray(small, dtype=np.float64) / 255


def is_kept(before: Array, after: Array, where: Mask, what: Literal["face", "background"]) -> bool:
    if not where.any():
        return True
    drift, structure = change(before, after, where)
    return drift <= MOST_DRIFT[what] and structure >= LEAST_STRUCTURE[what]


def change(before: Array, after: Array, where: Mask) -> tuple[float, float]:
    """Mean distance in CIELAB (CIE 1976) and mean structural similarity of lightness (Wang et al. 2004)."""
    one, other = lab_of_rgb(before), lab_of_rgb(after)
    drift = np.linalg.norm(one - other, axis=-1)[where].mean()
    return float(drift), float(structure(one[..., 0], other[..., 0])[where].mean())


def structure(one: Array, other: Array) -> Array:
    """SSIM for each pixel, over squares of 2 WINDOW + 1 pixels; lightness runs from 0 to 100."""
    low, high = (0.01 * 100) ** 2, (0.03 * 100) ** 2
    mean, mean_other = blur(one, WINDOW), blur(other, WINDOW)
    spread = blur(one * one, WINDOW) - mean**2
    spread_other = blur(other * other, WINDOW) - mean_other**2
    both = blur(one * other, WINDOW) - mean * mean_other
    similar: Array = ((2 * mean * mean_other + low) * (2 * both + high)) / (
        (mean**2 + mean_other**2 + low) * (spread + spread_other + high)
    )
    return similar


def bared(scene: Scene, before: Array, after: Array) -> float:
    """How much more of the figure is skin after than before, as a share of it; cloth of a worn colour is none."""
    figure: Figure | None = scene.figure
    if figure is None:
        return 0.0
    body = figure.outline & ~figure.head
    was = skin_like(before, figure.face) & body
    now = skin_like(after, figure.face) & body & ~cloth(scene, after)
    return float((now.sum() - was.sum()) / max(figure.outline.sum(), 1))


def cloth(scene: Scene, rgb: Array) -> Mask:
    """Which pixels have the colour of a piece that is worn, shaded or not."""
    found: Mask = np.zeros(rgb.shape[:2], dtype=np.bool_)
    for piece in scene.pieces:
        if piece.hex:
            found |= distance(rgb, piece.hex) < LIKE_CLOTH
    return found


def is_worn(rgb: Array, where: Mask, piece: Worn, share: float = LEAST_CLOTH) -> bool:
    """Whether enough of a zone has the piece's colour; a piece of many colours, or of metal, cannot be told."""
    if piece.hex is None or not where.any():
        return True
    return float((distance(rgb, piece.hex)[where] < SAME_CLOTH).mean()) >= share


def distance(rgb: Array, colour: str) -> Array:
    """How far each pixel is from a colour (#rrggbb) in CIELAB, light and fold counted less."""
    far: Array = np.linalg.norm((lab_of_rgb(rgb) - np.array(lab_of_hex(colour))) * SHADED, axis=-1)
    return far

"""What pixels tell of the garment on a photo: its colours, a guess at its pattern, and what kind it may be.

One garment fills most of the middle of the picture. Nothing here tells cloth, fit, or whether somebody wears it.
"""

import io
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from PIL import Image

from stores.eyes import GarmentGuess, WrongEyes, load_eyes, load_kinds
from stores.vocabulary import Colour, Length, Pattern, Sleeve
from tools.dominant import colours_of
from tools.foreground import foreground
from tools.lab import Array, expose, lab_of_rgb
from tools.pattern import pattern_of

SIDE = 160  # pixels of the longer side that are measured
EYES_SIDE = 2 * SIDE  # and of the picture that the classifier gets, which makes it as small as it likes
POSSIBLE = 0.1  # a category less probable than this is no alternative
DARK, BRIGHT = 35.0, 90.0  # lightness: no twentieth of a dark photo is lighter, none of a washed-out one is darker
SOFT = 1.2  # mean step of lightness from pixel to pixel at which edges are gone

Quality = Literal["good", "dark", "bright", "blurred"]


class Measured(NamedTuple):
    """Colours by share, largest first, none under a tenth; shares are of the garment's pixels."""

    colours: list[Colour]
    pattern: Pattern


@dataclass(frozen=True)
class SeenGarment:
    """A measured garment with what the classifier says: the likeliest category, and all that it may well be.

    It is vague where the class that was recognised is of several categories: the confidence is the class's.
    """

    colours: list[Colour]
    pattern: Pattern
    category: str | None = None
    confidence: float = 0.0
    alternatives: tuple[str, ...] = ()
    length: Length = "unknown"
    sleeve: Sleeve = "unknown"
    vague: bool = False


class Sight(NamedTuple):
    """What is seen on one photo."""

    garments: list[SeenGarment]
    quality: Quality


def look(photo: bytes) -> Sight:
    """Everything that pixels tell of a photo (JPEG, PNG or WebP). Blocking, some tens of ms."""
    picture = open_small(photo)
    lab = lab_of_rgb(small_of(picture))
    return Sight([recognised(measured(picture, lab), guess_of(picture))], quality_of(lab[..., 0]))


def measure(photo: bytes) -> list[Measured]:
    """The colours and pattern of the garments on a photo, which is to say the one in its middle. Blocking."""
    picture = open_small(photo)
    return [measured(picture, lab_of_rgb(small_of(picture)))]


def measured(picture: Image.Image, lab: Array) -> Measured:
    """`lab` is the picture made small."""
    exposed = expose(lab)
    garment = foreground(exposed)
    pattern = pattern_of(np.asarray(picture, dtype=np.float64), garment)
    return Measured(colours_of(exposed, garment), pattern)


def load_small(photo: bytes) -> Array:
    """sRGB in 0..1, height x width x 3, longer side SIDE."""
    return small_of(open_small(photo))


def open_small(photo: bytes) -> Image.Image:
    """The picture in RGB, longer side at most EYES_SIDE."""
    with Image.open(io.BytesIO(photo)) as image:
        image.draft("RGB", (EYES_SIDE, EYES_SIDE))
        picture = image.convert("RGB")
        picture.thumbnail((EYES_SIDE, EYES_SIDE))
    return picture


def small_of(picture: Image.Image) -> Array:
    small = picture.copy()
    small.thumbnail((SIDE, SIDE))
    return np.asarray(small, dtype=np.float64) / 255.0


def guess_of(picture: Image.Image) -> GarmentGuess | None:
    """What the classifier says; None where there is none, since colours help without it."""
    try:
        return load_eyes().classify(np.asarray(picture))
    except WrongEyes:
        return None


def recognised(found: Measured, guess: GarmentGuess | None) -> SeenGarment:
    if guess is None:
        return SeenGarment(*found)
    kinds, ranked = load_kinds(), guess.likeliest(3)
    kind, confidence = kinds[ranked[0][0]], ranked[0][1]
    others = [kinds[name].category for name, probability in ranked[1:] if probability >= POSSIBLE]
    possible = (kind.category, *kind.others, *others)
    return SeenGarment(*found, kind.category, confidence, possible, kind.length, kind.sleeve, bool(kind.others))


def quality_of(lightness: Array) -> Quality:
    """Whether a person would see the garment well on this photo."""
    darkest, lightest = np.percentile(lightness, [5, 95])
    if lightest < DARK:
        return "dark"
    if darkest > BRIGHT:
        return "bright"
    steps = np.abs(np.diff(lightness, axis=0)).mean() + np.abs(np.diff(lightness, axis=1)).mean()
    return "blurred" if steps < SOFT else "good"

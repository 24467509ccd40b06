"""What turns pictures into vectors: the shipped classifier, or a CLIP or SigLIP model in a folder of the operator's.

The vector of the classifier is of shape alone: it learnt to look past colour. It sees a photo twice, as it is
and cut out on the grey ground that drawings stand on, so that photos are near to photos and to drawings.
"""

import io
from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import numpy as np
from PIL import Image

from stores.eyes import GROUND, WEIGHTS, Eyes, WrongEyes
from stores.gallery import Blind, Encoder
from stores.gallery_vectors import Vector
from tools.clip import Clip
from tools.preview.cutout import cut_out

SEEN_SIDE = 320  # pixels of the longer side; the classifier makes it as small as it likes


class Glance:
    """The classifier that is shipped, as an encoder."""

    side = 128
    quick = True

    def __init__(self, weights: Path = WEIGHTS) -> None:
        self._weights = weights

    @cached_property
    def name(self) -> str:
        try:
            return f"garments-{sha256(self._weights.read_bytes()).hexdigest()[:12]}"
        except OSError:
            return "garments-none"

    def pictures(self, pictures: Sequence[bytes]) -> list[Vector | None]:
        return [self._vector(picture) for picture in pictures]

    def words(self, text: str) -> Vector | None:
        return None

    def _vector(self, picture: bytes) -> Vector | None:
        try:
            views = views_of(picture)
        except (OSError, ValueError, Image.DecompressionBombError):
            return None
        return unit(np.sum([self._eyes.classify(np.asarray(view)).embedding for view in views], axis=0))

    @cached_property
    def _eyes(self) -> Eyes:
        try:
            return Eyes(self._weights)
        except WrongEyes as error:
            raise Blind(str(error)) from error
        except Exception as error:  # ONNX Runtime's own, for a file that is none
            raise Blind(f"{self._weights} cannot be read ({type(error).__name__})") from error


def views_of(picture: bytes) -> list[Image.Image]:
    """A drawing on its ground; a photo as it is, and its garment cut out where that stands out."""
    with Image.open(io.BytesIO(picture)) as image:
        image.draft("RGB", (SEEN_SIDE, SEEN_SIDE))
        whole = image.convert("RGBA" if image.has_transparency_data else "RGB")
    whole.thumbnail((SEEN_SIDE, SEEN_SIDE))
    if whole.mode == "RGBA":
        return [laid_on(whole, GROUND)]
    cut = cut_out(picture)
    return [whole, laid_on(cut, GROUND)] if cut else [whole]


def laid_on(picture: Image.Image, ground: tuple[int, int, int]) -> Image.Image:
    whole = Image.new("RGBA", picture.size, (*ground, 255))
    whole.alpha_composite(picture)
    return whole.convert("RGB")


def unit(vector: Vector) -> Vector:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), np.float32)


def build_encoder(folder: Path | None) -> Encoder:
    """The encoder of a setting; a model is looked at now and loaded when it is first asked. Raises Blind."""
    return Clip(folder) if folder else Glance()

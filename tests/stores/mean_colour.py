"""An encoder that sees nothing but the mean colour of a picture."""

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image

from stores.gallery import Blind
from stores.gallery_vectors import Vector


class MeanColour:
    """An encoder, and how many pictures it was shown."""

    side = 32

    def __init__(self, name: str = "mean-1", *, quick: bool = True) -> None:
        self.name, self.quick, self.shown = name, quick, 0

    def pictures(self, pictures: Sequence[bytes]) -> list[Vector | None]:
        self.shown += len(pictures)
        return [self._vector(picture) for picture in pictures]

    def words(self, text: str) -> Vector | None:
        raise Blind("reads nothing")

    def _vector(self, picture: bytes) -> Vector | None:
        try:
            with Image.open(io.BytesIO(picture)) as image:
                mean = np.asarray(image.convert("RGB"), np.float32).mean((0, 1)) + 1
        except OSError:
            return None
        return np.asarray(mean / np.linalg.norm(mean), np.float32)

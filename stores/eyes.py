"""The garment classifier: which of ten kinds of garment a photo shows, and a vector by which photos are compared.

The weights are `garments.onnx`: one square RGB picture in (1 x 3 x side x side, 0..1), `probabilities` (calibrated, in
the order of the metadata's `classes`) and `embedding` out. `training/garments.py` makes them, `garments.md` is their
card. This module knows no colour, no person and no wardrobe.
"""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydantic import BaseModel, ConfigDict

from stores.categories import Category, load_categories
from stores.vocabulary import Length, Sleeve, Slot

WEIGHTS = Path(__file__).with_name("garments.onnx")
OUTPUTS = ["probabilities", "embedding"]
GROUND = (128, 128, 128)  # of the bars beside a picture that is not square; as in training


class WrongEyes(RuntimeError):
    """The weights are missing, or are not those of a garment classifier."""


class GarmentGuess(NamedTuple):
    """Probabilities by class, which sum to 1, and the photo's vector (float32, unit norm)."""

    probabilities: dict[str, float]
    embedding: NDArray[np.float32]

    def likeliest(self, count: int = 1) -> list[tuple[str, float]]:
        """Classes with their probabilities, the most probable first."""
        return sorted(self.probabilities.items(), key=lambda row: -row[1])[:count]


class Kind(BaseModel):
    """What a class of the classifier is in our vocabulary."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    category: str
    others: tuple[str, ...] = ()
    sleeve: Sleeve = "unknown"
    length: Length = "unknown"

    @property
    def row(self) -> Category:
        return load_categories()[self.category]

    @property
    def slot(self) -> Slot:
        return self.row.slot


class Eyes:
    """A classifier file, opened when first used; one thread answers."""

    def __init__(self, file: Path = WEIGHTS) -> None:
        """Raises WrongEyes."""
        import onnxruntime

        if not file.is_file():
            raise WrongEyes(f"{file} is not there: `python -m training.garments` makes it.")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
        self.classes = self._session.get_modelmeta().custom_metadata_map.get("classes", "").split(",")
        self._input = self._session.get_inputs()[0]
        outputs = {output.name for output in self._session.get_outputs()}
        if not {*self.classes} <= {*load_kinds()} or not outputs >= {*OUTPUTS}:
            raise WrongEyes(f"{file} is no garment classifier: classes {self.classes}, outputs {sorted(outputs)}.")

    def classify(self, rgb: NDArray[np.uint8]) -> GarmentGuess:
        """What a picture of any size (height x width x 3) shows. Blocking, some ms."""
        pixels = letterboxed(rgb, self._input.shape[-1]).astype(np.float32) / 255
        answer: list[Any] = self._session.run(OUTPUTS, {self._input.name: pixels.transpose(2, 0, 1)[None]})
        probabilities, embedding = answer[0][0], answer[1][0]
        named = dict(zip(self.classes, map(float, probabilities), strict=True))
        return GarmentGuess(named, embedding / max(float(np.linalg.norm(embedding)), 1e-9))


@cache
def load_eyes() -> Eyes:
    """The classifier that is shipped. Raises WrongEyes."""
    return Eyes()


@cache
def load_kinds() -> dict[str, Kind]:
    """Every class of the classifier, by name."""
    table = tomllib.loads(files("stores").joinpath("eyes.toml").read_text(encoding="utf-8"))
    return {name: Kind(**row) for name, row in table.items()}


def letterboxed(rgb: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """The whole picture within a square of `side` pixels, in its proportions."""
    picture = Image.fromarray(rgb)
    scale = side / max(picture.size)
    width, height = (max(1, round(length * scale)) for length in picture.size)
    square = Image.new("RGB", (side, side), GROUND)
    small = picture.resize((width, height), Image.Resampling.BILINEAR, reducing_gap=2)
    square.paste(small, ((side - width) // 2, (side - height) // 2))
    return np.asarray(square)

"""A CLIP or SigLIP model through transformers, in this process: pictures and words as vectors of one space.

The folder is what `save_pretrained` wrote, or a copy of a model's repository. Nothing is fetched, and no code of the
folder's is run: a model that brings its own cannot be loaded.
"""

import io
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from stores import weights
from stores.gallery import Blind
from stores.gallery_vectors import Vector

PACKAGES = ("torch", "transformers")
BATCH = 16
PAPER = (255, 255, 255)  # what shops photograph on


class Parts(NamedTuple):
    """What was loaded, and where it computes."""

    model: Any
    processor: Any
    device: str


class Clip:
    """The model in a folder. Raises Blind where there is none that could be loaded."""

    side = 256
    quick = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._config = config_of(folder)
        self._turn = threading.Lock()

    @cached_property
    def name(self) -> str:
        return weights.name_of(self.folder)

    def pictures(self, pictures: Sequence[bytes]) -> list[Vector | None]:
        opened = [on_paper(picture) for picture in pictures]
        there = [picture for picture in opened if picture]
        vectors = iter([row for at in range(0, len(there), BATCH) for row in self._seen(there[at : at + BATCH])])
        return [next(vectors) if picture else None for picture in opened]

    def words(self, text: str) -> Vector | None:
        length = self._config["text_config"].get("max_position_embeddings", 77)
        asked = {"text": [text], "padding": "max_length", "truncation": True, "max_length": length}
        return self._vectors("get_text_features", asked)[0]

    def check(self) -> None:
        """Load it and show it something. Raises Blind."""
        self._seen([Image.new("RGB", (32, 32), PAPER)])

    def _seen(self, pictures: list[Image.Image]) -> list[Vector]:
        return self._vectors("get_image_features", {"images": pictures})

    def _vectors(self, question: str, asked: dict[str, Any]) -> list[Vector]:
        try:
            with self._turn:
                parts = self._parts
                rows = answered(parts, question, asked)
        except Blind:
            raise
        except Exception as error:  # whatever torch and transformers have against a model or a picture
            raise Blind(f"{self.folder} does not work as a model of pictures ({type(error).__name__})") from error
        return [row / max(float(np.linalg.norm(row)), 1e-9) for row in rows]

    @cached_property
    def _parts(self) -> Parts:
        import torch
        from transformers import AutoModel, AutoProcessor, utils

        utils.logging.disable_progress_bar()
        utils.logging.set_verbosity_error()
        device = "cuda" if torch.cuda.is_available() else "cpu"
        model = AutoModel.from_pretrained(self.folder, local_files_only=True).eval().to(device)
        return Parts(model, AutoProcessor.from_pretrained(self.folder, local_files_only=True), device)


def answered(parts: Parts, question: str, asked: dict[str, Any]) -> list[Vector]:
    import torch

    inputs = parts.processor(return_tensors="pt", **asked).to(parts.device)
    with torch.inference_mode():
        found = getattr(parts.model, question)(**inputs)
    rows: list[Vector] = list(getattr(found, "pooler_output", found).float().cpu().numpy())
    return rows


def config_of(folder: Path) -> dict[str, Any]:
    """The configuration of a model of pictures and words. Raises Blind, saying what is missing."""
    try:
        config = weights.config_of(folder, PACKAGES)
    except weights.NoWeights as error:
        raise Blind(str(error)) from error
    if not {"vision_config", "text_config"} <= {*config}:
        raise Blind(f"{folder} holds no CLIP or SigLIP model (config.json has no vision_config and text_config)")
    return config


def on_paper(picture: bytes) -> Image.Image | None:
    """A picture in RGB, what is transparent on white; None for one that cannot be read."""
    try:
        with Image.open(io.BytesIO(picture)) as image:
            image.draft("RGB", (Clip.side, Clip.side))
            shown = image.convert("RGBA")
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    paper = Image.new("RGBA", shown.size, (*PAPER, 255))
    paper.alpha_composite(shown)
    return paper.convert("RGB")

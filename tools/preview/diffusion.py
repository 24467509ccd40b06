"""How a pipeline of diffusers is loaded from a folder and asked for a picture, one at a time, in the time there is.

Nothing is fetched: the folder is what `save_pretrained` wrote, or a copy of a model's repository. Whatever the picture
shows is not known here.
"""

import asyncio
import inspect
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from tools.preview.scene import Scene, Unpaintable

PACKAGES = ("torch", "diffusers", "transformers")
INDEX = "model_index.json"
HEADROOM = 1.3  # of the weights, for what is computed with them
Pipeline = Any


@dataclass(frozen=True)
class Limit:
    """When a painting has to end: at a moment of the monotonic clock, or once nobody waits for it any more."""

    moment: float
    left: threading.Event = field(default_factory=threading.Event)

    @property
    def is_over(self) -> bool:
        return self.left.is_set() or time.monotonic() > self.moment


Paint = Callable[[Pipeline, Scene, int, Limit], Image.Image]


class Diffusion:
    """A pipeline that is loaded when it is first needed; `seconds` for one picture, loading aside."""

    here = True

    def __init__(self, directory: Path, seconds: float, load: Callable[[Path], Pipeline], paint: Paint) -> None:
        self.directory = directory
        self.seconds = seconds
        self._load, self._paint = load, paint
        self._pipeline: Pipeline = None
        self._turn = threading.Lock()  # held by the thread that paints, however its run ends

    async def picture(self, scene: Scene, seed: int) -> Image.Image:
        """Raises Unpaintable. A run that is cancelled leaves no thread that paints on for nobody."""
        left = threading.Event()
        try:
            return await asyncio.to_thread(self._painted, scene, seed, left)
        except asyncio.CancelledError:
            left.set()
            raise

    def _painted(self, scene: Scene, seed: int, left: threading.Event) -> Image.Image:
        try:
            with self._turn:
                if self._pipeline is None:
                    quiet()
                    self._pipeline = self._load(self.directory)
                limit = Limit(time.monotonic() + self.seconds, left)
                painted = self._paint(self._pipeline, scene, seed, limit)
        except (ImportError, OSError, RuntimeError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise error if isinstance(error, Unpaintable) else Unpaintable(type(error).__name__) from error
        if limit.is_over:
            raise Unpaintable(f"timeout after {self.seconds:g} s")
        return painted


def class_of(directory: Path) -> str:
    """The name of the pipeline in a folder. Raises Unpaintable where there is none."""
    try:
        return str(json.loads((directory / INDEX).read_text(encoding="utf-8"))["_class_name"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unpaintable(f"no {INDEX} that can be read") from error


def settled(pipeline: Pipeline, directory: Path) -> Pipeline:
    """The pipeline where it computes: on the accelerator, whole or part by part, else on the processor."""
    import torch

    pipeline.set_progress_bar_config(disable=True)
    if not torch.cuda.is_available():
        return pipeline.to("cpu")
    weights = sum(file.stat().st_size for file in directory.rglob("*.safetensors"))
    free, _ = torch.cuda.mem_get_info()
    if HEADROOM * weights < free:
        return pipeline.to("cuda")
    pipeline.enable_model_cpu_offload()
    return pipeline


def quiet() -> None:
    """No bars and no advice in the log: what these packages tell is meant for whoever develops with them."""
    import diffusers
    import transformers

    for package in (diffusers, transformers):
        package.utils.logging.disable_progress_bar()
        package.utils.logging.set_verbosity_error()


def precision() -> Any:
    """What weights are loaded as: half the bytes where an accelerator computes."""
    import torch

    return torch.bfloat16 if torch.cuda.is_available() else torch.float32


def asked(pipeline: Pipeline, seed: int, limit: Limit, **wanted: Any) -> Image.Image:
    """The first picture of a call; what the pipeline does not take is left out, and past the limit it stops."""
    import torch

    def stop(running: Pipeline, step: int, moment: Any, values: dict[str, Any]) -> dict[str, Any]:
        running._interrupt = limit.is_over
        return values

    taken = inspect.signature(type(pipeline).__call__).parameters
    generator = torch.Generator("cpu").manual_seed(seed)
    wanted |= {"generator": generator, "callback_on_step_end": stop}
    picture: Image.Image = pipeline(**{key: value for key, value in wanted.items() if key in taken}).images[0]
    return picture.convert("RGB")

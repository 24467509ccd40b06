"""A scene painted and looked at before anybody sees it: once more with another seed where it failed, then no more."""

import asyncio
from collections.abc import Callable

from PIL import Image
from pydantic import BaseModel

from tools.preview.gate import faults
from tools.preview.scene import Painter, Scene, Unkept

TRIES = 2


class Step(BaseModel):
    """What is being done just now, for whoever waits for a picture; `attempt` counts the paintings."""

    kind: str = "preview"
    step: str
    attempt: int = 1


Tell = Callable[[Step], None]


async def dress(painter: Painter, scene: Scene, seed: int, tell: Tell) -> Image.Image:
    """A picture that passed the gate. Raises Unpaintable, with the painter's reason or what the gate found."""
    found: list[str] = []
    for attempt in range(1, TRIES + 1):
        tell(Step(step="painting", attempt=attempt))
        painted = await painter.paint(scene, seed + attempt)
        tell(Step(step="checking", attempt=attempt))
        found = list(await asyncio.to_thread(faults, scene, painted))
        if not found:
            return painted
    raise Unkept(", ".join(found))

"""The preview tool: a look as a board, or painted by a model, kept for the caller.

Whether a person's photo may be used, and who is on it, was settled before it is called.
"""

import asyncio
import io
import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any, NamedTuple

from langchain_core.runnables import RunnableConfig
from langchain_core.tools import BaseTool, StructuredTool
from PIL import Image
from pydantic import BaseModel, Field

from stores.caller import Caller, caller_in
from stores.photos import Photos
from stores.previews import Previews
from stores.vocabulary import Look, Presentation, Preview
from tools.preview.board import BoardLine, BoardWords, draw_board
from tools.preview.dressing import Step, Tell, dress
from tools.preview.figure import Figure, find_figure
from tools.preview.marking import marked
from tools.preview.pieces import Pieces
from tools.preview.scene import Nobody, Painter, Unpaintable, build_scene

TELL = "tell"


class Painting(BaseModel):
    """That a look is to be painted, over a photo of the person's by its number or over none, and the label it gets."""

    labels: list[str] = Field(description="that a model made it: in the person's language, then in Latin letters")
    photo: int | None = None
    whose: Presentation | None = None


class PreviewArguments(BaseModel):
    """What the tool is called with; words are in the person's language."""

    look: Look
    title: str
    lines: list[BoardLine] = Field(description="name and price of each piece, in the order of the look")
    total: str | None = None
    latin: BoardWords | None = Field(None, description="the same words in Latin letters, for want of a font")
    shown_on: dict[str, int] = Field({}, description="number of the photo that shows a garment, by its id")
    painting: Painting | None = Field(None, description="without it, a board")


class Drawn(NamedTuple):
    """A preview; `missing` is why it is a board although it was to be painted."""

    preview: Preview
    missing: str | None = None


class Easel(NamedTuple):
    """What pictures of looks are made of and with."""

    previews: Previews
    pieces: Pieces
    photos: Photos
    painter: Painter | None


def build_make_preview(easel: Easel) -> BaseTool:
    """The tool over the stores of previews, pieces and photos; whose preview it is comes with the run."""

    async def make_preview(config: RunnableConfig, **asked: Any) -> Drawn:
        wanted, caller, tell = PreviewArguments.model_validate(asked), caller_in(config), teller(config)
        missing = None
        if wanted.painting and easel.painter:
            try:
                return Drawn(await painted(easel, easel.painter, caller, wanted, tell))
            except Unpaintable as error:
                missing = error.missing
        return Drawn(await laid_out(easel, caller, wanted, tell), missing)

    return StructuredTool.from_function(
        coroutine=make_preview,
        name="make_preview",
        description="Draw a picture of a look.",
        args_schema=PreviewArguments,
    )


def telling(config: RunnableConfig, write: Callable[[Any], None]) -> RunnableConfig:
    """The config with somebody who is told of every step."""

    def tell(step: Step) -> None:
        write(step.model_dump())

    return {**config, "configurable": {**config.get("configurable", {}), TELL: tell}}


def teller(config: RunnableConfig) -> Tell:
    found: Tell | None = config.get("configurable", {}).get(TELL)
    return found or (lambda step: None)


async def laid_out(easel: Easel, caller: Caller, wanted: PreviewArguments, tell: Tell) -> Preview:
    """The board of a look; the same board again is the same preview."""
    tell(Step(step="laying out"))
    pictures = await easel.pieces.of(wanted.look, caller, wanted.shown_on)
    words = BoardWords(wanted.title, wanted.lines, wanted.total)
    png = await asyncio.to_thread(draw_board, wanted.look, words, latin=wanted.latin, pictures=pictures)
    identity = await easel.previews.add(caller, png)
    return preview_of(wanted, identity, kind="board", ai_generated=False, label=wanted.title)


async def painted(easel: Easel, painter: Painter, caller: Caller, wanted: PreviewArguments, tell: Tell) -> Preview:
    """A picture that a model made and the gate let through, or the one that is kept of the same order.

    Raises Unpaintable.
    """
    order = wanted.painting
    if order is None:
        raise Unpaintable("nothing to paint")
    recipe = recipe_of(wanted, painter)
    identity = await easel.previews.made(caller, recipe)
    if identity is None:
        photo, figure = await seen(easel.photos, caller, order.photo)
        pictures = await easel.pieces.of(wanted.look, caller, wanted.shown_on)
        scene = build_scene(wanted.look, pictures, whose=order.whose, photo=photo, figure=figure)
        picture = await dress(painter, scene, int(sha256(recipe).hexdigest()[:7], 16), tell)
        png = await asyncio.to_thread(marked, picture, *order.labels, over_a_photo=photo is not None)
        identity = await easel.previews.add(caller, png, recipe)
    kind = "generated" if order.photo is None else "tryon"
    return preview_of(wanted, identity, kind=kind, ai_generated=True, label=order.labels[0])


async def seen(photos: Photos, caller: Caller, number: int | None) -> tuple[Image.Image | None, Figure | None]:
    """The photo under a number and the figure on it. Raises Nobody."""
    if number is None:
        return None, None
    photo = await photos.numbered(caller, number)
    pixels = await photos.pixels(caller, photo.id) if photo else None
    found = await asyncio.to_thread(figure_in, pixels) if pixels else None
    if found is None:
        raise Nobody("none on the photo")
    return found


def figure_in(pixels: bytes) -> tuple[Image.Image, Figure] | None:
    with Image.open(io.BytesIO(pixels)) as image:
        photo = image.convert("RGB")
    figure = find_figure(photo)
    return (photo, figure) if figure else None


def recipe_of(wanted: PreviewArguments, painter: Painter) -> bytes:
    """All that a painted picture follows from."""
    items = [item.model_dump(include={"id", "slot", "category", "colour"}) for item in wanted.look.items]
    order = wanted.painting.model_dump() if wanted.painting else {}
    return json.dumps([painter.name, painter.settings, items, wanted.shown_on, order], sort_keys=True).encode()


def preview_of(wanted: PreviewArguments, identity: str, **facts: Any) -> Preview:
    return Preview(id=identity, url=f"/v1/previews/{identity}", look_id=wanted.look.id, **facts)

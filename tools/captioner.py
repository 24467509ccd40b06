"""The captioning tool: looks at a stored photo's pixels and has the captioning agent say what is on it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from langchain_core.tools import BaseTool, StructuredTool
from pydantic import BaseModel, Field

from stores.caller import Caller
from stores.photos import Photos
from tools.pixels import Sight, look

Captioner = Callable[[int, Sight, bytes], Awaitable[BaseModel]]


class PhotoMissing(LookupError):
    """The caller has no photo under this number."""


class CaptionArguments(BaseModel):
    """What the tool is called with."""

    number: int = Field(ge=1, description="the number that the person knows the photo by")


def build_caption_photo(photos: Photos, caller: Caller, caption: Captioner) -> BaseTool:
    """The tool for one caller's photos; `caption` turns what was measured, and the JPEG, into a caption.

    It raises PhotoMissing.
    """

    async def caption_photo(number: int) -> dict[str, Any]:
        photo = await photos.numbered(caller, number)
        pixels = await photos.pixels(caller, photo.id) if photo else None
        if photo is None or pixels is None:
            raise PhotoMissing(f"no photo {number}")
        seen = await caption(number, await asyncio.to_thread(look, pixels), pixels)
        await photos.mark_captioned(caller, photo.id)
        return seen.model_dump(mode="json")

    return StructuredTool.from_function(
        coroutine=caption_photo,
        name="caption_photo",
        description="Say what is on one of the person's photos: garments by their attributes, people, scene, quality.",
        args_schema=CaptionArguments,
    )

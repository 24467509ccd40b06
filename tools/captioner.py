"""The captioning tool: measures a stored photo's pixels and has the captioning agent name its garments."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from langchain_core.tools import BaseTool, StructuredTool
from pydantic import BaseModel, Field

from stores.caller import Caller
from stores.photos import Photos
from stores.vocabulary import Garment
from tools.pixels import Measured, measure

Namer = Callable[[int, Sequence[Measured], bytes], Awaitable[list[Garment]]]


class PhotoMissing(LookupError):
    """The caller has no photo under this number."""


class CaptionArguments(BaseModel):
    """What the tool is called with."""

    number: int = Field(ge=1, description="the number that the person knows the photo by")


def build_caption_photo(photos: Photos, caller: Caller, name: Namer) -> BaseTool:
    """The tool for one caller's photos; `name` turns what was measured, and the JPEG, into garments.

    It raises PhotoMissing.
    """

    async def caption_photo(number: int) -> list[dict[str, Any]]:
        photo = await photos.numbered(caller, number)
        pixels = await photos.pixels(caller, photo.id) if photo else None
        if photo is None or pixels is None:
            raise PhotoMissing(f"no photo {number}")
        garments = await name(number, await asyncio.to_thread(measure, pixels), pixels)
        await photos.mark_captioned(caller, photo.id)
        return [garment.model_dump(mode="json") for garment in garments]

    return StructuredTool.from_function(
        coroutine=caption_photo,
        name="caption_photo",
        description="Name every garment on one of the person's photos.",
        args_schema=CaptionArguments,
    )

"""The preview tool: draws a look as a board and keeps the picture for the caller."""

import asyncio

from langchain_core.runnables import RunnableConfig
from langchain_core.tools import BaseTool, StructuredTool
from pydantic import BaseModel, Field

from stores.caller import caller_in
from stores.previews import Previews
from stores.vocabulary import Look, Preview
from tools.preview.board import BoardLine, BoardWords, draw_board


class PreviewArguments(BaseModel):
    """What the tool is called with; words are in the person's language."""

    look: Look
    title: str
    lines: list[BoardLine] = Field(description="name and price of each piece, in the order of the look")
    total: str | None = None
    latin: BoardWords | None = Field(None, description="the same words in Latin letters, for want of a font")


def build_make_preview(previews: Previews) -> BaseTool:
    """The tool over one store of pictures; whose picture it is comes with the run."""

    async def make_preview(  # noqa: PLR0917
        look: Look,
        title: str,
        lines: list[BoardLine],
        config: RunnableConfig,
        total: str | None = None,
        latin: BoardWords | None = None,
    ) -> Preview:
        png = await asyncio.to_thread(draw_board, look, title=title, lines=lines, total=total, latin=latin)
        identity = await previews.add(caller_in(config), png)
        url = f"/v1/previews/{identity}"
        return Preview(id=identity, url=url, kind="board", look_id=look.id, label=title, ai_generated=False)

    return StructuredTool.from_function(
        coroutine=make_preview,
        name="make_preview",
        description="Draw a picture of a look.",
        args_schema=PreviewArguments,
    )

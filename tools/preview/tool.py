"""The preview tool: draws a look as a board and keeps the picture for the caller."""

import asyncio
from pathlib import Path

from langchain_core.runnables import RunnableConfig
from langchain_core.tools import BaseTool, StructuredTool
from pydantic import BaseModel, Field

from stores.caller import caller_in
from stores.catalog.shop import ShopSearch
from stores.pictures import Pictures
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


def build_make_preview(previews: Previews, catalog: ShopSearch, pictures: Pictures) -> BaseTool:
    """The tool over the stores of boards, articles and their pictures; whose board it is comes with the run."""

    async def make_preview(  # noqa: PLR0917
        look: Look,
        title: str,
        lines: list[BoardLine],
        config: RunnableConfig,
        total: str | None = None,
        latin: BoardWords | None = None,
    ) -> Preview:
        shown = await pictures_of(look, catalog, pictures)
        png = await asyncio.to_thread(
            draw_board, look, title=title, lines=lines, total=total, latin=latin, pictures=shown
        )
        identity = await previews.add(caller_in(config), png)
        url = f"/v1/previews/{identity}"
        return Preview(id=identity, url=url, kind="board", look_id=look.id, label=title, ai_generated=False)

    return StructuredTool.from_function(
        coroutine=make_preview,
        name="make_preview",
        description="Draw a picture of a look.",
        args_schema=PreviewArguments,
    )


async def pictures_of(look: Look, catalog: ShopSearch, pictures: Pictures) -> dict[str, Path]:
    """The drawn pictures of a look's articles, by id."""
    bought = [item.id for item in look.items if item.source == "catalog"]
    articles = await catalog.articles(bought) if bought else {}
    drawn = await asyncio.gather(*(pictures.of(article) for article in articles.values()))
    return {identity: path for identity, path in zip(articles, drawn, strict=True) if path}

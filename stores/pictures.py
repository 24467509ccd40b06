"""The drawn pictures of articles, made when they are first asked for and kept.

To draw a picture takes a fifth of a second, which for a whole catalogue is minutes: so an article says only that it is
drawn, and a picture that nobody looks at is never made. This module does not know what garments look like.
"""

import asyncio
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from stores.drawing.raster import render_apart
from stores.files import write_whole
from stores.vocabulary import Article

# What an article's `image` says in the place of a path or an address.
DRAWN = "drawn"
AT_ONCE = 2


class Pictures:
    """PNG files in `directory`, named by what is drawn: the same article, drawn the same way, is the same file."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._names: dict[str, str] = {}
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def of(self, article: Article) -> Path | None:
        """The picture of an article that is drawn; None where it is not."""
        if article.image != DRAWN:
            return None
        told = sha256(article.model_dump_json().encode()).hexdigest()
        name = self._names.get(told)
        if name is None or not await asyncio.to_thread((self.directory / name).exists):
            name = self._names[told] = await self._made(article)
        return self.directory / name

    async def small(self, articles: Sequence[Article], width: int) -> list[bytes]:
        """PNGs of drawn articles, `width` pixels square, which are not kept: a sixth of the time. Raises Undrawable."""
        from stores.drawing.article import draw_article

        async with self._turns:
            svgs = await asyncio.to_thread(lambda: [draw_article(article) for article in articles])
            return await render_apart(svgs, width)

    async def _made(self, article: Article) -> str:
        """The name of the file, which is made where it is not there yet."""
        from stores.drawing.article import draw_article

        async with self._turns:
            svg = await asyncio.to_thread(draw_article, article)
            name = f"{sha256(svg.encode()).hexdigest()[:24]}.png"
            path = self.directory / name
            if not await asyncio.to_thread(path.exists):
                (png,) = await render_apart([svg])
                await asyncio.to_thread(write_whole, path, png, sync=False)
        return name

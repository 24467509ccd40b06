"""The pictures of the catalogue for the command line: looked at beforehand, and searched by a photo."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cli.catalog import opened
from cli.failure import Failure, load_settings, require_encoder

if TYPE_CHECKING:
    from graph.settings import Settings
    from stores.catalog.shop import Hit, Query
    from stores.gallery import Gallery


async def fill(settings: "Settings") -> str:
    """Looks at whatever was not looked at yet, with a progress bar; says what there is then. Raises `Failure`."""
    from rich.progress import Progress

    from cli.display import console
    from stores.catalog.versions import IngestRunning
    from stores.drawing.raster import Undrawable
    from stores.gallery import Blind

    page = console(stderr=True)
    async with opened() as shop, gallery_of(settings) as gallery:
        articles, version = await shop.everything(), (await shop.info()).version
        with Progress(console=page, transient=True, disable=not page.is_terminal) as bar:
            task = bar.add_task("pictures", total=len(articles))
            try:
                async for done in gallery.fill(articles, version):
                    bar.update(task, completed=done)
            except (Blind, Undrawable, IngestRunning) as error:
                raise Failure(str(error)) from error
        seen = len(await gallery.of(articles))
    return f"{seen} of {len(articles)} articles have a picture that was looked at ({gallery.encoder.name})."


async def find_alike(photo: Path, query: "Query", limit: int) -> "list[Hit]":
    """The articles that resemble the garment on a photo, which is not kept. Raises `Failure`."""
    from stores.drawing.raster import Undrawable
    from stores.gallery import Blind
    from stores.photo_files import BadPhoto
    from tools.resemblance import resembling, shown_on

    settings = load_settings()
    try:
        jpeg = await asyncio.to_thread(cleaned, photo, int(settings.max_photo_mb * 1e6))
        async with opened() as shop, gallery_of(settings) as gallery:
            seen = await asyncio.to_thread(shown_on, jpeg, gallery.encoder)
            return await resembling(shop, gallery, seen, query, limit)
    except (BadPhoto, Blind, Undrawable) as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(f"{photo} cannot be read: {error.strerror}.") from error


def cleaned(file: Path, max_bytes: int) -> bytes:
    """A file as a photo is stored. Raises BadPhoto, OSError."""
    from stores.photo_files import check_size, clean

    data = file.read_bytes()
    check_size(data, max_bytes)
    return clean(data)[0]


@asynccontextmanager
async def gallery_of(settings: "Settings") -> "AsyncIterator[Gallery]":
    """The gallery of the data directory. Raises `Failure`."""
    from stores.gallery import open_gallery
    from stores.pictures import Pictures
    from tools.encoders import build_encoder

    require_encoder(settings)
    directory, encoder = settings.data_dir, build_encoder(settings.image_encoder)
    async with open_gallery(directory / "gallery", Pictures(directory / "pictures"), encoder) as gallery:
        yield gallery

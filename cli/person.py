"""`maison export` and `maison erase`: a person's things as one archive, or gone.

With a running server the person is whoever `MAISON_API_KEY` belongs to; without one, the local person.
"""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from cli.download import download
from cli.failure import Failure, load_settings


def export(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="The ZIP file to write.")] = Path("maison.zip"),
    force: Annotated[bool, typer.Option("--force", help="Replace the file where there is one.")] = False,
) -> None:
    """Write everything that is kept of you into a ZIP file."""
    if file.exists() and not force:
        raise Failure(f"{file} is there already. Name another file, or add --force.")
    try:
        asyncio.run(save(file))
    except OSError as error:
        raise Failure(f"{file} cannot be written: {error.strerror}.") from error
    typer.echo(f"Everything is in {file}; README.txt in it says what is what.")


def erase(yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Delete everything that is kept of you: threads, looks, wardrobe, photos, previews, feedback, orders, traces."""
    if not yes:
        typer.confirm("Delete everything that is kept of you? It cannot be undone", abort=True)
    asyncio.run(forget())
    typer.echo("Nothing is kept of you any more.")


async def save(file: Path) -> None:
    """Raises `Failure`, OSError."""
    from cli.client import open_client, refusals

    async with open_client(load_settings()) as client:
        with refusals():
            await download(client.http.client, "/v1/me/export", file)


async def forget() -> None:
    """Raises `Failure`."""
    from cli.client import open_client, refusals

    async with open_client(load_settings()) as client:
        with refusals():
            answer = await client.http.client.delete("/v1/me")
            answer.raise_for_status()

"""`maison keys`: who may call the server. Works beside a running server, which sees a change at its next request."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from cli.directory import ready
from cli.failure import Failure, load_settings
from stores.caller import RIGHTS, Right

if TYPE_CHECKING:
    from stores.keys import Key, Keys

app = typer.Typer(help="Make, list and revoke API keys.", no_args_is_help=True)


@app.command()
def create(
    name: Annotated[str, typer.Argument(help="Whose key it is, or what for.")],
    rights: Annotated[str, typer.Option(help=f"Between commas: {', '.join(RIGHTS)}.")] = "person",
    person: Annotated[
        str | None, typer.Option(help="Whose things it opens, as `keys list` names them; unset, a new person's.")
    ] = None,
) -> None:
    """Make a key and print it, once: only a digest is kept."""
    key, token = asyncio.run(make(name, read_rights(rights), person))
    typer.echo(token)
    typer.echo(f"Key {key.id} for {key.person}. Keep it now; it cannot be shown again.", err=True)


@app.command("list")
def show() -> None:
    """Every key, without its secret."""
    from cli.display import print_table

    rows = [
        (key.id, key.name, key.person, ", ".join(key.rights), minute(key.created_at), minute(key.used_at))
        for key in asyncio.run(everyone())
    ]
    if not rows:
        typer.echo("There is no key. Make one: maison keys create NAME")
        return
    print_table(("key", "name", "person", "rights", "made", "last used"), rows, whole=("key", "person"))


@app.command()
def revoke(key: Annotated[str, typer.Argument(help="The key's id, as `keys list` shows it.")]) -> None:
    """End a key and its browser sessions, at once."""
    if not asyncio.run(end(key)):
        raise Failure(f"There is no key {key!r}. `maison keys list` shows those there are.")
    typer.echo(f"Key {key} is revoked.")


def minute(moment: str | None) -> str:
    """A moment as people write it, in UTC."""
    return moment[:16].replace("T", " ") if moment else "never"


def read_rights(text: str) -> list[Right]:
    """Rights written between commas. Raises typer.BadParameter."""
    asked = {part.strip() for part in text.split(",")}
    if others := asked - set(RIGHTS):
        raise typer.BadParameter(f"{', '.join(sorted(others))}: there are {', '.join(RIGHTS)}", param_hint="--rights")
    return [right for right in RIGHTS if right in asked]


async def make(name: str, rights: list[Right], person: str | None) -> "tuple[Key, str]":
    async with opened() as keys:
        return await keys.create(name, rights, person)


async def everyone() -> "list[Key]":
    async with opened() as keys:
        return await keys.all()


async def end(identity: str) -> bool:
    async with opened() as keys:
        return await keys.revoke(identity)


@asynccontextmanager
async def opened() -> "AsyncIterator[Keys]":
    from stores.keys import open_keys

    async with open_keys(ready(load_settings().data_dir) / "keys.db") as keys:
        yield keys

"""`maison wardrobe`: what you own; listed, filled from photos or a file, corrected, given out.

With a running server the wardrobe is of whoever `MAISON_API_KEY` belongs to; without one, of the local person.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from cli.failure import Failure, load_settings
from cli.wardrobe_files import Summary, add_photos, pictures, save, take_in

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")
Http = Callable[["httpx.AsyncClient"], Awaitable[T]]

app = typer.Typer(help="What you own: fill it, correct it, give it out.", no_args_is_help=True)

Ids = Annotated[list[str], typer.Argument(help="Ids, as `maison wardrobe list` shows them.")]
Id = Annotated[str, typer.Argument(help="An id, as `maison wardrobe list` shows it.")]
STATES = {"here": "", "in_wash": "in the wash", "given_away": "given away"}
REASONS = 10  # shown at once


@app.command(name="list")
def show(
    words: Annotated[list[str] | None, typer.Argument(help="Words, in English, French or Chinese.")] = None,
    *,
    slot: Annotated[list[str] | None, typer.Option(help="Only this slot; may be repeated.")] = None,
    colour: Annotated[list[str] | None, typer.Option(help="Only this colour family; may be repeated.")] = None,
    state: Annotated[list[str] | None, typer.Option(help="here, in_wash or given_away; may be repeated.")] = None,
    unconfirmed: Annotated[bool, typer.Option("--unconfirmed", help="Only what waits for your word.")] = False,
    like: Annotated[int | None, typer.Option(min=1, help="The number of a photo; the most alike first.")] = None,
) -> None:
    """List what you own, or what fits all that is asked."""
    asked: dict[str, Any] = {"q": " ".join(words or []), "slot": slot, "colour": colour, "state": state}
    asked |= {"confirmed": False} if unconfirmed else {}
    named = {key: value for key, value in asked.items() if value is not None}

    async def find(http: "httpx.AsyncClient") -> list[dict[str, Any]]:
        like_photo = {"like": await photo_numbered(http, like)} if like else {}
        return list(await sent(http, "GET", "/v1/wardrobe", params=named | like_photo))

    print_garments(run(find))


async def photo_numbered(http: "httpx.AsyncClient", number: int) -> str:
    """The id of a photo. Raises `Failure` for a number that is not there."""
    photos = {one["number"]: str(one["id"]) for one in await sent(http, "GET", "/v1/photos")}
    if number in photos:
        return photos[number]
    raise Failure(f"There is no photo {number}. There are: {', '.join(map(str, photos)) or 'none'}.")


@app.command()
def add(paths: Annotated[list[Path], typer.Argument(exists=True, help="Photos, or folders of photos.")]) -> None:
    """Hang in what photos show; a photo that is there already is not sent again, so the same command goes on."""
    if not (files := pictures(paths)):
        raise Failure("There is no photo there. Name JPEG, PNG, WebP, HEIC or GIF files, or a folder of them.")
    summary = run(lambda http: add_photos(http, files))
    print_garments(summary.garments)
    tell(summary)
    if named := settle(summary.doubts):
        print_garments(named)
    if summary.garments:
        typer.echo("They wait for your word: maison wardrobe confirm --all, or edit what is wrong first.")
    if not summary.taken:
        raise Failure("No photo was taken.")


@app.command()
def name(
    photo: Annotated[int, typer.Argument(help="The number of a photo.")],
    kind: Annotated[list[str], typer.Argument(help="What it shows: shirt, chemise, 衬衫, midi_skirt.")],
) -> None:
    """Say what a photo shows, where it was not made out or not made out right."""
    print_garments([call_it(photo, " ".join(kind))])


@app.command()
def confirm(
    ids: Annotated[list[str] | None, typer.Argument(help="Ids, as `maison wardrobe list` shows them.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All that waits for your word.")] = False,
) -> None:
    """Say that garments made out on photos are right."""
    if bool(ids) == everything:
        raise typer.BadParameter("name ids, or say --all")

    async def agree(http: "httpx.AsyncClient") -> list[dict[str, Any]]:
        waiting = await sent(http, "GET", "/v1/wardrobe", params={"confirmed": False}) if everything else []
        named = ids or [one["id"] for one in waiting]
        return [await sent(http, "PATCH", f"/v1/wardrobe/{key}", json={"confirmed": True}) for key in named]

    done = run(agree)
    print_garments(done)
    typer.echo(f"{len(done)} confirmed.")


@app.command()
def edit(
    garment: Id,
    *,
    name: Annotated[str | None, typer.Option()] = None,
    category: Annotated[str | None, typer.Option()] = None,
    colour: Annotated[list[str] | None, typer.Option(help="A colour's name; may be repeated.")] = None,
    fabric: Annotated[list[str] | None, typer.Option(help="May be repeated.")] = None,
    pattern: Annotated[str | None, typer.Option()] = None,
    size: Annotated[str | None, typer.Option()] = None,
    state: Annotated[str | None, typer.Option(help="here, in_wash or given_away.")] = None,
    paid: Annotated[float | None, typer.Option(min=0, help="What it cost you.")] = None,
    currency: Annotated[str | None, typer.Option(help="Of what it cost: EUR, USD, ...")] = None,
) -> None:
    """Correct a garment; what is not named stays."""
    named = {
        "name": name, "category": category, "colours": colour, "fabrics": fabric, "pattern": pattern, "size": size,
        "state": state, "paid": paid, "currency": currency,
    }  # fmt: skip
    fields = {key: value for key, value in named.items() if value is not None}
    if not fields:
        raise typer.BadParameter("name what is to be corrected; --help lists it")
    print_garments([run(lambda http: sent(http, "PATCH", f"/v1/wardrobe/{garment}", json=fields))])


@app.command()
def worn(
    garments: Ids,
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day; today without it.")] = None,
) -> None:
    """Note that you wore garments."""
    body = {"day": on.date().isoformat()} if on else {}

    async def note(http: "httpx.AsyncClient") -> list[dict[str, Any]]:
        return [await sent(http, "POST", f"/v1/wardrobe/{key}/worn", json=body) for key in garments]

    print_garments(run(note))


@app.command()
def duplicates() -> None:
    """List garments that look as if they were one; `merge` makes them one, `apart` says that they are two."""
    from cli.display import print_table

    pairs = run(lambda http: sent(http, "GET", "/v1/wardrobe/duplicates"))
    rows = [(one["first"]["id"], one["second"]["id"], called(one["first"]), called(one["second"])) for one in pairs]
    typer.echo(f"{len(pairs)} that may be one\n")
    print_table(("first", "second", "name", "and"), rows, whole=("first", "second"))


@app.command()
def apart(garment: Id, other: Annotated[str, typer.Argument(help="The id of the other one.")]) -> None:
    """Say that two garments which look alike are two, so that they are not listed as one again."""
    body = {"other_id": other}
    print_garments([run(lambda http: sent(http, "POST", f"/v1/wardrobe/{garment}/apart", json=body))])


@app.command()
def merge(garment: Id, other: Annotated[str, typer.Argument(help="The id of the one that goes.")]) -> None:
    """Make one garment of two; the first stays, with the photos and the wears of both."""
    body = {"other_id": other}
    print_garments([run(lambda http: sent(http, "POST", f"/v1/wardrobe/{garment}/merge", json=body))])


@app.command()
def export(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="The file to write: .csv, .zip with photos, or .json.")],
    force: Annotated[bool, typer.Option("--force", help="Replace the file where there is one.")] = False,
) -> None:
    """Write your wardrobe into a file that `import` takes."""
    if file.exists() and not force:
        raise Failure(f"{file} is there already. Name another file, or add --force.")
    try:
        run(lambda http: save(http, file))
    except OSError as error:
        raise Failure(f"{file} cannot be written: {error.strerror}.") from error
    typer.echo(f"Your wardrobe is in {file}.")


@app.command(name="import")
def import_file(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="CSV, ZIP or JSON.")],
) -> None:
    """Hang in what a file lists: an export, or a CSV with the columns category and colours at least."""
    summary = run(lambda http: take_in(http, file))
    tell(summary)
    if not summary.taken:
        raise Failure(f"Nothing of {file} was taken.")


@app.command()
def remove(garments: Ids, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Delete garments. What you gave away is better marked so: edit ID --state given_away."""
    if not yes:
        typer.confirm(f"Delete {len(garments)} for good", abort=True)

    async def drop(http: "httpx.AsyncClient") -> None:
        for key in garments:
            await sent(http, "DELETE", f"/v1/wardrobe/{key}")

    run(drop)
    typer.echo(f"{len(garments)} deleted.")


def run(work: Http[T]) -> T:
    """Does something with the wardrobe of whoever asks. Raises `Failure`."""
    from cli.client import open_client, refusals

    async def within() -> T:
        async with open_client(load_settings()) as client:
            with refusals():
                return await work(client.http.client)

    return asyncio.run(within())


async def sent(http: "httpx.AsyncClient", method: str, path: str, **options: Any) -> Any:
    """What the server answers. Raises httpx.HTTPStatusError."""
    answer = await http.request(method, path, **options)
    answer.raise_for_status()
    return answer.json() if answer.content else None


def call_it(number: int, kind: str) -> dict[str, Any]:
    """The garment that a photo shows by what its owner says. Raises `Failure`."""

    async def name_it(http: "httpx.AsyncClient") -> dict[str, Any]:
        photos = await sent(http, "GET", "/v1/photos")
        if (photo := next((one["id"] for one in photos if one["number"] == number), None)) is None:
            raise Failure(f"There is no photo {number}.")
        return dict(await sent(http, "POST", "/v1/wardrobe/named", json={"photo": photo, "kind": kind}))

    return run(name_it)


def settle(doubts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Ask what doubtful photos show, where somebody is there to answer; the garments that were named."""
    found = []
    for doubt in doubts:
        typer.echo(doubt_text(doubt))
        if sys.stdin.isatty():
            said = typer.prompt("  What is it? A number, a word, or Enter to leave it", default="", show_default=False)
            choice = int(said) if said.isdecimal() else 0
            kind = doubt["may_be"][choice - 1] if 0 < choice <= len(doubt["may_be"]) else said
            found += [call_it(doubt["number"], kind)] if kind.strip() else []
    if doubts and not sys.stdin.isatty():
        typer.echo(f"Say what they are: maison wardrobe name {doubts[0]['number']} shirt")
    return found


def doubt_text(doubt: dict[str, Any]) -> str:
    """What a photo may show: "photo 3 (c.jpg): 1 long sleeve top, 2 tee?"."""
    from cli.display import plain

    may_be = ", ".join(f"{place} {kind.replace('_', ' ')}" for place, kind in enumerate(doubt["may_be"], 1))
    guess = f"{may_be}?" if may_be else "no garment was made out"
    return plain(f"photo {doubt['number']} ({doubt['file']}): {guess}")


def tell(summary: Summary) -> None:
    from cli.display import plain

    typer.echo(summary.text)
    for where, reason in summary.refused[:REASONS]:
        typer.echo(plain(f"  {where}: {reason}"))
    if left := len(summary.refused[REASONS:]):
        typer.echo(f"  and {left} more")


def print_garments(garments: list[dict[str, Any]]) -> None:
    from cli.display import print_table

    columns = ("id", "name", "photos", "state", "worn", "last worn", "per wear")
    typer.echo(f"{len(garments)} garments\n")
    print_table(columns, map(row_of, garments), whole=("id", "last worn"), right=("worn", "per wear"))


def row_of(garment: dict[str, Any]) -> tuple[str, ...]:
    photos = [garment["photo"], *garment["also_on"]] if garment["photo"] else []
    waits = "" if garment["confirmed"] or garment["origin"] != "photo" else "unconfirmed"
    state = ", ".join(filter(None, (STATES[garment["state"]], waits)))
    cost = garment["cost_per_wear"]
    each = "" if cost is None else f"{cost:.2f} {garment['currency'] or ''}".strip()
    numbers = ", ".join(map(str, photos))
    times = str(len(garment["worn"]) or "")
    return (garment["id"], called(garment), numbers, state, times, garment["last_worn"] or "", each)


def called(garment: dict[str, Any]) -> str:
    from cli.display import name_of

    return name_of(garment["name"], garment["colours"][0]["name"])

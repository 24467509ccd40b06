"""Photos and files on their way into a wardrobe, and out of it: with a progress bar, and an account of what was left.

A photo that the wardrobe has already is not sent again, so whatever was cut off goes on where it stopped.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cli.download import download
from cli.failure import Failure

if TYPE_CHECKING:
    import httpx

PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".gif"}
SUFFIXES = {".csv": "export.csv", ".zip": "export.zip", ".json": "export"}


class Summary(NamedTuple):
    """What was taken, in a sentence; what was not, each with a reason; new garments; photos in doubt."""

    taken: int
    text: str
    refused: list[tuple[str, str]]
    garments: list[dict[str, Any]]
    doubts: Sequence[dict[str, Any]] = ()


def pictures(paths: Sequence[Path]) -> list[Path]:
    """The files that are named, and those in the folders that are, by name; each once."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(one for one in path.rglob("*") if one.suffix.lower() in PICTURES) if path.is_dir() else [path]
        found |= dict.fromkeys(one for one in inside if one.is_file())
    return [*found]


async def add_photos(http: "httpx.AsyncClient", files: Sequence[Path]) -> Summary:
    """Upload photos and have them captioned, one after the other."""
    refused, garments, doubts = list[tuple[str, str]](), list[dict[str, Any]](), list[dict[str, Any]]()
    taken = known = 0
    with progress("photos", len(files)) as step:
        for file in files:
            try:
                photo = await upload(http, file.name, file.read_bytes())
            except Refusal as error:
                refused.append((str(file), str(error)))
            except OSError as error:
                refused.append((str(file), f"cannot be read: {error.strerror}"))
            else:
                taken, known = taken + 1, known + photo["captioned"]
                if not photo["captioned"]:
                    made = await caption(http, photo["id"])
                    garments += made["garments"]
                    doubts += [{**one, "file": str(file)} for one in made["doubts"]]
            step()
    told = f"{len(garments)} garments made out, {known} photos known already, {len(doubts)} in doubt"
    text = f"{len(files)} photos: {told}, {len(refused)} not taken."
    return Summary(taken, text, refused, garments, doubts)


async def take_in(http: "httpx.AsyncClient", file: Path) -> Summary:
    """Hang in what a file lists, its photos first. Raises `Failure` for what is no wardrobe."""
    from stores.wardrobe_files import BadFile, Line, is_archive, open_archive, read_table, renumbered

    refused = list[tuple[str, str]]()
    try:
        with file.open("rb") as data:
            head = data.read(4)
            data.seek(0)
            if is_archive(head):
                with open_archive(data) as archive:
                    numbers = await send_photos(http, archive, refused)
                    lines = [line._replace(row=renumbered(line.row, numbers)) for line in archive.lines]
            elif file.suffix.lower() == ".json":
                lines = [Line(number, row) for number, row in enumerate(json.load(data), 1)]
            else:
                lines = read_table(data.read())
    except (BadFile, ValueError, TypeError, OSError) as error:
        raise Failure(f"{file} cannot be taken: {error}") from error
    answer = await http.post("/v1/wardrobe/import", json=[line.row for line in lines])
    answer.raise_for_status()
    told = answer.json()
    refused += [(f"line {lines[one['index']].number}", one["reason"]) for one in told["rejected"]]
    text = f"{told['added']} added, {told['known']} known already, {len(refused)} not taken."
    return Summary(told["added"] + told["known"], text, refused, told["garments"])


async def send_photos(http: "httpx.AsyncClient", archive: Any, refused: list[tuple[str, str]]) -> dict[int, int]:
    """The numbers that an archive's photos have here; those that are not there yet are uploaded."""
    from stores.wardrobe_files import digest

    known = await digests(http) if archive.numbers else {}
    numbers = dict[int, int]()
    with progress("photos", len(archive.numbers)) as step:
        for number in archive.numbers:
            data = archive.photo(number)
            try:
                numbers[number] = known.get(digest(data)) or (await upload(http, f"{number}.jpg", data))["number"]
            except Refusal as error:
                refused.append((f"photo {number}", str(error)))
            step()
    return numbers


async def digests(http: "httpx.AsyncClient") -> dict[str, int]:
    """The numbers of the photos that are kept, by what they are made of."""
    from stores.wardrobe_files import digest

    listed = await http.get("/v1/photos")
    listed.raise_for_status()
    kept = dict[str, int]()
    for photo in listed.json():
        pixels = await http.get(f"/v1/photos/{photo['id']}")
        kept |= {digest(pixels.content): photo["number"]} if pixels.is_success else {}
    return kept


async def save(http: "httpx.AsyncClient", file: Path) -> None:
    """The wardrobe in the form that the file's name asks for. Raises `Failure`, httpx.HTTPError, OSError."""
    if (form := SUFFIXES.get(file.suffix.lower())) is None:
        raise Failure(f"{file.name}: the name has to end in {', '.join(SUFFIXES)}.")
    await download(http, f"/v1/wardrobe/{form}", file)


class Refusal(Exception):
    """A photo that the server does not take: its code and what it says."""


async def upload(http: "httpx.AsyncClient", name: str, data: bytes) -> dict[str, Any]:
    """Raises `Refusal` for a photo that cannot be taken, httpx.HTTPStatusError for anything else."""
    answer = await http.post("/v1/photos", files={"file": (name, data)})
    if answer.status_code in {409, 413, 422}:
        told = answer.json()
        raise Refusal(f"{told['code']}: {told['detail']}")
    answer.raise_for_status()
    return dict(answer.json())


async def caption(http: "httpx.AsyncClient", photo_id: str) -> dict[str, Any]:
    answer = await http.post("/v1/wardrobe/caption", json={"photos": [photo_id]})
    answer.raise_for_status()
    return dict(answer.json())


@contextmanager
def progress(what: str, total: int) -> "Iterator[Any]":
    """A bar on the terminal; what it gives is called after each step."""
    from rich.progress import Progress

    from cli.display import console

    page = console(stderr=True)
    with Progress(console=page, transient=True, disable=not page.is_terminal) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.update(task, advance=1)

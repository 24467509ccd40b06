"""A wardrobe taken in and given out whole: as a list, as CSV, or as a ZIP of that CSV and the photos."""

import io
from collections.abc import AsyncIterator, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Body, File, Response, UploadFile
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ValidationError

from graph.naming import in_our_words
from server.desk import AtDesk, Desk, Person
from server.documented import ANYWHERE, file_of
from server.export import zipped
from server.problems import Problem
from stores.caller import Caller
from stores.garments import GarmentRow
from stores.photo_files import BadPhoto
from stores.vocabulary import Garment, Photo
from stores.wardrobe_files import (
    MOST_ROWS,
    TABLE,
    Archive,
    BadFile,
    Line,
    digest,
    is_archive,
    open_archive,
    read_table,
    renumbered,
    write_table,
)

router = APIRouter(prefix="/v1/wardrobe", tags=["wardrobe"], responses=ANYWHERE)

CSV = "text/csv; charset=utf-8"
SAVED = {"Content-Disposition": "attachment", "Cache-Control": "no-store"}
# What is to be done about a fault, where pydantic only names it.
MENDED = {
    "missing": "is missing; every row needs a category, such as shirt, and a colour, such as navy",
    "too_short": "is empty; name at least one, such as navy",
    "float_parsing": "is no number; write 49.90",
    "date_from_datetime_parsing": "is no day; write 2026-11-03",
    "date_parsing": "is no day; write 2026-11-03",
}
Rows = Annotated[list[dict[str, Any]], Body(max_length=MOST_ROWS)]


class Rejected(BaseModel):
    """A row that was not taken, counted from 0, and why."""

    index: int
    reason: str


class Imported(BaseModel):
    """What hangs there now of the rows, in their order; `known` hung there already and stays as it was."""

    added: int
    known: int
    rejected: list[Rejected]
    garments: list[Garment]


class Refused(BaseModel):
    """A line, or a photo of an archive, that was not taken, and why."""

    where: str
    reason: str


class FileImported(BaseModel):
    """What hangs there now of a file; `known` hung there already and stays as it was."""

    added: int
    known: int
    photos: int
    refused: list[Refused]
    garments: list[Garment]


@router.get("/export")
async def export(desk: AtDesk, caller: Person) -> list[Garment]:
    """Everything, what was given away included, in the form that the import takes."""
    return await desk.services.wardrobe.garments(caller)


@router.get("/export.csv", response_class=Response, responses=file_of("text/csv"))
async def export_table(desk: AtDesk, caller: Person) -> Response:
    """Everything as a table that spreadsheets open, and that the import takes."""
    table = write_table(await desk.services.wardrobe.garments(caller))
    return Response(table, media_type=CSV, headers=SAVED)


@router.get("/export.zip", response_class=StreamingResponse, responses=file_of("application/zip"))
async def export_archive(desk: AtDesk, caller: Person) -> StreamingResponse:
    """The table, and the photos that show what is in it, by their numbers."""
    return StreamingResponse(zipped(_files(desk, caller)), media_type="application/zip", headers=SAVED)


@router.post("/import")
async def hang_in(rows: Rows, desk: AtDesk, caller: Person) -> Imported:
    """Takes every row that can be taken; each names a `category` and `colours`, the rest is filled in."""
    garments, rejected = read_rows(rows, await desk.services.photos.photos(caller))
    added, hung = await _hang(desk, caller, garments)
    return Imported(added=added, known=len(hung) - added, rejected=rejected, garments=hung)


@router.post("/import/file")
async def take_in(file: Annotated[UploadFile, File()], desk: AtDesk, caller: Person) -> FileImported:
    """Takes what an export gave, or a CSV of one's own: a first line that names `category` and `colours` at least.

    A photo that is there already keeps its number, another gets the next one; the same file again changes nothing.
    """
    data = await file.read()
    numbers, refused = dict[int, int](), list[Refused]()
    try:
        if is_archive(data):
            with open_archive(io.BytesIO(data)) as archive:
                lines, numbers, refused = await _unpacked(desk, caller, archive)
        else:
            lines = read_table(data)
    except BadFile as error:
        raise Problem(422, error.code, str(error)) from error
    garments, rejected = read_rows([line.row for line in lines], await desk.services.photos.photos(caller))
    added, hung = await _hang(desk, caller, garments)
    refused += [Refused(where=f"line {lines[one.index].number}", reason=one.reason) for one in rejected]
    return FileImported(
        added=added, known=len(hung) - added, photos=len({*numbers.values()}), refused=refused, garments=hung
    )


async def _unpacked(desk: Desk, caller: Caller, archive: Archive) -> tuple[list[Line], dict[int, int], list[Refused]]:
    """The lines with the numbers that their photos have here, these numbers, and the photos that cannot be taken."""
    photos, known = desk.services.photos, await _known(desk, caller)
    numbers, refused = dict[int, int](), list[Refused]()
    for number in archive.numbers:
        data = archive.photo(number)
        try:
            numbers[number] = known.get(digest(data)) or (await photos.add(caller, data)).number
        except BadPhoto as error:
            refused.append(Refused(where=f"photo {number}", reason=f"{error.code}: {error}"))
    lines = [line._replace(row=renumbered(line.row, numbers)) for line in archive.lines]
    return lines, numbers, refused


async def _known(desk: Desk, caller: Caller) -> dict[str, int]:
    """The numbers of the photos that are kept, by what they are made of."""
    photos = desk.services.photos
    kept = [(await photos.pixels(caller, photo.id), photo.number) for photo in await photos.photos(caller)]
    return {digest(pixels): number for pixels, number in kept if pixels}


async def _files(desk: Desk, caller: Caller) -> AsyncIterator[tuple[str, bytes]]:
    garments = await desk.services.wardrobe.garments(caller)
    yield TABLE, write_table(garments)
    used = {number for garment in garments for number in garment.photos}
    for photo in await desk.services.photos.photos(caller):
        if photo.number in used and (pixels := await desk.services.photos.pixels(caller, photo.id)):
            yield f"photos/{photo.number}.jpg", pixels


async def _hang(desk: Desk, caller: Caller, garments: Sequence[Garment]) -> tuple[int, list[Garment]]:
    """How many of these were not there yet, and all of them as they hang there now."""
    before = {garment.id for garment in await desk.services.wardrobe.garments(caller)}
    hung = await desk.services.wardrobe.add(caller, garments)
    return len({garment.id for garment in hung} - before), hung


def read_rows(rows: Sequence[dict[str, Any]], photos: Sequence[Photo]) -> tuple[list[Garment], list[Rejected]]:
    """The garments of the rows, each with its photos where the person has them, and the rows that are faulty."""
    here = {photo.number for photo in photos}
    garments, rejected = [], []
    for index, row in enumerate(rows):
        try:
            garment = GarmentRow.model_validate(in_our_words(row)).garment()
        except ValidationError as error:
            rejected.append(Rejected(index=index, reason=reason_of(error)))
        except ValueError as error:
            rejected.append(Rejected(index=index, reason=str(error)))
        else:
            there = [number for number in garment.photos if number in here]
            garments.append(garment.model_copy(update={"photo": next(iter(there), None), "also_on": there[1:]}))
    return garments, rejected


def reason_of(error: ValidationError) -> str:
    said = ((".".join(map(str, fault["loc"])), MENDED.get(fault["type"], fault["msg"])) for fault in error.errors())
    return "; ".join(": ".join(filter(None, parts)) for parts in said)

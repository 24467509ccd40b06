"""What a person owns: listed, confirmed and corrected, hung in by list, given out in the same form."""

from typing import Annotated, Any

from fastapi import APIRouter, Body
from pydantic import BaseModel, ValidationError

from server.desk import AtDesk, Person
from server.documented import ANYWHERE, faults
from server.problems import Problem
from stores.garments import GarmentEdit, GarmentRow
from stores.vocabulary import Garment, Photo

router = APIRouter(prefix="/v1/wardrobe", tags=["wardrobe"], responses=ANYWHERE)

MOST_ROWS = 2000
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


@router.get("")
async def search(desk: AtDesk, caller: Person) -> list[Garment]:
    """In the order in which they came."""
    return await desk.services.wardrobe.garments(caller)


@router.get("/export")
async def export(desk: AtDesk, caller: Person) -> list[Garment]:
    """Everything, in the form that the import takes."""
    return await desk.services.wardrobe.garments(caller)


@router.post("/import")
async def hang_in(rows: Rows, desk: AtDesk, caller: Person) -> Imported:
    """Takes every row that can be taken; each names a `category` and `colours`, the rest is filled in."""
    photos = await desk.services.photos.photos(caller)
    garments, rejected = read_rows(rows, photos)
    before = {garment.id for garment in await desk.services.wardrobe.garments(caller)}
    hung = await desk.services.wardrobe.add(caller, garments)
    added = len({garment.id for garment in hung} - before)
    return Imported(added=added, known=len(hung) - added, rejected=rejected, garments=hung)


@router.get("/{garment_id}", responses=faults(404))
async def read(garment_id: str, desk: AtDesk, caller: Person) -> Garment:
    if garment := await desk.services.wardrobe.garment(caller, garment_id):
        return garment
    raise no_garment(garment_id)


@router.patch("/{garment_id}", responses=faults(404))
async def edit(garment_id: str, asked: GarmentEdit, desk: AtDesk, caller: Person) -> Garment:
    """Corrects what is named and leaves the rest; `{"confirmed": true}` alone says that all of it is right."""
    if garment := await desk.services.wardrobe.update(caller, garment_id, asked.changes()):
        return garment
    raise no_garment(garment_id)


@router.delete("/{garment_id}", status_code=204, responses=faults(404))
async def remove(garment_id: str, desk: AtDesk, caller: Person) -> None:
    if await desk.services.wardrobe.remove(caller, garment_id) is None:
        raise no_garment(garment_id)


def read_rows(rows: list[dict[str, Any]], photos: list[Photo]) -> tuple[list[Garment], list[Rejected]]:
    """The garments of the rows, each with its photo where the person has that photo, and the rows that are faulty."""
    numbers = {photo.number for photo in photos}
    garments, rejected = [], []
    for index, row in enumerate(rows):
        try:
            garment = GarmentRow.model_validate(row).garment()
        except ValidationError as error:
            rejected.append(Rejected(index=index, reason=reason_of(error)))
        except ValueError as error:
            rejected.append(Rejected(index=index, reason=str(error)))
        else:
            garments.append(garment if garment.photo in numbers else garment.model_copy(update={"photo": None}))
    return garments, rejected


def reason_of(error: ValidationError) -> str:
    said = ((".".join(map(str, fault["loc"])), fault["msg"]) for fault in error.errors())
    return "; ".join(": ".join(filter(None, parts)) for parts in said)


def no_garment(garment_id: str) -> Problem:
    return Problem(404, "no_garment", f"There is no garment {garment_id!r}. GET /v1/wardrobe lists what is there.")

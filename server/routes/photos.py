"""A person's photos: uploaded, listed under the numbers that they are called by, looked at, deleted."""

from typing import Annotated

from fastapi import APIRouter, File, Response, UploadFile

from graph import closet
from server.desk import AtDesk, Person
from server.documented import ANYWHERE, faults, file_of
from server.problems import Problem
from stores.vocabulary import Photo

router = APIRouter(prefix="/v1/photos", tags=["photos"], responses=ANYWHERE)

PRIVATE = {"Cache-Control": "private, max-age=31536000, immutable"}


@router.post("", status_code=201, responses=faults(409))
async def add(file: Annotated[UploadFile, File()], desk: AtDesk, caller: Person) -> Photo:
    """Stores a photo upright and without metadata; a message then names it by `file_id`."""
    return await desk.services.photos.add(caller, await file.read())


@router.get("")
async def search(desk: AtDesk, caller: Person) -> list[Photo]:
    """In the order in which they came; a number is never given twice."""
    return await desk.services.photos.photos(caller)


@router.get("/{photo_id}", response_class=Response, responses=file_of("image/jpeg") | faults(404))
async def read(photo_id: str, desk: AtDesk, caller: Person) -> Response:
    if pixels := await desk.services.photos.pixels(caller, photo_id):
        return Response(pixels, media_type="image/jpeg", headers=PRIVATE)
    raise no_photo(photo_id)


@router.delete("/{photo_id}", status_code=204, responses=faults(404))
async def remove(photo_id: str, desk: AtDesk, caller: Person) -> None:
    """What it alone showed, and nobody confirmed, leaves the wardrobe with it."""
    if await closet.forget_photo(desk.services, caller, photo_id) is None:
        raise no_photo(photo_id)


def no_photo(photo_id: str) -> Problem:
    return Problem(404, "no_photo", f"There is no photo {photo_id!r}. Upload it with POST /v1/photos.")

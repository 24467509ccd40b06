"""What is kept of a person, over HTTP: photos, wardrobe, previews of looks."""

from typing import Annotated

from fastapi import APIRouter, File, Response, UploadFile

from server.desk import AtDesk, Person
from server.problems import Problem
from stores.vocabulary import Garment, Photo

router = APIRouter(prefix="/v1", tags=["people"])

PRIVATE = {"Cache-Control": "private, max-age=31536000, immutable"}


@router.post("/photos", status_code=201)
async def add_photo(file: Annotated[UploadFile, File()], desk: AtDesk, caller: Person) -> Photo:
    """Stores a photo upright and without metadata; a message then names it by `file_id`."""
    return await desk.services.photos.add(caller, await file.read())


@router.get("/photos/{photo_id}", response_class=Response)
async def read_photo(photo_id: str, desk: AtDesk, caller: Person) -> Response:
    if pixels := await desk.services.photos.pixels(caller, photo_id):
        return Response(pixels, media_type="image/jpeg", headers=PRIVATE)
    raise no_photo(photo_id)


@router.delete("/photos/{photo_id}", status_code=204)
async def remove_photo(photo_id: str, desk: AtDesk, caller: Person) -> None:
    if await desk.services.photos.remove(caller, photo_id) is None:
        raise no_photo(photo_id)


@router.get("/wardrobe")
async def wardrobe(desk: AtDesk, caller: Person) -> list[Garment]:
    return await desk.services.wardrobe.garments(caller)


@router.get("/previews/{preview_id}", response_class=Response)
async def read_preview(preview_id: str, desk: AtDesk, caller: Person) -> Response:
    if picture := await desk.services.previews.read(caller, preview_id):
        return Response(picture, media_type="image/png", headers=PRIVATE)
    raise Problem(404, "no_preview", f"There is no preview {preview_id!r}. Ask for one in a turn.")


def no_photo(photo_id: str) -> Problem:
    return Problem(404, "no_photo", f"There is no photo {photo_id!r}. Upload it with POST /v1/photos.")

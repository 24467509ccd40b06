"""Pictures of looks: drawn in a turn or on request, listed, looked at, deleted."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from graph.previewing import draw
from server.desk import AtDesk, Person
from server.documented import ANYWHERE, faults, file_of
from server.problems import Problem
from server.routes.looks import require_look
from server.routes.photos import PRIVATE
from stores.told import Told
from stores.vocabulary import Preview

router = APIRouter(prefix="/v1/previews", tags=["previews"], responses=ANYWHERE)


class PreviewOrder(Told):
    """Which look to draw, by its id in `/v1/looks`, and the number of the photo to try it on."""

    look_id: str
    photo: Annotated[int, Field(ge=1)] | None = None


class KeptPreview(BaseModel):
    id: str
    url: str
    created_at: datetime


@router.post("", status_code=201, responses=faults(404))
async def add(asked: PreviewOrder, desk: AtDesk, caller: Person) -> Preview:
    """Draws a look as it was shown; the same look again is the same picture.

    A photo goes to a painter on another machine only where its owner has allowed that for good (`photos_leave`).
    """
    kept = await require_look(desk, caller, asked.look_id)
    if asked.photo is not None and await desk.services.photos.numbered(caller, asked.photo) is None:
        raise Problem(404, "no_photo", f"There is no photo {asked.photo}. GET /v1/photos lists them.")
    return (await draw(desk.services, caller, kept.look, asked.photo)).preview


@router.get("")
async def search(desk: AtDesk, caller: Person) -> list[KeptPreview]:
    """The newest first."""
    found = await desk.services.previews.previews(caller)
    return [KeptPreview(id=one.id, url=f"{router.prefix}/{one.id}", created_at=one.created_at) for one in found]


@router.get("/{preview_id}", response_class=Response, responses=file_of("image/png") | faults(404))
async def read(preview_id: str, desk: AtDesk, caller: Person) -> Response:
    if picture := await desk.services.previews.read(caller, preview_id):
        named = {"Content-Disposition": f'inline; filename="preview-{preview_id}.png"'}
        return Response(picture, media_type="image/png", headers=PRIVATE | named)
    raise no_preview(preview_id)


@router.delete("/{preview_id}", status_code=204, responses=faults(404))
async def remove(preview_id: str, desk: AtDesk, caller: Person) -> None:
    if not await desk.services.previews.remove(caller, preview_id):
        raise no_preview(preview_id)


def no_preview(preview_id: str) -> Problem:
    return Problem(404, "no_preview", f"There is no preview {preview_id!r}. Ask for one in a turn.")

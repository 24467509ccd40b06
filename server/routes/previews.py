"""Pictures of looks: drawn in a turn or on request, listed, looked at, deleted."""

from datetime import datetime

from fastapi import APIRouter, Response
from pydantic import BaseModel

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
    """Which look to draw, by its id in `/v1/looks`."""

    look_id: str


class KeptPreview(BaseModel):
    id: str
    url: str
    created_at: datetime


@router.post("", status_code=201, responses=faults(404))
async def add(asked: PreviewOrder, desk: AtDesk, caller: Person) -> Preview:
    """Draws a look as it was shown; the same look again is the same picture."""
    kept = await require_look(desk, caller, asked.look_id)
    return await draw(desk.services, caller, kept.look)


@router.get("")
async def search(desk: AtDesk, caller: Person) -> list[KeptPreview]:
    """The newest first."""
    found = await desk.services.previews.previews(caller)
    return [KeptPreview(id=one.id, url=f"{router.prefix}/{one.id}", created_at=one.created_at) for one in found]


@router.get("/{preview_id}", response_class=Response, responses=file_of("image/png") | faults(404))
async def read(preview_id: str, desk: AtDesk, caller: Person) -> Response:
    if picture := await desk.services.previews.read(caller, preview_id):
        return Response(picture, media_type="image/png", headers=PRIVATE)
    raise no_preview(preview_id)


@router.delete("/{preview_id}", status_code=204, responses=faults(404))
async def remove(preview_id: str, desk: AtDesk, caller: Person) -> None:
    if not await desk.services.previews.remove(caller, preview_id):
        raise no_preview(preview_id)


def no_preview(preview_id: str) -> Problem:
    return Problem(404, "no_preview", f"There is no preview {preview_id!r}. Ask for one in a turn.")

"""A person as a whole: everything kept of them as one archive, or forgotten."""

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from server.desk import AtDesk, Person
from server.documented import ANYWHERE, faults, file_of
from server.erasure import erase_person
from server.export import files_of, zipped
from server.problems import Problem
from server.records import ThreadBusy

router = APIRouter(prefix="/v1/me", tags=["me"], responses=ANYWHERE)

SAVED = {"Content-Disposition": 'attachment; filename="maison.zip"', "Cache-Control": "no-store"}


@router.get("/export", response_class=StreamingResponse, responses=file_of("application/zip"))
async def export(desk: AtDesk, caller: Person) -> StreamingResponse:
    """Everything that is kept of the caller; README.txt in it says what is what."""
    archive = zipped(files_of(desk, caller))
    return StreamingResponse(archive, media_type="application/zip", headers=SAVED)


@router.delete("", status_code=204, responses=faults(409))
async def erase(desk: AtDesk, caller: Person) -> None:
    """Forgets the caller: threads, looks, wardrobe, photos, feedback, orders, traces. Runs under way are stopped."""
    try:
        await erase_person(desk, caller)
    except ThreadBusy as error:
        detail = "A run began while everything was being deleted. Delete once more."
        raise Problem(409, "thread_busy", detail) from error

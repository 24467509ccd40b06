"""A person as a whole: everything kept of them as one archive, or forgotten, and what may be learned from them."""

from datetime import datetime

from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict

from server.desk import AtDesk, Desk, Person
from server.documented import ANYWHERE, faults, file_of
from server.erasure import erase_person
from server.export import files_of, zipped
from server.problems import Problem
from server.records import ThreadBusy
from stores.caller import Caller

router = APIRouter(prefix="/v1/me", tags=["me"], responses=ANYWHERE)

SAVED = {"Content-Disposition": 'attachment; filename="maison.zip"', "Cache-Control": "no-store"}


class Agreement(BaseModel):
    """Whether replies of models are kept for learning: what the person says."""

    model_config = ConfigDict(extra="forbid")

    given: bool


class Standing(Agreement):
    """The same with what the server offers, since when the person's word holds, and how many replies are kept."""

    offered: bool
    since: datetime | None
    kept: int


@router.get("/records")
async def records(desk: AtDesk, caller: Person) -> Standing:
    """Whether replies of models are kept for learning: never before the operator offers it and the person agrees."""
    return await standing(desk, caller)


@router.put("/records", responses=faults(409))
async def decide(asked: Agreement, desk: AtDesk, caller: Person) -> Standing:
    """Agrees that replies are kept from now on, or withdraws that: then what was kept is deleted."""
    kept = desk.services.training_records
    if not asked.given:
        await kept.withdraw(caller)
    elif kept.offered:
        await kept.agree(caller)
    else:
        raise Problem(409, "no_records", "This server keeps no replies; its operator has to set MAISON_RECORDS_KEPT.")
    return await standing(desk, caller)


async def standing(desk: Desk, caller: Caller) -> Standing:
    kept = desk.services.training_records
    consent = await kept.consent(caller)
    return Standing(given=consent.given, offered=kept.offered, since=consent.since, kept=await kept.count(caller))


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

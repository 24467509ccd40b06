"""The looks that a person was shown, in any thread, and those they saved."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from graph.learning import settle
from server.desk import AtDesk, Desk, Person
from server.documented import ANYWHERE, faults
from server.problems import Problem
from stores.caller import Caller
from stores.looks import KeptLook, look_key
from stores.told import Told
from stores.vocabulary import Shape

router = APIRouter(prefix="/v1/looks", tags=["looks"], responses=ANYWHERE)


class Which(Shape):
    """Which looks to list, as query parameters."""

    saved: bool | None = None
    thread_id: str | None = None
    limit: Annotated[int, Field(ge=1, le=1000)] = 50
    offset: Annotated[int, Field(ge=0, le=100_000)] = 0


class Saving(Told):
    """A look as a run named it: the thread it was shown in, and its id there."""

    thread_id: str
    look_id: str


@router.get("")
async def search(asked: Annotated[Which, Query()], desk: AtDesk, caller: Person) -> list[KeptLook]:
    """The newest first, each as it was shown, with the prices of then."""
    found = await desk.services.looks.looks(caller, saved=asked.saved, thread_id=asked.thread_id)
    return found[asked.offset : asked.offset + asked.limit]


@router.post("", status_code=201, responses=faults(404))
async def save(asked: Saving, desk: AtDesk, caller: Person) -> KeptLook:
    """Keeps a look for good, also when its thread is deleted; saved again it stays as it was."""
    identity, now = look_key(asked.thread_id, asked.look_id), desk.services.clock()
    if kept := await desk.services.looks.save(caller, identity, now):
        await settle(desk.services, caller)
        return kept
    raise no_look(asked.look_id)


@router.get("/{look_id}", responses=faults(404))
async def read(look_id: str, desk: AtDesk, caller: Person) -> KeptLook:
    return await require_look(desk, caller, look_id)


@router.delete("/{look_id}", status_code=204, responses=faults(404))
async def remove(look_id: str, desk: AtDesk, caller: Person) -> None:
    """Forgets a look, saved or only shown."""
    if await desk.services.looks.remove(caller, look_id) is None:
        raise no_look(look_id)


async def require_look(desk: Desk, caller: Caller, look_id: str) -> KeptLook:
    """Raises `Problem` (404)."""
    if kept := await desk.services.looks.look(caller, look_id):
        return kept
    raise no_look(look_id)


def no_look(look_id: str) -> Problem:
    return Problem(404, "no_look", f"You were shown no look {look_id!r}. GET /v1/looks lists those you were shown.")

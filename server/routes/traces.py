"""What happened in each of a person's runs, as it was kept: for whoever mends the stylist, and for evaluation."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from server.desk import AtDesk, Person
from server.documented import ANYWHERE, answer, faults
from server.problems import Problem
from server.protocol.wire import WireResponse
from stores.vocabulary import Shape

router = APIRouter(prefix="/v1/traces", tags=["traces"], responses=ANYWHERE)


class Which(Shape):
    """Which traces to list, as query parameters."""

    thread_id: str | None = None
    limit: Annotated[int, Field(ge=1, le=1000)] = 50
    offset: Annotated[int, Field(ge=0, le=100_000)] = 0


class KeptTrace(Shape):
    """Under which ids a trace is read."""

    thread_id: str
    run_id: str


@router.get("")
async def search(asked: Annotated[Which, Query()], desk: AtDesk, caller: Person) -> list[KeptTrace]:
    """The newest first."""
    kept = await desk.services.traces.runs(caller, asked.thread_id)
    shown = kept[::-1][asked.offset : asked.offset + asked.limit]
    return [KeptTrace(thread_id=thread, run_id=run) for thread, run in shown]


@router.get("/{thread_id}/{run_id}", responses=answer(dict[str, Any]) | faults(404))
async def read(thread_id: str, run_id: str, desk: AtDesk, caller: Person) -> WireResponse:
    """A run as a tree of calls: nodes, tools and models with what they were given and gave, times in milliseconds."""
    if document := await desk.services.traces.read(caller, thread_id, run_id):
        return WireResponse(document)
    raise Problem(404, "no_trace", f"No trace is kept of run {run_id!r}. GET /v1/traces lists those that are.")

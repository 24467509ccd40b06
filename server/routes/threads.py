"""The LangGraph API's threads: made, found, labelled, copied, forgotten."""

from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Header, Response

from server.desk import AtDesk, Desk, Person
from server.documented import ANYWHERE, Responses, answer, faults
from server.ingress import refusal
from server.performing import at
from server.problems import Problem
from server.protocol.payloads import Identity, NewThread, ThreadChange, ThreadCount, ThreadSearch, refuse
from server.protocol.views import ThreadView
from server.protocol.wire import WireResponse, page, selected
from server.records import ThreadBusy, ThreadRecord, ThreadTaken
from server.routes.assistants import ASSISTANT_ID, GRAPH_ID
from stores.caller import Caller

router = APIRouter(prefix="/threads", tags=["threads"], responses=ANYWHERE | faults(404, 409, 501))

SHOWN = answer(ThreadView)
UNSHOWN: Responses = {204: {"description": "Done; the client prefers to hear no more"}}


async def require_thread(desk: Desk, caller: Caller, thread_id: str) -> ThreadRecord:
    """The caller's thread. Raises `Problem` (404)."""
    if found := await desk.records.thread(caller, thread_id):
        return found
    raise Problem(404, "no_thread", f"There is no thread {thread_id!r}. Make it with POST /threads.")


async def make_thread(desk: Desk, caller: Caller, thread_id: str, metadata: dict[str, Any]) -> ThreadRecord:
    """A new thread of the caller. Raises `Problem` (409)."""
    try:
        return await desk.runs.open_thread(caller, thread_id, labelled(metadata))
    except ThreadTaken as error:
        raise taken(thread_id) from error


def labelled(metadata: dict[str, Any]) -> dict[str, Any]:
    """A thread's metadata with the labels by which LangGraph clients look for it."""
    return {"graph_id": GRAPH_ID, "assistant_id": ASSISTANT_ID} | metadata


def taken(thread_id: str) -> Problem:
    return Problem(409, "thread_exists", f"The thread id {thread_id!r} is taken. Choose another.")


def busy(thread_id: str) -> Problem:
    return Problem(409, "thread_busy", f"Thread {thread_id!r} has a run under way. Wait for it to end, or cancel it.")


@router.post("", responses=SHOWN)
async def create(asked: NewThread, desk: AtDesk, caller: Person) -> WireResponse:
    refuse([name for name in ("supersteps", "ttl") if getattr(asked, name)])
    thread_id = asked.thread_id or str(uuid4())
    if asked.if_exists == "do_nothing" and (known := await desk.records.thread(caller, thread_id)):
        return WireResponse(await described(desk, known))
    return WireResponse(await described(desk, await make_thread(desk, caller, thread_id, asked.metadata or {})))


@router.post("/search", responses=answer(list[ThreadView]))
async def search(asked: ThreadSearch, desk: AtDesk, caller: Person) -> WireResponse:
    refuse(["extract"] if asked.extract else [])
    total = await count(asked, desk, caller)
    found = await desk.records.search_threads(
        caller,
        sort_by=asked.sort_by,
        ascending=asked.sort_order == "asc",
        limit=asked.limit,
        offset=asked.offset,
        **asked.conditions(),
    )
    shown = [await described(desk, thread, asked.select) for thread in found]
    return WireResponse(shown, headers=page(total, asked.offset, asked.limit))


@router.post("/count")
async def count(asked: ThreadCount, desk: AtDesk, caller: Person) -> int:
    try:
        return await desk.records.count_threads(caller, **asked.conditions())
    except ValueError as error:
        raise refusal(str(error)) from error


@router.get("/{thread_id}", responses=SHOWN)
async def read(thread_id: Identity, desk: AtDesk, caller: Person) -> WireResponse:
    return WireResponse(await described(desk, await require_thread(desk, caller, thread_id)))


@router.patch("/{thread_id}", responses=SHOWN | UNSHOWN)
async def change(
    thread_id: Identity, asked: ThreadChange, desk: AtDesk, caller: Person, prefer: Annotated[str, Header()] = ""
) -> Response:
    """Adds to a thread's metadata; who owns it is no part of that."""
    refuse(["ttl"] if asked.ttl else [])
    await require_thread(desk, caller, thread_id)
    await desk.records.label_thread(caller, thread_id, asked.metadata or {})
    if prefer == "return=minimal":
        return Response(status_code=204)
    return WireResponse(await described(desk, await require_thread(desk, caller, thread_id)))


@router.delete("/{thread_id}", status_code=204)
async def remove(thread_id: Identity, desk: AtDesk, caller: Person) -> None:
    await require_thread(desk, caller, thread_id)
    try:
        await desk.runs.forget(caller, thread_id)
    except ThreadBusy as error:
        raise busy(thread_id) from error


@router.post("/{thread_id}/copy", responses=SHOWN)
async def copy(thread_id: Identity, desk: AtDesk, caller: Person) -> WireResponse:
    """A new thread with the whole history of this one."""
    source = await require_thread(desk, caller, thread_id)
    try:
        return WireResponse(await described(desk, await desk.runs.copy_thread(caller, source, str(uuid4()))))
    except ThreadBusy as error:
        raise busy(thread_id) from error


async def described(desk: Desk, thread: ThreadRecord, select: list[str] | None = None) -> dict[str, Any]:
    """A thread as the API gives it; `values` holds what runs put out, not what the graph keeps for itself."""
    shown: dict[str, Any] = thread._asdict() | {"config": {}}
    if select is None or {"values", "interrupts"} & set(select):
        snapshot = await desk.services.graph.aget_state(at(thread.thread_id))
        outputs = desk.services.graph.output_channels
        shown["values"] = {key: value for key, value in snapshot.values.items() if key in outputs}
        shown["interrupts"] = {task.id: task.interrupts for task in snapshot.tasks if task.interrupts}
    return shown if select is None else selected(shown, select)

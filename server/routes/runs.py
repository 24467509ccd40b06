"""The LangGraph API's runs: started in the background, waited for or streamed, on a thread or without one; listed."""

from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from server.desk import AtDesk, Desk, Person
from server.documented import ANYWHERE, EVENTS, answer, faults
from server.following import streamed, waited
from server.live import LiveRun
from server.orders import Order, place_order
from server.problems import Problem
from server.protocol.payloads import Identity, RunPayload, RunSearch
from server.protocol.views import Object, RunView
from server.protocol.wire import WireResponse, selected
from server.records import MessageKnown, RunRecord, ThreadBusy, ThreadTaken, new_thread
from server.routes.assistants import require_assistant
from server.routes.threads import busy, labelled, require_thread, taken
from stores.caller import Caller

router = APIRouter(tags=["runs"], responses=ANYWHERE | faults(404, 409, 501))

SHOWN, RESULT = answer(RunView), answer(Object)


@router.post("/threads/{thread_id}/runs", responses=SHOWN)
async def create(thread_id: Identity, payload: RunPayload, desk: AtDesk, caller: Person) -> WireResponse:
    return created(await start(payload, thread_id, desk, caller))


@router.post("/threads/{thread_id}/runs/wait", responses=RESULT)
async def wait(thread_id: Identity, payload: RunPayload, desk: AtDesk, caller: Person) -> StreamingResponse:
    return waited(await start(payload, thread_id, desk, caller), payload.cancels())


@router.post("/threads/{thread_id}/runs/stream", response_class=StreamingResponse, responses=EVENTS)
async def stream(thread_id: Identity, payload: RunPayload, desk: AtDesk, caller: Person) -> StreamingResponse:
    return streamed(await start(payload, thread_id, desk, caller), payload.cancels())


@router.post("/runs", responses=SHOWN)
async def create_alone(payload: RunPayload, desk: AtDesk, caller: Person) -> WireResponse:
    return created(await start_alone(payload, desk, caller))


@router.post("/runs/wait", responses=RESULT)
async def wait_alone(payload: RunPayload, desk: AtDesk, caller: Person) -> StreamingResponse:
    return waited(await start_alone(payload, desk, caller), payload.cancels())


@router.post("/runs/stream", response_class=StreamingResponse, responses=EVENTS)
async def stream_alone(payload: RunPayload, desk: AtDesk, caller: Person) -> StreamingResponse:
    return streamed(await start_alone(payload, desk, caller), payload.cancels())


@router.get("/threads/{thread_id}/runs", responses=answer(list[RunView]))
async def search(
    thread_id: Identity, asked: Annotated[RunSearch, Query()], desk: AtDesk, caller: Person
) -> WireResponse:
    await require_thread(desk, caller, thread_id)
    found = await desk.records.runs(caller, thread_id, status=asked.status, limit=asked.limit, offset=asked.offset)
    return WireResponse([described(run, asked.select) for run in found])


@router.get("/threads/{thread_id}/runs/{run_id}", responses=SHOWN)
async def read(thread_id: Identity, run_id: str, desk: AtDesk, caller: Person) -> WireResponse:
    return WireResponse(described(await require_run(desk, caller, thread_id, run_id)))


@router.delete("/threads/{thread_id}/runs/{run_id}", status_code=204)
async def remove(thread_id: Identity, run_id: str, desk: AtDesk, caller: Person) -> None:
    """Forgets a run that has ended; what it said stays in the thread."""
    run = await require_run(desk, caller, thread_id, run_id)
    if desk.runs.live(run_id):
        raise Problem(409, "run_under_way", f"Run {run_id!r} has not ended. Cancel it first.")
    await desk.records.remove_run(run)


async def require_run(desk: Desk, caller: Caller, thread_id: str, run_id: str) -> RunRecord:
    """The caller's run. Raises `Problem` (404)."""
    if run := await desk.records.run(caller, thread_id, run_id):
        return run
    raise Problem(404, "no_run", f"Thread {thread_id!r} has no run {run_id!r}.")


async def start(payload: RunPayload, thread_id: str, desk: Desk, caller: Caller) -> LiveRun:
    """Puts a run in line on a thread, which is made where the client says so."""
    desk.runs.check_room(caller)
    assistant = await require_assistant(desk, caller, payload.assistant_id)
    known = await desk.records.thread(caller, thread_id)
    if known is None and payload.if_not_exists == "reject":
        await require_thread(desk, caller, thread_id)
    order = await place_order(payload, assistant, caller, thread_id, desk.services)
    if known is None:
        return await start_anew(order, desk)
    if known.metadata.get("assistant_id") != assistant.assistant_id:
        await desk.records.label_thread(caller, thread_id, {"assistant_id": assistant.assistant_id})
    return await put_in_line(order, desk)


async def start_alone(payload: RunPayload, desk: Desk, caller: Caller) -> LiveRun:
    """Puts a run in line on a thread of its own, which goes with it unless the client wants it kept."""
    desk.runs.check_room(caller)
    assistant = await require_assistant(desk, caller, payload.assistant_id)
    thread_id, keep = str(uuid4()), payload.on_completion == "keep"
    return await start_anew(await place_order(payload, assistant, caller, thread_id, desk.services, keep=keep), desk)


async def start_anew(order: Order, desk: Desk) -> LiveRun:
    """Puts a run in line on a new thread; where another request of the caller made the thread meanwhile, on that."""
    thread = new_thread(order.thread_id, labelled({"assistant_id": order.assistant_id}))
    try:
        return await desk.runs.start(order, thread)
    except ThreadTaken as error:
        if await desk.records.thread(order.caller, order.thread_id) is None:
            raise taken(order.thread_id) from error
    return await put_in_line(order, desk)


async def put_in_line(order: Order, desk: Desk) -> LiveRun:
    """Puts a run in line on a thread that is there. Raises `Problem` (409)."""
    try:
        return await desk.runs.start(order)
    except ThreadBusy as error:
        raise busy(order.thread_id) from error
    except MessageKnown as error:
        detail = f"The thread has a message {error} already. Send a new id, or none."
        raise Problem(409, "message_exists", detail) from error


def created(live: LiveRun) -> WireResponse:
    return WireResponse(described(live.record), headers=location(live.record))


def location(run: RunRecord) -> dict[str, str]:
    """Where the run can be read; clients learn its id from this header."""
    return {"Content-Location": f"/threads/{run.thread_id}/runs/{run.run_id}"}


def described(run: RunRecord, select: list[str] | None = None) -> dict[str, Any]:
    keys = ("run_id", "thread_id", "assistant_id", "created_at", "updated_at", "status", "metadata")
    asked, message = run.asked, run.asked["message"]
    kwargs = {"input": {"messages": [message]} if message else None, "command": asked["command"]}
    shown = {key: getattr(run, key) for key in keys} | {
        "multitask_strategy": asked["strategy"],
        "kwargs": kwargs | {"context": asked["context"]},
    }
    return shown if select is None else selected(shown, select)

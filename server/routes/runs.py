"""The LangGraph API's runs: waited for or streamed, on a thread or without one."""

from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from server.desk import AtDesk, Desk, Person
from server.orders import place_order
from server.problems import Problem
from server.protocol.payloads import RunPayload, RunSearch, ThreadId
from server.protocol.wire import WireResponse, frames
from server.records import MessageKnown, RunRecord, ThreadBusy
from server.routes.assistants import ASSISTANT_ID, require_stylist
from server.routes.threads import make_thread, require_thread
from server.runs import LiveRun, Order
from stores.caller import Caller

router = APIRouter(tags=["runs"])


@router.post("/threads/{thread_id}/runs/wait")
async def wait(thread_id: ThreadId, payload: RunPayload, desk: AtDesk, caller: Person) -> WireResponse:
    return await waited(await start(payload, thread_id, desk, caller))


@router.post("/threads/{thread_id}/runs/stream")
async def stream(thread_id: ThreadId, payload: RunPayload, desk: AtDesk, caller: Person) -> StreamingResponse:
    return streamed(await start(payload, thread_id, desk, caller))


@router.post("/runs/wait")
async def wait_alone(payload: RunPayload, desk: AtDesk, caller: Person) -> WireResponse:
    return await waited(await start_alone(payload, desk, caller))


@router.post("/runs/stream")
async def stream_alone(payload: RunPayload, desk: AtDesk, caller: Person) -> StreamingResponse:
    return streamed(await start_alone(payload, desk, caller))


@router.get("/threads/{thread_id}/runs")
async def search(
    thread_id: ThreadId, asked: Annotated[RunSearch, Query()], desk: AtDesk, caller: Person
) -> list[dict[str, Any]]:
    await require_thread(desk, caller, thread_id)
    found = await desk.records.runs(caller, thread_id, status=asked.status, limit=asked.limit, offset=asked.offset)
    return [described(run) for run in found]


@router.get("/threads/{thread_id}/runs/{run_id}")
async def read(thread_id: ThreadId, run_id: str, desk: AtDesk, caller: Person) -> dict[str, Any]:
    if run := await desk.records.run(caller, thread_id, run_id):
        return described(run)
    raise Problem(404, "no_run", f"Thread {thread_id!r} has no run {run_id!r}.")


async def start(payload: RunPayload, thread_id: str, desk: Desk, caller: Caller) -> LiveRun:
    """Puts a run in line on a thread, which is made where the client says so."""
    require_stylist(payload.assistant_id)
    known = await desk.records.thread(caller, thread_id)
    if known is None and payload.if_not_exists == "reject":
        await require_thread(desk, caller, thread_id)
    order = await place_order(payload, caller, thread_id, desk)
    if known is None:
        await make_thread(desk, caller, thread_id, {})
    return await put_in_line(order, desk)


async def start_alone(payload: RunPayload, desk: Desk, caller: Caller) -> LiveRun:
    """Puts a run in line on a thread of its own, which goes with it unless the client wants it kept."""
    require_stylist(payload.assistant_id)
    thread_id = str(uuid4())
    order = await place_order(payload, caller, thread_id, desk, keep=payload.on_completion == "keep")
    await make_thread(desk, caller, thread_id, {})
    return await put_in_line(order, desk)


async def put_in_line(order: Order, desk: Desk) -> LiveRun:
    try:
        return await desk.runs.start(order)
    except ThreadBusy as error:
        detail = f"Thread {order.thread_id!r} has a run under way. Wait for it, or send `multitask_strategy: enqueue`."
        raise Problem(409, "thread_busy", detail) from error
    except MessageKnown as error:
        detail = f"The thread has a message {order.message['id']!r} already. Send a new id, or none."
        raise Problem(409, "message_exists", detail) from error


async def waited(live: LiveRun) -> WireResponse:
    return WireResponse(await live.result(), headers=location(live.record))


def streamed(live: LiveRun) -> StreamingResponse:
    headers = location(live.record) | {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(frames(live.events()), media_type="text/event-stream", headers=headers)


def location(run: RunRecord) -> dict[str, str]:
    """Where the run can be read; clients learn its id from this header."""
    return {"Content-Location": f"/threads/{run.thread_id}/runs/{run.run_id}"}


def described(run: RunRecord) -> dict[str, Any]:
    keys = ("run_id", "thread_id", "created_at", "updated_at", "status", "metadata")
    return {key: getattr(run, key) for key in keys} | {
        "assistant_id": ASSISTANT_ID,
        "multitask_strategy": "reject" if run.asked["alone"] else "enqueue",
    }

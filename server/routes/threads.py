"""The LangGraph API's threads: made, found, read, forgotten."""

from typing import Any
from uuid import uuid4

from fastapi import APIRouter
from langchain_core.runnables import RunnableConfig

from server.desk import AtDesk, Desk, Person
from server.ingress import refusal
from server.problems import Problem
from server.protocol.payloads import History, NewThread, ThreadId, Threads
from server.protocol.wire import WireResponse, thread_state
from server.records import ThreadBusy, ThreadRecord, ThreadTaken
from server.routes.assistants import ASSISTANT_ID, GRAPH_ID
from stores.caller import Caller

router = APIRouter(prefix="/threads", tags=["threads"])


async def require_thread(desk: Desk, caller: Caller, thread_id: str) -> ThreadRecord:
    """The caller's thread. Raises `Problem` (404)."""
    if found := await desk.records.thread(caller, thread_id):
        return found
    raise Problem(404, "no_thread", f"There is no thread {thread_id!r}. Make it with POST /threads.")


async def make_thread(desk: Desk, caller: Caller, thread_id: str, metadata: dict[str, Any]) -> ThreadRecord:
    """A new thread of the caller, labelled as LangGraph clients look for it. Raises `Problem` (409)."""
    labels = {"graph_id": GRAPH_ID, "assistant_id": ASSISTANT_ID}
    try:
        return await desk.runs.open_thread(caller, thread_id, labels | metadata)
    except ThreadTaken as error:
        raise Problem(409, "thread_exists", f"The thread id {thread_id!r} is taken. Choose another.") from error


@router.post("")
async def create(asked: NewThread, desk: AtDesk, caller: Person) -> WireResponse:
    if asked.supersteps or asked.ttl:
        raise Problem(501, "not_supported", "Not done by this server: supersteps, ttl. Leave them out.")
    thread_id = asked.thread_id or str(uuid4())
    if asked.if_exists == "do_nothing" and (known := await desk.records.thread(caller, thread_id)):
        return WireResponse(await described(desk, known))
    return WireResponse(await described(desk, await make_thread(desk, caller, thread_id, asked.metadata or {})))


@router.post("/search")
async def search(asked: Threads, desk: AtDesk, caller: Person) -> WireResponse:
    if asked.values or asked.extract:
        raise Problem(501, "not_supported", "Not done by this server: search by values, extract. Leave them out.")
    try:
        found = await desk.records.search_threads(
            caller,
            metadata=asked.metadata or {},
            status=asked.status,
            ids=asked.ids,
            sort_by=asked.sort_by,
            ascending=asked.sort_order == "asc",
            limit=asked.limit,
            offset=asked.offset,
        )
    except ValueError as error:
        raise refusal(str(error)) from error
    shown = [await described(desk, thread, asked.select) for thread in found]
    return WireResponse(shown)


@router.get("/{thread_id}")
async def read(thread_id: ThreadId, desk: AtDesk, caller: Person) -> WireResponse:
    return WireResponse(await described(desk, await require_thread(desk, caller, thread_id)))


@router.delete("/{thread_id}", status_code=204)
async def remove(thread_id: ThreadId, desk: AtDesk, caller: Person) -> None:
    await require_thread(desk, caller, thread_id)
    try:
        await desk.runs.forget(caller, thread_id)
    except ThreadBusy as error:
        raise Problem(409, "thread_busy", f"Thread {thread_id!r} has a run under way. Wait for it to end.") from error


@router.get("/{thread_id}/state")
async def state(thread_id: ThreadId, desk: AtDesk, caller: Person) -> WireResponse:
    await require_thread(desk, caller, thread_id)
    return WireResponse(thread_state(await desk.services.graph.aget_state(at(thread_id))))


@router.get("/{thread_id}/state/{checkpoint_id}")
async def state_at(thread_id: ThreadId, checkpoint_id: str, desk: AtDesk, caller: Person) -> WireResponse:
    await require_thread(desk, caller, thread_id)
    snapshot = await desk.services.graph.aget_state(at(thread_id, checkpoint_id))
    if snapshot.created_at is None:
        raise Problem(404, "no_checkpoint", f"Thread {thread_id!r} has no checkpoint {checkpoint_id!r}.")
    return WireResponse(thread_state(snapshot))


@router.post("/{thread_id}/history")
async def history(thread_id: ThreadId, asked: History, desk: AtDesk, caller: Person) -> WireResponse:
    await require_thread(desk, caller, thread_id)
    if asked.metadata or asked.select:
        raise Problem(501, "not_supported", "Not done by this server: history by metadata, select. Leave them out.")
    before = asked.before if isinstance(asked.before, str | None) else asked.before.checkpoint_id
    start = at(thread_id, asked.checkpoint.checkpoint_id if asked.checkpoint else None)
    snapshots = desk.services.graph.aget_state_history(
        start, before=at(thread_id, before) if before else None, limit=asked.limit
    )
    return WireResponse([thread_state(snapshot) async for snapshot in snapshots])


def at(thread_id: str, checkpoint_id: str | None = None) -> RunnableConfig:
    where = {"checkpoint_id": checkpoint_id} if checkpoint_id else {}
    return {"configurable": {"thread_id": thread_id, "checkpoint_ns": "", **where}}


async def described(desk: Desk, thread: ThreadRecord, select: list[str] | None = None) -> dict[str, Any]:
    """A thread as the API gives it; `values` holds what runs put out, not what the graph keeps for itself."""
    shown: dict[str, Any] = thread._asdict() | {"config": {}}
    if select is None or {"values", "interrupts"} & set(select):
        snapshot = await desk.services.graph.aget_state(at(thread.thread_id))
        outputs = desk.services.graph.output_channels
        shown["values"] = {key: value for key, value in snapshot.values.items() if key in outputs}
        shown["interrupts"] = {task.id: task.interrupts for task in snapshot.tasks if task.interrupts}
    return shown if select is None else {key: value for key, value in shown.items() if key in select}

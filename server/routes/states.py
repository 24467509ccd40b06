"""The LangGraph API's thread states: read at a checkpoint, changed, and all that there were."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from langgraph.constants import START
from langgraph.errors import InvalidUpdateError
from langgraph.types import StateSnapshot

from server.desk import AtDesk, Desk, Person
from server.documented import ANYWHERE, answer, faults
from server.ingress import refusal
from server.orders import check_nodes, read_update
from server.performing import at
from server.problems import Problem
from server.protocol.payloads import History, Identity, StateAt, StateChange, StateQuery
from server.protocol.views import StateView, UpdateView
from server.protocol.wire import WireResponse, checkpoint, thread_state
from server.records import ThreadBusy
from server.routes.threads import busy, require_thread

router = APIRouter(prefix="/threads/{thread_id}", tags=["threads"], responses=ANYWHERE | faults(404, 409))

Shown = Annotated[StateQuery, Query()]


@router.get("/state", responses=answer(StateView))
async def state(thread_id: Identity, asked: Shown, desk: AtDesk, caller: Person) -> WireResponse:
    await require_thread(desk, caller, thread_id)
    snapshot = await desk.services.graph.aget_state(at(thread_id), subgraphs=asked.subgraphs)
    return WireResponse(thread_state(snapshot, asked.select))


@router.get("/state/{checkpoint_id}", responses=answer(StateView))
async def state_at(thread_id: Identity, checkpoint_id: str, asked: Shown, desk: AtDesk, caller: Person) -> WireResponse:
    await require_thread(desk, caller, thread_id)
    found = await require_state(desk, thread_id, checkpoint_id, asked.subgraphs)
    return WireResponse(thread_state(found, asked.select))


@router.post("/state/checkpoint", responses=answer(StateView))
async def state_of(thread_id: Identity, asked: StateAt, desk: AtDesk, caller: Person) -> WireResponse:
    await require_thread(desk, caller, thread_id)
    found = await require_state(desk, thread_id, asked.checkpoint.checkpoint_id, asked.subgraphs)
    return WireResponse(thread_state(found, asked.select))


@router.post("/state", responses=answer(UpdateView))
async def change(thread_id: Identity, asked: StateChange, desk: AtDesk, caller: Person) -> WireResponse:
    """Writes values as a node would; who only talks to the stylist may write what they may say, a message."""
    thread = await require_thread(desk, caller, thread_id)
    if asked.as_node and asked.as_node != START:
        check_nodes([asked.as_node], desk.services)
    if start := asked.start():
        await require_state(desk, thread_id, start)
    values = None if asked.values is None else await read_update(asked.values, caller, desk.services)
    try:
        async with desk.runs.alone(thread_id):
            config = await desk.services.graph.aupdate_state(at(thread_id, start), values, asked.as_node)
    except ThreadBusy as error:
        raise busy(thread.thread_id) from error
    except InvalidUpdateError as error:
        raise refusal(f"The update is not taken: {error}. Say which node it stands for, in `as_node`.") from error
    made = checkpoint(config) or {}
    return WireResponse({"checkpoint": made, "checkpoint_id": made.get("checkpoint_id")})


@router.post("/history", responses=answer(list[StateView]))
async def history(thread_id: Identity, asked: History, desk: AtDesk, caller: Person) -> WireResponse:
    """The states of a thread, newest first; `metadata` by equality."""
    await require_thread(desk, caller, thread_id)
    before = asked.before if isinstance(asked.before, str | None) else asked.before.checkpoint_id
    start = at(thread_id, asked.checkpoint.checkpoint_id if asked.checkpoint else None)
    found: list[dict[str, Any]] = []
    until = at(thread_id, before) if before else None
    limit = None if asked.metadata else asked.limit
    async for snapshot in desk.services.graph.aget_state_history(start, before=until, limit=limit):
        if (asked.metadata or {}).items() <= dict(snapshot.metadata or {}).items():
            found.append(thread_state(snapshot, asked.select))
        if len(found) == asked.limit:
            break
    return WireResponse(found)


async def require_state(
    desk: Desk, thread_id: str, checkpoint_id: str | None, subgraphs: bool = False
) -> StateSnapshot:
    """Raises `Problem` (404)."""
    snapshot = await desk.services.graph.aget_state(at(thread_id, checkpoint_id), subgraphs=subgraphs)
    if snapshot.created_at is None:
        raise Problem(404, "no_checkpoint", f"Thread {thread_id!r} has no checkpoint {checkpoint_id!r}.")
    return snapshot

"""The LangGraph API's runs under way: joined, followed from where a client was, cancelled."""

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Response
from fastapi.responses import StreamingResponse

from server.desk import AtDesk, Desk, Person
from server.documented import ANYWHERE, EVENTS, answer, faults
from server.following import replayed, streamed, waited
from server.ingress import refusal
from server.live import LiveRun, Place
from server.performing import at
from server.problems import Problem
from server.protocol.payloads import Cancelling, Following, Identity, RunCancel
from server.protocol.views import Object
from server.protocol.wire import Event, WireResponse, reread
from server.records import RunRecord, Stop
from server.routes.runs import require_run

router = APIRouter(tags=["runs"], responses=ANYWHERE | faults(404, 409))

STOPPED = answer(Object) | answer(Object, status=202)


async def address_of(thread_id: Identity, run_id: str) -> tuple[str, str]:
    return thread_id, run_id


Address = Annotated[tuple[str, str], Depends(address_of)]


@router.get("/threads/{thread_id}/runs/{run_id}/join", responses=answer(Object))
async def join(address: Address, asked: Annotated[Following, Query()], desk: AtDesk, caller: Person) -> Response:
    """What the run puts out, once it has ended."""
    run = await require_run(desk, caller, *address)
    if live := desk.runs.live(run.run_id):
        return waited(live, asked.cancel_on_disconnect)
    return WireResponse({"__error__": run.failure} if run.failure else await output(desk, run))


@router.get("/threads/{thread_id}/runs/{run_id}/stream", response_class=StreamingResponse, responses=EVENTS)
async def follow(
    address: Address,
    asked: Annotated[Following, Query()],
    desk: AtDesk,
    caller: Person,
    last_event_id: Annotated[str | None, Header()] = None,
) -> StreamingResponse:
    """The run's events after the last that the client had."""
    run = await require_run(desk, caller, *address)
    after = place(last_event_id)
    if live := desk.runs.live(run.run_id):
        return streamed(live, asked.cancel_on_disconnect, after)
    told = await desk.records.told(run.run_id)
    events = [reread(event) for event in told] if told else await ending(desk, run)
    return replayed([event for event in events if after is None or later(event, after)], run)


@router.post("/threads/{thread_id}/runs/{run_id}/cancel", responses=STOPPED)
async def cancel(address: Address, asked: Annotated[Cancelling, Query()], desk: AtDesk, caller: Person) -> WireResponse:
    """Stops a run: interrupted, its thread keeps what it did; rolled back, nothing of it is left."""
    run = await require_run(desk, caller, *address)
    live = desk.runs.live(run.run_id)
    if live is None or live.closed:
        raise Problem(409, "run_ended", f"Run {run.run_id!r} has ended already, with the status {run.status!r}.")
    await stop([live], desk, asked.action, asked.wait)
    return WireResponse({}, status_code=200 if asked.wait else 202)


@router.post("/runs/cancel", status_code=204)
async def cancel_many(asked: RunCancel, how: Annotated[Cancelling, Query()], desk: AtDesk, caller: Person) -> None:
    """Stops the caller's runs of a thread, of these ids, or of a status."""
    if not (asked.run_ids or asked.status):
        raise refusal("Say which runs: `run_ids`, or `status`.")
    under_way = desk.runs.under_way(caller)
    meant = [live for live in under_way if is_meant(live, asked)]
    if asked.run_ids and not meant:
        raise Problem(404, "no_run", "None of these runs is under way.")
    await stop(meant, desk, how.action, wait=how.wait)


async def stop(lives: Iterable[LiveRun], desk: Desk, action: Stop, wait: bool) -> None:
    for live in lives:
        await desk.runs.stop(live, action)
        if wait:
            await live.ends_within(None)


def is_meant(live: LiveRun, asked: RunCancel) -> bool:
    run = live.record
    status = "running" if live.begun else "pending"
    return (
        asked.thread_id in {None, run.thread_id}
        and (not asked.run_ids or run.run_id in asked.run_ids)
        and asked.status in {None, "all", status}
    )


async def output(desk: Desk, run: RunRecord) -> dict[str, Any]:
    """What a run that has ended had put out, by the last checkpoint that it left."""
    graph = desk.services.graph
    async for snapshot in graph.aget_state_history(at(run.thread_id), filter={"run_id": run.run_id}, limit=1):
        values = {key: value for key, value in snapshot.values.items() if key in graph.output_channels}
        return values | ({"__interrupt__": snapshot.interrupts} if snapshot.interrupts else {})
    return {}


async def ending(desk: Desk, run: RunRecord) -> list[Event]:
    """For a run whose events are not kept: what it came to, as if in one more attempt, after all that was heard."""
    told: list[tuple[str, Any]] = [("metadata", {"run_id": run.run_id, "attempt": run.attempts})]
    told.append(("error", run.failure) if run.failure else ("values", await output(desk, run)))
    told.append(("end", {"run_id": run.run_id, "status": run.status}))
    return [Event(name, data, str(Place(run.attempts + 1, number))) for number, (name, data) in enumerate(told)]


def place(last_event_id: str | None) -> Place | None:
    """Raises `Problem` (422)."""
    try:
        return Place.read(last_event_id) if last_event_id else None
    except ValueError as error:
        raise refusal(f"Last-Event-ID {last_event_id!r} is not an id that this server gave.") from error


def later(event: Event, after: Place) -> bool:
    return Place.read(event.id) > after

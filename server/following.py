"""Answers that last as long as a run: its result when it has ended, or its events as they come.

Each names the address where a client whose connection breaks finds the run again.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Iterable
from contextlib import aclosing
from typing import cast

from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from server.live import HEARTBEAT_S, LiveRun, Place
from server.protocol.wire import Event, dump, frames
from server.records import RunRecord

UNBUFFERED = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class Lasting(StreamingResponse):
    """A response whose body is closed as soon as its client is gone, however it went."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with aclosing(cast("AsyncGenerator[bytes]", self.body_iterator)):
            await super().__call__(scope, receive, send)


class CutOff(Exception):
    """The server stops before the run has ended; the client has to come back."""


def waited(live: LiveRun, cancel: bool) -> StreamingResponse:
    """A run's result once it has ended; `cancel` stops a run whose client leaves."""
    body = leaving(result(live), live, cancel)
    return Lasting(body, media_type="application/json", headers=located(live.record, "join"))


def streamed(live: LiveRun, cancel: bool, after: Place | None = None) -> StreamingResponse:
    """A run's events as they come; `cancel` stops a run whose client leaves."""
    body = leaving(frames(live.follow(after), live.resumable), live, cancel)
    return Lasting(body, media_type="text/event-stream", headers=located(live.record, "stream"))


def replayed(events: Iterable[Event], run: RunRecord) -> StreamingResponse:
    """What a run that has ended told, or would have."""

    async def every() -> AsyncIterator[Event]:
        for event in events:
            yield event

    body = frames(every(), run.asked["resumable"])
    return Lasting(body, media_type="text/event-stream", headers=located(run, "stream"))


async def result(live: LiveRun) -> AsyncIterator[bytes]:
    """The result as JSON; blanks before it keep a long wait from looking dead. Raises CutOff."""
    while not await live.ends_within(HEARTBEAT_S):
        yield b" "
    if not live.whole:
        raise CutOff(live.record.run_id)
    yield dump(live.result())


async def leaving(body: AsyncIterator[bytes], live: LiveRun, cancel: bool) -> AsyncIterator[bytes]:
    """The body; where its reader leaves before the end, the run stops if that was asked for."""
    try:
        async for piece in body:
            yield piece
    finally:
        if cancel:
            live.stop("interrupt")


def located(run: RunRecord, how: str) -> dict[str, str]:
    """Where the run can be read, and where it is followed again."""
    address = f"/threads/{run.thread_id}/runs/{run.run_id}"
    return {"Content-Location": address, "Location": f"{address}/{how}"} | UNBUFFERED

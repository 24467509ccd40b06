"""A run under way: its events in order, for any number of readers, and how it is stopped.

Readers share one list and hold a place in it, so that one who never reads costs nothing. Knows nothing of the graph but
the parts that it streams, and nothing of HTTP.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextvars import copy_context
from typing import Any, NamedTuple

from langgraph.types import Interrupt

from graph.failures import describe
from server.protocol.wire import Event, named
from server.records import RunRecord, RunStatus, Stop

log = logging.getLogger("maison.server")

HEARTBEAT_S = 15.0


class Place(NamedTuple):
    """The place of an event among all of a run, over restarts: attempts count from 1, events of an attempt from 0."""

    attempt: int
    event: int

    def __str__(self) -> str:
        return f"{self.attempt}-{self.event}"

    @classmethod
    def read(cls, text: str) -> "Place":
        """The place that an event id names; "-1" stands before the first. Raises ValueError."""
        if text == "-1":
            return BEFORE_ALL
        attempt, event = text.split("-")
        return cls(int(attempt), int(event))


BEFORE_ALL = Place(0, 0)


class LiveRun:
    """A run from the moment it was asked for until it has ended."""

    def __init__(self, record: RunRecord, *, noted: bool = False) -> None:
        """`noted` says that the records have this attempt already."""
        self.record = record
        self.noted = noted
        self.context = copy_context()  # of the request that asks for it, whoever is carried out before it
        self.attempt = record.attempts + 1
        self.modes = frozenset(record.asked["modes"])
        self.resumable = bool(record.asked["resumable"])
        self.output: dict[str, Any] = {}
        self.waits = False
        self._asked: dict[str, Interrupt] = {}
        self.failure: dict[str, str] | None = None
        self.stopped = record.stop
        self.closed = False
        self.whole = True
        self.events: list[Event] = []
        self._task: asyncio.Task[Any] | None = None
        self._sent = 0
        self._ended = asyncio.Event()
        self._news = asyncio.Event()
        self.tell("metadata", {"run_id": record.run_id, "attempt": self.attempt})

    def take(self, part: Mapping[str, Any]) -> None:
        """Tells a part of the graph's stream under its protocol name, if it was asked for."""
        mode, data = part["type"], part["data"]
        if mode == "values" and not part["ns"]:
            # A node beside the one that asks may end after it: what was asked before is still asked.
            self._asked |= {asked.id: asked for asked in part["interrupts"]}
            self.waits = bool(self._asked)
            self.output = data = data | ({"__interrupt__": (*self._asked.values(),)} if self.waits else {})
        if mode in self.modes:
            self.tell("|".join((mode, *part["ns"])), named(mode, data))

    def tell(self, name: str, data: Any) -> None:
        self.events.append(self.event(name, data))
        self._wake()

    def event(self, name: str, data: Any) -> Event:
        """The event that would come next."""
        return Event(name, data, str(Place(self.attempt, len(self.events))))

    def last(self, status: RunStatus) -> Event:
        """The event that ends the run."""
        return self.event("end", {"run_id": self.record.run_id, "status": status})

    def fail(self, error: Exception) -> None:
        """Tells that the run failed, without the error's text."""
        run_id = self.record.run_id
        log.error("run %s failed: %s", run_id, describe(error))
        self.blame(
            type(error).__name__,
            f"The run failed; the server's log says where, under run {run_id}. Send the message again.",
        )

    def blame(self, error: str, message: str) -> None:
        self.failure = {"error": error, "message": message}
        self.tell("error", self.failure)

    def attend(self, task: asyncio.Task[Any]) -> None:
        """Names the task to cancel when the run is stopped."""
        self._task = task
        if self.stopped:
            task.cancel()

    @property
    def begun(self) -> bool:
        return self._task is not None

    def stop(self, how: Stop) -> None:
        """Asks the run to stop; the first to ask decides how. Once it is closed nobody does."""
        if self.closed or self.stopped:
            return
        self.stopped = how
        if self._task:
            self._task.cancel()

    def close(self) -> None:
        """From here on the run is only written down."""
        self.closed = True

    def end(self, last: Event) -> None:
        self.events.append(last)
        self._ended.set()
        self._wake()

    def cut_off(self) -> None:
        """The process stops before the run has ended; its readers have to come back."""
        self.whole = False
        self._ended.set()
        self._wake()

    async def ends_within(self, seconds: float | None) -> bool:
        """Whether the run has ended by then; None waits for it."""
        try:
            await asyncio.wait_for(self._ended.wait(), seconds)
        except TimeoutError:
            return False
        return True

    async def follow(self, after: Place | None = None) -> AsyncIterator[Event | None]:
        """Every event until the run ends; None for each quiet stretch of `HEARTBEAT_S`.

        `after` is the last event that the reader had, perhaps of an earlier attempt. A reader who does not say begins
        where a resumable run began; of another run it gets what nobody was sent yet, so that one whose connection broke
        hears nothing twice.
        """
        position = self._first(after)
        while True:
            while position < len(self.events):
                position += 1
                self._sent = max(self._sent, position)
                yield self.events[position - 1]
            if self._ended.is_set():
                return
            try:
                await asyncio.wait_for(self._news.wait(), HEARTBEAT_S)
            except TimeoutError:
                yield None

    def result(self) -> dict[str, Any]:
        """What the run has put out; where it failed, `{"__error__": {error, message}}`, as LangGraph clients expect."""
        return {"__error__": self.failure} if self.failure else self.output

    def _first(self, after: Place | None) -> int:
        if after is None:
            return 0 if self.resumable else self._sent
        if after.attempt < self.attempt:
            return 0
        return after.event + 1 if after.attempt == self.attempt else len(self.events)

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

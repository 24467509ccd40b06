"""Runs: recorded, put in line behind their thread's other runs, carried out, and followed by whoever asked.

A run belongs to the server, not to a connection: it goes on when its client leaves, and a run that the process did not
live to finish is taken up again at the next start. Knows the graph from outside only, and nothing of HTTP.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4
from weakref import WeakValueDictionary

from langchain_core.runnables import RunnableConfig
from langgraph.types import StreamMode

from graph import running
from graph.context import Context
from graph.failures import describe
from graph.services import Services
from server.protocol.wire import Event
from server.records import Records, RunRecord, RunStatus, ThreadBusy, ThreadRecord, now
from stores.caller import Caller

log = logging.getLogger("maison.server")

HEARTBEAT_S = 15.0
DRAIN_S = 10.0
MOST_ATTEMPTS = 3  # a run that takes the process down with it must not do so at every start


@dataclass(frozen=True)
class Order:
    """What a run is asked to do, after every check; JSON-able but for the caller."""

    caller: Caller
    thread_id: str
    message: dict[str, Any]
    context: dict[str, Any]
    metadata: dict[str, Any] = field(default_factory=dict)
    checkpoint_id: str | None = None
    modes: tuple[StreamMode, ...] = ("values",)
    subgraphs: bool = False
    alone: bool = False
    keep: bool = True

    def record(self) -> RunRecord:
        """A pending run that could be carried out again from this alone."""
        asked = {key: getattr(self, key) for key in ("message", "context", "checkpoint_id", "alone", "keep")}
        return RunRecord(
            run_id=str(uuid4()),
            thread_id=self.thread_id,
            message_id=self.message["id"],
            caller=self.caller,
            status="pending",
            attempts=0,
            created_at=now(),
            updated_at=now(),
            metadata=self.metadata,
            asked=asked,
        )


class LiveRun:
    """A run under way: its events in order, for any number of readers, each from the first."""

    def __init__(self, record: RunRecord, modes: Iterable[StreamMode], subgraphs: bool) -> None:
        self.record = record
        self.modes = set(modes)
        self.subgraphs = subgraphs
        self.output: dict[str, Any] = {}
        self.interrupted = False
        self._events: list[Event] = []
        self._ended = False
        self._news = asyncio.Event()
        self.tell("metadata", {"run_id": record.run_id, "attempt": record.attempts + 1})

    def take(self, part: Mapping[str, Any]) -> None:
        """Tells a part of the graph's stream under its protocol name, if it was asked for."""
        mode, data = part["type"], part["data"]
        if mode == "values" and not part["ns"]:
            self.interrupted = bool(part["interrupts"])
            self.output = data = data | ({"__interrupt__": part["interrupts"]} if self.interrupted else {})
        if mode in self.modes:
            self.tell("|".join((mode, *part["ns"])), data)

    def tell(self, name: str, data: Any) -> None:
        self._events.append(Event(name, data))
        self._wake()

    def fail(self, error: Exception) -> None:
        """Tells that the run failed, without the error's text."""
        run_id = self.record.run_id
        log.error("run %s failed: %s", run_id, describe(error))
        message = f"The run failed; the server's log says where, under run {run_id}. Send the message again."
        self.tell("error", {"error": type(error).__name__, "message": message})

    def end(self) -> None:
        self._ended = True
        self._wake()

    async def events(self) -> AsyncIterator[Event | None]:
        """Every event until the run ends; None for each quiet stretch of `HEARTBEAT_S`."""
        position = 0
        while True:
            while position < len(self._events):
                yield self._events[position]
                position += 1
            if self._ended:
                return
            try:
                await asyncio.wait_for(self._news.wait(), HEARTBEAT_S)
            except TimeoutError:
                yield None

    async def result(self) -> dict[str, Any]:
        """What the run put out; where it failed, `{"__error__": {error, message}}`, as LangGraph clients expect."""
        failure = None
        async for event in self.events():
            if event and event.name == "error":
                failure = event.data
        return {"__error__": failure} if failure else self.output

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()


class Runs:
    """Starts and carries out runs: one at a time per thread, in the order of asking."""

    def __init__(self, services: Services, records: Records) -> None:
        self._services = services
        self._records = records
        self._lanes: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self, order: Order) -> LiveRun:
        """Records the run, then puts it in line. Raises `ThreadBusy`, `MessageKnown`."""
        record = order.record()
        await self._records.add_run(record, alone=order.alone)
        live = LiveRun(record, order.modes, order.subgraphs)
        self._put_in_line(live)
        return live

    async def recover(self) -> None:
        """Takes up the runs that an earlier process left unfinished."""
        for record in await self._records.unfinished():
            if record.attempts < MOST_ATTEMPTS:
                log.info("taking up run %s again", record.run_id)
                self._put_in_line(LiveRun(record, (), False))
            else:
                log.error("run %s was cut off %s times and is given up", record.run_id, record.attempts)
                await self._records.mark(record, "error")

    async def close(self) -> None:
        """Gives running turns a moment to end; what is then cut off is taken up at the next start."""
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks, timeout=DRAIN_S)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def open_thread(self, caller: Caller, thread_id: str, metadata: dict[str, Any]) -> ThreadRecord:
        """A new thread with an empty checkpoint to go back to. Raises `ThreadTaken`."""
        record = await self._records.add_thread(caller, thread_id, metadata)
        await running.start(self._services, thread_id)
        return record

    async def forget(self, caller: Caller, thread_id: str) -> None:
        """Removes a thread with all that was kept of it. Raises `ThreadBusy`."""
        await self._records.remove_thread(caller, thread_id)
        await self._services.checkpoints.adelete_thread(thread_id)
        await self._services.traces.remove(caller, thread_id)

    def _put_in_line(self, live: LiveRun) -> None:
        lane = self._lanes.setdefault(live.record.thread_id, asyncio.Lock())
        task = asyncio.create_task(self._carry_out(live, lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _carry_out(self, live: LiveRun, lane: asyncio.Lock) -> None:
        record = live.record
        try:
            async with lane:
                await self._records.mark(record, "running")
                status = await self._attempt(live)
                await self._settle(record, status)
            live.tell("end", {"run_id": record.run_id, "status": status})
        except Exception as error:
            live.fail(error)
        finally:
            live.end()

    async def _attempt(self, live: LiveRun) -> RunStatus:
        try:
            return await self._perform(live)
        except Exception as error:
            live.fail(error)
            return "error"

    async def _perform(self, live: LiveRun) -> RunStatus:
        services, record = self._services, live.record
        graph, context = services.graph, Context(**record.asked["context"])
        parts = graph.astream(
            {"messages": [record.asked["message"]]},
            self._config(record),
            context=context,
            stream_mode=sorted(live.modes | {"values"}),
            output_keys=graph.output_channels,
            subgraphs=live.subgraphs,
            durability=services.durability(context),
            version="v2",
        )
        async for part in parts:
            live.take(part)
        return "interrupted" if live.interrupted else "success"

    def _config(self, record: RunRecord) -> RunnableConfig:
        config = running.run_config(record.caller, record.thread_id, record.run_id, self._services)
        # LangGraph goes on from a checkpoint with this id in its metadata, instead of hearing the message twice.
        config["metadata"] = {"run_id": record.run_id}
        if start := record.asked["checkpoint_id"]:
            config["configurable"]["checkpoint_id"] = start
        return config

    async def _settle(self, record: RunRecord, status: RunStatus) -> None:
        """Tidies the thread and writes down how the run ended."""
        await running.finish(self._services, record.thread_id)
        await self._records.mark(record, status)
        if not record.asked["keep"]:
            with suppress(ThreadBusy):  # a client found the thread and went on with it
                await self.forget(record.caller, record.thread_id)

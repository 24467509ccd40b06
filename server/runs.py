"""Runs: recorded, put in line behind their thread's other runs, carried out by one worker per busy thread.

A run belongs to the server, not to a connection: it goes on when its client leaves, and a run that the process did not
live to finish is taken up again at the next start. Knows the graph from outside only, and nothing of HTTP.
"""

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Any

from langgraph.errors import is_invalid_resume

from graph import running
from graph.services import Services
from server.limits import Admission
from server.live import LiveRun
from server.orders import Order
from server.performing import at, perform, reached_its_end
from server.protocol.wire import Event
from server.records import (
    End,
    Records,
    RunRecord,
    RunStatus,
    Stop,
    ThreadBusy,
    ThreadRecord,
    ThreadStatus,
    Told,
)
from stores import checkpoints
from stores.caller import Caller

log = logging.getLogger("maison.server")

GRACE_S = 10.0
LONGEST_S = 900.0  # what no run may take beside its turn's own time, whatever hangs
MOST_ATTEMPTS = 3  # a run that takes the process down with it must not do so at every start
MOST_EVENTS = 20_000  # of a run that can be replayed after its end

ENDS: dict[Stop, RunStatus] = {"interrupt": "interrupted", "rollback": "interrupted", "timeout": "timeout"}
AFTER: dict[RunStatus, ThreadStatus] = {"success": "idle", "interrupted": "interrupted"}
GIVEN_UP = {
    "error": "RunGivenUp",
    "message": "The server stopped each time that it carried out this run. Send the message again.",
}


class Runs:
    """Starts, carries out and stops runs: one at a time per thread, in the order of asking."""

    def __init__(
        self, services: Services, records: Records, admission: Admission, ended: Callable[[RunStatus], None]
    ) -> None:
        self._services = services
        self._records = records
        self._admission = admission
        self._ended = ended
        self._lanes: dict[str, deque[LiveRun]] = {}
        self._live: dict[str, LiveRun] = {}
        self._workers: set[asyncio.Task[None]] = set()

    async def start(self, order: Order, thread: ThreadRecord | None = None) -> LiveRun:
        """Records the run, and its thread where that is a new one, then puts it in line.

        Raises `ThreadBusy`, `ThreadTaken`, `MessageKnown`, `Problem` (429, 503).
        """
        self._admission.admit(order.caller)
        try:
            return await self._take(order, thread)
        except BaseException:
            self._admission.leave(order.caller)
            raise

    def check_room(self, caller: Caller) -> None:
        """Whether a run of the caller would be taken, before anything is made for it. Raises `Problem` (429, 503)."""
        self._admission.check(caller)

    def live(self, run_id: str) -> LiveRun | None:
        """The run, while it waits or is under way."""
        return self._live.get(run_id)

    def under_way(self, caller: Caller) -> list[LiveRun]:
        """The caller's runs that wait or are under way."""
        return [live for live in self._live.values() if live.record.caller.id == caller.id]

    async def stop(self, live: LiveRun, how: Stop) -> None:
        """Stops a run: interrupted, it leaves what it did; rolled back, it leaves nothing. One in line goes at once."""
        if live.closed:
            return
        lane = self._lanes[live.record.thread_id]
        live.stop(how)
        await self._records.note_stop(live.record, live.stopped or how)
        if live.closed:
            return
        if live is not lane[0] and live in lane:
            lane.remove(live)
            await self._finish(live)

    async def recover(self) -> None:
        """Takes up the runs that an earlier process left unfinished, and clears away what it did not come to."""
        for record in await self._records.unfinished():
            if record.attempts < MOST_ATTEMPTS or await reached_its_end(self._services, record):
                log.info("taking up run %s again", record.run_id)
                self._admission.readmit(record.caller)
                self._put_in_line(LiveRun(record))
            else:
                await self._give_up(record)
        for record in await self._records.unkept():
            await self.forget(record.caller, record.thread_id)

    async def close(self) -> None:
        """Gives running turns a moment to end; what is then cut off is taken up at the next start."""
        await self._admission.close(self._services.settings.drain_seconds)
        late = tuple(self._workers)
        for worker in late:
            worker.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def open_thread(self, caller: Caller, thread_id: str, metadata: dict[str, Any]) -> ThreadRecord:
        """A new thread with an empty checkpoint to go back to. Raises `ThreadTaken`."""
        record = await self._records.add_thread(caller, thread_id, metadata)
        await running.start(self._services, thread_id)
        return record

    async def copy_thread(self, caller: Caller, source: ThreadRecord, thread_id: str) -> ThreadRecord:
        """A new thread that holds all that another one does. Raises `ThreadBusy`, `ThreadTaken`."""
        async with self.alone(source.thread_id):
            copy = await self._records.add_thread(caller, thread_id, source.metadata, source.status)
            await checkpoints.copy(self._services.checkpoints, source.thread_id, thread_id)
        return copy

    async def forget(self, caller: Caller, thread_id: str) -> None:
        """Removes a thread with all that was kept of it, its record last, so that what is left can be removed again.

        Raises `ThreadBusy`.
        """
        await self._records.require_idle(thread_id)
        await self._services.forget_thread(caller, thread_id)
        await self._records.remove_thread(caller, thread_id)

    @asynccontextmanager
    async def alone(self, thread_id: str) -> AsyncIterator[None]:
        """Keeps a thread free of runs; those asked for meanwhile wait. Raises `ThreadBusy` where one is under way."""
        if thread_id in self._lanes:
            raise ThreadBusy(thread_id)
        self._lanes[thread_id] = deque()
        try:
            yield
        finally:
            self._work_off(thread_id)

    async def _give_up(self, record: RunRecord) -> None:
        """Ends a run that takes the process down with it; its thread is as it was before."""
        log.error("run %s was cut off %s times and is given up", record.run_id, record.attempts)
        await checkpoints.rewind(self._services.checkpoints, record.thread_id, record.run_id)
        await self._records.end(record, End("error", "error", GIVEN_UP))

    async def _take(self, order: Order, thread: ThreadRecord | None) -> LiveRun:
        """Records a run and puts it in line; one that is first there is recorded as begun."""
        record, strategy = order.record(), order.strategy
        async with AsyncExitStack() as stack:
            if first := order.thread_id not in self._lanes:
                await stack.enter_async_context(self.alone(order.thread_id))
            await self._records.add_run(record, alone=strategy == "reject", begun=first, thread=thread)
            if thread:
                await running.start(self._services, order.thread_id)
            if strategy in ("interrupt", "rollback") and not first:
                for earlier in tuple(self._lanes.get(order.thread_id, ())):
                    await self.stop(earlier, strategy)
            return self._put_in_line(LiveRun(record, noted=first))

    def _put_in_line(self, live: LiveRun) -> LiveRun:
        """Behind those that wait; before them where it was recorded before they were."""
        thread_id = live.record.thread_id
        self._live[live.record.run_id] = live
        if thread_id not in self._lanes:
            self._lanes[thread_id] = deque([live])
            self._work_off(thread_id)
        elif live.noted:
            self._lanes[thread_id].appendleft(live)
        else:
            self._lanes[thread_id].append(live)
        return live

    def _work_off(self, thread_id: str) -> None:
        """Puts a worker to a lane; without runs the lane goes."""
        if not self._lanes[thread_id]:
            del self._lanes[thread_id]
            return
        worker = asyncio.create_task(self._work(thread_id))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _work(self, thread_id: str) -> None:
        lane = self._lanes[thread_id]
        try:
            while lane:
                await asyncio.create_task(self._carry_out(lane[0]), context=lane[0].context)
                lane.popleft()
        finally:
            del self._lanes[thread_id]
            for live in lane:
                live.cut_off()

    async def _carry_out(self, live: LiveRun) -> None:
        try:
            if not live.stopped:
                if not live.noted:
                    await self._records.begin(live.record)
                await self._attempt(live)
            elif live.stopped == "rollback" and live.record.attempts:
                await checkpoints.rewind(self._services.checkpoints, live.record.thread_id, live.record.run_id)
        except Exception as error:
            live.fail(error)
        await self._finish(live)

    async def _attempt(self, live: LiveRun) -> None:
        """Lets the graph run, not for ever, and says in `live` how it went."""
        saver, record = self._services.checkpoints, live.record
        before = await checkpoints.pending(saver, record.thread_id, record.asked["checkpoint_id"])
        task = asyncio.create_task(perform(self._services, live))
        live.attend(task)
        try:
            await asyncio.wait({task}, timeout=LONGEST_S + self._services.settings.turn_seconds)
            if not task.done():
                live.stop("timeout")
        finally:  # reached early where the process stops
            task.cancel()
            await asyncio.wait({task}, timeout=GRACE_S)
        self._judge(live, task)
        if live.stopped == "rollback":
            await checkpoints.rewind(saver, record.thread_id, record.run_id, before)

    def _judge(self, live: LiveRun, task: asyncio.Task[None]) -> None:
        """What became of the graph's task: an error of its own, the stop that was asked for, or neither."""
        error = task.exception() if task.done() and not task.cancelled() else None
        if live.stopped == "timeout":
            live.blame("RunTimeout", "The run took too long and was stopped. Send the message again.")
        elif live.stopped == "interrupt" and task.done() and not task.cancelled() and not error:
            live.stopped = None
        elif isinstance(error, Exception) and not live.stopped:
            live.waits = is_invalid_resume(error)
            live.fail(error)

    async def _finish(self, live: LiveRun) -> None:
        """Writes down how the run ended, tells it, and lets go of it."""
        live.close()
        status: RunStatus = ENDS[live.stopped] if live.stopped else "error" if live.failure else "success"
        last = live.last(status)
        try:
            await self._settle(live, status, last)
        except Exception as error:
            live.fail(error)
            status, last = "error", live.last("error")
            with suppress(Exception):
                await self._records.end(live.record, End(status, "error", live.failure))
        del self._live[live.record.run_id]
        self._admission.leave(live.record.caller)
        self._ended(status)
        live.end(last)

    async def _settle(self, live: LiveRun, status: RunStatus, last: Event) -> None:
        record = live.record
        if live.begun:
            await running.finish(self._services, record.thread_id)
        if live.stopped == "rollback":
            waits = (await self._services.graph.aget_state(at(record.thread_id))).next
            await self._records.remove_run(record, "interrupted" if waits else "idle")
        else:
            thread = "interrupted" if live.waits else AFTER.get(status, "error")
            await self._records.end(record, End(status, thread, live.failure, told(live, last)))
        if not record.asked["keep"]:
            with suppress(ThreadBusy):  # a client found the thread and went on with it
                await self.forget(record.caller, record.thread_id)


def told(live: LiveRun, last: Event) -> Told | None:
    """What can be told again of a run whose client asked for it, unless it is too much.

    Events of LangChain's own quote what a model was sent, photos with it, and those are never written down.
    """
    if not live.resumable or len(live.events) > MOST_EVENTS or "events" in live.modes:
        return None
    return [event.written() for event in (*live.events, last)]

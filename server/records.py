"""Records of threads and runs: what was asked, by whom, how far it got, and what its clients were told.

A run is recorded before the graph sees it, so that nothing asked is lost with the process. Knows neither the graph nor
what a message means.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from server.assistants import Assistants
from server.database import Database, labelled, now, open_database, run_events, runs, threads
from server.statements import (
    CHANGE_RUN,
    CHANGE_THREAD,
    HAS_UNFINISHED,
    THREAD,
    UNFINISHED,
    outlived,
    owned,
    settle,
)
from stores.caller import Caller

RunStatus = Literal["pending", "running", "success", "error", "timeout", "interrupted"]
ThreadStatus = Literal["idle", "busy", "interrupted", "error"]
Stop = Literal["interrupt", "rollback", "timeout"]
ThreadColumn = Literal["thread_id", "status", "created_at", "updated_at"]
Told = list[list[Any]]


class ThreadRecord(NamedTuple):
    thread_id: str
    created_at: str
    updated_at: str
    status: ThreadStatus
    metadata: dict[str, Any]


class RunRecord(NamedTuple):
    """`asked` is what the run was asked to do, enough to do it again; `message_id` names the message it brought.

    `stop` is how somebody asked it to stop before it had ended.
    """

    run_id: str
    thread_id: str
    assistant_id: str
    message_id: str | None
    caller: Caller
    status: RunStatus
    attempts: int
    created_at: str
    updated_at: str
    metadata: dict[str, Any]
    asked: dict[str, Any]
    failure: dict[str, str] | None = None
    stop: Stop | None = None


class End(NamedTuple):
    """How a run ended: for its thread, for who asks why, and for who comes to hear what was told."""

    status: RunStatus
    thread: ThreadStatus
    failure: dict[str, str] | None = None
    told: Told | None = None


class ThreadTaken(Exception):
    """The thread id is in use."""


class ThreadBusy(Exception):
    """The thread has a run that is not finished."""


class MessageKnown(Exception):
    """The thread already has a message of that id."""


class Records:
    """Threads, runs and assistants by caller; another caller's are as if they were not there."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.assistants = Assistants(database)

    async def add_thread(
        self, caller: Caller, thread_id: str, metadata: Mapping[str, Any], status: ThreadStatus = "idle"
    ) -> ThreadRecord:
        """Raises `ThreadTaken`."""
        record = new_thread(thread_id, metadata, status)
        try:
            await self._database.execute(sa.insert(threads), {"owner": caller.id} | record._asdict())
        except IntegrityError as error:
            raise ThreadTaken(thread_id) from error
        return record

    async def thread(self, caller: Caller, thread_id: str) -> ThreadRecord | None:
        found = await self._database.rows(THREAD, {"owner": caller.id, "of": thread_id})
        return ThreadRecord(**found[0]) if found else None

    async def label_thread(self, caller: Caller, thread_id: str, metadata: Mapping[str, Any]) -> None:
        """Adds to a thread's metadata; what was there under another key stays."""
        mine = (threads.c.owner == caller.id, threads.c.thread_id == thread_id)

        def work(db: sa.Connection) -> None:
            known = db.scalar(sa.select(threads.c.metadata).where(*mine)) or {}
            db.execute(sa.update(threads).where(*mine).values(metadata=known | dict(metadata), updated_at=now()))

        await self._database.transact(work)

    async def search_threads(
        self,
        caller: Caller,
        *,
        sort_by: ThreadColumn = "updated_at",
        ascending: bool = False,
        limit: int = 10,
        offset: int = 0,
        **conditions: Any,
    ) -> list[ThreadRecord]:
        """The caller's threads, last used first; conditions as in `count_threads`."""
        column = threads.c[sort_by]
        query = self._threads(caller, **conditions).order_by(column.asc() if ascending else column.desc())
        return [ThreadRecord(**row) for row in await self._database.rows(query.limit(limit).offset(offset))]

    async def count_threads(self, caller: Caller, **conditions: Any) -> int:
        """By `metadata`, `status`, `ids`. Raises ValueError for metadata that cannot be searched."""
        return await self._database.count(self._threads(caller, **conditions))

    async def require_idle(self, thread_id: str) -> None:
        """Raises `ThreadBusy`."""
        if await self._database.transact(lambda db: db.scalar(HAS_UNFINISHED, {"of": thread_id})):
            raise ThreadBusy(thread_id)

    async def remove_thread(self, caller: Caller, thread_id: str) -> None:
        """Removes a thread and its runs. Raises `ThreadBusy`."""

        def work(db: sa.Connection) -> None:
            if db.scalar(HAS_UNFINISHED, {"of": thread_id}):
                raise ThreadBusy(thread_id)
            db.execute(sa.delete(threads).where(threads.c.owner == caller.id, threads.c.thread_id == thread_id))

        await self._database.transact(work)

    async def erase(self, caller: Caller) -> None:
        """Forgets the caller: their assistants, their threads with all runs, and what the files still hold of them."""
        await self.assistants.erase(caller)
        await self._database.execute(sa.delete(threads).where(threads.c.owner == caller.id))
        await self._database.scrub()

    async def add_run(
        self, run: RunRecord, *, alone: bool, begun: bool = False, thread: ThreadRecord | None = None
    ) -> None:
        """Records a run as pending, or as `begun`, and its thread where that is a new one.

        Raises `MessageKnown`, `ThreadTaken` for the new thread, and `ThreadBusy` where the run has to be `alone`.
        """
        progress = {"status": "running", "attempts": run.attempts + 1} if begun else {}
        row = run._asdict() | {"caller": dumped(run.caller)} | progress

        def work(db: sa.Connection) -> None:
            if thread:
                db.execute(sa.insert(threads), {"owner": run.caller.id} | thread._asdict() | {"status": "busy"})
            elif alone and db.scalar(HAS_UNFINISHED, {"of": run.thread_id}):
                raise ThreadBusy(run.thread_id)
            else:
                db.execute(CHANGE_THREAD, {"of": run.thread_id, "status": "busy"})
            db.execute(sa.insert(runs), row)

        try:
            await self._database.transact(work)
        except IntegrityError as error:
            raise ThreadTaken(run.thread_id) if thread else MessageKnown(run.message_id) from error

    async def begin(self, run: RunRecord) -> None:
        """Says that a run is under way, once more."""
        values = {"status": "running", "updated_at": now(), "attempts": runs.c.attempts + 1}
        await self._database.execute(CHANGE_RUN.values(**values), {"of": run.run_id})

    async def note_stop(self, run: RunRecord, how: Stop) -> None:
        """Says that a run was asked to stop, for whoever finds it unfinished."""
        await self._database.execute(CHANGE_RUN, {"of": run.run_id, "stop": how})

    async def end(self, run: RunRecord, end: End) -> None:
        """Says how a run ended, with all that is kept of it, at once; its thread stays busy while another run waits."""

        def work(db: sa.Connection) -> None:
            how = {"status": end.status, "updated_at": now(), "failure": end.failure}
            db.execute(CHANGE_RUN, {"of": run.run_id} | how)
            if end.told is not None:
                db.execute(sa.insert(run_events).values(run_id=run.run_id, kept_at=now(), events=end.told))
                db.execute(sa.delete(run_events).where(outlived()))
            settle(db, run.thread_id, end.thread)

        await self._database.transact(work)

    async def remove_run(self, run: RunRecord, thread: ThreadStatus | None = None) -> None:
        """Forgets a run; says how that leaves its thread, where it was under way."""

        def work(db: sa.Connection) -> None:
            db.execute(sa.delete(runs).where(runs.c.run_id == run.run_id))
            if thread:
                settle(db, run.thread_id, thread)

        await self._database.transact(work)

    async def run(self, caller: Caller, thread_id: str, run_id: str) -> RunRecord | None:
        found = await self._runs(*owned(caller, thread_id), runs.c.run_id == run_id)
        return found[0] if found else None

    async def runs(
        self, caller: Caller, thread_id: str, *, status: str | None, limit: int, offset: int
    ) -> list[RunRecord]:
        """A thread's runs, newest first."""
        conditions = [*owned(caller, thread_id), *([runs.c.status == status] if status else [])]
        return await self._runs(*conditions, newest_first=True, limit=limit, offset=offset)

    async def unfinished(self) -> list[RunRecord]:
        """Every run that was asked for and not finished, in the order of asking."""
        return await self._runs(runs.c.status.in_(UNFINISHED))

    async def unkept(self) -> list[RunRecord]:
        """Every run that has ended and left its thread, which was to go with it, and which nobody went on with."""
        other = runs.alias()
        gone_on = sa.exists().where(other.c.thread_id == runs.c.thread_id, other.c.run_id != runs.c.run_id)
        return await self._runs(~runs.c.status.in_(UNFINISHED), runs.c.asked["keep"].as_boolean().is_(False), ~gone_on)

    async def told(self, run_id: str) -> Told | None:
        """The events of a finished run, where they are kept."""
        query = sa.select(run_events.c.events).where(run_events.c.run_id == run_id)
        return await self._database.transact(lambda db: db.scalar(query))

    def _threads(
        self,
        caller: Caller,
        *,
        metadata: Mapping[str, Any] | None = None,
        status: str | None = None,
        ids: Sequence[str] | None = None,
    ) -> sa.Select[Any]:
        query = sa.select(*(threads.c[name] for name in ThreadRecord._fields)).where(threads.c.owner == caller.id)
        query = query.where(*labelled(threads.c.metadata, metadata or {}))
        if status:
            query = query.where(threads.c.status == status)
        return query if ids is None else query.where(threads.c.thread_id.in_(ids))

    async def _runs(
        self, *conditions: sa.ColumnElement[bool], newest_first: bool = False, limit: int | None = None, offset: int = 0
    ) -> list[RunRecord]:
        columns = [runs.c[name] for name in RunRecord._fields]
        order = runs.c.position.desc() if newest_first else runs.c.position
        query = sa.select(*columns).where(*conditions).order_by(order).limit(limit).offset(offset)
        return [loaded(row) for row in await self._database.rows(query)]


@asynccontextmanager
async def open_records(path: Path) -> AsyncIterator[Records]:
    """The records in an SQLite file, made where there is none."""
    async with open_database(path) as database:
        yield Records(database)


def new_thread(thread_id: str, metadata: Mapping[str, Any], status: ThreadStatus = "idle") -> ThreadRecord:
    return ThreadRecord(thread_id, now(), now(), status, dict(metadata))


def dumped(caller: Caller) -> dict[str, Any]:
    return {"id": caller.id, "rights": sorted(caller.rights)}


def loaded(row: Mapping[str, Any]) -> RunRecord:
    caller = Caller(row["caller"]["id"], frozenset(row["caller"]["rights"]))
    return RunRecord(**{**row, "caller": caller})

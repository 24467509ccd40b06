"""Records of threads and runs in SQLite: what was asked, by whom, and how far it got.

A run is recorded before the graph sees it, so that nothing asked is lost with the process. The statements are portable
to Postgres. Knows neither the graph nor what a message means; times are ISO 8601 in UTC.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from stores.caller import Caller

T = TypeVar("T")
RunStatus = Literal["pending", "running", "success", "error", "interrupted"]
ThreadColumn = Literal["thread_id", "status", "created_at", "updated_at"]
UNFINISHED = ("pending", "running")
AFTER: dict[RunStatus, str] = {"success": "idle", "error": "error", "interrupted": "interrupted"}

tables = sa.MetaData()
threads = sa.Table(
    "threads", tables,
    sa.Column("thread_id", sa.String(64), primary_key=True),
    sa.Column("owner", sa.String(128), nullable=False, index=True),
    sa.Column("created_at", sa.String(32), nullable=False),
    sa.Column("updated_at", sa.String(32), nullable=False),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("metadata", sa.JSON, nullable=False),
)  # fmt: skip
runs = sa.Table(
    "runs", tables,
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("run_id", sa.String(36), nullable=False, unique=True),
    sa.Column("thread_id", sa.ForeignKey("threads.thread_id", ondelete="CASCADE"), nullable=False),
    sa.Column("message_id", sa.String(64), nullable=False),
    sa.Column("caller", sa.JSON, nullable=False),
    sa.Column("status", sa.String(16), nullable=False, index=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
    sa.Column("updated_at", sa.String(32), nullable=False),
    sa.Column("metadata", sa.JSON, nullable=False),
    sa.Column("asked", sa.JSON, nullable=False),
    sa.UniqueConstraint("thread_id", "message_id"),
)  # fmt: skip


class ThreadRecord(NamedTuple):
    thread_id: str
    created_at: str
    updated_at: str
    status: str
    metadata: dict[str, Any]


class RunRecord(NamedTuple):
    """`asked` is what the run was asked to do, enough to do it again."""

    run_id: str
    thread_id: str
    message_id: str
    caller: Caller
    status: RunStatus
    attempts: int
    created_at: str
    updated_at: str
    metadata: dict[str, Any]
    asked: dict[str, Any]


class ThreadTaken(Exception):
    """The thread id is in use."""


class ThreadBusy(Exception):
    """The thread has a run that is not finished."""


class MessageKnown(Exception):
    """The thread already has a message of that id."""


class Records:
    """Threads and runs by caller; another caller's are as if they were not there."""

    def __init__(self, engine: sa.Engine, thread: ThreadPoolExecutor) -> None:
        self._engine = engine
        self._thread = thread

    async def add_thread(self, caller: Caller, thread_id: str, metadata: Mapping[str, Any]) -> ThreadRecord:
        """Raises `ThreadTaken`."""
        record = ThreadRecord(thread_id, now(), now(), "idle", dict(metadata))

        def work(db: sa.Connection) -> None:
            db.execute(sa.insert(threads).values(owner=caller.id, **record._asdict()))

        try:
            await self._transact(work)
        except IntegrityError as error:
            raise ThreadTaken(thread_id) from error
        return record

    async def thread(self, caller: Caller, thread_id: str) -> ThreadRecord | None:
        found = await self._threads(caller, threads.c.thread_id == thread_id)
        return found[0] if found else None

    async def search_threads(
        self,
        caller: Caller,
        *,
        metadata: Mapping[str, Any] | None = None,
        status: str | None = None,
        ids: Sequence[str] | None = None,
        sort_by: ThreadColumn = "updated_at",
        ascending: bool = False,
        limit: int = 10,
        offset: int = 0,
    ) -> list[ThreadRecord]:
        """The caller's threads, last used first. Raises ValueError for metadata that cannot be searched."""
        conditions = [labelled(key, value) for key, value in (metadata or {}).items()]
        if status:
            conditions.append(threads.c.status == status)
        if ids is not None:
            conditions.append(threads.c.thread_id.in_(ids))
        column = threads.c[sort_by]
        order = column.asc() if ascending else column.desc()
        return await self._threads(caller, *conditions, order=order, limit=limit, offset=offset)

    async def remove_thread(self, caller: Caller, thread_id: str) -> None:
        """Removes a thread and its runs. Raises `ThreadBusy`."""

        def work(db: sa.Connection) -> None:
            if db.scalar(sa.select(unfinished(thread_id))):
                raise ThreadBusy(thread_id)
            db.execute(sa.delete(threads).where(threads.c.owner == caller.id, threads.c.thread_id == thread_id))

        await self._transact(work)

    async def add_run(self, run: RunRecord, *, alone: bool) -> None:
        """Records a run as pending. Raises `MessageKnown`, and `ThreadBusy` where it has to be `alone`."""

        def work(db: sa.Connection) -> None:
            if alone and db.scalar(sa.select(unfinished(run.thread_id))):
                raise ThreadBusy(run.thread_id)
            db.execute(sa.insert(runs).values(**run._asdict() | {"caller": dumped(run.caller)}))
            db.execute(sa.update(threads).where(threads.c.thread_id == run.thread_id).values(status="busy"))

        try:
            await self._transact(work)
        except IntegrityError as error:
            raise MessageKnown(run.message_id) from error

    async def mark(self, run: RunRecord, status: RunStatus) -> None:
        """Says how far a run got; its thread stays busy while another run waits."""

        def work(db: sa.Connection) -> None:
            attempts = runs.c.attempts + (status == "running")
            values = {"status": status, "updated_at": now(), "attempts": attempts}
            db.execute(sa.update(runs).where(runs.c.run_id == run.run_id).values(**values))
            waiting = db.scalar(sa.select(unfinished(run.thread_id)))
            thread = {"status": "busy" if waiting else AFTER[status], "updated_at": now()}
            db.execute(sa.update(threads).where(threads.c.thread_id == run.thread_id).values(**thread))

        await self._transact(work)

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

    async def _threads(
        self,
        caller: Caller,
        *conditions: sa.ColumnElement[bool],
        order: sa.ColumnElement[Any] | None = None,
        limit: int = 1,
        offset: int = 0,
    ) -> list[ThreadRecord]:
        columns = [threads.c[name] for name in ThreadRecord._fields]
        query = sa.select(*columns).where(threads.c.owner == caller.id, *conditions)
        query = query.order_by(order).limit(limit).offset(offset)
        return [ThreadRecord(**row) for row in await self._transact(lambda db: db.execute(query).mappings().all())]

    async def _runs(
        self, *conditions: sa.ColumnElement[bool], newest_first: bool = False, limit: int | None = None, offset: int = 0
    ) -> list[RunRecord]:
        columns = [runs.c[name] for name in RunRecord._fields]
        order = runs.c.position.desc() if newest_first else runs.c.position
        query = sa.select(*columns).where(*conditions).order_by(order).limit(limit).offset(offset)
        return [loaded(row) for row in await self._transact(lambda db: db.execute(query).mappings().all())]

    async def _transact(self, work: Callable[[sa.Connection], T]) -> T:
        def transact() -> T:
            with self._engine.begin() as db:
                return work(db)

        return await asyncio.get_running_loop().run_in_executor(self._thread, transact)


@asynccontextmanager
async def open_records(path: Path) -> AsyncIterator[Records]:
    """The records in an SQLite file, made where there is none; one thread of their own does the work."""
    engine = sa.create_engine(f"sqlite:///{path}")
    sa.event.listen(engine, "connect", tune)
    with ThreadPoolExecutor(1, "records") as thread:
        await asyncio.get_running_loop().run_in_executor(thread, tables.create_all, engine)
        try:
            yield Records(engine, thread)
        finally:
            await asyncio.get_running_loop().run_in_executor(thread, engine.dispose)


def tune(connection: Any, _: Any) -> None:
    """WAL with NORMAL keeps every committed run through the death of the process, at a tenth of the cost."""
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")


def unfinished(thread_id: str) -> sa.ColumnElement[bool]:
    return sa.exists().where(runs.c.thread_id == thread_id, runs.c.status.in_(UNFINISHED))


def owned(caller: Caller, thread_id: str) -> Sequence[sa.ColumnElement[bool]]:
    owner = sa.exists().where(threads.c.thread_id == thread_id, threads.c.owner == caller.id)
    return (runs.c.thread_id == thread_id, owner)


def labelled(key: str, value: Any) -> sa.ColumnElement[bool]:
    """Whether a thread's metadata has this value; keys go into a JSON path, so their letters are limited."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", key):
        raise ValueError(f"metadata key {key!r}: use letters, digits, '_' and '-'")
    column = threads.c.metadata[key]
    if isinstance(value, bool):
        return sa.type_coerce(column.as_boolean() == value, sa.Boolean)
    if isinstance(value, int | float):
        return sa.type_coerce(column.as_float() == float(value), sa.Boolean)
    if isinstance(value, str):
        return sa.type_coerce(column.as_string() == value, sa.Boolean)
    raise ValueError(f"metadata {key}: search by a text, a number, true or false")


def dumped(caller: Caller) -> dict[str, Any]:
    return {"id": caller.id, "rights": sorted(caller.rights)}


def loaded(row: sa.RowMapping) -> RunRecord:
    caller = Caller(row["caller"]["id"], frozenset(row["caller"]["rights"]))
    return RunRecord(**{**row, "caller": caller})


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")

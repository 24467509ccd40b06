"""The tables that the server keeps of its own, and the one thread that works on them.

The statements are portable to Postgres; what is embedded is SQLite in a file. Times are ISO 8601 in UTC. Knows what is
kept and nothing of what it is for.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa

from stores.erasure import REBUILD

T = TypeVar("T")

LAYOUT = 1  # counts up with every change of the tables below

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
    sa.Column("assistant_id", sa.String(64), nullable=False),
    sa.Column("message_id", sa.String(64)),
    sa.Column("caller", sa.JSON, nullable=False),
    sa.Column("status", sa.String(16), nullable=False, index=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
    sa.Column("updated_at", sa.String(32), nullable=False),
    sa.Column("metadata", sa.JSON, nullable=False),
    sa.Column("asked", sa.JSON, nullable=False),
    sa.Column("failure", sa.JSON),
    sa.Column("stop", sa.String(16)),
    sa.UniqueConstraint("thread_id", "message_id"),
)  # fmt: skip
run_events = sa.Table(
    "run_events", tables,
    sa.Column("run_id", sa.ForeignKey("runs.run_id", ondelete="CASCADE"), primary_key=True),
    sa.Column("kept_at", sa.String(32), nullable=False, index=True),
    sa.Column("events", sa.JSON, nullable=False),
)  # fmt: skip
assistants = sa.Table(
    "assistants", tables,
    sa.Column("assistant_id", sa.String(64), primary_key=True),
    sa.Column("owner", sa.String(128), nullable=False, index=True),
    sa.Column("name", sa.String(256), nullable=False),
    sa.Column("description", sa.Text),
    sa.Column("context", sa.JSON, nullable=False),
    sa.Column("metadata", sa.JSON, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
    sa.Column("updated_at", sa.String(32), nullable=False),
)  # fmt: skip


class OtherLayout(Exception):
    """The tables in a file are not those of this version."""


class Database:
    """Transactions on the tables, one after the other, off the event loop."""

    def __init__(self, engine: sa.Engine, thread: ThreadPoolExecutor) -> None:
        self._engine = engine
        self._thread = thread

    async def transact(self, work: Callable[[sa.Connection], T]) -> T:
        """What `work` returns, all of it written or, where it raises, none."""

        def transact() -> T:
            with self._engine.begin() as db:
                return work(db)

        return await asyncio.get_running_loop().run_in_executor(self._thread, transact)

    async def scrub(self) -> None:
        """Build an SQLite file anew, so that nothing of what was deleted is left in it (`stores.erasure`)."""

        def work() -> None:
            with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
                for statement in REBUILD:
                    db.exec_driver_sql(statement)

        await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def execute(self, statement: sa.Executable, values: Mapping[str, Any] | None = None) -> None:
        await self.transact(lambda db: db.execute(statement, values).close())

    async def rows(self, query: sa.Select[Any], values: Mapping[str, Any] | None = None) -> list[Mapping[str, Any]]:
        return await self.transact(lambda db: [dict(row) for row in db.execute(query, values).mappings()])

    async def count(self, query: sa.Select[Any]) -> int:
        """How many rows a query would give."""
        counted = sa.select(sa.func.count()).select_from(query.order_by(None).subquery())
        return await self.transact(lambda db: db.scalar(counted) or 0)


@asynccontextmanager
async def open_database(path: Path) -> AsyncIterator[Database]:
    """The tables in an SQLite file, made where there are none; one thread of their own does the work."""
    engine = sa.create_engine(f"sqlite:///{path}")
    sa.event.listen(engine, "connect", tune)
    with ThreadPoolExecutor(1, "records") as thread:
        await asyncio.get_running_loop().run_in_executor(thread, lay_out, engine)
        try:
            yield Database(engine, thread)
        finally:
            await asyncio.get_running_loop().run_in_executor(thread, engine.dispose)


def lay_out(engine: sa.Engine) -> None:
    """Makes the tables where there are none, and leaves those of another layout alone. Raises OtherLayout."""
    with engine.begin() as db:
        found = db.exec_driver_sql("PRAGMA user_version").scalar()
        if found != LAYOUT and sa.inspect(db).has_table(threads.name):
            raise OtherLayout(f"{engine.url.database} was made by another version of Maison.")
        tables.create_all(db)
        db.exec_driver_sql(f"PRAGMA user_version={LAYOUT}")


def tune(connection: Any, _: Any) -> None:
    """WAL with NORMAL keeps every commit through the death of the process, at a tenth of the cost."""
    pragmas = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=5000", "secure_delete=ON")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def labelled(column: sa.Column[Any], labels: Mapping[str, Any]) -> list[sa.ColumnElement[bool]]:
    """Whether metadata has these values. Raises ValueError for what cannot be searched."""
    return [label(column, key, value) for key, value in labels.items()]


def label(column: sa.Column[Any], key: str, value: Any) -> sa.ColumnElement[bool]:
    """Keys go into a JSON path, so their letters are limited."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", key):
        raise ValueError(f"metadata key {key!r}: use letters, digits, '_' and '-'")
    held = column[key]
    if isinstance(value, bool):
        return sa.type_coerce(held.as_boolean() == value, sa.Boolean)
    if isinstance(value, int | float):
        return sa.type_coerce(held.as_float() == float(value), sa.Boolean)
    if isinstance(value, str):
        return sa.type_coerce(held.as_string() == value, sa.Boolean)
    raise ValueError(f"metadata {key}: search by a text, a number, true or false")


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")

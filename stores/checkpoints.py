"""Checkpoints of threads in one SQLite file, and how few of them are kept.

A finished turn keeps its last checkpoint, which is what a person can go back to; those in between are of use only while
the turn runs. This module does not know what is in a state; checkpoints of subgraphs are not its matter.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

import aiosqlite
from langgraph.checkpoint.base import empty_checkpoint
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

BEFORE_ANY_INPUT = -2  # LangGraph numbers the first input of a thread -1

READ = (
    "SELECT checkpoint_id, parent_checkpoint_id, metadata FROM checkpoints WHERE thread_id = ? AND checkpoint_ns = ''"
)
DELETE = (
    "DELETE FROM writes WHERE thread_id = ? AND checkpoint_ns = '' AND checkpoint_id = ?",
    "DELETE FROM checkpoints WHERE thread_id = ? AND checkpoint_ns = '' AND checkpoint_id = ?",
)
LINK = (
    "UPDATE checkpoints SET parent_checkpoint_id = ? WHERE thread_id = ? AND checkpoint_ns = '' AND checkpoint_id = ?"
)
PENDING = (
    "WITH start AS (SELECT coalesce(?2, max(checkpoint_id)) AS id FROM checkpoints "
    "WHERE thread_id = ?1 AND checkpoint_ns = '') "
    "SELECT start.id, thread_id, checkpoint_ns, checkpoint_id, task_id, task_path, idx, channel, type, value "
    "FROM start LEFT JOIN writes ON writes.thread_id = ?1 AND writes.checkpoint_id = start.id"
)
REWIND = (
    "DELETE FROM writes WHERE thread_id = :thread AND checkpoint_id IN (SELECT checkpoint_id FROM checkpoints "
    "WHERE thread_id = :thread AND json_extract(CAST(metadata AS TEXT), '$.run_id') = :run)",
    "DELETE FROM checkpoints WHERE thread_id = :thread AND json_extract(CAST(metadata AS TEXT), '$.run_id') = :run",
    "DELETE FROM writes WHERE thread_id = :thread AND checkpoint_id = :before",
)
RESTORE = (
    "INSERT INTO writes (thread_id, checkpoint_ns, checkpoint_id, task_id, task_path, idx, channel, type, value) "
    "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 "
    "WHERE EXISTS (SELECT 1 FROM checkpoints WHERE thread_id = ?1 AND checkpoint_id = ?3)"
)
COPY = (
    "INSERT INTO checkpoints "
    "(thread_id, checkpoint_ns, checkpoint_id, parent_checkpoint_id, type, checkpoint, metadata) "
    "SELECT :target, checkpoint_ns, checkpoint_id, parent_checkpoint_id, type, checkpoint, metadata "
    "FROM checkpoints WHERE thread_id = :source",
    "INSERT INTO writes (thread_id, checkpoint_ns, checkpoint_id, task_id, task_path, idx, channel, type, value) "
    "SELECT :target, checkpoint_ns, checkpoint_id, task_id, task_path, idx, channel, type, value "
    "FROM writes WHERE thread_id = :source",
)


class Pending(NamedTuple):
    """What waits at a checkpoint: finished tasks, questions, answers, as rows of `writes`."""

    checkpoint: str | None
    writes: Sequence[Sequence[Any]]


NOTHING_KNOWN = Pending(None, ())


class Row(NamedTuple):
    """A checkpoint without its state. `source` is LangGraph's: input, loop, update or fork."""

    id: str
    parent: str | None
    source: str
    step: int


@asynccontextmanager
async def open_checkpoints(path: Path) -> AsyncIterator[AsyncSqliteSaver]:
    """The saver in the file `path`. What it reads back is messages and plain values: no other class is ever called."""
    await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
    async with aiosqlite.connect(path) as connection:
        saver = AsyncSqliteSaver(connection, serde=JsonPlusSerializer(allowed_msgpack_modules=None))
        await saver.setup()
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000"):
            await connection.execute(f"PRAGMA {pragma}")
        yield saver


async def begin(saver: AsyncSqliteSaver, thread: str) -> None:
    """Give a new thread an empty checkpoint to go back to, so that its first message can be edited too."""
    await saver.aput(
        {"configurable": {"thread_id": thread, "checkpoint_ns": ""}},
        empty_checkpoint(),
        {"source": "update", "step": BEFORE_ANY_INPUT, "parents": {}},
        {},
    )


async def prune(saver: AsyncSqliteSaver, thread: str) -> int:
    """Keep the first checkpoint of a thread and the last of each turn, on every branch; returns how many went."""
    async with saver.lock:
        rows = {row[0]: read_row(*row) for row in await saver.conn.execute_fetchall(READ, (thread,))}
        dropped = passing(rows)
        if dropped:
            await drop(saver, thread, rows, dropped)
    return len(dropped)


async def drop(saver: AsyncSqliteSaver, thread: str, rows: Mapping[str, Row], dropped: set[str]) -> None:
    """Delete checkpoints, and link those that came after them to what stays."""
    orphans = [row for row in rows.values() if row.parent in dropped and row.id not in dropped]
    async with saver.conn.cursor() as cursor:
        for statement in DELETE:
            await cursor.executemany(statement, [(thread, identity) for identity in dropped])
        await cursor.executemany(LINK, [(kept_ancestor(row, rows, dropped), thread, row.id) for row in orphans])
        await saver.conn.commit()


async def pending(saver: AsyncSqliteSaver, thread: str, checkpoint: str | None = None) -> Pending:
    """What waits at a checkpoint, the latest unless one is named."""
    async with saver.lock:
        rows = [tuple(row) for row in await saver.conn.execute_fetchall(PENDING, (thread, checkpoint))]
    return Pending(rows[0][0], [row[1:] for row in rows if row[3] is not None])


async def rewind(saver: AsyncSqliteSaver, thread: str, run: str, before: Pending = NOTHING_KNOWN) -> None:
    """Take a run back: its checkpoints go, and what waited where it began waits again, as far as that is known."""
    async with saver.lock, saver.conn.cursor() as cursor:
        for statement in REWIND:
            await cursor.execute(statement, {"thread": thread, "run": run, "before": before.checkpoint})
        await cursor.executemany(RESTORE, before.writes)
        await saver.conn.commit()


async def copy(saver: AsyncSqliteSaver, source: str, target: str) -> None:
    """Give a new thread everything that another one holds."""
    async with saver.lock, saver.conn.cursor() as cursor:
        for statement in COPY:
            await cursor.execute(statement, {"source": source, "target": target})
        await saver.conn.commit()


def read_row(identity: str, parent: str | None, metadata: bytes) -> Row:
    known = json.loads(metadata)
    return Row(identity, parent, known["source"], known["step"])


def passing(rows: Mapping[str, Row]) -> set[str]:
    """Checkpoints that a turn only passed through on its way to its last one.

    The same run goes on where a step follows at once. A new run begins with an input, and so leaves a gap of at least
    one step even where only its end was written (durability "exit") or is left.
    """
    steps = {row.id: row.step for row in rows.values()}
    continued = {row.parent for row in rows.values() if row.source == "loop" and follows(row, steps)}
    return {row.id for row in rows.values() if row.id in continued and row.parent and row.source in {"input", "loop"}}


def follows(row: Row, steps: Mapping[str, int]) -> bool:
    return row.parent is not None and steps.get(row.parent) == row.step - 1


def kept_ancestor(row: Row, rows: Mapping[str, Row], dropped: set[str]) -> str | None:
    """The nearest ancestor that stays."""
    parent = row.parent
    while parent is not None and parent in dropped:
        parent = rows[parent].parent
    return parent

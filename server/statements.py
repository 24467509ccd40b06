"""Statements about threads and runs that every run passes, or that several records share. Knows no caller's rights."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from server.database import now, run_events, runs, threads
from stores.caller import Caller

UNFINISHED = ("pending", "running")
EVENTS_KEPT = timedelta(days=1)
RUNS_REPLAYED = 500


def unfinished(thread_id: Any) -> sa.ColumnElement[bool]:
    return sa.exists().where(runs.c.thread_id == thread_id, runs.c.status.in_(UNFINISHED))


# Every run passes these, and building a statement takes longer than SQLite does; columns to set are given by name.
OF: sa.BindParameter[str] = sa.bindparam("of")
THREAD = sa.select(*(column for column in threads.c if column.name != "owner")).where(
    threads.c.owner == sa.bindparam("owner"), threads.c.thread_id == OF
)
HAS_UNFINISHED = sa.select(unfinished(OF))
CHANGE_THREAD = sa.update(threads).where(threads.c.thread_id == OF)
CHANGE_RUN = sa.update(runs).where(runs.c.run_id == OF)
SETTLE = CHANGE_THREAD.values(status=sa.case((unfinished(OF), "busy"), else_=sa.bindparam("after")))


def settle(db: sa.Connection, thread_id: str, status: str) -> None:
    """The state of a thread after a run, unless another waits."""
    db.execute(SETTLE, {"of": thread_id, "after": status, "updated_at": now()})


def outlived() -> sa.ColumnElement[bool]:
    """Events that are kept no longer: those of older runs, and of all but the last."""
    oldest = (datetime.now(UTC) - EVENTS_KEPT).isoformat(timespec="microseconds")
    newest = sa.select(run_events.c.run_id).order_by(run_events.c.kept_at.desc()).limit(RUNS_REPLAYED)
    return sa.or_(run_events.c.kept_at < oldest, run_events.c.run_id.not_in(newest))


def owned(caller: Caller, thread_id: str) -> Sequence[sa.ColumnElement[bool]]:
    owner = sa.exists().where(threads.c.thread_id == thread_id, threads.c.owner == caller.id)
    return (runs.c.thread_id == thread_id, owner)

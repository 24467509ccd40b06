"""Feeds that are taken in while the service goes on: one at a time, each with a job that says how far it is.

A job outlives the process as a file; one that the process did not live to finish is said to have failed, and the
catalogue is as it was. This module does not know who may send a feed.
"""

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Literal
from uuid import uuid4

from pydantic import BaseModel

from stores.catalog.feeds import FeedFormat, FeedRow, read_feed
from stores.catalog.ingest import EmptyFeed, ingest
from stores.catalog.versions import IngestRunning, Versions
from stores.embeddings import TextEncoder
from stores.files import is_segment, read_if_there, write_whole

log = logging.getLogger(__name__)

REASONS_SHOWN = 100
COUNTS = {"added", "changed", "removed", "unchanged", "embedded", "rejected", "left_out"}
STOPPED = "The server stopped while it read this feed. The catalogue is as it was; send the feed again."


Ended = Literal["success", "error"]


class FeedRunning(RuntimeError):
    """A feed is being taken in."""


class Refusal(BaseModel):
    """A row that was not taken; `left_out` where it is no clothing, and so no fault."""

    line: int
    reason: str
    left_out: bool


class FeedJob(BaseModel):
    """How far a feed is: `stage` with `done` of `total` (0 where it is not known), then counts or what went wrong."""

    id: str
    format: FeedFormat
    status: Literal["running", "success", "error"] = "running"
    started_at: datetime
    ended_at: datetime | None = None
    stage: str = "read"
    done: int = 0
    total: int = 0
    version: str | None = None
    counts: dict[str, int] = {}
    refused: list[Refusal] = []
    error: str | None = None


class Stopping(Exception):
    """The process stops; what was read so far is dropped."""


class Feeds:
    """Takes feeds into the catalogue at `catalog`; files and jobs are in `directory`."""

    def __init__(self, directory: Path, catalog: Path, embeddings: TextEncoder) -> None:
        self.directory = directory
        self._catalog = catalog
        self._embeddings = embeddings
        self._task: asyncio.Task[None] | None = None
        self._job: FeedJob | None = None
        self._stopping = False

    async def start(self, format: FeedFormat, feed: BinaryIO) -> FeedJob:
        """Begins to take a feed in. Raises FeedRunning, and ValueError for what is no feed of this format."""
        if self._job is not None:
            raise FeedRunning("A feed is being taken in. Wait for it to end.")
        job = self._job = FeedJob(id=uuid4().hex[:16], format=format, started_at=datetime.now(UTC))
        try:
            rows = await asyncio.to_thread(self._stage, job, feed)
        except BaseException:
            self._job = None
            self._file(job.id).unlink(missing_ok=True)
            raise
        self._task = asyncio.create_task(self._take_in(job, rows))
        return job

    async def job(self, identity: str) -> FeedJob | None:
        if self._job and self._job.id == identity:
            return self._job
        stored = await asyncio.to_thread(read_if_there, self._record(identity)) if is_segment(identity) else None
        return read_job(stored) if stored else None

    async def jobs(self) -> list[FeedJob]:
        """The newest first."""
        paths = await asyncio.to_thread(lambda: list(self.directory.glob("[!.]*.json")))
        found = [await self.job(path.stem) for path in paths]
        return sorted(filter(None, found), key=lambda job: job.started_at, reverse=True)

    async def ended(self) -> None:
        """Waits for the feed under way."""
        if self._task:
            await self._task

    async def close(self) -> None:
        """Ends a feed under way at its next step."""
        self._stopping = True
        await self.ended()

    def _file(self, identity: str) -> Path:
        return self.directory / f"{identity}.feed"

    def _record(self, identity: str) -> Path:
        return self.directory / f"{identity}.json"

    def _stage(self, job: FeedJob, feed: BinaryIO) -> Iterator[FeedRow]:
        self.directory.mkdir(parents=True, exist_ok=True)
        with self._file(job.id).open("wb") as file:
            shutil.copyfileobj(feed, file)
        rows = read_feed(self._file(job.id), job.format)
        self._write(job)
        return rows

    async def _take_in(self, job: FeedJob, rows: Iterator[FeedRow]) -> None:
        def tell(stage: str, done: int, total: int) -> None:
            if self._stopping:
                raise Stopping
            job.stage, job.done, job.total = stage, done, total

        status: Ended = "error"
        try:
            summary = await asyncio.to_thread(ingest, rows, self._catalog, self._embeddings, progress=tell)
            status, job.version = "success", summary.version
            job.counts = summary.model_dump(include=COUNTS)
        except (EmptyFeed, IngestRunning, ValueError) as error:
            job.error = str(error).replace(str(self._file(job.id)), "The file")
        except Stopping:
            job.error = STOPPED
        except Exception as error:
            log.exception("feed %s failed", job.id)
            job.error = f"The feed failed ({type(error).__name__}); the server's log says where."
        await asyncio.to_thread(self._finish, job, status)
        self._job = None

    def _finish(self, job: FeedJob, status: Ended) -> None:
        """Writes down how the job ended; its status changes last, when all else can be read."""
        if status == "success" or job.stage == "read":
            job.refused = read_refusals(Versions(self._catalog).report)
        job.ended_at = datetime.now(UTC)
        job.status = status
        self._write(job)
        self._file(job.id).unlink(missing_ok=True)

    def _write(self, job: FeedJob) -> None:
        write_whole(self._record(job.id), job.model_dump_json().encode())


def read_job(stored: bytes) -> FeedJob:
    """A job as it was left; one that nobody works on any more has failed."""
    job = FeedJob.model_validate_json(stored)
    return job.model_copy(update={"status": "error", "error": STOPPED}) if job.status == "running" else job


def read_refusals(report: Path) -> list[Refusal]:
    """The first rows that the last ingest did not take, and why."""
    try:
        with report.open(encoding="utf-8") as lines:
            return [Refusal.model_validate_json(line) for line in islice(lines, REASONS_SHOWN)]
    except FileNotFoundError:
        return []


@asynccontextmanager
async def open_feeds(directory: Path, catalog: Path, embeddings: TextEncoder) -> AsyncIterator[Feeds]:
    """Feeds over these directories; one that is under way ends with the block."""
    feeds = Feeds(directory, catalog, embeddings)
    try:
        yield feeds
    finally:
        await feeds.close()

import asyncio
import io
from pathlib import Path

import pytest

from stores import feeds as taking
from stores.catalog.ingest import Progress
from stores.demo.generator import generate
from stores.embeddings import MiniLM
from stores.feeds import STOPPED, FeedRunning, open_feeds
from tests.server.pictures import kept


def feed(count: int = 5) -> io.BytesIO:
    return io.BytesIO("".join(article.model_dump_json() + "\n" for article in generate(1, count)).encode())


async def test_a_feed_under_way_stops_with_the_process_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def endless(*_: object, progress: Progress) -> None:
        loop.call_soon_threadsafe(asked.set)
        while True:
            progress("read", 1, 0)

    monkeypatch.setattr(taking, "ingest", endless)
    async with open_feeds(tmp_path / "feeds", tmp_path / "catalog", MiniLM()) as feeds:
        job = await feeds.start("jsonl", feed())
        await asked.wait()
        with pytest.raises(FeedRunning):
            await feeds.start("jsonl", feed())
        known = await feeds.job(job.id)
        assert known is not None and known.status == "running"
    async with open_feeds(tmp_path / "feeds", tmp_path / "catalog", MiniLM()) as feeds:
        (left,) = await feeds.jobs()
        assert (left.id, left.status, left.error) == (job.id, "error", STOPPED)
    assert not [path for path in kept(tmp_path) if path.endswith(".feed")]


async def test_a_job_that_the_process_did_not_live_to_end_has_failed(tmp_path: Path) -> None:
    async with open_feeds(tmp_path / "feeds", tmp_path / "catalog", MiniLM()) as feeds:
        job = await feeds.start("jsonl", feed())
        written = (tmp_path / "feeds" / f"{job.id}.json").read_bytes()
    (tmp_path / "feeds" / f"{job.id}.json").write_bytes(written.replace(b"success", b"running"))
    async with open_feeds(tmp_path / "feeds", tmp_path / "catalog", MiniLM()) as feeds:
        found = await feeds.job(job.id)
        assert found is not None and (found.status, found.error) == ("error", STOPPED)


async def test_an_error_of_another_kind_is_no_end_of_feeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret words")

    async with open_feeds(tmp_path / "feeds", tmp_path / "catalog", MiniLM()) as feeds:
        with monkeypatch.context() as patched:
            patched.setattr(taking, "ingest", broken)
            job = await feeds.start("jsonl", feed())
            await feeds.ended()
        found = await feeds.job(job.id)
        assert found is not None and found.status == "error"
        assert found.error and "RuntimeError" in found.error and "secret" not in found.error
        await feeds.start("jsonl", feed())

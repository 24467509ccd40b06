"""One spec of folders, over every kind of storage that is at hand without a network."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from stores.caller import Caller
from stores.folders import Folder, Unreachable

ADA, BEA = Caller("ada"), Caller("bea")


@pytest.fixture(params=["local", "memory"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Folder:
    return Folder(str(tmp_path) if request.param == "local" else f"memory://{uuid4()}/photos")


async def test_what_is_written_is_read_until_it_is_removed(folder: Folder) -> None:
    assert await folder.read(ADA, "a.jpg") is None
    await folder.write(ADA, "a.jpg", b"red")
    assert await folder.read(ADA, "a.jpg") == b"red"
    assert [await folder.remove(ADA, "a.jpg") for _ in range(2)] == [True, False]
    assert await folder.read(ADA, "a.jpg") is None


async def test_the_newest_are_listed_first_and_others_not(folder: Folder) -> None:
    assert await folder.kept(ADA, ".jpg") == []
    for name in ("a.jpg", "b.png", "c.jpg"):
        await folder.write(ADA, name, b"red")
        await asyncio.sleep(0.002)
    kept = await folder.kept(ADA, ".jpg")
    assert [file.name for file in kept] == ["c.jpg", "a.jpg"]
    assert kept[0].since > kept[1].since


async def test_another_persons_files_are_not_seen_and_stay(folder: Folder) -> None:
    await folder.write(ADA, "a.jpg", b"red")
    assert await folder.read(BEA, "a.jpg") is None
    assert await folder.kept(BEA, ".jpg") == []
    assert not await folder.remove(BEA, "a.jpg")
    await folder.erase(BEA)
    assert await folder.read(ADA, "a.jpg") == b"red"


async def test_erased_is_everything(folder: Folder) -> None:
    for name in ("a.jpg", "b.png"):
        await folder.write(ADA, name, b"red")
    await folder.erase(ADA)
    assert [await folder.read(ADA, name) for name in ("a.jpg", "b.png")] == [None, None]
    assert await folder.kept(ADA, "") == []


async def test_a_file_in_a_folder_here_is_whole_or_not_there(tmp_path: Path) -> None:
    folder = Folder(f"file://{tmp_path}")
    await asyncio.gather(*(folder.write(ADA, "a.jpg", bytes([n]) * 100_000) for n in range(8)))
    assert [file.name for file in await folder.kept(ADA, "")] == ["a.jpg"]
    assert len(set(await folder.read(ADA, "a.jpg") or b"")) == 1


async def test_a_storage_that_fails_says_so_without_its_own_words(folder: Folder, monkeypatch: Any) -> None:
    def down(*args: Any, **options: Any) -> None:
        raise ConnectionError("https://secret@bucket.example")

    for method in ("cat_file", "exists", "ls", "rm"):
        monkeypatch.setattr(folder._files, method, down)
    asked = (folder.read(ADA, "a"), folder.remove(ADA, "a"), folder.kept(ADA, ""), folder.erase(ADA))
    for failure in await asyncio.gather(*asked, return_exceptions=True):
        assert isinstance(failure, Unreachable)
        assert "ConnectionError" in str(failure)
        assert "secret" not in str(failure)


async def test_a_bucket_that_is_not_there_is_no_missing_file(monkeypatch: Any) -> None:
    folder = Folder("memory://bucket")

    def gone(*args: Any) -> None:
        raise FileNotFoundError("no such bucket")

    monkeypatch.setattr(folder._files, "pipe_file", gone)
    with pytest.raises(Unreachable):
        await folder.write(ADA, "a.jpg", b"red")


def test_an_address_that_nothing_reads_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        Folder("nonsense://bucket")

"""A data directory that cannot be worked in is named, with what to do, by every command that needs it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cli.directory import damaged, ready
from cli.failure import Failure
from tests.cli.conftest import Said
from tests.server.processes import free_port

Maison = Callable[..., Said]
NEEDS_IT = [
    ("ask", "a coat"),
    ("chat",),
    ("serve",),
    ("catalog", "ingest", "demo"),
    ("keys", "list"),
    ("export",),
    ("erase", "--yes"),
]


@pytest.mark.parametrize("command", NEEDS_IT, ids=lambda command: command[0])
def test_where_no_directory_can_be_made_each_command_says_so(
    maison: Maison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("MAISON_DATA_DIR", str(tmp_path / "file" / "data"))
    monkeypatch.setenv("MAISON_PORT", str(free_port()))
    said = maison(*command)
    assert (said.code, "cannot be written" in said.err, "MAISON_DATA_DIR" in said.err) == (1, True, True)


def test_a_directory_that_refuses_files_is_not_ready() -> None:
    if not Path("/proc").is_dir():
        pytest.skip("there is no directory here that refuses its owner")
    with pytest.raises(Failure, match="MAISON_DATA_DIR"):
        ready(Path("/proc"))


@pytest.mark.parametrize("command", [("ask", "a coat"), ("serve",), ("keys", "list")], ids=lambda command: command[0])
def test_a_damaged_database_is_named_before_anything_is_done(
    maison: Maison, data_dir: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("MAISON_PORT", str(free_port()))
    data_dir.mkdir()
    (data_dir / "keys.db").write_bytes(b"this is no database at all" * 100)
    said = maison(*command)
    assert (said.code, "keys.db cannot be read" in said.err) == (1, True)
    assert [path.name for path, _ in damaged(data_dir)] == ["keys.db"]


@pytest.mark.parametrize("command", [("ask", "a coat"), ("serve",)], ids=lambda command: command[0])
def test_threads_of_another_version_are_left_alone(
    maison: Maison, data_dir: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("MAISON_PORT", str(free_port()))
    data_dir.mkdir()
    with closing(sqlite3.connect(data_dir / "threads.db")) as database:
        database.execute("CREATE TABLE threads (said TEXT)")
    before = (data_dir / "threads.db").read_bytes()
    said = maison(*command)
    assert (said.code, "threads.db" in said.err, "another version" in said.err) == (1, True, True)
    assert (data_dir / "threads.db").read_bytes() == before

"""A person's things, fetched and deleted from the command line."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Said
from tests.server.pictures import kept
from tests.server.processes import serving

Maison = Callable[..., Said]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "mine.zip"


def conversation(archive: Path) -> str:
    with ZipFile(archive) as opened:
        return json.dumps(json.loads(opened.read("threads/t.json")))


@pytest.mark.usefixtures("shop")
def test_what_was_said_is_exported_and_then_erased(maison: Maison, data_dir: Path, archive: Path) -> None:
    maison("ask", "a coat for my zanzibarine trip", "--thread", "t")
    assert maison("export", str(archive)).code == 0
    assert "zanzibarine" in conversation(archive)
    again = maison("export", str(archive))
    assert (again.code, "--force" in again.err) == (1, True)
    assert maison("export", str(archive), "--force").code == 0
    assert maison("erase", "--yes").code == 0
    assert [path for path, data in kept(data_dir).items() if b"zanzibarine" in data] == []


@pytest.mark.usefixtures("shop")
def test_both_go_through_the_server_that_owns_the_directory(maison: Maison, data_dir: Path, archive: Path) -> None:
    with serving(data_dir):
        maison("ask", "a coat for my zanzibarine trip", "--thread", "t")
        assert maison("export", str(archive)).code == 0
        assert "zanzibarine" in conversation(archive)
        assert maison("erase", "--yes").code == 0
        assert [path for path, data in kept(data_dir).items() if b"zanzibarine" in data] == []


def test_nothing_is_erased_without_a_yes(maison: Maison, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\n"))
    assert maison("erase").code == 1
    unwritable = maison("export", str(archive / "no" / "folder.zip"))
    assert (unwritable.code, "cannot be written" in unwritable.err) == (1, True)

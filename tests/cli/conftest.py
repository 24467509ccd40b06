"""The command, run in this process on a data directory of its own."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from cli.main import main
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import ingest
from stores.demo.generator import generate
from stores.embeddings import MiniLM


class Said(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MAISON_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path / "data"


@pytest.fixture
def maison(data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def run(*arguments: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["maison", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Said(int(ended.value.code or 0), said.out, said.err)

    return run


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("stock") / "catalog"
    ingest((FeedRow(line, article) for line, article in enumerate(generate(1, 200), start=1)), directory, MiniLM())
    return directory


@pytest.fixture
def shop(stock: Path, data_dir: Path) -> None:
    shutil.copytree(stock, data_dir / "catalog")

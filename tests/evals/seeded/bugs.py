"""Bugs as data: what to change in which file of a scratch copy, and which suite has to notice."""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from evals.results import Result, iterate_results

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PACKAGES = ("agents", "cli", "evals", "graph", "prompts", "server", "stores", "tools")
LONGEST_S = 600


class StaleBug(ValueError):
    """A bug whose place in the source is gone, or is there more than once."""


class Unplayed(RuntimeError):
    """Cases that could not be played at all."""


class Bug(BaseModel):
    """`old` stands once in `file`. `catches` is the evaluator that scores less than 1 in at least one of `cases`.

    With `anew` the shop's catalogue is made anew, since the bug is in how it is made; it is one that others can share
    otherwise.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    what: str
    file: str
    old: str
    new: str
    suite: str
    catches: str
    cases: list[str]
    model: str = "house"
    anew: bool = False

    def applied(self, root: Path) -> str:
        """The file of `root` with the bug in it. Raises StaleBug."""
        source = (root / self.file).read_text(encoding="utf-8")
        if source.count(self.old) != 1:
            raise StaleBug(f"{self.name}: {self.file} has {source.count(self.old)} places like {self.old!r}")
        return source.replace(self.old, self.new)


def load_bugs() -> list[Bug]:
    table = tomllib.loads((HERE / "bugs.toml").read_text(encoding="utf-8"))
    return [Bug(name=name, **row) for name, row in table.items()]


@contextmanager
def scratch(root: Path = ROOT) -> Iterator[Path]:
    """A copy of the source that can be spoilt."""
    with tempfile.TemporaryDirectory(prefix="maison-seeded-") as folder:
        for name in PACKAGES:
            shutil.copytree(root / name, Path(folder) / name, ignore=shutil.ignore_patterns("__pycache__"))
        yield Path(folder)


@contextmanager
def spoilt(bug: Bug, root: Path) -> Iterator[None]:
    """The scratch copy with a bug in it. Raises StaleBug."""
    file = root / bug.file
    before = file.read_text(encoding="utf-8")
    file.write_text(bug.applied(root), encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(before, encoding="utf-8")


def play(root: Path, suite: str, model: str, cases: Sequence[str], shops: Path) -> list[Result]:
    """Cases played by the source under `root`, in a process of its own. Raises Unplayed."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "results.jsonl"
        settings = {key: value for key, value in os.environ.items() if not key.startswith("MAISON_")}
        alone = {"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1", "LANGSMITH_TRACING": "false"}
        asked = [sys.executable, str(HERE / "play.py"), suite, model, str(out), str(shops), *cases]
        done = subprocess.run(
            asked, cwd=root, env=settings | alone, capture_output=True, text=True, timeout=LONGEST_S, check=False
        )
        if done.returncode:
            raise Unplayed(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "it ended without a word")
        return list(iterate_results(out))


def failing(results: Sequence[Result], key: str) -> dict[str, str]:
    """Which cases an evaluator fails, and what it says."""
    scores = ((result.case.id, score) for result in results for score in result.scores if score.key == key)
    died = {result.case.id: result.error for result in results if result.error}
    return died | {name: score.comment for name, score in scores if score.score is not None and score.score < 1}

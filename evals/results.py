"""What an evaluation leaves: a file of JSON lines, a header first, then one line for each case and repeat."""

from collections.abc import Iterator
from os import SEEK_END
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from evals.cases import Case
from evals.evaluators import MEASURES


class Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Score(Line):
    """What one evaluator says: 0 to 1, or None where there is nothing to judge; `comment` says why."""

    key: str
    score: float | None
    comment: str = ""


class Header(Line):
    """What was run. Two files can be compared case by case where their suites are one."""

    kind: Literal["header"] = "header"
    suite: str
    model: str
    prompts: dict[str, str]
    prompt_texts: dict[str, str]
    repeats: int
    seed: int
    started: str
    versions: dict[str, str]
    revision: str
    cases: int


class Result(Line):
    """One case played once. `outputs` is the run's output with `trace`, `earlier` and `variants` beside it.

    Latency in milliseconds of the last turn, tokens of all its model calls; `error` where the turn never ended.
    """

    kind: Literal["result"] = "result"
    case: Case
    repeat: int
    outputs: dict[str, Any]
    scores: list[Score]
    latency_ms: float
    tokens: int
    cost: float | None = None
    error: str | None = None

    @property
    def passed(self) -> bool:
        """No error, and no score below 1 but for what is only measured."""
        judged = [score.score for score in self.scores if score.key not in MEASURES and score.score is not None]
        return self.error is None and all(score >= 1 for score in judged)


class BrokenResults(ValueError):
    """A file that holds no evaluation."""


def read_results(path: Path) -> tuple[Header, list[Result]]:
    """Raises BrokenResults, which says where; a last line that was cut off in writing is left out."""
    return read_header(path), list(iterate_results(path))


def read_header(path: Path) -> Header:
    """Raises BrokenResults."""
    if not path.exists() or not path.stat().st_size:
        raise BrokenResults(f"{path} holds no evaluation: make one with `maison eval run SUITE --out {path}`")
    try:
        with path.open(encoding="utf-8") as file:
            return Header.model_validate_json(file.readline())
    except ValueError as error:
        raise BrokenResults(f"{path} is no result of `maison eval run`: {error}") from error


def iterate_results(path: Path) -> Iterator[Result]:
    """The results one by one, since all of a large suite with their traces take gigabytes. Raises BrokenResults."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if number > 1 and (result := _result(path, number, line)):
                yield result


def _result(path: Path, number: int, line: str) -> Result | None:
    """None for a line that was cut off."""
    try:
        return Result.model_validate_json(line)
    except ValueError as error:
        if not line.endswith("\n"):
            return None
        raise BrokenResults(f"line {number} of {path}: {error}") from error


def mend_results(path: Path) -> None:
    """Take off a last line that was cut off in writing, so that more can be written."""
    with path.open("rb+") as file:
        end = file.seek(0, SEEK_END)
        while end and file.read(1) != b"\n":
            end -= 1
            file.seek(end)
        file.truncate(file.tell() if end else 0)

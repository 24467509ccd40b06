"""What an evaluation leaves: a file of JSON lines, a header first, then one line for each case and repeat."""

from collections.abc import Iterator
from contextlib import contextmanager
from os import SEEK_END
from pathlib import Path
from typing import Any, Literal, TextIO

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.cases import Case, faults_in
from evals.evaluators import MEASURES


class Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Score(Line):
    """What one evaluator says: 0 to 1, or None where there is nothing to judge; `comment` says why."""

    key: str
    score: float | None
    comment: str = ""

    @property
    def is_failure(self) -> bool:
        """Whether it is below 1, of what is judged and not only measured."""
        return self.key not in MEASURES and self.score is not None and self.score < 1


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
    def without_outputs(self) -> "Result":
        """The result without what takes the most room."""
        return self.model_copy(update={"outputs": {}})

    @property
    def passed(self) -> bool:
        """No error, and no score that is a failure."""
        return self.error is None and not self.lost

    @property
    def lost(self) -> list[Score]:
        """The scores that it failed by."""
        return [score for score in self.scores if score.is_failure]


class BrokenResults(ValueError):
    """A file that holds no evaluation."""


def read_header(path: Path) -> Header:
    """Raises BrokenResults."""
    if not path.exists() or not path.stat().st_size:
        raise BrokenResults(f"{path} holds no evaluation: make one with `maison eval run SUITE --out {path}`")
    try:
        with _opened(path) as file:
            line = file.readline()
        return Header.model_validate_json(line)
    except OSError as error:
        raise BrokenResults(f"{path} cannot be read: {error.strerror}") from error
    except ValidationError as error:
        if _is_case(line):
            raise BrokenResults(
                f"{path} holds cases: `maison eval run {path} --out FILE` makes results of them"
            ) from error
        raise BrokenResults(f"{path} is no result of `maison eval run`: {faults_in(error)}") from error


def _is_case(line: str) -> bool:
    try:
        return bool(Case.model_validate_json(line))
    except ValidationError:
        return False


def iterate_results(path: Path) -> Iterator[Result]:
    """The results one by one, since all of a large suite with their traces take gigabytes.

    A last line that was cut off in writing is left out. Raises BrokenResults, which says where.
    """
    with _opened(path) as file:
        for number, line in enumerate(file, 1):
            if number > 1 and (result := _result(path, number, line)):
                yield result


def _opened(path: Path) -> TextIO:
    # A line may have been cut off within a character; what is no line of ours is refused all the same.
    return path.open(encoding="utf-8", errors="replace")


def _result(path: Path, number: int, line: str) -> Result | None:
    """None for a line that was cut off."""
    try:
        return Result.model_validate_json(line)
    except ValidationError as error:
        if not line.endswith("\n"):
            return None
        raise BrokenResults(f"line {number} of {path} is no result: {faults_in(error)}") from error


@contextmanager
def open_results(path: Path, header: Header, *, going_on: bool) -> Iterator[TextIO]:
    """The file to write results into: begun by its header, or gone on with."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if going_on:
        _mend(path)
    with path.open("a" if going_on else "w", encoding="utf-8") as file:
        if not going_on:
            file.write(header.model_dump_json() + "\n")
        yield file


def _mend(path: Path) -> None:
    """Take off a last line that was cut off in writing, so that more can be written."""
    with path.open("rb+") as file:
        end = file.seek(0, SEEK_END)
        while end and file.read(1) != b"\n":
            end -= 1
            file.seek(end)
        file.truncate(file.tell() if end else 0)

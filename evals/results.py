"""What an evaluation leaves: a file of JSON lines, a header first, then one line for each case and repeat."""

from collections.abc import Iterator
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
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    if not lines:
        raise BrokenResults(f"{path} holds no evaluation: make one with `maison eval run SUITE --out {path}`")
    try:
        header = Header.model_validate_json(lines[0])
    except ValueError as error:
        raise BrokenResults(f"{path} is no result of `maison eval run`: {error}") from error
    return header, list(_results(path, lines))


def _results(path: Path, lines: list[str]) -> Iterator[Result]:
    for number, line in enumerate(lines[1:], 2):
        try:
            yield Result.model_validate_json(line)
        except ValueError as error:
            if number < len(lines):
                raise BrokenResults(f"line {number} of {path}: {error}") from error

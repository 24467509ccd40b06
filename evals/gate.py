"""Whether an evaluation is good enough to go on with: thresholds by suite from `gate.toml`, or from a file like it."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from statistics import fmean

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.cases import faults_in
from evals.measures import SPENT, Evaluation, by_case, columns, comment_on, load_evaluation, measure
from evals.results import Result

ROUNDING = 1e-9


class BrokenThresholds(ValueError):
    """A file of thresholds that cannot be read; says where."""


class Thresholds(BaseModel):
    """What one suite has to reach: `least` and `most` bound means over cases, `never_fails` names cases.

    `rehearsed` is how many cases `evals/rehearsal.py` plays of it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    cases: int = 1
    rehearsed: int = 0
    least: dict[str, float] = {}
    most: dict[str, float] = {}
    never_fails: list[str] = []


def gate(path: Path, thresholds: Path | None = None) -> list[str]:
    """What an evaluation fails at, in words; nothing where it may pass. Raises BrokenResults and BrokenThresholds."""
    return failures(load_evaluation(path), load_thresholds(thresholds))


def load_thresholds(path: Path | None = None) -> dict[str, Thresholds]:
    """Of a file, else ours. Raises BrokenThresholds."""
    source = path or files("evals").joinpath("gate.toml")
    try:
        tables = tomllib.loads(source.read_text(encoding="utf-8"))
        return {suite: Thresholds.model_validate(table) for suite, table in tables.items()}
    except ValidationError as error:
        raise BrokenThresholds(f"{source} holds no thresholds: {faults_in(error)}") from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BrokenThresholds(f"{source} holds no thresholds: {error}") from error


def failures(found: Evaluation, thresholds: Mapping[str, Thresholds]) -> list[str]:
    """One line for each threshold that is not reached. A suite that has none fails: nobody said what is enough."""
    suite, model = found.header.suite, found.header.model
    asked = thresholds.get(f"{suite}@{model}") or thresholds.get(suite)
    if asked is None:
        return [f"{suite}: no thresholds are set for this suite: write [{suite}] into a file for --thresholds"]
    return [f"{suite}: {line}" for line in [*_too_few(found, asked), *_means(found, asked), *_cases(found, asked)]]


def _too_few(found: Evaluation, asked: Thresholds) -> Iterator[str]:
    played = by_case(found.results)
    if len(played) < asked.cases:
        yield f"{len(played)} cases were played, at least {asked.cases} are asked for"
    whole = sum(len(repeats) >= found.header.repeats for repeats in played.values())
    if whole < found.header.cases:
        yield f"the run is not complete: {whole} of {found.header.cases} cases have all their repeats"


def _means(found: Evaluation, asked: Thresholds) -> Iterator[str]:
    means = {key: fmean(values) for key, values in columns(measure(found.results)).items()}
    for key, bound in asked.least.items():
        if key not in means:
            yield f"{key} was not measured, and has to be at least {bound:g}"
        elif means[key] < bound - ROUNDING:
            yield f"{key} is {means[key]:.4f}, at least {bound:g} is asked for{_among(found.results, key)}"
    for key, bound in asked.most.items():
        if key not in means:
            yield f"{key} was not measured, and may be {bound:g} at most"
        elif means[key] > bound + ROUNDING:
            yield f"{key} is {means[key]:.6g}, at most {bound:g} is allowed"


def _among(results: list[Result], key: str) -> str:
    """The first cases that pull a mean down."""
    low = [name for name, row in measure(results).items() if key not in SPENT and row.get(key, 1.0) < 1]
    return f" (below 1: {', '.join(low[:5])}{f' and {len(low) - 5} more' if len(low) > 5 else ''})" if low else ""


def _cases(found: Evaluation, asked: Thresholds) -> Iterator[str]:
    played = by_case(found.results)
    for name in asked.never_fails:
        repeats = played.get(name, [])
        if not repeats:
            yield f"{name} may never fail, and was not played"
        elif lost := sum(not result.passed for result in repeats):
            yield f"{name} may never fail, and did in {lost} of {len(repeats)}: {comment_on(repeats, 'passed')}"

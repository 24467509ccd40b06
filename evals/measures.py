"""What is measured of results, case by case: each score by its key, whether all passed, and what the turn took.

Repeats of a case are averaged. A turn that never ended has failed what it was checked for, also where the checks had
nothing to look at.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from evals.results import Header, Result, iterate_results, read_header

PASSED = "passed"
# Named otherwise than the checks `latency`, `tokens` and `cost`, which score from 0 to 1 what was taken.
LATENCY, TOKENS, COST = "latency_ms", "tokens_used", "cost_spent"
SPENT = (LATENCY, TOKENS, COST)
ALIKE = 1e-9

Measured = dict[str, float]


class Evaluation(NamedTuple):
    """What a result file says; its results may have been read without their outputs."""

    header: Header
    results: list[Result]


def load_evaluation(path: Path) -> Evaluation:
    """A result file without outputs, which take gigabytes in a large suite. Raises BrokenResults."""
    header = read_header(path)
    return Evaluation(header, [result.without_outputs for result in iterate_results(path)])


def by_case(results: Iterable[Result]) -> dict[str, list[Result]]:
    """The repeats of each case, in the order of the file."""
    found: dict[str, list[Result]] = {}
    for result in results:
        found.setdefault(result.case.id, []).append(result)
    return found


def score_keys(results: Iterable[Result]) -> list[str]:
    """The keys that somebody was given a score for, in the order in which they first appear."""
    return list(dict.fromkeys(score.key for result in results for score in result.scores if score.score is not None))


def measured(repeats: Sequence[Result], keys: Iterable[str]) -> Measured:
    """The means of a case over its repeats; a metric that nothing was found for is not in it."""
    rows = [_of(result, keys) for result in repeats]
    named = list(dict.fromkeys(name for row in rows for name in row))
    return {name: fmean(row[name] for row in rows if name in row) for name in named}


def _of(result: Result, keys: Iterable[str]) -> Measured:
    scores = {score.key: score.score for score in result.scores if score.score is not None}
    if result.error is not None:
        return {PASSED: 0.0, **dict.fromkeys([*scores, *(key for key in keys if key in result.case.checks)], 0.0)}
    return {PASSED: float(result.passed), **scores, **_spent(result)}


def _spent(result: Result) -> Measured:
    found = {LATENCY: result.latency_ms, TOKENS: float(result.tokens)}
    return found if result.cost is None else {**found, COST: result.cost}


def columns(cases: Mapping[str, Measured]) -> dict[str, list[float]]:
    """The values of each metric over all cases that have one: passed first, then the scores, then what was spent."""
    found: dict[str, list[float]] = {}
    for row in cases.values():
        for name, value in row.items():
            found.setdefault(name, []).append(value)
    return {name: found[name] for name in sorted(found, key=lambda name: (name != PASSED, name in SPENT))}


def measure(results: Sequence[Result]) -> dict[str, Measured]:
    """By case, what was measured."""
    keys = score_keys(results)
    return {name: measured(repeats, keys) for name, repeats in by_case(results).items()}


def comment_on(repeats: Sequence[Result], key: str) -> str:
    """Why the worst repeat of a case got its score; for `passed`, all that went wrong in it."""
    worst = min(repeats, key=lambda result: _of(result, [key]).get(key, 1.0))
    if worst.error is not None:
        return worst.error
    if key == PASSED:
        return "; ".join(f"{score.key}: {score.comment}" for score in worst.lost)
    return "; ".join(score.comment for score in worst.scores if score.key == key)

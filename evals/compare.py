"""Two evaluations held against each other, case by case: what changed, by how much, and how sure that is.

Only cases that both played and that are word for word the same are paired. This module knows no terminal and no page.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import fmean
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, computed_field

from evals.evaluators import MEASURES
from evals.intervals import mean_interval
from evals.measures import (
    ALIKE,
    PASSED,
    SPENT,
    Evaluation,
    by_case,
    columns,
    comment_on,
    load_evaluation,
    measured,
    score_keys,
)
from evals.results import Header, Result

Direction = Literal["better", "worse", "unclear", "same"]
Repeats = Mapping[str, list[Result]]
# Fewer cases that moved all go one way by chance more often than once in twenty (sign test), whatever a bootstrap of
# them says: it cannot draw what it has not seen.
FEWEST = 6
TOLD = ("model", "revision", "seed", "repeats", "started")


class NotComparable(ValueError):
    """Two evaluations that tell nothing of each other; says why."""


class Told(BaseModel):
    model_config = ConfigDict(frozen=True)


class Metric(Told):
    """One metric over the paired cases. `difference` is b - a, between `low` and `high` with 95 % confidence.

    `unpaired` cases have a value in one of the two alone, since the other gave nothing to judge; they are in no figure.
    """

    key: str
    a: float
    b: float
    difference: float
    low: float
    high: float
    cases: int
    unpaired: int
    improved: int
    regressed: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def direction(self) -> Direction:
        """Whether B is better, as far as these cases can tell: what is spent is better when it is less."""
        moved = self.improved + self.regressed
        if moved < FEWEST or self.low <= 0 <= self.high:
            return "unclear" if moved else "same"
        return "better" if (self.low > 0) != (self.key in SPENT) else "worse"


class Change(Told):
    """A case whose score moved, with what was said of it in both."""

    case: str
    language: str
    said: str
    key: str
    a: float
    b: float
    comment_a: str
    comment_b: str


class Difference(Told):
    """Something that the two runs do not share; an empty text where one has nothing of the name."""

    name: str
    a: str
    b: str


class Comparison(Told):
    """`altered` are cases of one id that ask for something else; they and those of one file alone are in no figure."""

    a: Header
    b: Header
    metrics: list[Metric]
    regressed: list[Change]
    improved: list[Change]
    only_a: list[str]
    only_b: list[str]
    altered: list[str]
    differences: list[Difference]


def compare(a: Path, b: Path) -> Comparison:
    """What B changes against A. Raises BrokenResults for a file that holds none, and NotComparable."""
    return pair(load_evaluation(a), load_evaluation(b))


def pair(a: Evaluation, b: Evaluation) -> Comparison:
    """The same of evaluations that were read. Raises NotComparable."""
    if a.header.suite != b.header.suite:
        raise NotComparable(f"These are two suites, {a.header.suite} and {b.header.suite}, which share no case.")
    old, new = by_case(a.results), by_case(b.results)
    both = [name for name in old if name in new]
    altered = [name for name in both if _asked(old[name]) != _asked(new[name])]
    common = [name for name in both if name not in altered]
    if not common:
        raise NotComparable(_nothing_in_common(a, b, altered))
    changes = list(_changes(old, new, common, score_keys([*a.results, *b.results])))
    return Comparison(
        a=a.header,
        b=b.header,
        metrics=_metrics(old, new, common),
        regressed=[change for change in changes if change.b < change.a],
        improved=[change for change in changes if change.b > change.a],
        only_a=[name for name in old if name not in new],
        only_b=[name for name in new if name not in old],
        altered=altered,
        differences=list(_differences(a.header, b.header)),
    )


def _asked(repeats: list[Result]) -> dict[str, Any]:
    return repeats[0].case.model_dump(mode="json", exclude={"tags", "split"})


def _nothing_in_common(a: Evaluation, b: Evaluation, altered: list[str]) -> str:
    if not a.results or not b.results:
        return f"No case was played yet in {'A' if not a.results else 'B'}."
    if altered:
        return f"No case is the same in both: {len(altered)} have kept their id and ask for something else."
    first, second = a.results[0].case.id, b.results[0].case.id
    return f"No case was played in both: A begins with {first}, B with {second}."


def _metrics(old: Repeats, new: Repeats, common: list[str]) -> list[Metric]:
    keys = score_keys(result for name in common for result in [*old[name], *new[name]])
    rows = {name: (measured(old[name], keys), measured(new[name], keys)) for name in common}
    named = columns({f"{side}{name}": row[side] for name, row in rows.items() for side in (0, 1)})
    pairs = {key: [(a[key], b[key]) for a, b in rows.values() if key in a and key in b] for key in named}
    return [_metric(key, found, len(named[key]) - 2 * len(found)) for key, found in pairs.items() if found]


def _metric(key: str, pairs: list[tuple[float, float]], unpaired: int) -> Metric:
    apart = [b - a for a, b in pairs]
    gains = [-one for one in apart] if key in SPENT else apart
    low, high = mean_interval(apart)
    return Metric(
        key=key,
        a=fmean(a for a, _ in pairs),
        b=fmean(b for _, b in pairs),
        difference=fmean(apart),
        low=low,
        high=high,
        cases=len(pairs),
        unpaired=unpaired,
        improved=sum(gain > ALIKE for gain in gains),
        regressed=sum(gain < -ALIKE for gain in gains),
    )


def _changes(old: Repeats, new: Repeats, common: list[str], keys: list[str]) -> Iterator[Change]:
    """Score by score; no case is listed for what was spent, which moves at every run, nor for what is only measured."""
    keys = [key for key in keys if key not in MEASURES]
    for name in common:
        a, b = measured(old[name], keys), measured(new[name], keys)
        moved = [key for key in [PASSED, *keys] if abs(a.get(key, 0) - b.get(key, 0)) > ALIKE and key in a and key in b]
        for key in [key for key in moved if key != PASSED] or moved:
            yield Change(
                case=name,
                language=old[name][0].case.language,
                said=old[name][0].case.say.text,
                key=key,
                a=a[key],
                b=b[key],
                comment_a=comment_on(old[name], key),
                comment_b=comment_on(new[name], key),
            )


def _differences(a: Header, b: Header) -> Iterator[Difference]:
    """Of the headers: model, prompts, revision, versions, and the rest."""
    for name in TOLD:
        yield from _difference(name, str(getattr(a, name)), str(getattr(b, name)))
    for kind, old, new in [("prompt", a.prompts, b.prompts), ("version of", a.versions, b.versions)]:
        for name in sorted({*old, *new}):
            yield from _difference(f"{kind} {name}", old.get(name, ""), new.get(name, ""))


def _difference(name: str, a: str, b: str) -> Iterator[Difference]:
    if a != b:
        yield Difference(name=name, a=a, b=b)

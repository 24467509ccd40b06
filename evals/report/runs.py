"""The evaluations that a report is made of, those of one suite side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from string import ascii_uppercase

from evals.measures import Evaluation, Measured, by_case, measure
from evals.results import Header, Result


@dataclass(frozen=True)
class Run:
    """One evaluation, without outputs. `label` is a letter where a suite was run more than once, else nothing."""

    label: str
    path: Path
    evaluation: Evaluation

    @property
    def header(self) -> Header:
        return self.evaluation.header

    @property
    def results(self) -> list[Result]:
        return self.evaluation.results

    @cached_property
    def cases(self) -> dict[str, list[Result]]:
        return by_case(self.results)

    @cached_property
    def measured(self) -> dict[str, Measured]:
        return measure(self.results)

    @property
    def name(self) -> str:
        """`B, scripted`, or the model alone."""
        return f"{self.label}, {self.header.model}" if self.label else self.header.model


@dataclass(frozen=True)
class Suite:
    """The runs of one suite, in the order in which their files were named."""

    name: str
    runs: tuple[Run, ...]

    @cached_property
    def cases(self) -> list[str]:
        """Every case that was played by any of them, in the order of the first."""
        return list(dict.fromkeys(name for run in self.runs for name in run.cases))


def by_suite(evaluations: Iterable[tuple[Path, Evaluation]]) -> list[Suite]:
    """Groups evaluations, each with its file, by what was played."""
    found: dict[str, list[tuple[Path, Evaluation]]] = {}
    for path, evaluation in evaluations:
        found.setdefault(evaluation.header.suite, []).append((path, evaluation))
    return [Suite(name, tuple(_labelled(pairs))) for name, pairs in found.items()]


def _labelled(pairs: Sequence[tuple[Path, Evaluation]]) -> Iterable[Run]:
    for number, (path, evaluation) in enumerate(pairs):
        yield Run(_label(number) if len(pairs) > 1 else "", path, evaluation)


def _label(number: int) -> str:
    return ascii_uppercase[number] if number < len(ascii_uppercase) else f"A{number}"

"""What our own CI plays: some cases of each suite that `gate.toml` names, in one process, held against the thresholds.

Catalogues are made once for all of it, which is most of what a single run of a small suite takes.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from evals.gate import Thresholds, failures
from evals.measures import Evaluation
from evals.results import Result, read_header
from evals.run import Plan, evaluate
from evals.suites import draw_cases, load_suite
from graph.settings import Settings

HOUSE = "house"
SEED = 0
CASES_AT_A_TIME = 4


class Rehearsed(NamedTuple):
    """One suite with one model: its results, its seconds, and what was not reached."""

    plan: Plan
    results: list[Result]
    seconds: float
    failed: list[str]


async def rehearse(
    thresholds: Mapping[str, Thresholds],
    settings: Settings,
    folder: Path,
    tell: Callable[[Rehearsed], None] = lambda _: None,
) -> list[str]:
    """Results go to `folder`, anew each time; `tell` hears of each suite. Returns what was not reached, in words."""
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="maison-rehearsal-") as shops:
        for plan in plans(thresholds):
            out = folder / f"{plan.suite}-{plan.model.replace(':', '-')}.jsonl"
            out.unlink(missing_ok=True)
            begun = time.perf_counter()
            results = await evaluate(plan, settings, out, shops=Path(shops))
            done = Rehearsed(plan, results, time.perf_counter() - begun, _failures(out, results, thresholds))
            failed += done.failed
            tell(done)
    return failed


def plans(thresholds: Mapping[str, Thresholds]) -> Iterator[Plan]:
    """A plan for each entry that says how many cases are played: those that may never fail, then others as drawn."""
    for name, asked in thresholds.items():
        if asked.rehearsed:
            suite, _, model = name.partition("@")
            yield Plan(suite, model or HOUSE, cases=_chosen(suite, asked), seed=SEED, concurrency=CASES_AT_A_TIME)


def _chosen(suite: str, asked: Thresholds) -> tuple[str, ...]:
    """Of the split `dev` alone: what somebody reads at every commit is mended until it passes, and measures no more."""
    ours = [case for case in load_suite(suite) if case.split == "dev"]
    drawn = [case.id for case in draw_cases(ours, SEED, None) if case.id not in asked.never_fails]
    return (*asked.never_fails, *drawn)[: max(asked.rehearsed, len(asked.never_fails))]


def _failures(out: Path, results: list[Result], thresholds: Mapping[str, Thresholds]) -> list[str]:
    return failures(Evaluation(read_header(out), results), thresholds)

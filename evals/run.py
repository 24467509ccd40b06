"""Plays a suite and scores it: several cases at a time, each result written as its turn ends.

A file that exists is gone on with, so a run that was stopped loses nothing. What a seed draws is the order of the cases
and which of them a limit leaves; a shop's seed is a matter of the case.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from evals import provenance
from evals.cases import Case, reason_of
from evals.play import play, require_playable
from evals.players import open_player
from evals.results import Header, Result, iterate_results, open_results, read_header
from evals.scoring import require_checks, score
from evals.suites import draw_cases, load_suite
from evals.worlds import Place, Worlds, open_worlds
from graph.settings import Settings
from prompts.loader import PROMPTED, Prompt, load_prompt, read_prompts, source_of
from stores.vocabulary import Role

INSTEAD = "Name another file with --out, or remove this one."
LONGEST_S = 600.0  # what no case may take, whatever hangs
# What two runs have to share for one to go on with the other's file, and how it is called.
SAME = {
    "suite": "suite", "model": "model", "prompts": "prompts", "repeats": "repeats", "seed": "seed", "cases": "cases",
    "revision": "source", "versions": "packages",
}  # fmt: skip

Traces = Literal["all", "failed"]
Prompts = Mapping[Role, Prompt]
Tell = Callable[[int, int, Result | None], None]


class OtherRun(ValueError):
    """A file that holds another evaluation."""


class NoCases(ValueError):
    """A choice of cases that a suite does not have."""


@dataclass(frozen=True)
class Plan:
    """What is to be run. `prompts` is a folder as ours; `cases` are ids, none for all."""

    suite: str
    model: str = "house"
    prompts: Path | None = None
    repeats: int = 1
    seed: int = 0
    limit: int | None = None
    cases: tuple[str, ...] = ()
    concurrency: int = 4
    traces: Traces = "all"


async def evaluate(
    plan: Plan, settings: Settings, out: Path, tell: Tell = lambda *_: None, shops: Path | None = None
) -> list[Result]:
    """Play and score what is not yet in `out`; returns every result of it, without its outputs.

    `tell` hears (done, total, result) as each ends; `shops` keeps catalogues from run to run. Raises UnknownSuite,
    UnknownCheck, NoCases, OtherRun, BrokenResults, UnknownModel, BadScript, and ValueError for broken prompts.
    """
    cases = choose(plan)
    prompts = read_prompts(plan.prompts) if plan.prompts else read_shipped()
    header = begin(plan, cases, prompts)
    results = resume(out, header, cases)
    done = {(result.case.id, result.repeat) for result in results}
    left = [(case, repeat) for repeat in range(plan.repeats) for case in cases if (case.id, repeat) not in done]
    total = len(results) + len(left)
    tell(len(results), total, None)
    if not left:
        return results
    async with open_player(plan.model, settings) as chosen:
        with open_worlds(chosen, shops) as worlds, open_results(out, header, going_on=bool(results)) as file:

            def keep(result: Result) -> None:
                file.write(slim(result, plan.traces).model_dump_json() + "\n")
                file.flush()
                results.append(result.without_outputs)
                tell(len(results), total, result)

            stage = Stage(changed(prompts), header.prompts, asyncio.Semaphore(plan.concurrency), keep)
            await stage.play_all(left, worlds)
    return results


def choose(plan: Plan) -> list[Case]:
    """The cases that a plan is about. Raises UnknownSuite, BrokenSuite, UnknownCheck, NoCases."""
    every = load_suite(plan.suite)
    known = {case.id for case in every}
    if unknown := [name for name in plan.cases if name not in known]:
        raise NoCases(f"suite {plan.suite} has no case {', '.join(unknown)}; its ids are like {every[0].id}")
    cases = [case for case in every if case.id in plan.cases] if plan.cases else every
    require_checks(cases)
    require_playable(cases)
    return draw_cases(cases, plan.seed, plan.limit)


def read_shipped() -> Prompts:
    return {role: load_prompt(role) for role in PROMPTED}


def changed(prompts: Prompts) -> dict[str, Any]:
    """Fields of a run's Context: the prompts that are not the shipped ones, with their voice."""
    own = {role: prompt for role, prompt in prompts.items() if prompt != load_prompt(role)}
    return {f"prompt_{role}": source_of(prompt) for role, prompt in own.items()}


def begin(plan: Plan, cases: Sequence[Case], prompts: Prompts) -> Header:
    return Header(
        suite=Path(plan.suite).stem,
        model=plan.model,
        prompts=provenance.hashes(prompts),
        prompt_texts=provenance.texts(prompts),
        repeats=plan.repeats,
        seed=plan.seed,
        started=datetime.now(UTC).isoformat(timespec="seconds"),
        versions=provenance.versions(),
        revision=provenance.revision(),
        cases=len(cases),
    )


def resume(out: Path, header: Header, cases: Sequence[Case]) -> list[Result]:
    """What the file holds of this run; nothing in one that only a header stands in. Raises OtherRun, BrokenResults."""
    if not out.exists() or not out.stat().st_size:
        return []
    there = read_header(out)
    results = [result.without_outputs for result in iterate_results(out)]
    if not results:
        return []
    require_same(out, there, header)
    planned = {case.id: case for case in cases}
    if strange := [result.case.id for result in results if planned.get(result.case.id) != result.case]:
        raise OtherRun(f"{out} has the case {strange[0]}, which is not in this run, or not as it was. {INSTEAD}")
    return results


def require_same(out: Path, there: Header, header: Header) -> None:
    """Raises OtherRun, which says in what."""
    pairs = [(name, getattr(there, key), getattr(header, key)) for key, name in SAME.items()]
    if differs := [_difference(*pair) for pair in pairs if pair[1] != pair[2]]:
        raise OtherRun(f"{out} holds another run: {'; '.join(differs)}. {INSTEAD}")


def _difference(name: str, old: Any, new: Any) -> str:
    if isinstance(old, dict):
        return f"other {name} ({', '.join(sorted(one for one in old | new if old.get(one) != new.get(one)))})"
    return f"{name} {old}, not {new}"


@dataclass(frozen=True)
class Stage:
    """Where cases are played several at a time, and who is given the results."""

    context: dict[str, Any]
    prompts: Mapping[str, str]
    room: asyncio.Semaphore
    keep: Callable[[Result], None]

    async def play_all(self, left: Sequence[tuple[Case, int]], worlds: Worlds) -> None:
        """World after world, so that few are open at a time."""
        for group in by_world(left):
            async with worlds.open(group[0][0].world) as place, asyncio.TaskGroup() as tasks:
                for case, repeat in group:
                    tasks.create_task(self._play(case, repeat, place))

    async def _play(self, case: Case, repeat: int, place: Place) -> None:
        async with self.room:
            self.keep(await play_and_score(case, repeat, place, self.context, self.prompts))


async def play_and_score(
    case: Case, repeat: int, place: Place, context: dict[str, Any], prompts: Mapping[str, str]
) -> Result:
    """A result, also where the turn never ended."""
    try:
        async with asyncio.timeout(LONGEST_S):
            played = await play(case, place, context, repeat)
    except Exception as error:  # whatever a turn dies of is its result
        said = reason_of(error)
        return Result(case=case, repeat=repeat, outputs={}, scores=[], latency_ms=0, tokens=0, error=said)
    outputs = played.outputs | {"prompts": dict(prompts)}
    scores = await asyncio.to_thread(score, case, outputs)
    return Result(
        case=case,
        repeat=repeat,
        outputs=outputs,
        scores=scores,
        latency_ms=played.latency_ms,
        tokens=played.tokens,
        cost=played.cost,
    )


def by_world(left: Sequence[tuple[Case, int]]) -> Iterator[list[tuple[Case, int]]]:
    """What is to be played, world by world, in the order in which each is first needed."""
    keys = [case.world.model_dump_json() for case, _ in left]
    first = {key: place for place, key in reversed([*enumerate(keys)])}
    ordered = sorted(zip(keys, left, strict=True), key=lambda row: first[row[0]])
    for _, group in groupby(ordered, key=lambda row: row[0]):
        yield [row for _, row in group]


def slim(result: Result, traces: Traces) -> Result:
    """The result as it is kept: of one that passed, without its traces where only those of failures are wanted."""
    if traces == "all" or not result.passed:
        return result
    told = {key: value for key, value in result.outputs.items() if key not in {"trace", "articles"}}
    parted = {key: [{**one, "trace": {}} for one in told[key]] for key in ("earlier", "variants")}
    return result.model_copy(update={"outputs": told | parted | {"trace": {}, "articles": {}}})

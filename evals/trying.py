"""One variant of the prompts beside the shipped ones: which cases it can have changed at all, and what it did to those.

A case can only change where a prompt that differs was read: by a model that reads prose, or, where its voice differs,
by any, since the voice travels in the request. Who answered is read from the traces of both runs.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from agents.models import HOUSE
from evals.compare import Comparison, pair
from evals.evaluators.answers import reply_of
from evals.measures import LATENCY, Evaluation
from evals.players import reads_prose
from evals.results import Result, iterate_results, read_header
from evals.traces import model_calls
from prompts.differences import Difference
from prompts.loader import PROMPTED

# A role, and the model that was asked.
Asked = tuple[str, str]
ANY = "any"


class Reach(NamedTuple):
    """How far a variant reaches into one case: roles of which anything was heard, and those whose words nobody read."""

    heard: frozenset[str]
    unread: frozenset[str]


class Reworded(NamedTuple):
    """A case in the person's words, and its reply under both, where these differ; of repeats the first that does."""

    case: str
    said: str
    shipped: str
    variant: str


@dataclass(frozen=True)
class Trial:
    """What a variant did. `comparison` is of the cases that could change, None where there is none.

    `reworded` are those of them whose reply is another one.

    `partly` are those of them in which the changed words of some roles were not read, with the roles. `unread` are
    cases in which none were, nor was a voice heard; `unasked` those in which no changed prompt was asked.
    `moved_anyway` are of both, and differ by chance alone.
    """

    could: list[str]
    partly: dict[str, list[str]]
    unread: dict[str, list[str]]
    unasked: list[str]
    moved_anyway: list[str]
    comparison: Comparison | None
    reworded: list[Reworded]


def is_heard(model: str, differences: Sequence[Difference]) -> bool:
    """Whether a model of this name can take any notice of what differs."""
    return reads_prose(model) or any(one.voice for one in differences)


def weigh(shipped: Path, variant: Path, differences: Sequence[Difference]) -> Trial:
    """What two result files say of a variant. Raises BrokenResults, NotComparable."""
    old, new = read_run(shipped), read_run(variant)
    reached = reach(differences, [old, new])
    could = [case for case, one in reached.items() if one.heard]
    rest = [case for case, one in reached.items() if not one.heard]
    return Trial(
        could=could,
        partly={case: sorted(reached[case].unread) for case in could if reached[case].unread},
        unread={case: sorted(reached[case].unread) for case in rest if reached[case].unread},
        unasked=[case for case in rest if not reached[case].unread],
        moved_anyway=[case for case in rest if old.scores(case) != new.scores(case)],
        comparison=untimed(pair(old.only(could), new.only(could))) if could else None,
        reworded=reworded(old, new, could),
    )


def untimed(comparison: Comparison) -> Comparison:
    """Without times: one run was played after the other, on a machine that had other things to do."""
    return comparison.model_copy(update={"metrics": [one for one in comparison.metrics if one.key != LATENCY]})


def reworded(old: "Run", new: "Run", cases: Collection[str]) -> list[Reworded]:
    """The replies that are not word for word the same, by the names of their cases."""
    found: dict[str, Reworded] = {}
    for result in sorted(new.evaluation.results, key=lambda one: (one.case.id, one.repeat)):
        name, key = result.case.id, (result.case.id, result.repeat)
        before, after = old.replies.get(key), new.replies[key]
        if name in cases and name not in found and before not in {None, after}:
            found[name] = Reworded(name, result.case.say.text, str(before), after)
    return [*found.values()]


@dataclass(frozen=True)
class Run:
    """A result file without its outputs, but for who was asked in each case, and what was replied in each repeat."""

    evaluation: Evaluation
    asked: dict[str, set[Asked]]
    replies: dict[tuple[str, int], str]

    def only(self, cases: Collection[str]) -> Evaluation:
        kept = set(cases)
        return self.evaluation._replace(results=[one for one in self.evaluation.results if one.case.id in kept])

    def scores(self, case: str) -> list[dict[str, float | None]]:
        played = [one for one in self.evaluation.results if one.case.id == case]
        return [{score.key: score.score for score in one.scores} for one in sorted(played, key=lambda one: one.repeat)]


def read_run(path: Path) -> Run:
    """One result at a time, since outputs take gigabytes in a large suite. Raises BrokenResults."""
    results, asked, replies = list[Result](), dict[str, set[Asked]](), dict[tuple[str, int], str]()
    for result in iterate_results(path):
        asked.setdefault(result.case.id, set()).update(asked_of(result))
        replies[result.case.id, result.repeat] = result.error or reply_of(result.outputs)
        results.append(result.without_outputs)
    return Run(Evaluation(read_header(path), results), asked, replies)


def reach(differences: Sequence[Difference], runs: Sequence[Run]) -> dict[str, Reach]:
    """Of each case how far what differs was read in any of its turns."""
    found: dict[str, Reach] = {}
    for run in runs:
        prose = reads_prose(run.evaluation.header.model)
        for case, asked in run.asked.items():
            called = [one for one in differences if one.role in {role for role, _ in asked}]
            read = {role for role, model in asked if prose and model != HOUSE}
            heard = {one.role for one in called if one.voice or one.role in read}
            unread = {one.role for one in called if one.is_prose and one.role not in read}
            before = found.get(case, Reach(frozenset(), frozenset()))
            found[case] = Reach(before.heard | heard, before.unread | unread)
    return found


def asked_of(result: Result) -> set[Asked]:
    """Which roles were asked in a case, and which model each time; of a turn that never ended, any may have been."""
    if result.error:
        return {(role, ANY) for role in PROMPTED}
    calls = (call for trace in traces_of(result) for call in model_calls(trace))
    return {(call.role, call.model) for call in calls}


def traces_of(result: Result) -> Iterator[dict[str, Any]]:
    """The traces of every turn of a case."""
    told = result.outputs
    for output in (told, *told.get("earlier", []), *told.get("variants", [])):
        yield output.get("trace") or {}

"""What a model thinks of replies that were kept, and how well it judges at all.

`datasets/preferences.jsonl` has pairs of replies to the same person, labelled by hand: one as Maison means to speak,
one as it never should. The model sees each pair in both orders, and half of them with the better one as its own side,
so that a judge who always prefers one side agrees no better than by chance. That agreement belongs beside any figure
that the judge gives.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from langchain_core.language_models import BaseChatModel
from pydantic import BaseModel, ConfigDict

from agents.models import HOUSE, Models, UnknownModel
from evals.cases import Case
from evals.evaluators.judge import Agreement, agreement, build_judge, build_pairwise_judge
from evals.players import answering
from evals.results import Result, iterate_results
from graph.settings import Settings
from stores.vocabulary import Language


class NoJudge(ValueError):
    """A model that judges nothing, or nothing that could be judged."""


class Preference(BaseModel):
    """Two replies to what a person said, and why one of them is better."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    language: Language
    person: str
    better: str
    worse: str
    why: str


class Judged(NamedTuple):
    """What a judge said of an answer: 0 to 1, and why."""

    case: Case
    score: float
    why: str


def open_judge(name: str, settings: Settings) -> BaseChatModel:
    """The model of this name, registered or a spec. Raises UnknownModel, and NoJudge for the house."""
    if name == HOUSE:
        raise NoJudge("The house is no judge: what rules can tell of a reply, the other evaluators tell. Name a model.")
    try:
        return Models(answering(settings, name).registry).model(name)
    except UnknownModel:
        raise
    except Exception as error:  # whatever a provider's package has against its settings, a key that is not set first
        raise UnknownModel(f"model '{name}' cannot be asked: {error}") from error


def judged(path: Path, model: BaseChatModel, rubric: str = "reply") -> Iterator[Judged]:
    """What the judge makes of each reply of a run, one by one; nothing of those that it gave no score."""
    judge = build_judge(model, rubric)
    for result in answered(path):
        verdict = judge(inputs=result.case.inputs, outputs=result.outputs, reference_outputs={})
        if verdict["score"] is not None:
            yield Judged(result.case, verdict["score"], verdict["comment"] or "")


def preferred(path: Path, other: Path, model: BaseChatModel, rubric: str = "reply") -> Iterator[Judged]:
    """Whether the judge prefers the second run's reply to a case (1) or the first's (0), asked in both orders."""
    judge = build_pairwise_judge(model, rubric)
    before = {(result.case.id, result.repeat): result for result in answered(path)}
    for result in answered(other):
        if first := before.get((result.case.id, result.repeat)):
            reference = {"other": first.outputs}
            verdict = judge(inputs=result.case.inputs, outputs=result.outputs, reference_outputs=reference)
            if verdict["score"] is not None:
                yield Judged(result.case, verdict["score"], verdict["comment"] or "")


def answered(path: Path) -> Iterator[Result]:
    """The results that hold an answer. Raises BrokenResults."""
    return (result for result in iterate_results(path) if not result.error)


def load_preferences() -> list[Preference]:
    text = files("evals").joinpath("datasets/preferences.jsonl").read_text(encoding="utf-8")
    return [Preference.model_validate_json(line) for line in text.splitlines()]


def measure(model: BaseChatModel, pairs: Sequence[Preference], rubric: str = "reply") -> Agreement:
    """Agreement of a model's preferences with the labels; none in both orders counts as a disagreement."""
    judge = build_pairwise_judge(model, rubric)
    said: list[float | None] = []
    for number, pair in enumerate(pairs):
        ours, other = (pair.better, pair.worse) if number % 2 == 0 else (pair.worse, pair.better)
        inputs = {"say": {"text": pair.person}}
        said.append(judge(inputs=inputs, outputs=_said(ours), reference_outputs={"other": _said(other)})["score"])
    return agreement(said, [float(number % 2 == 0) for number in range(len(pairs))])


def _said(reply: str) -> dict[str, Any]:
    return {"messages": [{"type": "ai", "content": reply}]}

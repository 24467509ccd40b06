"""Scores of an answer: those that its case's checks name, and those that every answer gets."""

from collections.abc import Mapping
from typing import Any

from evals.cases import Case, reason_of
from evals.evaluators import Evaluator
from evals.evaluators.registry import ALWAYS, EVALUATORS
from evals.results import Score


class UnknownCheck(ValueError):
    """A check that no evaluator is called by."""


def require_checks(cases: list[Case], evaluators: Mapping[str, Evaluator] = EVALUATORS) -> None:
    """Raises UnknownCheck, so that a slip in a case is no silent pass."""
    unknown = sorted({name for case in cases for name in case.checks} - {*evaluators})
    if unknown:
        named = next(case.id for case in cases if unknown[0] in case.checks)
        raise UnknownCheck(f"case {named} has a check '{unknown[0]}', and the evaluators are {', '.join(evaluators)}")


def score(case: Case, outputs: dict[str, Any], evaluators: Mapping[str, Evaluator] = EVALUATORS) -> list[Score]:
    """A score per evaluator; one that breaks over an answer scores it 0, and says how."""
    names = dict.fromkeys([*case.checks, *(name for name in ALWAYS if name in evaluators)])
    return [_score(name, evaluators[name], case, outputs) for name in names]


def _score(name: str, evaluator: Evaluator, case: Case, outputs: dict[str, Any]) -> Score:
    asked = {"inputs": case.inputs, "outputs": outputs, "reference_outputs": case.checks}
    try:
        verdict = evaluator(**asked, trace=outputs.get("trace"))
    except Exception as error:  # an answer of a shape that nobody thought of is no good answer
        return Score(key=name, score=0.0, comment=f"{name} could not judge: {reason_of(error)}")
    return Score(key=verdict["key"], score=verdict["score"], comment=verdict["comment"] or "")

"""A model that judges replies by a rubric, alone or two against each other, and how well it agrees with people.

Any chat model will do. There is no judge of the house: all that rules can tell of a reply, the other evaluators tell
under their own names, and a rule that calls itself a judge would only count them twice.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeVar

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage, SystemMessage
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evals.evaluators import Evaluator, Verdict
from evals.evaluators.answers import reply_of, said_in
from evals.evaluators.verdicts import nothing

Answer = TypeVar("Answer", bound=BaseModel)

JSON = re.compile(r"\{.*\}", re.DOTALL)


class Opinion(BaseModel):
    model_config = ConfigDict(extra="ignore")

    score: int = Field(ge=1, le=5)
    why: str = ""


class Preference(BaseModel):
    model_config = ConfigDict(extra="ignore")

    better: str = Field(pattern="^(first|second|neither)$")
    why: str = ""


class Agreement(NamedTuple):
    """How well a judge agrees with labels. `kappa` is Cohen's: 0 by chance alone, 1 always (Cohen 1960)."""

    accuracy: float
    kappa: float
    n: int


def build_judge(model: BaseChatModel, rubric: str = "reply", key: str = "judge") -> Evaluator:
    """An evaluator that asks the model: 1 to 5 by a rubric, put as 0 to 1; None where it gave none."""

    def judge(
        *,
        inputs: dict[str, Any],
        outputs: dict[str, Any],
        reference_outputs: dict[str, Any],
        trace: dict[str, Any] | None = None,
    ) -> Verdict:
        material = {"person": said_in(inputs), "stylist": reply_of(outputs)}
        opinion = _asked(model, _told("alone", rubric), material, Opinion)
        if opinion is None:
            return nothing(key, "the judge gave no score")
        return Verdict(key=key, score=(opinion.score - 1) / 4, comment=opinion.why)

    return judge


def build_pairwise_judge(model: BaseChatModel, rubric: str = "reply", key: str = "preferred") -> Evaluator:
    """An evaluator that prefers an answer (1), or the one in `reference_outputs["other"]` (0), or neither (0.5).

    Asked twice with the order swapped; a judge that goes by the place is taken to have no preference.
    """

    def preferred(
        *,
        inputs: dict[str, Any],
        outputs: dict[str, Any],
        reference_outputs: dict[str, Any],
        trace: dict[str, Any] | None = None,
    ) -> Verdict:
        if "other" not in reference_outputs:
            return nothing(key)
        replies = reply_of(outputs), reply_of(reference_outputs["other"])
        ours = _place_of_better(model, _told("against", rubric), said_in(inputs), replies)
        swapped = _place_of_better(model, _told("against", rubric), said_in(inputs), replies[::-1])
        if ours is None or swapped is None:
            return nothing(key, "the judge gave no preference")
        if (ours, swapped) in {("first", "second"), ("second", "first")}:
            return Verdict(key=key, score=float(ours == "first"), comment="in both orders")
        return Verdict(key=key, score=0.5, comment=f"{ours}, and swapped {swapped}")

    return preferred


def agreement(judged: Sequence[Any], labels: Sequence[Any]) -> Agreement:
    """Of what a judge said with what people said of the same. Raises ValueError where there is nothing to compare."""
    if not labels or len(judged) != len(labels):
        raise ValueError(f"{len(judged)} judgements and {len(labels)} labels cannot be compared")
    n = len(labels)
    accuracy = sum(one == other for one, other in zip(judged, labels, strict=True)) / n
    ours, theirs = Counter(judged), Counter(labels)
    chance = sum(ours[value] * theirs[value] for value in ours) / n**2
    return Agreement(accuracy, 1.0 if chance == 1 else (accuracy - chance) / (1 - chance), n)


@cache
def _told(how: str, rubric: str) -> str:
    """What the model is told; `rubric` is one of `datasets/rubrics.toml` by its name, or the text of another."""
    table = tomllib.loads(files("evals").joinpath("datasets/rubrics.toml").read_text(encoding="utf-8"))
    return f"{table[how].strip()}\n\n{table['rubrics'].get(rubric, rubric).strip()}"


def _place_of_better(model: BaseChatModel, rubric: str, said: Sequence[str], replies: Sequence[str]) -> str | None:
    preference = _asked(model, rubric, {"person": said, "first": replies[0], "second": replies[1]}, Preference)
    return preference.better if preference else None


def _asked(model: BaseChatModel, rubric: str, material: Mapping[str, Any], shape: type[Answer]) -> Answer | None:
    """The model's answer as the shape says; None where it answered otherwise."""
    told = json.dumps(material, ensure_ascii=False)
    said = model.invoke([SystemMessage(rubric), HumanMessage(told)]).text
    found = JSON.search(said)
    try:
        return shape.model_validate_json(found[0]) if found else None
    except ValidationError:
        return None

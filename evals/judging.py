"""How well a model judges: `python -m evals.judging --model NAME [--rubric reply] [--json]`.

`datasets/preferences.jsonl` has pairs of replies to the same person, labelled by hand: one as Maison means to speak,
one as it never should. The model sees each pair in both orders, and half of them with the better one as its own side,
so that a judge who always prefers one side agrees no better than by chance.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from langchain_core.language_models import BaseChatModel
from pydantic import BaseModel, ConfigDict

from agents.models import HOUSE, Models, UnknownModel
from evals.evaluators.judge import Agreement, agreement, build_pairwise_judge
from graph.settings import Settings
from stores.vocabulary import Language


class Preference(BaseModel):
    """Two replies to what a person said, and why one of them is better."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    language: Language
    person: str
    better: str
    worse: str
    why: str


def load_preferences() -> list[Preference]:
    text = files("evals").joinpath("datasets/preferences.jsonl").read_text(encoding="utf-8")
    return [Preference.model_validate_json(line) for line in text.splitlines()]


def measure(model: BaseChatModel, pairs: Sequence[Preference], rubric: str = "reply") -> Agreement:
    """Agreement of a model's preferences with the labels; none in both orders counts as a disagreement."""
    judge = build_pairwise_judge(model, rubric)
    judged: list[float | None] = []
    for number, pair in enumerate(pairs):
        ours, other = (pair.better, pair.worse) if number % 2 == 0 else (pair.worse, pair.better)
        inputs = {"say": {"text": pair.person}}
        judged.append(judge(inputs=inputs, outputs=_said(ours), reference_outputs={"other": _said(other)})["score"])
    return agreement(judged, [float(number % 2 == 0) for number in range(len(pairs))])


def _said(reply: str) -> dict[str, Any]:
    return {"messages": [{"type": "ai", "content": reply}]}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--model", required=True, help="a registered model, or a spec")
    options.add_argument("--rubric", default="reply", help="of datasets/rubrics.toml, or a text")
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    if chosen.model == HOUSE:
        sys.exit("the house is no judge: what rules can tell of a reply, the other evaluators tell")
    try:
        model = Models(Settings().registry).model(chosen.model)
    except UnknownModel as error:
        sys.exit(str(error))
    found = measure(model, load_preferences(), chosen.rubric)
    told = f"accuracy {found.accuracy:.3f}, kappa {found.kappa:.3f}, {found.n} pairs"
    sys.stdout.write((json.dumps(found._asdict()) if chosen.json else told) + "\n")


if __name__ == "__main__":
    main()

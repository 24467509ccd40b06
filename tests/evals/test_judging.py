import json
import subprocess
import sys

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage
from langchain_core.outputs import ChatGeneration, ChatResult

from evals.evaluators.language import language_of
from evals.judging import load_preferences, measure

PAIRS = load_preferences()


class Judge(BaseChatModel):
    """Knows the labels, and says them as it is told to."""

    manner: str = "right"

    @property
    def _llm_type(self) -> str:
        return "labels"

    def _generate(self, messages, stop=None, run_manager=None, **kwargs):
        told = json.loads(messages[-1].text)
        right = "first" if told["first"] in {pair.better for pair in PAIRS} else "second"
        other = {"first": "second", "second": "first"}[right]
        better = {
            "right": right,
            "wrong": other,
            "place": "first",
            "longer": max(("first", "second"), key=lambda key: len(told[key])),
        }
        return ChatResult(generations=[ChatGeneration(message=AIMessage(json.dumps({"better": better[self.manner]})))])


@pytest.mark.parametrize(("manner", "accuracy", "kappa"), [("right", 1, 1), ("wrong", 0, -1), ("place", 0, 0)])
def test_a_judge_agrees_with_the_labels_as_far_as_it_does(manner, accuracy, kappa):
    found = measure(Judge(manner=manner), PAIRS)
    assert (found.accuracy, found.n) == (accuracy, len(PAIRS))
    assert found.kappa == pytest.approx(kappa)


def test_who_takes_the_longer_one_is_not_rewarded_for_it():
    assert measure(Judge(manner="longer"), PAIRS).kappa < 0.5


def test_pairs_are_of_three_languages_each_in_its_own():
    assert len(PAIRS) >= 24
    assert len({pair.id for pair in PAIRS}) == len(PAIRS)
    for language in ("en", "fr", "zh"):
        own = [pair for pair in PAIRS if pair.language == language]
        assert len(own) >= 8
        assert all(language_of(pair.better) == language for pair in own)


def test_the_house_is_no_judge():
    ended = subprocess.run(
        [sys.executable, "-m", "evals.judging", "--model", "house"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert "no judge" in ended.stderr

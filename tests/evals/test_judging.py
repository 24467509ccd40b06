import json

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage
from langchain_core.outputs import ChatGeneration, ChatResult

from agents.models import UnknownModel
from evals.evaluators.language import language_of
from evals.judging import NoJudge, judged, load_preferences, measure, open_judge, preferred
from graph.settings import Settings
from tests.evals.made import made_evaluation, made_outputs, made_result, write_evaluation

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
    with pytest.raises(NoJudge, match="no judge"):
        open_judge("house", Settings())


def test_a_model_that_nobody_knows_is_told():
    with pytest.raises(UnknownModel, match="nobody"):
        open_judge("nobody", Settings())


class Critic(Judge):
    """Thinks well of replies with the word it likes, alone or beside another."""

    word: str = "linen"

    def _generate(self, messages, stop=None, run_manager=None, **kwargs):
        told = json.loads(messages[-1].text)
        if "stylist" in told:
            said = {"score": 5 if self.word in told["stylist"] else 2, "why": "its word"}
        else:
            said = {"better": next((key for key in ("first", "second") if self.word in told[key]), "neither")}
        return ChatResult(generations=[ChatGeneration(message=AIMessage(json.dumps(said)))])


def a_run(path, replies, **changes):
    """A file of results, one case for each reply."""
    rows = [made_result(key, outputs=made_outputs(reply), **changes) for key, reply in replies.items()]
    return write_evaluation(path, made_evaluation(rows))


def test_each_reply_of_a_run_is_judged_by_the_rubric(tmp_path):
    path = a_run(tmp_path / "a.jsonl", {"one": "A linen shirt.", "two": "A wool shirt."})
    found = {one.case.id: (one.score, one.why) for one in judged(path, Critic())}
    assert found == {"one": (1.0, "its word"), "two": (0.25, "its word")}


def test_two_runs_are_held_against_each_other_case_by_case(tmp_path):
    first = a_run(tmp_path / "a.jsonl", {"one": "A linen shirt.", "two": "A wool shirt.", "three": "Wool."})
    second = a_run(tmp_path / "b.jsonl", {"one": "A wool shirt.", "two": "A linen shirt.", "four": "Linen."})
    assert {one.case.id: one.score for one in preferred(first, second, Critic())} == {"one": 0.0, "two": 1.0}


def test_what_was_never_answered_is_not_judged(tmp_path):
    path = a_run(tmp_path / "a.jsonl", {"one": "A linen shirt."}, error="it broke")
    assert list(judged(path, Critic())) == []

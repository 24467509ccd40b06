"""A model as judge, here a chat model that says what it is told to, and the scripted server, which knows no rubric."""

import asyncio
import json

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_openai import ChatOpenAI
from pydantic import Field

from evals.evaluators.judge import agreement, build_judge, build_pairwise_judge
from evals.scripted.server import open_backend
from tests.evals.evaluators.answered import judged, outputs


class Fair(BaseChatModel):
    """Prefers the reply that has a reason in it; scores it 5, the others 2."""

    asked: list[list[BaseMessage]] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "fair"

    def _generate(self, messages, stop=None, run_manager=None, **kwargs):
        self.asked.append(messages)
        told = json.loads(messages[-1].text)
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self.says(told)))])

    def says(self, told):
        if "stylist" in told:
            return f"Here: {json.dumps({'score': 5 if 'because' in told['stylist'] else 2, 'why': 'a reason'})}"
        first, second = ("because" in told[key] for key in ("first", "second"))
        better = "neither" if first == second else "first" if first else "second"
        return json.dumps({"better": better, "why": "a reason"})


class Lazy(Fair):
    def says(self, told):
        return json.dumps({"better": "first", "score": 9}) if "first" in told else "I would rather not."


GOOD, BAD = outputs("Wear green, because it is June."), outputs("Wear green.")


def test_a_score_from_one_to_five_is_put_as_zero_to_one():
    assert judged(build_judge(Fair()), {}, GOOD) == 1
    assert judged(build_judge(Fair()), {}, BAD) == 0.25


def test_the_rubric_is_ours_by_name_or_a_text():
    model = Fair()
    judged(build_judge(model, "critique"), {}, GOOD)
    judged(build_judge(model, "5: it rhymes. 1: it does not."), {}, GOOD)
    told = [messages[0].text for messages in model.asked[-2:]]
    assert "what is really worn" in told[0]
    assert "it rhymes" in told[1]
    assert all("never an\ninstruction" in one for one in told)


def test_a_judge_that_gives_no_score_has_none():
    assert judged(build_judge(Lazy()), {}, GOOD) is None


def test_the_better_of_two_is_better_in_both_orders():
    judge = build_pairwise_judge(Fair())
    assert judged(judge, {"other": BAD}, GOOD) == 1
    assert judged(judge, {"other": GOOD}, BAD) == 0
    assert judged(judge, {"other": GOOD}, GOOD) == 0.5
    assert judged(judge, {}, GOOD) is None


def test_who_goes_by_the_place_has_no_preference():
    assert judged(build_pairwise_judge(Lazy()), {"other": BAD}, GOOD) == 0.5


def test_agreement_is_accuracy_and_what_is_left_of_it_beyond_chance():
    exact = agreement([1, 0, 1, 0], [1, 0, 1, 0])
    assert (exact.accuracy, exact.kappa, exact.n) == (1, 1, 4)
    # Cohen's table of 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: kappa is 0.4.
    judged_as, labels = [1] * 25 + [0] * 25, [1] * 20 + [0] * 5 + [1] * 10 + [0] * 15
    assert agreement(judged_as, labels).accuracy == 0.7
    assert agreement(judged_as, labels).kappa == pytest.approx(0.4)
    assert agreement([1, 1, 1, 1], [1, 0, 1, 0]).kappa == 0
    with pytest.raises(ValueError, match="cannot be compared"):
        agreement([1], [])


def test_a_judge_agrees_with_labels_as_far_as_it_does():
    replies = [(GOOD, 1), (BAD, 0), (outputs("Because I say so, because."), 0), (outputs("It rains; take a coat."), 0)]
    found = [judged(build_judge(Fair()), {}, answer) == 1 for answer, _ in replies]
    assert agreement([int(one) for one in found], [label for _, label in replies]).accuracy == 0.75


async def test_over_http_a_model_that_knows_no_rubric_gives_no_score():
    async with open_backend() as backend:
        model = ChatOpenAI(base_url=backend.url, api_key="none", model="say=12", max_retries=0, timeout=5)
        score = await asyncio.to_thread(judged, build_judge(model), {}, GOOD)
    assert score is None
    assert len(backend.calls) == 1

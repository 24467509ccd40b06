"""What a model is told of a conversation that is longer than it is shown."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from agents import roles
from agents.contracts import Request, UnderstandRequest
from agents.history import in_short
from agents.house.understand import understand
from evals.scripted.server import open_backend
from graph.running import run_config
from graph.understanding import to_understand
from stores.caller import Caller
from tests.conftest import Talk

LONGEST = 12_000  # characters of a request after many looks
WEDDING = "What do I wear to a wedding in Lyon on 12 June? Under 150 euros, I like green. I'm a woman."
TALKS = {
    "en": [
        WEDDING,
        "cheaper please",
        "no heels, and the second one but in blue",
        "What about a trench instead of the jacket?",
        "I have a burgundy skirt, what goes with it for the office?",
        "Back to the wedding one, but keep the bag",
        "how much is the third?",
        "I don't like the shoes",
        "show me a picture of the second one",
        "more like item 2",
    ],
    "fr": [
        "Une tenue pour un dîner à Paris en octobre, je suis un homme",
        "la deuxième, mais en bleu",
        "autre chose que la veste ?",
        "plutôt moins cher",
        "j'ai un jean noir, qu'est-ce qui va avec ?",
        "c'est en laine, le premier ?",
        "sans la ceinture",
        "comme la première",
    ],
    "zh": [
        "六月去里昂参加婚礼穿什么，预算150欧",
        "第二套换成蓝色",
        "便宜一点",
        "不要高跟鞋",
        "第一套多少钱",
        "包换一个",
        "换双鞋",
        "跟第二套差不多的再来几套",
    ],
}
REQUEST: TypeAdapter[Request] = TypeAdapter(Request)


@pytest.fixture
def asked(monkeypatch) -> list[UnderstandRequest]:
    """The requests of the reader of turns, whole."""
    seen: list[UnderstandRequest] = []

    def spy(request: UnderstandRequest) -> UnderstandRequest:
        seen.append(request)
        return in_short(request)

    monkeypatch.setattr(roles, "in_short", spy)
    return seen


async def test_what_was_decided_long_ago_is_still_told(talk):
    await talk.say("Hello there! I'm a woman. I never wear heels.")
    for number in range(7):
        await talk.say(f"What do I wear to a party in {number + 2} days?")
    state = (await talk.services.graph.aget_state(run_config(talk.caller, talk.thread, "x", talk.services))).values
    request = to_understand(state, "EUR")
    assert "I never wear heels." in request.earlier
    assert "Hello there!" not in request.earlier
    assert not {*request.earlier} & {*request.previous}
    assert (in_short(request).earlier, in_short(request).previous) == (request.earlier, request.previous)


@pytest.mark.parametrize("language", TALKS)
async def test_in_short_a_turn_is_read_as_it_is_at_length(services, asked, language):
    talk = Talk(services, Caller(language))
    for text in TALKS[language]:
        await talk.say(text)
    assert max(len(request.shown) for request in asked) == 12
    for request in asked:
        sent = in_short(request).as_sent
        assert len(sent) < LONGEST, request.text
        assert understand(REQUEST.validate_json(sent)) == understand(request), request.text


async def test_a_model_answers_over_a_talk_as_if_it_were_told_all(open_house: Any, monkeypatch):
    async def read(*, whole: bool) -> list[Any]:
        monkeypatch.setattr(roles, "in_short", (lambda request: request) if whole else in_short)
        talk = Talk(services, Caller(str(whole)))
        outputs = [await talk.say(text, model="m") for text in TALKS["en"]]
        told = sum(call.prompt_tokens for call in backend.calls if call.role == "understand")
        backend.calls.clear()
        return [told, *({key: output[key] for key in ("brief", "looks", "degraded")} for output in outputs)]

    async with open_backend() as backend, open_house(models={"m": backend.spec()}, unread_words=-1) as services:
        at_length, in_brief = await read(whole=True), await read(whole=False)
    assert at_length[1:] == in_brief[1:]
    assert in_brief[0] < at_length[0]


def test_nothing_but_what_goes_without_saying_is_left_out():
    request = UnderstandRequest.model_validate({"today": "2027-05-03", "text": "a coat", "previous": ["hello"]})
    assert request.as_sent == '{"kind":"understand","previous":["hello"],"today":"2027-05-03","text":"a coat"}'
    assert REQUEST.validate_json(request.as_sent) == request

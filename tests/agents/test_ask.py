import asyncio
from datetime import date

import pytest

from agents.ask import TRIES, ask, messages_of
from agents.contracts import UnderstandRequest
from prompts.loader import load_prompt
from stores.vocabulary import Brief
from tests.agents.scripted import Scripted

REQUEST = UnderstandRequest(text="a green dress for a wedding", today=date(2027, 5, 1))
PROMPT = load_prompt("understand")
GOOD = Brief(intent="find", occasion="wedding", text=REQUEST.text).model_dump_json()


async def test_the_house_answers_when_no_model_is_configured(desk_of):
    answer = await ask(REQUEST, Brief, PROMPT, desk_of())
    assert (answer.model, answer.failure, answer.prompt_hash) == ("house", None, PROMPT.version)
    assert answer.reply.occasion == "wedding"


async def test_the_configured_model_answers_and_its_usage_is_kept(desk_of):
    answer = await ask(REQUEST, Brief, PROMPT, desk_of(Scripted(script=[GOOD])))
    assert (answer.model, answer.failure) == ("fake", None)
    assert answer.reply.occasion == "wedding"
    assert answer.usage["total_tokens"] == 5


async def test_the_second_try_is_told_what_was_wrong(desk_of):
    model = Scripted(script=['{"intent": "dance"}', f"Sure, here it is:\n```json\n{GOOD}\n```"])
    answer = await ask(REQUEST, Brief, PROMPT, desk_of(model))
    assert (answer.model, answer.failure) == ("fake", None)
    assert "intent" in model.seen[1][-1].text
    assert model.seen[0] == model.seen[1][:2]


async def test_two_bad_replies_are_enough(desk_of):
    model = Scripted(script=["no", "still no", GOOD])
    answer = await ask(REQUEST, Brief, PROMPT, desk_of(model))
    assert len(model.seen) == TRIES
    assert (answer.model, answer.failure.reason) == ("house", "invalid reply")
    assert answer.reply.occasion == "wedding"


@pytest.mark.parametrize(
    ("outcome", "reason"), [(ConnectionError("secret host"), "error: ConnectionError"), (30, "timeout")]
)
async def test_a_model_that_fails_is_named_without_its_words(desk_of, outcome, reason):
    answer = await ask(REQUEST, Brief, PROMPT, desk_of(Scripted(script=[outcome]), call=0.05))
    assert answer.failure.model_dump() == {"role": "understand", "model": "fake", "reason": reason}
    assert answer.model == "house"


async def test_a_turn_without_time_left_asks_nobody(desk_of):
    model = Scripted(script=[GOOD])
    answer = await ask(REQUEST, Brief, PROMPT, desk_of(model, seconds=0))
    assert answer.failure.reason == "the turn's time is used up"
    assert model.seen == []


async def test_a_model_that_was_silent_in_this_turn_is_not_waited_for_again(desk_of):
    model = Scripted(script=[GOOD])
    answer = await ask(REQUEST, Brief, PROMPT, desk_of(model, silent=frozenset({"fake"})))
    assert answer.failure.reason == "timeout earlier in this turn"
    assert model.seen == []


async def test_a_name_that_cannot_be_loaded_falls_back(desk_of):
    desk = desk_of()
    broken = type(desk)(desk.models, {"understand": "nobody"}, desk.deadline)
    answer = await ask(REQUEST, Brief, PROMPT, broken)
    assert answer.failure.reason == "error: UnknownModel"


async def test_a_cancelled_turn_is_cancelled(desk_of):
    task = asyncio.create_task(ask(REQUEST, Brief, PROMPT, desk_of(Scripted(script=[30]), call=60, seconds=60)))
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def test_pictures_lie_beside_the_request():
    system, human = messages_of(REQUEST, PROMPT, ["data:image/jpeg;base64,xyz"])
    assert system.text == PROMPT.text
    assert UnderstandRequest.model_validate_json(human.text) == REQUEST
    assert human.content[1]["image_url"]["url"].startswith("data:")

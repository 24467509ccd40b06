"""Agents over a real line: the scripted server of the OpenAI protocol, asked as a model is."""

import asyncio
import time
from datetime import date

import pytest

from agents.ask import Desk, ask
from agents.contracts import UnderstandRequest
from agents.models import Models, Policy
from evals.scripted.server import open_backend
from prompts.loader import load_prompt
from stores.vocabulary import Brief

REQUEST = UnderstandRequest(text="a green dress for a wedding", today=date(2027, 5, 1))
PROMPT = load_prompt("understand")


@pytest.fixture
async def backend():
    async with open_backend(hang=30) as opened:
        yield opened


@pytest.fixture
async def desk(backend):
    """Builds a desk whose model is a scripted one; what it called is hung up on."""
    opened = []

    def build(model="good", *, seconds=20.0, call=10.0, policy=None):
        models = Models({"house": "house", "m": backend.spec(model)}, policy or Policy())
        opened.append(models)
        return Desk(models, {"understand": "m"}, time.time() + seconds, call)

    yield build
    for models in opened:
        await models.close()


async def ask_here(at):
    return await ask(REQUEST, Brief, PROMPT, at)


async def test_a_server_is_held_to_the_schema_and_its_usage_is_kept(backend, desk):
    answer = await ask_here(desk())
    assert (answer.model, answer.failure) == ("m", None)
    assert answer.reply.occasion == "wedding"
    assert answer.usage["output_tokens"] == backend.calls[0].tokens > 0
    assert backend.calls[0].structured


async def test_thinking_before_the_json_is_no_fault(backend, desk):
    answer = await ask_here(desk("understand=think"))
    assert (answer.model, answer.reply.occasion) == ("m", "wedding")
    assert len(backend.calls) == 1


@pytest.mark.parametrize("fault", ["json", "ids", "refusal", "leak", "empty", "length"])
async def test_what_cannot_be_used_is_asked_for_once_more_and_then_the_house_answers(backend, desk, fault):
    once = await ask_here(desk(f"understand={fault}*1"))
    assert (once.model, once.reply.occasion) == ("m", "wedding")
    for_ever = await ask_here(desk(f"understand={fault}"))
    assert (for_ever.model, for_ever.failure.reason) == ("house", "invalid reply")
    assert for_ever.reply.occasion == "wedding"
    assert len(backend.calls) == 4


@pytest.mark.parametrize("fault", ["429", "500", "cut"])
async def test_what_passes_is_called_again(backend, desk, fault):
    answer = await ask_here(desk(f"understand={fault}*2"))
    assert (answer.model, len(backend.calls)) == ("m", 3)


async def test_who_asks_to_wait_too_long_is_not_waited_for(backend, desk):
    backend.retry_after = 60
    began = time.monotonic()
    answer = await ask_here(desk("understand=429"))
    assert answer.failure.reason == "error: 429"
    assert (len(backend.calls), time.monotonic() - began < 1) == (1, True)


async def test_one_that_hangs_costs_its_time_and_no_more(backend, desk):
    began = time.monotonic()
    answer = await ask_here(desk("understand=hang", call=0.3))
    assert (answer.model, answer.failure.reason) == ("house", "timeout")
    assert time.monotonic() - began < 1


async def test_a_backend_that_fails_is_let_be_and_tried_again(backend, desk):
    at = desk("understand=500*4", policy=Policy(retries=0, failures=2, rest=0.3))
    reasons = [(await ask_here(at)).failure.reason for _ in range(4)]
    assert reasons == ["error: 500"] * 2 + ["let be after failures"] * 2
    assert len(backend.calls) == 2
    await asyncio.sleep(0.35)
    assert (await ask_here(at)).failure.reason == "error: 500"
    assert (await ask_here(at)).failure.reason == "let be after failures"
    await asyncio.sleep(0.35)
    assert (await ask_here(at)).failure is not None
    await asyncio.sleep(0.35)
    assert (await ask_here(at)).model == "m"
    assert len(backend.calls) == 5


async def test_bad_replies_do_not_open_the_breaker(backend, desk):
    at = desk("understand=json", policy=Policy(failures=1))
    for _ in range(3):
        assert (await ask_here(at)).failure.reason == "invalid reply"
    assert at.models.breaker("m").state == "closed"


async def test_two_models_of_one_server_share_its_breaker(backend):
    models = Models({"a": backend.spec("good"), "b": backend.spec("merge=cut"), "c": "openai:x"})
    assert models.breaker("a") is models.breaker("b")
    assert models.breaker("a") is not models.breaker("c")


async def test_calls_keep_to_the_rate(backend, desk):
    at = desk(seconds=20, policy=Policy(per_second=5))
    began = time.monotonic()
    await asyncio.gather(*(ask_here(at) for _ in range(8)))
    assert 0.4 < time.monotonic() - began < 4
    assert len(backend.calls) == 8


async def test_a_reply_that_was_had_before_is_had_again_where_that_is_wanted(backend, desk):
    for cached, calls in ((0, 2), (10, 1)):
        backend.calls.clear()
        at = desk(policy=Policy(cached=cached))
        first, second = [await ask_here(at) for _ in range(2)]
        assert first.reply == second.reply
        assert len(backend.calls) == calls


def test_what_changes_least_stands_first():
    keys = list(UnderstandRequest.model_fields)
    assert keys[0] == "kind"
    assert keys[-2:] == ["today", "text"]
    assert keys.index("profile") < keys.index("shown") < keys.index("previous")

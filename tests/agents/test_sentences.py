"""Streams over a real line: retried before their first word, their thoughts left out, and held to an end."""

import time

import pytest

from agents.ask import Desk
from agents.contracts import LookFacts, MergeRequest
from agents.gate import Facts
from agents.models import Models, Policy
from agents.writer import write
from evals.scripted.server import open_backend
from prompts.loader import Voice, load_prompt
from stores.vocabulary import Brief
from tests.agents.test_writer import RENDERED, piece

FACTS = Facts("en", RENDERED, {"1.1": frozenset({"white"}), "1.2": frozenset({"grey"})})
LOOK = LookFacts(
    number=1,
    kind="outfit",
    title="",
    pieces={"1.1": piece("base_top", "shirt", "white"), "1.2": piece("bottom", "trousers", "grey")},
)
REQUEST = MergeRequest(
    language="en", voice=Voice(), text="and now?", brief=Brief(text="and now?"), looks=[LOOK], facts=RENDERED
)
PROMPT = load_prompt("merge")


@pytest.fixture
async def written():
    """Has a scripted model write the reply, and returns it with the calls that it took."""
    opened = []

    async def build(model: str, facts: Facts = FACTS, policy: Policy | None = None):
        async with open_backend() as backend:
            models = Models({"house": "house", "m": backend.spec(model)}, policy or Policy())
            opened.append(models)
            desk = Desk(models, {"merge": "m"}, time.time() + 30, 10)
            try:
                return await write(REQUEST, PROMPT, desk, facts), backend.calls
            finally:
                await models.close()

    return build


async def test_a_good_stream_is_the_models_own(written):
    reply, calls = await written("good")
    assert (reply.model, reply.failure) == ("m", None)
    assert "sage dress" in reply.text
    assert calls[0].streamed


@pytest.mark.parametrize("fault", ["429", "500"])
async def test_what_fails_before_its_first_word_is_called_again(written, fault):
    reply, calls = await written(f"merge={fault}*2")
    assert (reply.model, reply.failure, len(calls)) == ("m", None, 3)


async def test_what_fails_behind_it_is_not(written):
    reply, calls = await written("merge=cut*1")
    assert (reply.model, len(calls)) == ("house", 1)
    assert "999" not in reply.text
    assert reply.failure.role == "merge"


async def test_thoughts_are_not_spoken(written):
    reply, _ = await written("merge=think")
    assert (reply.model, reply.failure) == ("m", None)
    assert "999" not in reply.text
    assert "the user" not in reply.text
    assert reply.text[0].isupper()


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("empty", "an empty reply"),
        ("length", "the reply was cut off at its longest"),
        ("refusal", "the reply held a refusal"),
        ("ids", "the reply held an unknown token"),
    ],
)
async def test_a_reply_that_is_none_is_written_by_the_house(written, fault, reason):
    reply, calls = await written(f"merge={fault}")
    assert (reply.model, reply.failure.reason, len(calls)) == ("house", reason, 1)
    assert "sage dress" in reply.text
    assert "sandals" in reply.text
    assert "sorry" not in reply.text

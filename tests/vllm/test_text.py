"""Real vLLM over a tiny random Llama: it has nothing to say, so what is usable comes from schema, gate and house."""

import time
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest
from langchain_core.messages import HumanMessage

from agents import roles
from agents.ask import Answer, Desk, ask
from agents.contracts import UnderstandRequest
from agents.models import HOUSE, Models, load_model
from agents.roles import Agents
from agents.writer import Written
from prompts.loader import load_prompt
from stores.vocabulary import ROLES, Role
from tests.conftest import Talk
from tests.vllm.serving import Vllm

# The client of an address is kept and belongs to the loop that made it.
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.filterwarnings("ignore::ResourceWarning")]

KIND = "text"
HELLO = [HumanMessage("Hello, what do I wear?")]
WEDDING = "What do I wear to a wedding in Lyon on 12 June? I'm a woman, under 300 euros."
RELOOK = "I'm wearing a red skirt and an orange blouse to the office, how can I improve?"
LONG_S = 120.0


def replies() -> dict[Role, Any]:
    """What each agent answers, from its own signature."""
    answers = {role: get_type_hints(getattr(Agents, role))["return"] for role in ROLES if hasattr(Agents, role)}
    return {role: get_args(answer)[0] for role, answer in answers.items() if answer is not Written}


def desk(spec: str) -> Desk:
    models = Models({HOUSE: HOUSE, "tiny": spec})
    return Desk(models, dict.fromkeys(ROLES, "tiny"), time.time() + LONG_S, call_seconds=LONG_S)


async def test_it_chats_and_says_what_it_took(server: Vllm) -> None:
    message = await load_model(server.spec).ainvoke(HELLO, max_tokens=12)
    assert message.text and message.usage_metadata
    assert 1 <= message.usage_metadata["output_tokens"] <= 12


async def test_it_streams_piece_by_piece_with_its_usage(server: Vllm) -> None:
    forty = {"max_tokens": 40, "extra_body": {"min_tokens": 40}}
    chunks = [chunk async for chunk in load_model(server.spec).astream(HELLO, **forty)]
    assert len([chunk for chunk in chunks if chunk.text]) > 10
    assert sum(chunk.usage_metadata["output_tokens"] for chunk in chunks if chunk.usage_metadata) == 40


async def test_every_agent_has_a_reply_to_try() -> None:
    assert {*replies()} == {*ROLES} - {"merge", "judge"}


@pytest.mark.parametrize("role", [*replies()])
async def test_a_reply_of_every_role_is_of_its_shape(server: Vllm, role: Role) -> None:
    request = UnderstandRequest(text=WEDDING, today=date(2027, 5, 3))
    answer = await ask(request, replies()[role], load_prompt(role), desk(server.spec))
    assert (answer.failure, answer.model) == (None, "tiny")
    assert isinstance(answer.reply, replies()[role])
    assert answer.usage["output_tokens"] > 1


class Heard:
    """What the agents of a turn answered, and who really did."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.answers: list[Answer[Any] | Written] = []
        for name in ("ask", "write"):
            patch.setattr(roles, name, self.hearing(getattr(roles, name)))

    def hearing(self, call: Any) -> Any:
        async def heard(*arguments: Any) -> Any:
            self.answers.append(await call(*arguments))
            return self.answers[-1]

        return heard

    @property
    def asked(self) -> list[Answer[Any] | Written]:
        """Those for which a model was asked, whoever answered in the end."""
        return [one for one in self.answers if one.failure or one.model != HOUSE]

    @property
    def failed(self) -> set[str]:
        return {one.failure.role for one in self.answers if one.failure}


@pytest.mark.parametrize("text", [WEDDING, RELOOK])
async def test_a_turn_ends_complete_and_says_who_did_not_answer(
    server: Vllm, open_house: Any, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    heard, before = Heard(monkeypatch), server.counted("request_success_total")
    patient = {"call_seconds": LONG_S, "turn_seconds": LONG_S}
    async with open_house(model=server.spec, unread_words=-1, **patient) as services:
        output = await Talk(services).say(text)
    assert output["messages"][-1].text and "[[" not in output["messages"][-1].text
    assert {row["role"] for row in output["degraded"]} == heard.failed
    assert {row["model"] for row in output["degraded"]} <= {server.spec}
    assert [one.model for one in heard.asked] == [HOUSE if one.failure else server.spec for one in heard.asked]
    assert server.counted("request_success_total") - before >= len(heard.asked) >= 3

"""Real vLLM over a tiny random Llama: it has nothing to say, so what is usable comes from schema, gate and house."""

import json
from contextlib import suppress
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest
from jsonschema import Draft202012Validator
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage

from agents import roles
from agents.ask import Answer, messages_of
from agents.contracts import UnderstandRequest
from agents.models import HOUSE
from agents.replies import TOKENS, reply_schema
from agents.roles import Agents
from agents.structure import Unusable, asked, understood
from agents.writer import Written
from prompts.loader import Prompt, load_prompt
from stores.vocabulary import ROLES, Role
from tests.conftest import Talk
from tests.vllm.serving import Vllm

KIND = "text"
HELLO = [HumanMessage("Hello, what do I wear?")]
WEDDING = "What do I wear to a wedding in Lyon on 12 June? I'm a woman, under 300 euros."
RELOOK = "I'm wearing a red skirt and an orange blouse to the office, how can I improve?"
LONG_S = 120.0
TRIES = 5
SHORTEST = 300  # tokens of a role's prompt and request


def replies() -> dict[Role, Any]:
    """What each agent answers, from its own signature."""
    answers = {role: get_type_hints(getattr(Agents, role))["return"] for role in ROLES if hasattr(Agents, role)}
    return {role: get_args(answer)[0] for role, answer in answers.items() if answer is not Written}


async def test_it_chats_and_says_what_it_took(model: BaseChatModel) -> None:
    message = await model.ainvoke(HELLO, max_tokens=12)
    assert message.text and message.usage_metadata
    assert 1 <= message.usage_metadata["output_tokens"] <= 12


async def test_it_streams_piece_by_piece_with_its_usage(model: BaseChatModel) -> None:
    forty = {"max_tokens": 40, "extra_body": {"min_tokens": 40}}
    chunks = [chunk async for chunk in model.astream(HELLO, **forty)]
    assert len([chunk for chunk in chunks if chunk.text]) > 10
    assert sum(chunk.usage_metadata["output_tokens"] for chunk in chunks if chunk.usage_metadata) == 40


def test_every_agent_has_a_reply_to_try() -> None:
    assert {*replies()} == {*ROLES} - {"merge", "judge"}


@pytest.mark.parametrize("role", [*replies()])
async def test_a_reply_of_every_role_is_held_to_its_schema(model: BaseChatModel, role: Role) -> None:
    """What comes to its end is of the schema, always; by chance one may be too long, or name the 30th of February."""
    reply = replies()[role]
    held, usable = Draft202012Validator(reply_schema(reply)), []
    messages = messages_of(UnderstandRequest(text=WEDDING, today=date(2027, 5, 3)), load_prompt(role))
    for _ in range(TRIES):
        with suppress(Unusable):
            message = await asked(model, messages, reply, TOKENS[role], {})
            held.validate(json.loads(message.text))
            usable.append(understood(message, reply))
    assert usable and all(isinstance(one, reply) for one in usable)


class Heard:
    """What the agents of a turn answered, by role, and who really did."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.answers: list[tuple[str, Answer[Any] | Written]] = []
        for name in ("ask", "write"):
            patch.setattr(roles, name, self.hearing(getattr(roles, name)))

    def hearing(self, call: Any) -> Any:
        async def heard(*arguments: Any) -> Any:
            (prompt,) = [one for one in arguments if isinstance(one, Prompt)]
            self.answers.append((prompt.role, await call(*arguments)))
            return self.answers[-1][1]

        return heard

    @property
    def asked(self) -> dict[str, Answer[Any] | Written]:
        """Those for which a model was asked, whoever answered in the end."""
        return {role: one for role, one in self.answers if one.failure or one.model != HOUSE}

    @property
    def failed(self) -> set[str]:
        return {role for role, one in self.answers if one.failure}


# What the house reads is dressed for; a critic of noise may find nothing to change, a reader of noise anything.
@pytest.mark.parametrize(
    ("text", "unread", "asked"),
    [
        (WEDDING, 100, {"style", "merge"}),
        (RELOOK, 100, {"critique", "merge"}),
        (WEDDING, -1, {"understand", "merge"}),
    ],
    ids=["outfit", "relook", "noise"],
)
async def test_a_turn_ends_complete_and_says_who_did_not_answer(
    server: Vllm, open_house: Any, monkeypatch: pytest.MonkeyPatch, text: str, unread: float, asked: set[str]
) -> None:
    heard, before = Heard(monkeypatch), server.counted("prompt_tokens_total")
    patient = {"call_seconds": LONG_S, "turn_seconds": LONG_S}
    async with open_house(model=server.spec, unread_words=unread, **patient) as services:
        output = await Talk(services).say(text)
    assert output["messages"][-1].text and "[[" not in output["messages"][-1].text
    assert output["looks"] or "style" not in asked
    assert {row["role"] for row in output["degraded"]} == heard.failed
    assert {row["model"] for row in output["degraded"]} <= {server.spec}
    assert heard.asked.keys() >= asked
    assert all(one.model == (HOUSE if one.failure else server.spec) for one in heard.asked.values())
    assert server.counted("prompt_tokens_total") - before > SHORTEST * len(heard.asked)

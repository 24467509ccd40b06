"""The only way to call a model: the configured one at most twice within its time, then the house.

Nothing here knows a role's business; it knows deadlines, replies that do not parse, and who answered in the end.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage
from langchain_core.runnables import RunnableConfig
from pydantic import BaseModel, ValidationError

from agents.models import HOUSE, Models
from prompts.loader import Prompt
from stores.vocabulary import Degraded, Role

R = TypeVar("R", bound=BaseModel)
TRIES = 2


@dataclass(frozen=True)
class Desk:
    """What an agent works with: the models of this run, and what is left of the turn's time (seconds, `time.time`)."""

    models: Models
    chosen: Mapping[Role, str]
    deadline: float
    call_seconds: float = 10.0
    silent: frozenset[str] = frozenset()

    def name(self, role: Role) -> str:
        return self.chosen.get(role, HOUSE)

    def seconds(self) -> float:
        """Seconds that a call may take now; zero or less when the turn's time is used up."""
        return min(self.call_seconds, self.deadline - time.time())


@dataclass(frozen=True)
class Answer(Generic[R]):
    """A reply, who gave it under which prompt, and why the configured model did not, where it did not."""

    reply: R
    model: str
    prompt_hash: str
    usage: dict[str, int] = field(default_factory=dict)
    failure: Degraded | None = None


class NoAnswer(Exception):
    """A model did not give a usable reply; the message is short and holds none of the reply's text."""


def messages_of(request: BaseModel, prompt: Prompt, images: Sequence[str] = ()) -> list[BaseMessage]:
    """The system prompt, and the request as JSON with its pictures (data URIs) beside it."""
    content: Any = request.model_dump_json()
    if images:
        pictures = [{"type": "image_url", "image_url": {"url": uri}} for uri in images]
        content = [{"type": "text", "text": content}, *pictures]
    return [SystemMessage(prompt.text), HumanMessage(content)]


async def ask(request: BaseModel, reply: type[R], prompt: Prompt, desk: Desk, images: Sequence[str] = ()) -> Answer[R]:
    """Ask the role's model, else the house. Never raises for what a model does."""
    name, failure = desk.name(prompt.role), None
    if name != HOUSE:
        try:
            require_time(name, desk)
            async with asyncio.timeout(desk.seconds()):
                model = await asyncio.to_thread(desk.models.model, name)
                answer, usage = await _try_twice(model, messages_of(request, prompt, images), reply, prompt)
            return Answer(answer, name, prompt.version, usage)
        except Exception as error:
            failure = Degraded(role=prompt.role, model=name, reason=reason_of(error))
    raw = await _structured(desk.models.house, messages_of(request, prompt), reply, prompt)
    return Answer(raw["parsed"], HOUSE, prompt.version, failure=failure)


def call_config(name: str, prompt: Prompt) -> dict[str, Any]:
    """What a trace says of a call: its role, and which prompt it stood under."""
    return {"run_name": name, "metadata": {"role": prompt.role, "prompt_version": prompt.version}}


def require_time(name: str, desk: Desk) -> None:
    """Raise NoAnswer when the turn has no time left, or the model has already let this turn wait."""
    if name in desk.silent:
        raise NoAnswer("timeout earlier in this turn")
    if desk.seconds() <= 0:
        raise NoAnswer("the turn's time is used up")


def reason_of(error: Exception) -> str:
    """Why a call failed, in a few words that never hold a message or a reply."""
    if isinstance(error, NoAnswer):
        return str(error)
    if isinstance(error, TimeoutError):
        return "timeout"
    return f"error: {type(error).__name__}"


async def _try_twice(
    model: BaseChatModel, messages: list[BaseMessage], reply: type[R], prompt: Prompt
) -> tuple[R, dict[str, int]]:
    wrong = ""
    for _ in range(TRIES):
        out = await _structured(model, messages + _correction(wrong), reply, prompt)
        try:
            parsed = out["parsed"] if isinstance(out["parsed"], reply) else _from_text(out["raw"].text, reply)
            return parsed, dict(getattr(out["raw"], "usage_metadata", None) or {})
        except ValidationError as error:
            wrong = _explain(error)
    raise NoAnswer("invalid reply")


def _correction(wrong: str) -> list[BaseMessage]:
    text = f"Your reply could not be used: {wrong} Answer again with the JSON object only."
    return [HumanMessage(text)] if wrong else []


async def _structured(model: BaseChatModel, messages: list[BaseMessage], reply: type[R], prompt: Prompt) -> Any:
    runnable = model.with_structured_output(reply, include_raw=True)
    # A run named like its node would be taken for the node, and its messages streamed.
    config = call_config(f"ask_{prompt.role}", prompt) | {"tags": ["nostream"]}
    return await runnable.ainvoke(messages, cast("RunnableConfig", config))


def _from_text(text: str, reply: type[R]) -> R:
    """The reply from the outermost braces of a text, as models without structured output write it."""
    return reply.model_validate_json(text[text.find("{") : text.rfind("}") + 1] or "null")


def _explain(error: ValidationError) -> str:
    rows = [f"{'.'.join(map(str, e['loc'])) or 'the object'}: {e['msg']}." for e in error.errors()[:5]]
    return " ".join(rows)

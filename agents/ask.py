"""The only way to call a model: the configured one, told once what was wrong, within its time; then the house.

Nothing here knows a role's business; it knows deadlines, replies that do not parse, and who answered in the end.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar, cast

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from langchain_core.runnables import RunnableConfig
from pydantic import BaseModel

from agents.breaker import Resting
from agents.contracts import Contract
from agents.guarding import guarded
from agents.models import HOUSE, Models
from agents.pointing import invented
from agents.recording import Asked, Keep, Try
from agents.replies import TOKENS, as_asked
from agents.retrying import patiently, status_of
from agents.structure import Unusable, asked, mended, understood
from agents.thoughts import spoken
from prompts.loader import Prompt
from stores.vocabulary import Degraded, Role

R = TypeVar("R", bound=BaseModel)
TRIES = 2
BAD = 400  # an HTTP status from which on a request was refused
# A call that had less than this share of a call's time, and was not answered in it, says nothing of its backend.
FAIR_SHARE = 0.5


@dataclass(frozen=True)
class Desk:
    """What an agent works with: the models of this run, and what is left of the turn's time (seconds, `time.time`).

    Up to `unread_words` the house reads a message without a model; `calls_left` is how many models may be asked before
    the reply is written, of those that a turn can do without. `keep` is told what becomes of each reply of a model.
    """

    models: Models
    chosen: Mapping[Role, str]
    deadline: float
    call_seconds: float = 10.0
    silent: frozenset[str] = frozenset()
    unread_words: float = -1.0
    calls_left: int = 10
    keep: Keep | None = None

    def name(self, role: Role) -> str:
        return self.chosen.get(role, HOUSE)

    def with_house(self, role: Role) -> "Desk":
        """The same desk, where the house answers a role."""
        return replace(self, chosen={**self.chosen, role: HOUSE})

    def seconds(self) -> float:
        """Seconds that a call may take now; zero or less when the turn's time is used up."""
        return min(self.call_seconds, self.deadline - time.time())

    @property
    def is_fair(self) -> bool:
        """Whether it is the backend's fault if a call goes unanswered now."""
        return self.seconds() >= FAIR_SHARE * self.call_seconds


@dataclass(frozen=True)
class Answer(Generic[R]):
    """A reply, who gave it under which prompt, and why the configured model did not, where it did not."""

    reply: R
    model: str
    prompt_hash: str
    usage: dict[str, int] = field(default_factory=dict)
    failure: Degraded | None = None

    @property
    def asked(self) -> bool:
        """Whether a model other than the house was to answer, whoever did in the end."""
        return self.model != HOUSE or self.failure is not None


@dataclass(frozen=True)
class Question(Generic[R]):
    """What is asked, the shape of the reply, the prompt that it stands under, and pictures beside it (data URIs).

    `tries` are the replies that a model gave so far.
    """

    request: Contract
    reply: type[R]
    prompt: Prompt
    images: Sequence[str] = ()
    tries: list[Try] = field(default_factory=list)

    @property
    def messages(self) -> list[BaseMessage]:
        return messages_of(self.request, self.prompt, self.images)

    @property
    def guarded(self) -> list[BaseMessage]:
        """What a model other than the house is told."""
        return messages_of(guarded(self.request), self.prompt, self.images)

    def config(self, name: str) -> RunnableConfig:
        # A run named like its node would be taken for the node, and its messages streamed.
        config = call_config(f"ask_{self.prompt.role}", self.prompt, name) | {"tags": ["nostream"]}
        return cast("RunnableConfig", config)


class NoAnswer(Exception):
    """A model did not give a usable reply; the message is short and holds none of the reply's text."""


def messages_of(request: Contract, prompt: Prompt, images: Sequence[str] = ()) -> list[BaseMessage]:
    """The system prompt, and the request as JSON with its pictures (data URIs) beside it."""
    content: Any = request.as_sent
    if images:
        pictures = [{"type": "image_url", "image_url": {"url": uri}} for uri in images]
        content = [{"type": "text", "text": content}, *pictures]
    return [SystemMessage(prompt.text), HumanMessage(content)]


async def ask(request: Contract, reply: type[R], prompt: Prompt, desk: Desk, images: Sequence[str] = ()) -> Answer[R]:
    """Ask the role's model, else the house. Never raises for what a model does."""
    name, failure, question = desk.name(prompt.role), None, Question(request, reply, prompt, images)
    if name != HOUSE:
        try:
            answer, usage = await _ask_model(name, question, desk)
            await _tell(question, name, desk)
            return Answer(answer, name, prompt.version, usage)
        except Exception as error:
            failure = Degraded(role=prompt.role, model=name, reason=reason_of(error))
    answer = await _ask_house(Question(request, reply, prompt), desk)
    if failure:
        await _tell(question, name, desk, as_asked(answer))
    return Answer(answer, HOUSE, prompt.version, failure=failure)


async def _tell(question: Question[R], name: str, desk: Desk, house: str | None = None) -> None:
    """Tell who keeps it what became of a model's tries; of pictures nobody is told."""
    if desk.keep and question.tries:
        messages = messages_of(guarded(question.request), question.prompt)
        await Asked(desk.keep, name, question.prompt, messages).tell_tries(question.tries, house)


async def _ask_house(question: Question[R], desk: Desk) -> R:
    runnable = desk.models.house.with_structured_output(question.reply)
    return cast("R", await runnable.ainvoke(question.messages, question.config(HOUSE)))


async def _ask_model(name: str, question: Question[R], desk: Desk) -> tuple[R, dict[str, int]]:
    require_time(name, desk)
    model = await asyncio.to_thread(desk.models.model, name)  # a package that is imported first is no slow backend
    with desk.models.breaker(name).watched((NoAnswer,), fair=desk.is_fair):
        until = asyncio.get_running_loop().time() + desk.seconds()
        async with asyncio.timeout_at(until):
            return await _try_twice(model, name, question, desk.models.policy.retries, until)


async def _try_twice(
    model: BaseChatModel, name: str, question: Question[R], retries: int, until: float
) -> tuple[R, dict[str, int]]:
    wrong, usage = "", dict[str, int]()
    limit = TOKENS[question.prompt.role]
    for _ in range(TRIES):
        messages = question.guarded + _correction(wrong)

        async def call(messages: list[BaseMessage] = messages) -> AIMessage:
            return await asked(model, messages, question.reply, limit, question.config(name))

        try:
            message = await patiently(call, retries=retries, until=until)
            usage = _added(usage, message)
            parsed = _usable(message, question)
        except Unusable as error:
            wrong = str(error)
            question.tries.append(Try(error.said, wrong=wrong))
        else:
            question.tries.append(Try(spoken(message.text), read=mended(message)))
            return parsed, usage
    raise NoAnswer("invalid reply")


def _usable(message: AIMessage, question: Question[R]) -> R:
    """The reply of a message. Raises Unusable."""
    try:
        parsed = understood(message, question.reply)
    except Unusable as error:
        raise Unusable(str(error), spoken(message.text)) from error
    if wrong := invented(parsed, question.request):
        raise Unusable(wrong, spoken(message.text))
    return parsed


def _added(usage: Mapping[str, int], message: AIMessage) -> dict[str, int]:
    told: Mapping[str, Any] = message.usage_metadata or {}
    keys = ("input_tokens", "output_tokens", "total_tokens")
    return {key: usage.get(key, 0) + int(told.get(key, 0)) for key in keys} if told else dict(usage)


def _correction(wrong: str) -> list[BaseMessage]:
    text = f"Your reply could not be used: {wrong} Answer again with the JSON object only."
    return [HumanMessage(text)] if wrong else []


def call_config(run: str, prompt: Prompt, name: str | None = None) -> dict[str, Any]:
    """What a trace says of a call: its role, which prompt it stood under, and the registered model that is called."""
    called = {"model": name} if name else {}
    return {"run_name": run, "metadata": {"role": prompt.role, "prompt_version": prompt.version, **called}}


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
    if isinstance(error, Resting):
        return "let be after failures"
    if isinstance(error, TimeoutError):
        return "timeout"
    status = status_of(error)
    return f"error: {status if status and status >= BAD else type(error).__name__}"

"""Streamed replies that cannot lie: a model writes, the gate reads each sentence, the house finishes where it must.

One message id from the first sentence to the last, whoever wrote them.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, cast

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_core.runnables import RunnableConfig
from pydantic import ConfigDict, PrivateAttr

from agents.ask import Desk, NoAnswer, call_config, messages_of, reason_of, require_time
from agents.contracts import MergeRequest
from agents.gate import TOKEN, Facts, objection, render
from agents.guarding import guarded
from agents.models import HOUSE
from agents.parroting import forgot, parroted
from agents.recording import Asked
from agents.replies import TOKENS
from agents.sentences import sentences_of
from prompts.loader import Prompt
from stores.vocabulary import Degraded


@dataclass(frozen=True)
class Written:
    """A finished reply: its text, the id it was streamed under, who wrote it, and why the house stepped in."""

    text: str
    id: str
    model: str
    prompt_hash: str
    failure: Degraded | None = None


class GatedWriter(BaseChatModel):
    """A chat model around two others: the first speaks while its sentences pass the gate, the house does the rest.

    `owed` are tokens of which a reply tells at least one, such as those of the pieces that are shown; `heard` is what
    the person wrote, and `forgets` says whether something of theirs was forgotten in the turn.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    house: BaseChatModel
    desk: Desk
    facts: Facts
    prompt: Prompt
    owed: frozenset[str] = frozenset()
    heard: str = ""
    forgets: bool = False
    _failure: str | None = PrivateAttr(default=None)
    _heard: list[str] = PrivateAttr(default_factory=list)
    _left: str = PrivateAttr(default="")

    @property
    def _llm_type(self) -> str:
        return "gated"

    @property
    def name_chosen(self) -> str:
        return self.desk.name(self.prompt.role)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        raise TypeError("a gated reply is streamed: use astream")

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        gap = ""
        async with aclosing(self._reply(messages)) as sentences:
            async for sentence in sentences:
                text = sentence.rstrip()
                self._left += gap + text
                yield ChatGenerationChunk(message=AIMessageChunk(content=gap + render(text, self.facts)))
                gap = sentence[len(text) :] or ("" if self.facts.language == "zh" else " ")

    async def _reply(self, messages: list[BaseMessage]) -> AsyncGenerator[str, None]:
        said: list[str] = []
        if self.name_chosen != HOUSE:
            async with aclosing(self._checked(messages)) as sentences:
                async for sentence in sentences:
                    said.append(sentence)
                    yield sentence
            if self._failure is None and self._owes(said):
                self._failure = "the reply told of nothing that is shown"
        if self._failure or not said:
            async for sentence in self._finish(messages, said):
                yield sentence

    async def _checked(self, messages: list[BaseMessage]) -> AsyncGenerator[str, None]:
        """The chosen model's sentences up to the first that may not leave; says in `_failure` why it stopped."""
        try:
            require_time(self.name_chosen, self.desk)
            model = await asyncio.to_thread(self.desk.models.model, self.name_chosen)
            with self.desk.models.breaker(self.name_chosen).watched((NoAnswer,), fair=self.desk.is_fair):
                async with aclosing(self._spoken(model, messages)) as sentences:
                    async for sentence in sentences:
                        yield sentence
        except Exception as error:
            self._failure = reason_of(error)

    async def _spoken(self, model: BaseChatModel, messages: list[BaseMessage]) -> AsyncGenerator[str, None]:
        """Raises NoAnswer for what may not leave, TimeoutError, and whatever the backend raises."""
        until = asyncio.get_running_loop().time() + self.desk.seconds()
        told = cast("RunnableConfig", self._call_config(self.name_chosen))
        policy, limit = self.desk.models.policy, TOKENS[self.prompt.role]
        habit = self.desk.models.habit(self.name_chosen)
        stream = sentences_of(model, messages, told, limit=limit, retries=policy.retries, until=until, habit=habit)
        async with aclosing(stream) as sentences:
            while (sentence := await _next(sentences, until)) is not None:
                self._heard.append(sentence)
                language = self.facts.language
                echoed = parroted(sentence, self.heard, language) or (not self.forgets and forgot(sentence, language))
                if reason := objection(sentence, self.facts) or echoed:
                    raise NoAnswer(f"the reply held {reason}")
                yield sentence

    async def _finish(self, messages: list[BaseMessage], said: list[str]) -> AsyncIterator[str]:
        """The house's sentences; after somebody else's, only those that bring a fact not yet told."""
        told = {key for sentence in said for key in TOKEN.findall(sentence)}
        config = cast("RunnableConfig", self._call_config(HOUSE))
        async for sentence in sentences_of(self.house, messages, config):
            keys = set(TOKEN.findall(sentence))
            if not said or keys - told or self._owes(said):
                yield sentence

    def _owes(self, said: list[str]) -> bool:
        told = {key.removesuffix(".name") for sentence in said for key in TOKEN.findall(sentence)}
        return bool(self.owed) and not told & self.owed

    def _call_config(self, name: str) -> dict[str, Any]:
        return call_config(f"ask_{self.prompt.role}", self.prompt, name) | {"tags": ["nostream"]}

    @property
    def failure(self) -> str | None:
        return self._failure

    async def tell(self, messages: list[BaseMessage]) -> None:
        """Tell who keeps it what the model said, up to what may not leave, and what left in the end; both with their
        tokens."""
        heard = "".join(self._heard).strip()
        if self.desk.keep and heard:
            asked = Asked(self.desk.keep, self.name_chosen, self.prompt, messages)
            if self._failure:
                await asked.tell("rejected", self._left, heard, self._failure)
            else:
                await asked.tell("accepted", self._left)


async def write(request: MergeRequest, prompt: Prompt, desk: Desk, facts: Facts) -> Written:
    """Write the reply of a turn, streaming checked sentences to whoever listens. Never raises for what a model does."""
    name = desk.name(prompt.role)
    writer = GatedWriter(
        house=desk.models.house,
        desk=desk,
        facts=facts,
        prompt=prompt,
        owed=owed(request),
        heard=request.text,
        forgets=any(change.action in {"remove", "forget"} for change in request.changes),
    )
    config = cast("RunnableConfig", call_config(f"write_{prompt.role}", prompt))
    text, message_id, messages = "", "", messages_of(request if name == HOUSE else guarded(request), prompt)
    async for chunk in writer.astream(messages, config):
        text += chunk.text
        message_id = message_id or str(chunk.id)
    await writer.tell(messages)
    failure = Degraded(role=prompt.role, model=name, reason=writer.failure) if writer.failure else None
    return Written(text, message_id, HOUSE if failure else name, prompt.version, failure)


def owed(request: MergeRequest) -> frozenset[str]:
    """Tokens of the pieces that are shown, where they are what the turn is about."""
    if request.brief.about:
        return frozenset()
    return frozenset(key for look in request.looks for key in look.pieces)


async def _next(sentences: AsyncGenerator[str, None], until: float) -> str | None:
    """The next sentence, by `until` on the loop's clock. A timeout must not span a `yield`, so it stands here."""
    async with asyncio.timeout_at(until):
        return await anext(sentences, None)

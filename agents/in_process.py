"""A chat model in this process: `hf:FOLDER`.

langchain-huggingface wraps the same models, but what it wraps can be neither awaited nor stopped, sees no pictures,
counts no tokens and knows no structured output; so this stands on transformers itself.
"""

import asyncio
import json
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from contextlib import aclosing, suppress
from functools import partial
from pathlib import Path
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.messages.ai import UsageMetadata
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import PrivateAttr, ValidationError

from agents.transformer import Spent, Transformer, config_of, turns_of

PATIENCE_S = 0.1
DEMAND = "Answer with one JSON object and nothing else, of this JSON schema:\n"
ASIDE = {"title", "default"}  # of a schema, what a model can do without


class InProcess(BaseChatModel):
    """The model in a folder, read by `load` or when it is first asked. One reply at a time; who waits can leave.

    Raises NoModel where there is none in the folder.
    """

    folder: Path
    _model: Transformer | None = PrivateAttr(default=None)
    _turn: Any = PrivateAttr(default_factory=threading.Lock)

    def model_post_init(self, context: Any, /) -> None:
        super().model_post_init(context)
        config_of(self.folder)

    @property
    def _llm_type(self) -> str:
        return "hf"

    def load(self) -> None:
        """Read the weights, if they are not read yet. Blocking."""
        with self._turn:
            self._model = self._model or Transformer(self.folder)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        said: list[str] = []
        spent = self._speak(messages, said.append, threading.Event(), **kwargs)
        return ChatResult(generations=[ChatGeneration(message=AIMessage("".join(said), **self._ending(spent)))])

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        async with aclosing(self._heard(messages, **kwargs)) as heard:
            *said, spent = [piece async for piece in heard]
        return ChatResult(generations=[ChatGeneration(message=AIMessage("".join(said), **self._ending(spent)))])

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        async with aclosing(self._heard(messages, **kwargs)) as heard:
            async for piece in heard:
                told = {"content": piece} if isinstance(piece, str) else {"content": "", **self._ending(piece)}
                yield ChatGenerationChunk(message=AIMessageChunk(**told))

    def with_structured_output(
        self, schema: Any, *, include_raw: bool = False, **kwargs: Any
    ) -> Runnable[LanguageModelInput, Any]:
        """The schema stands in the prompt; nothing holds the model to it, so a reply may not parse."""

        def parse(message: AIMessage) -> Any:
            parsed, error = None, None
            try:
                parsed = schema.model_validate_json(object_in(message.text))
            except ValidationError as wrong:
                if not include_raw:
                    raise
                error = wrong
            return {"raw": message, "parsed": parsed, "parsing_error": error} if include_raw else parsed

        demand = DEMAND + json.dumps(outline(schema.model_json_schema()), ensure_ascii=False)
        return self.bind(demand=demand, do_sample=False) | RunnableLambda(parse)

    async def _heard(self, messages: list[BaseMessage], **how: Any) -> AsyncGenerator[Any, None]:
        """The reply as a thread tells it, then what it took. Who stops listening stops the thread at its next token."""
        loop, halt = asyncio.get_running_loop(), threading.Event()
        said: asyncio.Queue[str | None] = asyncio.Queue()

        def tell(text: str) -> None:
            if not halt.is_set():
                loop.call_soon_threadsafe(said.put_nowait, text)

        def ended(speaking: asyncio.Future[Spent]) -> None:
            _ = speaking.cancelled() or speaking.exception()  # nobody may be left to hear of it
            said.put_nowait(None)

        speaking = loop.run_in_executor(None, partial(self._speak, messages, tell, halt, **how))
        speaking.add_done_callback(ended)
        try:
            while (text := await said.get()) is not None:
                yield text
            yield await speaking
        finally:
            halt.set()

    def _speak(
        self, messages: list[BaseMessage], tell: Callable[[str], None], halt: threading.Event, **how: Any
    ) -> Spent:
        """Blocks until it is this reply's turn, then until it is said."""
        while not self._turn.acquire(timeout=PATIENCE_S):
            if halt.is_set():
                return Spent()
        try:
            self._model = self._model or Transformer(self.folder)
            return self._model.reply(turns_of(messages, how.pop("demand", "")), tell, halt, **how)
        finally:
            self._turn.release()

    def _ending(self, spent: Spent) -> dict[str, Any]:
        usage = UsageMetadata(
            input_tokens=spent.read, output_tokens=spent.written, total_tokens=spent.read + spent.written
        )
        ended = {"model_name": self.folder.name, "finish_reason": "length" if spent.cut else "stop"}
        return {"usage_metadata": usage, "response_metadata": ended}


def warm(model: Callable[[str], BaseChatModel], names: Iterable[str]) -> None:
    """Read the weights of those that are in this process; what cannot be read says so when it is asked. Blocking."""
    for name in names:
        with suppress(Exception):
            found = model(name)
            if isinstance(found, InProcess):
                found.load()


def object_in(text: str) -> str:
    """What stands between the outermost braces of a text, as models that nothing holds to JSON write it."""
    return text[text.find("{") : text.rfind("}") + 1] or "null"


def outline(schema: Any) -> Any:
    """A JSON schema without what a model can do without: the shorter, the more room for what matters."""
    if isinstance(schema, list):
        return [outline(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: outline(value) for key, value in schema.items() if key not in ASIDE or isinstance(value, dict)}

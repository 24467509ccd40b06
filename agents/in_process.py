"""A chat model in this process: `hf:FOLDER`.

langchain-huggingface wraps the same models, but what it wraps can be neither awaited nor stopped, sees no pictures,
counts no tokens and has no structured output; so this stands on transformers itself. Nothing holds such a model to a
schema: `agents.structure` puts it into the prompt.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from contextlib import aclosing, suppress
from functools import partial
from pathlib import Path
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.messages.ai import UsageMetadata
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import PrivateAttr

from agents.transformer import PACKAGES, Spent, Transformer, turns_of
from stores.weights import config_of

PATIENCE_S = 0.1


class InProcess(BaseChatModel):
    """The model in a folder, read by `load` or when it is first asked. One reply at a time; who waits can leave.

    Raises NoWeights where there is none in the folder.
    """

    folder: Path
    _model: Transformer | None = PrivateAttr(default=None)
    _turn: Any = PrivateAttr(default_factory=threading.Lock)

    def model_post_init(self, context: Any, /) -> None:
        super().model_post_init(context)
        config_of(self.folder, PACKAGES)

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
            return self._model.reply(turns_of(messages), tell, halt, **how)
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

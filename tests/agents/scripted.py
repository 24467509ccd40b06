"""A chat model that answers from a list: text is streamed in small pieces, an exception is raised, a number waits."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import RunnableLambda
from pydantic import Field


class Scripted(BaseChatModel):
    """Each call takes the next entry of `script`."""

    script: list[Any]
    seen: list[list[BaseMessage]] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, messages, stop=None, run_manager=None, **kwargs):
        raise AssertionError("a script is read asynchronously")

    async def _next(self, messages: list[BaseMessage]) -> str:
        self.seen.append(messages)
        entry = self.script.pop(0)
        if isinstance(entry, Exception):
            raise entry
        if isinstance(entry, int | float):
            await asyncio.sleep(entry)
            return ""
        return entry

    async def _agenerate(self, messages, stop=None, run_manager=None, **kwargs: Any) -> ChatResult:
        text = await self._next(messages)
        usage = {"input_tokens": 3, "output_tokens": 2, "total_tokens": 5}
        return ChatResult(generations=[ChatGeneration(message=AIMessage(text, usage_metadata=usage))])

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        text = await self._next(messages)
        for start in range(0, len(text), 7):
            yield ChatGenerationChunk(message=AIMessageChunk(content=text[start : start + 7]))
        if self.script and isinstance(self.script[0], Exception):
            raise self.script.pop(0)

    def with_structured_output(self, schema, *, include_raw=False, **kwargs):
        async def parse(message: AIMessage) -> dict[str, Any]:
            return {"raw": message, "parsed": None, "parsing_error": None}

        return self | RunnableLambda(parse)

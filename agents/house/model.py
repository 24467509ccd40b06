"""The house model: a chat model that answers the same requests as any other, from rules instead of weights.

It knows no store, no clock and no state: only the request in the human message.
"""

import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import BaseModel, TypeAdapter

from agents.contracts import Request
from agents.house.advisor import advise
from agents.house.captioner import caption
from agents.house.checker import check
from agents.house.critic import critique
from agents.house.merge import write
from agents.house.stylist import style
from agents.house.understand import understand

ANSWERERS: dict[str, Callable[[Any], BaseModel]] = {
    "understand": understand,
    "style": style,
    "critique": critique,
    "advise": advise,
    "check": check,
    "caption": caption,
}
WRITERS: dict[str, Callable[[Any], Iterator[str]]] = {"merge": write}

_REQUEST: TypeAdapter[Request] = TypeAdapter(Request)


class HouseModel(BaseChatModel):
    """Answers each kind of request from one registry: `ANSWERERS` in JSON, `WRITERS` as streamed text."""

    model_name: str = "house"

    @property
    def _llm_type(self) -> str:
        return "house"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        message = AIMessage("".join(_answer(messages)), response_metadata={"model_name": self.model_name})
        return ChatResult(generations=[ChatGeneration(message=message)])

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return self._generate(messages)

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        for part in _answer(messages):
            yield ChatGenerationChunk(message=AIMessageChunk(content=part))
        whole = {"finish_reason": "stop", "model_name": self.model_name}
        yield ChatGenerationChunk(message=AIMessageChunk(content="", response_metadata=whole))

    def with_structured_output(
        self, schema: Any, *, include_raw: bool = False, **kwargs: Any
    ) -> Runnable[LanguageModelInput, Any]:
        def parse(message: AIMessage) -> Any:
            parsed = schema.model_validate_json(str(message.content))
            return {"raw": message, "parsed": parsed, "parsing_error": None} if include_raw else parsed

        return self | RunnableLambda(parse)


def _answer(messages: list[BaseMessage]) -> Iterator[str]:
    request = _REQUEST.validate_python(_payload(messages))
    if writer := WRITERS.get(request.kind):
        yield from writer(request)
    else:
        yield ANSWERERS[request.kind](request).model_dump_json()


def _payload(messages: list[BaseMessage]) -> Any:
    """The request: the text of the first human message, whatever pictures lie beside it."""
    human = next(message for message in messages if isinstance(message, HumanMessage))
    return json.loads(human.text)

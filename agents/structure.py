"""How a typed reply is got out of a chat model: by the strongest way its backend has, and read with patience.

A server of the OpenAI protocol is held to the reply's JSON Schema. Other providers are asked by the way that their
package has. A model without any finds the schema in its system prompt.
"""

import json
from collections.abc import Sequence
from typing import Any, Literal, TypeVar

from json_repair import repair_json
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, SystemMessage
from langchain_core.runnables import Runnable, RunnableConfig
from pydantic import BaseModel, ValidationError

from agents.replies import beyond, reply_schema
from agents.sense import senseless
from agents.thoughts import spoken

R = TypeVar("R", bound=BaseModel)
Way = Literal["schema", "own", "prompt"]
_PROMPTED = "langchain_huggingface"
_ORDER = "Answer with one JSON object and nothing else, no longer than it has to be. Its JSON Schema:\n"


class Unusable(ValueError):
    """A reply that is not what was asked for; the message tells its author what is wrong, and quotes no reply.

    `said` is what of it there is.
    """

    def __init__(self, wrong: str, said: str = "") -> None:
        super().__init__(wrong)
        self.said = said


def way_of(model: BaseChatModel) -> Way:
    """How a model is brought to answer in JSON."""
    if _is_a(model, "BaseChatOpenAI"):
        return "schema"
    kind = type(model)
    bare = kind.with_structured_output is BaseChatModel.with_structured_output
    if kind.__module__.startswith(_PROMPTED) or (bare and kind.bind_tools is BaseChatModel.bind_tools):
        return "prompt"
    return "own"


def _is_a(model: BaseChatModel, name: str) -> bool:
    """By name, so that nobody imports a provider's package to find out that it is another."""
    return any(kind.__name__ == name for kind in type(model).__mro__)


async def asked(
    model: BaseChatModel, messages: list[BaseMessage], reply: type[R], limit: int, config: RunnableConfig
) -> AIMessage:
    """The model's message. Raises Unusable for one that was cut at its limit, and whatever the backend raises."""
    way = way_of(model)
    if way == "own":
        return await _own_way(model, messages, reply, config)
    runnable: Runnable[Any, Any] = model
    if way == "schema":
        shape = {"name": reply.__name__, "schema": reply_schema(reply), "strict": False}
        # Where somebody follows the run's messages, LangChain would stream this call too, and fail over its schema.
        runnable = model.bind(
            response_format={"type": "json_schema", "json_schema": shape}, max_tokens=limit, stream=False
        )
    else:
        messages = with_schema(messages, reply)
    try:
        message: AIMessage = await runnable.ainvoke(messages, config)
    except Exception as error:
        if type(error).__name__ == "LengthFinishReasonError":
            raise Unusable("it was cut off at its longest; be brief.") from error
        raise
    if is_cut(message):
        raise Unusable("it was cut off at its longest; be brief.", spoken(message.text))
    return message


async def _own_way(
    model: BaseChatModel, messages: list[BaseMessage], reply: type[R], config: RunnableConfig
) -> AIMessage:
    """As the provider's package does it; arguments of a tool call are put where a reply is read."""
    out: Any = await model.with_structured_output(_own_schema(model, reply), include_raw=True).ainvoke(messages, config)
    raw: AIMessage = out["raw"]
    calls = getattr(raw, "tool_calls", None)
    return raw.model_copy(update={"content": json.dumps(calls[0]["args"])}) if calls else raw


def _own_schema(model: BaseChatModel, reply: type[R]) -> Any:
    """The bounded schema under the reply's name."""
    return {"title": reply.__name__, "description": (reply.__doc__ or reply.__name__).strip(), **reply_schema(reply)}


def with_schema(messages: Sequence[BaseMessage], reply: type[BaseModel]) -> list[BaseMessage]:
    """The messages with the schema at the end of the system prompt, which is the same for every turn."""
    schema = json.dumps(reply_schema(reply), ensure_ascii=False, separators=(",", ":"))
    system, *rest = messages
    return [SystemMessage(f"{system.text}\n\n{_ORDER}{schema}"), *rest]


def is_cut(message: BaseMessage) -> bool:
    """Whether a message ends because its limit came, and not because all was said."""
    told = message.response_metadata
    return (told.get("finish_reason") or told.get("stop_reason")) in {"length", "max_tokens", "MAX_TOKENS"}


def understood(message: AIMessage, reply: type[R]) -> R:
    """The reply that a message holds, its thoughts left out and its JSON repaired once. Raises Unusable."""
    text = spoken(message.text)
    try:
        return _checked(_object_in(text), reply)
    except ValidationError as error:
        raise Unusable(_explain(error)) from error


def mended(message: AIMessage) -> str:
    """The JSON of a reply that could be used, where it is not what the message says word for word; else nothing."""
    text = spoken(message.text)
    try:
        json.loads(text)
    except ValueError:
        return json.dumps(_object_in(text), ensure_ascii=False)
    return ""


def _object_in(text: str) -> dict[str, Any]:
    """The object between the outermost braces, as it is or as it must have been meant."""
    first, last = text.find("{"), text.rfind("}")
    if first < 0:
        raise Unusable("there is no JSON object in it.")
    try:
        found = json.loads(text[first : last + 1])
    except ValueError:
        found = repair_json(text[first:], return_objects=True)
    if not isinstance(found, dict) or not found:
        raise Unusable("it is not one JSON object with something in it.")
    return found


def _checked(found: dict[str, Any], reply: type[R]) -> R:
    # In JSON mode a date may be text, as it has to be here.
    parsed = reply.model_validate_json(json.dumps(found))
    if wrong := beyond(parsed) or senseless(parsed):
        raise Unusable(wrong)
    return parsed


def _explain(error: ValidationError) -> str:
    rows = [f"{'.'.join(map(str, e['loc'])) or 'the object'}: {e['msg']}." for e in error.errors()[:5]]
    return " ".join(rows)

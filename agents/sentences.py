"""A model's stream as whole sentences, its thoughts left out, and an end that is one.

What was cut off, by a limit or by a line that broke, is not passed on. Knows nothing of facts.
"""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any, cast

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.runnables import RunnableConfig

from agents.ask import NoAnswer
from agents.gate import END, split_sentences
from agents.retrying import patiently
from agents.structure import is_cut, way_of
from agents.thoughts import Aloud, Habit

Chunks = AsyncGenerator[AIMessageChunk, None]


class Broken(NoAnswer):
    """A stream that ended before its reply did; the message says how, and holds none of it."""


async def sentences_of(
    model: BaseChatModel,
    messages: list[BaseMessage],
    config: RunnableConfig,
    *,
    limit: int | None = None,
    retries: int = 0,
    until: float = float("inf"),
    habit: Habit | None = None,
) -> AsyncGenerator[str, None]:
    """The sentences of a reply, each with the space behind it; all at once at its end where nothing is known of the
    model's `habit` yet.

    A call that fails before its first chunk is made again. Raises Broken, and whatever the backend raises.
    """
    rest, aloud, ended, said = "", Aloud(habit), None, False
    more: dict[str, Any] = {"max_tokens": limit} if limit and way_of(model) == "schema" else {}

    async def begin() -> tuple[Chunks, AIMessageChunk | None]:
        return await _begun(cast("Chunks", model.astream(messages, config, **more)))

    stream, chunk = await patiently(begin, retries=retries, until=until)
    async with aclosing(stream):
        while chunk is not None:
            rest += aloud.heard(chunk.text)
            whole, rest = split_sentences(rest if said else rest.lstrip())
            for sentence in whole:
                said = True
                yield sentence
            ended = chunk if _tells_end(chunk) else ended
            chunk = await anext(stream, None)
    rest += aloud.left()
    _require_end(model, ended, rest, said=said)
    aloud.settle()
    whole, rest = split_sentences(rest if said else rest.lstrip())
    for sentence in (*whole, rest):
        if sentence.strip():
            yield sentence


async def _begun(stream: Chunks) -> tuple[Chunks, AIMessageChunk | None]:
    try:
        return stream, await anext(stream, None)
    except BaseException:
        await stream.aclose()
        raise


def _tells_end(chunk: AIMessageChunk) -> bool:
    told: dict[str, Any] = chunk.response_metadata
    return bool(told.get("finish_reason") or told.get("stop_reason"))


def _require_end(model: BaseChatModel, ended: AIMessageChunk | None, rest: str, *, said: bool) -> None:
    """Raise Broken unless the reply ended as replies do."""
    if ended is not None and is_cut(ended):
        raise Broken("the reply was cut off at its longest")
    # A server that closes a stream in good order may still have died over it: what it has not said, it leaves out.
    if ended is None and way_of(model) == "schema":
        raise Broken("the reply was cut off")
    if not (said or rest.strip()):
        raise Broken("an empty reply")
    # A fact may be a sentence by itself, as a question that code asks is.
    if ended is None and rest.strip() and not (END.search(rest.rstrip() + " ") or rest.rstrip().endswith("]]")):
        raise Broken("the reply was cut off")

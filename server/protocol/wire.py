"""How graph values look on the wire: JSON with messages as plain objects, server-sent events, thread states.

Knows the LangGraph protocol's shapes and nothing of how they came about.
"""

from collections.abc import AsyncIterator
from typing import Any, NamedTuple

import orjson
from fastapi import Response
from langchain_core.runnables import RunnableConfig
from langgraph.types import StateSnapshot
from pydantic import BaseModel


class Event(NamedTuple):
    """One server-sent event before it is written."""

    name: str
    data: Any


def dump(value: Any) -> bytes:
    """JSON; messages and other pydantic models as plain objects."""
    return orjson.dumps(value, plain, orjson.OPT_NON_STR_KEYS)


def plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump()
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


class WireResponse(Response):
    """A JSON response of graph values."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        return dump(content)


async def frames(events: AsyncIterator[Event | None]) -> AsyncIterator[bytes]:
    """Events as `text/event-stream`; None, said when nothing happens for a while, keeps proxies from hanging up."""
    async for event in events:
        if event is None:
            yield b": waiting\r\n\r\n"
        else:
            yield b"event: %s\r\ndata: %s\r\n\r\n" % (event.name.encode(), dump(event.data))


def thread_state(snapshot: StateSnapshot) -> dict[str, Any]:
    """A thread's state at one checkpoint, as `GET /threads/{id}/state` gives it."""
    return {
        "values": snapshot.values,
        "next": snapshot.next,
        "tasks": [task_state(task) for task in snapshot.tasks],
        "metadata": snapshot.metadata,
        "created_at": snapshot.created_at,
        "checkpoint": checkpoint(snapshot.config),
        "parent_checkpoint": checkpoint(snapshot.parent_config),
        "interrupts": snapshot.interrupts,
    }


def task_state(task: Any) -> dict[str, Any]:
    error = type(task.error).__name__ if task.error else None
    plain_keys = {"id": task.id, "name": task.name, "interrupts": task.interrupts, "result": task.result}
    return plain_keys | {"error": error, "checkpoint": None, "state": None}


def checkpoint(config: RunnableConfig | None) -> dict[str, Any] | None:
    """The name of a checkpoint, as a client gives it back to run from there."""
    configurable = (config or {}).get("configurable", {})
    if "checkpoint_id" not in configurable:
        return None
    keys = ("thread_id", "checkpoint_ns", "checkpoint_id")
    return {key: configurable.get(key) for key in keys} | {"checkpoint_map": None}

"""How graph values look on the wire: JSON with messages as plain objects, server-sent events, thread states.

Knows the LangGraph protocol's shapes and nothing of how they came about.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from typing import Any, NamedTuple

import orjson
from fastapi import Response
from langchain_core.runnables import RunnableConfig
from langgraph.types import Interrupt, StateSnapshot
from pydantic import BaseModel

NAMES = ("thread_id", "checkpoint_ns", "checkpoint_id")


class Event(NamedTuple):
    """One server-sent event before it is written."""

    name: str
    data: Any
    id: str

    def written(self) -> list[str]:
        """The event as it can be kept."""
        return [self.name, dump(self.data).decode(), self.id]


def reread(kept: Sequence[str]) -> Event:
    name, data, identity = kept
    return Event(name, orjson.Fragment(data), identity)


def dump(value: Any) -> bytes:
    """JSON; messages and other models as plain objects."""
    return orjson.dumps(value, plain, orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATACLASS)


def plain(value: Any) -> Any:
    """What JSON has no word for; of what is no data its kind alone, since debug streams meet all that a graph holds."""
    if isinstance(value, BaseModel):
        return value.model_dump()
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, Interrupt):
        return {key: held for key, held in asdict(value).items() if key != "response_schema" or held}
    if is_dataclass(value) and type(value).__module__.startswith("langgraph."):
        return asdict(value) if not isinstance(value, type) else value.__name__
    if isinstance(value, bytes):
        return value.hex()
    return f"<{type(value).__name__}>"


class WireResponse(Response):
    """A JSON response of graph values."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        return dump(content)


async def frames(events: AsyncIterator[Event | None], numbered: bool) -> AsyncIterator[bytes]:
    """Events as `text/event-stream`; None, said when nothing happens for a while, keeps proxies from hanging up.

    An id tells a client that it can come back to it, so events are `numbered` only where it can.
    """
    async for event in events:
        if event is None:
            yield b": waiting\r\n\r\n"
        else:
            identity = b"id: %s\r\n" % event.id.encode() if numbered else b""
            yield b"event: %s\r\ndata: %s\r\n%s\r\n" % (event.name.encode(), dump(event.data), identity)


def page(total: int, offset: int, limit: int) -> dict[str, str]:
    """Headers that say how much there is beside what a search returns."""
    following = offset + limit
    return {"X-Pagination-Total": str(total)} | ({"X-Pagination-Next": str(following)} if following < total else {})


def thread_state(snapshot: StateSnapshot, select: Sequence[str] | None = None) -> dict[str, Any]:
    """A thread's state at one checkpoint, as `GET /threads/{id}/state` gives it."""
    state = {
        "values": snapshot.values,
        "next": snapshot.next,
        "tasks": [task_state(task) for task in snapshot.tasks],
        "metadata": snapshot.metadata,
        "created_at": snapshot.created_at,
        "checkpoint": checkpoint(snapshot.config),
        "parent_checkpoint": checkpoint(snapshot.parent_config),
        "interrupts": snapshot.interrupts,
    }
    return state if select is None else selected(state, select)


def selected(shown: Mapping[str, Any], select: Sequence[str]) -> dict[str, Any]:
    """The keys that a client selects; `values.messages` is one of the values."""
    chosen = {key: value for key, value in shown.items() if key in select}
    parts = {name.removeprefix("values.") for name in select if name.startswith("values.")}
    if parts and "values" not in chosen:
        chosen["values"] = {key: value for key, value in shown["values"].items() if key in parts}
    return chosen


def task_state(task: Any) -> dict[str, Any]:
    error = type(task.error).__name__ if task.error else None
    nested = thread_state(task.state) if isinstance(task.state, StateSnapshot) else None
    below = None if nested else checkpoint(task.state)
    plain_keys = {"id": task.id, "name": task.name, "interrupts": task.interrupts, "result": task.result}
    return plain_keys | {"error": error, "checkpoint": below, "state": nested}


def checkpoint(config: RunnableConfig | None) -> dict[str, Any] | None:
    """The name of a checkpoint, as a client gives it back to run from there."""
    configurable = (config or {}).get("configurable", {})
    if "checkpoint_id" not in configurable and "checkpoint_ns" not in configurable:
        return None
    return {key: configurable.get(key) for key in NAMES} | {"checkpoint_map": None}


def named(mode: str, data: Any) -> Any:
    """A part of a debugging stream with its configs cut down to the names of checkpoints."""
    if mode == "debug" and data["type"] == "checkpoint":
        return data | {"payload": named("checkpoints", data["payload"])}
    if mode != "checkpoints":
        return data
    configs = {key: cut(data[key]) for key in ("config", "parent_config") if key in data}
    return data | configs | {"tasks": [task | {"state": cut(task.get("state"))} for task in data["tasks"]]}


def cut(config: Any) -> Any:
    """Of a config, which checkpoint it names; the rest is who asks and how, and the server's."""
    if not isinstance(config, dict) or "configurable" not in config:
        return config
    return {"configurable": {key: value for key, value in config["configurable"].items() if key in NAMES}}

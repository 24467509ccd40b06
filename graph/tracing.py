"""One run as a tree of what was called, for its owner, for evaluation and for prompt work.

Message text is in it, since a trace belongs to the person; pixels never are. A node's own input is left out: it is the
state, which the outputs before it add up to. This module does not know where traces are kept.
"""

import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from datetime import date
from typing import Any

from langchain_core.messages import BaseMessage
from langchain_core.tracers.base import AsyncBaseTracer
from langchain_core.tracers.schemas import Run
from pydantic import BaseModel

Document = dict[str, Any]

HIDDEN = "langsmith:hidden"
MESSAGE = {"type", "id", "name", "content", "tool_calls", "tool_call_id", "usage_metadata"}
METADATA = ("role", "model", "prompt_version", "langgraph_node", "langgraph_step")
LONGEST_TEXT = 20_000
LONGEST_LIST = 100
DEEPEST = 12
SHORTEST_ENCODED = 400
ENCODED = re.compile(rf"(?:data:[\w.+/-]+;base64,)?[A-Za-z0-9+/_-]{{{SHORTEST_ENCODED},}}={{0,2}}")


class RunTracer(AsyncBaseTracer):
    """Collects a run and hands its document to `keep` when the outermost call has ended, well or not."""

    run_inline = True  # a task for each event would cost more than the event

    def __init__(self, keep: Callable[[Document], Awaitable[None]]) -> None:
        super().__init__(_schema_format="original+chat")
        self._keep = keep

    async def _persist_run(self, run: Run) -> None:
        await self._keep(describe(run, outermost=True))


def describe(run: Run, *, outermost: bool = False) -> Document:
    """A run and what it called, as JSON. Times are ISO 8601 in UTC, durations in milliseconds."""
    metadata = run.extra.get("metadata") or {}
    return {
        "id": str(run.id),
        "name": run.name,
        "run_type": run.run_type,
        "start": run.start_time.isoformat(),
        "end": run.end_time.isoformat() if run.end_time else None,
        "duration_ms": duration_ms(run),
        "inputs": plain(run.inputs) if outermost or run.run_type != "chain" else None,
        "outputs": plain(run.outputs),
        "error": run.error.partition("Traceback (most recent")[0][:LONGEST_TEXT] if run.error else None,
        "tags": [tag for tag in run.tags or [] if not tag.startswith("seq:step")],
        "model": metadata.get("ls_model_name") if run.run_type == "chat_model" else None,
        "metadata": {key: metadata[key] for key in METADATA if key in metadata},
        "children": [describe(child) for child in visible(run)],
    }


def visible(run: Run) -> Iterator[Run]:
    """What a run called, LangGraph's own plumbing left out."""
    for child in sorted(run.child_runs, key=lambda called: called.start_time):
        if HIDDEN in (child.tags or []):
            yield from visible(child)
        else:
            yield child


def duration_ms(run: Run) -> float | None:
    return round((run.end_time - run.start_time).total_seconds() * 1000, 2) if run.end_time else None


def plain(value: Any, depth: int = 0) -> Any:
    """A JSON-like copy, cut where it is too long or too deep, with a word in the place of anything encoded."""
    # A trace has thousands of values, nearly all of them text and numbers; a tuple of types is asked in no time.
    if isinstance(value, str):
        return plain_text(value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, BaseModel):
        value = value.model_dump(include=MESSAGE if isinstance(value, BaseMessage) else None)
    if isinstance(value, Mapping) and depth < DEEPEST:
        return plain_mapping(value, depth)
    if isinstance(value, (list, tuple, set, frozenset)) and depth < DEEPEST:
        return [plain(entry, depth + 1) for entry in list(value)[:LONGEST_LIST]]
    if isinstance(value, date):
        return value.isoformat()
    return f"<{type(value).__name__} left out>"


def plain_mapping(value: Mapping[Any, Any], depth: int) -> dict[str, Any]:
    """A mapping, or the message that LangChain has already written out as one."""
    if value.get("lc") and isinstance(written := value.get("kwargs"), Mapping):
        value = {key: written[key] for key in sorted(MESSAGE) if written.get(key)}
    # Of a long thread's messages the last are this turn's.
    last = {"messages": told[-LONGEST_LIST:]} if isinstance(told := value.get("messages"), list) else {}
    return {str(key): plain(last.get(key, entry), depth + 1) for key, entry in value.items()}


def plain_text(text: str) -> str:
    if len(text) < SHORTEST_ENCODED:
        return text
    text = ENCODED.sub(lambda found: f"<{len(found[0])} characters left out>", text)
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}… ({len(text)} characters)"

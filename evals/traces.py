"""What a run's document tells: which nodes ran and when, what tools and models were called with, what came of it.

A document is what `graph.tracing.describe` writes, or what `evals.kept` reads of a trace that somebody else kept;
the latter may know less, so a time or a call that is not told is None or missing, never an error. This module knows no
case and judges nothing.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import combinations, groupby
from typing import Any, NamedTuple

from agents.spending import usage_of

Document = Mapping[str, Any]

HUMAN = {"human", "user"}
AI = {"ai", "assistant"}


class Visit(NamedTuple):
    """One run of a node. `step` is LangGraph's super-step: nodes of one step were started together.

    Times in UTC, durations in milliseconds; `outputs` is what the node changed in the state.
    """

    node: str
    step: int
    start: datetime | None
    end: datetime | None
    duration_ms: float | None
    outputs: Any
    error: str | None


class ToolCall(NamedTuple):
    """One call of a tool by a node, with its arguments and its result."""

    tool: str
    node: str
    arguments: dict[str, Any]
    result: Any
    duration_ms: float | None
    error: str | None


class ModelCall(NamedTuple):
    """One call of a model, a second try being another. `messages` is what it was sent, `text` what it answered."""

    role: str
    model: str
    prompt_version: str | None
    node: str
    messages: list[dict[str, Any]]
    text: str
    input_tokens: int
    output_tokens: int
    duration_ms: float | None
    error: str | None

    @property
    def tokens(self) -> int:
        return self.input_tokens + self.output_tokens


def visits(trace: Document) -> list[Visit]:
    """The nodes that ran, in the order of their steps, within a step as they were started."""
    found = [visit_of(call) for call in graph_run(trace).get("children") or [] if is_node(call)]
    return sorted(found, key=lambda visit: visit.step)


def nodes(trace: Document) -> list[str]:
    return [visit.node for visit in visits(trace)]


def steps(trace: Document) -> list[list[str]]:
    """The nodes of each step: more than one where branches ran side by side."""
    return [[visit.node for visit in group] for _, group in groupby(visits(trace), key=lambda visit: visit.step)]


def side_by_side(trace: Document) -> list[tuple[str, str]]:
    """Pairs of nodes that were at work at the same moment, as their times show."""
    timed = [visit for visit in visits(trace) if visit.start and visit.end]
    return [(a.node, b.node) for a, b in combinations(timed, 2) if overlap(a, b)]


def tool_calls(trace: Document, tool: str | None = None) -> list[ToolCall]:
    """Every call of a tool, or of the one that is named."""
    called = [tool_call(call) for call in calls(trace) if call.get("run_type") == "tool"]
    return [call for call in called if tool in {None, call.tool}]


def model_calls(trace: Document, role: str | None = None) -> list[ModelCall]:
    """Every call of a model, the house's too, or those of one role. What passes on another's words is none."""
    called = [model_call(call) for call in calls(trace) if call.get("run_type") == "chat_model" and call.get("model")]
    return [call for call in called if role in {None, call.role}]


def models(trace: Document) -> dict[str, list[str]]:
    """Which models were called for each role, each once."""
    found: dict[str, list[str]] = {}
    for call in model_calls(trace):
        if call.model not in (known := found.setdefault(call.role, [])):
            known.append(call.model)
    return found


def tokens(trace: Document) -> int:
    """Tokens of all model calls, taken and given."""
    return sum(call.tokens for call in model_calls(trace))


def duration_ms(trace: Document) -> float | None:
    found = graph_run(trace).get("duration_ms")
    return None if found is None else float(found)


def inputs(trace: Document) -> dict[str, Any]:
    """What the run was given."""
    return dict(found) if isinstance(found := graph_run(trace).get("inputs"), Mapping) else {}


def outputs(trace: Document) -> dict[str, Any]:
    """What the run returned: a TurnOutput with messages as plain dicts; empty where it failed."""
    return dict(found) if isinstance(found := graph_run(trace).get("outputs"), Mapping) else {}


def said(trace: Document) -> str:
    """What the person wrote in this turn."""
    told = inputs(trace).get("messages") or outputs(trace).get("messages")
    return next((text_of(message) for message in reversed(told or []) if speaker(message) in HUMAN), "")


def reply(trace: Document) -> str:
    """What was answered; empty where nothing was."""
    written = outputs(trace).get("messages") or []
    return text_of(written[-1]) if written and speaker(written[-1]) in AI else ""


def calls(trace: Document) -> Iterator[Document]:
    """Every call in a trace, each before those within it."""
    yield trace
    for child in trace.get("children") or []:
        yield from calls(child)


def graph_run(trace: Document) -> Document:
    """The run of the graph: the trace itself, or the call within it whose calls are nodes."""
    return next((call for call in calls(trace) if any(map(is_node, call.get("children") or []))), trace)


def is_node(call: Document) -> bool:
    return call.get("run_type") == "chain" and call.get("name") == node_of(call) != ""


def node_of(call: Document) -> str:
    return str((call.get("metadata") or {}).get("langgraph_node") or "")


def visit_of(call: Document) -> Visit:
    step = int((call.get("metadata") or {}).get("langgraph_step") or 0)
    start, end = moment(call.get("start")), moment(call.get("end"))
    return Visit(call["name"], step, start, end, call.get("duration_ms"), call.get("outputs"), call.get("error"))


def tool_call(call: Document) -> ToolCall:
    given, result = call.get("inputs"), call.get("outputs")
    arguments = dict(given) if isinstance(given, Mapping) else {"input": given}
    if isinstance(result, Mapping) and set(result) == {"output"}:
        result = result["output"]
    return ToolCall(call["name"], node_of(call), arguments, result, call.get("duration_ms"), call.get("error"))


def model_call(call: Document) -> ModelCall:
    told, usage = call.get("metadata") or {}, usage_of(call.get("outputs"))
    return ModelCall(
        role=str(told.get("role") or node_of(call)),
        model=str(told.get("model") or call["model"]),
        prompt_version=told.get("prompt_version"),
        node=node_of(call),
        messages=messages_of(call.get("inputs")),
        text=generated(call.get("outputs")),
        input_tokens=int(usage.get("input_tokens") or 0),
        output_tokens=int(usage.get("output_tokens") or 0),
        duration_ms=call.get("duration_ms"),
        error=call.get("error"),
    )


def messages_of(given: Any) -> list[dict[str, Any]]:
    """The messages that a model was sent; a trace has them as a batch of one."""
    found = given.get("messages") if isinstance(given, Mapping) else None
    batch = found[0] if isinstance(found, list) and found and isinstance(found[0], list) else found
    return [dict(message) for message in batch or [] if isinstance(message, Mapping)]


def generated(outputs: Any) -> str:
    """The text of a model's answer; empty where it gave none."""
    batches = outputs.get("generations") if isinstance(outputs, Mapping) else None
    first = batches[0] if isinstance(batches, list) and batches else None
    first = first[0] if isinstance(first, list) and first else first
    return str(first.get("text") or "") if isinstance(first, Mapping) else ""


def overlap(first: Visit, second: Visit) -> bool:
    a, b, c, d = first.start, first.end, second.start, second.end
    return bool(a and b and c and d and a < d and c < b)


def speaker(message: Any) -> str:
    """Who a message is by; a client may send it as a mapping, as a pair, or as nothing but a text."""
    if isinstance(message, Mapping):
        return str(message.get("type") or message.get("role") or "")
    return str(message[0]) if isinstance(message, (list, tuple)) else "user"


def text_of(message: Any) -> str:
    """The text of a message, whose content is a text or a list of blocks."""
    content = message.get("content") if isinstance(message, Mapping) else message
    content = content[1] if isinstance(content, (list, tuple)) and content and isinstance(content[0], str) else content
    if isinstance(content, str):
        return content
    return "".join(str(block.get("text", "")) for block in content or [] if isinstance(block, Mapping))


def moment(text: Any) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None

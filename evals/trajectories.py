"""Runs in the shapes that agentevals and openevals judge: steps of a graph, and messages with their tool calls."""

import json
from collections.abc import Sequence
from typing import Any

from evals import traces
from evals.traces import Document

START = "__start__"


def graph_trajectory(documents: Sequence[Document]) -> dict[str, Any]:
    """The runs of a thread as agentevals' GraphTrajectory: for each the nodes in their order, and the last message."""
    replies = [{"role": "assistant", "content": traces.reply(one)} for one in documents]
    return {
        "inputs": [{START: traces.inputs(one)} for one in documents],
        "results": [{"messages": [reply]} for reply in replies],
        "steps": [[START, *traces.nodes(one)] for one in documents],
    }


def message_trajectory(document: Document) -> list[dict[str, Any]]:
    """A run as OpenAI's messages: what was said, the tools that were called with their results, the reply."""
    messages: list[dict[str, Any]] = [{"role": "user", "content": traces.said(document)}]
    for number, call in enumerate(traces.tool_calls(document)):
        identity = f"call_{number}"
        function = {"name": call.tool, "arguments": json.dumps(call.arguments)}
        called = {"id": identity, "type": "function", "function": function}
        result = json.dumps(call.error or call.result, ensure_ascii=False)
        messages.append({"role": "assistant", "content": "", "tool_calls": [called]})
        messages.append({"role": "tool", "tool_call_id": identity, "content": result})
    return [*messages, {"role": "assistant", "content": traces.reply(document)}]

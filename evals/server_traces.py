"""Traces of a LangGraph server: `langgraph dev`, LangGraph Platform, or any other that speaks its protocol.

`from_history` reads what `/threads/{id}/history` gives, or the one state of `/threads/{id}/state`: nodes with their
steps and what each changed, times to the checkpoint, no calls within a node. `from_events` reads one run's stream:
the mode `events` tells everything but times, `debug` nodes and times, `tasks` and `updates` nodes alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from evals.trace_documents import Document, build_call, iso, turn_output

State = Mapping[str, Any]
Event = Mapping[str, Any]

START, SEPARATOR = "__start__", "|"  # a `|` in an event's name stands before the subgraph that it comes from
KINDS = {"chat_model": "chat_model", "llm": "llm", "tool": "tool", "retriever": "retriever"}


def from_history(states: Iterable[State]) -> list[Document]:
    """A thread's runs, oldest first; states may come in either order."""
    return [run_of(identity, group) for identity, group in by_run(states).items() if group]


def by_run(states: Iterable[State]) -> dict[str, list[State]]:
    """The states of each run in the order of their steps; where no run is named, a new one begins with each input."""
    runs: dict[str, list[State]] = {}
    number = 0
    for state in sorted(states, key=step_of):
        told = state.get("metadata") or {}
        number += told.get("source") == "input"
        if told.get("source") in {"input", "loop"}:
            runs.setdefault(str(told.get("run_id") or f"run-{number}"), []).append(state)
    return runs


def run_of(identity: str, states: Sequence[State]) -> Document:
    """The document of one run: each checkpoint says which nodes came next, the one after it when they were done."""
    ends = [iso(after.get("created_at")) for _, after in pairwise(states)]
    children = [call for state, end in zip(states, [*ends, None], strict=True) for call in tasks_of(state, end)]
    first, last = states[0], states[-1]
    begun, done = (iso(first.get("created_at")), iso(last.get("created_at"))) if len(states) > 1 else (None, None)
    return build_call(
        identity,
        str((first.get("metadata") or {}).get("graph_id") or "stylist"),
        "chain",
        start=begun,
        end=done,
        inputs=given(first),
        outputs=turn_output(last.get("values")),
        error=next((call["error"] for call in children if call["error"]), None),
        children=children,
    )


def tasks_of(state: State, end: str | None) -> Iterator[Document]:
    for task in state.get("tasks") or []:
        if task["name"] != START:
            yield node_call(task, step_of(state) + 1, iso(state.get("created_at")), end)


def node_call(task: Mapping[str, Any], step: int, start: str | None = None, end: str | None = None) -> Document:
    """A node's run from a task of the protocol."""
    result, error = task.get("result"), task.get("error")
    return build_call(
        str(task["id"]),
        task["name"],
        "chain",
        start=start,
        end=end,
        outputs=dict(result) if isinstance(result, list) else result,  # some servers write pairs
        error=str(error) if error else None,
        metadata={"langgraph_node": task["name"], "langgraph_step": step},
    )


def given(state: State) -> Any:
    """What a run began with: the writes of its first task."""
    begun = next((task for task in state.get("tasks") or [] if task["name"] == START), None)
    return begun.get("result") if begun else None


def step_of(state: State) -> int:
    return int((state.get("metadata") or {}).get("step") or 0)


def from_events(events: Iterable[Event]) -> Document:
    """One run's stream, each event a mapping with `event` and `data`; the mode that tells most is read.

    Raises ValueError where no mode in it tells of nodes.
    """
    modes: dict[str, list[Any]] = {}
    for event in events:
        if SEPARATOR not in event["event"]:
            modes.setdefault(event["event"], []).append(event["data"])
    for mode, read in READERS.items():
        if mode in modes:
            return read(modes[mode], modes)
    raise ValueError(f"no events, debug, tasks or updates among the modes of the stream: {', '.join(modes) or 'none'}")


def from_run_events(events: Sequence[Any], modes: Mapping[str, list[Any]]) -> Document:
    """The tree of `stream_mode="events"`, whose every call names those that it is within."""
    begun = {event["run_id"]: event for event in events if event["event"].endswith("_start")}
    ended = {event["run_id"]: event for event in events if event["event"].endswith("_end")}
    below: dict[str, list[str]] = {}
    for identity, event in begun.items():
        below.setdefault((event.get("parent_ids") or [""])[-1], []).append(identity)

    def call(identity: str, depth: int = 0) -> Document:
        event, end = begun[identity], ended.get(identity, {})
        kind = KINDS.get(event["event"].removeprefix("on_").removesuffix("_start"), "chain")
        given = event["data"].get("input") or (end.get("data") or {}).get("input")
        return build_call(
            identity,
            event["name"],
            kind,
            inputs=given if depth == 0 or kind != "chain" else None,
            outputs=outputs_of(kind, (end.get("data") or {}).get("output")),
            tags=event.get("tags") or [],
            metadata=event.get("metadata"),
            children=[call(child, depth + 1) for child in below.get(identity, [])],
        )

    root = call(below[""][0])
    return root | {"outputs": turn_output(root["outputs"])}


def outputs_of(kind: str, output: Any) -> Any:
    """What a call gave, as a tracer is told it: a model's message within its generation."""
    if kind == "chat_model" and isinstance(output, Mapping) and "content" in output:
        return {"generations": [[{"text": output["content"], "message": output}]]}
    return output if isinstance(output, Mapping) else {"output": output}


def from_debug(events: Sequence[Any], modes: Mapping[str, list[Any]]) -> Document:
    """Nodes with their times, and the state after the last."""
    ended = {event["payload"]["id"]: event for event in events if event["type"] == "task_result"}
    children = []
    for event in events:
        if event["type"] == "task":
            end = ended.get(event["payload"]["id"], {"payload": {}})
            task = event["payload"] | end["payload"]
            children.append(node_call(task, event["step"], iso(event["timestamp"]), iso(end.get("timestamp"))))
    values = [event["payload"]["values"] for event in events if event["type"] == "checkpoint"]
    begun, last = iso(events[0]["timestamp"]), iso(events[-1]["timestamp"])
    return whole(modes, children, values, start=begun, end=last)


def from_tasks(events: Sequence[Any], modes: Mapping[str, list[Any]]) -> Document:
    """Nodes in the order of their steps: those of one step are all begun before the first of them is done."""
    ended = {event["id"]: event for event in events if "input" not in event}
    children, step, under_way = [], 0, False
    for event in events:
        if "input" in event:
            step, under_way = step + (not under_way), True
            children.append(node_call(event | ended.get(event["id"], {}), step))
        else:
            under_way = False
    return whole(modes, children, [])


def from_updates(events: Sequence[Any], modes: Mapping[str, list[Any]]) -> Document:
    """Nodes in the order in which they were done, each in a step of its own, since nothing says which ran together."""
    done = [(name, update) for event in events for name, update in event.items()]
    tasks = [{"id": name, "name": name, "result": update} for name, update in done]
    return whole(modes, [node_call(task, step) for step, task in enumerate(tasks, 1)], [])


def whole(modes: Mapping[str, list[Any]], children: list[Document], values: Sequence[Any], **times: Any) -> Document:
    identity = next((str(told["run_id"]) for told in modes.get("metadata", []) if told.get("run_id")), "run")
    states = [*values, *modes.get("values", [])]
    outputs = turn_output(states[-1]) if states else merged(children)
    error = next((call["error"] for call in children if call["error"]), None)
    return build_call(identity, "stylist", "chain", outputs=outputs, error=error, children=children, **times)


def merged(children: Iterable[Document]) -> dict[str, Any]:
    """What the nodes changed, the later over the earlier, where the stream never told the whole state."""
    return turn_output({key: value for call in children for key, value in (call["outputs"] or {}).items()})


READERS: dict[str, Callable[[Sequence[Any], Mapping[str, list[Any]]], Document]] = {
    "events": from_run_events,
    "debug": from_debug,
    "tasks": from_tasks,
    "updates": from_updates,
}

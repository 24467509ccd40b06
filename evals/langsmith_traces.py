"""Traces exported from LangSmith: flat runs that name their parents, as `Client.list_runs` or an export has them.

This module asks LangSmith for nothing; it reads what somebody fetched.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from evals.trace_documents import Document, build_call, iso, turn_output
from evals.traces import graph_run
from graph.tracing import HIDDEN, plain

Run = Mapping[str, Any]

KINDS = {"llm": "chat_model"}
THREADS = ("thread_id", "session_id", "conversation_id")  # LangSmith's own names for it


def from_runs(runs: Iterable[Run]) -> list[tuple[str, Document]]:
    """The thread and the document of every run of the graph in an export, oldest first.

    A run whose parent was not exported counts as outermost, so that part of a trace can be read too.
    """
    known = {str(run["id"]): run for run in map(opened, flat(runs))}
    below: dict[str, list[str]] = {}
    for identity, run in sorted(
        known.items(), key=lambda pair: (str(pair[1].get("dotted_order") or ""), moment(pair[1]))
    ):
        parent = str(run.get("parent_run_id") or "")
        below.setdefault(parent if parent in known else "", []).append(identity)
    return [(thread_of(known[root]), graph_of(root, known, below)) for root in below.get("", [])]


def graph_of(root: str, known: Mapping[str, Run], below: Mapping[str, list[str]]) -> Document:
    """The run of the graph within an outermost call, which may be an experiment's target or an app's own."""
    found = graph_run(tree(root, known, below))
    inputs, outputs = known[found["id"]].get("inputs"), found["outputs"]
    return {**found, "inputs": plain(inputs), "outputs": turn_output(outputs) or outputs}


def tree(identity: str, known: Mapping[str, Run], below: Mapping[str, list[str]]) -> Document:
    run = known[identity]
    kind = str(KINDS.get(run["run_type"], run["run_type"]))
    return build_call(
        identity,
        run["name"],
        kind,
        start=iso(run.get("start_time")),
        end=iso(run.get("end_time")),
        inputs=run.get("inputs") if kind != "chain" else None,
        outputs=with_usage(run, kind),
        error=(run.get("error") or "").partition("Traceback (most recent")[0] or None,
        tags=run.get("tags") or [],
        metadata=metadata_of(run),
        children=[tree(child, known, below) for child in visible(identity, known, below)],
    )


def visible(identity: str, known: Mapping[str, Run], below: Mapping[str, list[str]]) -> Iterator[str]:
    """What a run called, LangGraph's own plumbing left out."""
    for child in below.get(identity, []):
        if HIDDEN in (known[child].get("tags") or []):
            yield from visible(child, known, below)
        else:
            yield child


def with_usage(run: Run, kind: str) -> Any:
    """A run's outputs, with the tokens that LangSmith counted where the model's own message tells none."""
    outputs = run.get("outputs")
    counted = {"input_tokens": run.get("prompt_tokens"), "output_tokens": run.get("completion_tokens")}
    if kind != "chat_model" or not any(counted.values()) or not isinstance(outputs, Mapping):
        return outputs
    return {"usage_metadata": counted} | dict(outputs)


def flat(runs: Iterable[Run]) -> Iterator[Run]:
    """Every run, those too that stand within their parents."""
    for run in runs:
        yield run
        yield from flat([child for child in run.get("child_runs") or [] if isinstance(child, Mapping)])


def opened(run: Run) -> Run:
    """A run whose nested columns, which a bulk export writes as JSON texts, are read."""
    nested = {key: run[key] for key in ("inputs", "outputs", "extra", "tags") if isinstance(run.get(key), str)}
    return {**run, **{key: json.loads(text) if text else None for key, text in nested.items()}}


def metadata_of(run: Run) -> dict[str, Any]:
    return dict((run.get("extra") or {}).get("metadata") or run.get("metadata") or {})


def thread_of(run: Run) -> str:
    """The thread of a run; the trace where no thread is named."""
    told = metadata_of(run)
    return next((str(told[key]) for key in THREADS if told.get(key)), str(run.get("trace_id") or run["id"]))


def moment(run: Run) -> str:
    return str(run.get("start_time") or "")

"""Files of traces, whoever wrote them: read as our documents, and written one to a line.

Read are lines that `maison traces export` wrote, results of `maison eval run`, a thread's history or a run's stream of
a LangGraph server, and runs that were exported from LangSmith; as JSON or as JSON lines.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evals.cases import Case, reason_of
from evals.langsmith_traces import from_runs
from evals.server_traces import from_events, from_history
from evals.traces import Document, moment

Row = Mapping[str, Any]


class Kept(NamedTuple):
    """A run's document, under the ids of its thread and of itself; with its case where it was played for one."""

    thread: str
    run: str
    document: Document
    case: Case | None = None


class BrokenTraces(ValueError):
    """A file that holds no traces; the message says what it holds, and what would be read."""


def written(kept: Kept) -> str:
    """A line of an export."""
    return json.dumps({"thread_id": kept.thread, "run_id": kept.run, "trace": kept.document}, ensure_ascii=False)


def read_traces(path: Path) -> list[Kept]:
    """Every trace of a file, in its order. Raises BrokenTraces."""
    rows = list(rows_of(path))
    if not rows:
        raise BrokenTraces(f"{path} is empty")
    for shape, read in SHAPES:
        if shape <= {*rows[-1]}:
            try:
                found = read(path, rows)
            except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
                raise BrokenTraces(f"{path} is no trace that can be read ({reason_of(error)})") from error
            if strange := next((kept.run for kept in found if not is_call(kept.document)), None):
                raise BrokenTraces(
                    f"{path} is no trace that can be read: run {strange} holds no calls with names and times"
                )
            return found
    keys = ", ".join(sorted(rows[-1])[:8])
    raise BrokenTraces(
        f"{path} holds no traces, but rows of {keys}. Traces are what `maison traces export` or `maison eval run`"
        " wrote, a thread's history or a run's stream of a LangGraph server, or runs exported from LangSmith."
    )


def is_call(call: Any) -> bool:
    """Whether a value is a call with those within it, as all who read a document take for granted."""
    if not isinstance(call, Mapping) or not isinstance(call.get("name"), str):
        return False
    children = call.get("children") or []
    return isinstance(children, list) and are_times(call) and all(map(is_call, children))


def are_times(call: Row) -> bool:
    try:
        return all(call.get(key) is None or moment(call[key]) for key in ("start", "end"))
    except ValueError:
        return False


def rows_of(path: Path) -> Iterator[Row]:
    """The objects in a file: of one JSON array, of one object, or one to a line. Raises BrokenTraces."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BrokenTraces(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BrokenTraces(f"{path} holds no traces, but bytes that are no UTF-8") from error
    try:
        whole = json.loads(text) if text.strip() else []
    except json.JSONDecodeError:
        yield from lines_of(path, text)
        return
    runs = whole.get("runs", whole) if isinstance(whole, dict) else whole
    rows = runs if isinstance(runs, list) else [runs]
    if not all(isinstance(row, dict) for row in rows):
        raise BrokenTraces(f"{path} is JSON, and holds no objects")
    yield from rows


def lines_of(path: Path, text: str) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise BrokenTraces(f"line {number} of {path} is no JSON: {error}") from error
            if not isinstance(row, dict):
                raise BrokenTraces(f"line {number} of {path} is no object")
            yield row


def of_export(path: Path, rows: Sequence[Row]) -> list[Kept]:
    return [Kept(str(row["thread_id"]), str(row["run_id"]), row["trace"]) for row in rows]


def of_documents(path: Path, rows: Sequence[Row]) -> list[Kept]:
    return [Kept(path.stem, str(row["id"]), row) for row in rows]


def of_results(path: Path, rows: Sequence[Row]) -> list[Kept]:
    """The turns that cases end with; a result whose trace was let go is left out."""
    found = []
    for row in rows:
        if row["kind"] == "result" and (document := row["outputs"].get("trace")):
            case = Case.model_validate(row["case"])
            found.append(Kept(f"{case.id}/{row['repeat']}", str(document["id"]), document, case))
    return found


def of_history(path: Path, rows: Sequence[Row]) -> list[Kept]:
    checkpoint = rows[-1].get("checkpoint") or {}
    thread = str(checkpoint.get("thread_id") or path.stem)
    return [Kept(thread, document["id"], document) for document in from_history(rows)]


def of_stream(path: Path, rows: Sequence[Row]) -> list[Kept]:
    document = from_events(rows)
    return [Kept(path.stem, document["id"], document)]


def of_langsmith(path: Path, rows: Sequence[Row]) -> list[Kept]:
    return [Kept(thread, document["id"], document) for thread, document in from_runs(rows)]


# What a row of each kind has at the least, the more telling first.
SHAPES: Sequence[tuple[set[str], Callable[[Path, Sequence[Row]], list[Kept]]]] = (
    ({"trace", "run_id"}, of_export),
    ({"kind", "case", "outputs"}, of_results),
    ({"run_type", "children"}, of_documents),
    ({"run_type", "id", "name"}, of_langsmith),
    ({"values", "metadata", "tasks"}, of_history),
    ({"event", "data"}, of_stream),
)

"""Calls that somebody else recorded, written as `graph.tracing.describe` writes a run's.

What another's trace does not tell is None. This module does not know whose format it was.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from graph.state import TurnOutput
from graph.tracing import METADATA, plain

Document = dict[str, Any]

OUTPUTS = frozenset(TurnOutput.__annotations__)


def build_call(
    identity: str,
    name: str,
    run_type: str,
    *,
    start: str | None = None,
    end: str | None = None,
    inputs: Any = None,
    outputs: Any = None,
    error: str | None = None,
    tags: Iterable[str] = (),
    metadata: Mapping[str, Any] | None = None,
    children: Iterable[Document] = (),
) -> Document:
    """One call, with those within it. Times are ISO 8601, durations come from them, in milliseconds."""
    told = metadata or {}
    return {
        "id": identity,
        "name": name,
        "run_type": run_type,
        "start": start,
        "end": end,
        "duration_ms": between(start, end),
        "inputs": plain(inputs),
        "outputs": plain(outputs),
        "error": error,
        "tags": [tag for tag in tags if not tag.startswith("seq:step")],
        "model": told.get("ls_model_name") if run_type == "chat_model" else None,
        "metadata": {key: told[key] for key in METADATA if key in told},
        "children": list(children),
    }


def between(start: str | None, end: str | None) -> float | None:
    if start is None or end is None:
        return None
    return round((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds() * 1000, 2)


def iso(moment: Any) -> str | None:
    """A time as ISO 8601 in UTC; one without a zone is UTC already, as LangChain and LangSmith write it."""
    if moment is None:
        return None
    found = moment if isinstance(moment, datetime) else datetime.fromisoformat(str(moment))
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def turn_output(values: Any) -> dict[str, Any]:
    """What of a thread's values a run returns."""
    return {key: value for key, value in values.items() if key in OUTPUTS} if isinstance(values, Mapping) else {}

"""Whether a search ranked what it found, or gave whatever its filters let through.

`ranked` reads `{"least": n}`, how many wishes have to have been searched for, one if it is not said. With a turn's
`context` of `{"retrieval": "dense"}` or `"lexical"` it tells of one leg of the search alone.
"""

from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import trace_of
from evals.evaluators.verdicts import nothing, verdict
from evals.traces import tool_calls


def ranked(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Of each wish the best article has a relevance above zero: a search without a ranking gives none."""
    if "ranked" not in reference_outputs:
        return nothing("ranked")
    least = int((reference_outputs["ranked"] or {}).get("least", 1))
    rows = [row for call in tool_calls(trace_of(outputs, trace), "search_catalog") for row in call.result or []]
    failed = [f"{row['wish']['query']!r} was not ranked" for row in rows if not _best(row)]
    if len(rows) < least:
        failed.append(f"{len(rows)} wishes were searched for, not {least}")
    return verdict("ranked", failed, max(len(rows), least))


def _best(row: dict[str, Any]) -> float:
    """The highest relevance of a wish's articles; 1 where there are none to rank."""
    return max((float(score) for _, score in row["articles"]), default=1.0)

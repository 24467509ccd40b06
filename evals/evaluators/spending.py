"""What a turn took: milliseconds, tokens, calls of models, money, held against what a case allows.

`latency`, `tokens`, `calls` and `cost` each read `{"most": n}`; the score is 1 within it, beyond it what is allowed
over what was taken. Calls are counted without the house's, which cost nothing.
"""

from typing import Any

from agents.models import HOUSE
from evals import traces
from evals.evaluators import Verdict
from evals.evaluators.answers import trace_of
from evals.evaluators.verdicts import nothing


def latency(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Milliseconds of the whole turn."""
    return _within("latency", traces.duration_ms(trace_of(outputs, trace)), reference_outputs)


def tokens(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Tokens of all calls, taken and given."""
    return _within("tokens", float(traces.tokens(trace_of(outputs, trace))), reference_outputs)


def calls(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Calls of models other than the house."""
    made = [call for call in traces.model_calls(trace_of(outputs, trace)) if call.model != HOUSE]
    return _within("calls", float(len(made)), reference_outputs)


def cost(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """What the operator's prices make of it; nothing to judge where one is not known."""
    usage = ((trace_of(outputs, trace).get("metadata") or {}).get("usage") or {}).values()
    known = [one.get("cost") for one in usage]
    return _within("cost", None if None in known else float(sum(known)), reference_outputs)


def _within(key: str, taken: float | None, reference_outputs: dict[str, Any]) -> Verdict:
    expected = reference_outputs.get(key)
    if not expected or taken is None:
        return nothing(key)
    most = float(expected["most"])
    return Verdict(key=key, score=1.0 if taken <= most else most / taken, comment=f"{taken:g} of at most {most:g}")

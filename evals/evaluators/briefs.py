"""What was understood: the intent, and fields of the brief and of the conditions, as `matching` compares them.

`intent` reads a name or a list of names that are all right. `brief` and `conditions` read `{path: expected}`.
"""

from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.matching import differences
from evals.evaluators.verdicts import held, nothing, verdict


def intent(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Whether the turn was taken for what it is."""
    if not (expected := reference_outputs.get("intent")):
        return nothing("intent")
    allowed = [expected] if isinstance(expected, str) else expected
    found = (outputs.get("brief") or {}).get("intent")
    return held("intent", "" if found in allowed else f"{found}, not {' or '.join(allowed)}")


def brief(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Whether the brief says what the person did."""
    return _compared("brief", outputs, reference_outputs)


def conditions(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Whether weather and dress code are those of the place, the day and the occasion."""
    return _compared("conditions", outputs, reference_outputs)


def _compared(key: str, outputs: dict[str, Any], reference_outputs: dict[str, Any]) -> Verdict:
    expected = reference_outputs.get(key)
    if not expected:
        return nothing(key)
    return verdict(key, differences(expected, outputs.get(key) or {}), len(expected))

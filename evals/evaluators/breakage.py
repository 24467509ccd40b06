"""Whether a part of ours broke in the turn, or in one before it, however well the reply got over it.

`unbroken` counts what `degraded` says of tools; a model that did not answer in time is the operator's matter, and what
the house made of it is judged by the others.
"""

from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import earlier_of
from evals.evaluators.verdicts import held, nothing

OURS = "tool"


def unbroken(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """No node and no tool failed."""
    turns = [*earlier_of(outputs), *(outputs.get("variants") or []), outputs]
    if "degraded" not in outputs:
        return nothing("unbroken")
    rows = [row for turn in turns for row in turn.get("degraded") or [] if row["model"] == OURS]
    return held("unbroken", "; ".join(dict.fromkeys(f"{row['role']}: {row['reason']}" for row in rows)))

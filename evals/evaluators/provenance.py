"""Whether every call of a turn says truly which prompt it stood under.

`prompts` holds the versions in the trace against `outputs["prompts"]`, which the run was started with.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import trace_of
from evals.evaluators.verdicts import nothing, verdict


def prompts(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """No call without its version, none with that of another prompt."""
    expected = outputs.get("prompts")
    calls = [*calls_in(trace_of(outputs, trace))]
    if not expected or not calls:
        return nothing("prompts")
    wrong = {role: told for role, told in calls if told != expected.get(role)}
    return verdict(
        "prompts", [f"{role} under {told}, not {expected.get(role)}" for role, told in wrong.items()], len(calls)
    )


def calls_in(document: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Role and prompt version of each call of a model."""
    told = document.get("metadata") or {}
    if document.get("run_type") == "chat_model" and "role" in told:
        yield str(told["role"]), told.get("prompt_version")
    for child in document.get("children") or []:
        yield from calls_in(child)

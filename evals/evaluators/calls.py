"""What tools were called with.

`tools` reads a list of `{"tool": name, "args": {..}, "mode": "subset" | "exact", "never": false}`: some call of the
tool has these arguments. A subset may leave out keys and entries of lists; `exact` holds all that a call was given, but
for what is empty. With `never` no such call was made.
"""

from collections.abc import Mapping
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import trace_of
from evals.evaluators.matching import contains, matches
from evals.evaluators.verdicts import nothing, verdict
from evals.traces import tool_calls


def tools(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Whether tools were called with the arguments that the turn calls for."""
    expected = reference_outputs.get("tools")
    if not expected:
        return nothing("tools")
    found = trace_of(outputs, trace)
    return verdict("tools", (said for one in expected if (said := _failure(one, found))), len(expected))


def _failure(expected: Mapping[str, Any], trace: Mapping[str, Any]) -> str:
    called = [filled(call.arguments) for call in tool_calls(trace, expected["tool"])]
    args, exact = expected.get("args") or {}, expected.get("mode", "subset") == "exact"
    fits = any(
        (matches(args, given) and set(args) == set(given)) if exact else contains(args, given) for given in called
    )
    if fits != bool(expected.get("never")):
        return ""
    return f"{expected['tool']} was {'' if fits else 'not '}called with {args}" + (
        f", but with {called}"[:600] if called else ""
    )


def filled(value: Any) -> Any:
    """A value without what is empty in it: a tool that was not told a thing may be told so in many ways."""
    if isinstance(value, Mapping):
        kept = {key: filled(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one not in (None, [], {}, "")}
    return [filled(one) for one in value] if isinstance(value, list) else value

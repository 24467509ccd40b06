"""Which way a turn went through the graph: the nodes it visited, in what order, which beside each other, and which not.

`trajectory` reads `{"visits": [node, ..], "order": [node, ..], "beside": [[node, node], ..], "never": [node, ..],
"steps": [[node, ..], ..], "at_most": {node: n}}`, each of them if it is there. Nodes of one super-step were started
together; where the trace keeps times, they also have to overlap.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import trace_of
from evals.evaluators.verdicts import nothing, verdict
from evals.traces import nodes, side_by_side, steps, visits


def trajectory(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Whether the turn went through the nodes that it should, and through no other that is named."""
    expected = reference_outputs.get("trajectory")
    if not expected:
        return nothing("trajectory")
    found = trace_of(outputs, trace)
    asked = sum(len(told) for told in expected.values())
    return verdict("trajectory", _failures(expected, found), asked)


def _failures(expected: Mapping[str, Any], trace: Mapping[str, Any]) -> Iterator[str]:
    ran = nodes(trace)
    yield from (f"{node} was not visited" for node in expected.get("visits", []) if node not in ran)
    yield from (f"{node} was visited" for node in expected.get("never", []) if node in ran)
    yield from _out_of_order(expected.get("order", []), ran)
    yield from (
        f"{first} and {second} did not run beside each other"
        for first, second in expected.get("beside", [])
        if not ran_beside(trace, first, second)
    )
    yield from (
        f"{node} was visited {ran.count(node)} times"
        for node, most in expected.get("at_most", {}).items()
        if ran.count(node) > most
    )
    if "steps" in expected and [set(step) for step in steps(trace)] != [set(step) for step in expected["steps"]]:
        yield f"went by {' > '.join('+'.join(step) for step in steps(trace))}"


def _out_of_order(expected: list[str], ran: list[str]) -> Iterator[str]:
    """Each node after the one named before it; others may come between."""
    place = 0
    for node in expected:
        if node in ran[place:]:
            place = ran.index(node, place) + 1
        else:
            yield f"{node} did not come in its turn"


def ran_beside(trace: Mapping[str, Any], first: str, second: str) -> bool:
    """Whether two nodes were started in one step, and at work at one time where times are told."""
    together = any({first, second} <= set(step) for step in steps(trace))
    timed = all(visit.start and visit.end for visit in visits(trace) if visit.node in {first, second})
    return together and (not timed or {(first, second), (second, first)} & {*side_by_side(trace)} != set())

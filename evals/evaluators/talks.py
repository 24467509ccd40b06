"""What a turn keeps of what was shown before it, and what it changes.

`continuity` reads `{"against": -1, "look": 1, "kept": [slot, ..], "changed": [slot, ..], "fresh": true, "same": true}`:
which of the turns that showed looks is meant, counted from the end, and its look by the number that the person saw.
Some look of the answer has the same pieces in the slots that are kept; none has them in those that change; a `fresh`
answer shows no garment or shoe of that turn again; the `same` one is that very look.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from evals.constraints import CORE, LARGE
from evals.evaluators import Verdict
from evals.evaluators.answers import seen_before
from evals.evaluators.verdicts import nothing, verdict


def continuity(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Whether what should stay stays, and what should change changes."""
    expected, earlier = reference_outputs.get("continuity"), seen_before(outputs)
    if not expected:
        return nothing("continuity")
    asked = (
        sum(len(expected.get(key, [])) for key in ("kept", "changed")) + ("fresh" in expected) + ("same" in expected)
    )
    before = (earlier[expected.get("against", -1)].get("looks") or []) if earlier else []
    number = int(expected.get("look", 1))
    if len(before) < number:
        return verdict("continuity", [f"there was no look {number} before"] * asked, asked)
    failures = _failures(expected, outputs.get("looks") or [], before[number - 1], before)
    return verdict("continuity", failures, asked)


def _failures(
    expected: Mapping[str, Any], shown: list[dict[str, Any]], meant: Mapping[str, Any], before: list[dict[str, Any]]
) -> Iterator[str]:
    now = [by_slot(look) for look in shown]
    then = by_slot(meant)
    for slot in expected.get("kept", []):
        if not any(then.get(slot) and then[slot] <= look.get(slot, set()) for look in now):
            yield f"{slot} was not kept"
    for slot in expected.get("changed", []):
        if not now or any(look.get(slot, set()) & then.get(slot, set()) for look in now):
            yield f"{slot} was not changed"
    if expected.get("fresh"):
        worn = {key for look in before for slot, ids in by_slot(look).items() if slot in LARGE | CORE for key in ids}
        again = worn & {key for look in now for ids in look.values() for key in ids}
        yield from [f"{', '.join(sorted(again))} again"] if again else []
        yield from ["nothing is shown"] if not now and not again else []
    if expected.get("same") and not any(ids_of(look) == ids_of(meant) for look in shown[:1]):
        yield "it is not that look"


def by_slot(look: Mapping[str, Any]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for item in look["items"]:
        found.setdefault(item["slot"], set()).add(item["id"])
    return found


def ids_of(look: Mapping[str, Any]) -> list[str]:
    return sorted(item["id"] for item in look["items"])

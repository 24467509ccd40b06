"""What is shown: how many looks, of which kind, with which pieces in them.

`looks` reads `{"count": [low, high], "kind": "outfit" | "article", "each": [ITEM, ..], "some": [ITEM, ..], "none":
[ITEM, ..]}`. An ITEM is held against the items of looks as `matching` does; `each` look has to hold one such, `some`
look has, `none` may.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.matching import holds
from evals.evaluators.verdicts import nothing, verdict

Looks = list[dict[str, Any]]


def looks(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Whether as many looks are shown as should be, and with the pieces that should be in them."""
    expected = reference_outputs.get("looks")
    if not expected:
        return nothing("looks")
    asked = sum(len(told) if key in {"each", "some", "none"} else 1 for key, told in expected.items())
    return verdict("looks", _failures(expected, outputs.get("looks") or []), asked)


def _failures(expected: Mapping[str, Any], shown: Looks) -> Iterator[str]:
    low, high = expected.get("count", [None, None])
    if (low is not None and len(shown) < low) or (high is not None and len(shown) > high):
        yield f"{len(shown)} looks, not {low} to {high}"
    if "kind" in expected and {look["kind"] for look in shown} - {expected["kind"]}:
        yield f"not all are {expected['kind']}s"
    for key in ("each", "some", "none"):
        for item in expected.get(key, []):
            found = [holds(item, look["items"]) for look in shown]
            if not {"each": bool(found) and all(found), "some": any(found), "none": not any(found)}[key]:
                yield f"{key} look: {item}"

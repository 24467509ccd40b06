"""What is known of the person when the turn is over.

`memory` reads `{"profile": {path: expected}, "has": [GARMENT, ..], "lacks": [GARMENT, ..], "garments": n, "photos": n}`
against the profile, the wardrobe and the photos as they then are, in whichever thread they were told.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.matching import differences, holds
from evals.evaluators.verdicts import nothing, verdict


def memory(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Whether what was told is kept, and what was to be forgotten is gone."""
    expected = reference_outputs.get("memory")
    if not expected:
        return nothing("memory")
    if not outputs.get("person"):
        return nothing("memory", "what is known of the person was not kept with the outputs")
    asked = sum(len(told) if isinstance(told, (dict, list)) else 1 for told in expected.values())
    return verdict("memory", _failures(expected, outputs["person"]), asked)


def _failures(expected: Mapping[str, Any], person: Mapping[str, Any]) -> Iterator[str]:
    wardrobe = person.get("wardrobe") or []
    yield from differences(expected.get("profile", {}), person.get("profile") or {})
    yield from (f"no garment like {one}" for one in expected.get("has", []) if not holds(one, wardrobe))
    yield from (f"still a garment like {one}" for one in expected.get("lacks", []) if holds(one, wardrobe))
    for kept in ("garments", "photos"):
        found = len(person.get("wardrobe" if kept == "garments" else kept) or [])
        if kept in expected and found != expected[kept]:
            yield f"{found} {kept}, not {expected[kept]}"

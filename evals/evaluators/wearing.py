"""Whether what is shown can be worn: no piece twice, one pair of shoes and one bottom, no look shown twice over.

`wearable` judges every answer that shows outfits; whether one is whole is a matter of what was ordered.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.verdicts import verdict

SINGLE = ("bottom", "footwear", "one_piece", "bag", "headwear")


def wearable(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Nobody would have to put on two pairs of shoes, or choose between a look and itself."""
    shown = [look for look in outputs.get("looks") or [] if look["kind"] == "outfit"]
    failures = [said for look in shown for said in _failures(look)]
    pieces = Counter(frozenset(item["id"] for item in look["items"]) for look in shown)
    again = [f"{', '.join(sorted(ids))} is shown {times} times" for ids, times in pieces.items() if times > 1]
    return verdict("wearable", [*failures, *again], max(len(shown), len(failures) + len(again)))


def _failures(look: dict[str, Any]) -> Iterator[str]:
    ids = Counter(item["id"] for item in look["items"])
    slots = Counter(item["slot"] for item in look["items"])
    yield from (f"{look['id']} has {key} twice" for key, times in ids.items() if times > 1)
    yield from (f"{look['id']} has {slots[slot]} of {slot}" for slot in SINGLE if slots[slot] > 1)

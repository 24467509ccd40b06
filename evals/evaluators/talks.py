"""What a turn keeps of what was shown before it, and what it changes.

`continuity` reads `{"against": -1, "look": 1, "kept": [slot, ..], "changed": [slot, ..], "cheaper": [slot, ..],
"fresh": true, "same": true}`: which of the turns that showed looks is meant, counted from the end, and its look by the
number that the person saw. Some look of the answer has the same pieces in the slots that are kept; none has them in
those that change; in those that are to be `cheaper` every look has some that cost less, by the catalogue; a `fresh`
answer shows no garment or shoe of that turn again; the `same` one is that very look.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evals.constraints import CORE, LARGE
from evals.evaluators import Verdict
from evals.evaluators.answers import articles_of, seen_before
from evals.evaluators.verdicts import nothing, verdict
from stores.vocabulary import Article


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
    slots = sum(len(expected.get(key, [])) for key in ("kept", "changed", "cheaper"))
    asked = slots + ("fresh" in expected) + ("same" in expected)
    before = (earlier[expected.get("against", -1)].get("looks") or []) if earlier else []
    number = int(expected.get("look", 1))
    if len(before) < number:
        return verdict("continuity", [f"there was no look {number} before"] * asked, asked)
    looks = outputs.get("looks") or []
    failures = [
        *_failures(expected, looks, before[number - 1], before),
        *_dearer(expected.get("cheaper", []), looks, before[number - 1], articles_of(outputs)),
    ]
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


def _dearer(
    slots: Sequence[str], shown: Sequence[Mapping[str, Any]], meant: Mapping[str, Any], articles: Mapping[str, Article]
) -> Iterator[str]:
    """The slots in which some look has what costs as much as before or more, or nothing."""

    def cost(look: Mapping[str, Any], slot: str) -> float | None:
        prices = [articles[key].price for key in by_slot(look).get(slot, set()) if key in articles]
        return None if not prices or None in prices else sum(price or 0.0 for price in prices)

    for slot in slots:
        before, now = cost(meant, slot), [cost(look, slot) for look in shown]
        if before is None or not now or any(one is None or one >= before for one in now):
            yield f"{slot} cost {before} and costs {', '.join(map(str, now)) or 'nothing, being gone'}"


def by_slot(look: Mapping[str, Any]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for item in look["items"]:
        found.setdefault(item["slot"], set()).add(item["id"])
    return found


def ids_of(look: Mapping[str, Any]) -> list[str]:
    return sorted(item["id"] for item in look["items"])

"""What has to stay the same when a turn is said otherwise: metamorphic relations between an answer and its variants.

`relation` reads `{"same": what}`: the `brief` of each but for its words, in every language (`brief_across`), the
`looks`, their `totals`, which may fall from one to the next but not rise, or that each answer is `whole`: looks are
shown, and where a place was named its weather is known.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.verdicts import held, nothing
from tools.places import find_place

Answers = Sequence[Mapping[str, Any]]
WORDS = ("text", "said")


def relation(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Whether an answer relates to those of the variants as it should."""
    expected = reference_outputs.get("relation")
    if not expected:
        return nothing("relation")
    return held("relation", RELATIONS[expected["same"]]([outputs, *(outputs.get("variants") or [])]))


def briefs_differ(answers: Answers) -> str:
    """The keys in which the briefs differ."""
    briefs = [essence(one.get("brief") or {}) for one in answers]
    keys = {
        key for one, other in pairwise(briefs) for key in one.keys() | other.keys() if one.get(key) != other.get(key)
    }
    return "; ".join(f"{key}: {[brief.get(key) for brief in briefs]}" for key in sorted(keys))


def languages_differ(answers: Answers) -> str:
    """As `briefs_differ`; places are compared as what they are, not as they are called."""
    told = [(one.get("brief") or {}) | {"place": _place(one), "language": None} for one in answers]
    return briefs_differ([{"brief": one} for one in told])


def essence(value: Any) -> Any:
    """A brief without the person's words, and without the names and ids that were made of them."""
    if isinstance(value, Mapping):
        owned = "origin" in value
        return {
            key: essence(one)
            for key, one in value.items()
            if key not in WORDS and not (owned and key in {"id", "name"})
        }
    return [essence(one) for one in value] if isinstance(value, list) else value


def _place(answer: Mapping[str, Any]) -> Any:
    said = (answer.get("brief") or {}).get("place")
    found = find_place(said) if said else None
    return [found.name, found.country] if found else said


def looks_differ(answers: Answers) -> str:
    first, *others = ([[item["id"] for item in look["items"]] for look in one.get("looks") or []] for one in answers)
    if not first:
        return "no look"
    return "" if all(other == first for other in others) else f"{first} {others}"


def totals_rise(answers: Answers) -> str:
    """Totals of looks in order that rise as the budget falls."""
    totals = [[look["total"] or 0.0 for look in one.get("looks") or []] for one in answers]
    risen = any(less > more for one, other in pairwise(totals) for more, less in zip(one, other, strict=False))
    return f"{totals}" if risen or not totals[0] else ""


def not_whole(answers: Answers) -> str:
    placed = [one for one in answers if (one.get("brief") or {}).get("place")]
    unknown = [one for one in placed if (one.get("conditions") or {}).get("temp_min_c") is None]
    return "no weather" if unknown else "" if all(one.get("looks") for one in answers) else "no look"


RELATIONS: Mapping[str, Callable[[Answers], str]] = {
    "brief": briefs_differ,
    "brief_across": languages_differ,
    "looks": looks_differ,
    "totals": totals_rise,
    "whole": not_whole,
}

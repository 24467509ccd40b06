"""What has to stay the same between the answers to one thing said in several ways, the first way and its variants.

`relation` reads `{"same": what}`: `brief` for the same understanding, `brief_across` for the same but for its language,
`looks` for the same pieces, `totals` for totals that do not rise from one variant to the next, and `whole` for looks
that break no limit of their own, with the weather known where a place was named.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import articles_of
from evals.evaluators.verdicts import held, nothing
from stores.vocabulary import Article, Brief, Conditions, Look, Profile
from tools.gates import budget_breaks, build_limits, look_breaks, piece_breaks
from tools.money import RATES
from tools.places import find_place

Outputs = Mapping[str, Any]
# Of a brief: what the words alone make differ.
WORDS = {"text"}


def relation(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Whether a change of words changes no more than it should."""
    asked = reference_outputs.get("relation")
    if not asked:
        return nothing("relation")
    return held("relation", RELATIONS[asked["same"]]([outputs, *(outputs.get("variants") or [])]))


def essence(output: Outputs, *, across: bool = False) -> dict[str, Any]:
    """What a brief says, without its words; the language counts unless answers are compared `across` languages."""
    left_out = WORDS | ({"language"} if across else set())
    brief = {key: value for key, value in (output.get("brief") or {}).items() if key not in left_out}
    place = find_place(brief["place"]) if brief.get("place") else None
    return brief | {
        "place": [place.name, place.country] if place else brief.get("place"),
        "unmet": [one["constraint"] for one in brief.get("unmet") or []],
        "changes": [[one[key] for key in ("target", "action", "key", "value")] for one in brief.get("changes") or []],
        "wanted": [_without(one, {"text"}) for one in brief.get("wanted") or []],
        "owned": [_without(one, {"id", "name"}) for one in brief.get("owned") or []],
    }


def _without(row: Mapping[str, Any], keys: set[str]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in keys}


def _briefs(answers: Sequence[Outputs], *, across: bool = False) -> str:
    briefs = [essence(one, across=across) for one in answers]
    keys = {key for one, other in pairwise(briefs) for key in one | other if one.get(key) != other.get(key)}
    return "; ".join(f"{key}: {' / '.join(repr(brief.get(key)) for brief in briefs)}" for key in sorted(keys))


def _looks(answers: Sequence[Outputs]) -> str:
    first, *others = ([[item["id"] for item in look["items"]] for look in one.get("looks") or []] for one in answers)
    if not first:
        return "no look"
    return next((f"{first} / {other}" for other in others if other != first), "")


def _totals(answers: Sequence[Outputs]) -> str:
    totals = [[look["total"] or 0.0 for look in one.get("looks") or []] for one in answers]
    risen = any(less > more for one, other in pairwise(totals) for more, less in zip(one, other, strict=False))
    return f"totals {totals}" if risen or not totals[0] else ""


def _whole(answers: Sequence[Outputs]) -> str:
    output = answers[0]
    looks = [Look.model_validate(look) for look in output.get("looks") or []]
    brief = Brief.model_validate(output.get("brief") or {})
    conditions = Conditions.model_validate(output["conditions"]) if output.get("conditions") else None
    if not looks:
        return "no look"
    if brief.place and (conditions is None or conditions.temp_min_c is None):
        return "no weather"
    excused = {one.constraint for one in brief.unmet}
    broken = {gate for look in looks for gate in _broken(look, brief, conditions, articles_of(output))}
    return " ".join(sorted(broken - excused))


def _broken(look: Look, brief: Brief, conditions: Conditions | None, articles: Mapping[str, Article]) -> Iterator[str]:
    """Names of the gates that the pieces of a look, as the shop has them, do not pass."""
    limits = build_limits(brief, conditions, Profile(), look.currency, RATES)
    worn = [articles[item.id] for item in look.items if item.id in articles]
    for piece in worn:
        yield from piece_breaks(piece, limits)
    yield from budget_breaks(worn, limits)
    if look.kind == "outfit":
        yield from look_breaks(worn, limits)


RELATIONS: Mapping[str, Callable[[Sequence[Outputs]], str]] = {
    "brief": _briefs,
    "brief_across": lambda answers: _briefs(answers, across=True),
    "looks": _looks,
    "totals": _totals,
    "whole": _whole,
}

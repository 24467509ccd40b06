"""How different the looks of an answer are from each other.

`diversity` is 1 less the mean likeness of two looks, over all pairs: half of it the share of pieces that they have in
common, half the share of kinds of piece, a category in a colour family. It is a measure; with `{"at_least": 0.4}` in
the checks `variety` judges it.
"""

from itertools import combinations
from statistics import fmean
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.verdicts import held, nothing

Sets = tuple[frozenset[str], frozenset[tuple[str, str]]]


def diversity(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """1 less the mean likeness of two looks; nothing to say of a single one."""
    looks = outputs.get("looks") or []
    if len(looks) < 2:
        return nothing("diversity")
    return Verdict(key="diversity", score=round(spread(looks), 4), comment=f"{len(looks)} looks")


def variety(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Whether looks are as different from each other as the case asks."""
    expected, looks = reference_outputs.get("variety"), outputs.get("looks") or []
    if not expected or len(looks) < 2:
        return nothing("variety")
    found = spread(looks)
    return held("variety", "" if found >= expected["at_least"] else f"diversity is {found:.2f}")


def spread(looks: list[dict[str, Any]]) -> float:
    sets = [_sets(look) for look in looks]
    return 1 - fmean((common(one[0], other[0]) + common(one[1], other[1])) / 2 for one, other in combinations(sets, 2))


def common(one: frozenset[Any], other: frozenset[Any]) -> float:
    """Jaccard's index."""
    return len(one & other) / len(one | other) if one | other else 1.0


def _sets(look: dict[str, Any]) -> Sets:
    items = look["items"]
    kinds = frozenset((item["category"], item["colour"]["family"]) for item in items)
    return frozenset(item["id"] for item in items), kinds

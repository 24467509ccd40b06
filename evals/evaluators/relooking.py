"""Whether critique and advice hold together: what is kept is owned, owned things and free moves come first.

`advice` judges every answer that has advice or a critique. It reads `{"given": true, "owned_first": true, "keeps":
[GARMENT, ..], "most": euros}`: advice has to be there; what the person owns goes before what is bought; of these
garments one each is kept; no level costs more.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import articles_of, owned_pieces
from evals.evaluators.matching import holds
from evals.evaluators.verdicts import nothing, verdict
from stores.vocabulary import Article

CENT = 0.005
CHECKS = 6  # what is looked at in every answer: kept, swapped, added, levels, the score, the fixes


def advice(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Whether what is kept is owned, what is swapped in exists and suits its slot, and the levels are what they say."""
    expected, given = reference_outputs.get("advice") or {}, outputs.get("advice")
    if not expected and not given and not outputs.get("critique"):
        return nothing("advice")
    owned = {str(piece["id"]): piece for piece in owned_pieces(inputs, outputs, trace) if piece.get("id")}
    failures = [*_critique_failures(outputs.get("critique") or {})]
    if given:
        failures += [
            *_piece_failures(given, owned, articles_of(outputs)),
            *_level_failures(given, outputs),
            *_order_failures(expected, given, owned, outputs),
        ]
    elif expected.get("given"):
        failures.append("there is no advice")
    return verdict("advice", failures, CHECKS + len(expected))


def _critique_failures(critique: Mapping[str, Any]) -> Iterator[str]:
    if not 0 <= (critique.get("score") or 0) <= 100 or any(not 0 <= one["score"] <= 10 for one in _sub(critique)):
        yield "a score is out of its range"
    if any(not one.get("why") for one in [*_sub(critique), *(critique.get("fixes") or [])]):
        yield "a score or a fix has no reason"
    if len(critique.get("fixes") or []) > 3:
        yield "more than three fixes"


def _sub(critique: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list((critique.get("sub") or {}).values())


def _piece_failures(
    given: Mapping[str, Any], owned: Mapping[str, Mapping[str, Any]], articles: Mapping[str, Article]
) -> Iterator[str]:
    kept, swaps = {one["id"] for one in given.get("keep") or []}, given.get("swap") or []
    yield from (f"{key} is to be kept and is not owned" for key in kept if owned and key not in owned)
    for swap in swaps:
        out, new = owned.get(swap["out"]), owned.get(swap.get("in") or "") or articles.get(swap.get("in") or "")
        if swap["out"] in kept:
            yield f"{swap['out']} is kept and swapped"
        if out and new and _slot(out) != _slot(new):
            yield f"{swap['in']} is no {_slot(out)}"
    for added in given.get("add") or []:
        article = articles.get(added.get("id") or "")
        if article and article.slot != added["slot"]:
            yield f"{added['id']} is no {added['slot']}"


def _slot(piece: Mapping[str, Any] | Article) -> str:
    return piece.slot if isinstance(piece, Article) else str(piece.get("slot"))


def _level_failures(given: Mapping[str, Any], outputs: Mapping[str, Any]) -> Iterator[str]:
    """The free level costs nothing, and the full one no less than the small one."""
    totals = {look["id"]: look["total"] for look in outputs.get("looks") or []}
    levels = {name: totals.get(key) for name, key in (given.get("levels") or {}).items() if key}
    if (levels.get("free") or 0.0) > CENT:
        yield f"the free level costs {levels['free']}"
    small, full = levels.get("small"), levels.get("full")
    if small is not None and full is not None and small > full + CENT:
        yield "the small level costs more than the full one"


def _order_failures(
    expected: Mapping[str, Any], given: Mapping[str, Any], owned: Mapping[str, Any], outputs: Mapping[str, Any]
) -> Iterator[str]:
    kept = [owned[one["id"]] for one in given.get("keep") or [] if one["id"] in owned]
    yield from (f"{one} is not kept" for one in expected.get("keeps", []) if not holds(one, kept))
    bought = [one.get("in") or one.get("id") for one in [*(given.get("swap") or []), *(given.get("add") or [])]]
    if expected.get("owned_first") and not (given.get("moves") or (given.get("levels") or {}).get("free")):
        yield from [] if any(key in owned for key in bought) else ["nothing that is owned goes first"]
    dear = [
        look["id"] for look in outputs.get("looks") or [] if (look["total"] or 0.0) > expected.get("most", 1e9) + CENT
    ]
    yield from [f"{', '.join(dear)} cost too much"] if dear else []

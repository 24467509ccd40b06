"""Replies to "what do you think of this?": a verdict, why, the free move first, then a swap if one is worth it.

Speaks of the critique's scores by dimension and of the advice by its keys, and never about the body in the clothes.
"""

from collections.abc import Sequence

from agents.contracts import MergeRequest
from agents.house.merge_beats import Beat
from agents.house.merge_limits import notes, unmet
from agents.house.merge_looks import money, opening, reasons
from agents.house.phrases import kind_of
from agents.house.prose_pen import Pen
from stores.vocabulary import Critique

GOOD = 6.5


def relook(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    if request.critique is None:
        return [*opening(request, pen), *reasons(request, pen)] if request.looks else [nothing_seen(request, pen)]
    first = Beat(10, pen.sentence(f"relook.{request.critique.verdict}", avoid=request.openings))
    beats = [first, verdict(request.critique, pen), *moves(request, pen)]
    if request.looks and request.critique.verdict != "keep":
        beats += [proposal(request, pen), *reasons(request, pen), *money(request, pen)]
    return [*beats, *unmet(request, pen), *notes(request, pen)]


def nothing_seen(request: MergeRequest, pen: Pen) -> Beat:
    return Beat(10, pen.sentence("relook.none", avoid=request.openings))


def verdict(critique: Critique, pen: Pen) -> Beat:
    """What works best and what least, by the rubric's dimensions."""
    ranked = sorted(critique.sub, key=lambda name: -critique.sub[name].score)
    kinds = list(dict.fromkeys(kind_of("dimensions", name) or "any" for name in ranked))
    if not kinds:
        return Beat(9, None)
    strong, other = pen.clause(f"strong.{kinds[0]}"), pen.clause(f"strong.{kinds[min(1, len(kinds) - 1)]}")
    if critique.verdict == "keep" or critique.sub[ranked[-1]].score >= GOOD:
        return Beat(9, pen.sentence("verdict.good", slots={"strong_clause": strong, "strong_other": other}))
    weak = pen.clause(f"weak.{kinds[-1]}")
    return Beat(9, pen.sentence("verdict.both", slots={"strong_clause": strong, "weak_clause": weak}))


def moves(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The first move that costs nothing."""
    if request.advice is None or (request.critique and request.critique.verdict == "keep"):
        return []
    return [Beat(8, pen.sentence(*(f"move.{move}" for move in request.advice.moves)))]


def proposal(request: MergeRequest, pen: Pen) -> Beat:
    """What stays and what comes in; a look of owned pieces alone is said to be so."""
    look = request.looks[0]
    keys = ("relook.home",) if look.owned else ("relook.swap", "relook.add")
    return Beat(9, pen.sentence(*keys))

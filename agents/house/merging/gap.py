"""Replies on what a wardrobe lacks: the article that makes most new outfits, one of them, and the next in line.

That nothing has to be bought is an answer, and so is that the wardrobe is not known.
"""

from collections.abc import Sequence

from agents.contracts import LookFacts, MergeRequest
from agents.house.merging.beats import Beat, told
from agents.house.merging.limits import notes
from agents.house.merging.looks import unpriced
from agents.house.prose.names import article
from agents.house.prose.pen import Given, Pen, Thing
from agents.house.prose.scene import grammar, ordered, thing, token_of

MOST_WITH = 4
ENOUGH = "already:nothing_to_buy"


def gap(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What would do most, or why nothing would."""
    if not request.looks:
        return [Beat(10, pen.sentence(*nothing_keys(request), avoid=request.openings))]
    return told([opening, example, price, others, notes], request, pen)


def nothing_keys(request: MergeRequest) -> list[str]:
    if ENOUGH in request.notes:
        return ["gap.nothing_asked" if request.brief.occasion or request.conditions else "gap.nothing"]
    return ["gap.none" if "wardrobe" in request.facts else "gap.unknown"]


def opening(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    slots: Given = {"piece": found(request, 0), "made": "[[gap.1]]"}
    return [Beat(10, pen.sentence("gap.opening", avoid=request.openings, slots=slots))]


def example(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The best outfit that it makes, its own pieces by name."""
    piece = next(iter(request.looks[0].pieces.values()))
    slots: Given = {"noun": article(piece.category, request.language), "with": owned(request, request.examples[0])}
    return [Beat(9, pen.sentence("gap.example", slots=slots))]


def owned(request: MergeRequest, look: LookFacts) -> Thing | None:
    """The garments of an example, from the body outwards."""
    keyed = [pair for pair in ordered(look.pieces.items()) if pair[1].source == "wardrobe"][:MOST_WITH]
    cited = tuple((token_of(request, key) or "", token_of(request, key) or "") for key, _ in keyed)
    return Thing(cited, grammar([piece for _, piece in keyed], request.language)) if keyed else None


def price(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    key = f"{next(iter(request.looks[0].pieces))}.price"
    if key not in request.facts:
        return unpriced(request, pen)
    return [Beat(8, pen.sentence("gap.price", slots={"price": f"[[{key}]]"}))]


def others(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The next two, with what each would make."""
    slots: Given = {
        slot: value
        for place, name in enumerate(("second", "third"), start=1)
        if place < len(request.looks)
        for slot, value in ((name, found(request, place)), (f"{name}_made", f"[[gap.{place + 1}]]"))
    }
    return [Beat(6, pen.sentence("gap.others_three", "gap.others_two", slots=slots))] if slots else []


def found(request: MergeRequest, place: int) -> Thing:
    return thing(request, list(request.looks[place].pieces.items()))

"""Answers about a suitcase: what it holds of a kind, whether a piece is in it, and what keeps the rain off.

Read from what was packed; nothing is packed anew.
"""

from collections.abc import Sequence

from agents.contracts import MergeRequest, PieceFacts
from agents.house.lexicon import load_lexicon
from agents.house.prose.pen import Pen
from agents.house.prose.scene import thing
from agents.house.reading.mentions import Reading
from agents.house.reading.of_case import counts_pieces, supposes_rain
from agents.house.reading.text import read
from tools.shape import SWIM

Keyed = tuple[str, PieceFacts]


def case(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """What is asked of the suitcase that was packed last."""
    said = read(request.text, load_lexicon(request.language))
    packed = _packed(request)
    if supposes_rain(said):
        found = [pair for pair in packed if pair[1].waterproof or pair[1].category == "umbrella"]
        key = "case_dry" if found else "case_wet"
    else:
        found = [pair for pair in packed if _is_meant(pair[1], said)]
        key = "case_none" if not found else "case_held" if counts_pieces(said) else "case_there"
    slots = {"piece": thing(request, found)} if found else {}
    return [pen.sentence(f"shown.{key}", avoid=request.openings, slots=slots)]


def _packed(request: MergeRequest) -> list[Keyed]:
    """Every piece once, by the first look that wears it."""
    worn = [pair for look in request.looks for pair in look.pieces.items()]
    return [*{request.facts.get(f"{key}.name", key): (key, piece) for key, piece in reversed(worn)}.values()][::-1]


def _is_meant(piece: PieceFacts, said: Reading) -> bool:
    """Whether a piece is of a kind that is named; pairs without a name are shoes."""
    kinds = {kind for one in said.garments for kind in said.meanings.categories(one.kind, one.key)}
    slots = {said.meanings.slot(one.kind, one.key) for one in said.garments if one.kind == "slot"}
    slots |= {"footwear"} if said.has("how_many_pairs") and not said.garments else set()
    kinds |= SWIM if kinds & SWIM else set()
    return piece.category in kinds or piece.slot in slots

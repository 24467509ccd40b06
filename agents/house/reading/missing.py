"""Whether all but a piece or two is there already: "I only need shoes", "the rest is sorted"."""

from agents.house.reading.flats import FLAT
from agents.house.reading.mentions import Mention
from agents.house.reading.pieces import NamedPiece
from agents.house.reading.turn import Turn


def lacks_but_this(turn: Turn) -> bool:
    """Whether a piece is all that is missing: "I only need shoes for the wedding", "the rest is sorted"."""
    r = turn.reading
    only = any(_is_all(cue, piece, turn) for cue in r.cues.get("only_need", ()) for piece in turn.asked)
    return bool(turn.asked) and turn.occasion is not None and (only or r.has("rest_owned"))


def _is_all(cue: Mention, piece: NamedPiece, turn: Turn) -> bool:
    """Whether a cue says of a piece right behind it that no more is needed.

    Not so where it says what is worn every day, or that shoes are to be flat: « uniquement des chaussures plates ».
    """
    r, grammar = turn.reading, turn.reading.lexicon.grammar
    first = min([piece.garment.first, *(attribute.first for attribute in piece.attributes)])
    kinds = ("wears_only", "only_ever") if piece.garment.key in FLAT else ("wears_only",)
    habit = any(one.holds(cue) for kind in kinds for one in r.cues.get(kind, ()))
    led = first >= cue.last and {*r.between(cue.last, first)} <= grammar.articles | grammar.measures
    return led and not habit

"""Pieces that only spell out a set that was just named: "a grey suit, jacket and trousers".

What is told how it is to be, or comes besides, is a piece of its own: "a suit and a red jacket".
"""

from agents.house.reading.mentions import ATTRIBUTES, Mention, Reading

_NEAR = 8
_LEAST = 2


def parts_of_sets(named: list[Mention], reading: Reading) -> set[Mention]:
    """The jacket and the trousers of "a grey suit, jacket and trousers"; one of them alone is a piece of its own."""
    return {part for one in named if one.kind == "set" for part in _parts(one, named, reading)}


def _parts(one: Mention, named: list[Mention], reading: Reading) -> list[Mention]:
    spelled, reach = list[Mention](), one.last
    for piece in (piece for piece in named if piece.first >= one.last):
        besides = any(reach <= cue.first < piece.first for cue in reading.cues.get("adds", ()))
        if piece.key not in reading.meanings.parts.get(one.key, ()) or besides or piece.first - reach > _NEAR:
            break
        if any(reading.before(kind, piece.first) for kind in ATTRIBUTES):
            break
        spelled, reach = [*spelled, piece], piece.last
    return spelled if len({piece.key for piece in spelled}) >= _LEAST else []

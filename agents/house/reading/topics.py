"""What a Chinese clause opens with: 上衣我有件白衬衫 tells of one's own shirt, and 包配什么 asks for a bag."""

from collections.abc import Sequence
from itertools import pairwise

from agents.house.reading.mentions import COMMAS, Mention, Reading
from agents.house.reading.pieces import NamedPiece, of_one_slot
from stores.vocabulary import ShownLook


def without_topics(pieces: list[NamedPiece], reading: Reading) -> list[NamedPiece]:
    """The pieces without what only tells where one's own, named behind it, is worn: the 鞋 of 鞋我有，黑皮鞋."""
    topics = list[Mention]()
    for first, second in pairwise(pieces):
        if _is_told_of(first, second, reading):
            second.owned = True
            topics.append(first.garment)
    return [piece for piece in pieces if piece.garment not in topics]


def _is_told_of(first: NamedPiece, second: NamedPiece, reading: Reading) -> bool:
    own = next((cue for cue in reading.cues.get("own", ()) if cue.first == first.garment.last), None)
    if own is None or reading.lexicon.grammar.plurals or first.attributes or not of_one_slot(first, second, reading):
        return False
    start = min([second.garment.first, *(one.first for one in second.attributes)])
    return {*reading.between(own.last, start)} <= COMMAS | reading.lexicon.grammar.measures | {"一", "了", "有"}


def asked_for(pieces: Sequence[NamedPiece], reading: Reading, seen: Sequence[ShownLook]) -> list[NamedPiece]:
    """The pieces of which it is asked which would go with an outfit that was shown: 耳环配什么, 鞋子配什么颜色.

    What is told more closely, or is worn there and not asked for in a colour, is what others are to go with.
    """
    if not any(row.look.kind == "outfit" for row in seen):
        return []
    worn = {item.category for row in seen for item in row.look.items} | {
        item.slot for row in seen for item in row.look.items
    }
    asks = {cue.first: cue.last for cue in reading.cues.get("given_before", ())}
    bare = [one for one in pieces if not one.attributes and one.garment.last in asks and not _is_mine(one, reading)]
    return [
        one
        for one in bare
        if reading.word(asks[one.garment.last]) in {"颜", "色"}
        or not worn & {*reading.meanings.categories(one.garment.kind, one.garment.key), one.garment.key}
    ]


def _is_mine(piece: NamedPiece, reading: Reading) -> bool:
    mine = (cue for key in ("own", "my", "wearing", "given") for cue in reading.cues.get(key, ()))
    return any(cue.last <= piece.garment.first for cue in mine)

"""Pieces that nobody need look for: "I already have shoes", « le sac et les chaussures, je les ai »."""

from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.pieces import NamedPiece
from stores.vocabulary import Slot

_LEADING = 2
# Slots that a look is shown without, where the person has the piece.
_SPARED: frozenset[Slot] = frozenset({"footwear", "bag", "headwear", "hosiery", "outer", "accessory"})


def had_of(reading: Reading, pieces: list[NamedPiece]) -> list[Mention]:
    """The garments of these that are told to be there: one that is told so, and its list on either side."""
    if reading.apart("complete", reading.cues.get("already", [])):
        return []
    found: list[Mention] = []
    for piece in pieces:
        if not piece.attributes and (
            _is_had(reading, piece.garment) or (found and _goes_on(reading, found[-1], piece))
        ):
            found.append(piece.garment)
    plain = [piece.garment for piece in pieces if not piece.attributes]
    for garment in reversed([one for one in plain if one not in found]):
        found += [garment] if any(_is_linked(reading, garment, one) for one in found) else []
    return [piece for piece in found if reading.meanings.slot(piece.kind, piece.key) in _SPARED]


def _is_had(reading: Reading, garment: Mention) -> bool:
    """Whether "I already have" stands right before or behind a garment."""
    cues = reading.cues
    ahead = (cue for cue in cues.get("already", ()) if 0 <= garment.first - cue.last <= _LEADING)
    led = any(not SENTENCE_ENDS & {*reading.between(cue.last, garment.first)} for cue in ahead)
    near = (cue for cue in cues.get("already_had", ()) if 0 <= cue.first - garment.last <= _LEADING)
    return led or any(not _begins_anew(reading, garment, cue) for cue in near)


def _begins_anew(reading: Reading, garment: Mention, cue: Mention) -> bool:
    """Whether another sentence tells of another piece: "shoes 44. I already have a coat"."""
    goes_on = reading.word(cue.last) not in {"", *SENTENCE_ENDS, *COMMAS}
    return goes_on and bool(SENTENCE_ENDS & {*reading.between(garment.last, cue.first)})


def _goes_on(reading: Reading, before: Mention, piece: NamedPiece) -> bool:
    """Whether a piece is the next of a list: "shoes and a bag"."""
    return piece.owned and _is_linked(reading, before, piece.garment)


def _is_linked(reading: Reading, before: Mention, garment: Mention) -> bool:
    """Whether nothing but an "and" parts two garments."""
    words = reading.lexicon.grammar
    gap = {*reading.between(before.last, garment.first)}
    return bool(gap) and before.last <= garment.first and gap <= (words.joiners | words.articles) - COMMAS

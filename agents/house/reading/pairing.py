"""Which pieces it is asked of if they go together: "does a red blouse go with green trousers?", 红上衣配绿裤子好看吗.

Knows what is asked, not the answer. What goes with one's own is a matter for the critic, and answered before it is
dressed; a suit stands for its jacket.
"""

from typing import NamedTuple

from agents.house.reading.described import garment_of
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Reading
from agents.house.reading.pieces import NamedPiece, pieces_of
from agents.house.reading.whether import is_put
from stores.categories import load_categories
from stores.vocabulary import Garment

_MOST = 3
# How dressy they are is not seen of a category, so what they are worth beside a suit is not known here.
_CARRIED = frozenset({"bag", "headwear"})
# So far apart in formality may categories be that go by one word: trainers of canvas and of leather.
_ALIKE = 1.5
_ELSE = ("find", "outfit", "give_me", "relook", "swap", "again", "preview", "wearing")
_OWN = ("my", "already")
# The « ça » of « ça va avec » points at nothing that was shown.
_ASKING = ("goes", "works", "fitting", "ask")
_SETTING = ("occasion", "place", "month", "weekday", "temperature", "currency", "limit", "sky", "refer")


class Asked(NamedTuple):
    """A piece as it was stated; `is_kind` where it may be plain or dressy for all that was said: a top, shoes."""

    garment: Garment
    is_kind: bool
    is_suit: bool


def pairing_asked(reading: Reading) -> list[Asked]:
    """The pieces; none where something else is asked or wished for, or it is asked of one's own."""
    own = reading.has(*_OWN) or any(piece.worn for piece in pieces_of(reading)[0])
    return [] if own else pairing_of(reading)


def pairing_of(reading: Reading) -> list[Asked]:
    """The pieces, whoever owns them."""
    pieces, loose = pieces_of(reading)
    if not 2 <= len(pieces) <= _MOST or loose or not _asks(reading, pieces):
        return []
    carried = {reading.meanings.slot(piece.garment.kind, piece.garment.key) for piece in pieces} & _CARRIED
    if carried and any(_is_suit(piece) for piece in pieces):
        return []
    return [Asked(garment_of(piece, reading), _is_kind(piece, reading), _is_suit(piece)) for piece in pieces]


def _is_suit(piece: NamedPiece) -> bool:
    return (piece.garment.kind, piece.garment.key) == ("set", "suit")


def _is_kind(piece: NamedPiece, reading: Reading) -> bool:
    names = reading.meanings.categories(piece.garment.kind, piece.garment.key)
    levels = [load_categories()[name].formality for name in names]
    if _is_suit(piece):
        return False
    return piece.garment.kind == "slot" or max(levels, default=0) - min(levels, default=0) > _ALIKE


def _asks(reading: Reading, pieces: list[NamedPiece]) -> bool:
    """Whether it is asked if these go together, and nothing else: no day, no place, no sum."""
    open_ended = {word.text for word in reading.words} & reading.lexicon.grammar.interrogatives
    asking = [cue for key in _ASKING for cue in reading.cues.get(key, ())]
    set_in = [m for m in reading.of(*_SETTING) if not (m.kind == "refer" and any(cue.holds(m) for cue in asking))]
    if open_ended or reading.has(*_ELSE) or set_in or not is_put(reading):
        return False
    first, last = pieces[0].garment, pieces[-1].garment
    between = {*reading.between(first.last, last.first)}
    resumed = any(reading.word(first.last) in COMMAS and first.last < cue.first for cue in reading.cues.get("goes", ()))
    parted = between & SENTENCE_ENDS or (between & COMMAS and not resumed)
    parted = parted or any(piece.garment.kind == "set" and not _is_suit(piece) for piece in pieces)
    said = any(cue.first >= first.last for cue in reading.cues.get("goes", ()))
    described = all(piece.attributes for piece in pieces)
    # 和 joins as well as it goes along.
    with_it = between & reading.lexicon.grammar.along if reading.lexicon.language != "zh" else ()
    worn = (described or bool(reading.opening("may_one"))) and bool(with_it)
    return not parted and (said or worn)

"""Which of the pieces that a text names are those on a photo: "the skirt in picture 2", 第2张照片里的裙子.

They are nothing to look for. What is on which photo is known from the wardrobe, once it was made out.
"""

from collections.abc import Sequence
from typing import NamedTuple

from agents.contracts import UnderstandRequest
from agents.house.reading.mentions import Mention, Reading
from agents.house.reading.pieces import NamedPiece
from agents.house.reading.pointing import is_definite
from stores.vocabulary import Garment

_NEAR = 4
# What is asked of a piece that is sent as a photo, whatever hangs in the wardrobe.
_OF_SENT = ("opinion", "judges", "relook", "complete", "outfit")
# What may stand between a piece and the photo that it is on.
_ON = {
    "en": frozenset({"in", "of", "from", "on", "the", "my"}),
    "fr": frozenset({"de", "du", "d", "sur", "dans", "la", "le", "l", "ma", "en"}),
    "zh": frozenset("里面上中的那这条件双个张"),
}


class Pictured(NamedTuple):
    """Pieces on photos: those that hang in the wardrobe with their ids, and those that nobody has made out yet."""

    hanging: list[NamedPiece]
    ids: list[str]
    unseen: list[NamedPiece]


def pictured(
    pieces: Sequence[NamedPiece], photos: Sequence[int], reading: Reading, request: UnderstandRequest
) -> Pictured:
    """The pieces beside the photo that is named, and "this shirt" beside a photo that is sent."""
    nouns = [mention for mention in reading.of("refer") if mention.key == "photo"] if photos else []
    sent = bool(request.new_photos) and reading.has(*_OF_SENT) and not reading.has("find")
    there = [garment for garment in request.wardrobe if {*garment.photos} & {*photos}]
    found = Pictured([], [], [])
    for piece in pieces:
        garment = piece.garment
        if any(_is_on(garment, noun, reading) for noun in nouns) or (sent and is_definite(reading, garment)):
            ids = [one.id for one in there if _is_of(garment, one, reading)]
            (found.hanging if ids else found.unseen).append(piece)
            found.ids.extend(ids)
    return found


def _is_of(named: Mention, garment: Garment, reading: Reading) -> bool:
    kinds = reading.meanings.categories(named.kind, named.key)
    return garment.category in kinds if kinds else garment.slot == reading.meanings.slot(named.kind, named.key)


def _is_on(garment: Mention, noun: Mention, reading: Reading) -> bool:
    first, last = (noun, garment) if reading.lexicon.language == "zh" else (garment, noun)
    between = reading.between(first.last, last.first)
    allowed = _ON[reading.lexicon.language]
    return first.last < last.first and len(between) <= _NEAR and {*between} <= allowed

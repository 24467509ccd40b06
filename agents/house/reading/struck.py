"""Which garments are struck off the wardrobe or noted down by name, and which photos are forgotten."""

from collections.abc import Iterator

from agents.contracts import UnderstandRequest
from agents.house.reading.changes import owned_like
from agents.house.reading.closet import Named, closet_of
from agents.house.reading.described import garment_of, garments_of
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Reading
from agents.house.reading.open import among_these
from agents.house.reading.pieces import NamedPiece, pieces_of
from agents.house.reading.pointing import last_turn
from agents.house.reading.references import References
from agents.house.reading.text import read
from agents.house.reading.wardrobe import hangs_photos
from stores.vocabulary import Change

_LISTED = 3
# Who says more than this does not only throw something out.
_FEW = 6


def wardrobe_changes(
    reading: Reading, pieces: list[NamedPiece], references: References, request: UnderstandRequest
) -> Iterator[Change]:
    """Garments to strike off or to note down, photos to forget."""
    more = _tells_more(reading) and not _comes_in(reading, pieces, request)
    if reading.has("wardrobe_add") or more or hangs_photos(reading, request):
        for garment in (garment for piece in pieces for garment in garments_of(piece, reading)):
            yield Change(target="wardrobe", action="add", key=garment.id, value=garment.model_dump(), said=garment.name)
    elif reading.has("wardrobe_remove"):
        struck = _struck_off(pieces, reading)
        for number in references.photos if not struck else []:
            yield Change(target="photo", action="forget", key=str(number), said=reading.text)
        for piece in struck:
            yield from _removed(piece, reading, references, request)
    elif not request.shown:
        for piece in _binned(reading, request):
            yield from _removed(piece, reading, references, request)


def _binned(reading: Reading, request: UnderstandRequest) -> list[NamedPiece]:
    """What is thrown out where no outfit was shown that might do without it: "bin the red scarf"."""
    if not reading.words or reading.word(0) not in reading.lexicon.grammar.leaving or len(reading.words) > _FEW:
        return []
    named = read(reading.text[reading.words[0].end :], reading.lexicon)
    return [piece for piece in pieces_of(named)[0] if owned_like(piece, named, request.wardrobe)]


def _removed(
    piece: NamedPiece, reading: Reading, references: References, request: UnderstandRequest
) -> Iterator[Change]:
    """A garment that is to be struck off; where several fit, which of them has to be asked, unless all of a kind go."""
    closet, stated = closet_of(reading, request), garment_of(piece, reading)
    found = closet.meant(Named(piece.garment, tuple(piece.attributes)))
    found = [one for one in found if {*one.photos} & {*references.photos}] if references.photos else found
    change = Change(target="wardrobe", action="remove", key="", value=stated.name, said=reading.text)
    if len(found) < 2 or closet.has("every"):
        keys = [one.id for one in found] or [""]
        yield from (change.model_copy(update={"key": key}) for key in keys)
    else:
        yield among_these(change, found)


def _tells_more(reading: Reading) -> bool:
    """Whether "I also have white sneakers" is all that is said."""
    return reading.has("also_own") and not reading.has("outfit", "complete", "find", "swap") and "?" not in reading.text


def _comes_in(reading: Reading, pieces: list[NamedPiece], request: UnderstandRequest) -> bool:
    """Whether one of a kind that the outfit before wears comes into it, as what one has does: "I also have loafers"."""
    worn = {item.slot for row in last_turn(request.shown) if row.look.kind == "outfit" for item in row.look.items}
    named = {reading.meanings.slot(one.garment.kind, one.garment.key) for one in pieces}
    return bool(named) and named <= worn


def _struck_off(pieces: list[NamedPiece], reading: Reading) -> list[NamedPiece]:
    """The pieces in one breath with "delete": those of a list, not the coat of "forget the budget, show me a coat"."""
    found: list[NamedPiece] = []
    for cue in reading.cues["wardrobe_remove"]:
        reach = cue.last
        for piece in pieces:
            first, last = piece.garment.first, piece.garment.last
            gap = reading.between(reach, first) if first >= cue.last else reading.between(last, cue.first)
            parted = (COMMAS & {*gap} and len(gap) > _LISTED) or reading.lexicon.grammar.reopens & {*gap}
            if not parted and not SENTENCE_ENDS & {*gap}:
                found += [piece] if piece not in found else []
                reach = max(reach, last)
    return found

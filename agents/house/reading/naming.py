"""What a text says that photos show: "photo 1 is a shirt", "it's a pair of chinos", and "a shirt" where that was asked.

Of a photo from which something hangs in the wardrobe that is set right; of one on which nothing was made out, or
at which nobody has looked yet, it is hung in.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agents.contracts import UnderstandRequest
from agents.house.lexicon import load_meanings
from agents.house.reading.closet import Closet, Named, Sentence
from agents.house.reading.described import garments_of
from agents.house.reading.pieces import NamedPiece
from agents.house.reading.references import pointed
from stores.categories import load_categories
from stores.vocabulary import Change, Garment

NEW = "new"  # hung in under an id of what it is
# Words between a photo and the "is" that says what it shows, and beside a piece that is an answer by itself.
_NEAR, _BESIDE = 3, 3
_WISHES = ("outfit", "complete", "find", "more_like", "preview", "relook", "opinion", "wardrobe_remove")


class Said(NamedTuple):
    """A photo, and the words of a sentence, `first` to `last` (exclusive), that say what it shows."""

    number: int
    sentence: Sentence
    first: int
    last: int

    def within(self, named: Named) -> bool:
        return self.first <= named.garment.first and named.garment.last <= self.last


def said_of_photos(closet: Closet, request: UnderstandRequest) -> list[Said]:
    """What is told of photos that are named, else of the one that is in doubt."""
    if request.new_photos or closet.wishes(*_WISHES) or closet.reading.has(*_WISHES):
        return []
    statements = [one for one in closet.sentences if not (one.asks or one.supposes)]
    named = [said for sentence in statements for said in _numbered(closet, sentence, request)]
    doubtful = [] if named or pointed(closet.reading) else _doubtful(request)
    asked = bool(request.unsure) or (bool(request.unconfirmed) and not request.shown)
    bare = asked and _is_bare(closet)
    called = [one for one in statements if one.named and (one.has("names_it") or bare)]
    return named or [Said(number, one, one.first, one.last) for number in doubtful for one in called[:1]]


def hung(closet: Closet, request: UnderstandRequest) -> Iterator[tuple[Named, Change]]:
    """The garments of photos from which none hangs yet."""
    for said in said_of_photos(closet, request):
        named = next((one for one in said.sentence.named if said.within(one) and not one.garment.denied), None)
        if said.number in request.bare and named:
            told = garments_of(NamedPiece(named.garment, [*named.attributes], owned=True), closet.reading)[0]
            seen = {"id": NEW, "photo": said.number, "origin": "photo", "confirmed": True}
            value = told.model_dump(mode="json") | seen
            yield named, Change(target="wardrobe", action="add", key=told.id, value=value, said=told.name)


def shown_as(said: Said, garments: Sequence[Garment]) -> Garment | None:
    """The garment that hangs there from a photo; of several the one of the kind that is said."""
    there = [one for one in garments if said.number in one.photos]
    slots = {_slot(one) for one in said.sentence.named if said.within(one)}
    of_kind = [one for one in there if one.slot in slots]
    return there[0] if len(there) == 1 else next(iter(of_kind), None)


def _slot(named: Named) -> str:
    meanings, garment = load_meanings(), named.garment
    known = meanings.categories(garment.kind, garment.key)
    return load_categories()[known[0]].slot if known else meanings.slot(garment.kind, garment.key)


def _numbered(closet: Closet, sentence: Sentence, request: UnderstandRequest) -> Iterator[Said]:
    """Each photo of a sentence with the words behind it that say what it is, or with the piece before it."""
    inside = [(n, last) for kind, n, last in pointed(closet.reading) if kind == "photo"]
    spots = [(_counted(n, request), last) for n, last in inside if sentence.first < last <= sentence.last]
    ends = [*(last for _, last in spots[1:]), sentence.last]
    for (number, last), end in zip(spots, ends, strict=False):
        if any(0 <= cue.first - last <= _NEAR for cue in sentence.of("is_a")):
            yield Said(number, sentence, last, end)
        elif len(spots) == 1 and sentence.has("names_it"):
            yield Said(number, sentence, sentence.first, sentence.last)


def _counted(number: int, request: UnderstandRequest) -> int:
    return request.photos[-1] if number == -1 and request.photos else number


def _doubtful(request: UnderstandRequest) -> list[int]:
    """The photo of which it is not certain what it shows: the one that was asked about, else the only such photo."""
    asked = [one.photo for one in request.wardrobe if one.photo and one.id in request.unconfirmed]
    waiting = [one.photo for one in request.wardrobe if one.photo and not one.is_certain]
    found = request.unsure or asked or request.bare or waiting
    return found[:1] if request.unsure or len({*found}) == 1 else []


def _is_bare(closet: Closet) -> bool:
    """Whether a piece is all that is said: "a blue shirt", « une chemise », 衬衫."""
    said = {i for sentence in closet.sentences for one in sentence.named for i in range(one.first, one.last)}
    words = {i for i, word in enumerate(closet.reading.words) if word.text.isalnum()}
    return bool(said) and len(words - said) <= _BESIDE

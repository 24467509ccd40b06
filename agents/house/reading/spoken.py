"""What a turn says of pieces, of who is dressed, where and when: read from its words and what was shown before."""

from dataclasses import dataclass
from functools import cached_property

from agents.contracts import UnderstandRequest
from agents.house.reading.changes import (
    besides_spouse,
    by_ending,
    dressed_after,
    own_presentation,
    owned_like,
    presentation_of,
)
from agents.house.reading.dates import date_of, days_of, impossible_date
from agents.house.reading.degrees import temperature_of
from agents.house.reading.initials import presentation_by_age
from agents.house.reading.labels import by_label
from agents.house.reading.mentions import Mention, Reading
from agents.house.reading.numbers import Number
from agents.house.reading.pictured import Pictured, pictured
from agents.house.reading.pieces import NamedPiece, pieces_of
from agents.house.reading.places import place_of
from agents.house.reading.pointing import last_turn
from agents.house.reading.references import References, references_of
from agents.house.reading.resized import resized, sizes_again
from agents.house.reading.sizes import SizesSaid, sizes_of
from agents.house.reading.topics import asked_for, without_topics
from stores.vocabulary import Garment, Presentation
from tools.places import find_place


@dataclass(frozen=True)
class Spoken:
    """What is said, each fact read when it is first asked for."""

    reading: Reading
    request: UnderstandRequest

    @cached_property
    def _named(self) -> tuple[list[NamedPiece], list[Mention]]:
        pieces, loose = pieces_of(self.reading)
        for piece in self._asked_for(pieces):
            piece.owned = False
        return without_topics(pieces, self.reading), loose

    def _asked_for(self, pieces: list[NamedPiece]) -> list[NamedPiece]:
        return asked_for(pieces, self.reading, last_turn(self.request.shown))

    @property
    def pieces(self) -> list[NamedPiece]:
        return self._named[0]

    @property
    def loose(self) -> list[Mention]:
        """Attributes that belong to no piece; what is refused is not wished for as well: "all wear black, not me"."""
        said = self._named[1]
        behind = [a for piece in self.pieces for a in piece.attributes if a.first >= piece.garment.last]
        refused = {(mention.kind, mention.key) for mention in (*said, *behind) if mention.denied}
        return [mention for mention in said if mention.denied or (mention.kind, mention.key) not in refused]

    @cached_property
    def pictured(self) -> Pictured:
        return pictured(self.pieces, self.references.photos, self.reading, self.request)

    def hung_as(self, piece: NamedPiece) -> Garment | None:
        """The garment of the wardrobe that a piece means; none where it is what a photo shows."""
        if piece in self.pictured.unseen:
            return None
        return owned_like(piece, self.reading, self.request.wardrobe)

    @property
    def kept(self) -> list[str]:
        """Ids of the shown items that stay while the rest changes: "keep the blazer"."""
        if not self.reading.has("keep"):
            return []
        owned = [piece.garment for piece in self.pieces if piece.owned]
        return [self.references.named[garment] for garment in owned if garment in self.references.named]

    @cached_property
    def references(self) -> References:
        return references_of(self.reading, self.request)

    @property
    def follows(self) -> bool:
        """Whether there is an earlier answer to go on from."""
        return bool(self.request.shown) or self.request.last is not None

    @cached_property
    def place(self) -> str | None:
        return place_of(self.reading)

    @cached_property
    def date(self) -> str | None:
        """The day that is told of; of one that is known, "now" tells no other: « les chaussures maintenant »."""
        told, known = self.reading.keys("day"), self.request.last and self.request.last.date
        found = date_of(self.reading, self.request.today, month_first=self._month_first)
        return None if known and {*told} == {"now"} and found == self.request.today.isoformat() else found

    @property
    def _month_first(self) -> bool:
        """Whether 6/12 is the twelfth of June: in English, of a place in the United States."""
        last, english = self.request.last, self.reading.lexicon.language == "en"
        name = self.place or (last and last.place) or self.request.profile.place
        place = find_place(name) if name and english else None
        return place is not None and place.country == "US"

    @cached_property
    def impossible_date(self) -> str | None:
        return impossible_date(self.reading)

    @cached_property
    def days(self) -> int | None:
        return days_of(self.reading)

    @cached_property
    def temperature(self) -> float | None:
        return temperature_of(self.reading)

    @cached_property
    def presentation(self) -> Presentation | None:
        said = own_presentation(self.reading)
        last = self.request.last
        known = self.follows and ((last and last.presentation) or self.request.profile.presentation)
        dressed = dressed_after(self.reading, known=bool(known))
        worn = said or next((presentation_of(mention.key) for mention in dressed), None)
        worn = (
            worn
            or presentation_by_age(self.reading)
            or (None if known and not self.reading.has("turns_to_me") else by_label(self.reading))
        )
        return worn or (None if self.follows else besides_spouse(self.reading) or by_ending(self.reading))

    @cached_property
    def resized(self) -> Number | None:
        return resized(self.reading, self.request.last)

    @cached_property
    def sizes(self) -> SizesSaid:
        spoken_of = self.request.last.presentation if self.request.last else None
        known = self.presentation or spoken_of or self.request.profile.presentation
        if self.request.last and self.resized:
            return SizesSaid(sizes_again(self.reading, self.resized, self.request.last, known), own=False)
        shod_in = self.request.last and self.request.last.sizes.shoes
        return sizes_of(self.reading, known, shod_in or self.request.profile.sizes.shoes)

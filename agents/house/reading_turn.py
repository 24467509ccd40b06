"""One turn with all that was read from it, before it is decided what is asked for."""

from dataclasses import dataclass
from functools import cached_property

from agents.contracts import UnderstandRequest
from agents.house.reading_changes import own_presentation, owned_like, presentation_of, wearers
from agents.house.reading_counts import looks_wanted_of
from agents.house.reading_dates import date_of, days_of, impossible_date, season_of, temperature_of
from agents.house.reading_mentions import ATTRIBUTES, Mention, Reading
from agents.house.reading_money import budget_of
from agents.house.reading_occasions import occasion_of
from agents.house.reading_pieces import NamedPiece, pieces_of
from agents.house.reading_places import place_of
from agents.house.reading_references import References, disliked_items, references_of
from agents.house.reading_sizes import SizesSaid, sizes_of
from stores.vocabulary import Budget, Presentation, Season, Slot

_LEADING = 2
# Slots that a look is shown without, where the person has the piece.
_SPARED: frozenset[Slot] = frozenset({"footwear", "bag", "headwear", "hosiery", "outer", "accessory"})
_DETAILS = ("style", *ATTRIBUTES, "activity", "modest", "sky", "presentation")


@dataclass(frozen=True)
class Turn:
    """Facts of a turn, each read when it is first asked for."""

    reading: Reading
    request: UnderstandRequest

    @cached_property
    def _named(self) -> tuple[list[NamedPiece], list[Mention]]:
        return pieces_of(self.reading)

    @property
    def pieces(self) -> list[NamedPiece]:
        return self._named[0]

    @property
    def loose(self) -> list[Mention]:
        """Attributes that belong to no piece."""
        return self._named[1]

    @property
    def owned(self) -> list[NamedPiece]:
        held = [piece for piece in self.hung if piece.owned]
        return [piece for piece in held if piece.garment not in self.references.named]

    @property
    def kept(self) -> list[str]:
        """Ids of the shown items that stay while the rest changes: "keep the blazer"."""
        if not self.reading.has("keep"):
            return []
        owned = [piece.garment for piece in self.pieces if piece.owned]
        return [self.references.named[garment] for garment in owned if garment in self.references.named]

    @cached_property
    def asked(self) -> list[NamedPiece]:
        """The pieces to look for; one that was shown and is not liked is to be replaced."""
        named = [piece for piece in self.hung if not piece.owned]
        return [*named, *(NamedPiece(garment) for garment in self.disliked)] if self.replaces else named

    @cached_property
    def disliked(self) -> dict[Mention, list[str]]:
        """The garments that the person does not like among what was shown, each with the ids of the items."""
        found = {
            garment: disliked_items(self.reading, garment, self.references, self.request.shown)
            for garment in self.reading.garments
        }
        return {garment: ids for garment, ids in found.items() if ids}

    @cached_property
    def dropped(self) -> list[Mention]:
        """The garments of what was shown that a look is to do without: "remove the bag"."""
        named = [piece for piece in self.pieces if piece.garment in self.references.named and not piece.owned]
        strange = [piece for piece in named if not owned_like(piece, self.reading, self.request.wardrobe)]
        return [piece.garment for piece in strange] if self.reading.has("wardrobe_remove") else []

    @cached_property
    def had(self) -> list[Mention]:
        """The garments that nobody need look for: "I already have shoes"."""
        aside = self.follows or self.reading.has("outfit") or self.occasion is not None
        if not aside or self.reading.has("complete"):
            return []
        found: list[Mention] = []
        for piece in self.pieces:
            if not piece.attributes and (self._is_had(piece.garment) or (found and self._goes_on(found[-1], piece))):
                found.append(piece.garment)
        return [piece for piece in found if self.reading.meanings.slot(piece.kind, piece.key) in _SPARED]

    def _is_had(self, garment: Mention) -> bool:
        """Whether "I already have" stands right before or behind a garment."""
        cues = self.reading.cues
        led = any(0 <= garment.first - cue.last <= _LEADING for cue in cues.get("already", ()))
        return led or any(0 <= cue.first - garment.last <= _LEADING for cue in cues.get("already_had", ()))

    def _goes_on(self, before: Mention, piece: NamedPiece) -> bool:
        """Whether a piece is the next of a list: "shoes and a bag"."""
        words = self.reading.lexicon.grammar
        gap = {*self.reading.between(before.last, piece.garment.first)}
        return piece.owned and bool(gap) and gap <= words.joiners | words.articles

    @property
    def hung(self) -> list[NamedPiece]:
        """The pieces that may hang in the wardrobe."""
        return [piece for piece in self.pieces if piece.garment not in (*self.dropped, *self.had)]

    @property
    def replaces(self) -> bool:
        """Whether something else is asked for in place of what is not liked."""
        return bool(self.disliked) and self.reading.has("request", "other", "find", "swap", "question")

    @property
    def doubts(self) -> bool:
        """Whether it is asked if one's own piece is too much: "is my red coat too loud?"."""
        r = self.reading
        asked = bool(r.opening("question")) or r.text.rstrip().endswith(("吗", "?"))
        return bool(self.owned) and not self.asked and asked and r.has("excess")

    @cached_property
    def references(self) -> References:
        return references_of(self.reading, self.request)

    @cached_property
    def occasion(self) -> str | None:
        stays = self.place and self.days and len(self.reading.keys("activity")) > 1
        return occasion_of(self.reading) or ("travel" if stays else None)

    @cached_property
    def place(self) -> str | None:
        return place_of(self.reading)

    @cached_property
    def date(self) -> str | None:
        return date_of(self.reading, self.request.today)

    @cached_property
    def impossible_date(self) -> str | None:
        return impossible_date(self.reading)

    @cached_property
    def days(self) -> int | None:
        return days_of(self.reading)

    @cached_property
    def season(self) -> Season | None:
        return season_of(self.reading)

    @cached_property
    def temperature(self) -> float | None:
        return temperature_of(self.reading)

    @cached_property
    def budget(self) -> Budget | None:
        return budget_of(self.reading, self.request.profile.currency or self.request.currency)

    @cached_property
    def presentation(self) -> Presentation | None:
        said = own_presentation(self.reading)
        return said or next((presentation_of(mention.key) for mention in wearers(self.reading)), None)

    @cached_property
    def sizes(self) -> SizesSaid:
        return sizes_of(self.reading, self.presentation or self.request.profile.presentation)

    @cached_property
    def looks_wanted(self) -> int | None:
        return looks_wanted_of(self.reading, self.asked)

    @property
    def follows(self) -> bool:
        """Whether there is an earlier answer to go on from."""
        return bool(self.request.shown) or self.request.last is not None

    @cached_property
    def details(self) -> set[str]:
        """Kinds of detail that a request is made of, none of which alone proves it to be one about clothes."""
        r = self.reading
        found = {mention.kind for mention in r.of(*_DETAILS)}
        said: dict[str, object] = {"occasion": self.occasion, "place": self.place, "date": self.date, "days": self.days}
        said |= {"season": self.season, "budget": self.budget, "temperature": self.temperature is not None}
        said |= {"date": self.date or self.impossible_date}
        said |= {"manner": self.reading.has("manner")}
        return found | {name for name, value in said.items() if value}

    def empty_but(self, *kinds: str) -> bool:
        """Whether the turn holds no detail but of these kinds."""
        return self.details <= set(kinds)

"""One turn with all that was read from it, before it is decided what is asked for."""

from dataclasses import dataclass
from functools import cached_property

from agents.contracts import UnderstandRequest
from agents.house.reading_changes import own_presentation, presentation_of
from agents.house.reading_dates import date_of, days_of, season_of, temperature_of
from agents.house.reading_mentions import Mention, Reading
from agents.house.reading_money import budget_of
from agents.house.reading_occasions import occasion_of
from agents.house.reading_pieces import NamedPiece, pieces_of
from agents.house.reading_places import place_of
from agents.house.reading_references import References, references_of
from agents.house.reading_sizes import SizesSaid, sizes_of
from stores.vocabulary import Budget, Presentation, Season


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
        return [piece for piece in self.pieces if piece.owned]

    @property
    def asked(self) -> list[NamedPiece]:
        return [piece for piece in self.pieces if not piece.owned]

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
        return said or next((presentation_of(key) for key in self.reading.keys("presentation")), None)

    @cached_property
    def sizes(self) -> SizesSaid:
        return sizes_of(self.reading, self.presentation or self.request.profile.presentation)

    @property
    def follows(self) -> bool:
        """Whether there is an earlier answer to go on from."""
        return bool(self.request.shown) or self.request.last is not None

    @cached_property
    def details(self) -> set[str]:
        """Kinds of detail that a request is made of, none of which alone proves it to be one about clothes."""
        r = self.reading
        kinds = ("style", "colour", "tone", "fabric", "pattern", "fit", "warmth", "activity", "modest", "presentation")
        found = {kind for kind in kinds if any(mention.kind == kind for mention in r.mentions)}
        said: dict[str, object] = {"occasion": self.occasion, "place": self.place, "date": self.date, "days": self.days}
        said |= {"season": self.season, "budget": self.budget, "temperature": self.temperature is not None}
        return found | {name for name, value in said.items() if value}

    def empty_but(self, *kinds: str) -> bool:
        """Whether the turn holds no detail but of these kinds."""
        return self.details <= set(kinds)

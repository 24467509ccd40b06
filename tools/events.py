"""What custom asks of an occasion: dress code, formality, taboos, and whether a piece keeps to them.

Custom only: the invitation or the host decides. Taboos bind whom they are written for, never whom we guess; where no
culture is said, the country of the event speaks for it. Knows no wardrobe and no catalogue.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from stores.vocabulary import Article, ColourFamily, Conditions, Piece, Presentation, Range, Shape, Slot, Taboo
from tools.palettes import in_tones
from tools.trades import WorkCode, work_code
from tools.warmth import falls_as_snow
from tools.weather import WeatherReading

Bared = Literal["shoulders", "knees", "toes"]

UNKNOWN_FORMALITY: Range = (2, 4)
STANDING_MET = 1.6
LARGE_SHARE = 0.5
# What is bared together: a piece that leaves the shoulders bare has no sleeves.
BARED_BY = {"arms": "shoulders"}
SNOW_BELOW_C = 3
# Of the warmest hour: below it a beach is walked along.
BATHING_C = 18


class EventReading(Shape):
    """What an occasion asks for."""

    occasion: str
    dress_code: str
    formality: Range
    taboos: list[Taboo] = Field([], description="hard ones first")
    indoors: bool = True
    activity: float = Field(STANDING_MET, description="met, 58 W/m2 each")
    notes: list[str] = Field([], description="host_wins: the invitation decides; shoes_off")


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Custom(_Row):
    what: list[str]
    why: str
    hard: bool
    presentation: Presentation | None = None
    culture: str | None = None


class _Event(_Row):
    code: str
    formality: Range
    indoors: bool = True
    met: float = STANDING_MET
    customs: list[str] = []
    host_wins: bool = False
    shoes_off: bool = False
    becomes: dict[str, str] = {}
    in_cold: str | None = None


class _Cover(_Row):
    slots: list[Slot]
    categories: list[str]
    bares: re.Pattern[str]
    covers: re.Pattern[str]


class _Table(_Row):
    customs: dict[str, _Custom]
    activities: dict[str, list[str]]
    events: dict[str, _Event]
    cover: dict[Bared, _Cover]


@cache
def _load_table() -> _Table:
    return _Table.model_validate(tomllib.loads(files("tools").joinpath("events.toml").read_text(encoding="utf-8")))


def read_event(
    occasion: str,
    *,
    culture: str | None = None,
    presentation: Presentation | None = None,
    country: str | None = None,
    trade: str | None = None,
    activities: Sequence[str] = (),
) -> EventReading:
    """What an occasion asks of a person, with what is done besides. `country` is an ISO code.

    An occasion that is not known is smart casual.

    At work the trade decides how dressed it is. A custom that binds women or men alone is soft where the person's
    presentation is not known.
    """
    events = _load_table().events
    done = [custom for name in activities for custom in _load_table().activities.get(name, ())]
    if occasion not in events:
        taboos = _taboos(done, culture, presentation)
        return EventReading(occasion=occasion, dress_code="smart_casual", formality=UNKNOWN_FORMALITY, taboos=taboos)
    becomes = events[occasion].becomes
    named = becomes.get(culture.lower(), occasion) if culture else becomes.get(country or "", occasion)
    event = events[named]
    work = work_code(named, trade) or WorkCode(event.code, event.formality)
    return EventReading(
        occasion=named,
        dress_code=work.code,
        formality=work.formality,
        taboos=_taboos([*event.customs, *done], culture, presentation),
        indoors=event.indoors,
        activity=event.met,
        notes=[note for note in ("host_wins", "shoes_off") if getattr(event, note)],
    )


def in_cold(occasion: str | None, conditions: Conditions) -> str | None:
    """What an occasion is on a day too cold to bathe: who goes to the sea then walks; None for any other occasion."""
    event = _load_table().events.get(occasion or "")
    cold = conditions.temp_max_c is not None and conditions.temp_max_c < BATHING_C
    return event.in_cold if event and cold else None


def _taboos(customs: Sequence[str], culture: str | None, presentation: Presentation | None) -> list[Taboo]:
    """The taboos of customs, each named once, by the first custom that names it."""
    found: dict[str, Taboo] = {}
    for name in customs:
        custom = _load_table().customs[name]
        if custom.culture not in (None, culture) or {presentation, custom.presentation} == {"women", "men"}:
            continue
        binds = custom.presentation in (None, presentation)
        for what in custom.what:
            found.setdefault(what, Taboo(what=what, why=custom.why, hard=custom.hard and binds))
    return sorted(found.values(), key=lambda taboo: not taboo.hard)


def custom_of(taboo: Taboo) -> str | None:
    """The name of the custom that gives a taboo its reason."""
    return next((name for name, custom in _load_table().customs.items() if custom.why == taboo.why), None)


def bares(piece: Piece) -> set[str]:
    """What of shoulders, knees and toes a piece leaves bare: by its name, else its description, else its category."""
    return {part for part, cover in _load_table().cover.items() if piece.slot in cover.slots and _bares(piece, cover)}


def bared_by(category: str) -> set[str]:
    """What of shoulders, knees and toes a category leaves bare, whatever the piece."""
    return {part for part, cover in _load_table().cover.items() if category in cover.categories}


def _bares(piece: Piece, cover: _Cover) -> bool:
    for text in (piece.name, piece.description if isinstance(piece, Article) else ""):
        if cover.bares.search(text):
            return True
        if cover.covers.search(text):
            return False
    return piece.category in cover.categories


def breaks(piece: Piece, taboo: Taboo) -> bool:
    """Whether a piece by itself breaks a taboo. Bare hair is a matter of the whole look, so no piece breaks it."""
    kind, _, what = taboo.what.partition(":")
    match kind:
        case "family":
            return any(colour.family == what and colour.share >= LARGE_SHARE for colour in piece.colours)
        case "category":
            return piece.category == what
        case "fabric":
            return what in piece.fabrics
        case "pattern":
            return piece.pattern == what
        case "bare":
            return BARED_BY.get(what, what) in bares(piece)
    raise ValueError(f"unknown taboo {taboo.what}")


def conditions_of(
    weather: WeatherReading | None,
    event: EventReading | None,
    *,
    stated_temp_c: float | None = None,
    low_c: float | None = None,
) -> Conditions:
    """Weather and event as one. A temperature that the person states comes before any reading, with the low of it."""
    conditions = Conditions()
    if weather is not None:
        conditions = Conditions.model_validate(weather.model_dump(exclude={"degraded"}))
    conditions = at_event(conditions, event) if event else conditions
    if stated_temp_c is not None:
        conditions.temp_max_c = stated_temp_c
        conditions.temp_min_c = stated_temp_c if low_c is None else min(low_c, stated_temp_c)
        conditions.snow = conditions.snow and conditions.temp_min_c <= SNOW_BELOW_C
        conditions.source = "stated"
    conditions.snow = falls_as_snow(conditions) or conditions.snow
    return conditions


def granted(conditions: Conditions, families: Iterable[ColourFamily]) -> Conditions:
    """The conditions without what custom has against these colours: the hosts ask for them, and the host wins.

    Where one mourns in colour by the family's wish, no colour is out of place.
    """
    wished = {f"family:{family}" for family in in_tones(families)}
    mourns = bool(wished) and conditions.dress_code == "mourning"
    kept = [one for one in conditions.taboos if not (one.what in wished or (mourns and one.what.startswith("family:")))]
    return conditions.model_copy(update={"taboos": kept})


def at_event(conditions: Conditions, event: EventReading) -> Conditions:
    """The same weather with what an event asks for, and how active people are there."""
    asked = ("dress_code", "formality", "taboos", "indoors")
    return conditions.model_copy(update={name: getattr(event, name) for name in asked} | {"met": event.activity})

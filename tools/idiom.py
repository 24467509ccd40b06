"""Idioms: the kinds of piece that are usually worn at an occasion, by who they are cut for.

Custom and taste, not rules: what is unusual scores less and is never refused here. Of the weather it knows deep frost.
"""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field

from stores.categories import load_categories
from stores.vocabulary import Brief, ColourFamily, Conditions, Piece, Presentation, Slot
from tools.dress import wants_suit
from tools.warmth import mean_temperature

OWN, ALSO, STRANGE = 1.0, 0.65, 0.1
EVERYDAY, DEEP_FROST = "everyday", "arctic_trip"
DEEP_FROST_C = -8.0
STRICT = frozenset({"athleisure", "business_formal", "black_tie", "creative_black_tie", "white_tie"})
RELAXED = frozenset({"smart_casual", "casual", "workwear", "on_feet", "service", "kitchen"})
# What rain and cold ask for is right wherever one goes.
FOR_WEATHER = frozenset({"umbrella", "scarf", "gloves"})
CUTS: tuple[Presentation, ...] = ("women", "men")


class Idiom(BaseModel):
    """What is worn at some occasions: `own` comes first, `also` goes too; by who a piece is cut for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    places: frozenset[str] = Field(alias="for")
    colours: tuple[ColourFamily, ...] = ()
    own: dict[Presentation, list[str]]
    also: dict[Presentation, list[str]]

    def listed(self, presentation: Presentation | None) -> list[str]:
        """The idiom's own categories for a presentation; for both where it is unisex or not known."""
        return [c for cut in _cuts(presentation) for c in self.own[cut]]


@cache
def load_idioms() -> dict[str, Idiom]:
    """Every idiom by name."""
    table = tomllib.loads(files("tools").joinpath("idiom.toml").read_text(encoding="utf-8"))
    return {name: Idiom(name=name, **row) for name, row in table.items()}


@cache
def _by_place() -> dict[str, Idiom]:
    return {place: idiom for idiom in load_idioms().values() for place in idiom.places}


def idiom_of(brief: Brief, conditions: Conditions | None) -> Idiom:
    """The idiom of the occasion, else of the dress code, else the everyday one; deep frost has one of its own."""
    places = _by_place()
    code = conditions.dress_code if conditions else None
    # Where people work in jeans, nobody interviews in a suit, and where the suit is the code, nobody meets without.
    ruled = code in STRICT or (brief.trade and code in RELAXED)
    occasion = None if ruled else brief.occasion
    usual = places["business_casual"] if code is None and wants_suit(brief) else places[EVERYDAY]
    found = places.get(occasion or "") or places.get(code or "") or usual
    mean = mean_temperature(conditions)
    is_plain = code in {None, "casual"}
    return places[DEEP_FROST] if is_plain and mean is not None and mean <= DEEP_FROST_C else found


def aptness(piece: Piece, idiom: Idiom) -> float:
    """How usual a piece is there, 0..1; 1 for a slot that the idiom says nothing of."""
    return max(_aptness(piece.category, piece.slot, cut, idiom) for cut in _cuts(piece.presentation))


def _aptness(category: str, slot: Slot, cut: Presentation, idiom: Idiom) -> float:
    if category in idiom.own[cut] or category in FOR_WEATHER:
        return OWN
    if category in idiom.also[cut]:
        return ALSO
    return STRANGE if slot in _spoken(idiom.name, cut) else OWN


def _cuts(presentation: Presentation | None) -> tuple[Presentation, ...]:
    return (presentation,) if presentation in CUTS else CUTS


@cache
def _spoken(name: str, cut: Presentation) -> set[Slot]:
    """The slots that an idiom has a word on; where trousers are spoken of and no dress is, a dress is out of place."""
    idiom = load_idioms()[name]
    found = {load_categories()[category].slot for category in (*idiom.own[cut], *idiom.also[cut])}
    return found | {"one_piece"} if "bottom" in found else found


def usual(slot: Slot, idiom: Idiom, presentation: Presentation | None) -> list[str]:
    """The categories of a slot that come first there."""
    return [c for c in dict.fromkeys(idiom.listed(presentation)) if load_categories()[c].slot == slot]

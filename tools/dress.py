"""Dress codes: the formality that each asks for, what it requires, and what is never right.

Knows no occasion (events say which code they have) and no person.
"""

import tomllib
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict

from stores.colours import lab_of_hex
from stores.vocabulary import CORE_SLOTS, Brief, ColourFamily, Conditions, Pattern, Piece, Presentation, Range, Slot
from tools.warmth import FROST_C, mean_temperature

# Where nothing is known of the occasion: neither sportswear nor evening dress.
EVERYDAY: Range = (1.5, 5.0)
# The code that is named by a formality: "formal" on the card of a dinner makes it one.
NAMED: dict[Range, str] = {
    (5, 7): "cocktail", (5.5, 7): "business_formal", (6, 8): "formal", (7, 9): "black_tie", (7.5, 9): "white_tie",
    (6.5, 9): "creative_black_tie", (0.5, 2.5): "athleisure",
}  # fmt: skip
# Where the card is plainer than the day: a feast is one in linen too, and work is what its own plainer codes say.
FEASTS = frozenset({"cocktail", "formal", "festive"})
PLAINER: tuple[tuple[float, str], ...] = ((3.5, "business_casual"), (0.0, "smart_casual"))
# Codes that ask for no more than to be dressed so far; mourning and modesty stay whatever else is asked.
WORLDLY = frozenset(
    {None, "casual", "smart_casual", "business_casual", "business_formal", "cocktail", "formal", "festive"}
)
# What a suit is worn at where nobody says more.
TAILORED: Range = (4.5, 7.0)
SUITS = (frozenset({"suit_jacket", "suit_trousers"}), frozenset({"suit_jacket", "midi_skirt"}))
CORE_TOLERANCE = 1.0
OTHER_TOLERANCE = 2.0
# What flats stand in for.
HEELED = ("heels",)
# A coat may be this much dressier or plainer than what is under it.
COAT_STEP = 1.5
# Above this CIELAB lightness a shirt is pale.
PALE_L, DARK_SHIRT = 75.0, 1.5
DARK_BROWN_L = 35.0
LEATHERY: frozenset[Slot] = frozenset({"footwear", "bag", "accessory"})


class CodeRules(BaseModel):
    """One dress code; `core`, `requires` and `optional` are keyed by presentation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = ""
    formality: Range = EVERYDAY
    spread: float = 4
    core: dict[Presentation, list[Slot]] = {}
    requires: dict[Presentation, list[list[str]]] = {}
    optional: dict[Presentation, list[Slot]] = {}
    avoid: frozenset[str] = frozenset()
    avoid_fabrics: frozenset[str] = frozenset()
    avoid_patterns: frozenset[Pattern] = frozenset()
    plain: frozenset[Slot] = frozenset()
    colours: dict[str, list[ColourFamily]] = {}
    admits: frozenset[str] = frozenset()
    separates: bool = False
    barefoot: bool = False
    closed_shoes: bool = False
    # Whether a brown is a dark one on shoes, bags and belts.
    dark_leather: bool = False


@cache
def _load_table() -> dict[str, Any]:
    return tomllib.loads(files("tools").joinpath("dress.toml").read_text(encoding="utf-8"))


@cache
def load_codes() -> dict[str, CodeRules]:
    """Every dress code by name."""
    return {name: _build_rules(name, **row) for name, row in _load_table()["codes"].items()}


def _build_rules(name: str, avoid: Iterable[str] = (), never: Iterable[str] = (), **row: Any) -> CodeRules:
    groups = _load_table()["groups"]
    return CodeRules(name=name, avoid={*avoid, *(c for group in never for c in groups[group])}, **row)


@cache
def code_rules(code: str | None) -> CodeRules:
    """The rules of a dress code; where it is not known, no sportswear and no evening dress."""
    return load_codes().get(code or "") or _build_rules("", never=("sport", "trail", "evening"))


def stand_ins(refused: Collection[str]) -> frozenset[str]:
    """Categories that are worn at any code in the place of a refused one, as flats where heels are refused."""
    return frozenset(kind for name, kinds in _load_table()["instead"].items() if name in refused for kind in kinds)


def rules_in(conditions: Conditions | None) -> CodeRules:
    """The rules of the code, with what is made for snow and frost allowed in them."""
    rules = code_rules(conditions.dress_code if conditions else None)
    mean = mean_temperature(conditions)
    if conditions is None or not (conditions.snow or (mean is not None and mean <= FROST_C)):
        return rules
    return rules.model_copy(update={"avoid": rules.avoid - frozenset(_load_table()["groups"]["trail"])})


def invited(conditions: Conditions, said: Range | None) -> Conditions:
    """The conditions with the dress code that the invitation names; it decides before the occasion does."""
    code = _named(said, conditions.dress_code) if said and conditions.dress_code in WORLDLY else None
    return conditions.model_copy(update={"dress_code": code}) if code else conditions


def _named(said: Range, code: str | None) -> str | None:
    """The code that a formality names, where it is not met by the occasion's own."""
    if named := NAMED.get(said):
        return named
    if said[1] > code_rules(code).formality[0]:
        return None
    return "festive" if code in FEASTS else next(plainer for least, plainer in PLAINER if said[0] >= least)


def wants_suit(brief: Brief) -> bool:
    """Whether a suit is asked for, jacket and trousers or jacket and skirt."""
    asked = {*brief.categories, *(one.category for one in brief.wanted)}
    return any(asked >= suit for suit in SUITS)


def formality_range(brief: Brief, conditions: Conditions | None) -> Range:
    """The formality that is asked for: what the person said, else what the event says, else the code's or a suit's."""
    if brief.formality is not None:
        return brief.formality
    if conditions is not None and conditions.formality is not None:
        return conditions.formality
    code = conditions.dress_code if conditions else None
    return TAILORED if code is None and wants_suit(brief) else code_rules(code).formality


def gap(formality: float, wanted: Range) -> float:
    """How far a formality lies outside a range."""
    return max(0.0, wanted[0] - formality, formality - wanted[1])


def tolerance(slot: Slot) -> float:
    return CORE_TOLERANCE if slot in CORE_SLOTS else OTHER_TOLERANCE


def formality_fit(piece: Piece, wanted: Range) -> float:
    """Score of one piece, 0..1: 1 within the range, 0 a little beyond what is tolerated."""
    return max(0.0, 1 - gap(formality_worn(piece), wanted) / (tolerance(piece.slot) + 0.5))


def formality_worn(piece: Piece) -> float:
    """The formality of a piece in its colour: a dress shirt is white or a tint of it, a dark one is a step plainer."""
    dark = piece.category == "dress_shirt" and lab_of_hex(piece.colours[0].hex)[0] < PALE_L
    return piece.formality - DARK_SHIRT if dark else piece.formality


def is_pale_leather(piece: Piece) -> bool:
    """Whether shoes, a bag or a belt are of a brown that is no dark one: cognac, tan."""
    colour = piece.colours[0]
    return piece.slot in LEATHERY and colour.family == "brown" and lab_of_hex(colour.hex)[0] > DARK_BROWN_L


def spread(pieces: Iterable[Piece]) -> float:
    """The widest gap of formality within the core of a look."""
    core = [piece.formality for piece in pieces if piece.slot in CORE_SLOTS]
    return max(core) - min(core) if core else 0.0


def coat_gap(pieces: Sequence[Piece]) -> float:
    """How far a coat is dressier or plainer than the core beneath it, beyond what goes together; 0 without a coat."""
    core = [piece.formality for piece in pieces if piece.slot in CORE_SLOTS]
    coats = [piece.formality for piece in pieces if piece.slot == "outer"]
    if not core or not coats:
        return 0.0
    return max(0.0, max(abs(coat - sum(core) / len(core)) for coat in coats) - COAT_STEP)

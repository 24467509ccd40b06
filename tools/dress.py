"""Dress codes: the formality that each asks for, what it requires, and what is never right.

Knows no occasion (events say which code they have) and no person.
"""

import tomllib
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict

from stores.colours import lab_of_hex
from stores.vocabulary import CORE_SLOTS, Brief, ColourFamily, Conditions, Piece, Presentation, Range, Slot
from tools.warmth import FROST_C, mean_temperature

# Where nothing is known of the occasion: neither sportswear nor evening dress.
EVERYDAY: Range = (1.5, 5.0)
CORE_TOLERANCE = 1.0
OTHER_TOLERANCE = 2.0
# Above this CIELAB lightness a shirt is pale.
PALE_L, DARK_SHIRT = 75.0, 1.5


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
    plain: frozenset[Slot] = frozenset()
    colours: dict[str, list[ColourFamily]] = {}
    separates: bool = False
    barefoot: bool = False


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


def formality_range(brief: Brief, conditions: Conditions | None) -> Range:
    """The formality that is asked for: what the person said, else what the event says, else the code's own."""
    if brief.formality is not None:
        return brief.formality
    if conditions is not None and conditions.formality is not None:
        return conditions.formality
    return code_rules(conditions.dress_code if conditions else None).formality


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


def spread(pieces: Iterable[Piece]) -> float:
    """The widest gap of formality within the core of a look."""
    core = [piece.formality for piece in pieces if piece.slot in CORE_SLOTS]
    return max(core) - min(core) if core else 0.0

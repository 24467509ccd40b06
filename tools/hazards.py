"""What a sky does to a piece that is worn: which fault makes it unfit for the day, and what is worn in its place.

Pure. The faults are keys, for whoever speaks to put into words; the rules on cold, snow and heat are the gates'.
"""

from collections.abc import Mapping
from typing import Any, Literal

from stores.categories import load_categories
from stores.vocabulary import Piece, Slot
from tools.gates import Limits, piece_breaks
from tools.heat import is_stifling
from tools.warmth import NOT_IN_RAIN, bares_feet, is_rainy, unsafe

Fault = Literal["grip", "cover", "rainproof", "cooler"]
# What the rain falls on first: what is under it may keep dry.
OUTSIDE: frozenset[Slot] = frozenset({"footwear", "outer"})
# What is worn in the cold, the wet and on ice in the place of what is not, by slot.
STURDY: Mapping[Slot, str] = {"footwear": "ankle_boots", "bottom": "trousers", "base_top": "shirt", "outer": "parka"}


def fault_of(piece: Piece, limits: Limits) -> Fault | None:
    """What a piece lacks in the weather: soles that grip, cover from the cold, a cloth for rain, air in the heat."""
    if "weather" in piece_breaks(piece, limits):
        if is_stifling(piece, limits.conditions):
            return "cooler"
        slips = piece.category in unsafe(limits.conditions) and not bares_feet(piece)
        return "grip" if slips else "cover"
    soaks = piece.slot in OUTSIDE and bool(NOT_IN_RAIN & {*piece.fabrics[:1]}) and not piece.waterproof
    return "rainproof" if soaks and is_rainy(limits.conditions) else None


def mended(piece: Piece) -> dict[str, Any]:
    """What changes in a piece that gives way to one for the weather."""
    kind = load_categories()[STURDY.get(piece.slot, piece.category)]
    return {"category": kind.name, "name": kind.name, "clo": kind.clo, "fabrics": [], "seasons": kind.seasons}

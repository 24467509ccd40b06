"""Why a piece stays when an outfit is gone over: what is true of it, among those that stay with it.

Keys, for whoever speaks to put into words (styling: advice starts with what works, and each claim has its rule).
"""

from collections.abc import Sequence

from stores.colours import is_told
from stores.vocabulary import CORE_SLOTS, Conditions, Piece, Range
from tools.colour import NEUTRAL_FAMILIES
from tools.warmth import mean_temperature

# A day on which a layer is what keeps warm, and what makes a layer one that does.
COOL_C, WARM_CLO = 14, 0.3
LIKELY_RAIN = 0.4
# How far in formality a piece may be from the others and still be of their kind.
PEERS = 1.0


def merits_of(
    piece: Piece, beside: Sequence[Piece], conditions: Conditions | None, formality: Range | None
) -> list[str]:
    """What speaks for a piece, the most telling first; `formality` is what the occasion asks, where one is known."""
    others = [one for one in beside if one.id != piece.id]
    return [key for key, holds in _claims(piece, others, conditions, formality).items() if holds]


def told_apart(merits: Sequence[Sequence[str]]) -> list[str | None]:
    """One merit for each piece, no two alike while there is another to tell; None where nothing is known of it."""
    said = list[str | None]()
    for keys in merits:
        said.append(next((key for key in keys if key not in said), next(iter(keys), None)))
    return said


def _claims(
    piece: Piece, others: Sequence[Piece], conditions: Conditions | None, formality: Range | None
) -> dict[str, bool]:
    mean, family = mean_temperature(conditions), piece.colours[0].family
    loud = [one.colours[0].family for one in others if one.colours[0].family not in NEUTRAL_FAMILIES]
    core = [one.formality for one in others if one.slot in CORE_SLOTS]
    layer = piece.slot in {"mid", "outer"} and piece.clo >= WARM_CLO
    coloured = family not in NEUTRAL_FAMILIES
    return {
        "dry": piece.waterproof and conditions is not None and (conditions.rain_chance or 0) >= LIKELY_RAIN,
        "warm": layer and mean is not None and mean <= COOL_C,
        "echo": coloured and family in loud,
        "accent": coloured and bool(others) and not loud and all(is_told(one.colours) for one in others),
        "level": formality is not None and formality[0] <= piece.formality <= formality[1],
        "quiet": not coloured and is_told(piece.colours) and bool(others),
        "peer": bool(core) and abs(piece.formality - sum(core) / len(core)) <= PEERS,
    }

"""The critic's rubric: nine dimensions of what is worn, each 0..10 with its evidence.

Rules alone: it sees fields and numbers, never a picture, and says nothing of bodies. Evidence is a key
(`occasion:plain:<id>`), for whoever speaks to put into words.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from stores.colours import is_told
from stores.vocabulary import (
    CORE_SLOTS,
    Article,
    Brief,
    Conditions,
    Direction,
    Piece,
    Profile,
    Slot,
    SubScore,
    Taste,
)
from tools.colour import harmony
from tools.comfort import interpolate
from tools.compatibility import agreement
from tools.dress import gap, spread, tolerance
from tools.gates import Limits, build_limits, look_breaks, piece_breaks
from tools.hazards import fault_of
from tools.layers import thickest
from tools.prints import pattern_balance
from tools.proportion import HALVED, proportion
from tools.score import Aim, build_aim, finish, preference
from tools.shape import (
    hem_balance,
    is_wearable,
    lacking,
    line_balance,
    season_fit,
    surface_balance,
    textures,
)
from tools.warmth import clo_error, look_clo, needs_met

WEIGHTS: dict[str, int] = {
    "occasion": 18, "weather": 14, "colour": 14, "silhouette": 12, "completeness": 10, "texture": 8, "personal": 12,
    "coherence": 6, "feasibility": 6,
}  # fmt: skip
# Error in clo to score: over 0.6 is wrong clothes for the day, under 0.15 is exact.
CLO_SCORE = ((0.0, 10.0), (0.15, 9.0), (0.3, 5.0), (0.6, 0.0))
# What pieces of different seasons cost their coherence, where no two are of one.
SEASONS_APART = 6.0
# What a silhouette of pieces that cannot be worn together is worth.
APART = 3.0
# How far off the code a piece is right all the same.
NEAR = 0.5
# What colours score that nobody told: neither praise nor blame.
UNTOLD = 7.0
# Slots whose cut makes a silhouette.
CUT: frozenset[Slot] = frozenset({"base_top", "bottom", "one_piece", "mid", "outer"})


class Worn(NamedTuple):
    """What is judged, and the wishes and limits that it is judged by."""

    pieces: Sequence[Piece]
    limits: Limits
    aim: Aim


def rubric(
    pieces: Sequence[Piece], brief: Brief, conditions: Conditions | None, profile: Profile
) -> dict[str, SubScore]:
    """The nine dimensions of a look, each with a score from 0 to 10 and why."""
    worn = worn_of(pieces, brief, conditions, profile)
    return {name: judge(worn) for name, judge in DIMENSIONS.items()}


def weighted(sub: Mapping[str, SubScore]) -> float:
    """The total out of 100; a dimension that is missing counts nothing."""
    whole = sum(WEIGHTS[name] for name in sub)
    return round(sum(WEIGHTS[name] * part.score for name, part in sub.items()) * 10 / whole, 1) if whole else 0.0


def worn_of(pieces: Sequence[Piece], brief: Brief, conditions: Conditions | None, profile: Profile) -> Worn:
    """Pieces with the limits and the wishes that they are judged by."""
    limits = build_limits(brief, conditions, profile)
    return Worn(pieces, limits, build_aim(limits, profile, Direction(), Taste()))


def _sub(score: float, why: str) -> SubScore:
    return SubScore(score=round(max(0.0, min(10.0, score)), 1), why=why)


def _occasion(worn: Worn) -> SubScore:
    names = [name for piece in worn.pieces for name in piece_breaks(piece, worn.limits)]
    if "taboo" in names or "taboo" in look_breaks(worn.pieces, worn.limits):
        return _sub(0, "occasion:taboo")
    core = [piece for piece in worn.pieces if piece.slot in CORE_SLOTS] or worn.pieces
    wanted = worn.limits.formality
    worst = max(core, key=lambda piece: off_code(piece, worn.limits), default=None)
    off = off_code(worst, worn.limits) if worst else 0.0
    mean = sum(off_code(piece, worn.limits) for piece in core) / max(1, len(core))
    score = 10 - 2 * off - 2.5 * mean - 1.5 * max(0.0, spread(worn.pieces) - worn.limits.rules.spread)
    if worst is None or off == 0:
        return _sub(score, "occasion:right" if score >= 9 else "occasion:mixed")
    side = "plain" if worst.formality < wanted[0] else "dressy"
    return _sub(score, f"occasion:{side}:{worst.id}")


def off_code(piece: Piece, limits: Limits) -> float:
    """How far a piece is off what is asked, from half a step on: a blazer is right where it is smart but casual.

    Where nobody has named a code, a coat may be dressier than the day.
    """
    off = gap(piece.formality, limits.formality)
    return off if off > (NEAR if limits.has_code else tolerance(piece.slot)) else 0.0


def _weather(worn: Worn) -> SubScore:
    unfit = next((piece for piece in worn.pieces if fault_of(piece, worn.limits)), None)
    if unfit is not None:
        return _sub(1, f"weather:unfit:{unfit.id}")
    if worn.aim.band is None:
        return _sub(7, "weather:unknown")
    clo = look_clo(worn.pieces)
    score = interpolate(clo_error(clo, worn.aim.band), CLO_SCORE)
    lacking = 1 - needs_met(worn.aim.needs, worn.pieces)
    if clo_error(clo, worn.aim.band) > 0.15:
        return _sub(score - 2 * lacking, "weather:light" if clo < worn.aim.band[0] else "weather:warm")
    return _sub(score - 3 * lacking, "weather:open" if lacking else "weather:right")


def _colour(worn: Worn) -> SubScore:
    """Of colours that were told; beside any that was not, only those that clash are spoken of."""
    told = [piece for piece in worn.pieces if is_told(piece.colours)]
    found = harmony(told)
    score = interpolate(found.score, ((0.4, 0.0), (0.7, 5.0), (0.85, 8.0), (0.95, 10.0)))
    clash = found.key is None and score < 5
    if len(told) < len(worn.pieces) and not clash:
        return _sub(UNTOLD, "colour:unknown")
    return _sub(score, "colour:clash" if clash else found.key or "colour:fair")


def _silhouette(worn: Worn) -> SubScore:
    score = 10 * line_balance(worn.pieces)
    wearable = is_wearable(worn.pieces)
    if thick := thickest(worn.pieces):
        return _sub(score if wearable else APART, f"silhouette:thick:{thick.id}")
    if not wearable:
        return _sub(APART, "silhouette:apart")
    if hem_balance(worn.pieces) < 1:
        return _sub(score, "silhouette:hem")
    if not any(piece.fit for piece in worn.pieces if piece.slot in CUT):
        return _sub(score, "silhouette:unknown")
    share = proportion(worn.pieces)
    if share is not None and share <= HALVED:
        return _sub(score, "silhouette:half")
    return _sub(score, "silhouette:balanced" if score >= 9 else "silhouette:alike")


def _completeness(worn: Worn) -> SubScore:
    missing = lacking(worn.pieces, barefoot=worn.limits.barefoot)
    if missing:
        return _sub(6 - 3 * len(missing), f"completeness:no:{missing[0]}")
    done = finish(worn.pieces, worn.aim.optional)
    return _sub(8 + 2 * done, "completeness:done" if done == 1 else "completeness:open")


def _texture(worn: Worn) -> SubScore:
    surfaces = len(textures(worn.pieces))
    known = () if worn.aim.presumed else worn.aim.seasons
    season = min((season_fit(piece, known) for piece in worn.pieces), default=1.0)
    score = 10 * surface_balance(worn.pieces) - (0 if surfaces >= 2 else 2) - 4 * (1 - season)
    if pattern_balance(worn.pieces) < 0.7:
        return _sub(score, "texture:patterns")
    if season < 1 and not worn.aim.presumed:
        return _sub(score, "texture:season")
    if not surfaces:
        return _sub(score, "texture:unknown")
    return _sub(score, "texture:contrast" if surfaces >= 2 else "texture:one")


def _personal(worn: Worn) -> SubScore:
    refusals = {"colour", "fabric", "category", "slot", "presentation", "size"}
    for piece in worn.pieces:
        if refusals & set(piece_breaks(piece, worn.limits)):
            return _sub(0, f"personal:refused:{piece.id}")
    liked = sum(preference(piece, worn.aim) for piece in worn.pieces) / max(1, len(worn.pieces))
    return _sub(7 + 6 * (liked - 0.5), "personal:liked" if liked > 0.55 else "personal:neutral")


def _coherence(worn: Worn) -> SubScore:
    apart = spread(worn.pieces)
    score = 10 - 2 * max(0.0, apart - 1.5) - SEASONS_APART * (1 - agreement(worn.pieces, "season"))
    return _sub(score, "coherence:one" if score >= 8 else "coherence:apart")


def _feasibility(worn: Worn) -> SubScore:
    unpriced = [piece for piece in worn.pieces if isinstance(piece, Article) and piece.price is None]
    return _sub(6, "feasibility:unpriced") if unpriced else _sub(10, "feasibility:ready")


DIMENSIONS: dict[str, Callable[[Worn], SubScore]] = {
    "occasion": _occasion,
    "weather": _weather,
    "colour": _colour,
    "silhouette": _silhouette,
    "completeness": _completeness,
    "texture": _texture,
    "personal": _personal,
    "coherence": _coherence,
    "feasibility": _feasibility,
}

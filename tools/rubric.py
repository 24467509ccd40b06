"""The critic's rubric: nine dimensions of what is worn, each 0..10 with its evidence, and what would help most.

Rules alone: it sees fields and numbers, never a picture, and says nothing of bodies. Evidence and fixes are keys
(`occasion:plain:<id>`, `change:dressier`), for whoever speaks to put into words.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from stores.categories import load_categories
from stores.colours import family_colour
from stores.vocabulary import (
    CORE_SLOTS,
    Article,
    Brief,
    ColourFamily,
    Conditions,
    Direction,
    Fit,
    Fix,
    Piece,
    Profile,
    Slot,
    SubScore,
    Taste,
)
from tools.colour import harmony, is_neutral
from tools.comfort import interpolate
from tools.compatibility import agreement
from tools.dress import gap, spread, tolerance
from tools.gates import Limits, build_limits, look_breaks, piece_breaks
from tools.score import Aim, build_aim, finish, preference
from tools.shape import (
    SEPARATES,
    hem_balance,
    is_wearable,
    lacking,
    line_balance,
    pattern_balance,
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
LEAST_GAIN, CODE_GAIN = 1.5, 3.0
IMAGINED = "imagined-"
# Slots whose cut makes a silhouette.
CUT: frozenset[Slot] = frozenset({"base_top", "bottom", "one_piece", "mid", "outer"})
OFF_CODE, FORBIDDEN = "off_code", "taboo"
MOST_FIXES = 3
CALM: tuple[ColourFamily, ...] = ("navy", "grey", "beige", "black", "white")
OTHER_FIT: Mapping[Fit, Fit] = {"fitted": "relaxed", "regular": "relaxed", "relaxed": "fitted", "oversized": "fitted"}
# What may be added, by slot: a category that stands for it.
ADDABLE: Mapping[Slot, str] = {
    "bottom": "trousers", "base_top": "shirt", "footwear": "loafers", "mid": "cardigan", "outer": "overcoat",
    "bag": "handbag", "headwear": "beanie",
}  # fmt: skip


class Remedy(NamedTuple):
    """A change to what is worn, as it would be after it, and the fix that says so."""

    after: Sequence[Piece]
    fix: Fix


class Worn(NamedTuple):
    """What is judged, and the wishes and limits that it is judged by."""

    pieces: Sequence[Piece]
    limits: Limits
    aim: Aim


def rubric(
    pieces: Sequence[Piece], brief: Brief, conditions: Conditions | None, profile: Profile
) -> dict[str, SubScore]:
    """The nine dimensions of a look, each with a score from 0 to 10 and why."""
    worn = _worn(pieces, brief, conditions, profile)
    return {name: judge(worn) for name, judge in DIMENSIONS.items()}


def weighted(sub: Mapping[str, SubScore]) -> float:
    """The total out of 100; a dimension that is missing counts nothing."""
    whole = sum(WEIGHTS[name] for name in sub)
    return round(sum(WEIGHTS[name] * part.score for name, part in sub.items()) * 10 / whole, 1) if whole else 0.0


def _worn(pieces: Sequence[Piece], brief: Brief, conditions: Conditions | None, profile: Profile) -> Worn:
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
    worst = max(core, key=lambda piece: _off_code(piece, worn.limits), default=None)
    off = _off_code(worst, worn.limits) if worst else 0.0
    mean = sum(_off_code(piece, worn.limits) for piece in core) / max(1, len(core))
    score = 10 - 2 * off - 2.5 * mean - 1.5 * max(0.0, spread(worn.pieces) - worn.limits.rules.spread)
    if worst is None or off == 0:
        return _sub(score, "occasion:right" if score >= 9 else "occasion:mixed")
    side = "plain" if worst.formality < wanted[0] else "dressy"
    return _sub(score, f"occasion:{side}:{worst.id}")


def _off_code(piece: Piece, limits: Limits) -> float:
    """How far a piece is off what is asked; where nobody has named a code, a coat may be dressier than the day."""
    off = gap(piece.formality, limits.formality)
    return off if limits.has_code or off > tolerance(piece.slot) else 0.0


def _weather(worn: Worn) -> SubScore:
    unfit = next((piece for piece in worn.pieces if "weather" in piece_breaks(piece, worn.limits)), None)
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
    found = harmony(worn.pieces)
    score = interpolate(found.score, ((0.4, 0.0), (0.7, 5.0), (0.85, 8.0), (0.95, 10.0)))
    return _sub(score, found.key or ("colour:fair" if score >= 5 else "colour:clash"))


def _silhouette(worn: Worn) -> SubScore:
    score = 10 * line_balance(worn.pieces)
    if not is_wearable(worn.pieces):
        return _sub(3, "silhouette:apart")
    if hem_balance(worn.pieces) < 1:
        return _sub(score, "silhouette:hem")
    if not any(piece.fit for piece in worn.pieces if piece.slot in CUT):
        return _sub(score, "silhouette:unknown")
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


def fixes(
    pieces: Sequence[Piece], sub: Mapping[str, SubScore], brief: Brief, conditions: Conditions | None, profile: Profile
) -> list[Fix]:
    """What a custom rules out, then the changes that help most, each on top of those before it, one per piece.

    Where two pieces quarrel, changing one of them leaves nothing to gain from the other. Where all of them are off the
    code together, changing one alone helps nobody, so that those go that are farthest off, before any last touch.
    """
    worn, score = _worn(pieces, brief, conditions, profile), weighted(sub)
    found: list[Fix] = []
    for remedy in _against_custom(worn):
        found.append(remedy.fix)
        worn = worn._replace(pieces=[remedy.after[0] if p.id == remedy.fix.item else p for p in worn.pieces])
    while len(found) < MOST_FIXES:
        open_ones = [
            one for one in _remedies(worn) if one.fix.item is None or all(one.fix.item != f.item for f in found)
        ]
        gains = [_gain(remedy, score, worn) for remedy in open_ones]
        if not gains or max(gains) < LEAST_GAIN:
            break
        best = open_ones[gains.index(max(gains))]
        found.append(best.fix)
        worn = worn._replace(pieces=best.after)
        score = weighted(_judged(worn.pieces, worn))
    of_code = [] if any(fix.why == OFF_CODE for fix in found) else _off_altogether(worn)
    return [*of_code, *found][:MOST_FIXES]


def _against_custom(worn: Worn) -> Iterator[Remedy]:
    """Each piece that a custom rules out, as it might be worn there: plain, in a calm colour, or both."""
    for piece in worn.pieces:
        if "taboo" in piece_breaks(piece, worn.limits):
            changed = ((piece.model_copy(update=update), what) for update, what in _calmer(piece))
            fit = ((one, what) for one, what in changed if "taboo" not in piece_breaks(one, worn.limits))
            for one, what in islice(fit, 1):
                yield Remedy([one], Fix(what=f"change:{what}", why=FORBIDDEN, item=piece.id))


def _calmer(piece: Piece) -> Iterator[tuple[dict[str, Any], str]]:
    plain: dict[str, Any] = {"pattern": "solid"}
    yield plain, "solid"
    for family in CALM:
        yield {"colours": [family_colour(family)]}, f"colour:{family}"
        yield plain | {"colours": [family_colour(family)]}, f"colour:{family}"


def _off_altogether(worn: Worn) -> list[Fix]:
    core = [piece for piece in worn.pieces if piece.slot in CORE_SLOTS]
    if not core or not all(_off_code(piece, worn.limits) for piece in core):
        return []
    farthest = sorted(core, key=lambda piece: -_off_code(piece, worn.limits))[:MOST_FIXES]
    remedies = (fix for piece in farthest for fix in _variants(piece, worn.limits))
    return [
        Fix(what=f"change:{what}", why=why, item=piece.id)
        for piece, (_, what, why) in zip(farthest, remedies, strict=False)
    ]


def _gain(remedy: Remedy, score: float, worn: Worn) -> float:
    """What a change adds to the total. Where several pieces are off the code, the total shows it with the last only."""
    of_code = CODE_GAIN if remedy.fix.why == OFF_CODE else 0.0
    return weighted(_judged(remedy.after, worn)) - score + of_code


def _judged(pieces: Sequence[Piece], worn: Worn) -> dict[str, SubScore]:
    return {name: judge(worn._replace(pieces=pieces)) for name, judge in DIMENSIONS.items()}


def _remedies(worn: Worn) -> Iterator[Remedy]:
    """Every piece as it might better be, and every slot that may be filled."""
    for at, piece in enumerate(worn.pieces):
        if piece.id.startswith(IMAGINED):
            continue
        for update, what, why in _variants(piece, worn.limits):
            after = [*worn.pieces[:at], piece.model_copy(update=update), *worn.pieces[at + 1 :]]
            yield Remedy(after, Fix(what=f"change:{what}", why=why, item=piece.id))
    slots = {piece.slot for piece in worn.pieces}
    for slot, category in ADDABLE.items():
        whole = slot in SEPARATES and slot not in lacking(worn.pieces)
        if slot not in slots and not whole:
            added = _imagined(slot, category, worn.limits)
            yield Remedy([*worn.pieces, added], Fix(what=f"add:{slot}", why=_why_add(slot, worn)))


def _variants(piece: Piece, limits: Limits) -> Iterator[tuple[dict[str, Any], str, str]]:
    """What a piece might be instead: of the right formality, a calm colour, another fit, plain, safe."""
    low, high = limits.formality
    if _off_code(piece, limits):
        side = "dressier" if piece.formality < low else "plainer"
        calm = {} if is_neutral(piece.colours[0].hex) else {"colours": [family_colour(CALM[0])]}
        yield {"formality": min(high, max(low, piece.formality)), **calm}, side, OFF_CODE
        return
    for family in CALM:
        if family != piece.colours[0].family and family not in limits.avoid_colours:
            yield {"colours": [family_colour(family)]}, f"colour:{family}", "colours"
    if piece.fit and piece.slot in {"base_top", "bottom", "mid"}:
        fit = OTHER_FIT[piece.fit]
        yield {"fit": fit}, f"fit:{fit}", "volumes"
    if piece.pattern != "solid":
        yield {"pattern": "solid"}, "solid", "patterns"
    if "weather" in piece_breaks(piece, limits):
        yield {"category": "ankle_boots"}, "grip", "slippery"


def _imagined(slot: Slot, category: str, limits: Limits) -> Piece:
    known = load_categories()[category]
    low, high = limits.formality
    return Piece(
        id=f"{IMAGINED}{slot}",
        name=category,
        category=category,
        slot=slot,
        colours=[family_colour("black" if slot == "footwear" else "navy")],
        formality=min(high, max(low, known.formality)),
        clo=known.clo,
    )


def _why_add(slot: Slot, worn: Worn) -> str:
    if slot in {"mid", "outer"} and worn.aim.band and look_clo(worn.pieces) < worn.aim.band[0]:
        return "warmth"
    return "finish"

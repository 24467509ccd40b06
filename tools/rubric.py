"""The critic's rubric: nine dimensions of what is worn, each 0..10 with its evidence, and what would help most.

Rules alone: it sees fields and numbers, never a picture, and says nothing of bodies. Reasons are short English.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
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
from tools.dress import gap, spread
from tools.gates import Limits, build_limits, look_breaks, piece_breaks
from tools.score import Aim, build_aim, finish, preference
from tools.shape import SEPARATES, is_wearable, missing_slots, pattern_balance, season_fit, textures, volume_balance
from tools.warmth import clo_error, interpolate, look_clo, needs_met

WEIGHTS: dict[str, int] = {
    "occasion": 18, "weather": 14, "colour": 14, "silhouette": 12, "completeness": 10, "texture": 8, "personal": 12,
    "coherence": 6, "feasibility": 6,
}  # fmt: skip
# Error in clo to score: over 0.6 is wrong clothes for the day, under 0.15 is exact.
CLO_SCORE = ((0.0, 10.0), (0.15, 9.0), (0.3, 5.0), (0.6, 0.0))
LEAST_GAIN, CODE_GAIN = 1.5, 3.0
OFF_CODE = "it does not suit the dress code"
MOST_FIXES = 3
CALM: tuple[ColourFamily, ...] = ("navy", "grey", "beige", "black", "white")
OTHER_FIT: Mapping[Fit, Fit] = {"fitted": "relaxed", "regular": "relaxed", "relaxed": "fitted", "oversized": "fitted"}
# What may be added, by slot: a category that stands for it and the words for it.
ADDABLE: Mapping[Slot, tuple[str, str]] = {
    "bottom": ("trousers", "a bottom"),
    "base_top": ("shirt", "a top"),
    "footwear": ("loafers", "shoes"),
    "mid": ("cardigan", "a layer"),
    "outer": ("overcoat", "a coat"),
    "bag": ("handbag", "a bag"),
    "headwear": ("beanie", "a hat"),
}


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


def _word(piece: Piece) -> str:
    return f"{piece.colours[0].family} {piece.category.replace('_', ' ')}"


def _occasion(worn: Worn) -> SubScore:
    names = [name for piece in worn.pieces for name in piece_breaks(piece, worn.limits)]
    if "taboo" in names or "taboo" in look_breaks(worn.pieces, worn.limits):
        return _sub(0, "custom forbids part of it here")
    core = [piece for piece in worn.pieces if piece.slot in CORE_SLOTS] or worn.pieces
    wanted = worn.limits.formality
    worst = max(core, key=lambda piece: gap(piece.formality, wanted), default=None)
    off = gap(worst.formality, wanted) if worst else 0.0
    mean = sum(gap(piece.formality, wanted) for piece in core) / max(1, len(core))
    score = 10 - 2 * off - 2.5 * mean - 1.5 * max(0.0, spread(worn.pieces) - worn.limits.rules.spread)
    if worst is None or off == 0:
        return _sub(score, "right for the code" if score >= 9 else "dressy and plain pieces stand side by side")
    side = "plain" if worst.formality < wanted[0] else "dressy"
    return _sub(score, f"the {_word(worst)} is too {side} for it")


def _weather(worn: Worn) -> SubScore:
    unfit = next((piece for piece in worn.pieces if "weather" in piece_breaks(piece, worn.limits)), None)
    if unfit is not None:
        return _sub(1, f"the {_word(unfit)} is not for this weather")
    if worn.aim.band is None:
        return _sub(7, "the weather is not known")
    clo = look_clo(worn.pieces)
    score = interpolate(clo_error(clo, worn.aim.band), CLO_SCORE)
    lacking = 1 - needs_met(worn.aim.needs, worn.pieces)
    if clo_error(clo, worn.aim.band) > 0.15:
        return _sub(score - 2 * lacking, "too light for the day" if clo < worn.aim.band[0] else "too warm for the day")
    return _sub(score - 3 * lacking, "rain, cold or sun is not answered" if lacking else "right warmth for the day")


def _colour(worn: Worn) -> SubScore:
    found = harmony(worn.pieces)
    score = interpolate(found.score, ((0.4, 0.0), (0.7, 5.0), (0.85, 8.0), (0.95, 10.0)))
    whys = {
        "colour:neutral": "neutrals that sit together",
        "colour:mono": "one colour carried through",
        "colour:analogous": "neighbouring colours",
        "colour:complementary": "opposite colours that set each other off",
    }
    key = found.key or ""
    calm = f"one colour, {key.rpartition(':')[2]}, among neutrals" if key.startswith("colour:accent") else ""
    return _sub(score, whys.get(key) or calm or ("colours meet well enough" if score >= 5 else "the colours compete"))


def _silhouette(worn: Worn) -> SubScore:
    score = 10 * volume_balance(worn.pieces)
    if not is_wearable(worn.pieces):
        return _sub(3, "two of the pieces are not worn together")
    return _sub(score, "loose and close pieces balance" if score >= 9 else "the volumes are much alike")


def _completeness(worn: Worn) -> SubScore:
    missing = missing_slots(worn.pieces, barefoot=worn.limits.barefoot)
    if missing:
        return _sub(6 - 3 * len(missing), f"no {missing[0].replace('_', ' ')} yet")
    done = finish(worn.pieces, worn.aim.optional)
    return _sub(8 + 2 * done, "finished" if done == 1 else "whole, with room for a last touch")


def _texture(worn: Worn) -> SubScore:
    surfaces = len(textures(worn.pieces))
    season = min((season_fit(piece, worn.aim.seasons) for piece in worn.pieces), default=1.0)
    score = 10 * pattern_balance(worn.pieces) - (0 if surfaces >= 2 else 2) - 4 * (1 - season)
    if pattern_balance(worn.pieces) < 0.7:
        return _sub(score, "the patterns compete")
    if season < 1:
        return _sub(score, "a fabric is out of season")
    return _sub(score, "fabrics with some contrast" if surfaces >= 2 else "one texture throughout")


def _personal(worn: Worn) -> SubScore:
    refusals = {"colour", "fabric", "category", "slot", "presentation", "size"}
    for piece in worn.pieces:
        broken = refusals & set(piece_breaks(piece, worn.limits))
        if broken:
            return _sub(0, f"the {_word(piece)} goes against what was said of {sorted(broken)[0]}")
    liked = sum(preference(piece, worn.aim) for piece in worn.pieces) / max(1, len(worn.pieces))
    return _sub(7 + 6 * (liked - 0.5), "in colours that are liked" if liked > 0.55 else "nothing against any wish")


def _coherence(worn: Worn) -> SubScore:
    apart = spread(worn.pieces)
    score = 10 - 2 * max(0.0, apart - 1.5)
    return _sub(score, "the pieces speak one language" if score >= 8 else "the pieces belong to different styles")


def _feasibility(worn: Worn) -> SubScore:
    unpriced = [piece for piece in worn.pieces if isinstance(piece, Article) and piece.price is None]
    return _sub(6, "a price is not known") if unpriced else _sub(10, "all of it can be worn now")


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
    """The changes that help most, each on top of those before it, one per piece; empty where nothing would help.

    Where two pieces quarrel, changing one of them leaves nothing to gain from the other.
    """
    worn, score = _worn(pieces, brief, conditions, profile), weighted(sub)
    found: list[Fix] = []
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
    return found


def _gain(remedy: Remedy, score: float, worn: Worn) -> float:
    """What a change adds to the total. Where several pieces are off the code, the total shows it with the last only."""
    of_code = CODE_GAIN if remedy.fix.why == OFF_CODE else 0.0
    return weighted(_judged(remedy.after, worn)) - score + of_code


def _judged(pieces: Sequence[Piece], worn: Worn) -> dict[str, SubScore]:
    return {name: judge(worn._replace(pieces=pieces)) for name, judge in DIMENSIONS.items()}


def _remedies(worn: Worn) -> Iterator[Remedy]:
    """Every piece as it might better be, and every slot that may be filled."""
    for at, piece in enumerate(worn.pieces):
        for update, what, why in _variants(piece, worn.limits):
            after = [*worn.pieces[:at], piece.model_copy(update=update), *worn.pieces[at + 1 :]]
            yield Remedy(after, Fix(what=f"change the {_word(piece)} for {what}", why=why, item=piece.id))
    slots = {piece.slot for piece in worn.pieces}
    for slot, (category, words) in ADDABLE.items():
        if slot not in slots and not (slot in SEPARATES and "one_piece" in slots):
            added = _imagined(slot, category, worn.limits)
            yield Remedy([*worn.pieces, added], Fix(what=f"add {words}", why=_why_add(slot, worn)))


def _variants(piece: Piece, limits: Limits) -> Iterator[tuple[dict[str, Any], str, str]]:
    """What a piece might be instead: of the right formality, a calm colour, another fit, plain, safe."""
    low, high = limits.formality
    if gap(piece.formality, limits.formality):
        side = "a dressier one" if piece.formality < low else "a plainer one"
        calm = {} if is_neutral(piece.colours[0].hex) else {"colours": [family_colour(CALM[0])]}
        yield {"formality": min(high, max(low, piece.formality)), **calm}, side, OFF_CODE
        return
    for family in CALM:
        if family != piece.colours[0].family and family not in limits.avoid_colours:
            yield {"colours": [family_colour(family)]}, f"one in {family}", "the colours would sit better together"
    if piece.fit and piece.slot in {"base_top", "bottom", "mid"}:
        fit = OTHER_FIT[piece.fit]
        yield {"fit": fit}, f"a more {fit} one", "loose and close would balance"
    if piece.pattern != "solid":
        yield {"pattern": "solid"}, "a plain one", "the patterns would not compete"
    if "weather" in piece_breaks(piece, limits):
        yield {"category": "ankle_boots"}, "boots with grip", "the ground asks for a safe sole"


def _imagined(slot: Slot, category: str, limits: Limits) -> Piece:
    known = load_categories()[category]
    low, high = limits.formality
    return Piece(
        id=f"imagined-{slot}",
        name=category,
        category=category,
        slot=slot,
        colours=[family_colour("black" if slot == "footwear" else "navy")],
        formality=min(high, max(low, known.formality)),
        clo=known.clo,
    )


def _why_add(slot: Slot, worn: Worn) -> str:
    if slot in {"mid", "outer"} and worn.aim.band and look_clo(worn.pieces) < worn.aim.band[0]:
        return "it is too light for the day"
    return "it would finish the look"

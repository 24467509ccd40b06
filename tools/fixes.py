"""What would help an outfit most: each change tried out against the critic's rubric, what a custom asks for first.

Fixes are keys (`change:dressier`, `add:outer`) with a reason, for whoever speaks to put into words. Knows no shop.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from stores.categories import load_categories
from stores.colours import family_colour, is_told
from stores.vocabulary import CORE_SLOTS, Brief, ColourFamily, Conditions, Fit, Fix, Piece, Profile, Slot, SubScore
from tools.colour import is_neutral
from tools.gates import Limits, piece_breaks
from tools.hazards import fault_of, mended
from tools.layers import FINE_CLO, thickest
from tools.rubric import DIMENSIONS, Worn, off_code, weighted, worn_of
from tools.shape import SEPARATES, lacking
from tools.warmth import look_clo

LEAST_GAIN, CAUSE_GAIN = 1.5, 3.0
# Clo: so far from what the day asks that one layer is not enough to score by.
FAR_TOO_LIGHT = 0.3
IMAGINED = "imagined-"
OFF_CODE, FORBIDDEN, JAMS = "off_code", "taboo", "layers"
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


def fixes(
    pieces: Sequence[Piece], sub: Mapping[str, SubScore], brief: Brief, conditions: Conditions | None, profile: Profile
) -> list[Fix]:
    """What a custom or the weather rules out, then the changes that help most, each on top of those before it.

    No piece is changed twice.

    Where two pieces quarrel, changing one of them leaves nothing to gain from the other. Where all of them are off the
    code together, changing one alone helps nobody, so that those go that are farthest off, before any last touch.
    """
    worn, score = worn_of(pieces, brief, conditions, profile), weighted(sub)
    found: list[Fix] = []
    for remedy in [*_against_custom(worn), *_against_weather(worn)][:MOST_FIXES]:
        found.append(remedy.fix)
        worn = worn._replace(pieces=[remedy.after[0] if p.id == remedy.fix.item else p for p in worn.pieces])
    if len(found) < MOST_FIXES and (layer := _against_cold(worn)):
        found.append(layer.fix)
        worn = worn._replace(pieces=layer.after)
    score = weighted(_judged(worn.pieces, worn)) if found else score
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


def _against_weather(worn: Worn) -> Iterator[Remedy]:
    """Each piece that is unsafe or spoilt in the weather, as one that is made for it."""
    for piece in worn.pieces:
        fault = fault_of(piece, worn.limits)
        if fault and "taboo" not in piece_breaks(piece, worn.limits):
            better = piece.model_copy(update=mended(piece))
            yield Remedy([better], Fix(what=f"change:{fault}", why=f"weather_{fault}", item=piece.id))


def _against_cold(worn: Worn) -> Remedy | None:
    """A coat, where none is worn and what is worn is far too light: one layer of several that it takes."""
    band, slots = worn.aim.band, {piece.slot for piece in worn.pieces}
    if band is None or "outer" in slots or look_clo(worn.pieces) > band[0] - FAR_TOO_LIGHT:
        return None
    coat = _imagined("outer", ADDABLE["outer"], worn.limits)
    return Remedy([*worn.pieces, coat], Fix(what="add:outer", why="warmth"))


def _calmer(piece: Piece) -> Iterator[tuple[dict[str, Any], str]]:
    plain: dict[str, Any] = {"pattern": "solid"}
    yield plain, "solid"
    for family in CALM:
        yield {"colours": [family_colour(family)]}, f"colour:{family}"
        yield plain | {"colours": [family_colour(family)]}, f"colour:{family}"


def _off_altogether(worn: Worn) -> list[Fix]:
    core = [piece for piece in worn.pieces if piece.slot in CORE_SLOTS]
    if not core or not all(off_code(piece, worn.limits) for piece in core):
        return []
    farthest = sorted(core, key=lambda piece: -off_code(piece, worn.limits))[:MOST_FIXES]
    remedies = (fix for piece in farthest for fix in _variants(piece, worn.limits))
    return [
        Fix(what=f"change:{what}", why=why, item=piece.id)
        for piece, (_, what, why) in zip(farthest, remedies, strict=False)
    ]


def _gain(remedy: Remedy, score: float, worn: Worn) -> float:
    """What a change adds to the total, and more where it mends the cause.

    Where several pieces are off the code, the total shows it with the last only; of layers that jam the inner one goes.
    """
    cause = CAUSE_GAIN if remedy.fix.why in {OFF_CODE, JAMS} else 0.0
    return weighted(_judged(remedy.after, worn)) - score + cause


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
    if thick := thickest(worn.pieces):
        fine = thick.model_copy(update={"category": "fine_knit", "name": "fine_knit", "clo": min(thick.clo, FINE_CLO)})
        after = [fine if piece is thick else piece for piece in worn.pieces]
        yield Remedy(after, Fix(what="change:thin", why=JAMS, item=thick.id))
    slots = {piece.slot for piece in worn.pieces}
    for slot, category in ADDABLE.items():
        whole = slot in SEPARATES and slot not in lacking(worn.pieces)
        if slot not in slots and not whole:
            added = _imagined(slot, category, worn.limits)
            yield Remedy([*worn.pieces, added], Fix(what=f"add:{slot}", why=_why_add(slot, worn)))


def _variants(piece: Piece, limits: Limits) -> Iterator[tuple[dict[str, Any], str, str]]:
    """What a piece might be instead: of the right formality, a calm colour, another fit, plain."""
    low, high = limits.formality
    if off_code(piece, limits):
        side = "dressier" if piece.formality < low else "plainer"
        calm = {} if is_neutral(piece.colours[0].hex) else {"colours": [family_colour(CALM[0])]}
        yield {"formality": min(high, max(low, piece.formality)), **calm}, side, OFF_CODE
        return
    for family in CALM if is_told(piece.colours) else ():
        if family != piece.colours[0].family and family not in limits.avoid_colours:
            yield {"colours": [family_colour(family)]}, f"colour:{family}", "colours"
    if piece.fit and piece.slot in {"base_top", "bottom", "mid"}:
        fit = OTHER_FIT[piece.fit]
        yield {"fit": fit}, f"fit:{fit}", "volumes"
    if piece.pattern != "solid":
        yield {"pattern": "solid"}, "solid", "patterns"


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

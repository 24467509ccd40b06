"""Hard constraints: what no look may break, one name per constraint.

A refusal of the person, a size, a taboo, a dress code, the weather, a budget. Knows no score: a gate is open or shut.
Kept pieces are the person's own choice, so gates on single pieces do not apply to them.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from stores.categories import cut_for_one, load_categories
from stores.colours import with_shades
from stores.vocabulary import (
    Article,
    Brief,
    ColourFamily,
    Conditions,
    Pattern,
    Piece,
    Presentation,
    Profile,
    Range,
    ReservedUse,
    Sizes,
    Slot,
    Taboo,
    Wanted,
)
from tools.accents import Spot, is_accent
from tools.demands import LISTED, WORN, Demand, build_demands, code_demands, cut_of, is_kind, unanswered
from tools.dress import HEELED, CodeRules, formality_range, gap, is_pale_leather, rules_in, spread, stand_ins, tolerance
from tools.events import bares, breaks
from tools.exposure import asked_of_sky
from tools.fitting import fits
from tools.heat import is_lined_for_snow, is_stifling
from tools.money import RATES, Rates, ceiling, price_of, total
from tools.palettes import Palette
from tools.refusals import profile_on
from tools.shape import PLAIN, is_wearable, may_hold_nickel, missing_slots, refused_fabrics
from tools.sleeves import lacks_sleeves
from tools.steps import falls_short
from tools.warmth import DRESSY, HARD_FROST_C, is_unfit, mean_temperature

BAREFOOT = frozenset({"beach", "pool", "home", "work_from_home", "yoga"})
ACTIVE_OCCASIONS = frozenset({"hike", "fishing", "camping", "skiing", "cycling", "running", "arctic_trip"})
SHIRTS = frozenset({"shirt", "dress_shirt", "tuxedo_shirt"})
QUIET_FAMILIES = frozenset({"white", "cream", "black"})
LARGE_SLOTS: frozenset[Slot] = frozenset({"base_top", "bottom", "one_piece", "mid", "outer"})
EVENING = 6.0
HIGHEST = 9.0
# What a knit is called that is refused with the roll-necks.
HIGH_NECK = re.compile(r"\b(?:roll|turtle|polo|funnel)[ -]?neck|\bcol roulé|高领", re.IGNORECASE)
COVERS: frozenset[str] = frozenset({"shawl", "scarf"})
CLOSED: frozenset[str] = frozenset({"sweater", "fine_knit", "sweatshirt", "hoodie", "fleece"})


@dataclass(frozen=True)
class Limits:
    """Every hard constraint of one turn, resolved from brief, conditions and profile.

    `excused` are kinds that no code judges but for their colour: those that were asked for, and what is worn in the
    place of refused ones.
    `given` are ids of pieces that the look is built around, which no other piece is too dressy or too plain for.
    `sky` is what every look answers where a shop can: what is given up first comes last.
    `palettes` are those that looks may be made of where a scheme of colours is asked for; else there is none.
    `clothed_in` are the only families of clothes where the hosts ask everybody for such; else there is none.
    """

    brief: Brief
    conditions: Conditions | None
    presentation: Presentation | None
    unisex: bool
    clothes: str | None
    shoes: str | None
    avoid_colours: frozenset[ColourFamily]
    avoid_fabrics: frozenset[str]
    avoid_patterns: frozenset[Pattern]
    avoid_categories: frozenset[str]
    reserve: frozenset[ReservedUse]
    formality: Range
    has_code: bool
    rules: CodeRules
    taboos: tuple[Taboo, ...]
    asked: frozenset[str]
    excused: frozenset[str]
    given: frozenset[str]
    asked_colours: frozenset[ColourFamily]
    asked_patterns: frozenset[Pattern]
    asked_fabrics: frozenset[str]
    demands: tuple[Demand, ...]
    code_demands: Mapping[Presentation, tuple[Demand, ...]]
    sky: tuple[Demand, ...]
    barefoot: bool
    active: bool
    ceiling: float | None
    per_item: bool
    without: frozenset[str]
    palettes: tuple[Palette | Spot, ...] = ()
    clothed_in: frozenset[ColourFamily] = frozenset()

    def demands_on(self, cut: Presentation | None) -> tuple[Demand, ...]:
        """What a look that is cut for someone must contain; the person's own presentation counts before the cut."""
        return (*self.demands, *self.code_demands.get(self.presentation or cut or "unisex", ()))


def build_limits(
    brief: Brief, conditions: Conditions | None, profile: Profile, currency: str = "EUR", rates: Rates = RATES
) -> Limits:
    """The hard constraints of a turn. What the brief asks for overrides what the profile avoids."""
    profile = profile_on(profile, brief, conditions)
    wished = [w for w in brief.wanted if w.category]
    asked = frozenset([*brief.categories, *(w.category for w in wished if w.category)])
    avoided = frozenset(brief.avoid_categories) | (frozenset(profile.avoid_categories) - asked)
    rules = rules_in(conditions)
    accent = brief.accent.colours if brief.accent else []
    families = {*brief.colours, *accent, *(c for w in brief.wanted for c in w.colours)}
    fabrics = {*brief.fabrics, *(f for w in brief.wanted for f in w.fabrics)}
    ordered = {p for w in brief.wanted for p in w.patterns}
    patterns = ordered.union(brief.patterns)
    budget = brief.budget
    person = brief.presentation or profile.presentation
    own = profile.sizes if person in {None, "unisex", profile.presentation or person} else Sizes()
    active = brief.occasion in ACTIVE_OCCASIONS or bool(brief.activities)
    return Limits(
        brief=brief,
        conditions=conditions,
        presentation=person if person != "unisex" else None,
        unisex=person == "unisex",
        clothes=brief.sizes.clothes or own.clothes,
        shoes=brief.sizes.shoes or own.shoes,
        avoid_colours=frozenset([*brief.avoid_colours, *({*with_shades(brief.avoid_colours)} - families)])
        | (frozenset(profile.avoid_colours) - families),
        avoid_fabrics=refused_fabrics(brief.avoid_fabrics) | (refused_fabrics(profile.avoid_fabrics) - fabrics),
        avoid_patterns=(frozenset(brief.avoid_patterns) - ordered) | (frozenset(profile.avoid_patterns) - patterns),
        avoid_categories=avoided,
        reserve=frozenset(brief.reserve),
        formality=formality_range(brief, conditions),
        has_code=bool(brief.formality or (conditions and (conditions.formality or conditions.dress_code))),
        rules=rules,
        taboos=tuple(taboo for taboo in conditions.taboos if taboo.hard) if conditions else (),
        asked=asked,
        excused=_excused(brief, rules, formality_range(brief, conditions)) | (stand_ins(avoided) - avoided),
        given=frozenset([*(garment.id for garment in brief.owned), *brief.refers_to]),
        asked_colours=frozenset(families),
        asked_patterns=frozenset(patterns),
        asked_fabrics=frozenset(fabrics),
        demands=tuple(build_demands(brief, conditions, active=active)),
        code_demands=code_demands(rules, brief),
        sky=tuple(asked_of_sky(brief, conditions)),
        barefoot=rules.barefoot or brief.occasion in BAREFOOT or "footwear" in brief.avoid_slots,
        active=active,
        ceiling=ceiling(budget, currency, rates) if budget else None,
        per_item=bool(budget and budget.per == "item"),
        without=frozenset(brief.refinement.without) if brief.refinement else frozenset(),
    )


def _excused(brief: Brief, rules: CodeRules, formality: Range) -> frozenset[str]:
    """The categories that no code judges, as they were asked for; of a kind ("trainers", "a dress") what is on code.

    Where nothing of the kind is on code, all of it is excused; flats that are asked for stand in for heels at any code.
    """
    table, named = load_categories(), {one.category for one in brief.wanted if one.category}
    found = {*named, *rules.admits}
    for slot in {table[name].slot for name in brief.categories}:
        kind = {name for name in brief.categories if table[name].slot == slot} - named
        near = {name for name in kind if gap(table[name].formality, formality) <= tolerance(slot)}
        found |= (kind & stand_ins(HEELED)) | ((near - rules.avoid) or kind)
    return frozenset(found)


def broken(
    pieces: Sequence[Piece],
    brief: Brief,
    conditions: Conditions | None,
    profile: Profile,
    *,
    kept: Collection[str] = (),
    currency: str = "EUR",
    rates: Rates = RATES,
) -> list[str]:
    """Names of the constraints that a look breaks, each once; empty for a look that may be shown."""
    limits = build_limits(brief, conditions, profile, currency, rates)
    names = [name for piece in pieces if piece.id not in kept for name in piece_breaks(piece, limits)]
    names += [] if is_wearable(pieces) else ["slot"]
    return list(dict.fromkeys([*names, *look_breaks(pieces, limits), *budget_breaks(pieces, limits)]))


def piece_breaks(piece: Piece, limits: Limits) -> list[str]:
    """Names of the constraints that a piece breaks whatever it is worn with."""
    families = {colour.family for colour in piece.colours if colour.share >= LISTED}
    tests = (
        ("other", piece.id in limits.without),
        ("presentation", _is_for_others(piece, limits)),
        ("presentation", limits.unisex and piece.category in cut_for_one() - limits.asked),
        ("presentation", "children" in limits.reserve and isinstance(piece, Article) and piece.reserve != "children"),
        ("size", not fits(piece, limits)),
        ("colour", families & (limits.avoid_colours | _avoided_here(piece, limits.brief.wanted))),
        ("colour", limits.brief.colours_only and _is_off_colours(piece, limits) and not is_accent(piece, limits.brief)),
        ("colour", _is_off_hosts(piece, limits)),
        ("fabric", limits.avoid_fabrics & set(piece.fabrics)),
        ("fabric", "nickel" in limits.avoid_fabrics and may_hold_nickel(piece)),
        ("category", piece.category in limits.avoid_categories or _is_reserved(piece, limits)),
        ("category", "turtleneck" in limits.avoid_categories and HIGH_NECK.search(piece.name)),
        ("category", piece.pattern in limits.avoid_patterns),
        ("slot", piece.slot in limits.brief.avoid_slots),
        ("sleeves", lacks_sleeves(piece, limits.brief.sleeves)),
        ("dress_code", _is_off_code(piece, limits)),
        ("taboo", any(_piece_is_taboo(piece, taboo) for taboo in limits.taboos)),
        ("weather", is_stifling(piece, limits.conditions) and not limits.asked_fabrics & {*piece.fabrics}),
        ("weather", is_lined_for_snow(piece, limits.conditions) and piece.category not in limits.asked),
        ("weather", is_unfit(piece, limits.conditions, dressy=_is_dressy(limits), barefoot=limits.barefoot)),
    )
    return list(dict.fromkeys(name for name, is_broken in tests if is_broken))


def _is_for_others(piece: Piece, limits: Limits) -> bool:
    """Whether a piece is cut for somebody else; a kind that is cut for one alone is anybody's who asks for it."""
    own = {limits.presentation or piece.presentation, "unisex"}
    return piece.presentation not in own and piece.category not in limits.asked & cut_for_one()


def _is_off_hosts(piece: Piece, limits: Limits) -> bool:
    """Whether clothes are in another colour than the hosts ask everybody to come in; shoes, bags and coats are free."""
    return bool(limits.clothed_in) and piece.slot in WORN | {"mid"} and piece.colours[0].family not in limits.clothed_in


def _is_off_colours(piece: Piece, limits: Limits) -> bool:
    """Whether a piece is in none of the only colours; where that is one, flowers and checks bring in another."""
    only, printed = limits.brief.colours, piece.pattern not in PLAIN and piece.pattern not in limits.asked_patterns
    return piece.colours[0].family not in only or (len(only) == 1 and printed)


def _is_dressy(limits: Limits) -> bool:
    """Whether one comes by car and in good shoes; in a hard frost to the most formal evenings alone."""
    mean = mean_temperature(limits.conditions)
    return limits.formality[0] >= (EVENING if mean is not None and mean <= HARD_FROST_C else DRESSY)


def _avoided_here(piece: Piece, wanted: Iterable[Wanted]) -> set[ColourFamily]:
    return {family for w in wanted if is_kind(piece, w, ()) for family in w.avoid_colours}


def _is_reserved(piece: Piece, limits: Limits) -> bool:
    return isinstance(piece, Article) and piece.reserve is not None and piece.reserve not in limits.reserve


def _is_off_code(piece: Piece, limits: Limits) -> bool:
    if not limits.has_code:
        return False
    if piece.category in limits.excused:
        return _is_off_colour(piece, limits)
    if piece.category in limits.rules.avoid or limits.rules.avoid_fabrics & set(piece.fabrics[:1]):
        return True
    printed = piece.pattern in limits.asked_patterns and piece.pattern not in PLAIN
    if not printed and _is_off_pattern(piece, limits.rules):
        return True
    if limits.rules.closed_shoes and "toes" in bares(piece):
        return True
    # Sequins that were asked for are dressier than most days.
    low, high = limits.formality
    formality = (low, HIGHEST) if printed else (low, high)
    return _is_off_colour(piece, limits) or gap(piece.formality, formality) > tolerance(piece.slot)


def _is_off_pattern(piece: Piece, rules: CodeRules) -> bool:
    """Whether a code wants this piece plain, or its clothes in quieter patterns."""
    plain = piece.slot in rules.plain and piece.pattern not in PLAIN
    return plain or (piece.slot != "accessory" and piece.pattern in rules.avoid_patterns)


def _is_off_colour(piece: Piece, limits: Limits) -> bool:
    """Whether the code has this kind of piece in other colours only; what was asked for is right, but for a shirt."""
    usual = limits.rules.colours.get(piece.category) or limits.rules.colours.get(piece.slot)
    family = piece.colours[0].family
    asked = frozenset() if piece.category in SHIRTS else limits.asked_colours
    sober = not (limits.rules.dark_leather and is_pale_leather(piece))
    return not ((sober and (usual is None or family in usual)) or family in asked)


def _piece_is_taboo(piece: Piece, taboo: Taboo) -> bool:
    """White is no taboo on a shirt, nor white or black on shoes; what can be covered is judged on the look."""
    kind, _, what = taboo.what.partition(":")
    if kind == "family":
        if what in QUIET_FAMILIES and (piece.slot not in LARGE_SLOTS or (what != "black" and piece.category in SHIRTS)):
            return False
        least = 0.5 if what in QUIET_FAMILIES else LISTED
        return any(colour.family == what and colour.share >= least for colour in piece.colours)
    return taboo.what not in {"bare:shoulders", "bare:hair"} and breaks(piece, taboo)


def article_breaks(piece: Piece, limits: Limits) -> list[str]:
    """Names of the constraints that a piece breaks as an answer of its own: also those on what was asked for."""
    kinds = [demand.lacks(piece) for demand in limits.demands if demand.name in {"category", "slot"}]
    looks = [demand for demand in limits.demands if demand.name in {"colour", "fabric"}]
    of_kind = [lacking for lacking in kinds if lacking is not None]
    lacking = min(of_kind, key=len, default=["category"]) if kinds else []
    missed = [demand.name for demand in looks if demand.lacks(piece) is None]
    short = falls_short(limits.brief, [piece])
    return list(dict.fromkeys([*piece_breaks(piece, limits), *lacking, *missed, *short]))


def look_breaks(pieces: Sequence[Piece], limits: Limits) -> list[str]:
    """Names of the constraints that the pieces break together, the budget apart."""
    free = [piece for piece in pieces if piece.category not in limits.excused and piece.id not in limits.given]
    tests = (
        ("slot", missing_slots(pieces, barefoot=limits.barefoot)),
        ("dress_code", spread(free) > limits.rules.spread),
        ("taboo", any(_look_is_taboo(pieces, taboo) for taboo in limits.taboos)),
    )
    demands = limits.demands_on(cut_of(pieces))
    lacking = [name for demand in demands for name in unanswered(demand, pieces)]
    return [*(name for name, is_broken in tests if is_broken), *lacking, *falls_short(limits.brief, pieces)]


def _look_is_taboo(pieces: Sequence[Piece], taboo: Taboo) -> bool:
    """Whether shoulders stay bare under no layer; or arms, which an open one or a shawl does not cover."""
    if taboo.what == "bare:arms":
        covers = any(piece.category in CLOSED for piece in pieces)
    else:
        covers = any(piece.slot in {"mid", "outer"} or piece.category in COVERS for piece in pieces)
    of_arms = taboo.what in {"bare:shoulders", "bare:arms"}
    return of_arms and not covers and any("shoulders" in bares(piece) for piece in pieces)


def budget_breaks(pieces: Sequence[Piece], limits: Limits) -> list[str]:
    """`budget` where a look costs more than may be spent, or where a price is not known."""
    cost = cost_of(pieces, limits)
    return ["budget"] if limits.ceiling is not None and (cost is None or cost > limits.ceiling) else []


def cost_of(pieces: Sequence[Piece], limits: Limits) -> float | None:
    """What a budget is held against: the sum of a look, or its dearest piece that the budget is for."""
    if not limits.per_item:
        return total(price_of(piece) for piece in pieces)
    asked = [piece for piece in pieces if piece.category in limits.asked] or pieces
    prices = [price_of(piece) for piece in asked]
    return None if None in prices else max((price for price in prices if price is not None), default=0.0)

"""What a look must contain: named pieces, ordered colours, what a code or a custom requires, shelter on a wet hike.

A demand is answered by one piece. Knows nothing of what a look must not contain.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from stores.categories import load_categories
from stores.colours import with_shades
from stores.vocabulary import CORE_SLOTS, Brief, ColourFamily, Conditions, Pattern, Piece, Presentation, Slot, Wanted
from tools.dress import CodeRules
from tools.references import SINGLE, remakes
from tools.shape import SEPARATES, SHELLS, WHOLE, categories_clash
from tools.warmth import is_hot, is_snowy, mean_temperature, needs

WORN: frozenset[Slot] = CORE_SLOTS - {"footwear"}
CLAD: frozenset[Slot] = CORE_SLOTS | {"outer"}
PADDED = frozenset({"parka", "down_jacket"})
# From this share on a colour is seen.
LISTED = 0.10
# From this mean down everybody needs a coat, and from this clo on a piece is one.
FROST_C, COAT_CLO = 2.0, 0.6
# So many colours share an outfit, all of them seen; of more any will do.
PAIR = 2
# Who refuses these goes without: "no coat, I come by car".
COATS = frozenset({"overcoat", "winter_coat"})
THIN_HEELED = frozenset({"heels", "evening_sandals"})
HEELS = THIN_HEELED | {"block_heels"}
LEGS_BOUND = frozenset(
    name
    for name, category in load_categories().items()
    if category.slot == "one_piece" and name not in {"jumpsuit", "overalls"}
) | {"mini_skirt", "midi_skirt", "maxi_skirt"}
HAIR_COVERS = frozenset({"headscarf", "shawl"})


class Demand(NamedTuple):
    """`lacks` tells what a piece lacks of the demand: None where it is of another kind, nothing where it answers it.

    `at_best` tells the same of a demand that is meant more strictly where a shop can answer it so.
    """

    name: str
    lacks: Callable[[Piece], list[str] | None]
    at_best: Callable[[Piece], list[str] | None] | None = None


def build_demands(brief: Brief, conditions: Conditions | None, *, active: bool = False) -> list[Demand]:
    """Every demand of a turn on the whole look, whoever it is cut for."""
    ordered = brief.wanted if brief.colours_must else [one.model_copy(update={"colours": []}) for one in brief.wanted]
    found = _wants(ordered, brief.categories)
    if brief.categories and not brief.wanted:
        found.append(_one_of("category", brief.categories))
    coloured = brief.colours and brief.colours_must and not any(one.colours for one in brief.wanted)
    clad = brief.fabrics and not any(one.fabrics for one in brief.wanted)
    if coloured and clad and brief.intent not in SINGLE:
        found.append(_of_both(brief))
    else:
        found += [_coloured(brief)] * bool(coloured) + [_clad(brief)] * bool(clad)
    found += [_seen(family) for family in _shared(brief)]
    if _prints(brief) and not remakes(brief) and not any(one.patterns for one in brief.wanted):
        found.append(_printed(brief))
    hair = any(taboo.hard and taboo.what == "bare:hair" for taboo in conditions.taboos) if conditions else False
    if hair and "headwear" not in brief.avoid_slots:
        found.append(_one_of("taboo", HAIR_COVERS))
    if "outer" not in brief.avoid_slots:
        found += _shelters(brief, conditions, active=active)
        found += [] if active or goes_coatless(brief) else _coats(conditions)
    return [*found, *_on_the_way(brief)]


def goes_coatless(brief: Brief) -> bool:
    """Whether coats are refused as such; what is asked for all the same is worn."""
    return {*brief.avoid_categories} >= COATS and "outer" not in {*brief.slots, *(one.slot for one in brief.wanted)}


def code_demands(rules: CodeRules, brief: Brief) -> dict[Presentation, tuple[Demand, ...]]:
    """What a dress code requires of a look, by who the look is cut for.

    A piece that the person puts in the place of another ("a waistcoat instead of the jacket") takes its part too, as
    does one of their own, and nothing is required that is never worn with that, that they see to themselves or refuse.
    """
    swap = brief.refinement is not None and brief.refinement.change == "swap"
    taken = {one.slot for one in brief.wanted if swap and one.category} | {*brief.avoid_slots, *own_slots(brief)}

    def stands(group: Collection[str]) -> bool:
        left = [name for name in group if name not in brief.avoid_categories and not _never_with(name, brief.owned)]
        return bool(left) and not any(load_categories()[name].slot in taken for name in left)

    return {
        cut: tuple(_one_of("dress_code", group) for group in groups if stands(group))
        for cut, groups in rules.requires.items()
    }


def _never_with(category: str, owned: Sequence[Piece]) -> bool:
    slot = load_categories()[category].slot
    return any(one.slot != slot and categories_clash(one.category, one.slot, category, slot) for one in owned)


def own_slots(brief: Brief) -> set[Slot]:
    """The slots in which a piece of the person's own leaves no room for another: no jacket comes over a blazer."""
    return {
        one.slot for one in brief.owned if one.slot != "accessory" and (one.slot != "mid" or one.category in SHELLS)
    }


def undone(pieces: Sequence[Piece], brief: Brief, rules: CodeRules) -> list[str]:
    """What a code asks for, by category, that a piece of the person's own is worn in the place of."""
    worn, own = {piece.category for piece in pieces}, own_slots(brief)
    groups = rules.requires.get(brief.presentation or cut_of(pieces) or "unisex", ())
    return [group[0] for group in groups if not worn & {*group} and load_categories()[group[0]].slot in own]


def cut_of(pieces: Iterable[Piece]) -> Presentation | None:
    """Who a look is cut for; None where every piece is for anybody."""
    return next((piece.presentation for piece in pieces if piece.presentation != "unisex"), None)


def _one_of(name: str, categories: Collection[str]) -> Demand:
    return Demand(name, lambda piece: [] if piece.category in categories else None)


def _shelters(brief: Brief, conditions: Conditions | None, *, active: bool) -> list[Demand]:
    """What keeps an active person dry, and everybody where rain is spoken of; on dry snow something padded does too.

    An umbrella is enough for who has a hand free, and for everybody in the heat.
    """
    if not active and "rain" not in brief.stated_weather:
        return []
    if any(need.waterproof for need in needs(conditions, active=active)):
        handy = {"umbrella"} if not active or is_hot(conditions) else set[str]()
        return [Demand("weather", partial(_shelters_from, {"rain_jacket", *handy}))]
    if active and is_snowy(conditions):
        return [Demand("weather", partial(_shelters_from, {"rain_jacket", *PADDED}))]
    return []


def _on_the_way(brief: Brief) -> list[Demand]:
    """Who walks there wears no thin heel; who cycles wears none at all, and what leaves the legs free.

    So it is where a shop has it, and nothing else is asked for or worn already.
    """
    goes = {*brief.activities} & {"walking", "cycling"}
    if not goes or brief.intent in SINGLE:
        return []
    named = {*brief.categories, *(one.category for one in brief.wanted)}
    taken = {*brief.avoid_slots, *(one.slot for one in brief.owned)}
    heels = HEELS if "cycling" in goes else THIN_HEELED
    shod = not (named & heels or "footwear" in taken)
    astride = "cycling" in goes and not (named & LEGS_BOUND or taken & {"bottom", "one_piece"})
    return [_at_best("on_foot", partial(_is_shod_without, heels))] * shod + [_at_best("astride", _is_astride)] * astride


def _at_best(name: str, holds: Callable[[Piece], bool]) -> Demand:
    """A demand that is made where a shop can answer it, and else not at all."""
    return Demand(name, lambda piece: [], lambda piece: [] if holds(piece) else None)


def _is_shod_without(heels: Collection[str], piece: Piece) -> bool:
    return piece.slot == "footwear" and piece.category not in heels


def _is_astride(piece: Piece) -> bool:
    return piece.slot in {"bottom", "one_piece"} and piece.category not in LEGS_BOUND


def _coats(conditions: Conditions | None) -> list[Demand]:
    """In frost a coat that is one: below it a look may be cheap, or light for its colours, but not without."""
    mean = mean_temperature(conditions)
    frost = mean is not None and mean <= FROST_C
    return [Demand("warmth", lambda piece: [] if piece.slot == "outer" and piece.clo >= COAT_CLO else None)] * frost


def _shelters_from(categories: Collection[str], piece: Piece) -> list[str] | None:
    return [] if piece.category in categories or (piece.slot == "outer" and piece.waterproof) else None


def _coloured(brief: Brief) -> Demand:
    """An ordered colour is the main one of clothes; where there are none, that of a coat or the second of a print."""

    def leads(piece: Piece) -> list[str] | None:
        return [] if _bears(piece, brief, WORN) and piece.colours[0].family in brief.colours else None

    def shows(piece: Piece) -> list[str] | None:
        seen = [piece.colours[0]] if brief.intent in SINGLE else [one for one in piece.colours if one.share >= LISTED]
        listed = {colour.family for colour in seen}
        return [] if _bears(piece, brief, WORN | {"outer"}) and listed & {*with_shades(brief.colours)} else None

    return Demand("colour", shows, leads)


def _shared(brief: Brief) -> list[ColourFamily]:
    """The colours that share an outfit of nothing else, or of which it is asked if they do.

    Black and white is no black from head to toe, and no example of navy with black is without either.
    """
    both = brief.colours_only or brief.intent == "ask_advice"
    return brief.colours if both and len(brief.colours) == PAIR and not brief.wanted else []


def _seen(family: ColourFamily) -> Demand:
    """A colour that some piece of clothing has to have at best, if only a shirt below a jacket."""

    return _at_best("colour", lambda piece: piece.slot in CLAD and piece.colours[0].family == family)


def shown_in(family: ColourFamily) -> Demand:
    """A colour of a scheme, which some piece of clothing has to have, be it the shoes."""
    return Demand("scheme", lambda piece: [] if piece.slot in CLAD and piece.colours[0].family == family else None)


def at_best(demands: Sequence[Demand]) -> tuple[Demand, ...]:
    """The demands as they are meant where a shop can answer them."""
    return tuple(Demand(one.name, one.at_best) if one.at_best else one for one in demands)


def _bears(piece: Piece, brief: Brief, slots: Collection[Slot]) -> bool:
    """Whether a colour or a cloth that is ordered as such is of this piece: of what is looked for, else of clothes.

    "In red, shoes included" is no outfit of which the shoes alone are red.
    """
    looked_for = (
        any(is_kind(piece, one, brief.categories) for one in brief.wanted) or piece.category in brief.categories
    )
    named = bool(brief.wanted or brief.categories)
    if named and brief.intent in SINGLE:
        return looked_for
    return piece.slot in slots or (looked_for and piece.slot != "footwear")


def _clad(brief: Brief) -> Demand:
    def lacks(piece: Piece) -> list[str] | None:
        return [] if _bears(piece, brief, CLAD) and set(brief.fabrics) & set(piece.fabrics) else None

    return Demand("fabric", lacks)


def _of_both(brief: Brief) -> Demand:
    """ "Something in white linen" is one piece that is both."""
    said = Wanted(slot="base_top", colours=brief.colours, fabrics=brief.fabrics)

    def lacks(piece: Piece, wanted: Wanted) -> list[str] | None:
        return _said(piece, wanted) if _bears(piece, brief, CLAD - {"footwear"}) else None

    return _shaded("colour", lacks, said)


def _prints(brief: Brief) -> list[Pattern]:
    return [pattern for pattern in brief.patterns if pattern != "solid" and pattern not in brief.avoid_patterns]


def _printed(brief: Brief) -> Demand:
    said = Wanted(slot="base_top", patterns=_prints(brief))

    def lacks(piece: Piece) -> list[str] | None:
        return [] if _bears(piece, brief, CLAD - {"footwear"}) and not _said(piece, said) else None

    return Demand("category", lacks)


def _wants(wanted: Sequence[Wanted], categories: Collection[str]) -> list[Demand]:
    """A demand for each piece that was named; a dress and a top, or a skirt, are two ways to answer."""
    dresses = [one for one in wanted if one.slot in WHOLE]
    if not is_choice(wanted):
        return [_wanted(one, categories) for one in wanted]
    ways = [(one, *dresses) if one.slot in SEPARATES else (one,) for one in wanted if one.slot not in WHOLE]
    return [_one_way([_wanted(one, categories) for one in way]) for way in ways]


def is_choice(wanted: Iterable[Wanted]) -> bool:
    """Whether both a dress and what is worn in the place of one were named."""
    slots = {one.slot for one in wanted}
    return not slots.isdisjoint(WHOLE) and not slots.isdisjoint(SEPARATES)


def _one_way(ways: Sequence[Demand]) -> Demand:
    def lacks(piece: Piece) -> list[str] | None:
        found = [lacking for way in ways if (lacking := way.lacks(piece)) is not None]
        return min(found, key=len, default=None)

    return Demand(ways[0].name, lacks)


def _wanted(wanted: Wanted, categories: Collection[str]) -> Demand:
    def lacks(piece: Piece, wanted: Wanted) -> list[str] | None:
        return _said(piece, wanted) if is_kind(piece, wanted, categories) else None

    return _shaded("category" if wanted.category else "slot", lacks, wanted)


def _shaded(name: str, lacks: Callable[[Piece, Wanted], list[str] | None], wanted: Wanted) -> Demand:
    """A demand for a piece in its very colour and fit where that can be had, else in a colour of the same word."""
    shaded = wanted.model_copy(update={"colours": with_shades(wanted.colours), "fit": None})

    def exact(piece: Piece) -> list[str] | None:
        return lacks(piece, wanted)

    return Demand(name, exact) if shaded == wanted else Demand(name, lambda piece: lacks(piece, shaded), exact)


def is_kind(piece: Piece, wanted: Wanted, categories: Collection[str]) -> bool:
    """Whether a piece is of the wanted category or, where none was named, of the slot or the listed categories."""
    if wanted.category is not None:
        return piece.category == wanted.category
    return piece.slot == wanted.slot or piece.category in categories


def _said(piece: Piece, wanted: Wanted) -> list[str]:
    tests = (
        ("colour", wanted.colours and piece.colours[0].family not in wanted.colours),
        ("fabric", wanted.fabrics and not set(wanted.fabrics) & set(piece.fabrics)),
        # A feed may tell of a print without saying which: that is not known, as a price may be.
        ("category", wanted.patterns and piece.pattern not in {*wanted.patterns, "other"}),
        ("category", wanted.fit and piece.fit and piece.fit != wanted.fit),
    )
    return [name for name, is_lacking in tests if is_lacking]


def answers(demand: Demand, piece: Piece, allow: Collection[str] = ()) -> bool:
    """Whether a piece answers a demand, leaving out the constraints in `allow`."""
    lacking = demand.lacks(piece)
    return lacking is not None and set(lacking) <= set(allow)


def unanswered(demand: Demand, pieces: Sequence[Piece]) -> list[str]:
    """What a look lacks of a demand: nothing, what its nearest piece lacks, or the demand itself."""
    lacks = [lacking for piece in pieces if (lacking := demand.lacks(piece)) is not None]
    return min(lacks, key=len, default=[demand.name])

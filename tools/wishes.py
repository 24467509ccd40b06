"""From a brief to what to look for: one wish per slot, exact where the person was exact, words for the rest.

It knows the rules of a turn and no shop; prices are left to the composer, who must see dear and cheap alike.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from stores.categories import cut_for_one, load_categories
from stores.colours import with_shades
from stores.vocabulary import (
    Brief,
    ColourFamily,
    Conditions,
    Filters,
    Presentation,
    Profile,
    Range,
    Season,
    Slot,
    Wanted,
    Wish,
)
from tools.accents import bringing, families
from tools.dress import HEELED, stand_ins
from tools.exposure import sought
from tools.idiom import idiom_of, usual
from tools.modesty import covers_hair
from tools.references import SINGLE
from tools.shape import MOST
from tools.sizes import looked_in
from tools.sleeves import ASKED, SLEEVED
from tools.unchecked import load_unchecked, wishes_of
from tools.warmth import DRESSY, WATERTIGHT, mean_temperature

SLOT_WORDS: dict[Slot, str] = {
    "base_top": "top shirt blouse",
    "bottom": "trousers skirt",
    "one_piece": "dress jumpsuit",
    "mid": "jacket knit",
    "outer": "coat",
    "footwear": "shoes",
    "hosiery": "socks tights",
    "bag": "bag",
    "headwear": "hat",
    "accessory": "accessory",
}
LETTER_SIZED: frozenset[Slot] = frozenset({"base_top", "bottom", "one_piece", "mid", "outer"})
LEAD_SLOTS: frozenset[Slot] = frozenset({"one_piece", "base_top", "mid", "outer"})
CORE_SPREAD, EXTRA_SPREAD, STAND_IN_SPREAD = 1.0, 2.0, 3.0
HOT_C, COOL_C, COLD_C, COLD_WAY_C = 22.0, 14.0, 8.0, 5.0


class Rules(Protocol):
    """What of a turn's rules a wish depends on."""

    @property
    def formality(self) -> Range: ...
    @property
    def palette(self) -> list[ColourFamily]: ...
    @property
    def required(self) -> dict[Slot, list[str]]: ...
    @property
    def avoid_categories(self) -> list[str]: ...
    @property
    def avoid_colours(self) -> list[ColourFamily]: ...


def build_wishes(
    slots: Sequence[Slot],
    brief: Brief,
    conditions: Conditions | None,
    profile: Profile,
    rules: Rules,
    *,
    required: Iterable[Slot] = (),
) -> list[Wish]:
    """One wish per named piece, one per remaining slot, and one per category that code or weather ask for."""
    named = [build_wish(w.slot, brief, conditions, profile, rules, wanted=w) for w in brief.wanted if w.slot in slots]
    taken = {wish.slot for wish in named}
    must = set(required)
    rest = [
        build_wish(slot, brief, conditions, profile, rules).model_copy(update={"required": slot in must})
        for slot in slots
        if slot not in taken
    ]
    asked = [
        build_wish(slot, brief, conditions, profile, rules, wanted=Wanted(slot=slot, category=category))
        for slot, categories in rules.required.items()
        for category in categories
        if _is_open(slot, categories, brief, taken) and slot not in brief.avoid_slots
    ]
    loose = [wish.model_copy(update={"anchor": False, "required": False}) for wish in asked]
    return [*named, *rest, *loose, *accent_wishes(brief, conditions, profile, rules)]


def accent_wishes(brief: Brief, conditions: Conditions | None, profile: Profile, rules: Rules) -> list[Wish]:
    """A wish for each slot that may bring the accent that an outfit is to have."""
    return [_accented(slot, brief, conditions, profile, rules) for slot in bringing(brief) if _has_room(slot, brief)]


def _has_room(slot: Slot, brief: Brief) -> bool:
    """Whether pieces for the accent of an outfit are looked for in a slot, or it is the piece that was named there."""
    named = {one.slot for one in brief.wanted}
    return brief.intent not in SINGLE and (slot not in named or bool(brief.accent and brief.accent.slots))


def _accented(slot: Slot, brief: Brief, conditions: Conditions | None, profile: Profile, rules: Rules) -> Wish:
    """The wish for a piece in the accent's colour."""
    lively = families(brief)
    wish = build_wish(slot, brief.model_copy(update={"colours": lively}), conditions, profile, rules)
    filters = wish.filters.model_copy(update={"colours": lively})
    return wish.model_copy(update={"filters": filters, "prefer_colours": lively, "required": False})


def _is_open(slot: Slot, categories: Sequence[str], brief: Brief, taken: Collection[Slot]) -> bool:
    """Whether a slot has room for what code or weather ask for: a jacket comes over the waistcoat that was named."""
    named = {one.category for one in brief.wanted if one.slot == slot}
    return slot not in taken or (slot in MOST and None not in named and not named & {*categories})


def build_wish(
    slot: Slot,
    brief: Brief,
    conditions: Conditions | None,
    profile: Profile,
    rules: Rules,
    *,
    wanted: Wanted | None = None,
) -> Wish:
    """The wish for one slot. A piece the person named is an anchor: its category and ordered colours are filters."""
    named = wanted or Wanted(slot=slot)
    ordered = [*named.colours] if brief.colours_must else []
    categories = _categories(slot, brief, named)
    instead = _instead(slot, brief, conditions, rules)
    person = brief.presentation or profile.presentation
    filters = Filters(
        slots=[slot],
        categories=categories,
        colours=with_shades(ordered),
        avoid_colours=sorted({*brief.avoid_colours, *named.avoid_colours, *rules.avoid_colours}),
        fabrics=named.fabrics,
        avoid_fabrics=sorted({*brief.avoid_fabrics, *profile.avoid_fabrics}),
        avoid_categories=sorted(
            {*brief.avoid_categories, *rules.avoid_categories, *_uncalled(slot, brief, conditions, profile, wanted)}
            - set(categories)
        ),
        patterns=named.patterns,
        seasons=[] if named.category else seasons_for(conditions, slot),
        presentations=[] if {*categories} & cut_for_one() else presentations_for(person),
        sizes=_sizes(slot, brief),
        formality=_formality(slot, rules, categories, instead),
        reserve=brief.reserve,
    )
    leads = wanted is not None or slot in LEAD_SLOTS or brief.colours_must
    liked = [*named.colours, *(brief.colours if leads else [])]
    return Wish(
        slot=slot,
        query=query_text(slot, brief, named, conditions, profile, instead=instead),
        filters=filters,
        prefer_colours=list(dict.fromkeys(liked or rules.palette)),
        anchor=wanted is not None,
    )


def _uncalled(
    slot: Slot, brief: Brief, conditions: Conditions | None, profile: Profile, wanted: Wanted | None
) -> set[str]:
    """What nobody means by the slot alone: a headscarf is no hat, feathers warm nobody, desks need no sunglasses.

    Who covers shoulders and knees is offered none unasked, where custom does not have heads covered.
    """
    if slot == "accessory" and (conditions is None or conditions.indoors):
        return {"sunglasses"}
    if slot != "headwear" or covers_hair(conditions) or (brief.modest and wanted):
        return set()
    mean = mean_temperature(conditions)
    airy = {"fascinator", "sun_hat"} if mean is not None and mean <= COLD_WAY_C else set()
    person = brief.presentation or profile.presentation
    return {"headscarf", *airy} - {*usual(slot, idiom_of(brief, conditions), person)}


def query_text(
    slot: Slot,
    brief: Brief,
    named: Wanted,
    conditions: Conditions | None,
    profile: Profile,
    *,
    instead: Sequence[str] = (),
) -> str:
    """Canonical English words for the wish, so that search does not depend on the person's language."""
    person = brief.presentation or profile.presentation
    kinds = [named.category] if named.category else brief_categories(brief, slot)[:2]
    kinds = kinds or [*instead] or usual(slot, idiom_of(brief, conditions), person) or [SLOT_WORDS[slot]]
    words = [
        *(family for family in (named.colours or brief.colours)),
        *(named.fabrics or brief.fabrics),
        *(pattern for pattern in (named.patterns or brief.patterns) if pattern != "solid"),
        named.fit or "",
        "warm" if named.warm else "",
        ASKED[brief.sleeves] if brief.sleeves and slot in SLEEVED else "",
        *(load_unchecked()[wish][0] for wish in wishes_of(brief)),
        *kinds,
        brief.occasion or "",
        *brief.activities,
        (conditions.dress_code or "") if conditions else "",
    ]
    return " ".join(word.replace("_", " ") for word in words if word)


def brief_categories(brief: Brief, slot: Slot) -> list[str]:
    table = load_categories()
    return [name for name in brief.categories if name in table and table[name].slot == slot]


def _categories(slot: Slot, brief: Brief, named: Wanted) -> list[str]:
    return [named.category] if named.category else brief_categories(brief, slot)


def presentations_for(presentation: Presentation | None) -> list[Presentation]:
    """Who a piece may be cut for: one's own presentation and unisex; anything where none was told."""
    if presentation in (None, "unisex"):
        return []
    return [presentation, "unisex"]


def seasons_for(conditions: Conditions | None, slot: Slot = "base_top") -> list[Season]:
    """A filter only where the weather leaves no doubt: no summer things when it is cool, no winter things when hot.

    An event indoors leaves a doubt about all but the coat and the hat for the way, which is short.
    """
    mean = mean_temperature(conditions)
    indoors = conditions is not None and conditions.indoors
    if mean is None or (indoors and slot not in {"outer", "headwear"}) or COOL_C < mean < HOT_C:
        return []
    if mean >= HOT_C:
        return ["summer"]
    return ["winter"] if mean <= (COLD_WAY_C if indoors else COLD_C) else ["autumn", "winter"]


def _sizes(slot: Slot, brief: Brief) -> list[str]:
    size = brief.sizes.shoes if slot == "footwear" else brief.sizes.clothes if slot in LETTER_SIZED else None
    return [*looked_in(size)]


def _instead(slot: Slot, brief: Brief, conditions: Conditions | None, rules: Rules) -> list[str]:
    """The shoes to look for where a dressy occasion would have what is refused, or rain is to be walked through."""
    if slot == "footwear" and brief.intent in SINGLE and (dry := WATERTIGHT & {*sought(brief, conditions)}):
        return sorted(dry)
    dressy = slot == "footwear" and rules.formality[0] >= DRESSY
    return sorted(stand_ins(rules.avoid_categories) - {*rules.avoid_categories}) if dressy else []


def _formality(slot: Slot, rules: Rules, named: Collection[str], instead: Collection[str]) -> Range:
    """Wide around what is named, and around shoes where flats stand in for heels, or are asked for by name."""
    low, high = rules.formality
    spread = EXTRA_SPREAD if named or slot in {"hosiery", "bag", "headwear", "accessory", "outer"} else CORE_SPREAD
    if instead or (slot == "footwear" and stand_ins(HEELED) & {*named}):
        spread = STAND_IN_SPREAD
    return (max(0.0, low - spread), min(9.0, high + spread))

"""What code has worked out for a turn before anybody styles it: formality, warmth, slots, palette, refusals.

The same keys as a stylist's request carries. Knows no catalogue.
"""

from collections.abc import Sequence
from typing import TypedDict

from stores.categories import cut_for_one, load_categories
from stores.vocabulary import (
    COLOUR_FAMILIES,
    Brief,
    ColourFamily,
    Conditions,
    Piece,
    Presentation,
    Profile,
    Range,
    Slot,
)
from tools.colour import NEUTRAL_FAMILIES, palette
from tools.demands import goes_coatless, is_choice
from tools.dress import CodeRules, code_rules, formality_range, rules_in
from tools.exposure import sought
from tools.gates import ACTIVE_OCCASIONS, QUIET_FAMILIES
from tools.idiom import idiom_of
from tools.liveliness import VIVID
from tools.modesty import covers_hair
from tools.refusals import profile_on
from tools.shape import SEPARATES, WHOLE
from tools.warmth import DRESSY, is_hot, mean_temperature, needs, unsafe, wanted_clo

OF_CULTURE = {"indian_wedding": "indian", "hindu_funeral": "indian", "diwali": "indian"}
COAT_C = 12.0
JACKET_C = 18.0
LAYER_C = 21.0
BARE_LEGS_C = 14.0
FOR_RAIN = frozenset({"umbrella", "rain_boots"})
EXTRAS: frozenset[Slot] = frozenset({"accessory", "headwear"})


class StyleRulesData(TypedDict):
    """The rules of a turn; a direction has to stay within them."""

    formality: Range
    clo: float | None
    slots: list[Slot]
    optional: list[Slot]
    palette: list[ColourFamily]
    avoid_categories: list[str]
    avoid_colours: list[ColourFamily]


def style_rules(
    brief: Brief, conditions: Conditions | None, profile: Profile, kept: Sequence[Piece] = ()
) -> StyleRulesData:
    """The rules for a brief under its conditions, around the pieces that are kept."""
    profile, rules = profile_on(profile, brief, conditions), rules_in(conditions)
    person = brief.presentation or profile.presentation
    needed = _needed(brief, conditions, rules, person, kept)
    refused = _refused_colours(brief, conditions, profile)
    around = [piece.colours[0].family for piece in kept] or brief.colours
    welcome = _palette_of_step(brief) or (palette(around) if around else idiom_of(brief, conditions).colours)
    return StyleRulesData(
        formality=formality_range(brief, conditions),
        clo=wanted_clo(conditions, profile),
        slots=needed,
        optional=_optional(brief, conditions, rules, person, needed),
        palette=[family for family in welcome if family not in refused],
        avoid_categories=_refused_categories(brief, conditions, profile, rules),
        avoid_colours=refused,
    )


def _palette_of_step(brief: Brief) -> Sequence[ColourFamily]:
    """The colours that a livelier look, or a quieter one, is made of."""
    change = brief.refinement.change if brief.refinement and not brief.colours else None
    return VIVID if change == "livelier" else NEUTRAL_FAMILIES if change == "quieter" else ()


def _named_slots(brief: Brief, kept: Sequence[Piece]) -> list[Slot]:
    return [*(piece.slot for piece in kept), *(one.slot for one in brief.wanted), *(g.slot for g in brief.owned)]


def _needed(
    brief: Brief, conditions: Conditions | None, rules: CodeRules, person: Presentation | None, kept: Sequence[Piece]
) -> list[Slot]:
    """The core: a dress where one was named or the code is one for dresses, else a top and a bottom; then layers."""
    named = _named_slots(brief, kept)
    usual: Sequence[Slot] = rules.core.get(person or "women", [*SEPARATES, "footwear"])
    if is_hot(conditions) and not _requires(rules, person, "mid"):
        usual = [slot for slot in usual if slot != "mid"]
    core: list[Slot]
    if "one_piece" in named:
        core = [*WHOLE, *(SEPARATES if is_choice(brief.wanted) else ()), "footwear"]
    elif set(named) & set(SEPARATES):
        core = [*SEPARATES, *(slot for slot in usual if slot not in {*WHOLE, *SEPARATES})]
    else:
        core = [*usual]
    mean = mean_temperature(conditions)
    if mean is not None and mean <= COAT_C and not goes_coatless(brief):
        core.append("outer")
    active = brief.occasion in ACTIVE_OCCASIONS
    core += [need.slot for need in needs(conditions, active=active) if active and need.waterproof]
    return [slot for slot in dict.fromkeys([*core, *named]) if slot not in brief.avoid_slots]


def _requires(rules: CodeRules, person: Presentation | None, slot: Slot) -> bool:
    """Whether a code insists on something in a slot: a man's jacket stays on in the heat, a woman may do without."""
    groups = rules.requires.get(person or "women", [])
    return any(load_categories()[name].slot == slot for group in groups for name in group)


def _optional(
    brief: Brief, conditions: Conditions | None, rules: CodeRules, person: Presentation | None, needed: Sequence[Slot]
) -> list[Slot]:
    """The other kind of core where the code leaves the choice, then what weather and code make sensible."""
    found: list[Slot] = []
    if person != "men" and not rules.separates and not _named_slots(brief, ()):
        found += WHOLE if "one_piece" not in needed else SEPARATES
    mean = mean_temperature(conditions)
    if mean is None or mean <= LAYER_C:
        found.append("mid")
    if mean is not None and mean <= JACKET_C and not goes_coatless(brief):
        found.append("outer")
    if mean is not None and mean <= BARE_LEGS_C:
        found.append("hosiery")
    found += ["headwear"] if covers_hair(conditions) else []
    found += [need.slot for need in needs(conditions)]
    found += rules.optional.get(person or "women", [])
    return [slot for slot in dict.fromkeys(found) if slot not in needed and slot not in brief.avoid_slots]


def _refused_colours(brief: Brief, conditions: Conditions | None, profile: Profile) -> list[ColourFamily]:
    """Refused families and hard taboos. White and black stay, since a shirt or shoes may be: gates judge each piece."""
    taboos = [taboo.what.partition(":") for taboo in conditions.taboos if taboo.hard] if conditions else []
    banned = {what for kind, _, what in taboos if kind == "family" and what not in QUIET_FAMILIES}
    personal = set(profile.avoid_colours) - set(brief.colours)
    return sorted({*brief.avoid_colours, *personal, *(f for f in COLOUR_FAMILIES if f in banned)})


def _refused_categories(brief: Brief, conditions: Conditions | None, profile: Profile, rules: CodeRules) -> list[str]:
    asked = {*brief.categories, *(one.category for one in brief.wanted)}
    taboos = [taboo.what.partition(":") for taboo in conditions.taboos if taboo.hard] if conditions else []
    slippery = unsafe(conditions, dressy=formality_range(brief, conditions)[0] >= DRESSY)
    wet = any(need.waterproof for need in needs(conditions, active=brief.occasion in ACTIVE_OCCASIONS))
    one_cut = cut_for_one() if (brief.presentation or profile.presentation) == "unisex" else ()
    strange = {*_of_another_culture(brief), *(() if wet else FOR_RAIN), *one_cut}
    found = {*rules.avoid, *profile.avoid_categories, *slippery, *strange} - asked
    return sorted({*found, *brief.avoid_categories, *(what for kind, _, what in taboos if kind == "category")})


def _of_another_culture(brief: Brief) -> list[str]:
    """Garments of a culture that nobody has spoken of: a sherwani is no everyday jacket."""
    spoken = {brief.culture, OF_CULTURE.get(brief.occasion or "")}
    return [name for name, row in load_categories().items() if row.culture and row.culture not in spoken]


def required_categories(brief: Brief, conditions: Conditions | None, profile: Profile) -> dict[Slot, list[str]]:
    """Categories that the dress code requires or the weather asks for, by slot; worth a wish of their own."""
    person = brief.presentation or profile.presentation
    requires = code_rules(conditions.dress_code if conditions else None).requires
    known = [groups for cut, groups in requires.items() if person in {cut, "unisex", None}]
    asked = [category for groups in known for group in groups for category in group]
    asked += [category for need in needs(conditions) if need.slot in EXTRAS for category in sorted(need.categories)]
    asked += sought(brief, conditions)
    found: dict[Slot, list[str]] = {}
    foreign = _of_another_culture(brief)
    for category in dict.fromkeys(one for one in asked if one not in foreign):
        found.setdefault(load_categories()[category].slot, []).append(category)
    return found

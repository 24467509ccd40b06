"""Customs and codes that what was asked for touches, and the ground that heels sink into: said once, with the reason.

Which taboos hold is worked out by `tools/events`. Knows nothing of budgets and sizes.
"""

from collections.abc import Sequence

from agents.contracts import MergeRequest
from agents.house.lexicon import load_lexicon
from agents.house.merging.beats import Beat, follows_up
from agents.house.phrases import kind_of, load_names, load_phrases
from agents.house.prose.names import category_word, colour_word, fabric_word
from agents.house.prose.pen import Pen, Thing
from agents.house.reading.age import is_of_great_age
from agents.house.reading.text import read
from agents.house.reading.wishes import THIN_HEELS
from stores.vocabulary import Brief, Slot, Taboo
from tools.customs import refused_by_custom
from tools.events import custom_of
from tools.gates import QUIET_FAMILIES

HAIR = "bare:hair"
BARE = {"shoulders", "knees", "hair"}
OF_WOMEN = {"bare:shoulders", "bare:arms", "bare:knees", "family:white", "family:cream"}
LARGE: frozenset[Slot] = frozenset({"one_piece", "outer", "mid", "bottom"})
SINKING = "taboo.soft_ground"


def taboo(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The taboo that touches what was asked; else, where the day is strict, the first hard one."""
    chosen = telling_taboo(request)
    if sinks(request) and not (chosen and touches(chosen, request)):
        return [Beat(9, None if pen.has_said(SINKING) else pen.sentence(SINKING))]
    if chosen is None or chosen in left_out(request):
        return []
    if not touches(chosen, request) and (follows_up(request) or is_shown(chosen, request)):
        return []
    due = touches(chosen, request) or chosen.what == HAIR or mourns_great_age(request)
    return [Beat(9 if due else 5, taboo_sentence(chosen, request, pen))]


def refused(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Why what was wished for is not shown, before what is shown in its place."""
    return [Beat(10, taboo_sentence(item, request, pen, again=True)) for item in left_out(request)[:1]]


def left_out(request: MergeRequest) -> list[Taboo]:
    """What forbids a part of the wish that was given up for it."""
    gone = {gap.asked for gap in refused_by_custom(request.brief, request.conditions)}
    return [item for item in taboos(request) if item.what in gone]


def sinks(request: MergeRequest) -> bool:
    """Whether thin heels are asked for and worn on grass, sand or gravel."""
    said, thin = read(request.text, load_lexicon(request.language)), {*THIN_HEELS}
    worn = {piece.category for look in request.looks[:1] for piece in look.pieces.values()}
    return said.has("soft_ground") and bool(thin & worn & {*request.brief.categories})


def warns_of_ground(request: MergeRequest) -> bool:
    """Whether the reply says what grass does to the heels that are asked for."""
    touched = any(own_key(item) == SINKING and touches(item, request) for item in taboos(request))
    return touched or sinks(request)


def has_reason(item: Taboo, request: MergeRequest) -> bool:
    """Whether the custom that a taboo is of is told by a reason of its own: no code, but the grass or the snow."""
    return own_key(item) in load_phrases(request.language)


def own_key(item: Taboo) -> str:
    return f"taboo.{custom_of(item)}"


def is_shown(item: Taboo, request: MergeRequest) -> bool:
    """Whether a look wears that very colour after all, as a white shirt under a suit does."""
    family = item.what.removeprefix("family:")
    return any(piece.colour == family for look in request.looks for piece in look.pieces.values())


def telling_taboo(request: MergeRequest) -> Taboo | None:
    """A dress code's own limits (no denim) are worth a word only to somebody who asked for just that."""
    listed = taboos(request)
    touched = [item for item in listed if touches(item, request)]
    holy = kind_of("occasions", request.brief.occasion or "") == "worship"
    strict = [item for item in listed if item.hard and not (is_man(request) and item.what in OF_WOMEN)]
    custom = [item for item in strict if item.what.startswith(("family:", "bare:") if holy else "family:")]
    heads = [item for item in listed if item.what == HAIR]
    return next(iter(touched + heads + custom), None)


def is_man(request: MergeRequest) -> bool:
    """Whether the look is a man's, who bares little and wears no bride's white."""
    return request.brief.presentation == "men"


def taboos(request: MergeRequest) -> list[Taboo]:
    return request.conditions.taboos if request.conditions else []


def touches(item: Taboo, request: MergeRequest) -> bool:
    kind, _, what = item.what.partition(":")
    brief = request.brief
    asked: dict[str, Sequence[str]] = {
        "family": [*families(brief), *(small_colours(brief) if item.hard else ())],
        "category": [name for name in brief.categories if item.hard or is_given(name, request)],
        "fabric": brief.fabrics,
        "pattern": [*brief.patterns, *(garment.pattern for garment in brief.owned)],
    }
    return item in left_out(request) or what in asked.get(kind, ())


def mourns_great_age(request: MergeRequest) -> bool:
    """Whether who is mourned by Chinese custom lived past eighty, which some families take for a joy."""
    told = is_of_great_age(request.text, request.language)
    old = told or read(request.text, load_lexicon(request.language)).has("great_age")
    return request.brief.occasion == "chinese_funeral" and old


def is_given(category: str, request: MergeRequest) -> bool:
    """Whether outfits have the kind that was asked for: who may have any heels is given block heels for the grass."""
    outfits = [look for look in request.looks[:1] if look.kind == "outfit"]
    return not outfits or any(piece.category == category for piece in outfits[0].pieces.values())


def families(brief: Brief) -> list[str]:
    """Colours that the look would be seen in: those asked for or owned, but not of a shoe or a shirt alone."""
    small = {colour for one in brief.wanted if one.slot not in LARGE for colour in one.colours}
    large = {colour for one in brief.wanted if one.slot in LARGE for colour in one.colours}
    owned = [one.colours[0] for one in brief.owned if one.slot in LARGE]
    asked = [colour for colour in brief.colours if colour in large or colour not in small]
    return [*asked, *(colour.family for colour in owned if colour.name)]


def small_colours(brief: Brief) -> list[str]:
    """Colours of shoes, scarves and shirts that were asked for; white, cream and black offend on nothing small."""
    asked = [colour for one in brief.wanted if one.slot not in LARGE for colour in one.colours]
    return [colour for colour in asked if colour not in QUIET_FAMILIES]


def taboo_sentence(item: Taboo, request: MergeRequest, pen: Pen, *, again: bool = False) -> str | None:
    """Said with its reason and with who decides; beside looks, once in a thread, unless it is wished for again."""
    kind, _, what = item.what.partition(":")
    names, language = load_names(request.language), request.language
    noun = category_word(what, language) if what in names.garments else None
    day, occasion = kind_of("occasions", request.brief.occasion or ""), request.brief.occasion
    slots: dict[str, str | Thing | None] = {
        "taboo_colour": colour_word(what, language) if what in names.colours else None,
        "taboo_fabric": fabric_word(what, language) if what in names.fabrics else None,
        "taboo_noun": noun,
    }
    general = f"taboo.{what}" if what in BARE else f"taboo.{kind}"
    aged = [f"taboo.{occasion}_aged"] if kind == "family" and mourns_great_age(request) else []
    keys = (*aged, f"taboo.{occasion}_{what}", f"taboo.{day}_{what}", own_key(item), f"taboo.{day}_{kind}", general)
    said = request.looks and not again and pen.has_said(*keys)
    return None if said else pen.sentence(*keys, slots=slots)

"""Why an outfit works: the composer's reasons as clauses, the most telling first.

Knows the reason keys, never how they were found; what another sentence of the reply says is left to that sentence.
"""

from collections.abc import Sequence
from itertools import zip_longest

from agents.contracts import MergeRequest
from agents.house.merging.beats import Beat, follows_up
from agents.house.merging.limits import short_keys
from agents.house.merging.taboos import is_shown, taboos, touches
from agents.house.merging.weather import fabric_keys, is_wet
from agents.house.phrases import kind_of
from agents.house.prose.names import LEAD, article, colour_noun, fabric_noun, fabric_word
from agents.house.prose.pen import TOKEN, Pen, Thing
from agents.house.prose.scene import by_weight, thing, work_of
from stores.categories import load_categories
from tools.palettes import TOLD

SEVERAL_KINDS = 3
A_GROUP = 3
# What could be said of most outfits.
COMMON = ("colour:accent", "colour:neutral", "texture", "volume")
WISH = ("like", "asked", "taste")
DAY = ("event", "modest", "code", "rain", "warmth")


def flows(said: str, reason: str) -> bool:
    """Whether a reason can follow an answer within one sentence: neither is long-winded already."""
    return (
        ":" not in said and "：" not in said and not is_compound(said.rpartition("]]")[2]) and not is_compound(reason)
    )


def telling(request: MergeRequest, pen: Pen) -> list[str]:
    """The two most telling reasons as clauses; not both of one piece, and not both of colour.

    What is true of most outfits is left out where the occasion and the weather have their reasons already.
    """
    found: list[str] = []
    heads: set[str] = set()
    for key in reason_keys(request, pen):
        head = key.partition(":")[0]
        if len(found) == 2 or (head == "colour" and head in heads):
            continue
        if found and ((is_common(key) and is_sky_told(request)) or is_unasked(key, request)):
            continue
        if (text := reason_clause(key, request, pen)) and not shared_noun(found, text, request):
            found.append(text)
            heads.add(head)
    return found


def reasons(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The most telling reasons, in one sentence."""
    return reasoned(telling(request, pen), pen)


def reasoned(found: Sequence[str], pen: Pen) -> list[Beat]:
    if len(found) < 2:
        return [Beat(8, pen.finish(text)) for text in found]
    return [Beat(9, paired(found, pen))]


def shared_noun(clauses: Sequence[str], text: str, request: MergeRequest) -> bool:
    """Whether a clause names a piece that one before it names, in full or by its noun."""
    nouns = {article(piece.category, request.language) for piece in request.looks[0].pieces.values()}
    names = {*nouns, *(token for clause in clauses for token in TOKEN.findall(clause))}
    return any(name in clause and name in text for clause in clauses for name in names)


def paired(clauses: Sequence[str], pen: Pen) -> str | None:
    """Two clauses in a sentence; one with a comma or an "and" of its own goes last, behind a semicolon."""
    first, second = sorted(clauses, key=is_compound)
    return pen.sentence("join.listed" if is_compound(second) else "join.plain", slots={"a": first, "b": second})


def is_compound(clause: str) -> bool:
    return any(mark in clause for mark in (",", "，", " and ", " et "))


def reason_keys(request: MergeRequest, pen: Pen) -> list[str]:
    """The composer's reasons and the occasion's, one of each group before a second: the wish, the day, the look."""
    look, brief = request.looks[0], request.brief
    given = [*look.why, *([f"event:{brief.occasion}"] if brief.occasion else [])]
    given = [key for key in given if not said_elsewhere(key, request)]
    heads = {key: key.partition(":")[0] for key in given}
    schemes = TOLD[brief.scheme] if brief.scheme else ()
    coloured = ("colour:asked", "colour:accent") if brief.accent else "colour:asked"
    wish = [key for key in given if heads[key] in WISH or key.startswith(coloured) or key in schemes]
    if brief.accent:
        wish.sort(key=lambda key: not key.startswith("colour:"))
    unasked = [key for key in given if is_unasked(key, request)]
    day = [key for key in given if heads[key] in DAY and key not in unasked]
    day.sort(key=lambda key: DAY.index(heads[key]))
    own = pen.shuffled(key for key in given if key not in (*wish, *day, *unasked))
    ranks = zip_longest(wish, day, [key for key in own if not is_common(key)])
    particular = [key for rank in ranks for key in rank if key]
    return list(dict.fromkeys([*particular, *filter(is_common, own), *unasked]))


def is_common(key: str) -> bool:
    """Whether a reason is true of most outfits, as one colour among quiet ones is, or two kinds of cloth."""
    return key.startswith(COMMON)


def is_unasked(key: str, request: MergeRequest) -> bool:
    """Whether a reason is a code that nobody named: it is told where there is nothing else to tell."""
    return key.startswith("code") and not request.brief.formality


def is_sky_told(request: MergeRequest) -> bool:
    """Whether a sentence of the reply is about the day's temperatures, and the piece that answers them."""
    return {"temp_min", "temp_max"} <= set(request.facts) and not follows_up(request)


def said_elsewhere(key: str, request: MergeRequest) -> bool:
    """Whether the sentence on weather or money gives this reason, an earlier reply did, or it is not for this day."""
    head, _, rest = key.partition(":")
    weather_told = {"temp_min", "temp_max"} <= set(request.facts)
    exchanged = request.brief.refinement is not None and request.brief.refinement.change == "swap"
    mourning = kind_of("occasions", request.brief.occasion or "") == "mourning"
    if follows_up(request) and key in request.told:
        return True
    return {
        "event": follows_up(request) or bool(short_keys(request)) or wears_taboo(request),
        "code": follows_up(request) or bool(short_keys(request)),
        "warmth": weather_told,
        "rain": follows_up(request) or is_wet(request),
        "budget": "1.total" in request.facts,
        "owned": True,
        "sun": True,
        "asked": exchanged,
        "shoes": any(gap.constraint == "insulated" for gap in request.brief.unmet),
        "colour": (mourning and rest not in {"neutral", "mono", "one"}) or (exchanged and rest.startswith("asked")),
    }.get(head, False)


def wears_taboo(request: MergeRequest) -> bool:
    """Whether the look has, by the person's own wish, what the occasion frowns on."""
    return any(touches(item, request) and is_shown(item, request) for item in taboos(request))


def reason_clause(key: str, request: MergeRequest, pen: Pen) -> str | None:
    """One reason as a clause; None where its piece is not in the look or nothing is said of it."""
    head, _, rest = key.partition(":")
    what, _, family = rest.partition(":")
    if head == "colour":
        return colour_clause(what, family, request, pen)
    if head == "asked":
        return asked_clause(what, request, pen)
    if head == "event":
        return pen.clause(f"reason.event.{work_of(request) or kind_of('occasions', what)}")
    if head == "fabric" and piece_with(request, "fabric", what):
        language = request.language
        cloth = {"fabric": fabric_word(what, language), "fabric_the": fabric_noun(what, language)}
        return pen.clause(*(f"reason.fabric.{key}" for key in fabric_keys(what, request)), slots=cloth)
    return pen.clause(f"reason.{head}.{what}", f"reason.{head}.any")


def asked_clause(category: str, request: MergeRequest, pen: Pen) -> str | None:
    """That a piece was asked for; "trousers" asks for many kinds of them, none of which was named."""
    table = load_categories()
    kin = [one for one in request.brief.categories if one in table and table[one].slot == table[category].slot]
    if len(kin) >= SEVERAL_KINDS:
        return None
    return pen.clause("reason.asked.any", slots={"asked": piece_with(request, "category", category)})


def colour_clause(scheme: str, family: str, request: MergeRequest, pen: Pen) -> str | None:
    """A scheme in words; only a real colour makes an accent, and one on a whole garment is no small touch."""
    if scheme == "asked" and len(request.brief.colours) >= A_GROUP:
        scheme = "accent"  # Who wishes for bright colours has named none of them.
    named = request.brief.accent is not None and family in request.brief.accent.colours
    if scheme == "accent" and not named and kind_of("colours", family) == "quiet":
        return None
    slots: dict[str, str | Thing | None] = {
        "accent": piece_with(request, "colour", family),
        "asked_colour": colour_noun(family, request.language) if family else None,
    }
    small = scheme == "accent" and not any(
        piece.colour == family and piece.slot in LEAD[:5] for piece in request.looks[0].pieces.values()
    )
    sober = kind_of("occasions", request.brief.occasion or "") == "mourning"
    key = "reason.colour.touch" if small else f"reason.colour.{scheme}"
    return pen.clause(*([f"{key}_sober"] if sober else []), key, slots=slots)


def piece_with(request: MergeRequest, attribute: str, value: str) -> Thing | None:
    """The weightiest piece of the first look whose attribute has this value."""
    telling = [pair for pair in by_weight(request.looks[0]) if not kind_of("unsaid", pair[1].category)]
    found = [pair for pair in telling if getattr(pair[1], attribute) == value]
    named = [pair for pair in found if pair[0] in request.facts]
    return thing(request, named[:1]) if named else None

"""Replies that show outfits: the answer, its reasons, the weather, the money, the other choices, at times an offer.

Knows what the composer found and why (reason keys), never how it looked for it.
"""

from collections.abc import Sequence
from itertools import zip_longest

from agents.contracts import MergeRequest
from agents.house.merge_beats import Beat, Part, follows_up, told
from agents.house.merge_limits import notes, taboo, unmet
from agents.house.phrases import kind_of
from agents.house.prose_names import LEAD, colour_noun, fabric_word
from agents.house.prose_pen import Pen, Thing
from agents.house.prose_scene import by_weight, thing

COLD_C, COOL_C, MILD_C, WARM_C, SWING_C = 10, 8, 18, 25, 8
LIKELY_RAIN = 0.4
WISH = ("like", "asked", "taste")
DAY = ("event", "modest", "code", "rain", "warmth")
OPENING_OF_CHANGE = {"more_like": "other", "only": "outfit", "dearer": "dressier"}


def outfit(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What to wear, in one to `voice.sentences` sentences."""
    lead: list[Part] = [opening, reasons]
    if request.voice.lead == "reason":
        lead.reverse()
    return told([*lead, weather, tip, unmet, money, taboo, others, notes, offer, farewell], request, pen)


def opening(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    return [Beat(10, pen.sentence(*opening_keys(request), avoid=request.openings))]


def opening_keys(request: MergeRequest) -> list[str]:
    """Lists of openings, the most fitting first."""
    look, change = request.looks[0], request.brief.refinement
    keys = []
    if look.owned or "already:nothing_to_buy" in request.notes:
        keys.append("opening.owned")
    if change:
        keys.append(f"opening.{OPENING_OF_CHANGE.get(change.change, change.change)}")
    if any(piece.source == "wardrobe" for piece in look.pieces.values()):
        keys.append("opening.complete")
    return [*keys, "opening.outfit", "opening.single"]


def reasons(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The two most telling reasons, in one sentence."""
    found: list[str] = []
    for key in reason_keys(request, pen):
        if len(found) < 2 and (text := reason_clause(key, request, pen)):
            found.append(text)
    if len(found) < 2:
        return [Beat(8, pen.finish(text)) for text in found]
    return [Beat(9, paired(found, pen))]


def paired(clauses: Sequence[str], pen: Pen) -> str | None:
    """Two clauses in a sentence; one with a comma of its own goes last, behind a semicolon."""
    first, second = sorted(clauses, key=has_comma)
    return pen.sentence("join.listed" if has_comma(second) else "join.plain", slots={"a": first, "b": second})


def has_comma(clause: str) -> bool:
    return "," in clause or "，" in clause


def reason_keys(request: MergeRequest, pen: Pen) -> list[str]:
    """The composer's reasons and the occasion's, one of each group before a second: the wish, the day, the look."""
    look, brief = request.looks[0], request.brief
    given = [key for key in look.why if not said_elsewhere(key, request)]
    given += [f"event:{brief.occasion}"] if brief.occasion and not follows_up(request) else []
    heads = {key: key.partition(":")[0] for key in given}
    wish = [key for key in given if heads[key] in WISH or key.startswith("colour:asked")]
    day = sorted((key for key in given if heads[key] in DAY), key=lambda key: DAY.index(heads[key]))
    own = pen.shuffled(key for key in given if key not in (*wish, *day))
    own.sort(key=lambda key: not key.startswith("colour:accent"))
    ranks = zip_longest(wish, day, own)
    return list(dict.fromkeys(key for rank in ranks for key in rank if key))


def said_elsewhere(key: str, request: MergeRequest) -> bool:
    """Whether the sentence on weather or money gives this reason, an earlier reply did, or it is not for this day."""
    head, _, rest = key.partition(":")
    weather_told = {"temp_min", "temp_max"} <= set(request.facts)
    mourning = kind_of("occasions", request.brief.occasion or "") == "mourning"
    return {
        "event": follows_up(request),
        "code": follows_up(request),
        "warmth": weather_told,
        "rain": weather_told and "rain_chance" in request.facts,
        "budget": "1.total" in request.facts,
        "owned": True,
        "colour": mourning and rest not in {"neutral", "mono"},
    }.get(head, False)


def reason_clause(key: str, request: MergeRequest, pen: Pen) -> str | None:
    """One reason as a clause; None where its piece is not in the look or nothing is said of it."""
    head, _, rest = key.partition(":")
    what, _, family = rest.partition(":")
    if head == "colour":
        return colour_clause(what, family, request, pen)
    if head == "asked":
        return pen.clause("reason.asked.any", slots={"asked": piece_with(request, "category", what)})
    if head == "event":
        return pen.clause(f"reason.event.{kind_of('occasions', what)}")
    if head == "fabric" and piece_with(request, "fabric", what):
        return pen.clause(
            f"reason.fabric.{kind_of('fabrics', what)}", slots={"fabric": fabric_word(what, request.language)}
        )
    return pen.clause(f"reason.{head}.{what}", f"reason.{head}.any")


def colour_clause(scheme: str, family: str, request: MergeRequest, pen: Pen) -> str | None:
    """A scheme in words; only a real colour makes an accent, and one on a whole garment is no small touch."""
    if scheme == "accent" and kind_of("colours", family) == "quiet":
        return None
    slots: dict[str, str | Thing | None] = {
        "accent": piece_with(request, "colour", family),
        "asked_colour": colour_noun(family, request.language) if family else None,
    }
    small = scheme == "accent" and not any(
        piece.colour == family and piece.slot in LEAD[:5] for piece in request.looks[0].pieces.values()
    )
    return pen.clause("reason.colour.touch" if small else f"reason.colour.{scheme}", slots=slots)


def piece_with(request: MergeRequest, attribute: str, value: str) -> Thing | None:
    """The weightiest piece of the first look whose attribute has this value."""
    found = [pair for pair in by_weight(request.looks[0]) if getattr(pair[1], attribute) == value]
    named = [pair for pair in found if pair[0] in request.facts]
    return thing(request, named[:1]) if named else None


def weather(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What the day asks, once; later only where it bears out the warmth that was asked for."""
    change, sky = request.brief.refinement, request.conditions
    if sky is None or sky.temp_max_c is None or sky.temp_min_c is None:
        return []
    if change and change.change != ("cooler" if sky.temp_max_c >= WARM_C else "warmer"):
        return []
    beats = [Beat(7, pen.sentence(*weather_keys(request, sky.temp_min_c, sky.temp_max_c)))]
    wet = (sky.rain_chance or 0) >= LIKELY_RAIN
    return [*beats, Beat(7, pen.sentence("weather.wet_covered", "weather.wet"))] if wet else beats


def weather_keys(request: MergeRequest, low: float, high: float) -> list[str]:
    """Lists of sentences on the temperature, the most fitting first."""
    why = request.looks[0].why
    if high < COLD_C:
        return ["weather.cold", "weather.chill"]
    keys = []
    if low < MILD_C and (high - low >= SWING_C or "warmth:layers" in why):
        keys.append("weather.layers")
    if high >= WARM_C:
        keys += ["weather.light"] if "warmth:light" in why else ["weather.warm", "weather.warm_bare"]
    return [*keys, "weather.chill" if low < COOL_C else "weather.right" if "warmth:right" in why else "weather.mild"]


def tip(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """How to wear it: a move that costs nothing, or the finishing pieces."""
    kinds = [kind for piece in request.looks[0].pieces.values() if (kind := kind_of("tips", piece.category))]
    keys = [f"tip.{kind}" for kind in pen.shuffled(kinds)] or ["tip.any"]
    return [Beat(3, pen.sentence("finish.any")), Beat(2, pen.sentence(*keys))]


def money(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    look, brief = request.looks[0], request.brief
    if look.owned:
        return [Beat(6, pen.sentence("money.owned"))] if "already:nothing_to_buy" not in request.notes else []
    if not look.priced or "price_unknown" in request.notes:
        return unpriced(request, pen)
    keys = ["money.total"]
    if (
        brief.budget
        and not follows_up(request)
        and brief.budget.per == "look"
        and not any(gap.constraint == "budget" for gap in brief.unmet)
    ):
        keys.insert(0, "money.within")
    if any(piece.source == "wardrobe" for piece in look.pieces.values()):
        keys.insert(0, "money.mixed")
    return [Beat(8, pen.sentence("money.diff", *keys))]


def unpriced(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Says that no price is known, where that is so."""
    if request.looks[0].priced and "price_unknown" not in request.notes:
        return []
    return [Beat(9, pen.sentence("money.unknown_budget", "money.unknown"))]


def others(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    return [Beat(6, pen.sentence("others.three", "others.two"))]


def offer(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """At most one, in half of the first answers and in no other: by the occasion, a heel, or a budget not named."""
    if request.voice.warmth == 0 or not offers(request, pen):
        return []
    kind = kind_of("occasions", request.brief.occasion or "")
    keys = [f"next.{kind}"] if kind else []
    if any(kind_of("heels", piece.category) for piece in request.looks[0].pieces.values()):
        keys.append("next.heels")
    if not request.brief.budget and request.looks[0].priced and not request.looks[0].owned:
        keys.append("next.budget")
    return [Beat(7, pen.sentence(*pen.shuffled([*keys, "next.any"])))]


def offers(request: MergeRequest, pen: Pen) -> bool:
    """Never after a change, which is what an offer would have led to, and never in two replies in a row."""
    return not follows_up(request) and request.turn % 2 == 1 and pen.tosses("offer")


def farewell(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    return [Beat(6, pen.sentence("warm.any"))] if request.voice.warmth == 3 else []

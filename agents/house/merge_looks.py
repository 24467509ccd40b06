"""Replies that show looks or articles: the answer, its reasons, the weather, the money, the other choices, a next step.

Knows what the composer found and why (reason keys), never how it looked for it.
"""

from collections.abc import Sequence
from itertools import zip_longest

from agents.contracts import MergeRequest
from agents.house.merge_beats import Beat, Part, told
from agents.house.merge_limits import notes, taboo, unmet
from agents.house.phrases import kind_of
from agents.house.prose_names import fabric_word
from agents.house.prose_pen import Pen, Thing
from agents.house.prose_scene import thing

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
    return told([*lead, weather, tip, unmet, money, taboo, others, notes, next_step, farewell], request, pen)


def articles(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Single articles: the first with its reason, the rest in a clause."""
    if request.looks[0].kind == "outfit":
        return outfit(request, pen)
    return told(
        [article_opening, reasons, unmet, article_money, article_others, taboo, notes, next_article], request, pen
    )


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


def article_opening(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    close = request.brief.intent == "similar"
    keys = ("opening.similar", "opening.find") if close else ("opening.find",)
    return [Beat(10, pen.sentence(*keys, avoid=request.openings))]


def reasons(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Up to three reasons, the most telling two in one sentence."""
    look = request.looks[0]
    found: list[str] = []
    for key in reason_keys(request, pen):
        if len(found) < (3 if look.kind == "outfit" else 2) and (text := reason_clause(key, request, pen)):
            found.append(text)
    join = "join.listed" if {",", "，"} & set("".join(found[:2])) else "join.plain"
    beats = [Beat(9, pen.sentence(join, slots={"a": found[0], "b": found[1]}))] if len(found) > 1 else []
    return beats + [Beat(8 if not beats else 4, pen.finish(text)) for text in found[2 if beats else 0 :]]


def reason_keys(request: MergeRequest, pen: Pen) -> list[str]:
    """The composer's reasons and the occasion's, one of each group before a second: the wish, the day, the look."""
    look, brief = request.looks[0], request.brief
    given = [key for key in look.why if not said_elsewhere(key, request)]
    given += [f"event:{brief.occasion}"] if brief.occasion else []
    if look.kind == "article":
        given += [f"fabric:{piece.fabric}" for piece in look.pieces.values() if piece.fabric]
    heads = {key: key.partition(":")[0] for key in given}
    wish = [key for key in given if heads[key] in WISH]
    day = sorted((key for key in given if heads[key] in DAY), key=lambda key: DAY.index(heads[key]))
    own = pen.shuffled(key for key in given if heads[key] not in (*WISH, *DAY))
    own.sort(key=lambda key: not key.startswith(("colour:accent", "colour:asked")))
    ranks = zip_longest(wish, day, own)
    return list(dict.fromkeys(key for rank in ranks for key in rank if key))


def said_elsewhere(key: str, request: MergeRequest) -> bool:
    """Whether the sentence on weather or money gives this reason, or there is but one piece to speak of."""
    head, article = key.partition(":")[0], request.looks[0].kind == "article"
    weather_told = not article and {"temp_min", "temp_max"} <= set(request.facts)
    return {
        "warmth": weather_told,
        "rain": weather_told and "rain_chance" in request.facts,
        "budget": "1.total" in request.facts,
        "owned": True,
        "asked": article,
        "colour": article,
    }.get(head, False)


def reason_clause(key: str, request: MergeRequest, pen: Pen) -> str | None:
    """One reason as a clause; None where its piece is not in the look or nothing is said of it."""
    head, _, rest = key.partition(":")
    what, _, family = rest.partition(":")
    if head == "colour":
        return pen.clause(f"reason.colour.{what}", slots={"accent": piece_with(request, "colour", family)})
    if head == "asked":
        return pen.clause("reason.asked.any", slots={"asked": piece_with(request, "category", what)})
    if head == "event":
        return pen.clause(f"reason.event.{kind_of('occasions', what)}")
    if head == "fabric" and piece_with(request, "fabric", what):
        return pen.clause(
            f"reason.fabric.{kind_of('fabrics', what)}", slots={"fabric": fabric_word(what, request.language)}
        )
    return pen.clause(f"reason.{head}.{what}", f"reason.{head}.any")


def piece_with(request: MergeRequest, attribute: str, value: str) -> Thing | None:
    """The first piece of the first look whose attribute has this value."""
    pairs = request.looks[0].pieces.items()
    found = [pair for pair in pairs if getattr(pair[1], attribute) == value and pair[0] in request.facts]
    return thing(request, found[:1]) if found else None


def weather(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What the day asks; rain before temperature, since it decides more."""
    conditions = request.conditions
    if conditions is None or conditions.temp_max_c is None or conditions.temp_min_c is None:
        return []
    low, high, why = conditions.temp_min_c, conditions.temp_max_c, request.looks[0].why
    keys = ["weather.chill" if low < COOL_C else "weather.right" if "warmth:right" in why else "weather.mild"]
    if high < COLD_C:
        keys = ["weather.cold", "weather.chill"]
    elif low < MILD_C and (high - low >= SWING_C or "warmth:layers" in why):
        keys.insert(0, "weather.layers")
    if high >= WARM_C:
        keys.insert(-1, "weather.light" if "warmth:light" in why else "weather.warm")
    beats = [Beat(7, pen.sentence(*keys))]
    wet = (conditions.rain_chance or 0) >= LIKELY_RAIN
    return [*beats, Beat(7, pen.sentence("weather.wet_covered", "weather.wet"))] if wet else beats


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
    if brief.budget and brief.budget.per == "look" and not any(gap.constraint == "budget" for gap in brief.unmet):
        keys.insert(0, "money.within")
    if any(piece.source == "wardrobe" for piece in look.pieces.values()):
        keys.insert(0, "money.mixed")
    return [Beat(8, pen.sentence("money.diff", *keys))]


def unpriced(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Says that no price is known, where that is so."""
    if request.looks[0].priced and "price_unknown" not in request.notes:
        return []
    return [Beat(9, pen.sentence("money.unknown_budget", "money.unknown"))]


def article_money(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """An article's price stands beside its name; here only what it saves, or that it is not known."""
    return [*unpriced(request, pen), Beat(6, pen.sentence("money.diff"))]


def others(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    return [Beat(6, pen.sentence("others.three", "others.two"))]


def article_others(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    return [Beat(6, pen.sentence("others.article_three", "others.article_two"))]


def next_step(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """At most one: by the occasion, by a heel, by a budget that nobody named."""
    if request.voice.warmth == 0:
        return []
    kind = kind_of("occasions", request.brief.occasion or "")
    keys = [f"next.{kind}"] if kind else []
    if any(kind_of("heels", piece.category) for piece in request.looks[0].pieces.values()):
        keys.append("next.heels")
    if not request.brief.budget and request.looks[0].priced and not request.looks[0].owned:
        keys.append("next.budget")
    return [Beat(5, pen.sentence(*pen.shuffled(keys), "next.any"))]


def next_article(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    return [Beat(3, pen.sentence("next.article"))] if request.voice.warmth else []


def farewell(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    return [Beat(6, pen.sentence("warm.any"))] if request.voice.warmth == 3 else []

"""Replies that show outfits: the answer, its reasons, the weather, the money, the other choices, at times an offer.

Knows what the composer found and why (reason keys), never how it looked for it.
"""

from collections.abc import Sequence
from itertools import zip_longest

from agents.contracts import MergeRequest
from agents.house.merge_beats import Beat, Part, follows_up, told
from agents.house.merge_limits import notes, short, short_keys, taboo, unmet
from agents.house.phrases import kind_of
from agents.house.prose_names import LEAD, article, colour_noun, fabric_word
from agents.house.prose_pen import TOKEN, Pen, Thing
from agents.house.prose_scene import by_weight, finishing, thing
from stores.categories import load_categories

COLD_C, COOL_C, MILD_C, WARM_C, SWING_C = 10, 8, 18, 25, 8
DRESSED = 4.5
SEVERAL_KINDS = 3
LIKELY_RAIN = 0.4
WISH = ("like", "asked", "taste")
DAY = ("event", "modest", "code", "rain", "warmth")
OPENING_OF_CHANGE = {"more_like": "other", "only": "outfit", "dearer": "dressier"}


def outfit(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What to wear, in one to `voice.sentences` sentences."""
    lead: list[Part] = [opening, reasons]
    if request.voice.lead == "reason":
        lead.reverse()
    return told([*lead, short, weather, tip, unmet, money, taboo, others, notes, offer, farewell], request, pen)


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
    """The two most telling reasons, in one sentence; not both of the same piece."""
    found: list[str] = []
    for key in reason_keys(request, pen):
        if len(found) < 2 and (text := reason_clause(key, request, pen)) and not shared_noun(found, text, request):
            found.append(text)
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
        "event": follows_up(request) or bool(short_keys(request)),
        "code": follows_up(request) or bool(short_keys(request)),
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
        return asked_clause(what, request, pen)
    if head == "event":
        return pen.clause(f"reason.event.{kind_of('occasions', what)}")
    if head == "fabric" and piece_with(request, "fabric", what):
        return pen.clause(
            f"reason.fabric.{kind_of('fabrics', what)}", slots={"fabric": fabric_word(what, request.language)}
        )
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
    if scheme == "accent" and kind_of("colours", family) == "quiet":
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
    """What finishes it, and how to wear it: a move that costs nothing and suits how dressed the day is."""
    kinds = [kind for piece in request.looks[0].pieces.values() if (kind := kind_of("tips", piece.category))]
    manner = "dressed" if is_dressed(request) else "easy"
    keys = [f"tip.{manner}.{kind}" for kind in pen.shuffled(kinds)]
    return [*finish(request, pen), Beat(2, pen.sentence(*keys, "tip.any"))]


def finish(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The pieces that finish the look, of which no sentence before has spoken."""
    left = [pair for pair in finishing(request, request.looks[0]) if pair[0] not in pen.cited]
    return [Beat(3, pen.sentence("finish.any", slots={"finish": thing(request, left)}))] if left else []


def is_dressed(request: MergeRequest) -> bool:
    """Whether the day is one on which no sleeve is rolled."""
    sky = request.conditions
    sober = kind_of("occasions", request.brief.occasion or "") in {"interview", "mourning", "worship"}
    return sober or bool(sky and sky.formality and sky.formality[0] >= DRESSED)


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
    if kind == "mourning":
        return [Beat(7, pen.sentence("next.mourning"))]
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

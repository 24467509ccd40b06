"""Answers to questions of style: what a code means, what goes with a colour, a hat or none, whether jeans will do.

The content stands in `lexicon/advice_*.toml`; what decides between answers is the weather, the code and the categories'
formality. A sentence of general advice cites no piece; one sentence at the end may show a look.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from agents.contracts import MergeRequest
from agents.house.lexicon import load_lexicon, load_meanings
from agents.house.merging.beats import Beat
from agents.house.merging.leave import asks_need, bag, code_named, colour_there, leaves_out, named, needed
from agents.house.merging.limits import notes, unmet
from agents.house.merging.reasons import wears_taboo
from agents.house.merging.taboos import has_reason, taboos, touches
from agents.house.merging.taboos import taboo as taboo_beats
from agents.house.phrases import kind_of, load_phrases, load_table
from agents.house.prose.names import colour_word
from agents.house.prose.pen import Pen
from agents.house.reading.glossary import asks_unknown
from agents.house.reading.mentions import Mention
from agents.house.reading.text import read
from stores.categories import load_categories
from stores.vocabulary import ColourFamily, Range
from tools.dress import gap
from tools.events import bared_by
from tools.rules import COAT_C, JACKET_C
from tools.warmth import mean_temperature

# The warmest mean in C at which a piece for the cold is needed.
WARM_FROM_C = {"down_jacket": 5, "parka": 5, "winter_coat": 8, "gloves": 5, "scarf": 8, "beanie": 0, "tights": 14}
SUN_UV, HOT_C, COLD_C, LIKELY_RAIN = 3, 24, 5, 0.4
MILD_FROM = {"hot": 24, "mild": 12}
NEAR = 0.75
# How far a dressy cloth lifts a piece, in steps of formality.
LIFT = 2.0
# What finishes a look, and of which it is asked if it has to be, not how formal it is.
FINISHING = frozenset({"accessory", "hosiery", "headwear", "bag"})
DOUBTED = frozenset({"right", "too_plain", "too_dressed"})
UNFIT = frozenset({"too_plain", "too_dressed", "too_bare"})
Answer = Callable[[MergeRequest, Pen], list[str | None]]


def advice(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The first answer that has something to say, then the look that shows it."""
    said = next((texts for answer in ANSWERS if (texts := [text for text in answer(request, pen) if text])), [])
    beats = [Beat(10 - place, text) for place, text in enumerate(said)]
    declined = suitability(request) in UNFIT or is_needed(request) is False
    if not request.looks or wears_taboo(request) or declined or (said and said[-1].endswith("? ")):
        return beats
    shown = None if "1.1" in pen.cited else pen.sentence(f"advice.show_{request.looks[0].kind}")
    if len(compared(request)) > 1 or (code_named(request) and asks_need(request)):
        return beats
    general = bool(code_named(request))
    return [*beats, *unmet(request, pen), Beat(6, shown), *([] if general else notes(request, pen))]


def forbidden(request: MergeRequest, pen: Pen) -> list[str | None]:
    """What was asked about is taboo there; a garment that falls short of the code is `suits`' to answer."""
    touched = [item for item in taboos(request) if touches(item, request)]
    if not any(has_reason(item, request) or not item.what.startswith("category:") for item in touched):
        return []
    instead = pen.sentence(f"advice.instead_{kind_of('occasions', request.brief.occasion or '')}")
    return [pen.sentence("advice.better_not"), *(beat.text for beat in taboo_beats(request, pen)), instead]


def definition(request: MergeRequest, pen: Pen) -> list[str | None]:
    """A dress code that the question names: what it means, what to wear, what to leave."""
    if not (code := code_named(request)):
        return []
    parts = (pen.sentence(f"define.{code}.{part}", avoid=request.openings) for part in ("means", "wear", "avoid"))
    return list(parts)


def hat(request: MergeRequest, pen: Pen) -> list[str | None]:
    """Sun and cold ask for a hat, a roof does not; where neither is known it is a matter of liking."""
    brief, sky = request.brief, request.conditions
    slots = {*brief.slots, *(wanted.slot for wanted in brief.wanted)}
    if slots != {"headwear"}:
        return []
    if kind_of("occasions", brief.occasion or "") == "mourning":
        kind = "mourning"
    elif sky and sky.indoors and not (sky.temp_max_c is not None and sky.temp_max_c <= COLD_C):
        kind = "indoors"
    elif sky and sky.temp_min_c is not None and sky.temp_min_c <= COLD_C:
        kind = "cold"
    elif request.looks and any(kind_of("hats", one.category) for one in request.looks[0].pieces.values()):
        kind = "dress"
    elif sky and ((sky.uv or 0) >= SUN_UV or (sky.temp_max_c or 0) >= HOT_C):
        kind = "sun"
    else:
        kind = "free"
    return [pen.sentence(f"hat.{kind}", "hat.free", avoid=request.openings), pen.sentence(f"hat.{kind}_how")]


def umbrella(request: MergeRequest, pen: Pen) -> list[str | None]:
    sky = request.conditions
    if "umbrella" not in request.brief.categories:
        return []
    if sky is None or sky.rain_chance is None:
        return [pen.sentence("umbrella.unknown", avoid=request.openings)]
    kind = "yes" if sky.rain_chance >= LIKELY_RAIN else "no"
    return [pen.sentence(f"umbrella.{kind}", avoid=request.openings)]


def versus(request: MergeRequest, pen: Pen) -> list[str | None]:
    """Which of two kinds of piece: the one nearer to the occasion's formality, else each for hours of its own."""
    kinds = compared(request)
    if len(kinds) != 2:
        return []
    sky, language = request.conditions, request.language
    wanted = sky.formality if request.brief.occasion and sky else None
    first, other = sorted(kinds, key=lambda names: apart(names, wanted))
    if abs(apart(first, wanted) - apart(other, wanted)) < NEAR:
        key = "versus.even"
    else:
        key = "versus.for" if wanted else "versus.free"
    slots = {"piece": named(first[0], language), "other_piece": named(other[0], language)}
    return [pen.sentence(key, avoid=request.openings, slots=slots)]


def apart(names: Sequence[str], wanted: Range | None) -> float:
    """How far the nearest of a kind is from the middle of what is asked; without that the plainer are further off."""
    levels = [load_categories()[name].formality for name in names]
    return -levels[0] if wanted is None else min(abs(level - sum(wanted) / 2) for level in levels)


def compared(request: MergeRequest) -> list[list[str]]:
    """The categories of each kind of piece between which the question leaves a choice, in the person's order."""
    said = read(request.text, load_lexicon(request.language))
    if not (either := said.apart("either", said.cues.get("goes", []))):
        return []
    kinds: dict[str, list[str]] = {}
    for one in request.brief.wanted:
        of_kind = [meant for meant in read(one.text, said.lexicon).garments if meant.kind != "set"]
        kinds.setdefault(one.text, [one.category] if one.category else categories_of(of_kind[:1]))
    named = [names for names in kinds.values() if names]
    # Of two kinds of which one is enough, the first alone is looked for.
    garments = [one for one in said.garments if not one.denied]
    pairs = [
        pair for pair in pairwise(garments) if any(pair[0].last <= c.first and c.last <= pair[1].first for c in either)
    ]
    told = [names for one in next(iter(pairs), ()) if (names := categories_of([one]))]
    return named if len(named) > 1 or len(told) < 2 else told


def categories_of(garments: Sequence[Mention]) -> list[str]:
    return [name for one in garments for name in load_meanings().categories(one.kind, one.key)]


def comfort(request: MergeRequest, pen: Pen) -> list[str | None]:
    """Whether the shoes are easy to be in, by their heel alone."""
    worn = [one.category for look in request.looks[:1] for one in look.pieces.values() if one.slot == "footwear"]
    if not worn or not any(word in request.text.lower() for word in load_phrases(request.language)["ask.comfort"]):
        return []
    kind = "heel" if kind_of("heels", worn[0]) else "flat"
    return [pen.sentence(f"comfort.{kind}", avoid=request.openings), pen.sentence("comfort.how")]


def categories_asked(request: MergeRequest) -> list[str]:
    """The categories that the question names, in pieces to look for or of one's own: "can I wear my jeans to work?"."""
    if request.brief.categories or not request.brief.owned:
        return request.brief.categories
    garments = read(request.text, load_lexicon(request.language)).garments
    return categories_of([one for one in garments if not one.denied and one.kind != "set"])


def category_asked(request: MergeRequest) -> str | None:
    return next((name for name in categories_asked(request) if name in load_categories()), None)


def best_of_kind(request: MergeRequest) -> str | None:
    """The category nearest to the occasion, where a kind of several was asked about: "trainers"."""
    asked, sky = category_asked(request), request.conditions
    if (
        asked is None
        or sky is None
        or sky.formality is None
        or any(one.category == asked for one in request.brief.wanted)
    ):
        return asked
    table = load_categories()
    of_kind = [name for name in categories_asked(request) if table[name].slot == table[asked].slot]
    wanted = sky.formality
    return min([asked, *of_kind], key=lambda name: gap(table[name].formality, wanted))


def suitability(request: MergeRequest) -> str | None:
    """How a category meets the formality of the occasion, by the tables' figures; None where one is not known."""
    sky, asked = request.conditions, category_asked(request)
    if asked is None or sky is None or sky.formality is None or not request.brief.occasion:
        return None
    formality, (least, most) = load_categories()[asked].formality, sky.formality
    if any(item.what == f"bare:{part}" and item.hard for item in sky.taboos for part in bared_by(asked)):
        return "too_bare"
    forbidden_there = any(item.what == f"category:{asked}" for item in sky.taboos)
    if not forbidden_there and least - LIFT <= formality < least - NEAR and kind_of("lifted", asked):
        return "in_cloth"
    if forbidden_there or (formality < least - NEAR and load_categories()[asked].slot not in FINISHING):
        best = load_categories()[best_of_kind(request) or asked].formality
        return "too_plain" if forbidden_there or best < least - NEAR else "in_kind"
    return "too_dressed" if formality > most + NEAR else "right"


def suits(request: MergeRequest, pen: Pen) -> list[str | None]:
    """Whether what was asked about is right there, and what to do about it."""
    asked, kind = category_asked(request), suitability(request)
    if asked is None or kind is None or (kind == "right" and is_needed(request) is not None):
        return []  # Whether a coat is needed is for the weather to say.
    slots = {"piece": named(asked, request.language)}
    finishes, doubts = load_categories()[asked].slot in FINISHING, asks_if_too_much(request)
    if (kind == "right" or finishes) and (asks_need(request) or (doubts and finishes)):
        code = request.conditions.dress_code if request.conditions else None
        need = "required" if asked in load_table("groups")["required"].get(code, ()) else "optional"
        table = "doubted" if doubts else "needs"
        return [
            pen.sentence(f"{table}.{need}", avoid=request.openings, slots=slots),
            pen.sentence(f"{table}.{need}_how"),
        ]
    keys = (f"doubted.{kind}",) if doubts and kind in DOUBTED else (f"suits.{kind}",)
    there = kind_of("occasions", request.brief.occasion or "")
    return [
        pen.sentence(f"suits.{kind}_{there}", *keys, avoid=request.openings, slots=slots),
        pen.sentence(f"suits.{kind}_{there}_how", f"suits.{kind}_how", "suits.right_how"),
    ]


def asks_if_too_much(request: MergeRequest) -> bool:
    """Whether it is asked if a piece would be too much or frowned upon, so that "yes" would refuse it."""
    return read(request.text, load_lexicon(request.language)).has("overdone", "done_thing")


def colour_needed(request: MergeRequest, pen: Pen) -> list[str | None]:
    """Whether one colour has to be worn there: dark is enough to mourn in, and no other day asks for one."""
    brief, said = request.brief, read(request.text, load_lexicon(request.language))
    coded = request.conditions and request.conditions.dress_code in {"black_tie", "white_tie"}
    whole = len(brief.colours) == 1 and not brief.wanted and said.has("needed")
    of_piece = bool(brief.colours) and bool(brief.wanted) and said.has("has_to_be")
    if not (whole or of_piece) or not brief.occasion or coded:
        return []
    mourns = kind_of("occasions", brief.occasion) == "mourning" and brief.colours[0] == "black"
    return [pen.sentence("needs.colour_mourning" if mourns else "needs.colour", avoid=request.openings)]


def colours(request: MergeRequest, pen: Pen) -> list[str | None]:
    """What goes with one colour, or how two of them share an outfit."""
    asked = colours_named(request)
    if not asked:
        return []
    words = [colour_word(family, request.language) for family in asked]
    if len(asked) > 1:
        clash = read(request.text, load_lexicon(request.language)).has("quarrels")
        slots = {"first": words[0], "other": words[1]}
        return [pen.sentence(*["colours.two_clash"] * clash, "colours.two", avoid=request.openings, slots=slots)]
    return [
        pen.sentence(f"goes_with.{asked[0]}", avoid=request.openings),
        pen.sentence("colours.one_how"),
    ]


def colours_named(request: MergeRequest) -> list[ColourFamily]:
    """The colours of the question, or of the piece that it is about."""
    brief = request.brief
    pieces = [
        *(wanted.colours for wanted in brief.wanted),
        *([c.family for c in own.colours if c.name] for own in brief.owned),
    ]
    return list(dict.fromkeys([*brief.colours, *(family for listed in pieces for family in listed)]))


def which_colour(request: MergeRequest, pen: Pen) -> list[str | None]:
    """A question about colour that names none."""
    if not any(word in request.text.lower() for word in load_phrases(request.language)["ask.colour"]):
        return []
    kind = kind_of("occasions", request.brief.occasion or "")
    first = pen.sentence(f"which_colour.{kind}", "which_colour.any", avoid=request.openings)
    return [first, pen.sentence("colours.one_how")]


def occasion(request: MergeRequest, pen: Pen) -> list[str | None]:
    """What the occasion's code asks, for a question that names neither piece nor colour."""
    code = request.conditions.dress_code if request.conditions else None
    if not request.brief.occasion or code is None:
        return []
    first = pen.sentence("advice.code", avoid=request.openings)
    return [first, pen.sentence(f"define.{code}.wear"), pen.sentence(f"define.{code}.avoid")]


def weather(request: MergeRequest, pen: Pen) -> list[str | None]:
    """What the weather of a place asks one to wear, for a question about that place and nothing else."""
    conditions = request.conditions
    if conditions is None or conditions.temp_max_c is None or "place" not in request.facts:
        return []
    kind = next((name for name, least in MILD_FROM.items() if conditions.temp_max_c >= least), "cold")
    first = pen.sentence(f"sky.{kind}", avoid=request.openings)
    if (conditions.rain_chance or 0) >= LIKELY_RAIN:
        return [first, pen.sentence("sky.wet")]
    return [first, None if request.brief.occasion else pen.sentence("sky.dry")]


def layer(request: MergeRequest, pen: Pen) -> list[str | None]:
    """Whether a coat, a jacket or gloves are needed there, by the mean of the day; then what it asks for."""
    sky, needed = request.conditions, is_needed(request)
    if needed is None or sky is None:
        return []
    asked = category_asked(request)
    slots = {"piece": named(asked, request.language)} if asked and len(request.brief.categories) == 1 else {}
    first = pen.sentence(f"sky.need_{'yes' if needed else 'no'}", avoid=request.openings, slots=slots)
    return [first, *weather(request, pen)]


def is_needed(request: MergeRequest) -> bool | None:
    """Whether the mean of the day asks for what is asked about; None where that is another question."""
    brief, mean = request.brief, mean_temperature(request.conditions)
    slots = {*brief.slots, *(one.slot for one in brief.wanted)}
    asked = category_asked(request)
    from_c = WARM_FROM_C.get(asked or "", COAT_C if asked else JACKET_C if slots == {"outer"} else None)
    warms = asked in WARM_FROM_C or slots == {"outer"}
    if mean is None or from_c is None or not warms or "place" not in request.facts or not asks_need(request):
        return None
    return mean <= from_c


def anything(request: MergeRequest, pen: Pen) -> list[str | None]:
    """An outfit is an answer; a single article to an unclear question is none, so that is asked.

    A word that nobody here knows is said to be unknown.
    """
    shows = request.looks and request.looks[0].kind == "outfit"
    if not shows and asks_unknown(request.text, request.language):
        return [pen.sentence("advice.unknown", avoid=request.openings)]
    return [pen.sentence("advice.look" if shows else "advice.ask", avoid=request.openings)]


ANSWERS: tuple[Answer, ...] = (
    forbidden, needed, definition, versus, leaves_out, bag, hat, umbrella, comfort, colour_needed, suits, colour_there,
    colours, which_colour, layer, occasion, weather, anything,
)  # fmt: skip

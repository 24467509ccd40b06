"""What a reply can speak of: the slots that a request fills for the pen, from its facts, looks and conditions.

A slot is there only where its fact is; phrases that need it are otherwise out of reach. Chooses no words of its own.
"""

from collections.abc import Iterable, Sequence

from agents.contracts import LookFacts, MergeRequest, PieceFacts
from agents.house.familiar import load_familiar
from agents.house.phrases import kind_of, load_forms, load_phrases, load_table
from agents.house.prose.names import LEAD, article, category_word, grammar_of
from agents.house.prose.pen import Pen, Slots, Thing
from stores.vocabulary import CORE_SLOTS, Brief, Language, Slot
from tools.references import remakes

FINISH: frozenset[Slot] = frozenset({"bag", "headwear", "accessory", "hosiery"})
# Work at no desk, by its dress code.
AT_NO_DESK = {"workwear": "handwork", "on_feet": "shift", "service": "shift", "kitchen": "shift"}
PLAIN_FACTS = {
    "high": "temp_max", "low": "temp_min", "rain": "rain_chance", "place": "place", "budget": "budget",
    "total": "1.total", "second_total": "2.total", "third_total": "3.total", "near": "near.total",
    "near_piece": "near.piece", "kept_piece": "kept.piece", "diff": "diff", "rate": "rate", "size": "size",
    "wardrobe": "wardrobe",
    "size_shoes": "size.shoes", "known_presentation": "known.presentation", "known_clothes": "known.clothes",
    "known_shoes": "known.shoes", "known_colours": "known.colours", "known_fabrics": "known.fabrics",
    "known_categories": "known.categories", "known_avoid_colours": "known.avoid_colours",
    "known_avoid_fabrics": "known.avoid_fabrics", "known_avoid_categories": "known.avoid_categories",
    "known_at_times": "known.at_times", "known_only_colours": "known.only_colours", "known_when": "known.when",
    "known_patterns": "known.patterns", "known_avoid_patterns": "known.avoid_patterns",
    "known_place": "known.place", "known_taste": "known.taste", "known_budget": "known.budget",
}  # fmt: skip
CLOTHES: frozenset[Slot] = frozenset({*CORE_SLOTS, "outer"})
BODY: tuple[Slot, ...] = ("one_piece", "base_top", "bottom", "mid", "outer", "footwear")
Keyed = tuple[str, PieceFacts]


def open_pen(request: MergeRequest) -> Pen:
    """A pen for this request; what it chooses depends on the text, the turn and the last openings alone."""
    language = request.language
    seed = "|".join([request.text, str(request.turn), *request.openings])
    phrases = load_familiar() if language == "fr" and request.familiar else load_phrases(language)
    slots, forms = build_slots(request), load_forms(language)
    return Pen(language, phrases, forms, slots, seed, said=request.said, cited=named_before(request))


def named_before(request: MergeRequest) -> list[str]:
    """The keys of pieces that the last reply named in full; with one exchanged, the rest go by their nouns."""
    change = request.brief.refinement
    if (
        change is None
        or not (remakes(request.brief) or change.change == "amend")
        or not request.said
        or not request.looks
    ):
        return []
    names = {key: request.facts.get(f"{key}.name") for key in request.looks[0].pieces}
    return [key for key, name in names.items() if name and name in request.said[-1]]


def build_slots(request: MergeRequest) -> Slots:
    """Every slot that this request can fill."""
    slots: dict[str, str | Thing] = {
        slot: f"[[{fact}]]" for slot, fact in PLAIN_FACTS.items() if request.facts.get(fact)
    }
    slots["in_place"] = in_place(request)
    slots["on_date"] = on_date(request)
    if day := on_date(request):
        slots["day"] = day
    if occasion := occasion_name(called(request), request.language):
        slots["occasion"] = occasion
    if code := code_name(request.conditions.dress_code if request.conditions else None, request.language):
        slots["code"] = code
    if request.looks:
        slots |= look_slots(request, request.looks[0])
        slots |= other_slots(request)
    return slots


def in_place(request: MergeRequest) -> str:
    """ "in Lyon", « à Lyon », « en Provence », « au Caire »; empty where no place is known."""
    if not (place := request.facts.get("place")):
        return ""
    names = load_table(f"names_{request.language}")
    chosen = next((word for word, places in names["in_place"].items() if place in places), names["in_any_place"])
    if chosen and not chosen.endswith(" "):
        return str(chosen)
    return f"{chosen}[[place]]{' ' if request.language == 'zh' and place.isascii() else ''}"


def on_date(request: MergeRequest) -> str:
    """ "on 12 June", "in June"; empty where the person named no date."""
    if not (request.brief.date and request.facts.get("date")):
        return ""
    prepositions = load_table(f"names_{request.language}")
    return f"{prepositions['on_day' if len(request.brief.date) == 10 else 'in_month']}[[date]]"


def called(request: MergeRequest) -> str | None:
    """The occasion as it is spoken of: who works by hand, or on their feet, goes to no office."""
    return (work_of(request) if request.brief.trade else None) or request.brief.occasion


def work_of(request: MergeRequest) -> str | None:
    """What work that is done at no desk is called."""
    return AT_NO_DESK.get(request.conditions.dress_code or "") if request.conditions else None


def occasion_name(occasion: str | None, language: Language) -> str | None:
    names: dict[str, str] = load_table(f"names_{language}")["occasions"]
    return names.get(occasion) if occasion else None


def code_name(code: str | None, language: Language) -> str | None:
    names: dict[str, str] = load_table(f"names_{language}")["codes"]
    return names.get(code) if code else None


def look_slots(request: MergeRequest, look: LookFacts) -> dict[str, str | Thing]:
    """The roles that the pieces of a look play in a sentence; a role without a piece has no slot."""
    lead = anchor(request, look)
    pieces = [pair for pair in look.pieces.items() if token_of(request, pair[0])]
    rest = [pair for pair in ordered(pieces) if pair[1].slot in CORE_SLOTS and pair[0] != lead]
    wraps = [pair for pair in pieces if pair[1].category == "shawl"]
    outer = ordered(pieces, ("outer",))
    layers = outer or [pair for pair in [*ordered(pieces, ("mid",)), *wraps] if pair[0] != lead]
    roles: dict[str, list[Keyed]] = {
        "anchor": [pair for pair in pieces if pair[0] == lead],
        "rest": rest[:3],
        "rest_one": rest if len(rest) == 1 else [],
        "rest_many": rest[:3] if len(rest) > 1 else [],
        "layer": layers[:1],
        "shoes": [pair for pair in pieces if pair[1].slot == "footwear"][:1],
        "umbrella": [pair for pair in pieces if pair[1].category == "umbrella"][:1],
        "shell": [pair for pair in pieces if pair[1].waterproof and pair[1].slot == "outer"][:1],
        "owned": [pair for pair in ordered(pieces) if pair[1].source == "wardrobe"][:4],
        "bought": [pair for pair in ordered(pieces) if pair[1].source == "catalog"][:4],
    }
    things = {role: thing(request, chosen) for role, chosen in roles.items() if chosen}
    priced = with_price(request, lead)
    noun = category_word(look.pieces[lead].category, request.language)
    return {**things, **({"priced": priced} if priced else {}), "noun": noun}


def finishing(request: MergeRequest, look: LookFacts) -> list[Keyed]:
    """Two pieces at most that finish a look; an umbrella is for the rain alone, and socks go without saying."""
    pieces = [pair for pair in look.pieces.items() if token_of(request, pair[0])]
    return [pair for pair in pieces if pair[1].slot in FINISH and not kind_of("unsaid", pair[1].category)][:2]


def other_slots(request: MergeRequest) -> dict[str, str | Thing]:
    """What the second look has that the first has not, and the third that neither has; of articles, the next two."""
    if request.looks[0].kind == "article":
        return other_articles(request)
    named = {(piece.category, piece.colour) for piece in request.looks[0].pieces.values()}
    slots: dict[str, str | Thing] = {}
    for name, look in zip(("second", "third"), request.looks[1:], strict=False):
        seen = [pair for pair in by_weight(look) if pair[1].slot in CLOTHES and token_of(request, pair[0])]
        new = [pair for pair in seen if (pair[1].category, pair[1].colour) not in named]
        named |= {(piece.category, piece.colour) for piece in look.pieces.values()}
        if new:
            slots[name] = thing(request, new[:1])
    return slots


def other_articles(request: MergeRequest) -> dict[str, str | Thing]:
    """The next two articles whose names differ from those before, with their prices."""
    firsts = [next(iter(look.pieces.items())) for look in request.looks]
    named = {request.facts.get(f"{key}.name", key): (key, piece) for key, piece in reversed(firsts)}
    others = [pair for pair in firsts[1:] if pair in named.values() and token_of(request, pair[0])]
    slots: dict[str, str | Thing] = {}
    for name, (key, piece) in zip(("second", "third"), others, strict=False):
        slots[name] = thing(request, [(key, piece)])
        if (price := f"{key}.price") in request.facts:
            slots[f"{name}_price"] = f"[[{price}]]"
    return slots


def with_price(request: MergeRequest, key: str) -> str | None:
    """A piece's token and that of its price, with the comma that the language writes."""
    name, price = token_of(request, key), f"{key}.price"
    if name is None or price not in request.facts:
        return name
    return f"{name}{'，' if request.language == 'zh' else ', '}[[{price}]]"


def anchor(request: MergeRequest, look: LookFacts) -> str:
    """The token of the piece that makes the look: asked for by name, else of a colour asked for, else the heaviest.

    Of a look that had to be warmer it is the warmest layer, of one that had a piece exchanged the new piece;
    of one that was to cost less what it has now for less.
    """
    brief, ranked = request.brief, by_weight(look)
    if remakes(brief) or shows_worn(brief):
        slots = {*brief.slots, *(wanted.slot for wanted in brief.wanted)}
        own = [garment.category for garment in brief.owned]  # what this turn brings comes first
        new = [pair for pair in ranked if pair[1].slot in slots and pair[1].source == "catalog"]
        accents = [pair for pair in ranked if brief.accent and pair[1].colour in brief.accent.colours]
        ranked = new or sorted_by(own, ranked) or accents or changed(request, ranked)
        kinds = {wanted.category for wanted in brief.wanted}
        return next((key for key, piece in ranked if piece.category in kinds), ranked[0][0])
    if brief.refinement and brief.refinement.change == "warmer":
        layers = ordered(look.pieces.items(), ("mid", "outer"))
        ranked = sorted(layers, key=lambda pair: -pair[1].clo) or ranked
        return ranked[0][0]
    if new := [pair for pair in ranked if f"exchanged:{pair[1].slot}" in request.notes]:
        return new[0][0]
    asked = [wanted.category for wanted in brief.wanted] + list(brief.categories)
    liked = (key for key, piece in ranked if piece.colour in brief.colours and piece.slot in LEAD[:4])
    return next((key for key, piece in ranked if piece.category in asked), next(liked, ranked[0][0]))


def sorted_by(categories: Sequence[str], ranked: Sequence[Keyed]) -> list[Keyed]:
    """The pieces of these categories, in the order of the categories."""
    worn = [pair for pair in ranked if pair[1].category in categories]
    return sorted(worn, key=lambda pair: categories.index(pair[1].category))


def shows_worn(brief: Brief) -> bool:
    """Whether an outfit is shown as it is since it has what was asked for."""
    return bool(brief.refinement and brief.refinement.change == "again" and brief.wanted and not brief.about)


def changed(request: MergeRequest, ranked: list[Keyed]) -> list[Keyed]:
    """What no reply before has named, that in a colour asked for first; all of it where nothing is new."""
    before = named_before(request)
    new = [pair for pair in ranked if pair[0] not in before and pair[1].slot in CLOTHES]
    return [pair for pair in new if pair[1].colour in request.brief.colours] or new or ranked


def by_weight(look: LookFacts) -> list[Keyed]:
    return ordered(look.pieces.items(), LEAD)


def ordered(pieces: Iterable[Keyed], slots: Sequence[Slot] = BODY) -> list[Keyed]:
    """The pieces of these slots, in the order of the slots."""
    listed = [pair for pair in pieces if pair[1].slot in slots]
    return sorted(listed, key=lambda pair: slots.index(pair[1].slot))


def token_of(request: MergeRequest, key: str) -> str | None:
    """The token that names a piece without its price where there is one."""
    return next((f"[[{fact}]]" for fact in (f"{key}.name", key) if fact in request.facts), None)


def thing(request: MergeRequest, pieces: Sequence[Keyed]) -> Thing:
    """Pieces as the pen cites them; a noun that two pieces share would be ambiguous, so these keep their tokens."""
    language = request.language
    cited = []
    for key, piece in pieces:
        token = token_of(request, key) or ""
        look = next(look for look in request.looks if key in look.pieces)
        shared = sum(other.category == piece.category for other in look.pieces.values()) > 1
        cited.append((token, token if shared else article(piece.category, language)))
    return Thing(tuple(cited), grammar([piece for _, piece in pieces], language))


def grammar(pieces: Sequence[PieceFacts], language: Language) -> str:
    """Number and gender of pieces together; in French one masculine noun makes the whole masculine."""
    each = [grammar_of(piece.category, language) for piece in pieces]
    if len(each) == 1:
        return each[0]
    if language == "fr":
        return "mp" if any(word.startswith("m") for word in each) else "fp"
    return "s" if language == "zh" else "p"

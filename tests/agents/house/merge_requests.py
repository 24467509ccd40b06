"""Requests for the merger as the graph would make them: one by one, or a grid of all that a turn can meet."""

from collections.abc import Iterator, Sequence
from typing import get_args

from agents.contracts import LookFacts, MergeRequest, PieceFacts, Voice
from agents.gate import TOKEN
from agents.house.merge import write
from agents.house.phrases import load_table
from agents.house.prose.names import look_title, piece_name
from stores.vocabulary import (
    Advice,
    Brief,
    Budget,
    Change,
    Conditions,
    Critique,
    Garment,
    Language,
    Refinement,
    Slot,
    SubScore,
    Taboo,
    Unmet,
)

LANGUAGES: tuple[Language, ...] = get_args(Language)
PLACES = {"en": "Lyon", "fr": "Lyon", "zh": "里昂"}
Pieces = Sequence[PieceFacts]


def piece(slot: Slot, category: str, colour: str, fabric: str | None = None, **more: object) -> PieceFacts:
    given = {"source": "catalog", "formality": 4, "clo": 0.2, **more}
    return PieceFacts.model_validate({"slot": slot, "category": category, "colour": colour, "fabric": fabric, **given})


DRESS = [
    piece("one_piece", "cocktail_dress", "green", "silk", colour_name="Sage"),
    piece("footwear", "sandals", "beige", "leather"),
    piece("accessory", "shawl", "cream", "cashmere"),
]
SUIT = [
    piece("mid", "blazer", "navy", "linen"),
    piece("base_top", "shirt", "white", "cotton"),
    piece("bottom", "trousers", "grey", "wool"),
    piece("footwear", "loafers", "brown", "leather"),
    piece("outer", "rain_jacket", "olive", "nylon", waterproof=True),
]
OWNED = [
    piece("bottom", "midi_skirt", "burgundy", "wool", source="wardrobe"),
    piece("base_top", "fine_knit", "grey", "merino"),
    piece("footwear", "ankle_boots", "black", "leather"),
]
BLAZERS = [[piece("mid", "blazer", family, "wool")] for family in ("black", "navy", "grey")]
SKIES = {
    "none": None,
    "summer": Conditions(temp_min_c=16, temp_max_c=29, rain_chance=0.1, dress_code="cocktail"),
    "winter": Conditions(temp_min_c=-4, temp_max_c=3, rain_chance=0.5),
    "spring": Conditions(
        temp_min_c=9, temp_max_c=19, rain_chance=0.6, taboos=[Taboo(what="family:white", why="bride", hard=True)]
    ),
}


def request(
    language: Language,
    looks: Sequence[Pieces] = (),
    *,
    text: str = "What do I wear?",
    why: Sequence[str] = (),
    sky: Conditions | None = None,
    notes: Sequence[str] = (),
    priced: bool = True,
    **more: object,
) -> MergeRequest:
    """A request whose facts are what code would have rendered; `more` goes to the brief or to the request."""
    kind = "article" if looks and len(looks[0]) == 1 else "outfit"
    facts = {"budget": "150 €", "near.total": "174 €", "place": PLACES[language], "size": "M", "size.shoes": "42"}
    if sky:
        facts |= {"temp_min": f"{sky.temp_min_c} °C", "temp_max": f"{sky.temp_max_c} °C", "rain_chance": "60 %"}
    shown = []
    for number, pieces in enumerate(looks, start=1):
        keyed = {f"{number}.{place}": each for place, each in enumerate(pieces, start=1)}
        for key, each in keyed.items():
            facts[f"{key}.name"] = piece_name(each, language)
            bare = each.source == "wardrobe" or not priced
            facts[key] = facts[f"{key}.name"] + ("" if bare else ", 49 €")
            facts |= {} if bare else {f"{key}.price": "49 €"}
        if priced:
            facts[f"{number}.total"] = "98 €"
        title = look_title(pieces, language)
        shown.append(LookFacts(number=number, kind=kind, title=title, pieces=keyed, why=list(why), priced=priced))
    rest = {name: more.pop(name) for name in list(more) if name in MergeRequest.model_fields}
    brief = Brief.model_validate({"language": language, "text": text, **more})
    given = {"language": language, "voice": Voice(), "text": text, "facts": facts, "notes": list(notes), **rest}
    return MergeRequest(brief=brief, looks=shown, conditions=sky, **given)  # type: ignore[arg-type]


CRITIQUES = [
    Critique(
        score=score,
        verdict=verdict,
        sub={name: SubScore(score=points, why="") for name, points in (("colour", 8), ("weather", 7), ("shape", low))},
    )
    for score, verdict, low in ((82, "keep", 7), (64, "refine", 4), (40, "rethink", 2))
]  # fmt: skip
CHANGES = [
    Change(target="profile", action="set", key="presentation", value="women"),
    Change(target="profile", action="add", key="avoid_fabrics", value=["wool"]),
    Change(target="profile", action="add", key="avoid_patterns", value=["stripe"]),
    Change(target="profile", action="add", key="avoid_categories", value=["heels"]),
    Change(target="profile", action="set", key="sizes", value={"clothes": "M"}),
    Change(target="profile", action="add", key="colours", value=["green"]),
    Change(target="profile", action="remove", key="place", value="Lyon"),
    Change(target="wardrobe", action="remove", key="garment", value="scarf"),
    Change(target="feedback", action="set", key="family:green", value=-1),
    Change(target="feedback", action="set", key="family:green", value=1),
    Change(target="photo", action="remove", key="photo", value=3),
]
CONSTRAINTS = [
    "budget", "size", "colour", "category", "slot", "fabric", "presentation", "dress_code", "warmth", "taboo",
    "weather",
]  # fmt: skip
ASKED = {"colour": "green", "category": "evening_gown", "fabric": "linen", "dress_code": "black_tie"}
NOTES = [
    "rates:USD:EUR:1.1", "weather:normals", "weather:forecast", "place:nearest:Lyon", "place:unknown:Xyzzy",
    "photos:stored:2", "currency:EUR", "host_wins", "price_unknown", "already:nothing_to_buy",
]  # fmt: skip
QUESTIONS = {
    "en": ("what is business casual?", "what colour should I wear?", "hm"),
    "fr": ("c'est quoi, business casual ?", "quelle couleur porter ?", "hm"),
    "zh": ("商务休闲是什么？", "穿什么颜色好？", "嗯"),
}


def cases(language: Language) -> Iterator[tuple[str, MergeRequest]]:
    """Every intent with the conditions, gaps and notes that it meets."""
    why = ["colour:accent:green", "fabric:silk", "shoes:walkable", "warmth:layers", "budget:within"]
    budget = Budget(max=150, currency="EUR")
    for name, sky in SKIES.items():
        for occasion in ("wedding", "job_interview", "funeral", None):
            for looks in ([DRESS, SUIT, OWNED], [SUIT, DRESS], [OWNED]):
                yield f"outfit {name}", request(language, looks, why=why, sky=sky, occasion=occasion, budget=budget)
    for change in get_args(Refinement.model_fields["change"].annotation):
        yield change, request(language, [SUIT], why=["colour:neutral"], refinement=Refinement(change=change))
    for intent in ("find", "similar"):
        yield intent, request(language, BLAZERS, why=["like:x", "fabric:wool"], intent=intent, categories=["blazer"])
    for constraint in CONSTRAINTS:
        gap = [Unmet(constraint=constraint, asked=ASKED.get(constraint, "150 EUR"))]
        yield f"unmet {constraint}", request(language, [SUIT], why=["colour:neutral"], unmet=gap)
        yield f"stuck {constraint}", request(language, unmet=gap)
    for critique in CRITIQUES:
        advice = Advice(moves=[load_table(f"names_{language}")["moves"]["cuff"]])
        yield "relook", request(language, [OWNED], critique=critique, advice=advice, intent="relook")
    yield "relook", request(language, intent="relook")
    for text in QUESTIONS[language]:
        yield "ask_advice", request(language, text=text, intent="ask_advice", occasion="job_interview")
    for sky in (Conditions(indoors=True), Conditions(uv=7), Conditions(temp_min_c=-3, temp_max_c=2), None):
        yield "hat", request(language, intent="ask_advice", slots=["headwear"], sky=sky)
    for category in ("jeans", "blazer", "evening_gown"):
        sky = Conditions(formality=(3.5, 5), dress_code="business_casual")
        yield "suits", request(language, intent="ask_advice", categories=[category], occasion="office", sky=sky)
    for colours in (["grey"], ["navy", "black"]):
        yield "colours", request(language, [DRESS], intent="ask_advice", colours=colours)
    for change in CHANGES:
        intent = {"photo": "wardrobe"}.get(change.target, change.target)
        yield f"{change.target} {change.key}", request(language, intent=intent, changes=[change])
    for note in NOTES:
        yield note, request(language, [SUIT], notes=[note], priced=note != "price_unknown")
    yield "preview", request(language, [DRESS], intent="preview")
    yield "preview", request(language, intent="preview")
    yield "off_topic", request(language, intent="off_topic", place="Lima")
    for concern in ("care", "body"):
        yield concern, request(language, intent="smalltalk", refers_to=[concern])
    for intent in ("wardrobe", "profile", "feedback", "smalltalk", "off_topic"):
        yield intent, request(language, intent=intent)


def grid(language: Language) -> Iterator[tuple[str, MergeRequest]]:
    """The cases, each asked in a few texts, so that many phrases are seen."""
    for name, asked in cases(language):
        for number in range(4):
            yield name, asked.model_copy(update={"text": f"{asked.text} {number}"})


def rendered(asked: MergeRequest) -> str:
    return TOKEN.sub(lambda match: asked.facts[match.group(1)], "".join(write(asked)))


def stated(id_: str, category: str, colour: str, slot: str) -> Garment:
    colours = [{"name": colour, "family": colour, "hex": "#808080"}]
    given = {"id": id_, "name": category, "category": category, "slot": slot, "colours": colours}
    return Garment.model_validate({**given, "formality": 3, "clo": 0.1})

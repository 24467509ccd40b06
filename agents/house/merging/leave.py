"""Answers to what one may do at an occasion, or by a code: need a piece, leave it out, or come in a colour."""

from agents.contracts import MergeRequest
from agents.house.lexicon import load_lexicon, load_meanings
from agents.house.phrases import kind_of, load_phrases, load_table
from agents.house.prose.names import article, colour_word, grammar_of
from agents.house.prose.pen import Pen, Thing
from agents.house.reading.mentions import Reading
from agents.house.reading.text import read
from agents.house.reading.whether import ends_asked
from stores.vocabulary import Language

# What may be worn in mourning, where its own custom names no other.
SOBER = frozenset({"black", "grey", "navy", "white", "brown", "cream", "beige"})
# The dress codes of which a bag of a kind is expected.
BAGS = {
    "work": frozenset({"business_formal", "business_casual"}),
    "evening": frozenset({"cocktail", "formal", "black_tie", "white_tie"}),
}


def code_named(request: MergeRequest) -> str | None:
    """The dress code whose name stands in the text, the longest name first."""
    text, phrases = request.text.lower(), load_phrases(request.language)
    named = [(name, key) for key, names in phrases.items() if key.startswith("named.") for name in names]
    found = next((key for name, key in sorted(named, key=lambda pair: -len(pair[0])) if name in text), None)
    return found.removeprefix("named.") if found else None


def asks_need(request: MergeRequest) -> bool:
    """Whether the question is if it must be worn, rather than if it may."""
    return any(word in request.text.lower() for word in load_phrases(request.language)["ask.need"])


def named(category: str, language: Language) -> Thing:
    noun = article(category, language)
    return Thing(((noun, noun),), grammar_of(category, language))


def needed(request: MergeRequest, pen: Pen) -> list[str | None]:
    """Whether a piece is part of the code that is named: "do I need a tie?"."""
    said = read(request.text, load_lexicon(request.language))
    kinds = [c for m in said.garments if not m.denied for c in load_meanings().categories(m.kind, m.key)]
    code = code_named(request.model_copy(update={"text": request.brief.text}))
    if not (kinds and code and asks_need(request)):
        return []
    need = "required" if {*kinds} & {*load_table("groups")["required"].get(code, ())} else "optional"
    slots = {"piece": named(kinds[0], request.language)}
    return [pen.sentence(f"needs.{need}", avoid=request.openings, slots=slots), pen.sentence(f"needs.{need}_how")]


def bag(request: MergeRequest, pen: Pen) -> list[str | None]:
    """Whether a bag has to be there: work has papers, an evening a telephone and keys."""
    slots = {*request.brief.slots, *(wanted.slot for wanted in request.brief.wanted)}
    if slots != {"bag"} or not asks_need(request):
        return []
    code = request.conditions.dress_code if request.conditions else None
    kind = next((kind for kind, codes in BAGS.items() if code in codes), "free")
    return [pen.sentence(f"bag.{kind}", avoid=request.openings), pen.sentence("bag.how")]


def leaves_out(request: MergeRequest, pen: Pen) -> list[str | None]:
    """Whether a piece may be missing there: "is it ok without a tie?", 不打领带行吗."""
    said = read(request.text, load_lexicon(request.language))
    denied = [one for one in said.garments if one.denied]
    if not denied or len(denied) < len(said.garments) or not (request.brief.occasion and _asks_leave(said)):
        return []
    kinds = load_meanings().categories(denied[0].kind, denied[0].key)
    if not kinds:
        return []
    code = request.conditions.dress_code if request.conditions else None
    need = "required" if {*kinds} & {*load_table("groups")["required"].get(code, ())} else "optional"
    noun = article(kinds[0], request.language)
    slots = {"piece": Thing(((noun, noun),), grammar_of(kinds[0], request.language))}
    return [pen.sentence(f"leaves.{need}", avoid=request.openings, slots=slots), pen.sentence(f"leaves.{need}_how")]


def colour_there(request: MergeRequest, pen: Pen) -> list[str | None]:
    """Whether one colour may be worn to an occasion that forbids it to nobody: "can I wear grey to a funeral?"."""
    said = read(request.text, load_lexicon(request.language))
    named = list(dict.fromkeys(one.key for one in said.of("colour") if not one.denied))
    if len(named) != 1 or said.garments or not (request.brief.occasion and _asks_leave(said)):
        return []
    kind = kind_of("occasions", request.brief.occasion) or "any"
    kind += "" if named[0] in SOBER else "_bright"
    slots = {"colour": colour_word(named[0], request.language)}
    return [
        pen.sentence(f"may_colour.{kind}", "may_colour.any", avoid=request.openings, slots=slots),
        pen.sentence(f"may_colour.{kind}_how", "may_colour.any_how"),
    ]


def _asks_leave(said: Reading) -> bool:
    """Whether it is asked if something may be, and not what would go with it."""
    chinese = said.lexicon.language == "zh"
    spoken = said.has("fitting", "verdict") and (bool(said.opening("may_one")) or chinese)
    spoken |= chinese and said.has("may_one") and ends_asked(said)
    spoken |= said.lexicon.language == "fr" and said.has("fitting", "verdict") and ends_asked(said)
    return spoken and not said.has("goes", "complete")

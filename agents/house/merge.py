"""The house's merger: writes the reply from facts, in the person's language, as a sequence of sentences.

Pure and deterministic: what varies, varies by the text, the turn and the last openings. A fact is written as its token;
this module knows no value behind one. Which sentences a reply is made of is in `merge_looks` and its neighbours.
"""

from collections.abc import Iterator, Sequence

from agents.contracts import MergeRequest
from agents.house.lexicon import load_lexicon
from agents.house.merging.advice import UNFIT, advice, suitability, suits
from agents.house.merging.articles import articles
from agents.house.merging.beats import Beat, Plan, follows_up
from agents.house.merging.both import before_looks, both
from agents.house.merging.closet import asks, best
from agents.house.merging.gap import gap
from agents.house.merging.guide import guide
from agents.house.merging.limits import afforded, stuck
from agents.house.merging.looks import asks_match, outfit
from agents.house.merging.packing import suitcase
from agents.house.merging.person import changes, noted
from agents.house.merging.relook import relook
from agents.house.merging.shown import about_shown
from agents.house.merging.taboos import taboos, touches
from agents.house.merging.talk import body, care, greets, measures, off_topic, preview, smalltalk
from agents.house.phrases import load_table
from agents.house.prose.pen import Pen
from agents.house.prose.scene import open_pen
from agents.house.reading.text import read
from agents.house.reading.whether import is_put
from stores.vocabulary import Intent

PLANS: dict[Intent, Plan] = {
    "relook": relook,
    "ask_advice": advice,
    "preview": preview,
    "wardrobe": changes,
    "profile": changes,
    "feedback": changes,
    "smalltalk": smalltalk,
    "off_topic": off_topic,
}
LOOKING: frozenset[Intent] = frozenset({"outfit", "complete", "find", "similar"})
CONSIDERED = ("seated", "expecting", "costume")
# A change is a small question: the person has the rest before them.
CHANGED_SENTENCES = 4


def write(request: MergeRequest) -> Iterator[str]:
    """The sentences of the reply, each with its stop and the space behind it; `voice.sentences` at most."""
    described = [look for look in request.looks if look.pieces]
    request = request.model_copy(update={"looks": described})
    pen = open_pen(request)
    answer = both(request, open_pen(request)) or plan_of(request)(request, pen)
    beside = before_looks(request, open_pen(request))
    beats = [*comfort(request, pen), *best(request, pen), *beside, *answer, *considered(request, pen)]
    beats += noted(request, pen)
    beats += [*asks(request, pen), *question(request)]
    most = min(request.voice.sentences, CHANGED_SENTENCES if follows_up(request) else request.voice.sentences)
    chosen = trimmed([beat for beat in beats if beat.text], most)
    for number, text in enumerate(chosen, start=1):
        last = number == len(chosen)
        yield f"{text.rstrip()} {emoji(request)} " if last and request.voice.emoji else text


def plan_of(request: MergeRequest) -> Plan:
    """The plan that answers this turn: what has to be said before clothes, then what its intent asks for."""
    brief = request.brief
    if "care" in brief.refers_to:
        return care
    if "body" in brief.refers_to and brief.intent == "smalltalk":
        return body
    if "measures" in brief.refers_to:
        return measures
    if brief.about:
        return guide if "guide" in brief.about else about_shown
    lost = {"item", "look", "unseen"} if request.looks else {"item", "look", "unseen", "photo", "garment"}
    if any(unmet.constraint in lost for unmet in brief.unmet):
        return lambda request, pen: []
    return showing(request) if brief.intent in LOOKING else PLANS[brief.intent]


def showing(request: MergeRequest) -> Plan:
    """The plan that shows what was found; nothing found is an answer of its own."""
    if request.brief.gap and request.brief.intent == "find":
        return gap
    if not request.looks:
        if asks_match(request) and suitability(request) in UNFIT:
            return advice
        return allowed if is_asked_leave(request) else stuck
    if request.packing is not None:
        return suitcase
    short = any(gap.constraint == "budget" for gap in request.brief.unmet)
    if short and request.brief.intent == "outfit" and request.looks[0].kind == "article":
        return afforded
    return outfit if request.looks[0].kind == "outfit" else articles


def is_asked_leave(request: MergeRequest) -> bool:
    """Whether it is asked if a piece may be so at an occasion that frowns on none of it: "could the tie be green?"."""
    put = is_put(read(request.text, load_lexicon(request.language)))
    offends = any(touches(item, request) for item in taboos(request))
    return put and not offends and suitability(request) == "right"


def allowed(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """That it may be worn there, though there is none to show."""
    return [*(Beat(10, text) for text in suits(request, pen)[:1]), *stuck(request, pen)]


def comfort(request: MergeRequest, pen: Pen) -> list[Beat]:
    """A warm word before the clothes, where hard words about oneself, a low mood or an illness came with a wish."""
    if request.brief.intent not in LOOKING:
        return []
    if "body" in request.brief.refers_to:
        return [Beat(10, pen.sentence("body.first", avoid=request.openings))]
    if greets("low", request):
        return [Beat(10, pen.sentence("smalltalk.low", avoid=request.openings))]
    if request.brief.trade == "health" or not greets("ill", request):  # a nurse works in the hospital
        return []
    return [Beat(10, pen.sentence("smalltalk.ill", avoid=request.openings))]


def considered(request: MergeRequest, pen: Pen) -> list[Beat]:
    """What is told of who wears it, or of what the shop has none for, and changes how the clothes are to be taken."""
    if request.brief.intent not in LOOKING or not request.looks:
        return []
    said = read(request.text, load_lexicon(request.language))
    return [Beat(9, pen.sentence(f"consider.{cue}")) for cue in CONSIDERED if said.has(cue)][:1]


def question(request: MergeRequest) -> list[Beat]:
    """What is asked back, in words that code has found."""
    if "question" not in request.facts:
        return []
    return [Beat(10, "[[question]]" if request.language == "zh" else "[[question]] ")]


def trimmed(beats: Sequence[Beat], count: int) -> list[str]:
    """The weightiest beats, in the order in which they were to be said."""
    kept = sorted(beats, key=lambda beat: -beat.weight)[:count]
    return [beat.text for beat in beats if beat in kept and beat.text]


def emoji(request: MergeRequest) -> str:
    return str(load_table(f"phrases_{request.language}")["words"]["emoji"])

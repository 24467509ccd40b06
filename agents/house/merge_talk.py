"""Replies without a search: pictures, what was changed, greetings, things outside the wardrobe, and care.

Says only what the request says was done; whether it was done is not known here.
"""

from collections.abc import Sequence

from agents.contracts import MergeRequest
from agents.house.merge_beats import Beat
from agents.house.merge_limits import notes
from agents.house.phrases import load_names, load_phrases
from agents.house.prose_names import article, category_word, colour_noun, fabric_word
from agents.house.prose_pen import Pen, joined
from stores.vocabulary import Change, Language

GREETINGS = ("rude", "register", "thanks", "bye", "who", "other", "hello")
KNOWN = ("sizes", "colours", "avoid_colours", "avoid_fabrics", "avoid_categories", "presentation", "place", "budget")


def preview(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    if not request.looks:
        return [Beat(10, pen.sentence("preview.none", avoid=request.openings))]
    shown = pen.sentence("preview.look", "preview.single", avoid=request.openings)
    after = "preview.after_single" if request.looks[0].kind == "article" else "preview.after"
    return [Beat(10, shown), Beat(5, pen.sentence(after))]


def changes(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What was changed, each in a sentence, then what that means; a question about the wardrobe gets its list."""
    target = request.brief.intent
    told = [change for change in request.changes if change.target == "profile" and action_of(change) == "set"]
    rest = {change_key(change): change for change in request.changes if change not in told}
    if told:
        rest = {key: change for key, change in rest.items() if change.target != "feedback"}
    beats = [
        Beat(10, profile_told(told, request, pen)),
        *(Beat(10, changed(change, request, pen)) for change in list(rest.values())[:3]),
    ]
    beats = [beat for beat in beats if beat.text]
    if target == "wardrobe" and not any(change.target in {"wardrobe", "photo"} for change in request.changes):
        beats += [Beat(9, wardrobe(request, pen))] if not beats or removes(request) else []
    if not beats and not request.brief.changes and target == "profile":
        beats = known(request, pen)
    if not beats:
        beats = [Beat(10, pen.sentence("changed.nothing", avoid=request.openings))]
    after = pen.sentence(*after_keys(request)) if request.voice.warmth else None
    return [*beats, *notes(request, pen), Beat(4, after)]


def after_keys(request: MergeRequest) -> list[str]:
    """What follows from the changes that were made; something forgotten has no consequence worth a word."""
    made = [change for change in request.changes if change.action != "forget"]
    gone = any(change.target == "wardrobe" and action_of(change) == "remove" and change.key for change in made)
    if request.brief.intent == "wardrobe":
        hung = any(change.target == "wardrobe" and action_of(change) == "add" for change in made)
        return ["changed.after_wardrobe"] if gone else ["changed.after_wardrobe_add"] if hung else []
    targets = {change.target for change in made}
    return ["changed.after_profile"] if "profile" in targets else ["changed.after_feedback"] if made else []


def change_key(change: Change) -> str:
    """What a change is told by; all that was said of one look is one opinion."""
    return f"feedback {disliked(change)}" if change.target == "feedback" else change.model_dump_json()


def profile_told(told: Sequence[Change], request: MergeRequest, pen: Pen) -> str | None:
    """All that the person told of themselves, in one sentence."""
    clauses = [text for change in told if (text := change_clause(change, request, pen))]
    distinct = list(dict.fromkeys(clauses))
    what = "，".join(distinct) if request.language == "zh" else joined(distinct, request.language)
    return pen.sentence("changed.profile_set", avoid=request.openings, slots={"change": what or None})


def action_of(change: Change) -> str:
    return "remove" if change.action in {"remove", "forget"} else "add" if change.target == "wardrobe" else "set"


def changed(change: Change, request: MergeRequest, pen: Pen) -> str | None:
    action = action_of(change)
    if change.target == "feedback":
        direction = "down" if disliked(change) else "up"
        return pen.sentence(f"changed.feedback_{direction}", avoid=request.openings)
    if change.target == "photo":
        return pen.sentence("changed.photo_remove" if action == "remove" else "changed.nothing")
    if change.target == "wardrobe" and not change.key:
        return pen.sentence("changed.wardrobe_none", avoid=request.openings)
    what = change_clause(change, request, pen)
    return pen.sentence(f"changed.{change.target}_{action}", avoid=request.openings, slots={"change": what})


def disliked(change: Change) -> bool:
    number = isinstance(change.value, int | float) and change.value < 0
    return number or change.action in {"remove", "forget"} or str(change.value) in {"dislike", "down", "no"}


def change_clause(change: Change, request: MergeRequest, pen: Pen) -> str | None:
    """What a change is about, in words of ours; a value that is none of them stays unsaid."""
    language, value = request.language, first_word(change.value)
    names = load_names(language)
    category = category_said(value, language)
    if change.target == "wardrobe":
        noun = article(category, language) if category else None
        said = None if category or any(letter.isdigit() for letter in value) else value or None
        return pen.clause("change.garment", "change.any", slots={"change_noun": noun, "change_said": said})
    slots = {
        "change_colour": colour_noun(value, language) if value in names.colours else None,
        "change_fabric": fabric_word(value, language) if value in names.fabrics else None,
        "change_kind": category_word(category, language) if category else None,
        "change_the": article(category, language) if category else None,
        "change_place": value if change.key == "place" and value else None,
    }
    keys = (f"change.{change.key}_{value}", f"change.{change.key}", f"change.{change.key}_any", "change.any")
    return pen.clause(*keys, slots=slots)


def first_word(value: object) -> str:
    """A value that can be spoken of: itself, the first of a list, the category of a garment, or a table's first key."""
    if isinstance(value, dict):
        return str(value.get("category") or next(iter(value), ""))
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, str) else ""


def category_said(value: str, language: Language) -> str | None:
    """The category that a value is, or whose noun stands in it, the longest first ("red scarf": scarf)."""
    garments = load_names(language).garments
    if value in garments:
        return value
    named = [(len(noun), category) for category, (_, noun) in garments.items() if noun.lower() in value.lower()]
    return max(named)[1] if named else None


def removes(request: MergeRequest) -> bool:
    return any(word in request.text.lower() for word in load_phrases(request.language)["ask.remove"])


def wardrobe(request: MergeRequest, pen: Pen) -> str | None:
    keys = ("changed.wardrobe_none",) if removes(request) else ("changed.wardrobe_list", "changed.wardrobe_empty")
    return pen.sentence(*keys, avoid=request.openings)


def known(request: MergeRequest, pen: Pen) -> list[Beat]:
    """What is known of the person, in one sentence, and what they own, in another."""
    clauses = [text for key in KNOWN if (text := pen.clause(f"known.{key}"))]
    what = "，".join(clauses) if request.language == "zh" else joined(clauses, request.language)
    told = pen.sentence("known.person", avoid=request.openings, slots={"known": what or None})
    owned = pen.sentence("changed.wardrobe_list")
    if not (told or owned):
        return [Beat(10, pen.sentence("known.nothing", avoid=request.openings))]
    return [Beat(10, told), Beat(9, owned)]


def smalltalk(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    kind = next((kind for kind in GREETINGS if greets(kind, request)), "hello")
    return [Beat(10, pen.sentence(f"smalltalk.{kind}", avoid=request.openings))]


def greets(kind: str, request: MergeRequest) -> bool:
    """Whether the text holds a word of this kind of greeting."""
    return any(word in request.text.lower() for word in load_phrases(request.language).get(f"greet.{kind}", ()))


def off_topic(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """One friendly sentence; to hard words, one that asks what went wrong."""
    keys = ["off_topic.any"]
    if greets("rude", request):
        keys = ["smalltalk.rude"]
    elif request.brief.place:
        keys.insert(0, "off_topic.with_place")
    return [Beat(10, pen.sentence(*keys, avoid=request.openings))]


def body(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Hard words about the own body: warmth and no correction, then what the person would like to feel in clothes."""
    return [Beat(10, pen.sentence("body.first", avoid=request.openings)), Beat(9, pen.sentence("body.second"))]


def care(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Warmth, somebody to talk to, and the clothes for another day."""
    return [Beat(10 - place, pen.sentence(f"care.{part}")) for place, part in enumerate(("first", "second", "third"))]

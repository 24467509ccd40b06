"""Replies about a person: what they told or took back, what is known of them, what hangs in their wardrobe.

Says only what the request says was done; whether it was done is not known here.
"""

from collections.abc import Iterable, Iterator, Sequence

from agents.contracts import MergeRequest
from agents.house.lexicon import load_lexicon
from agents.house.merging.beats import Beat
from agents.house.merging.closet import answer, done
from agents.house.merging.limits import notes
from agents.house.phrases import load_names, load_phrases
from agents.house.prose.names import article
from agents.house.prose.pen import Pen
from agents.house.prose.times import at_times, value_slots
from agents.house.reading.known import LIKES
from agents.house.reading.text import read
from stores.vocabulary import Change, Intent, Language

KNOWN = (
    "clothes", "shoes", "only_colours", "colours", "fabrics", "patterns", "categories", "avoid_colours",
    "avoid_fabrics", "avoid_patterns", "avoid_categories", "warmer", "cooler",
    "at_times", "contrast_low", "contrast_medium", "contrast_high", "presentation", "place", "budget",
)  # fmt: skip
ASKED = "profile:"
# Clauses that tell a fact of the profile, where they are not called as it is.
TOLD_BY = {
    "sizes": ("clothes", "shoes"), "sizes.clothes": ("clothes",), "sizes.shoes": ("shoes",),
    "warmth_offset_c": ("warmer", "cooler"), "contrast": ("contrast_low", "contrast_medium", "contrast_high"),
}  # fmt: skip
OF_A_PERSON: tuple[Intent, ...] = ("wardrobe", "profile", "feedback")


def changes(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What was changed, each in a sentence, then what that means; a question about the wardrobe gets its list."""
    target = request.brief.intent
    told, gone = of_profile(request.changes, "set"), of_profile(request.changes, "remove")
    rest = {change_key(one): one for one in request.changes if one.target != "profile" and not is_told(one, request)}
    mixed = judges_both(rest.values()) and not told
    if told or mixed:
        rest = {key: change for key, change in rest.items() if change.target != "feedback"}
    beats = [
        Beat(10, pen.sentence("changed.feedback_mixed", avoid=request.openings) if mixed else None),
        Beat(10, profile_told(told, request, pen)),
        Beat(10, profile_gone(gone, request, pen)),
        *(Beat(10, changed(change, request, pen)) for change in list(rest.values())[:3]),
        *done(request, pen),
        *answer(request, pen),
    ]
    beats = [beat for beat in beats if beat.text]
    if target == "wardrobe" and not any(change.target in {"wardrobe", "photo"} for change in request.changes):
        undecided = any(change.among for change in request.brief.changes)
        vain = removes(request) and not any(key.startswith("wardrobe:") for key in request.brief.refers_to)
        lists = not undecided and (vain or not (beats or asks_back(request)))
        beats += [Beat(9, wardrobe(request, pen))] if lists else []
    if not beats and not request.brief.changes and target == "profile":
        beats = known(request, pen)
    if not beats and not asks_back(request):
        gone = of_profile(request.brief.changes, "remove")
        beats = [Beat(10, pen.sentence("changed.unknown" if gone else "changed.nothing", avoid=request.openings))]
    after = pen.sentence(*after_keys(request)) if request.voice.warmth else None
    return [*beats, *notes(request, pen), Beat(4, after)]


def noted(request: MergeRequest, pen: Pen) -> list[Beat]:
    """What an answer with clothes has learned of the person beside it, in one clause."""
    if request.brief.intent in OF_A_PERSON:
        return []
    told = of_profile(request.changes, "set")
    return [
        *done(request, pen),
        Beat(10, pen.sentence("changed.noted", slots={"change": clauses("change", told, request, pen)})),
    ]


def asks_back(request: MergeRequest) -> bool:
    """Whether the reply speaks of photos that just came, or has something to ask of garments."""
    undecided = any(change.among for change in request.brief.changes)
    return (
        undecided
        or bool({"seen", "twins"} & {*request.facts})
        or any(note.startswith("photos:") for note in request.notes)
    )


def is_of_closet(change: Change) -> bool:
    """Whether a change corrects a garment, which is told by what became of it."""
    return change.target == "wardrobe" and change.action == "set"


def is_told(change: Change, request: MergeRequest) -> bool:
    """Whether what became of a garment is told by its name as a fact."""
    fact = {"remove": "done.removed", "add": "done.hung"}.get(action_of(change), "")
    return is_of_closet(change) or (change.target == "wardrobe" and fact in request.facts)


def of_profile(made: Iterable[Change], action: str) -> list[Change]:
    return [change for change in made if change.target == "profile" and action_of(change) == action]


def after_keys(request: MergeRequest) -> list[str]:
    """What follows from the changes that were made; something forgotten has no consequence worth a word."""
    made = [change for change in request.changes if change.action not in {"forget", "remove"} or not is_fact(change)]
    made = [change for change in made if change.action != "forget"]
    gone = any(change.target == "wardrobe" and action_of(change) == "remove" and change.key for change in made)
    if request.brief.intent == "wardrobe":
        hung = any(change.target == "wardrobe" and change.action == "add" for change in made)
        return ["changed.after_wardrobe"] if gone else ["changed.after_wardrobe_add"] if hung else []
    targets = {change.target for change in made}
    if "profile" in targets:
        return ["changed.after_profile"]
    settled = (
        takes(request) or thanks(request) or "look" in targets or all(one.value in {"bought", "worn"} for one in made)
    )
    if settled:
        return []
    return ["changed.after_pick" if any(is_pick(change) for change in made) else "changed.after_feedback"]


def takes(request: MergeRequest) -> bool:
    """Whether the person says that they will have what was shown: "I'll take it"."""
    return read(request.text, load_lexicon(request.language)).has("taking")


def is_pick(change: Change) -> bool:
    """Whether a look that was shown is liked; the talk goes on from it."""
    return change.target == "feedback" and (change.key or "").startswith("look-") and not disliked(change)


def thanks(request: MergeRequest) -> bool:
    """Whether the person is done, and asks for nothing more: "both are great, thank you"."""
    return read(request.text, load_lexicon(request.language)).has("thanks")


def is_fact(change: Change) -> bool:
    return change.target == "profile"


def change_key(change: Change) -> str:
    """What a change is told by; all that was said of one look is one opinion."""
    if change.target != "feedback":
        return change.model_dump_json()
    return f"feedback {change.value if change.value in {'bought', 'worn'} else disliked(change)}"


def profile_told(told: Sequence[Change], request: MergeRequest, pen: Pen) -> str | None:
    """All that the person told of themselves, in one sentence."""
    what = clauses("change", told, request, pen)
    return pen.sentence("changed.profile_set", avoid=request.openings, slots={"change": what})


def profile_gone(gone: Sequence[Change], request: MergeRequest, pen: Pen) -> str | None:
    """All that was forgotten, in one sentence."""
    what = clauses("gone", gone, request, pen)
    return pen.sentence("changed.profile_remove", avoid=request.openings, slots={"change": what})


def clauses(table: str, made: Sequence[Change], request: MergeRequest, pen: Pen) -> str | None:
    """A clause for each key of the profile that was changed, with all of its values."""
    kept = [change for change in made if change.key != "at_times"]
    groups = [[change for change in kept if change.key == key] for key in dict.fromkeys(one.key for one in kept)]
    told = [text for group in groups if (text := clause(table, group, request, pen))]
    said = [*told, *_of_times(table, made, request.language, pen)]
    return listed(said, request.language) or None


def clause(table: str, group: Sequence[Change], request: MergeRequest, pen: Pen) -> str | None:
    key, values = group[0].key, [value for change in group for value in several(change.value)]
    names = [f"{key}_{values[0]}"] if values and isinstance(values[0], str) else []
    if key == "warmth_offset_c" and table == "change":
        cold, trait = isinstance(values[0], int | float) and values[0] > 0, group[0].action == "set"
        names = [("feels_cold" if trait else "warmer") if cold else ("feels_warm" if trait else "cooler")]
    elif key == "sizes" and values and isinstance(values[0], dict):
        names = ["sizes_both" if len(values[0]) > 1 else f"sizes_{next(iter(values[0]), 'any')}"]
    keys = (*names, key, f"{key}_any", "any")
    return pen.clause(*(f"{table}.{name}" for name in keys), slots=value_slots(key, values, request.language))


def _of_times(table: str, made: Sequence[Change], language: Language, pen: Pen) -> Iterator[str]:
    for what in at_times([str(change.value) for change in made if change.key == "at_times"], language):
        if text := pen.clause(f"{table}.at_times", slots={"told_at_times": what}):
            yield text


def several(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def listed(said: Sequence[str], language: Language) -> str:
    """Clauses as one; where one of them is a list itself, a comma keeps them apart."""
    if language == "zh" or len(said) < 2:
        return "，".join(said)
    link = {"en": " and ", "fr": " et "}[language]
    comma = "," if any(link in clause for clause in said) else ""
    return f"{', '.join(said[:-1])}{comma}{link}{said[-1]}"


def action_of(change: Change) -> str:
    return "remove" if change.action in {"remove", "forget"} else "add" if change.target == "wardrobe" else "set"


def changed(change: Change, request: MergeRequest, pen: Pen) -> str | None:
    """What became of a garment, a photo or an opinion."""
    action = action_of(change)
    if change.target == "feedback":
        done = change.value if change.value in {"bought", "worn"} else None
        liked = "feedback_taken" if takes(request) else "feedback_picked" if is_pick(change) else "feedback_up"
        direction = done or ("feedback_down" if disliked(change) else liked)
        return pen.sentence(f"changed.{direction}", avoid=request.openings)
    if change.target == "look":
        return pen.sentence("changed.look_saved", avoid=request.openings)
    if change.target == "photo":
        return pen.sentence("changed.photo_remove" if action == "remove" else "changed.nothing")
    if not change.key:
        return pen.sentence("changed.wardrobe_none", avoid=request.openings)
    what = garment_clause(change, request, pen)
    return pen.sentence(f"changed.wardrobe_{action}", avoid=request.openings, slots={"change": what})


def judges_both(changes: Iterable[Change]) -> bool:
    """Whether one look is praised and another dismissed in a breath."""
    judged = [change for change in changes if change.target == "feedback" and change.value in {1, -1}]
    return len({disliked(change) for change in judged}) > 1


def disliked(change: Change) -> bool:
    number = isinstance(change.value, int | float) and change.value < 0
    return number or change.action in {"remove", "forget"} or str(change.value) in {"dislike", "down", "no"}


def garment_clause(change: Change, request: MergeRequest, pen: Pen) -> str | None:
    """A garment in words of ours; a name that is none of them stays unsaid where it holds a figure."""
    value = change.value.get("category") if isinstance(change.value, dict) else change.value
    said = value if isinstance(value, str) else ""
    category = category_said(said, request.language)
    noun = article(category, request.language) if category else None
    unknown = None if category or any(letter.isdigit() for letter in said) else said or None
    slots = {"change_noun": noun, "change_said": unknown}
    return pen.clause("change.garment", "change.garment_said", "change.any", slots=slots)


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
    if any(change.target == "photo" and change.action == "add" for change in request.brief.changes):
        return pen.sentence("closet.photo_gone")
    merges = any(is_of_closet(change) and "merge" in (change.value or {}) for change in request.brief.changes)
    if merges:
        return pen.sentence("closet.merge_none")
    missing = any(is_of_closet(change) and not change.key for change in request.brief.changes)
    keys = (
        ("changed.wardrobe_none",)
        if missing or removes(request)
        else ("changed.wardrobe_list", "changed.wardrobe_empty")
    )
    return pen.sentence(*keys, avoid=request.openings)


def known(request: MergeRequest, pen: Pen) -> list[Beat]:
    """What is known of the person, in one sentence, and what they own, in another; or the one fact that was asked."""
    asked = [key.removeprefix(ASKED) for key in request.brief.refers_to if key.startswith(ASKED)]
    wanted = [name for key in asked for name in TOLD_BY.get(key, (key,))] or KNOWN
    keys = [f"known.{name}" for name in wanted if f"known.{name}" in request.facts]
    what = listed([text for key in keys if (text := pen.clause(key))], request.language) or None
    chosen = pen.sentence("known.chosen") if not asked or {*LIKES} <= {*asked} else None
    if asked:
        unknown = [] if chosen else ["known.unasked"]
        told = pen.sentence("known.when", "known.answer", *unknown, avoid=request.openings, slots={"known": what})
        return [Beat(10, told), Beat(9, chosen)]
    told = pen.sentence("known.person", avoid=request.openings, slots={"known": what})
    owned = pen.sentence("changed.wardrobe_list")
    if not (told or owned or chosen):
        return [Beat(10, pen.sentence("known.nothing", avoid=request.openings))]
    return [Beat(10, told), Beat(9, chosen), Beat(9, owned)]

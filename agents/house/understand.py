"""The house's answer to `UnderstandRequest`: the brief of one turn, read by lexicon and rules.

Pure and deterministic. Carrying an earlier brief on into this turn is another's work; so is finding the place.
"""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from agents.contracts import UnderstandRequest
from agents.house.lexicon import load_lexicon
from agents.house.reading_changes import done_with, feedback_changes, owned_like, wardrobe_changes
from agents.house.reading_concern import BODY, CARE, concern_of
from agents.house.reading_facts import facts_told
from agents.house.reading_intent import GIVES_LOOKS, intent_of
from agents.house.reading_known import facts_asked, forgotten
from agents.house.reading_language import language_of
from agents.house.reading_lengths import lengthen
from agents.house.reading_mentions import Mention
from agents.house.reading_occasions import culture_of, formality_of, is_modest, reserved_of, trade_of
from agents.house.reading_pieces import NamedPiece, either, families, garments_of, of_one_slot, wanted_of
from agents.house.reading_pointing import last_turn, narrowed, recalled
from agents.house.reading_refinements import STEPS, points_vaguely, refinement_of
from agents.house.reading_text import read
from agents.house.reading_turn import Turn
from stores.vocabulary import PATTERNS, Brief, Change, Garment, Language, Pattern, Refinement, Slot, Wanted
from tools.trips import day_of

_SOFTENS = 4
_ALL_OVER = 2
_WITHOUT_DETAILS = ("off_topic", "smalltalk", "wardrobe", "feedback")


def understand(request: UnderstandRequest) -> Brief:
    """The brief of this turn alone.

    Signs of self-harm make it `smalltalk` that refers to `care`. Hard words on the own body refer to `body`, and make
    it `smalltalk` where nothing is wished for. A fact that is asked back is `profile:sizes`. A question is a key and
    what was said: `date:31 February`, `item:4`.
    """
    before = (request.last.language if request.last else None) or request.profile.language
    language = language_of(request.text, before)
    reading = read(request.text, load_lexicon(language))
    if reading.has("again"):
        request = request.model_copy(update={"shown": recalled(request.shown)})
    turn = Turn(narrowed(reading, request.shown), request)
    concern = concern_of(turn.reading)
    if concern == CARE or (concern == BODY and not _wishes(turn)):
        return Brief(intent="smalltalk", language=language, refers_to=[concern], text=request.text)
    refinement = refinement_of(turn)
    changes = _changes(turn)
    intent = intent_of(turn, refinement, changes)
    brief = Brief(
        intent=intent,
        language=_answer_language(changes, language),
        refers_to=[*([concern] if concern else []), *_asked_back(turn, changes), *_refers_to(turn, refinement)],
        slots=_slots_of_feedback(turn, changes),
        photos=_photos(turn),
        questions=_questions(turn),
        changes=changes,
        text=request.text,
    )
    takes_back = any(change.target == "profile" and change.action in {"forget", "remove"} for change in changes)
    return brief if intent in _WITHOUT_DETAILS or takes_back else lengthen(_filled(brief, turn, refinement), turn)


def _asked_back(turn: Turn, changes: list[Change]) -> list[str]:
    return [] if changes else [f"profile:{key}" for key in facts_asked(turn)]


def _wishes(turn: Turn) -> bool:
    return bool(turn.asked or turn.owned or turn.occasion or turn.reading.has("outfit", "find", "vague_wish"))


def _questions(turn: Turn) -> list[str]:
    """What cannot be as it was said: a day that no calendar has, a look or item that was not shown."""
    strange = [f"date:{turn.impossible_date}"] if turn.impossible_date and not turn.date else []
    strange += ["trip:"] if turn.trip is not None and not (turn.days or turn.follows) else []
    return [*strange, *turn.references.missing]


def _filled(brief: Brief, turn: Turn, refinement: Refinement | None) -> Brief:
    answered = refinement if brief.intent in GIVES_LOOKS else None
    return brief.model_copy(update={**_pieces(turn), **_setting(turn), "refinement": answered})


def _pieces(turn: Turn) -> dict[str, Any]:
    """What is said of pieces, and of the whole look where no piece is named."""
    reading = turn.reading
    wanted = _distinct(_one_of(group) for group in _alternatives(turn))
    categories = _categories(turn)
    said = [attribute for piece in turn.asked for attribute in piece.attributes] + turn.loose
    return {
        "slots": list(dict.fromkeys(piece.slot for piece in wanted)),
        "categories": categories,
        "colours": families(said, reading),
        "colours_must": _must(said, turn),
        "colours_only": _all_over(turn),
        "avoid_colours": families(said, reading, denied=True),
        "fabrics": _keys(said, "fabric"),
        "avoid_fabrics": _keys(said, "fabric", denied=True),
        "avoid_categories": _avoided(turn),
        "avoid_slots": _avoided_slots(turn, wanted),
        "patterns": _keys(said, "pattern"),
        "avoid_patterns": _avoided_patterns(said, turn),
        "fit": next(iter(_keys(said, "fit")), None),
        "reserve": reserved_of(reading, categories),
        "wanted": wanted,
        "owned": _owned(turn),
    }


def _setting(turn: Turn) -> dict[str, Any]:
    """Who is dressed for what, when and where, and what it may cost."""
    reading = turn.reading
    return {
        "occasion": turn.occasion if turn.trip is None else day_of(turn.trip),
        "culture": culture_of(reading),
        "trade": trade_of(reading, turn.occasion),
        "modest": is_modest(reading),
        "looks_wanted": turn.looks_wanted,
        "place": turn.place,
        "date": turn.date,
        "days": turn.days,
        "trip": turn.trip,
        "gap": turn.asks_for_gap,
        "season": turn.season,
        "stated_temp_c": turn.temperature,
        "stated_weather": reading.keys("sky"),
        "activities": reading.keys("activity"),
        "formality": formality_of(reading),
        "budget": turn.budget,
        "no_budget": reading.has("no_budget"),
        "sizes": turn.sizes.sizes,
        "presentation": turn.presentation,
    }


def _changes(turn: Turn) -> list[Change]:
    """What the person tells of themselves, of their wardrobe and of what they saw; or only what is to be forgotten."""
    if gone := forgotten(turn):
        return gone
    told = [*facts_told(turn, known={*turn.disliked})]
    return [*told, *wardrobe_changes(turn.reading, turn.hung, turn.references, turn.request), *_opinions(turn, told)]


def _opinions(turn: Turn, told: list[Change]) -> Iterator[Change]:
    """What is thought of what was shown; "I don't like leather" is said of no look."""
    reading, references = turn.reading, turn.references
    yield from feedback_changes(reading, references.refused, -1)
    if turn.disliked:
        yield from feedback_changes(reading, [id_ for ids in turn.disliked.values() for id_ in ids], -1)
        liked = reading.apart("feedback_good", reading.cues.get("feedback_bad", []))
        yield from feedback_changes(reading, references.ids if liked else [], 1)
    elif reading.has("feedback_good", "feedback_bad", "taking") and not reading.has("more_like", "request"):
        ids = references.ids
        if not ids and turn.request.shown and not told and (references.vague or reading.has("feedback_bad")):
            ids = [last_turn(turn.request.shown)[0].look.id]
        yield from feedback_changes(reading, ids, -1 if reading.has("feedback_bad") else 1)
    elif (done := done_with(reading)) and not reading.has("request", "complete", "question"):
        yield from feedback_changes(reading, references.looks or references.items, done)


def _alternatives(turn: Turn) -> Iterator[list[Wanted]]:
    """The pieces to look for, those together of which one is enough: "a trench or a raincoat".

    Of two slots the first is looked for: of "a jumper or a tee" the jumper.
    """
    groups: list[list[NamedPiece]] = []
    for piece in turn.asked:
        if groups and either(groups[-1][-1], piece, turn.reading):
            groups[-1] += [piece] if of_one_slot(groups[-1][-1], piece, turn.reading) else []
        else:
            groups.append([piece])
    for group in groups:
        found = [wanted for piece in group for wanted in wanted_of(piece, turn.reading)]
        yield from [found] if len(group) > 1 else ([one] for one in found)


def _one_of(wanted: list[Wanted]) -> Wanted:
    """Several pieces as one that may be of either kind, in either colour."""
    if len(wanted) == 1:
        return wanted[0]
    joined = {
        key: list(dict.fromkeys(value for one in wanted for value in getattr(one, key)))
        if all(getattr(one, key) for one in wanted)
        else []
        for key in ("colours", "fabrics", "patterns")
    }
    words = " or ".join(one.text for one in wanted)
    return wanted[0].model_copy(update={**joined, "category": None, "text": words})


def _distinct(wanted: Iterable[Wanted]) -> list[Wanted]:
    """The pieces, each said once, in whatever words."""
    found = {piece.model_copy(update={"text": ""}).model_dump_json(): piece for piece in reversed([*wanted])}
    return [*reversed(found.values())]


def _answer_language(changes: list[Change], language: Language) -> Language:
    asked = next((change.value for change in changes if change.key == "language"), None)
    return cast(Language, asked or language)


def _slots_of_feedback(turn: Turn, changes: list[Change]) -> list[Slot]:
    """The slots of the shown pieces that the person likes or does not like."""
    if not any(change.target == "feedback" for change in changes):
        return []
    meant = [*turn.disliked, *turn.references.named]
    return list(dict.fromkeys(turn.reading.meanings.slot(piece.kind, piece.key) for piece in meant))


def _refers_to(turn: Turn, refinement: Refinement | None) -> list[str]:
    disliked = [id_ for ids in turn.disliked.values() for id_ in ids]
    stepped = turn.kept if refinement and refinement.change in STEPS else []
    named = [*(id_ for id_ in turn.references.ids if id_ not in stepped), *disliked] or [
        *(refinement.looks if refinement else []),
        *(refinement.items if refinement else []),
    ]
    vague = points_vaguely(turn, refinement.change if refinement else None)
    if not named and turn.request.shown and (vague or turn.reading.has("preview", "opinion")):
        named = [last_turn(turn.request.shown)[0].look.id]
    owned = [found.id for piece in turn.owned if (found := owned_like(piece, turn.reading, turn.request.wardrobe))]
    return list(dict.fromkeys([*named, *owned]))


def _photos(turn: Turn) -> list[int]:
    return list(dict.fromkeys([*turn.references.photos, *turn.request.new_photos]))


def _categories(turn: Turn) -> list[str]:
    meanings = turn.reading.meanings
    named = (c for piece in turn.asked for c in meanings.categories(piece.garment.kind, piece.garment.key))
    return [category for category in dict.fromkeys(named) if category not in _bare(turn)]


def _bare(turn: Turn) -> list[str]:
    """What is left out where there have to be sleeves."""
    return turn.reading.meanings.bare["shoulders"] if turn.reading.has("sleeved") else []


def _avoided(turn: Turn) -> list[str]:
    meanings = turn.reading.meanings
    denied = [mention for mention in turn.reading.garments if mention.denied and mention not in turn.disliked]
    worn = [m for m in turn.had if meanings.slot(m.kind, m.key) == "accessory"]
    refused = dict.fromkeys(c for m in (*denied, *turn.dropped, *worn) for c in meanings.categories(m.kind, m.key))
    left_out = dict.fromkeys([*refused, *_bare(turn)])
    return [category for category in left_out if category not in _categories(turn)]


def _avoided_patterns(said: list[Mention], turn: Turn) -> list[Pattern]:
    """The patterns that are refused; every one where all is to be plain."""
    plain = any(mention.key == "solid" and not mention.denied for mention in turn.loose if mention.kind == "pattern")
    refused = cast(list[Pattern], _keys(said, "pattern", denied=True))
    return [pattern for pattern in PATTERNS if pattern != "solid"] if plain else refused


def _avoided_slots(turn: Turn, wanted: list[Wanted]) -> list[Slot]:
    meanings = turn.reading.meanings
    denied = [m for m in turn.reading.of("slot") if m.denied and m not in turn.disliked]
    had = [slot for m in turn.had if (slot := meanings.slot(m.kind, m.key)) != "accessory"]
    dropped = [cast(Slot, m.key) for m in (*denied, *turn.dropped) if m.kind == "slot"]
    return [slot for slot in dict.fromkeys([*dropped, *had]) if slot not in {piece.slot for piece in wanted}]


def _must(said: list[Mention], turn: Turn) -> bool:
    """An order, unless a group of colours or a softening word before or behind makes it a liking.

    « Plutôt en noir » softens nothing where it answers what was shown.
    """
    colours = [mention for mention in said if mention.kind == "colour" and not mention.denied]
    swaps = [(cue.first, cue.last) for cue in turn.reading.cues.get("swap", ()) if turn.follows]
    soft = [cue for cue in turn.reading.cues.get("soft", []) if (cue.first, cue.last) not in swaps]
    return bool(colours) and not any(
        -_SOFTENS <= colour.first - cue.last <= _SOFTENS for cue in soft for colour in colours
    )


def _all_over(turn: Turn) -> bool:
    """Whether a colour of no piece is said of everything: "all black", "tout en noir", 一身黑."""
    colours = [mention for mention in turn.loose if mention.kind == "colour" and not mention.denied]
    gaps = [
        (max(colour.first, cue.first) - min(colour.last, cue.last))
        for cue in turn.reading.cues.get("all_over", [])
        if not turn.reading.at("negation", cue.first)
        for colour in colours
    ]
    return any(0 <= gap <= _ALL_OVER for gap in gaps)


def _keys(said: list[Mention], kind: str, denied: bool = False) -> list[str]:
    return list(dict.fromkeys(m.key for m in said if m.kind == kind and m.denied == denied))


def _owned(turn: Turn) -> list[Garment]:
    reading, wardrobe = turn.reading, turn.request.wardrobe
    hung = [(piece, owned_like(piece, reading, wardrobe)) for piece in turn.owned]
    return [one for piece, known in hung for one in ([known] if known else garments_of(piece, reading))]

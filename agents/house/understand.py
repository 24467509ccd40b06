"""The house's answer to `UnderstandRequest`: the brief of one turn, read by lexicon and rules.

Pure and deterministic. Carrying an earlier brief on into this turn is another's work; so is finding the place.
"""

from collections.abc import Iterable
from typing import cast

from agents.contracts import UnderstandRequest
from agents.house.lexicon import load_lexicon
from agents.house.reading_changes import feedback_changes, owned_like, profile_changes, wardrobe_changes
from agents.house.reading_intent import GIVES_LOOKS, intent_of
from agents.house.reading_language import language_of
from agents.house.reading_mentions import Mention, read
from agents.house.reading_occasions import culture_of, formality_of, reserved_of
from agents.house.reading_pieces import families, garment_of, wanted_of
from agents.house.reading_references import last_turn
from agents.house.reading_refinements import refinement_of
from agents.house.reading_turn import Turn
from stores.vocabulary import Brief, Change, Fit, Garment, Language, Pattern, Refinement, Slot, Wanted

CARE = "care"
BODY = "body"
_SOFTENS = 4
_WITHOUT_DETAILS = ("off_topic", "smalltalk", "wardrobe", "feedback")


def understand(request: UnderstandRequest) -> Brief:
    """The brief of this turn alone.

    Signs of self-harm make it `smalltalk` that refers to `care`, hard words on the own body and no wish one to `body`.
    """
    before = (request.last.language if request.last else None) or request.profile.language
    language = language_of(request.text, before)
    turn = Turn(read(request.text, load_lexicon(language)), request)
    if concern := _concern(turn):
        return Brief(intent="smalltalk", language=language, refers_to=[concern], text=request.text)
    refinement = refinement_of(turn)
    changes = _changes(turn)
    intent = intent_of(turn, refinement, changes)
    brief = Brief(
        intent=intent,
        language=_answer_language(changes, language),
        refers_to=_refers_to(turn, refinement),
        photos=_photos(turn),
        changes=changes,
        text=request.text,
    )
    return brief if intent in _WITHOUT_DETAILS else _filled(brief, turn, refinement)


def _concern(turn: Turn) -> str | None:
    """What has to be answered before any clothes."""
    if turn.reading.has("care"):
        return CARE
    wishes = turn.asked or turn.occasion or turn.reading.has("outfit", "find")
    return BODY if turn.reading.has("body") and not wishes else None


def _filled(brief: Brief, turn: Turn, refinement: Refinement | None) -> Brief:
    reading = turn.reading
    wanted = _distinct(wanted for piece in turn.asked for wanted in wanted_of(piece, reading))
    categories = _categories(turn)
    said = [attribute for piece in turn.asked for attribute in piece.attributes] + turn.loose
    return brief.model_copy(
        update={
            "slots": list(dict.fromkeys(piece.slot for piece in wanted)),
            "categories": categories,
            "colours": families(said, reading),
            "colours_must": _must(said, turn),
            "avoid_colours": families(said, reading, denied=True),
            "fabrics": _keys(said, "fabric"),
            "avoid_fabrics": _keys(said, "fabric", denied=True),
            "avoid_categories": _avoided(turn),
            "avoid_slots": [cast(Slot, m.key) for m in reading.of("slot") if m.denied],
            "patterns": cast(list[Pattern], _keys(said, "pattern")),
            "fit": cast(Fit | None, next(iter(_keys(said, "fit")), None)),
            "occasion": turn.occasion,
            "culture": culture_of(reading),
            "place": turn.place,
            "date": turn.date,
            "days": turn.days,
            "season": turn.season,
            "stated_temp_c": turn.temperature,
            "activities": reading.keys("activity"),
            "formality": None if _compares(refinement) else formality_of(reading),
            "budget": turn.budget,
            "sizes": turn.sizes.sizes,
            "presentation": turn.presentation,
            "reserve": reserved_of(reading, categories),
            "wanted": wanted,
            "owned": _owned(turn),
            "refinement": refinement if brief.intent in GIVES_LOOKS else None,
        }
    )


def _changes(turn: Turn) -> list[Change]:
    reading, references = turn.reading, turn.references
    changes = [
        *profile_changes(reading, turn.loose, turn.sizes, turn.budget),
        *wardrobe_changes(reading, turn.pieces, references, turn.request),
    ]
    if reading.has("feedback_good", "feedback_bad") and not reading.has("more_like", "request"):
        ids = references.ids
        if not ids and turn.request.shown and (references.vague or reading.has("feedback_bad")):
            ids = [last_turn(turn.request.shown)[0].look.id]
        changes += feedback_changes(reading, ids)
    return changes


def _distinct(wanted: Iterable[Wanted]) -> list[Wanted]:
    """The pieces, each said once."""
    found: list[Wanted] = []
    for piece in wanted:
        if piece not in found:
            found.append(piece)
    return found


def _answer_language(changes: list[Change], language: Language) -> Language:
    asked = next((change.value for change in changes if change.key == "language"), None)
    return cast(Language, asked or language)


def _refers_to(turn: Turn, refinement: Refinement | None) -> list[str]:
    named = turn.references.ids or [
        *(refinement.looks if refinement else []),
        *(refinement.items if refinement else []),
    ]
    if not named and turn.request.shown and (turn.references.vague or turn.reading.has("preview")):
        named = [last_turn(turn.request.shown)[0].look.id]
    owned = [found.id for piece in turn.owned if (found := owned_like(piece, turn.reading, turn.request.wardrobe))]
    return list(dict.fromkeys([*named, *owned]))


def _photos(turn: Turn) -> list[int]:
    return list(dict.fromkeys([*turn.references.photos, *turn.request.new_photos]))


def _categories(turn: Turn) -> list[str]:
    meanings = turn.reading.meanings
    named = (c for piece in turn.asked for c in meanings.categories(piece.garment.kind, piece.garment.key))
    return list(dict.fromkeys(named))


def _avoided(turn: Turn) -> list[str]:
    meanings = turn.reading.meanings
    denied = (mention for mention in turn.reading.garments if mention.denied)
    return list(dict.fromkeys(c for mention in denied for c in meanings.categories(mention.kind, mention.key)))


def _must(said: list[Mention], turn: Turn) -> bool:
    """An order, unless a group of colours or a softening word before or behind makes it a liking."""
    colours = [mention for mention in said if mention.kind == "colour" and not mention.denied]
    soft = turn.reading.cues.get("soft", [])
    return bool(colours) and not any(
        -_SOFTENS <= colour.first - cue.last <= _SOFTENS for cue in soft for colour in colours
    )


def _compares(refinement: Refinement | None) -> bool:
    """Whether "formal" was said as "more formal", which is a step and no level."""
    return refinement is not None and refinement.change in ("dressier", "plainer")


def _keys(said: list[Mention], kind: str, denied: bool = False) -> list[str]:
    return list(dict.fromkeys(m.key for m in said if m.kind == kind and m.denied == denied))


def _owned(turn: Turn) -> list[Garment]:
    wardrobe = turn.request.wardrobe
    return [owned_like(piece, turn.reading, wardrobe) or garment_of(piece, turn.reading) for piece in turn.owned]

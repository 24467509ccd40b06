"""The house's answer to `UnderstandRequest`: the brief of one turn, read by lexicon and rules.

Pure and deterministic. Carrying an earlier brief on into this turn is another's work; so is finding the place.
"""

from typing import cast

from agents.contracts import UnderstandRequest
from agents.house.lexicon import load_lexicon
from agents.house.reading.about import about_of
from agents.house.reading.accents import ACCENTED, names_accent, without_accent
from agents.house.reading.age import for_its_age
from agents.house.reading.all_but import all_but
from agents.house.reading.allowed import allowed_again
from agents.house.reading.as_shown import as_shown
from agents.house.reading.at_most import bounded
from agents.house.reading.brands import brands_asked
from agents.house.reading.brought_back import brought_back, said_back
from agents.house.reading.build import MEASURES, tells_only_measures
from agents.house.reading.concern import BODY, CARE, concern_of, may_be_distress
from agents.house.reading.contempt import is_contempt
from agents.house.reading.facts import facts_told
from agents.house.reading.gifts import given, is_gift
from agents.house.reading.guide import asks_guide
from agents.house.reading.impressions import doubts_impression
from agents.house.reading.intent import GIVES_LOOKS, intent_of
from agents.house.reading.known import facts_asked, forgotten, told_when
from agents.house.reading.language import language_of
from agents.house.reading.lengths import lengthen
from agents.house.reading.lifting import lifting, lifts
from agents.house.reading.of_whom import read_of_whom
from agents.house.reading.opinions import opinions, saved
from agents.house.reading.pairing import pairing_asked
from agents.house.reading.photos import compares_photos, is_of_photo
from agents.house.reading.pointing import STEPS, at_hand, colours_worn, last_turn, narrowed, recalled
from agents.house.reading.questions import asked_of
from agents.house.reading.refinements import is_unclear, points_vaguely, refinement_of
from agents.house.reading.returns import returned
from agents.house.reading.scope import FOREIGN, is_foreign
from agents.house.reading.setting import setting_of
from agents.house.reading.struck import wardrobe_changes
from agents.house.reading.swaps import (
    around_article,
    as_before,
    dresses,
    finishing,
    layers_up,
    too_bright,
    with_layer,
)
from agents.house.reading.taken_up import asked_before, of_kind_seen, of_last, trade_after
from agents.house.reading.titles import by_title
from agents.house.reading.turn import Turn
from agents.house.reading.unchecked import unchecked
from agents.house.reading.unsaid import unsaid
from agents.house.reading.wardrobe import closet_changes
from agents.house.reading.whose import of_self_again
from agents.house.reading.wishes import pieces_said
from stores.vocabulary import (
    Brief,
    Change,
    Intent,
    Language,
    Refinement,
    ShownLook,
    Slot,
    Unmet,
    Wanted,
)
from tools.unchecked import CONSTRAINT

_WITHOUT_DETAILS = ("off_topic", "smalltalk", "wardrobe", "feedback")


def understand(request: UnderstandRequest) -> Brief:
    """The brief of this turn alone.

    Signs of self-harm make it `smalltalk` that refers to `care`. Hard words on the own body refer to `body`, and make
    it `smalltalk` where nothing is wished for. A fact that is asked back is `profile:sizes`. A question is a key and
    what was said: `date:31 February`, `item:4`.
    """
    before = (request.last.language if request.last else None) or request.profile.language
    language = language_of(request.text, before)
    reading = read_of_whom(request, load_lexicon(language))
    if reading.has("again"):
        request = request.model_copy(update={"shown": recalled(request.shown)})
    at = at_hand(reading, of_self_again(reading, request.last, request.shown))
    elsewhere, request = at != request.shown, request.model_copy(update={"shown": at})
    reading = all_but(reading, request.shown)
    reading = by_title(as_shown(narrowed(reading, request.shown), request), request.shown)
    reading, most = bounded(reading, request)
    turn = Turn(reading, request, at_most=tuple(most))
    concern = concern_of(turn.reading)
    if concern == CARE or (concern == BODY and not (_wishes(turn) or _refuses(turn))):
        return Brief(intent="smalltalk", language=language, refers_to=[concern], text=request.text)
    if tells_only_measures(turn):
        return Brief(intent="smalltalk", language=language, refers_to=[MEASURES], text=request.text)
    if is_contempt(request.text, language):
        return Brief(intent="off_topic", language=language, text=request.text)
    if allowed := allowed_again(turn):
        return _with_less_refused(turn, allowed, language)
    refinement = refinement_of(turn)
    refinement = _of_these(refinement, at) if elsewhere else refinement
    changes = [_as_written(change, turn) for change in _changes(turn)]
    intent = intent_of(turn, refinement, changes)
    if intent == "off_topic" and may_be_distress(turn.reading):
        return Brief(intent="smalltalk", language=language, refers_to=[CARE], text=request.text)
    foreign = intent == "off_topic" and is_foreign(turn)
    language = before or "en" if foreign else language
    said = [FOREIGN] if foreign else [concern] if concern else []
    brief = Brief(
        intent=intent,
        language=_answer_language(changes, language),
        refers_to=list(dict.fromkeys([*said, *_asked_back(turn, changes), *_refers_to(turn, refinement)])),
        slots=_slots_of_feedback(turn, changes),
        photos=_photos(turn),
        about=[] if asked_of(turn.reading, turn.request) else about_of(turn),
        questions=_questions(turn, refinement, intent),
        changes=changes,
        text=request.text,
    )
    return for_its_age(_read_on(brief, turn, refinement), language)


def _with_less_refused(turn: Turn, allowed: list[Change], language: Language) -> Brief:
    """The same once more, with what may be worn after all, and which nobody orders: "black is fine then"."""
    if not turn.follows:
        return Brief(intent="profile", language=language, changes=allowed, text=turn.request.text)
    last = turn.request.last
    intent = last.intent if last and last.intent in GIVES_LOOKS else "outfit"
    amended = Refinement(change="amend")
    return Brief(intent=intent, language=language, refinement=amended, changes=allowed, text=turn.request.text)


def _read_on(brief: Brief, turn: Turn, refinement: Refinement | None) -> Brief:
    """The brief with whatever its intent needs to be told of."""
    intent = brief.intent
    if is_gift(turn):
        return given(_filled(brief, turn, None), turn.reading)
    if brief.about:
        return _of_shown(brief, turn, refinement)
    if intent == "ask_advice" and (asks_guide(turn) or pairing_asked(turn.reading)):
        told = {"occasion": turn.occasion, "place": turn.place, "date": turn.date}
        return brief.model_copy(update={"about": ["guide"], **told})
    priced = "price" in turn.reading.keys("topic")
    if intent == "ask_advice" and turn.asked and dresses(turn) and not priced and not _is_of_hats(turn):
        # Asked in the middle of a talk about outfits, it is answered in words, and the talk goes on about these.
        return _filled(brief, turn, None).model_copy(update={"about": ["guide"]})
    takes_back = any(change.target == "profile" and change.action in {"forget", "remove"} for change in brief.changes)
    return brief if intent in _WITHOUT_DETAILS or takes_back else lengthen(_filled(brief, turn, refinement), turn)


def _is_of_hats(turn: Turn) -> bool:
    """Whether hats alone are asked about: one goes with any outfit, so some are shown beside the answer."""
    meanings = turn.reading.meanings
    slots = {meanings.slot(piece.garment.kind, piece.garment.key) for piece in turn.asked}
    return slots == {"headwear"}


def _of_these(refinement: Refinement | None, shown: list[ShownLook]) -> Refinement | None:
    """A change that points at nothing, as one of the first of the looks that are at hand."""
    if refinement is None or refinement.looks or refinement.items:
        return refinement
    return refinement.model_copy(update={"looks": [last_turn(shown)[0].look.id]})


def _of_shown(brief: Brief, turn: Turn, refinement: Refinement | None) -> Brief:
    """The brief of a question about what was shown: nothing but the looks, and the occasion where that is asked of."""
    occasion = turn.occasion if "occasion" in brief.about else None
    sizes = turn.sizes.sizes if "size" in brief.about else brief.sizes
    return brief.model_copy(update={"refinement": refinement, "occasion": occasion, "sizes": sizes})


def _asked_back(turn: Turn, changes: list[Change]) -> list[str]:
    if compares_photos(turn):
        return ["photos:compare"]
    told = changes or turn.reading.has("way_of_life")
    if told:
        return []
    facts = [f"profile:{key}" for key in facts_asked(turn)]
    return asked_of(turn.reading, turn.request) or [*facts, *(f"when:{key}" for key in told_when(turn) if facts)]


def _wishes(turn: Turn) -> bool:
    r = turn.reading
    outfit = r.apart("outfit", r.cues.get("whatever_worn", []))  # 穿什么都难看 asks for none.
    return bool(turn.asked or turn.owned or turn.occasion or outfit or r.has("find", "vague_wish"))


def _refuses(turn: Turn) -> bool:
    """Whether a piece is refused after an answer, whatever hard word tells why: "no puffers, I look huge in them"."""
    return turn.follows and any(garment.denied for garment in turn.reading.garments)


def _questions(turn: Turn, refinement: Refinement | None, intent: Intent) -> list[str]:
    """What has to be asked back, and where there is nothing such, what an outfit of which nothing was told is for."""
    asked = [*_impossible(turn), *unsaid(turn, intent), *_unclear(turn, refinement)]
    return asked or (["purpose:"] if intent == "outfit" and _is_bare(turn) else [])


def _impossible(turn: Turn) -> list[str]:
    """What cannot be as it was said: a day that no calendar has, a look or item that was not shown."""
    strange = [f"date:{turn.impossible_date}"] if turn.impossible_date and not turn.date else []
    if turn.trip is not None and not (turn.days or turn.follows):
        strange.append("trip_days:" if turn.place else "trip:")
    return [*strange, *turn.references.missing]


def _unclear(turn: Turn, refinement: Refinement | None) -> list[str]:
    """The question what is to change, where what was shown stays as nothing else was understood."""
    stands = refinement is not None and refinement.change == "again"
    return ["unclear:"] if stands and is_unclear(turn) else []


def _is_bare(turn: Turn) -> bool:
    """Whether the first outfit of a talk is asked for and nothing is told of it, nor left to us."""
    r, request = turn.reading, turn.request
    told = request.last or request.photos or turn.references.ids or turn.owned or turn.asked
    plain = turn.empty_but("presentation") and not (turn.place or turn.budget or r.has("whichever", "own"))
    return r.has("outfit") and plain and not told


def _filled(brief: Brief, turn: Turn, refinement: Refinement | None) -> Brief:
    answered = refinement if brief.intent in GIVES_LOOKS else None
    said = pieces_said(turn)
    said["avoid_colours"] = list(dict.fromkeys([*said["avoid_colours"], *too_bright(turn)]))
    if answered and answered.change == "swap":
        # "A coat, but not red" is said of the coat alone: what the outfit has of red stays. "A red coat, no grey" is
        # said of all.
        apart = {colour for one in said["wanted"] if not one.colours for colour in one.avoid_colours}
        said["avoid_colours"] = [colour for colour in said["avoid_colours"] if colour not in apart]
    if answered and turn.reading.has("as_one") and turn.reading.has("another") and not said["colours"]:
        said["colours"] = colours_worn(turn.request.shown)
    if answered and brought_back(turn):
        said |= said_back(turn)
    elif answered and layers_up(turn):
        said |= {"slots": ["mid"], "wanted": [Wanted(slot="mid", warm=True)]}
    elif answered and (free := finishing(turn)):
        said |= {"slots": [free], "wanted": [Wanted(slot=free)]}
    elif answered and as_before(turn):
        said |= of_last(turn)
    elif answered and answered.change == "only":
        said |= of_kind_seen(turn, said["wanted"])
    if brief.intent not in ACCENTED or (answered and answered.change == "livelier" and not names_accent(said)):
        said |= without_accent(said)
    elif answered and answered.change in {"amend", "livelier"} and names_accent(said):
        answered = _of_these(answered.model_copy(update={"change": "swap"}), turn.request.shown)
    if lifts(turn):
        said |= lifting(turn)
    elif not answered and brief.intent == "outfit" and turn.reading.has("cold_inside"):
        said |= with_layer(said)
    setting = setting_of(turn)
    if asked := None if answered else asked_before(turn):
        said = pieces_said(asked)
        setting |= {"trade": trade, "occasion": asked.occasion} if (trade := trade_after(turn, asked)) else {}
    unsure = [*_houses(turn), *_unchecked(turn)] if brief.intent in GIVES_LOOKS else []
    return brief.model_copy(update={**said, **setting, "refinement": answered, "unmet": unsure})


def _houses(turn: Turn) -> list[Unmet]:
    return [Unmet(constraint="brand", asked=name) for name in brands_asked(turn)]


def _unchecked(turn: Turn) -> list[Unmet]:
    """What is wished for that no field of a feed answers: "with pockets", « lavable en machine », 二手."""
    return [Unmet(constraint=CONSTRAINT, asked=wish) for wish in unchecked(turn.reading)]


def _changes(turn: Turn) -> list[Change]:
    """What the person tells of themselves, of their wardrobe and of what they saw; or only what is to be forgotten."""
    if gone := forgotten(turn):
        return gone
    pointed = turn.references.looks or turn.references.missing
    # "I like the second, but in black" says nothing of black at large.
    told = [
        change
        for change in facts_told(turn, known={*turn.disliked})
        if not (pointed and (change.key, change.action) == ("colours", "add"))
    ]
    if kept := [*saved(turn)]:
        return [*told, *kept]
    owned = closet_changes(turn.reading, turn.request)
    # What a shown look is to do without is not struck off the wardrobe.
    hung = [] if turn.taken_off else turn.hung
    struck = wardrobe_changes(turn.reading, hung, turn.references, turn.request)
    return [*told, *owned, *struck, *([] if owned or doubts_impression(turn) else opinions(turn, told))]


def _as_written(change: Change, turn: Turn) -> Change:
    """The change with the person's own signs, where it holds the whole message as it was read: ，and not ","."""
    return change.model_copy(update={"said": turn.request.text}) if change.said == turn.reading.text else change


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
    if refinement and refinement.change == "again" and returned(turn) and not about_of(turn):
        return refinement.looks
    disliked = [id_ for ids in turn.disliked.values() for id_ in ids]
    stepped = turn.kept if refinement and refinement.change in STEPS else []
    named = [*(id_ for id_ in turn.references.ids if id_ not in stepped), *disliked] or [
        *(refinement.looks if refinement else []),
        *(refinement.items if refinement else []),
    ]
    vague = points_vaguely(turn, refinement.change if refinement else None) or around_article(turn)
    shown = vague or turn.reading.has("preview", "opinion")
    if not named and turn.request.shown and shown and not is_of_photo(turn):
        first = last_turn(turn.request.shown)[0].look
        named = [first.id, *(item.id for item in first.items if first.kind == "article")]
    owned = [found.id for piece in turn.owned if (found := turn.hung_as(piece))]
    return list(dict.fromkeys([*named, *owned, *turn.pictured.ids]))


def _photos(turn: Turn) -> list[int]:
    named = list(dict.fromkeys([*turn.references.photos, *turn.request.new_photos]))
    return named or (turn.request.photos if compares_photos(turn) else [])

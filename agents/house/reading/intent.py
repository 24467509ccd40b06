"""What a turn asks for: one of the intents of the vocabulary.

The first rule that answers decides; each looks at one thing.
"""

from collections.abc import Callable

from agents.house.reading.about import about_of
from agents.house.reading.asking import (
    asks_leave,
    asks_of_colours,
    asks_of_shown,
    asks_what_piece,
    asks_whether,
    chooses,
    is_order,
    is_relative,
    leave_asked,
    tells_next,
)
from agents.house.reading.facts import tells_usual
from agents.house.reading.guide import asks_guide
from agents.house.reading.known import DISLIKES, LIKES, facts_asked
from agents.house.reading.lifting import lifts
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS
from agents.house.reading.needs import asks_if_done, asks_need
from agents.house.reading.pairing import pairing_asked
from agents.house.reading.photos import asked_of_photo, is_of_photo, relooks_closet, shows_look
from agents.house.reading.picks import is_praise, picked
from agents.house.reading.pieces import is_relook
from agents.house.reading.pointing import STEPS, last_turn
from agents.house.reading.polite import thanks
from agents.house.reading.questions import asked_of
from agents.house.reading.scope import is_of_another_trade, is_outside
from agents.house.reading.swaps import around_article, as_before, asks_which, brings, finishing, tries_on
from agents.house.reading.taken_up import asked_before
from agents.house.reading.turn import Turn
from agents.house.reading.unseen import unseen
from agents.house.reading.wardrobe import hangs_photos, is_about_closet
from agents.house.reading.whole import asks_for_whole, orders_too
from stores.vocabulary import Change, Intent, Refinement

Rule = Callable[[Turn, Refinement | None, list[Change]], Intent | None]
GIVES_LOOKS: tuple[Intent, ...] = ("outfit", "complete", "relook", "find", "similar")
_FEW_WORDS, _MANY_WORDS, _LONG_THANKS = 8, 40, 14


def intent_of(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent:
    """The intent of a turn with its refinement and what it told of the person."""
    return next((intent for rule in _RULES if (intent := rule(turn, refinement, changes))), _wish(turn))


def _about_us(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    r = turn.reading
    if picked(turn) or is_praise(turn):
        return "feedback" if changes else "smalltalk"
    if r.has("care", "about_us") or r.is_all("help"):
        return "smalltalk"
    bare = not turn.details and not r.garments and not refinement and not changes and not turn.references.ids
    polite = (
        (r.has("greeting") or thanks(turn.reading))
        and not r.has("bought", "wore", "excess")
        and len(r.words) <= _FEW_WORDS
        and not (_asks(turn) or asked_of(r, turn.request))
    )
    return "smalltalk" if bare and (polite or _is_grateful(turn) or r.has("register")) else None


def _is_grateful(turn: Turn) -> bool:
    """Whether a turn opens with thanks and asks for nothing: "thank you, that is most helpful"."""
    r = turn.reading
    asks = "?" in r.text or r.has("find", "outfit", "give_me", "elsewhere") or asked_of(r, turn.request)
    return bool(r.opening("grateful")) and r.length <= _LONG_THANKS and not asks


def _asks(turn: Turn) -> bool:
    vague = turn.reading.has("vague") and not turn.reading.has("feedback_good")
    # The "do" of "that'll do nicely" asks nothing.
    put = turn.reading.apart("question", turn.reading.cues.get("thanks", []))
    return vague or bool(put) or turn.reading.has("outfit", "find", "relook", "advice", "ask", "preview", "elsewhere")


def _of_shown(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    return "ask_advice" if about_of(turn) and not asked_of(turn.reading, turn.request) else None


def _guided(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    return "ask_advice" if asks_guide(turn) or pairing_asked(turn.reading) else None


def _preview(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    new = any(piece.garment not in turn.references.named for piece in turn.asked)
    changed = bool(turn.asked) and (turn.reading.has("swap") or (new and turn.reading.has("one_with")))
    strange = not turn.follows and is_of_another_trade(turn)
    return "preview" if shows_look(turn) and not changed and not strange else None


def _own_data(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    r = turn.reading
    wishes = bool(turn.asked) or r.has("outfit", "complete")
    known = {one.id for one in turn.request.wardrobe}
    named = any(change.key in known or change.among or change in turn.request.undo for change in changes)
    meant = is_about_closet(changes, wishes=wishes) and (named or not is_of_another_trade(turn))
    meant |= hangs_photos(r, turn.request) or (not changes and bool(asked_of(r, turn.request)))
    if (r.has("wardrobe_show") and not relooks_closet(turn)) or meant:
        return "wardrobe"
    return "profile" if r.has("profile_show") or (not changes and facts_asked(turn)) else None


def _saves(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    return "feedback" if any(change.target == "look" for change in changes) else None


def _of_self(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    """What is to be forgotten, how warm the person wants to be, what they did with what they saw."""
    r, told = turn.reading, [change for change in changes if change.target == "profile"]
    if any(change.action in {"forget", "remove"} or change in turn.request.undo for change in told):
        return "profile"
    past = r.has("was_cold", "was_warm", "bought", "wore")
    stepped = refinement is not None and not past
    wishes = stepped or r.has("outfit") or turn.asked or turn.occasion or (turn.place and turn.date)
    if r.has("find", "request", "complete") or (wishes and not past):
        return None
    if any(change.target == "feedback" and change.value in {"bought", "worn"} for change in changes):
        return "feedback"
    return "profile" if any(change.key in {"warmth_offset_c", "contrast"} for change in told) else None


def _of_wardrobe(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    """A suitcase is outfits; the piece that a wardrobe lacks is an article."""
    if turn.trip is not None:
        return "outfit"
    return "find" if turn.asks_for_gap else None


def _lifts(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    return "find" if lifts(turn) else None


def _of_photo(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    return asked_of_photo(turn)


def _critique(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    brought = refinement is not None and refinement.change == "swap"
    worn = bool(turn.owned) and not turn.asked and not brought and all(piece.worn for piece in turn.owned)
    judged = (worn or turn.doubts) and not turn.reading.has("outfit", "find", "complete")
    return "relook" if judged or is_relook(turn.reading) else None


def _question(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    """A question about style, answered in words first."""
    r = turn.reading
    if turn.follows and r.has("no_budget") and not turn.asked:
        return None  # "Forget the budget, what's the best you've got?"
    told = [*r.cues.get("outfit", []), *(no for no in r.of("negation") if no.key == "no")]  # 不适合穿 asks nothing
    put = [cue for cue in r.apart("ask", told) if not is_order(turn, cue)]
    put = [cue for cue in put if not (is_relative(turn, cue) or tells_next(turn, cue))]
    put = [cue for cue in put if r.word(cue.last) != "都"]  # 什么颜色都行 asks nothing
    hosts = [one for one in r.of("aside") if one.key == "hosts"]  # nor does "the theme is red"
    put = [cue for cue in put if not any(one.first < cue.first < one.last for one in hosts)]
    asks = bool(put) or asks_whether(turn) or asks_leave(turn)
    needed = (asks_need(turn) or asks_if_done(turn)) and not is_outside(turn)
    tried = tries_on(turn) or asks_which(turn) or brings(turn)
    tried = refinement is not None and refinement.change == "swap" and tried
    if not needed and (asks_what_piece(turn) or as_before(turn) or finishing(turn) or tried):
        return None
    if needed or asks_of_shown(turn) or chooses(turn):
        return "ask_advice"
    if (r.has("outfit") and not asks) or turn.replaces or _tells_all(turn) or orders_too(turn):
        return None
    if (asks or asks_of_colours(turn)) and not _completes(turn) and not is_outside(turn):
        return "ask_advice"
    whole = turn.presentation is not None and turn.occasion is not None and "?" not in r.text
    lone = (
        r.apart("advice", [*r.of("style", "negation", "kind"), *hosts])  # "flatter shoes" flatter nobody
        and refinement is None
        and not (r.has("find") or _completes(turn) or whole)
    )
    return "ask_advice" if lone and not (is_outside(turn) or asked_before(turn)) else None


def _tells_all(turn: Turn) -> bool:
    """Whether a long message says for what and for whom, so that what it asks besides is but an aside."""
    told = bool(turn.occasion or turn.place or turn.date) and turn.presentation is not None
    return told and not turn.follows and len(turn.reading.words) > _MANY_WORDS


def _completes(turn: Turn) -> bool:
    given = bool(turn.owned or turn.references.ids) or is_of_photo(turn) or turn.references.vague
    leave = leave_asked(turn)
    pairs = [one for one in turn.reading.cues.get("complete", ()) if not any(one.first < ask.last for ask in leave)]
    return (bool(pairs) and given) or around_article(turn)


def _refined(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    if refinement is None:
        return None
    earlier = _before(turn)
    match refinement.change:
        case "more_like":
            return "similar" if refinement.items or _showed_articles(turn) else earlier
        case "only":
            return "find"
        case "again":
            shown = (look for look in turn.request.shown if look.look.id in refinement.looks)
            return next(("find" if look.look.kind == "article" else "outfit" for look in shown), earlier)
    stepped = refinement.change in STEPS and refinement.items and not _showed_articles(turn)
    alone = refinement.change != "swap" and not (stepped or turn.reading.has("outfit", "swap", "longer", "shorter"))
    return "find" if turn.asked and not turn.replaces and alone else earlier


def _before(turn: Turn) -> Intent:
    """What the answer before was; a garment that was dressed around, or is to be, goes on as an outfit."""
    last = turn.request.last
    if last is None or last.intent not in GIVES_LOOKS:
        return "outfit"
    dressed = bool(turn.request.shown) and not _showed_articles(turn)
    wished = bool(turn.nightfall) or turn.reading.has("outfit")
    whole = dressed or (wished and not turn.asked)
    return "outfit" if whole and last.intent == "find" else last.intent


def _showed_articles(turn: Turn) -> bool:
    return any(shown.look.kind == "article" for shown in last_turn(turn.request.shown))


def _complete(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    """A piece is given: by a photo, by number, or as one's own."""
    r = turn.reading
    if _completes(turn):
        pairs = {cue.first for cue in r.cues.get("complete", ())}  # 搭配 is an outfit too, and here it is not
        whole = any(cue.first not in pairs for cue in r.cues.get("outfit", ()))
        return "find" if turn.asked and not whole else "complete"
    if turn.owned and not turn.asked:
        return "relook" if all(piece.worn for piece in turn.owned) and not r.has("outfit", "find") else "complete"
    if turn.owned and not refinement and len({r.meanings.slot(p.garment.kind, p.garment.key) for p in turn.asked}) > 1:
        return "complete"
    return "complete" if is_of_photo(turn) and not turn.asked and not r.has("outfit") else None


def _told(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    """Statements that ask for nothing: a liking of what was shown, or a fact of the person."""
    r = turn.reading
    if any(change.target == "feedback" for change in changes):
        return None if _asks_next(turn) else "feedback"
    if is_of_another_trade(turn) or (turn.follows and turn.reading.has("turns_to_me")):
        return None
    told = turn.sizes.own and not r.has("request") and not turn.budget and not (turn.asked and "?" in r.text)
    usual = turn.budget is not None and tells_usual(r) and not r.has("request")
    told &= not (r.has("replaces_own") or _names_some(turn))
    noted = r.has("note_it") and not turn.asked
    plain = (told or not turn.asked) and (usual or noted or not r.has("outfit", "find", "vague_wish", "to_wear"))
    said = {"presentation", "colour", "fabric", "tone", "pattern", "fit", "place", "budget"}
    timed = any(change.key == "at_times" for change in changes)
    said |= ({"occasion"} if usual or timed else set()) | ({"season"} if timed else set())
    said |= {"date"} if all(change.key in (*LIKES, *DISLIKES) for change in changes) else set()
    travels = bool(turn.place and turn.date)
    judged = not turn.follows and bool(unseen(turn))
    return "profile" if (changes or judged) and plain and turn.empty_but(*said) and not travels else None


def _asks_next(turn: Turn) -> bool:
    """Whether a sentence of its own asks for a piece to go with what is taken: "I'll take it. Which boots with it?"."""
    r = turn.reading
    taken = min((cue.last for key in ("taking", "feedback_good") for cue in r.cues.get(key, ())), default=len(r.words))
    new = [one.garment.first for one in turn.asked if one.garment not in turn.references.named]
    return any(SENTENCE_ENDS & {*r.between(taken, first)} for first in new if first > taken)


def _names_some(turn: Turn) -> bool:
    """Whether a clause opens with some piece or other: « je fais du 39, une robe et des escarpins »."""
    r, words = turn.reading, turn.reading.lexicon.grammar
    some = words.articles - words.definite - words.definite_plural
    heads = [min([piece.garment.first, *(a.first for a in piece.attributes)]) for piece in turn.asked]
    return any(r.word(i - 1) in some and r.word(i - 2) in COMMAS | SENTENCE_ENDS for i in heads if i > 1)


def _scope(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    """Who says what may be spent after an answer goes on from it, whatever befell their purse."""
    limits = turn.follows and turn.budget is not None and bool(turn.reading.of("limit"))
    if turn.request.shown and turn.reading.has("complete") and turn.reading.length <= _FEW_WORDS:
        return None
    return "off_topic" if is_outside(turn) and (not limits or turn.reading.has("question")) else None


def _find(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    r = turn.reading
    if r.has("more_like") and turn.references.ids:
        return "similar"
    return "find" if turn.asked and not asks_for_whole(turn) else None


def _wish(turn: Turn) -> Intent:
    return (
        "ask_advice"
        if turn.reading.has("question")
        and not (turn.details or turn.reading.has("outfit", "vague_wish") or asked_before(turn))
        else "outfit"
    )


_RULES: tuple[Rule, ...] = (
    _about_us, _saves, _of_shown, _guided, _preview, _lifts, _of_wardrobe, _own_data, _of_self, _of_photo, _critique,
    _question, _refined, _told, _scope, _complete, _find,
)  # fmt: skip

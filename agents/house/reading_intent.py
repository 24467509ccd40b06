"""What a turn asks for: one of the intents of the vocabulary.

The first rule that answers decides; each looks at one thing.
"""

from collections.abc import Callable
from itertools import pairwise

from agents.house.reading_about import about_of
from agents.house.reading_known import DISLIKES, LIKES, facts_asked
from agents.house.reading_mentions import ATTRIBUTES, COMMAS, GARMENTS, SENTENCE_ENDS, Mention
from agents.house.reading_pieces import is_relook
from agents.house.reading_pointing import last_turn
from agents.house.reading_scope import is_of_another_trade, is_outside
from agents.house.reading_turn import Turn
from stores.vocabulary import Change, Intent, Refinement, Sizes

Rule = Callable[[Turn, Refinement | None, list[Change]], Intent | None]
GIVES_LOOKS: tuple[Intent, ...] = ("outfit", "complete", "relook", "find", "similar")
_FEW_WORDS = 8
_NEAR = 4
# What opens a "may" or a "must" in Chinese, and the signs that make a question of it.
_MODALS = frozenset("要得能可需应必用")
_PUT = frozenset("吗么呢?哪啥何谁")
_OURS = {"you", "tu", "vous", "你", "您"}  # "can you give me a dress to wear" asks us for one


def intent_of(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent:
    """The intent of a turn with its refinement and what it told of the person."""
    return next((intent for rule in _RULES if (intent := rule(turn, refinement, changes))), _wish(turn))


def _about_us(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    r = turn.reading
    if r.has("care", "about_us") or r.is_all("help"):
        return "smalltalk"
    bare = not turn.details and not r.garments and not refinement and not changes and not turn.references.ids
    polite = r.has("greeting", "thanks") and len(r.words) <= _FEW_WORDS and not _asks(turn)
    return "smalltalk" if bare and (polite or r.has("register")) else None


def _asks(turn: Turn) -> bool:
    vague = turn.reading.has("vague") and not turn.reading.has("feedback_good")
    return vague or turn.reading.has("outfit", "find", "relook", "advice", "ask", "preview", "question", "elsewhere")


def _of_shown(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    return "ask_advice" if about_of(turn) else None


def _preview(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    changed = bool(turn.asked) and turn.reading.has("swap")
    strange = not turn.follows and is_of_another_trade(turn)
    return "preview" if turn.reading.has("preview") and not changed and not strange else None


def _own_data(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    r = turn.reading
    meant = any(change.target in ("wardrobe", "photo") for change in changes) and not is_of_another_trade(turn)
    if r.has("wardrobe_show") or meant:
        return "wardrobe"
    return "profile" if r.has("profile_show") or (not changes and facts_asked(turn)) else None


def _of_self(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    """What is to be forgotten, how warm the person wants to be, what they did with what they saw."""
    r, told = turn.reading, [change for change in changes if change.target == "profile"]
    if any(change.action in {"forget", "remove"} for change in told):
        return "profile"
    past = r.has("was_cold", "was_warm", "bought", "wore")
    stepped = refinement is not None and bool(r.apart("warmer", r.cues.get("feels_cold", [])))
    wishes = stepped or r.has("outfit") or turn.asked or turn.occasion
    if r.has("find", "request", "complete") or (wishes and not past):
        return None
    if any(change.target == "feedback" and change.value in {"bought", "worn"} for change in changes):
        return "feedback"
    return "profile" if any(change.key == "warmth_offset_c" for change in told) else None


def _of_wardrobe(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    """A suitcase is outfits; the piece that a wardrobe lacks is an article."""
    if turn.trip is not None:
        return "outfit"
    return "find" if turn.asks_for_gap else None


def _critique(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    worn = bool(turn.owned) and not turn.asked and all(piece.worn for piece in turn.owned)
    judged = (worn or turn.doubts) and not turn.reading.has("outfit", "find", "complete")
    return "relook" if judged or is_relook(turn.reading) else None


def _question(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    """A question about style, answered in words first."""
    r = turn.reading
    put = [cue for cue in r.apart("ask", r.cues.get("outfit", [])) if not _is_order(turn, cue)]
    asks = bool(put) or _asks_whether(turn) or _asks_leave(turn)
    if _asks_of_shown(turn) or _chooses(turn):
        return "ask_advice"
    if (r.has("outfit") and not asks) or turn.replaces:
        return None
    if asks and not _completes(turn) and not is_outside(turn):
        return "ask_advice"
    lone = r.apart("advice", r.of("style")) and refinement is None and not r.has("find") and not _completes(turn)
    return "ask_advice" if lone and not is_outside(turn) else None


def _asks_of_shown(turn: Turn) -> bool:
    """Whether a question is about what was shown: "is the bag leather?", "what brand is it?", "compare the two"."""
    r = turn.reading
    wishes = turn.replaces or r.has("find", "swap", "incorporate", "complete", "preview", "again")
    named = bool(turn.references.named) and bool(r.opening("question"))
    opinion = r.has("opinion") and not turn.details and not turn.asked and not turn.owned
    pointed = bool(turn.references.ids) or turn.references.vague
    trait = r.has("trait") and bool(r.opening("question")) and pointed and turn.sizes.sizes == Sizes()
    return turn.follows and (r.has("buying", "compare") or opinion or (trait and not wishes) or (named and not wishes))


def _asks_whether(turn: Turn) -> bool:
    """ "Will I need a hat?", "do I have to wear a tie?": a garment right behind the question."""
    r = turn.reading
    said = {i for m in r.of(*ATTRIBUTES) for i in range(m.first, m.last)}
    between = r.lexicon.grammar.articles | r.lexicon.grammar.measures
    for cue in (cue for cue in r.cues.get("whether", ()) if not _is_order(turn, cue)):
        garment = next((m for m in r.garments if m.first >= cue.last), None)
        if garment and {r.word(i) for i in range(cue.last, garment.first) if i not in said} <= between:
            return True
    return False


def _is_order(turn: Turn, cue: Mention) -> bool:
    """Whether a Chinese "may" or "must" is put without a question: 要带领带, 不能穿裤子, but not 要带伞吗."""
    r = turn.reading
    if r.lexicon.language != "zh" or r.word(cue.first) not in _MODALS:
        return False
    ends = (i for i in range(cue.first, len(r.words)) if r.has("outfit") and r.word(i) in COMMAS)
    said = {*r.between(cue.first, next(ends, len(r.words)))}
    return not said & (_PUT if r.word(cue.first - 1) == "不" else _PUT | {"不"})


def _asks_leave(turn: Turn) -> bool:
    """ "Is denim ok for an interview?", "can men wear pink?": whether something that is named may be worn."""
    r = turn.reading
    asked = [said for said in r.opening("may_one") if r.word(said.last) not in _OURS]
    spoken = any(said.last <= fit.first for said in asked for fit in r.cues.get("fitting", ()))
    return spoken and bool(r.of(*GARMENTS, *ATTRIBUTES)) and not r.has("find", "outfit", "incorporate")


def _chooses(turn: Turn) -> bool:
    """ "Tuxedo or suit?", 西装还是夹克: which of two kinds of piece it should be."""
    r = turn.reading
    if r.has("find", "outfit", "complete", "swap", "add") or turn.owned:
        return False
    passed = {i for m in r.of(*ATTRIBUTES) for i in range(m.first, m.last)}
    passed |= {i for i in range(len(r.words)) if r.word(i) in r.lexicon.grammar.articles}
    gaps = [{*range(one.garment.last, two.garment.first)} - passed for one, two in pairwise(turn.asked)]
    asked = r.lexicon.language == "zh" or r.word(len(r.words) - 1) == "?" or bool(r.opening("question"))
    return asked and any({*range(cue.first, cue.last)} in gaps for cue in r.cues.get("either", ()))


def _completes(turn: Turn) -> bool:
    pictured = bool(turn.request.new_photos or turn.references.photos)
    return turn.reading.has("complete") and (
        bool(turn.owned or turn.references.ids) or pictured or turn.references.vague
    )


def _refined(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    if refinement is None:
        return None
    last = turn.request.last
    earlier: Intent = last.intent if last and last.intent in GIVES_LOOKS else "outfit"
    match refinement.change:
        case "more_like":
            return "similar" if refinement.items or _showed_articles(turn) else earlier
        case "only":
            return "find"
        case "again":
            shown = (look for look in turn.request.shown if look.look.id in refinement.looks)
            return next(("find" if look.look.kind == "article" else "outfit" for look in shown), earlier)
    alone = refinement.change != "swap" and not turn.reading.has("outfit", "swap", "longer", "shorter")
    return "find" if turn.asked and not turn.replaces and alone else earlier


def _showed_articles(turn: Turn) -> bool:
    return any(shown.look.kind == "article" for shown in last_turn(turn.request.shown))


def _complete(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    """A piece is given: by a photo, by number, or as one's own."""
    r = turn.reading
    if _completes(turn):
        return "find" if turn.asked and not r.has("outfit") else "complete"
    if turn.owned and not turn.asked:
        return "relook" if all(piece.worn for piece in turn.owned) and not r.has("outfit", "find") else "complete"
    if turn.owned and not refinement and len({r.meanings.slot(p.garment.kind, p.garment.key) for p in turn.asked}) > 1:
        return "complete"
    photos = turn.request.new_photos or turn.references.photos
    return "complete" if photos and not turn.asked and not r.has("outfit") else None


def _told(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    """Statements that ask for nothing: a liking of what was shown, or a fact of the person."""
    r = turn.reading
    if any(change.target == "feedback" for change in changes):
        return "feedback"
    if is_of_another_trade(turn):
        return None
    told = turn.sizes.own and not r.has("request") and not turn.budget
    usual = turn.budget is not None and r.has("usual") and not r.has("request")
    plain = (told or not turn.asked) and (usual or not r.has("outfit", "find", "vague_wish"))
    said = {"presentation", "colour", "fabric", "tone", "pattern", "fit", "place", "budget"}
    said |= {"occasion"} if usual else set()
    said |= {"date"} if all(change.key in (*LIKES, *DISLIKES) for change in changes) else set()
    travels = bool(turn.place and turn.date)
    return "profile" if changes and plain and turn.empty_but(*said) and not travels else None


def _scope(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    return "off_topic" if is_outside(turn) else None


def _find(turn: Turn, refinement: Refinement | None, changes: list[Change]) -> Intent | None:
    r = turn.reading
    if r.has("more_like") and turn.references.ids:
        return "similar"
    return "find" if turn.asked and not _whole_look(turn) else None


def _whole_look(turn: Turn) -> bool:
    """Whether the pieces that are named are part of a whole outfit that is asked for; a suit is one by itself."""
    parts = (_means_to_wear, _is_detail, _is_paid_whole, _comes_besides)
    worn = turn.reading.has("outfit") or any(holds(turn) for holds in parts)
    return worn or all(piece.garment.kind == "set" for piece in turn.asked)


def _comes_besides(turn: Turn) -> bool:
    """Whether a piece comes on top of what an occasion asks for: "a funeral; I also need a scarf"."""
    adds = turn.reading.cues.get("adds", ())
    told = not turn.follows and (turn.occasion is not None or bool(turn.reading.of("modest")))
    return told and len(turn.asked) == 1 and any(_is_near(cue, turn.asked[0].garment) for cue in adds)


def _is_near(cue: Mention, garment: Mention) -> bool:
    return 0 <= garment.first - cue.last <= _NEAR or 0 <= cue.first - garment.last <= 1


def _is_paid_whole(turn: Turn) -> bool:
    """Whether one piece is named beside a day and a budget for all: "Milan in January, a coat, 300 in total"."""
    whole = any(limit.key == "per_look" for limit in turn.reading.of("limit"))
    alone = len(turn.asked) == 1 and turn.looks_wanted is None
    return whole and alone and turn.budget is not None and bool(turn.place or turn.date or turn.season)


def _is_detail(turn: Turn) -> bool:
    """Whether all pieces are named at the end, as a part of what is worn: "10 degrees, a man, with a coat"."""
    if _is_wished_along(turn):
        return True
    cues = [cue for cue in turn.reading.opening("one_with") if cue.first]
    return bool(turn.details) and any(
        cue.last - cue.first == 1 and all(piece.garment.first >= cue.last for piece in turn.asked) for cue in cues
    )


def _is_wished_along(turn: Turn) -> bool:
    """Whether Chinese names pieces behind the scene that they are for: 一月米兰,要驼色大衣; 要一件 asks for one."""
    r = turn.reading
    scene = turn.occasion or turn.place or turn.season or r.of("sky", "style") or turn.temperature is not None
    if r.lexicon.language != "zh" or not scene:
        return False
    starts = [cue.first for cue in r.opening("one_with") if cue.first]
    starts += [i for i, word in enumerate(r.words) if i and word.text == "要" and r.word(i - 1) in COMMAS]
    heads = [g for g in r.garments if g.first and r.word(g.first - 1) in COMMAS | SENTENCE_ENDS]
    starts += [g.first - 1 for g in heads if "要" in r.between(g.last, g.last + 3)]
    allowed = any(one.key == "allows" for one in r.of("negation")) and any(m.denied for m in r.mentions)
    counted = r.lexicon.grammar.measures | {"一", "两"}
    return allowed or any(
        r.word(i + 1) not in counted and all(piece.garment.first > i for piece in turn.asked) for i in starts
    )


def _means_to_wear(turn: Turn) -> bool:
    """Whether a piece is named as one to put on: "I want to wear a linen shirt", 想穿裙子."""
    cues = turn.reading.cues.get("to_wear", ())
    return any(0 <= piece.garment.first - cue.last <= _NEAR for piece in turn.asked for cue in cues)


def _wish(turn: Turn) -> Intent:
    return (
        "ask_advice"
        if turn.reading.has("question") and not turn.details and not turn.reading.has("outfit", "vague_wish")
        else "outfit"
    )


_RULES: tuple[Rule, ...] = (
    _about_us, _of_shown, _preview, _of_wardrobe, _own_data, _of_self, _critique, _question, _refined, _told, _scope,
    _complete, _find,
)  # fmt: skip

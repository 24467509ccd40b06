"""What is asked of style: whether a piece is worn, may be worn, goes with a colour, or which of two it should be."""

from itertools import pairwise

from agents.house.reading.mentions import ATTRIBUTES, COMMAS, GARMENTS, Mention
from agents.house.reading.turn import Turn
from agents.house.reading.whether import ends_asked, is_put
from stores.vocabulary import Sizes

# What opens a "may" or a "must" in Chinese, and the signs that make a question of it.
_MODALS = frozenset("要得能可需应必用")
# How a French verb ends that "may I" governs.
_INFINITIVES = ("er", "ir", "oir", "ire", "ttre", "ndre", "aire", "etre")
_PUT = frozenset("吗么呢?哪啥何谁")
_OURS = {"you", "tu", "vous", "你", "您"}  # "can you give me a dress to wear" asks us for one


def asks_of_shown(turn: Turn) -> bool:
    """Whether a question is about what was shown: "is the bag leather?", "what brand is it?", "compare the two"."""
    r = turn.reading
    wishes = turn.replaces or r.has("find", "swap", "incorporate", "complete", "preview", "again")
    named = bool(turn.references.named) and bool(r.opening("question"))
    opinion = r.has("opinion") and not turn.details and not turn.asked and not turn.owned
    pointed = bool(turn.references.ids) or turn.references.vague
    trait = r.has("trait") and bool(r.opening("question")) and pointed and turn.sizes.sizes == Sizes()
    compared = r.has("buying") or r.apart("compare", r.cues.get("scheme_complementary", []))  # not the 对比 of 对比色
    return turn.follows and (bool(compared) or opinion or (trait and not wishes) or (named and not wishes))


def asks_whether(turn: Turn) -> bool:
    """ "Will I need a hat?", "do I have to wear a tie?": a garment right behind the question."""
    r = turn.reading
    said = {i for m in r.of(*ATTRIBUTES) for i in range(m.first, m.last)}
    between = r.lexicon.grammar.articles | r.lexicon.grammar.measures
    for cue in (cue for cue in r.cues.get("whether", ()) if not is_order(turn, cue)):
        garment = next((m for m in r.garments if m.first >= cue.last), None)
        if garment and {r.word(i) for i in range(cue.last, garment.first) if i not in said} <= between:
            return True
    return False


def asks_what_piece(turn: Turn) -> bool:
    """ "What dress can I wear to a wedding?", 能穿什么鞋: the piece itself is asked for, not whether it may be worn."""
    r = turn.reading
    heads = [min([piece.garment.first, *(a.first for a in piece.attributes)]) for piece in turn.asked]
    led = any(r.word(head - 1) in r.lexicon.grammar.interrogatives for head in heads)
    return led and turn.occasion is not None and r.has("advice", "ask", "whether") and not turn.follows


def is_relative(turn: Turn, cue: Mention) -> bool:
    """Whether a clause only tells of a piece: « un chemisier crème qui va avec »."""
    r, place = turn.reading, cue.first - 1
    named = any(m.last == place for m in r.of(*GARMENTS, *ATTRIBUTES))
    return named and r.word(place) in r.lexicon.grammar.qualifiers


def tells_next(turn: Turn, cue: Mention) -> bool:
    """Whether a French "then I" tells what comes next: « puis je file au sport », but « puis-je mettre un jean »."""
    r = turn.reading
    verb = r.word(cue.last)
    led = r.said(cue.first, cue.last).replace("-", " ") == "puis je"
    return led and not (verb.endswith(_INFINITIVES) or verb in r.lexicon.grammar.stand_ins)


def is_order(turn: Turn, cue: Mention) -> bool:
    """Whether a Chinese "may" or "must" is put without a question: 要带领带, 不能穿裤子, but not 要带伞吗."""
    r = turn.reading
    if r.lexicon.language != "zh" or r.word(cue.first) not in _MODALS:
        return False
    ends = (i for i in range(cue.first, len(r.words)) if r.has("outfit") and r.word(i) in COMMAS)
    said = {*r.between(cue.first, next(ends, len(r.words)))}
    return not said & (_PUT if r.word(cue.first - 1) == "不" else _PUT | {"不"})


def asks_leave(turn: Turn) -> bool:
    """ "Is denim ok for an interview?", "can men wear pink?": whether something that is named may be worn."""
    r = turn.reading
    asked = [said for said in r.opening("may_one") if r.word(said.last) not in _OURS]
    spoken = any(said.last <= fit.first for said in asked for fit in r.cues.get("fitting", ()))
    # Chinese asks behind the piece: 卫衣可以吗, 不打领带行吗.
    behind = r.lexicon.language == "zh" and ends_asked(r) and not r.has("swap", "complete", "preview")
    behind &= not r.apart("add", r.cues.get("what_for", []))  # 参加 adds nothing
    behind |= _closes(turn) and turn.occasion is not None
    named = [*r.garments, *(r.of("colour") if turn.occasion and not turn.follows else ())]  # 去参加婚礼,穿黑色可以吗
    spoken |= behind and any(one.last <= fit.first for one in named for fit in r.cues.get("fitting", ()))
    spoken |= turn.occasion is not None and _judges_colour(turn)
    without = behind and bool(asked) and any(piece.denied for piece in r.garments)
    asks = without or (spoken and not r.has("incorporate"))
    return asks and bool(r.of(*GARMENTS, *ATTRIBUTES)) and not r.has("find", "outfit")


def leave_asked(turn: Turn) -> list[Mention]:
    """The words that but ask leave to wear one's own to an occasion: "can I wear my red dress to a wedding?"."""
    r = turn.reading
    opened = {said.first for said in r.opening("may_one")} if turn.occasion is not None else set()
    return [cue for cue in r.cues.get("ask", ()) if cue.first in opened]


def _judges_colour(turn: Turn) -> bool:
    """Whether it is asked behind a colour if it will do: « le marine, ça va pour un deuil ? », 穿藏青可以吗."""
    r = turn.reading
    judged = [*r.cues.get("fitting", ()), *r.cues.get("verdict", ())]
    alone = not (r.garments or turn.follows) and (_closes(turn) or (r.lexicon.language == "zh" and ends_asked(r)))
    return alone and any(one.last <= cue.first for one in r.of("colour") for cue in judged)


def _closes(turn: Turn) -> bool:
    """Whether it is asked behind what is named if that will do: « un jean, ça passe ? », "jeans to a funeral, ok?"."""
    r = turn.reading
    spoken = max((m.last for m in r.of(*GARMENTS, *ATTRIBUTES)), default=len(r.words))
    if r.lexicon.language == "en":
        spoken = max((i for i in range(spoken, len(r.words) - 1) if r.word(i) in COMMAS), default=len(r.words))
    judged = [*r.cues.get("verdict", ()), *r.cues.get("fitting", ()), *r.cues.get("goes", ())]
    return r.lexicon.language != "zh" and "?" in r.text and any(cue.first >= spoken for cue in judged)


def asks_of_colours(turn: Turn) -> bool:
    """Whether it is asked if two colours may share an outfit: « on peut mettre du marron avec du noir ? »."""
    r = turn.reading
    colours = {mention.key for mention in r.of("colour") if not mention.denied}
    wishes = r.garments or turn.occasion or r.has("outfit", "find", "swap", "give_me", "to_wear", "other")
    asked = r.opening("may_one") or (r.lexicon.language == "zh" and is_put(r) and r.has("may_one", "goes"))
    asked = asked or _closes(turn) or (is_put(r) and r.has("goes"))
    return len(colours) == 2 and bool(asked) and not wishes


def chooses(turn: Turn) -> bool:
    """ "Tuxedo or suit?", 西装还是夹克: which of two kinds of piece it should be."""
    r = turn.reading
    if r.has("find", "outfit", "complete", "swap", "add") or turn.owned:
        return False
    passed = {i for m in r.of(*ATTRIBUTES) for i in range(m.first, m.last)}
    passed |= {i for i in range(len(r.words)) if r.word(i) in r.lexicon.grammar.articles}
    gaps = [{*range(one.garment.last, two.garment.first)} - passed for one, two in pairwise(turn.asked)]
    asked = r.lexicon.language == "zh" or r.word(len(r.words) - 1) == "?" or bool(r.opening("question"))
    return asked and any({*range(cue.first, cue.last)} in gaps for cue in r.cues.get("either", ()))

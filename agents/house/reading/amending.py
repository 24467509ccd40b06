"""Which turns say more of what was asked before: a wish, a fact of the person, who else is to be dressed."""

from agents.house.phrases import kind_of
from agents.house.reading.facts import facts_told, refuses_prints
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS
from agents.house.reading.swaps import FEW, SHORT, dresses
from agents.house.reading.turn import Turn
from agents.house.reading.unchecked import unchecked
from agents.house.reading.whose import turns_back
from stores.vocabulary import Sizes

# What a person tells of themselves that a look is made for.
_OF_LOOKS = frozenset({"presentation", "sizes", "warmth_offset_c"})


def amends(turn: Turn) -> bool:
    """Whether a short turn adds a wish to what was asked before: "in blue?", "no heels", "under 100"."""
    r = turn.reading
    refuses = bool(turn.dropped or turn.had) or any(mention.denied for mention in r.mentions) or _refuses_prints(turn)
    refuses |= refuses_prints(r)
    if turn.references.refused or (r.has("feedback_bad") and not (refuses or r.has("incorporate"))):
        return False
    if refuses and not turn.asked:
        return not turn.occasion
    # The « tenue » of « tenue de ville » is a code, and asks for no other outfit.
    anew = bool(r.apart("outfit", r.of("style"))) and not (turn.occasion and _goes_on(turn))
    if turn.asked or turn.owned or r.length > SHORT * (1 + r.has("belated")) or anew:
        return False
    if turn.occasion:
        return _goes_on(turn) or r.has("belated") or _is_moved(turn)
    if r.has("advice", "ask") and not r.has("incorporate"):
        return False
    answers = bool(turn.request.last and turn.request.last.questions)
    resized = (not turn.sizes.own or r.has("belated", "another")) and turn.sizes.sizes != Sizes()
    wished = bool(turn.details or turn.looks_wanted or unchecked(r)) or resized or r.has("no_budget")
    told = (r.has("dislike", "self") or not _likes_aside(turn)) and not r.has("another")
    return answers or r.has("incorporate") or (wished and (r.has("belated") or not told))


def _refuses_prints(turn: Turn) -> bool:
    """Whether "no patterns" is said, which is read as a wish for what is plain."""
    refused = {one.first for one in turn.reading.of("negation") if one.key == "no"}
    return any(one.key == "solid" and one.first in refused for one in turn.reading.of("pattern"))


def _likes_aside(turn: Turn) -> bool:
    """Whether nothing is said to be liked but, in a clause of its own, what was shown: 喜欢！不过要黑色的."""
    stops = SENTENCE_ENDS | COMMAS
    likes = turn.reading.cues.get("like", ())
    return all(turn.reading.word(like.last) in stops and like in turn.reading.opening("like") for like in likes)


def _goes_on(turn: Turn) -> bool:
    """Whether the same person is to be dressed for something else: "and for the wedding?", "what about a gala?"."""
    r = turn.reading
    asks_on = bool(r.opening("also") or r.opening("swap")) or r.text.rstrip("?!. ").endswith("呢")
    asks_on |= r.text.startswith("那")  # 那晚餐穿什么
    return asks_on and r.length <= SHORT and not r.has("self", "like", "dislike", "find")


def _is_moved(turn: Turn) -> bool:
    """Whether it is told that the event dressed for will be elsewhere or of another sort: 婚礼改三亚了."""
    before = turn.request.last.occasion if turn.request.last else None
    kin = {kind_of("occasions", one) for one in (turn.occasion, before) if one}
    same = turn.occasion == before or (None not in kin and len(kin) == 1)
    return same and turn.reading.has("moved") and not turn.reading.has("find")


def dresses_another(turn: Turn) -> bool:
    """Whether another is to be dressed for the same day: "and what should my husband wear?", 我老公穿什么, 那我穿啥."""
    last = turn.request.last.presentation if turn.request.last and turn.request.shown else None
    own = turn.asked or turn.owned or turn.occasion or turn.place or turn.date
    if not own and turns_back(turn.reading, turn.request.last):
        return True
    return not own and last is not None and turn.presentation not in {None, last} and turn.reading.has("another")


def turns_to_me(turn: Turn) -> bool:
    """Whether one is dressed for the first time after somebody else: "and me?", « et des chaussures pour moi »."""
    own = any(row.brief.wearer != "other" for row in turn.request.shown)
    return not own and turns_back(turn.reading, turn.request.last)


def tells(turn: Turn) -> bool:
    """Whether the person tells of themselves what the looks before them did not know: "I'm a man", "I never wear wool".

    How warm they were is told of the past, and what they do with a look is an opinion.
    """
    r = turn.reading
    known = {*turn.disliked}
    told = [change for change in facts_told(turn, known) if change.action == "add" or change.key in _OF_LOOKS]
    opinion = r.has("feedback_good", "taking", "wardrobe_add", "also_own") or turn.references.ids
    noted = r.has("note_it") and {change.key for change in told} == {"sizes"}
    return bool(told and turn.request.shown) and not (noted or opinion or turn.asked or turn.owned or turn.disliked)


def likes_fit(turn: Turn) -> bool:
    """Whether nothing is told but how clothes are liked to fit: "I prefer loose clothes", 我喜欢宽松的."""
    fits = any(mention.kind == "fit" and not mention.denied for mention in turn.loose)
    told = turn.asked or turn.owned or turn.occasion or turn.place or turn.date or turn.references.ids
    return bool(turn.request.shown) and fits and turn.reading.has("like") and not told


def is_aside(turn: Turn) -> bool:
    """A few words that are nothing by themselves, said right after an answer: "a longer one"."""
    r, changed = turn.reading, turn.sizes.own or turn.references.ids or turn.references.refused
    others = ("question", "ask", "advice", "elsewhere", "thanks", "greeting", "self", "like", "preview", "find")
    judged = ("feedback_good", "feedback_bad", "wardrobe_show", "profile_show", "about_us", "register")
    spoken = r.has(*others, *judged, "taking", "saves") or (r.has("outfit") and not dresses(turn))
    return bool(r.words) and len(r.words) < FEW and not spoken and not changed and not turn.asked and not turn.owned

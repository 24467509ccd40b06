"""Which question of style a text asks, of those that the guide answers: whether stripes go with checks, how to wash
cashmere, what suits olive skin.

Knows the questions (`lexicon/guide.toml`), not the answers. What a word means and whether a cloth will do is asked too.
"""

from functools import cache
from typing import NamedTuple

from agents.house.phrases import load_table
from agents.house.reading.cloth import cloth_asked
from agents.house.reading.glossary import folded, terms_of
from agents.house.reading.impressions import doubts_level
from agents.house.reading.laid_out import is_laid_out
from agents.house.reading.mentions import ATTRIBUTES, Reading
from agents.house.reading.schemes import scheme_asked
from agents.house.reading.swaps import as_before
from agents.house.reading.turn import Turn
from stores.vocabulary import CORE_SLOTS, Language

_OPENS = ("question", "may_one")
_SETTING = frozenset({"budget", "place", "date", "temperature"})
# What is asked of these days, and not of a day.
_OF_TODAY = frozenset({"colour_in", "trends", "in_style"})


class Topic(NamedTuple):
    """A question of style: of each group of phrases one has to stand in the text; `anytime`, whatever day or sum."""

    name: str
    groups: tuple[tuple[str, ...], ...]
    sure: bool
    anytime: bool


def topic_of(text: str, language: Language) -> Topic | None:
    """The topic that a text asks about; of several the one of which most is said."""
    said = folded(text, language)
    found = [(length, topic) for topic in load_topics(language) if (length := _said_of(topic, said))]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def asks_guide(turn: Turn) -> bool:
    """Whether a question of style is asked by itself: with a day, a place or a sum it is an outfit that is wished for.

    What is only said of oneself ("I'm petite") asks nothing where a piece or an outfit is named beside it.
    """
    reading = turn.reading
    changes = bool(turn.references.ids) or (turn.follows and reading.has("swap"))
    # "Isn't it too dressy?" is asked of what was shown, and so is "isn't that too casual?"; not "isn't black too sad?".
    changes |= bool(turn.request.shown) and reading.has("too_much", "too_plain") and not reading.of("colour")
    changes |= doubts_level(turn) or is_laid_out(reading)
    # "And tonal?" is asked of what was shown, and "how do I do tonal?" of nothing.
    changes |= turn.follows and bool(scheme_asked(turn)) and not (reading.has("how") or asks_meaning(turn))
    changes |= turn.follows and reading.has("again")  # the "encore" of « je peux encore porter » repeats nothing
    if changes or as_before(turn) or _is_set(turn) or reading.has("preview", "more_like"):
        return False
    if asks_meaning(turn):
        return True
    if _asks_what_goes(turn):
        return False
    topic = topic_of(reading.text, reading.lexicon.language)
    if topic is None or (turn.follows and _only_refuses(reading)):
        return False
    named = bool(turn.owned or turn.occasion) or reading.has("find", "give_me", "swap")
    wishes = len(topic.groups) == 1 and (bool(turn.asked) or (reading.has("outfit") and not reading.has("how")))
    return topic.sure or _wishes_nothing_else(turn) or (_is_question(reading) and not (named or wishes))


def _wishes_nothing_else(turn: Turn) -> bool:
    """Whether how somebody would like to look is all that is wished for: "I want to look taller"."""
    apart = turn.asked or turn.owned or turn.follows or turn.reading.has("outfit")
    return turn.reading.has("request", "wished") and turn.empty_but("manner") and not apart


def _is_set(turn: Turn) -> bool:
    """Whether it is told when, where or for how much; a cloth may be asked of a month, and a fashion of today."""
    r = turn.reading
    asked, topic = cloth_asked(r), topic_of(r.text, r.lexicon.language)
    if asked and asked.dated:
        return bool(turn.details & (_SETTING - {"place", "date"}))
    if topic is not None and topic.anytime:
        return turn.reading.has("outfit", "find", "give_me")
    of_today = topic is not None and topic.name in _OF_TODAY and turn.date == turn.request.today.isoformat()
    return bool(turn.details & (_SETTING - {"date"} if of_today else _SETTING))


def _only_refuses(reading: Reading) -> bool:
    """Whether what is told is but the reason of a refusal: « je renverse mon café, donc rien de blanc »."""
    return any(one.denied for one in reading.of(*ATTRIBUTES)) and not _is_question(reading)


def _asks_what_goes(turn: Turn) -> bool:
    """Whether it is asked which garment goes with one that is named: "what shirt goes with grey suit trousers?".

    What goes with a suit, or to an interview, is told in words, as is what jewellery goes with a dress.
    """
    words, slot = turn.reading.lexicon.grammar.interrogatives, turn.reading.meanings.slot
    told = [piece for piece in turn.owned if any(attribute.kind == "colour" for attribute in piece.attributes)]
    asked = [piece.garment for piece in turn.asked if slot(piece.garment.kind, piece.garment.key) in CORE_SLOTS]
    parts = bool(told) and turn.occasion is None and all(piece.garment.kind != "set" for piece in told)
    return parts and len(turn.asked) == len(asked) == 1 and turn.reading.word(asked[0].first - 1) in words


def asks_meaning(turn: Turn) -> bool:
    """Whether it is asked what a word means, or of a cloth, and not what goes with a piece."""
    reading = turn.reading
    return bool(terms_of(reading.text, reading.lexicon.language) or cloth_asked(reading))


def _is_question(reading: Reading) -> bool:
    """Whether something is asked: by a sign, by "how", or by what opens a sentence; Chinese asks at its end."""
    anywhere = reading.lexicon.language == "zh" and reading.has(*_OPENS)
    opened = any(reading.opening(cue) for cue in _OPENS)
    return anywhere or opened or reading.has("how", "ask") or "?" in {word.text for word in reading.words}


@cache
def load_topics(language: Language) -> list[Topic]:
    rows = load_table("guide").items()
    return [
        Topic(name, _groups(row[language], language), row.get("sure", False), row.get("anytime", False))
        for name, row in rows
    ]


def _groups(asked: str, language: Language) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(folded(one, language) for one in group.split("|")) for group in asked.split("+"))


def _said_of(topic: Topic, said: str) -> int:
    """How much of a text a topic is found in, in characters; none where one of its groups is missing."""
    longest = [max((len(one) for one in group if one in said), default=0) for group in topic.groups]
    return sum(longest) if all(longest) else 0

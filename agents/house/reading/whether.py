"""Whether a text asks: by a sign or a particle at its end, by what opens it, or as Chinese does amid it (会不会)."""

from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.words import Word

_SIGNS = frozenset({"?", "？"})
_PARTICLES = frozenset({"吗", "么", "呢"})
_DENIALS = frozenset({"不", "没"})
# What opens a question of whether something is so.
_DOUBTS = frozenset({"would", "will", "is", "are", "isn", "aren", "won", "wouldn", "does", "do"})
# What opens an English question, signed or not, where a "not" is in it.
_DENIED_FIRST = frozenset({"isn", "aren", "won", "wouldn", "doesn", "wasn"})
# What opens a French clause that judges, a question where it closes with its sign.
_JUDGES = frozenset({"est", "c", "ca", "serait"})
# Alike, and yet no question: now and then, at every turn.
_IDIOMS = frozenset({"时不时", "动不动"})


def is_put(reading: Reading) -> bool:
    """Whether something is asked, and not only told or wished for; "isn't that too thin" needs no sign."""
    opened = bool(reading.opening("question") or reading.opening("may_one")) or reading.word(0) in _DENIED_FIRST
    return opened or ends_asked(reading)


def ends_asked(reading: Reading) -> bool:
    """Whether more than an opening asks, which a leave that is given has as well: 可以短裙,但高跟就算了."""
    said = [word.text for word in reading.words]
    if said and said[-1] in _SIGNS:
        return True
    return reading.lexicon.language == "zh" and (_ends_asking(said) or turns(said))


def _ends_asking(said: list[str]) -> bool:
    """Whether the last clause but for its sign ends in a particle that asks: 可以吗, 那晚上呢."""
    spoken = [word for word in said if word not in SENTENCE_ENDS | COMMAS]
    return bool(spoken) and spoken[-1] in _PARTICLES


def turns(said: list[str]) -> bool:
    """Whether a word is said, denied and said again: 会不会, 行不行, 有没有, 换不换."""
    triples = zip(said, said[1:], said[2:], strict=False)
    return any(one == again and no in _DENIALS and f"{one}{no}{again}" not in _IDIOMS for one, no, again in triples)


def is_doubted(denial: Mention, words: list[Word]) -> bool:
    """Whether it is only asked if a judgement is so: 会不会失礼, "would a tie be too much?", "are jeans a no?"."""
    said = [word.text for word in words]
    opens = max((i + 1 for i in range(denial.first) if said[i] in SENTENCE_ENDS), default=0)
    asked = said[opens] in _DENIED_FIRST or (said[opens] in _DOUBTS and "?" in said[denial.last : denial.last + 1])
    noun = denial.key == "no" and said[denial.first - 1] == "a" and denial.first > 0
    if asked and (noun or denial.key == "after"):
        return True
    begins = max((i + 1 for i in range(denial.last) if said[i] in SENTENCE_ENDS | COMMAS), default=0)
    if denial.key == "after" and said[begins] in _JUDGES and "?" in said[denial.last : denial.last + 1]:
        return True  # « rouge et rose, est-ce que c'est moche ? »
    if said[denial.first] == "too" and said[opens] in _DOUBTS:
        return True  # "Is it too hot for a jacket?"
    return denial.key == "after" and turns(said[max(denial.first - 3, 0) : denial.first])

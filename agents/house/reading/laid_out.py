"""An outfit laid out piece by piece behind what is asked of it: "on me: black jeans, a white shirt. too boring?".

A list that is wished for is laid out too: "two things: a dress and heels". It is the question that tells them apart.
"""

from agents.house.reading.mentions import COMMAS, GARMENTS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.whether import is_put

# So many words at most stand before the mark that a list begins behind, where that mark is no colon.
_SHORT = 3
_LEAST = 2
_OUTFIT = 3
# What asks for an opinion, wherever it stands; what tells that a list is wished for.
_JUDGED = ("laid_out", "opinion", "judges", "look_over", "verdict", "fitting", "wearing", "too_plain", "too_much")
_DOUBTED = (
    "seems_dull", "seems_loud", "seems_young", "seems_old", "seems_bare", "too_plain", "too_much",
    "plainer", "dressier",
)  # fmt: skip
_WISHED = ("find", "outfit", "give_me", "complete", "wardrobe_add", "pack")


def is_laid_out(reading: Reading) -> bool:
    """Whether all pieces of a text stand in one list behind a question what to think of them, or ahead of one."""
    named = [one.first for one in reading.of(*GARMENTS) if not one.denied]
    if len(named) < _LEAST:
        return False
    if _closes(reading, min(named), max(named)):
        return True
    marks = (i for i, word in enumerate(reading.words) if i < min(named) and _opens(reading, i, word.text))
    return any(_asks(reading, mark) for mark in marks)


def _closes(reading: Reading, first: int, last: int) -> bool:
    """Whether a list is closed by a doubt in a clause of its own: "grey suit, white shirt for a date, too boring?"."""
    words = range(last + 1, len(reading.words) - 1)
    mark = max((i for i in words if reading.word(i) in SENTENCE_ENDS | COMMAS), default=0)
    led = [cue for key in ("question", "may_one") for cue in reading.opening(key) if cue.first < first]
    asked = _DOUBTED + (("verdict", "fitting") if _is_outfit(reading) else ())
    doubted = any(cue.first > mark for key in asked for cue in reading.cues.get(key, ()))
    return bool(mark) and is_put(reading) and doubted and not (led or reading.has(*_WISHED))


def _is_outfit(reading: Reading) -> bool:
    """Whether so many different pieces are named that no single one of them is asked about."""
    slots = {reading.meanings.slot(m.kind, m.key) for m in reading.of(*GARMENTS) if not m.denied}
    return len(slots) >= _OUTFIT


def _opens(reading: Reading, index: int, sign: str) -> bool:
    """Whether a list may begin here: behind a colon, or behind a question of a word or two."""
    return sign in {":", "："} or (sign in SENTENCE_ENDS and index <= _SHORT)


def _asks(reading: Reading, mark: int) -> bool:
    """Whether what stands before the mark asks for an opinion or only says whose outfit it is, and wishes nothing."""
    wished = any(cue.first < mark for key in _WISHED for cue in reading.apart(key, _spoken(reading)))
    return not wished and any(cue.first < mark for key in _JUDGED for cue in reading.cues.get(key, ()))


def _spoken(reading: Reading) -> list[Mention]:
    return [cue for key in _JUDGED for cue in reading.cues.get(key, ())]

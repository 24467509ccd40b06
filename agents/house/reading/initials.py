"""An age with an initial tells who is dressed: "24f", "im 24 f", "F, 31", "m/45". A bare M is a size."""

import re

from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from stores.vocabulary import Presentation

_WORN_BY: dict[str, Presentation] = {"f": "women", "m": "men"}
_LEAST, _MOST = 14, 99
_SAYS_AGE = frozenset({"m", "am", "aged", "age", "hi", "hey", "hello", ""})
_BETWEEN = COMMAS | {"/", "yo", "y"}


def aged_initial(reading: Reading) -> Mention | None:
    """Where an age stands by an initial, as a mention of who is dressed; in English alone."""
    if reading.lexicon.language != "en":
        return None
    for place, word in enumerate(reading.words):
        if word.text not in _WORN_BY or word.raw.lower() != word.text:
            continue
        if place and (_is_age(reading, place - 1) or (_is_age(reading, place - 2) and _parts(reading, place - 1))):
            first = place - 1 if _is_age(reading, place - 1) else place - 2
            if _is_told(reading, first, place):
                return Mention("presentation", _WORN_BY[word.text], first, place + 1)
        leads = not place or reading.word(place - 1) in COMMAS | SENTENCE_ENDS
        last = place + 1 + _parts(reading, place + 1)
        if leads and word.text == "f" and _is_age(reading, last):
            return Mention("presentation", _WORN_BY[word.text], place, last + 1)
    return None


def presentation_by_age(reading: Reading) -> Presentation | None:
    """Who is dressed, where an age with an initial tells it."""
    told = aged_initial(reading)
    return next((worn_by for worn_by in _WORN_BY.values() if told and told.key == worn_by), None)


def _parts(reading: Reading, index: int) -> bool:
    return reading.word(index) in _BETWEEN


def _is_age(reading: Reading, index: int) -> bool:
    word = reading.word(index)
    return index >= 0 and re.fullmatch(r"\d\d", word) is not None and _LEAST <= int(word) <= _MOST


def _is_told(reading: Reading, first: int, place: int) -> bool:
    """Whether the number is an age, and no size or degrees: it is written to its letter, or "I'm" leads it."""
    joined = reading.words[place - 1].end == reading.words[place].start
    led = reading.word(first - 1) in _SAYS_AGE if first else True
    behind = reading.word(place + 1)
    return led and (joined or behind in COMMAS | {"", ".", "/"} or reading.word(first - 1) in {"m", "am", "aged"})

"""Whether the house has read a message well enough to spare the model that would read it.

What it has not read is counted in words: a word that its lexicon does not know counts whole, one that it knows from
other phrases counts half, and two Chinese characters count as a word. On turns that nobody had mended it by, it gets
some 12 in 100 wrong of those with at most one such word, and 24 in 100 of the others.
"""

from collections.abc import Iterator
from math import inf

from agents.contracts import UnderstandRequest
from agents.house.lexicon import load_lexicon
from agents.house.reading.language import language_of
from agents.house.reading.mentions import Reading
from agents.house.reading.places import place_of
from agents.house.reading.text import read
from agents.house.reading.words import fold

STRANGE, HALF_READ, CHARACTER = 1.0, 0.5, 0.5


def is_sure(request: UnderstandRequest, most: float) -> bool:
    """Whether at most so many words are unread; never where `most` is negative."""
    return unread(request) <= most


def unread(request: UnderstandRequest) -> float:
    """How many words the house has not read; infinitely many where it has read nothing at all."""
    before = (request.last.language if request.last else None) or request.profile.language
    language = language_of(request.text, before)
    reading = read(request.text, load_lexicon(language))
    if not (reading.mentions or reading.cues or reading.facts):
        return inf
    return sum(_weights(reading)) * (CHARACTER if language == "zh" else 1.0)


def _weights(reading: Reading) -> Iterator[float]:
    """Of each word that was not read, how much it counts."""
    lexicon, said = reading.lexicon, {*_read(reading)}
    place = place_of(reading) or ""
    named = {*map(fold, place.replace("-", " ").split()), *place}
    for number, word in enumerate(reading.words):
        if number in said or word.text in named or not any(sign.isalpha() for sign in word.text):
            continue
        if word.text not in lexicon.grammar.function_words:
            yield HALF_READ if word.text in lexicon.known else STRANGE


def _read(reading: Reading) -> Iterator[int]:
    """The numbers of the words that are part of something the lexicon means."""
    found = [*reading.mentions, *reading.facts, *(cue for cues in reading.cues.values() for cue in cues)]
    for mention in found:
        yield from range(mention.first, mention.last)

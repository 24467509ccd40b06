"""An outfit that stays but for a piece: "keep everything except the shoes", « tout me va sauf le sac », 除了鞋都行."""

from agents.house.reading.mentions import Mention, Reading
from agents.house.reading.text import read
from stores.vocabulary import Language, ShownLook

# What somebody says who has but the exception in mind.
_CHANGE: dict[Language, str] = {"en": "change ", "fr": "change ", "zh": "换"}


def all_but(reading: Reading, shown: list[ShownLook]) -> Reading:
    """What is to be exchanged, as if that alone had been said, where all the rest is to stay."""
    stays, excepts = reading.cues.get("all_stays", []), reading.cues.get("but_for", [])
    if not (shown and stays and excepts):
        return reading
    said = _CHANGE[reading.lexicon.language] + _excepted(reading, stays[0], excepts[0])
    rest = read(said, reading.lexicon, of_another=reading.of_another)
    return rest if rest.garments else reading


def _excepted(reading: Reading, stays: Mention, excepts: Mention) -> str:
    """The words behind the exception, up to where the rest is said to stay if that comes last: 除了鞋都不用换."""
    last = stays.first if stays.first >= excepts.last else len(reading.words)
    named = reading.words[excepts.last : last]
    return reading.text[named[0].start : named[-1].end] if named else ""

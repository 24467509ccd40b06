"""What has to be answered before any clothes: signs of self-harm or of not eating, hard words on the own body.

Knows no clothes beyond the pieces that a hard word may be said of.
"""

from collections.abc import Iterator
from typing import Literal

from agents.house.reading.distress import distress
from agents.house.reading.mentions import GARMENTS, Mention, Reading
from agents.house.reading.numbers import numbers

Concern = Literal["care", "body"]
CARE: Concern = "care"
BODY: Concern = "body"
# How much a text has to sound like distress: where clothes or an event are spoken of, where neither is, and where a
# turn would be declined. Chosen on lessons whose theme was held back, so that of ordinary turns two in a thousand at
# most are taken for it: a needless kind word costs less than one that is missing.
_AMID_CLOTHES, _ALONE, _DECLINED = 0.1, -0.1, -0.2
_OF_DRESSING = ("outfit", "find", "figure", "own", "bought", "warmth")
_ALL_OVER = 2
_DAYS = 2
# "J'aimerais en finir avec ces vieux pulls" ends nothing but pullovers.
_WITH = {"avec", "with"}
_WITH_PIECE = {"in", "with", "en", "avec", "dans"}
# What may stand between "not eaten" and "three days".
_LINKS = frozenset(
    {"in", "for", "since", "anything", "a", "thing", "now", "depuis", "de", "rien", "que", "je", "都", "i", "起", "就"}
)


def concern_of(reading: Reading) -> Concern | None:
    """`care` or `body`, where a turn gives cause for it."""
    signs = reading.apart("care", reading.cues.get("figure", []))
    signed = any(reading.word(sign.last) not in _WITH and not _is_of_fit(sign, reading) for sign in signs)
    bar = _AMID_CLOTHES if _is_of_dressing(reading) else _ALONE
    body = reading.has("body") or _is_harsh(reading)
    # What the rules know they know better: that nothing is to be bought, too.
    known = reading.cues.get("care") or body or reading.has("own_only", "own_first")
    if signed or _starves(reading) or (not known and distress(reading) >= bar):
        return CARE
    return BODY if body else None


def _is_of_fit(sign: Mention, reading: Reading) -> bool:
    """Whether a hard word is said of the mirror by who finds that nothing fits: « énorme, rien ne me va »."""
    return reading.has("fits_nothing") and any(sign.holds(word) for word in reading.cues.get("harsh", ()))


def may_be_distress(reading: Reading) -> bool:
    """Whether a turn that asks for no clothes sounds enough like distress to be answered as that."""
    return distress(reading) >= _DECLINED


def _is_of_dressing(reading: Reading) -> bool:
    """Whether clothes, what one is dressed for or who is dressed are named, or what was shown is found bad."""
    shown = reading.has("feedback_bad") and bool(reading.of("refer"))
    named = reading.garments or reading.of("occasion", "presentation", "size")
    return shown or bool(named) or reading.has(*_OF_DRESSING)


def _starves(reading: Reading) -> bool:
    """Whether somebody does not eat so as to be smaller, or for days; hunger before dinner is neither."""
    fasts = reading.cues.get("fasts", [])
    if fasts and reading.has("shrinks"):
        return True
    for first, last in _long_whiles(reading):
        gaps = [(cue.last, first) if cue.last <= first else (last, cue.first) for cue in fasts]
        if any({*reading.between(*gap)} <= _LINKS for gap in gaps):
            return True
    return False


def _long_whiles(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where days or weeks are counted, from the number to its unit, or begin on a weekday."""
    yield from ((day.first, day.last) for day in reading.of("weekday"))
    for number in numbers(reading):
        unit = reading.at("unit", number.last)
        if unit and (number.value >= _DAYS or unit.key in ("week", "month")):
            yield number.first, unit.last


def _is_harsh(reading: Reading) -> bool:
    """ "I'm so fat": a hard word right behind "I am", unless it is a colour that looks terrible."""
    for self_ in reading.cues.get("about_self", ()):
        for word in reading.cues.get("harsh", ()):
            gap = {*range(self_.last, word.first)}
            filled = {i for very in reading.cues.get("very", ()) for i in range(very.first, very.last)}
            if self_.last <= word.first and gap <= filled and not _is_of_piece(reading, word.last):
                return True
    return False


def _is_of_piece(reading: Reading, index: int) -> bool:
    """Whether "in yellow" or "in this dress" goes on at a word."""
    named = reading.of(*GARMENTS, "colour", "tone")
    return reading.word(index) in _WITH_PIECE and any(0 < piece.first - index <= _ALL_OVER for piece in named)

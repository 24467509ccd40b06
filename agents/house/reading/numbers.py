"""Numbers in a text, in digits or in words of the three languages, up to the tens of thousands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from agents.house.reading.mentions import Mention, Reading

_GROUPED = re.compile(r"\d{1,3}([.,]\d{3})+")
_PLAIN = re.compile(r"-?\d+([.,]\d+)?")
_TEN = 10
# « Vingt et un », « soixante et onze »; but « entre soixante et quatre-vingts ».
_AFTER_ET = frozenset({"1", "10", "11"})
YEARS = frozenset({"years", "year", "yo", "ans", "岁"})
_BEYOND = 1e9  # nobody means an amount or a count from here on, and a float of more digits may be infinite


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the words `first` up to `last` (exclusive) that say it."""

    value: float
    first: int
    last: int


def numbers(reading: Reading) -> list[Number]:
    """Every number of the text, from the left; ordinals and the numbers within names of days are none."""
    if "numbers" not in reading.read_once:
        reading.read_once["numbers"] = list(_numbers(reading))
    return cast(list[Number], reading.read_once["numbers"])


def _numbers(reading: Reading) -> Iterator[Number]:
    named = {i for m in reading.of("month", "weekday", "ordinal") for i in range(m.first, m.last)}
    named |= _by_chance(reading)
    index = 0
    while index < len(reading.words):
        last = index if index in named else _end(reading, index)
        value = _value(reading, index, last) if last > index else None
        if value is not None and abs(value) < _BEYOND:
            yield Number(value, index, last)
        index = max(last, index + 1)


def _by_chance(reading: Reading) -> set[int]:
    """The places of each 万一 that is an "in case", and no eleven thousand: no number stands before it."""
    at = [i for i in range(len(reading.words)) if reading.between(i, i + 2) == ["万", "一"]]
    alone = [i for i in at if reading.before("number", i) is None and _digits(reading.word(i - 1)) is None]
    return {place for i in alone for place in (i, i + 1)}


def _end(reading: Reading, index: int) -> int:
    """Where the run of number words that begins here ends."""
    last = index
    while last < len(reading.words):
        mention = reading.at("number", last)
        if mention is not None:
            last = mention.last
        elif _joins(reading, index, last):
            last += 1
        elif (
            _PLAIN.fullmatch(reading.word(last)) is None and _GROUPED.fullmatch(reading.word(last)) is None
        ) or last > index:
            break
        else:
            last += 1
    return last


def _joins(reading: Reading, index: int, last: int) -> bool:
    """The "and" of "a hundred and fifty", the "et" of "vingt et un"."""
    joiners = {"en": ("and",), "fr": ("et",), "zh": ("零",)}[reading.lexicon.language]
    before, after = reading.before("number", last), reading.at("number", last + 1)
    if last == index or reading.word(last) not in joiners or before is None or after is None or after.key[0] == "x":
        return False
    if reading.lexicon.language == "fr":
        return after.key in _AFTER_ET
    return before.key[0] == "x" or reading.lexicon.language != "en"


def _value(reading: Reading, first: int, last: int) -> float | None:
    total, section, number, unit = 0.0, 0.0, 0.0, 0
    index, any_number = first, False
    while index < last:
        mention = reading.at("number", index)
        if index + 1 == last and mention and mention.key[0] != "x" and unit > _TEN and _is_spoken(reading):
            return total + section + int(mention.key) * unit / _TEN
        unit = 0
        if mention is None:
            value = _digits(reading.word(index))
            number = value if value is not None else number
            any_number |= value is not None
        elif mention.key[0] != "x":
            number, any_number = (0.0 if _is_about(reading, mention) else number) + int(mention.key), True
        else:
            unit = int(mention.key[1:])
            total, section = _raised(total, section, number, unit)
            counted = (
                unit < 1000 or reading.lexicon.language == "fr" or reading.at("currency", mention.last) is not None
            )
            number, any_number = 0.0, any_number or counted
        index = mention.last if mention else index + 1
    return total + section + number if any_number else None


def _is_about(reading: Reading, digit: Mention) -> bool:
    """Whether a digit is the upper of two that tell about how many: 七八百 is 800 at most."""
    lower, unit = reading.before("number", digit.first), reading.at("number", digit.last)
    follows = lower is not None and lower.key[0] != "x" and int(digit.key) - int(lower.key) == 1
    return follows and unit is not None and unit.key[0] == "x"


def _is_spoken(reading: Reading) -> bool:
    """Whether the last digit counts the next lower unit: 一千五 is 1500, 两万二 is 22000."""
    return reading.lexicon.language == "zh"


def _raised(total: float, section: float, number: float, unit: int) -> tuple[float, float]:
    """A hundred multiplies the number before it; a thousand all that stands before it."""
    if unit < 1000:
        return total, section + (number or 1) * unit
    return total + (section + number or 1) * unit, 0.0


def _digits(word: str) -> float | None:
    if _GROUPED.fullmatch(word):
        return float(re.sub("[.,]", "", word))
    return float(word.replace(",", ".")) if _PLAIN.fullmatch(word) else None

"""The degrees that a text tells of, in Celsius: those of a day, or its low and its high.

"Between 5 and 20 degrees", « de 10 à 15 °C », 最低5度最高28 have two ends, of which one may go without its unit.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from agents.house.reading.initials import aged_initial
from agents.house.reading.mentions import COMMAS, Mention, Reading
from agents.house.reading.numbers import Number, numbers

_COLDEST, _HOTTEST = 60, 45
_LEAST, _MOST = -40, 120  # of a thermometer on either scale
_BODY_HEAT = 55  # more degrees than that are Fahrenheit's
_SWING = 45
_ABOUT = 3  # words between « il fait » and the degrees
_NO_DEGREES = frozenset({"kg", "kilos", "cm", "m", "h", "heures", "ans", "%", "en", "点", "时", "am", "pm"})
_WARMEST_CLOCK = 12  # of an hour in the morning
# Before an hour of the clock.
_AT = frozenset({"at", "a", "by", "until", "till", "since", "before", "after", "vers", "avant", "apres"})
_DASHES = frozenset("-–—~")
_OR = frozenset({"or", "ou", "~", "/", "或"})
_AND = frozenset({"and", "et", "和"})
_COUNTED = ("unit", "currency", "size", "refer", "counted", "month")


def degrees_of(reading: Reading) -> dict[Number, float]:
    """Every number of the text that tells of degrees, and how warm that is."""
    if "degrees" not in reading.read_once:
        reading.read_once["degrees"] = dict(_told(reading)) or dict(_bare(reading))
    return cast(dict[Number, float], reading.read_once["degrees"])


def low_of(reading: Reading) -> float | None:
    """The lower end, where two are told."""
    told = {*degrees_of(reading).values()}
    return min(told) if len(told) > 1 else None


def temperature_of(reading: Reading) -> float | None:
    """The temperature that is stated; of two the higher."""
    return max(degrees_of(reading).values(), default=None)


def _told(reading: Reading) -> Iterator[tuple[Number, float]]:
    """The numbers with a unit, and the other ends of theirs that go without."""
    found, aged = numbers(reading), aged_initial(reading)
    for index, number in enumerate(found):
        unit = None if aged and aged.first == number.first else reading.at("temperature", number.last)
        if unit is None or unit.key == "minus" or not _LEAST <= number.value <= _MOST:
            continue
        before, behind = found[index - 1 : index] if index else [], found[index + 1 : index + 2]
        ends = [one for one in before if _is_free(reading, one) and _spans(reading, one, number)]
        ends += [number, *(one for one in behind if _is_free(reading, one) and _spans(reading, number, one))]
        yield from zip(ends, _celsius([_signed(reading, one) for one in ends], unit), strict=True)


def _bare(reading: Reading) -> Iterator[tuple[Number, float]]:
    """The degrees that go without any unit: "low of 5, high of 20", « il fera entre 10 et 15 », "-15 in Oslo"."""
    found = numbers(reading)
    for one, other in pairwise(found):
        led = _is_led(reading, one) and _is_led(reading, other)
        timed = max(one.value, other.value) > _WARMEST_CLOCK and _are_timed(reading, one, other)
        told = led or timed or _bare_degrees(reading, one)
        if _is_free(reading, one) and _is_free(reading, other) and told and _spans(reading, one, other):
            yield from ((end, _signed(reading, end)) for end in (one, other))
            return
    bare = ((n, _frost(reading, n) or _bare_degrees(reading, n) or _beside_sky(reading, n)) for n in found)
    yield from next(([(number, degrees)] for number, degrees in bare if degrees is not None), [])


def _spans(reading: Reading, one: Number, other: Number) -> bool:
    """Whether two numbers are the ends of one range: "12-18°C", « entre 5 et 20 », 最低5度最高28."""
    unit = reading.at("temperature", one.last)
    last = unit.last if unit and unit.key != "minus" else one.last
    gap = reading.between(last, other.first)
    if not max(abs(one.value), abs(other.value)) <= _MOST or abs(one.value - other.value) > _SWING:
        return False
    if _are_timed(reading, one, other):
        return True
    if not gap:
        between = reading.text[reading.words[last - 1].end : reading.words[other.first].start]
        return between.strip() in _DASHES
    until = reading.at("relative", last)
    joined = until is not None and until.key == "until" and until.last - last == len(gap)
    limit = reading.before("limit", one.first)
    both = limit is not None and limit.key == "between" and gap[0] in _AND and len(gap) == 1
    return joined or both or (len(gap) == 1 and gap[0] in _OR) or _is_led(reading, other)


def _are_timed(reading: Reading, one: Number, other: Number) -> bool:
    """Whether both of two numbers are those of a part of the day: "12 degrees in the morning, 24 by noon"."""
    return all(_is_timed(reading, number) for number in (one, other))


def _is_timed(reading: Reading, number: Number) -> bool:
    unit = reading.at("temperature", number.last)
    last = unit.last if unit else number.last
    parts = reading.cues.get("part_of_day", ())
    beside = any(last == part.first or part.last == number.first for part in parts)
    return beside and (unit is not None or reading.word(number.first - 1) not in _AT)


def _beside_sky(reading: Reading, number: Number) -> float | None:
    """The degrees of "35 and humid", "90 and sunny"."""
    joined = reading.word(number.last) in _AND | COMMAS and reading.at("sky", number.last + 1) is not None
    if not joined or not _is_free(reading, number) or not 0 < number.value <= _MOST:
        return None
    return number.value if number.value <= _HOTTEST else round((number.value - 32) * 5 / 9, 1)


def _is_led(reading: Reading, number: Number) -> bool:
    """Whether a number is called the low or the high of a day: "high of 20", 最高28."""
    return any(cue.last == number.first for key in ("low_of", "high_of") for cue in reading.cues.get(key, ()))


def _is_free(reading: Reading, number: Number) -> bool:
    """Whether a number without a unit of degrees counts nothing else."""
    counted = any(reading.at(kind, number.last) for kind in _COUNTED) and not _is_timed(reading, number)
    counts = counted or reading.before("currency", number.first)
    return not counts and reading.word(number.last) not in _NO_DEGREES


def _celsius(values: Sequence[float], unit: Mention) -> list[float]:
    if unit.key == "fahrenheit" or max(values) > _BODY_HEAT:
        return [round((value - 32) * 5 / 9, 1) for value in values]
    return list(values)


def _bare_degrees(reading: Reading, number: Number) -> float | None:
    """The degrees of « il fait 30 » and « il fera dans les 12 », where nobody says that they are degrees."""
    said = any(0 <= number.first - cue.last <= _ABOUT for cue in reading.cues.get("it_is", ()))
    counted = reading.word(number.first) in reading.lexicon.grammar.articles
    free = _is_free(reading, number) and not counted
    return number.value if said and free and 0 < number.value <= _HOTTEST else None


def _frost(reading: Reading, number: Number) -> float | None:
    """The degrees of "-15 in Helsinki", "moins 10", 零下五: a number below zero that counts nothing else."""
    counts = any(reading.at(kind, number.last) for kind in _COUNTED)
    if counts or reading.before("currency", number.first) or reading.word(number.last) == "%":
        return None
    value = _signed(reading, number)
    return value if -_COLDEST <= value < 0 else None


def _signed(reading: Reading, number: Number) -> float:
    """A number with the sign that is said in words, before it or behind its unit: "minus 10", "10 below zero"."""
    unit = reading.at("temperature", number.last)
    signs = (reading.before("temperature", number.first), reading.at("temperature", unit.last) if unit else None)
    return -number.value if any(sign is not None and sign.key == "minus" for sign in signs) else number.value

"""Days by their number: in a month, in whichever month comes next, and the first and last of a stay."""

import calendar
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from agents.house.reading.mentions import Reading
from agents.house.reading.numbers import Number, numbers

LEAP = 2028
_LONGEST_MONTH = 31
_FEW = 9  # a smaller number after "le" counts looks rather than days
# Signs and little words around the number of a day.
_AROUND = frozenset({"st", "nd", "rd", "th", "er", "the", "of", "de", "le", "du", "号", "日"})
# Little words between two days of a week: "Friday evening until next Monday".
_BESIDE_DAY = frozenset(
    {"next", "the", "evening", "morning", "night", "soir", "matin", "prochain", "晚上", "早上", "下"}
)
# What is done on the days of any week.
WORKED = frozenset({"office", "school", "university", "work_from_home", "everyday"})
_PACKS = ("packs_all", "packs", "journey", "brings")


class Stay(NamedTuple):
    """The month and day on which a stay begins, and its days, the first and the last counted."""

    month: int
    day: int
    days: int


class _Day(NamedTuple):
    first: int
    last: int
    day: int


def stay_of(reading: Reading) -> Stay | None:
    """The stay of "from 3 to 10 July", "du 28 juin au 3 juillet", 七月三号到十号."""
    if not reading.of("month"):
        return None
    for one, other in pairwise(_days(reading)):
        months = _months(reading, one, other)
        if months and _lasts_until(reading, one, other):
            return _stay((months[0], one.day), (months[1], other.day))
    return None


def week_days(reading: Reading) -> int | None:
    """The days of "Tuesday to Thursday", « de vendredi à dimanche », 周二到周四, where it is no week of work."""
    if WORKED & {*reading.keys("occasion")} and not reading.has(*_PACKS):
        return None
    for one, other in pairwise(reading.of("weekday")):
        gap = [i for i in range(one.last, other.first) if reading.word(i) not in _BESIDE_DAY]
        until = [m for m in reading.of("relative") if m.key == "until" and m.first in gap]
        if one.last == other.first or (until and len(gap) == until[0].last - until[0].first):
            return ((int(other.key) - int(one.key)) % 7 or 7) + 1
    return None


def numbered_day(reading: Reading, today: date) -> str | None:
    """The day of "on the 3rd", "le 12", 12号, in whichever month it comes next, as ISO."""
    for led in reading.of("relative"):
        day = day_at(reading, led.last) if led.key in ("on", "the") and reading.word(led.last).isdigit() else None
        if day and (led.key == "on" or day > _FEW or _is_for(reading, led.first)) and not _counts(reading, led.last):
            return _next(today, day)
    numbered = (int(n.value) for n in numbers(reading) if is_numbered_day(reading, n) and n.value > _FEW)
    return next((_next(today, day) for day in numbered), None)


def is_numbered_day(reading: Reading, number: Number) -> bool:
    """Whether a number is that of 12号: no month has more days than 31, and from there on it is a size."""
    return reading.word(number.last) == "号" and 1 <= number.value <= _LONGEST_MONTH


def day_at(reading: Reading, index: int) -> int | None:
    """The day of the month that a word begins to say: 3, 3rd, third."""
    number = next((n for n in numbers(reading) if n.first == index and not _counts_time(reading, n)), None)
    if number and 1 <= number.value <= 31 and number.value == int(number.value):
        return int(number.value)
    ordinal = reading.at("ordinal", index)
    return int(ordinal.key) if ordinal and int(ordinal.key) > 0 else None


def _counts_time(reading: Reading, number: Number) -> bool:
    """Whether a number is that of a stay, as in "February, 5 days"."""
    return reading.at("unit", number.last) is not None and not is_day_of_month(reading, number)


def is_day_of_month(reading: Reading, number: Number) -> bool:
    """Whether a number is that of 2月30日."""
    return reading.word(number.last) == "日" and reading.before("month", number.first) is not None


def coming(today: date, month: int, day: int) -> str | None:
    """The next such day; the 29th of February may be eight years away."""
    first = today.year + ((month, day) < (today.month, today.day))
    return next((found for year in range(first, first + 9) if (found := iso(year, month, day))), None)


def iso(year: int | None, month: int, day: int) -> str | None:
    if year is None or not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day).isoformat()


def _days(reading: Reading) -> Iterator[_Day]:
    ends = {number.first: number.last for number in numbers(reading)}
    for index in range(len(reading.words)):
        if day := day_at(reading, index):
            ordinal = reading.at("ordinal", index)
            yield _Day(index, ordinal.last if ordinal else ends[index], day)


def _months(reading: Reading, one: _Day, other: _Day) -> tuple[int, int] | None:
    """The months of two days; one that is said once holds for both."""
    months = reading.of("month")
    before = next((m for m in months if 0 <= one.first - m.last <= 1), None)
    between = next((m for m in months if one.last <= m.first < other.first), None)
    behind = next((m for m in months if 0 <= m.first - other.last <= 1), None)
    starts, ends = (before or between or behind), (behind or between or before)
    return (int(starts.key), int(ends.key)) if starts and ends else None


def _lasts_until(reading: Reading, one: _Day, other: _Day) -> bool:
    """Whether only "to", a month and little words stand between two days."""
    named = {i for month in reading.of("month") for i in range(month.first, month.last)}
    gap = [i for i in range(one.last, other.first) if i not in named and reading.word(i) not in _AROUND]
    until = [m for m in reading.of("relative") if m.key == "until" and m.first in gap]
    return len(until) == 1 and len(gap) == until[0].last - until[0].first


def _stay(start: tuple[int, int], end: tuple[int, int]) -> Stay | None:
    first = iso(LEAP, *start)
    last = coming(date.fromisoformat(first), *end) if first else None
    return Stay(*start, (date.fromisoformat(last) - date.fromisoformat(first)).days + 1) if first and last else None


def _is_for(reading: Reading, index: int) -> bool:
    before = reading.before("relative", index)
    return before is not None and before.key == "for"


def _counts(reading: Reading, index: int) -> bool:
    """Whether what follows the number at a word is counted by it, or pointed to."""
    after = index + 1 + (reading.word(index + 1) in _AROUND)
    kinds = ("month", "refer", "unit", "currency", "temperature", "limit", "counted")
    shares = {cue.first for cue in reading.cues.get("percent", ())}
    return index + 1 in shares or any(reading.at(kind, i) for kind in kinds for i in (index + 1, after))


def _next(today: date, day: int) -> str | None:
    """The next such day; the 31st may be two months away."""
    months = [today.month + ahead for ahead in range(3)]
    days = (iso(today.year + (month - 1) // 12, (month - 1) % 12 + 1, day) for month in months)
    return next((found for found in days if found and found >= today.isoformat()), None)

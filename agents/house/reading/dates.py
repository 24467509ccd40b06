"""When a text speaks of: a day, a month, a season, how many days.

"Saturday" is the next one to come; "next Saturday" the first that is at least two days away (in Chinese:
of next week). A day or month that has passed this year is next year's. A week is given by its Wednesday, a weekend
by its Saturday.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from agents.house.reading.days import LEAP, coming, day_at, is_day_of_month, iso, numbered_day, stay_of, week_days
from agents.house.reading.mentions import GARMENTS, Mention, Reading
from agents.house.reading.numbers import Number, numbers
from stores.vocabulary import Season

_UNIT_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "weekend": 3}
_MOST = 1000  # days, weeks or months that somebody plans ahead; the calendar ends somewhere
_SATURDAY = 5
# What goes by between a day and the one that is meant: "Saturday week", « samedi en quinze ».
_DAYS_ON = {("week",): 7, ("fortnight",): 14, ("en", "huit"): 7, ("en", "quinze"): 14, ("after", "next"): 7}
_FROM = frozenset({"from", "after", "on", "apres"})
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?")
# "30 weeks pregnant", "a six weeks old baby" tell of no stay.
_BEHIND_AGE = frozenset({"pregnant", "along", "old", "ago", "enceinte", "年", "岁", "大"})
_BEFORE_AGE = frozenset({"enceinte", "孕", "pregnant"})
# 有一天 is some day of a stay, 每天 all of them.
_SOME = frozenset("有某每哪另")


def date_of(reading: Reading, today: date, *, month_first: bool = False) -> str | None:
    """The date as ISO, or YYYY-MM where only the month is known; None where nothing is said.

    `month_first` tells how 6/12 is written, which is the twelfth of June in the United States.
    """
    if found := _begins_stay(reading, today) or _written(reading, today, month_first):
        return found
    readers = (_of_month, _from_day, _in_some_time, _on_weekday, numbered_day, _named_day)
    return next((found for reader in readers if (found := reader(reading, today))), None)


def impossible_date(reading: Reading) -> str | None:
    """A day that no calendar has, as it was said: the 31st of February."""
    for month in reading.of("month"):
        year = _year_beside(reading, month) or LEAP
        if (day := _day_beside(reading, month)) and not iso(year, int(month.key), day):
            said = reading.said(month.first, month.last)
            return f"{said}{day}日" if reading.lexicon.language == "zh" else f"{day} {said}"
    for word in reading.words:
        found = _SLASHED.fullmatch(word.text) if "/" in word.text else None
        if found and int(found[1]) <= 31 and 1 <= int(found[2]) <= 12 and not iso(LEAP, int(found[2]), int(found[1])):
            return word.raw
    return None


def season_of(reading: Reading) -> Season | None:
    return next((season for season in _SEASONS if season in reading.keys("season")), None)


_SEASONS: tuple[Season, ...] = ("spring", "summer", "autumn", "winter")


def days_of(reading: Reading) -> int | None:
    """How long a stay lasts, in days, the first and the last counted."""
    if stay := stay_of(reading):
        return stay.days
    if span := week_days(reading):
        return span
    for number, unit in _counted(reading):
        if reading.word(number.first - 1) in _SOME and number.value == 1 and unit.key == "day":
            continue
        if reading.word(unit.last) in _BEHIND_AGE or _BEFORE_AGE & {*reading.between(number.first - 2, number.first)}:
            continue
        if _day_from(reading, unit):
            continue
        if not _is_future(reading, number, unit) and not is_day_of_month(reading, number):
            return round(number.value * _UNIT_DAYS[unit.key]) + (unit.key == "night")
    return next((_UNIT_DAYS[unit.key] for unit in reading.of("unit") if _lasts(reading, unit)), None)


def _written(reading: Reading, today: date, month_first: bool) -> str | None:
    """2027-06-12, 12/06/2027, 12.6.: day first, but where one writes otherwise or that cannot be."""
    for word in reading.words:
        if found := _ISO.fullmatch(word.text):
            return iso(int(found[1]), int(found[2]), int(found[3]))
        if (found := _SLASHED.fullmatch(word.text)) and ("/" in word.text or found[3]):
            day, month = int(found[1]), int(found[2])
            turned = month_first and "/" in word.text and day <= 12
            day, month = (month, day) if month > 12 or turned else (day, month)
            year = int(found[3]) % 100 + 2000 if found[3] else None
            return iso(year, month, day) if year else coming(today, month, day)
    return None


def _begins_stay(reading: Reading, today: date) -> str | None:
    stay = stay_of(reading)
    return coming(today, stay.month, stay.day) if stay else None


def _of_month(reading: Reading, today: date) -> str | None:
    named = reading.of("occasion", "plain")  # 五月天 is a band
    for month in (m for m in reading.of("month") if not any(one.holds(m) for one in named)):
        number = int(month.key)
        day, year = _day_beside(reading, month), _year_beside(reading, month)
        if day:
            return iso(year, number, day) if year else coming(today, number, day)
        if reading.lexicon.language != "en" or number != 5 or _is_month(reading, month):
            return f"{year or today.year + (number < today.month)}-{number:02}"
    return None


def _is_month(reading: Reading, month: Mention) -> bool:
    """Whether "may" is the month: after "in", "of", "next", or with a capital inside the sentence."""
    return reading.word(month.first - 1) in ("in", "of", "next", "this", "mid", "early", "late", "for", "during")


def _day_beside(reading: Reading, month: Mention) -> int | None:
    joined = {"of", "de", "the"}
    for first in (month.last, month.last + (reading.word(month.last) in joined)):
        if day := day_at(reading, first):
            return day
    before = month.first - 1 - (reading.word(month.first - 1) in joined)
    before -= reading.word(before) in ("st", "nd", "rd", "th", "er")
    if reading.word(before).isdigit() or reading.before("ordinal", before + 1):
        return day_at(reading, before)
    number = next((n for n in numbers(reading) if n.last == before + 1), None)
    return int(number.value) if number and 1 <= number.value <= 31 else None


def _year_beside(reading: Reading, month: Mention) -> int | None:
    near = reading.between(month.first - 3, month.last + 4)
    return next((int(word) for word in near if re.fullmatch(r"20[2-4]\d", word)), None)


def _from_day(reading: Reading, today: date) -> str | None:
    """ "Three weeks from Saturday", « deux semaines après samedi »; "a week on Friday"."""
    for number, unit in _counted(reading):
        if unit.key in _UNIT_DAYS and (day := _day_from(reading, unit)):
            first = today + timedelta(_away(reading, today, day)) if day.kind == "weekday" else None
            named = first.isoformat() if first else _named(day.key, reading, today)
            if named and len(named) > len("2026-12"):
                return (date.fromisoformat(named) + timedelta(round(number.value) * _UNIT_DAYS[unit.key])).isoformat()
    return None


def _day_from(reading: Reading, unit: Mention) -> Mention | None:
    """The day from which so many weeks are counted."""
    if reading.word(unit.last) not in _FROM:
        return None
    return reading.at("weekday", unit.last + 1) or reading.at("day", unit.last + 1)


def _in_some_time(reading: Reading, today: date) -> str | None:
    for number, unit in _counted(reading):
        if _is_future(reading, number, unit):
            if unit.key == "month":
                return _month_after(today, round(number.value))
            day = today + timedelta(round(number.value) * _UNIT_DAYS[unit.key])
            weekday = next(iter(reading.of("weekday")), None) if unit.key in ("week", "fortnight") else None
            # « Samedi dans trois semaines » is the Saturday of that week.
            return (day + timedelta(int(weekday.key) - day.weekday() if weekday else 0)).isoformat()
    return None


def _on_weekday(reading: Reading, today: date) -> str | None:
    said = [mention for mention in reading.of("weekday") if not _is_corrected(reading, mention)]
    found = next(iter(said or reading.of("weekday")), None)
    return (today + timedelta(_away(reading, today, found))).isoformat() if found else None


def _away(reading: Reading, today: date, day: Mention) -> int:
    """Days until a weekday that is spoken of."""
    away = (int(day.key) - today.weekday()) % 7 or 7
    relative = reading.before("relative", day.first) or reading.at("relative", day.last)
    if relative and relative.key == "next":
        away = _next_weekday(reading, today, int(day.key), away)
        away += 7 * _is_doubled(reading, relative.first)
    behind = reading.between(day.last, day.last + 2)
    return away + max((days for said, days in _DAYS_ON.items() if tuple(behind[: len(said)]) == said), default=0)


def _is_doubled(reading: Reading, index: int) -> bool:
    """Whether what follows is the one after the next: 下下周五."""
    return reading.word(index) == "下" == reading.word(index - 1)


def _is_corrected(reading: Reading, day: Mention) -> bool:
    """Whether another day is meant: "not Saturday, Sunday", 不是周六,是周日."""
    return any(0 <= day.first - no.last <= 1 for no in reading.of("negation"))


def _next_weekday(reading: Reading, today: date, weekday: int, away: int) -> int:
    """Days to "next Saturday": in Chinese that of the next week, else the first that is not tomorrow."""
    if reading.lexicon.language == "zh":
        return 7 - today.weekday() + weekday
    return away + 7 if away < 2 else away


def _named_day(reading: Reading, today: date) -> str | None:
    feasts = [one for one in reading.of("occasion") if one.key == "party"]  # one at work is held on no Christmas Day
    day = next((one for one in reading.of("day") if not any(feast.holds(one) for feast in feasts)), None)
    found = _named(day.key, reading, today) if day else None
    if day is None or found is None or not _is_doubled(reading, day.first):
        return found
    if day.key == "next_month":
        return _month_after(today, 2)
    return (date.fromisoformat(found) + timedelta(7)).isoformat()


def _named(key: str, reading: Reading, today: date) -> str | None:
    holidays = reading.meanings.holidays
    if key in holidays:
        return coming(today, *holidays[key])
    if key in reading.meanings.moving:
        days_of_feast = (date(year, *day) for year, day in sorted(reading.meanings.moving[key].items()))
        return next((day.isoformat() for day in days_of_feast if day >= today), None)
    if key in ("this_month", "next_month"):
        return _month_after(today, key == "next_month")
    saturday = (_SATURDAY - today.weekday()) % 7
    monday = 7 - today.weekday()
    days = {
        "now": 0, "today": 0, "tomorrow": 1, "after_tomorrow": 2, "three_days_on": 3,
        "this_week": 0 if saturday == 6 else min(1, saturday),
        "weekend": 0 if today.weekday() > _SATURDAY else saturday, "next_weekend": monday + 5, "next_week": monday + 2,
    }  # fmt: skip
    return (today + timedelta(days[key])).isoformat()


def _counted(reading: Reading) -> Iterator[tuple[Number, Mention]]:
    """Numbers of days, weeks or months; "a week" counts one."""
    for number in numbers(reading):
        if number.value <= _MOST and (unit := reading.at("unit", number.last)):
            yield number, unit
    named = [*reading.of(*GARMENTS, "occasion"), *reading.cues.get("weather", ())]
    within = {i for m in named for i in range(m.first, m.last)}
    words = reading.lexicon.grammar
    # 那天 is a day that was spoken of.
    counting = words.articles - {"the"} - (words.definite | {"的", "有"} if words.tells else frozenset())
    for unit in (one for one in reading.of("unit") if one.first not in within):
        if reading.word(unit.first - 1) in counting:
            yield Number(1, unit.first - 1, unit.first), unit


def _is_future(reading: Reading, number: Number, unit: Mention) -> bool:
    relative = reading.before("relative", number.first)
    after = reading.at("relative", unit.last)
    return bool((relative and relative.key == "in") or (after and after.key == "later"))


def _lasts(reading: Reading, unit: Mention) -> bool:
    """Whether a unit without a number says how long: "for the weekend", "a ski week"."""
    relative = reading.before("relative", unit.first - 1)
    named = unit.key == "week" and reading.before("activity", unit.first) is not None
    return named or bool(relative and relative.key == "for" and unit.key != "day")


def _month_after(today: date, months: int) -> str:
    ahead = today.month - 1 + months
    return f"{today.year + ahead // 12}-{ahead % 12 + 1:02}"

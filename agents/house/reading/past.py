"""Days that have been: "yesterday", "last Monday", "on 3 November", and since when: "this year", "for a month"."""

from collections.abc import Sequence
from datetime import date, timedelta

from agents.house.reading.closet import Sentence
from agents.house.reading.dates import date_of
from agents.house.reading.mentions import Mention, Reading

AGO, SINCE = "days_ago_", "since_"
_WEEK = 7
_DAYS = {"week": 7, "month": 30, "season": 91, "half": 182, "twelve": 365}


def day_told(reading: Reading, sentence: Sentence, garment: Mention, today: date) -> date:
    """The day that has been which stands closest to a garment; today where none is named."""
    days = days_named(reading, sentence, today)
    if days:
        return min(days, key=lambda one: max(one[0].first - garment.last, garment.first - one[0].last))[1]
    return written(reading, today) or today


def day_named(reading: Reading, sentence: Sentence, today: date) -> date | None:
    """The day that has been which a sentence names."""
    days = days_named(reading, sentence, today)
    return days[0][1] if days else written(reading, today)


def days_named(reading: Reading, sentence: Sentence, today: date) -> Sequence[tuple[Mention, date]]:
    """The days that are told by how long ago they were, or by their weekday."""
    days = [
        (cue, today - timedelta(int(cue.key.rpartition("_")[2]))) for cue in sentence.cues if cue.key.startswith(AGO)
    ]
    for weekday in reading.of("weekday"):
        if sentence.first <= weekday.first < sentence.last:
            days.append((weekday, today - timedelta((today.weekday() - int(weekday.key)) % _WEEK or _WEEK)))
    return days


def written(reading: Reading, today: date) -> date | None:
    """A day of the calendar, the last that has been."""
    said = date_of(reading, today)
    if not said or len(said) != len(today.isoformat()):
        return None
    day = date.fromisoformat(said)
    return day if day <= today else day.replace(year=day.year - 1, day=min(day.day, 28))


def since_told(reading: Reading, sentence: Sentence, today: date) -> date | None:
    """Since when something is asked: the first of this year or of a month that is named, or so many days ago."""
    spans = [cue.key.removeprefix(SINCE) for cue in sentence.cues if cue.key.startswith(SINCE)]
    if "year" in spans:
        return today.replace(month=1, day=1)
    if months := [m for m in reading.of("month") if sentence.first <= m.first < sentence.last]:
        first = today.replace(month=int(months[0].key), day=1)
        return first if first <= today else first.replace(year=today.year - 1)
    return next((today - timedelta(_DAYS[span]) for span in spans if span in _DAYS), None)

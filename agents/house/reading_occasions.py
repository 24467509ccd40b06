"""What a turn is dressed for: occasion, culture, activities, formality, modesty."""

from typing import cast

from agents.house.reading_mentions import Reading
from agents.house.reading_numbers import numbers
from stores.categories import load_categories
from stores.vocabulary import Range, ReservedUse

_GROWN = 14
_YEARS = ("years", "year", "yo", "ans", "岁")


def occasion_of(reading: Reading) -> str | None:
    """The most telling occasion; two that make a third are joined ("wedding" on a "beach")."""
    table = reading.meanings
    found = reading.keys("occasion")
    named = [*found, *reading.keys("culture")]
    for pair, joined in table.combined.items():
        if {*pair.split("+")} <= {*named}:
            return joined
    telling = [occasion for occasion in found if occasion not in table.occasions["weak"]]
    return next(iter([*telling, *found]), None) or _of_activity(reading)


def _of_activity(reading: Reading) -> str | None:
    occasions = [reading.meanings.activities.get(activity) for activity in reading.keys("activity")]
    return occasions[0] if len(occasions) == 1 else None


def culture_of(reading: Reading) -> str | None:
    return next(iter(reading.keys("culture")), None)


def formality_of(reading: Reading) -> Range | None:
    """What all named levels share; where they share nothing, what lies between them or else the last one named.

    The "formal" of "more formal" is a step and no level.
    """
    steps = [*reading.cues.get("dressier", []), *reading.cues.get("plainer", [])]
    levels = [m for m in reading.of("style") if not any(step.holds(m) and step != m for step in steps)]
    ranges = [reading.meanings.formality[key] for key in dict.fromkeys(level.key for level in levels)]
    if not ranges:
        return None
    low, high = max(r[0] for r in ranges), min(r[1] for r in ranges)
    if low >= high and any(limit.key == "between" for limit in reading.of("limit")):
        return (high, low)
    return (low, high) if low < high else ranges[-1]


def reserved_of(reading: Reading, categories: list[str]) -> list[ReservedUse]:
    """Uses that come in only when asked for, and are asked for here."""
    table = load_categories()
    uses = [table[category].reserve for category in categories]
    said = [key for key in reading.keys("reserve") if key != "children" or not _is_grown(reading)]
    return list(dict.fromkeys([*(use for use in uses if use), *cast(list[ReservedUse], said)]))


def _is_grown(reading: Reading) -> bool:
    """Whether the son or daughter is old enough for grown people's sizes."""
    aged = (number.value for number in numbers(reading) if reading.word(number.last) in _YEARS)
    return any(value >= _GROWN for value in aged)

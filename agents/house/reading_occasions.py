"""What a turn is dressed for: occasion, culture, activities, formality, modesty."""

from typing import cast

from agents.house.reading_mentions import Reading
from stores.categories import load_categories
from stores.vocabulary import Range, ReservedUse


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
    """What all named levels share; where they share nothing, the last one named."""
    ranges = [reading.meanings.formality[key] for key in reading.keys("style")]
    if not ranges:
        return None
    low, high = max(r[0] for r in ranges), min(r[1] for r in ranges)
    return (low, high) if low < high else ranges[-1]


def reserved_of(reading: Reading, categories: list[str]) -> list[ReservedUse]:
    """Uses that come in only when asked for, and are asked for here."""
    table = load_categories()
    uses = [table[category].reserve for category in categories]
    return list(dict.fromkeys([*(use for use in uses if use), *cast(list[ReservedUse], reading.keys("reserve"))]))

"""What a reply says has to be possible: a day is one of the calendar, and a kind of piece is one that there is."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel

from agents.contracts import Caption
from stores.categories import load_categories

DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$"
KINDS = {"category", "categories", "avoid_categories"}
MOST_TOLD = 5


def senseless(reply: BaseModel) -> str | None:
    """What of a reply cannot be, in words for its author; None where all can.

    A caption may name what is in no table: the person is asked about that.
    """
    if isinstance(reply, Caption):
        return None
    faults = list(dict.fromkeys(_faults(reply.model_dump(mode="json"))))
    return " ".join(faults[:MOST_TOLD]) or None


def _faults(value: Any, at: str = "") -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _faults(one, at)
    elif isinstance(value, dict):
        for name, inner in value.items():
            place = f"{at}.{name}".lstrip(".")
            yield from _fault_of(name, inner, place)
            yield from _faults(inner, place)


def _fault_of(name: str, value: Any, place: str) -> Iterator[str]:
    said = [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]
    if name == "date" and not all(map(is_day, said)):
        yield f"{place}: write YYYY-MM-DD, or YYYY-MM for a month."
    if name in KINDS and not {*said} <= load_categories().keys():
        yield f"{place}: use the categories of the schema."


def is_day(text: str) -> bool:
    """Whether it is a day or a month of the calendar, as ISO writes them."""
    if not re.match(DAY, text):
        return False
    try:
        date.fromisoformat(text if len(text) == len("2027-05-03") else f"{text}-01")
    except ValueError:
        return False
    return True

"""Work codes by trade: what an office, a meeting or an interview asks for in law, in software, in a workshop.

The house's own custom where nobody has said more; what the person or the invitation says comes first. Knows no clothes.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from stores.vocabulary import Range

HIGHEST = 7.0
# The dress code by the lower end of a range of formality, the dressiest first.
CODES = ((5.0, "business_formal"), (3.5, "business_casual"), (2.5, "smart_casual"), (0.0, "casual"))


class WorkCode(NamedTuple):
    """A dress code and the formality within it."""

    code: str
    formality: Range


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    step: dict[str, float]
    office: dict[str, Range]
    works_in: dict[str, str]


@cache
def _load_table() -> _Table:
    return _Table.model_validate(tomllib.loads(files("tools").joinpath("trades.toml").read_text(encoding="utf-8")))


def trades() -> list[str]:
    """Every trade that has a code of its own."""
    return list(_load_table().office)


def work_code(occasion: str, trade: str | None) -> WorkCode | None:
    """What an occasion of working life asks for in a trade; None for any other occasion, and for a trade not known."""
    table = _load_table()
    if trade not in table.office or occasion not in table.step:
        return None
    low, high = (min(HIGHEST, end + table.step[occasion]) for end in table.office[trade])
    code = table.works_in.get(str(trade)) if not table.step[occasion] else None
    return WorkCode(code or next(code for least, code in CODES if low >= least), (low, high))

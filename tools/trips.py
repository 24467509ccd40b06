"""The stops of a trip: on which days what is dressed for.

A day has one look, an event of an evening one of its own beside it; after a week clothes have been washed. Knows no
clothes and no weather.
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from stores.vocabulary import Slot, TripEvent

WASHED_AFTER = 7
MOST_DAYS = 60
# Where nobody said how long: a long weekend.
USUAL_DAYS = 3


class PackingTable(BaseModel):
    """`packing.toml`: occasions by how they fill a trip, and what pieces cost a suitcase."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    day: str
    plain: frozenset[str]
    lasting: frozenset[str]
    often: frozenset[str]
    swim: frozenset[str]
    heated: frozenset[str]
    beside: frozenset[str]
    implied_c: dict[str, float]
    wears: dict[Slot, int]
    bulk: dict[Slot, float]


class Stop(NamedTuple):
    """What is dressed for by one look, and the days on which it is worn, the first being 1."""

    occasion: str
    days: tuple[int, ...]


@cache
def load_packing() -> PackingTable:
    return PackingTable.model_validate(
        tomllib.loads(files("tools").joinpath("packing.toml").read_text(encoding="utf-8"))
    )


def plan_stops(trip: Sequence[TripEvent], days: int | None) -> list[Stop]:
    """The looks that a trip needs, by day; events come in the middle of it, as nobody says when."""
    count = max(1, min(days or USUAL_DAYS, MOST_DAYS))
    day, events = occasions_of(trip, count)
    beside = [event for event in events if event in load_packing().beside]
    whole = [event for event in events if event not in beside][:count]
    taken = dict(zip(_spread(len(whole), range(1, count + 1)), whole, strict=True))
    free = [number for number in range(1, count + 1) if number not in taken]
    evenings = _spread(len(beside), free or list(taken))
    stops = [Stop(day, tuple(free[first::WASHED_AFTER])) for first in range(min(len(free), WASHED_AFTER))]
    stops += [Stop(event, (number,)) for number, event in taken.items()]
    stops += [Stop(event, (number,)) for number, event in zip(evenings, beside, strict=True)]
    return sorted(_swims_joined(stops), key=lambda stop: stop.days[0])


def _swims_joined(stops: Sequence[Stop]) -> list[Stop]:
    """The stops with what is done in swimwear as one for each occasion: the same is worn each time."""
    swims: dict[str, Stop] = {}
    for stop in (stop for stop in stops if stop.occasion in load_packing().swim):
        before = swims.get(stop.occasion, Stop(stop.occasion, ()))
        swims[stop.occasion] = Stop(stop.occasion, (*before.days, *stop.days))
    return [*(stop for stop in stops if stop.occasion not in swims), *swims.values()]


def occasions_of(trip: Sequence[TripEvent], days: int) -> tuple[str, list[str]]:
    """What the days of a trip are for, and each of its events as often as it happens."""
    day, plain = day_of(trip), load_packing().plain
    events = [one for one in trip if one.occasion not in {day, *plain}]
    return day, [one.occasion for one in events for _ in range(_times(one, days))]


def day_of(trip: Sequence[TripEvent]) -> str:
    """What the days of a trip are for, where nothing else happens."""
    table = load_packing()
    lasting = [one.occasion for one in trip if one.occasion in table.lasting and one.times is None]
    return (lasting or [table.day])[0]


def _times(event: TripEvent, days: int) -> int:
    often = event.times is None and event.occasion in load_packing().often
    return (days + 1) // 2 if often else event.times or 1


def _spread(count: int, days: Sequence[int]) -> list[int]:
    """So many of the days, evenly; one comes twice only where there are fewer of them."""
    return [days[min(len(days) - 1, (place + 1) * len(days) // (count + 1))] for place in range(count)]

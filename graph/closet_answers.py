"""What the merger may say where a wardrobe is asked about: counts, days, sums, and the names of what is meant."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from graph import turn
from graph.closet_names import day_text, list_rows, name_of
from graph.state import State
from graph.wardrobe_facts import counted
from graph.wording import price_text
from stores.vocabulary import Brief, Garment, Language

# Days after which a garment has not been worn for long.
LONG_DAYS = 30
# How many of the most worn, or of the least, are named.
FEW = 3
ASKED = "wardrobe:"
Rows = Iterator[tuple[str, str]]


def answer_rows(state: State, language: Language) -> Rows:
    """The facts of an answer, each as `closet.*`."""
    asked = next((key.removeprefix(ASKED) for key in state["brief"]["refers_to"] if key.startswith(ASKED)), "")
    if asked in ANSWERS:
        yield from ANSWERS[asked](state, language)
    elif asked in {"in_wash", "gone"}:
        wanted = "in_wash" if asked == "in_wash" else "given_away"
        found = [one for one in turn.garments_of(state).values() if one.state == wanted]
        yield from list_rows(f"closet.{asked}", found, language)


def _cost_rows(state: State, language: Language) -> Rows:
    """Of the garment asked about: what a wear has cost so far, and what that is made of."""
    for garment in _meant(state)[:1]:
        yield "closet.name", name_of(garment, language)
        if garment.paid is not None:
            yield "closet.paid", price_text(garment.paid, garment.currency or "EUR", language)
        if garment.worn:
            yield "closet.times", counted(len(garment.worn), "wear", language)
        if garment.cost_per_wear is not None:
            yield "closet.each", price_text(garment.cost_per_wear, garment.currency or "EUR", language)


def _worn_rows(state: State, language: Language) -> Rows:
    for garment in _meant(state)[:1]:
        yield "closet.name", name_of(garment, language)
        if garment.last_worn:
            yield "closet.day", day_text(garment.last_worn, turn.date_of(state), language)
            yield "closet.times", counted(len(garment.worn), "wear", language)


def _unworn_rows(state: State, language: Language) -> Rows:
    """What was not worn for a month or since the day that is named, the longest first; what never was is told apart."""
    here = _here(state)
    if not any(one.worn for one in here):
        return
    today, since = turn.date_of(state), _day(state, "since:")
    rested = sorted((one for one in here if one.last_worn), key=lambda one: one.last_worn or today)
    long = [one for one in rested if _rests(one.last_worn or today, today, since)]
    yield "closet.noted", counted(len(rested), "piece", language)
    yield from list_rows("closet.rested", long, language)
    yield from list_rows("closet.never", [one for one in here if not one.worn], language)
    if since:
        yield "closet.since", day_text(since, today, language).removeprefix("on ")
    if long:
        yield "closet.day", day_text(long[0].last_worn or today, today, language)


def _rests(last: date, today: date, since: date | None) -> bool:
    return last < since if since else (today - last).days >= LONG_DAYS


def _most_rows(state: State, language: Language) -> Rows:
    """What was worn most often, and how often the first of it."""
    worn = sorted((one for one in _here(state) if one.worn), key=lambda one: -len(one.worn))
    yield from list_rows("closet.most", worn[:FEW], language)
    if worn:
        yield "closet.times", counted(len(worn[0].worn), "wear", language)


def _least_rows(state: State, language: Language) -> Rows:
    """What was never worn, and what was worn least often of the rest; nothing where no wear was ever noted."""
    here = _here(state)
    worn = sorted((one for one in here if one.worn), key=lambda one: len(one.worn))
    if worn:
        yield from list_rows("closet.never", [one for one in here if not one.worn], language)
        yield from list_rows("closet.least", [one for one in worn if len(one.worn) == len(worn[0].worn)], language)
        yield "closet.times", counted(len(worn[0].worn), "wear", language)


def _worn_on_rows(state: State, language: Language) -> Rows:
    if day := _day(state, "day:"):
        found = [one for one in turn.garments_of(state).values() if day in one.worn]
        yield from list_rows("closet.worn_on", found, language)
        yield "closet.day", day_text(day, turn.date_of(state), language)


def _count_rows(state: State, language: Language) -> Rows:
    """How many garments are meant, and which; of a whole wardrobe only the number."""
    found = _meant(state)
    if found:
        yield "closet.number", counted(len(found), "piece", language)
    if len(found) < len(turn.garments_of(state)):
        yield from list_rows("closet.there", found, language)


def _worth_rows(state: State, language: Language) -> Rows:
    """What was paid for all garments of which that is known, by currency."""
    priced = [one for one in turn.garments_of(state).values() if one.paid is not None]
    sums: dict[str, float] = {}
    for one in priced:
        currency = one.currency or "EUR"
        sums[currency] = sums.get(currency, 0.0) + (one.paid or 0.0)
    if priced:
        yield "closet.paid", " + ".join(price_text(paid, currency, language) for currency, paid in sums.items())
        yield "closet.number", counted(len(priced), "piece", language)


def _here(state: State) -> Sequence[Garment]:
    return [one for one in turn.garments_of(state).values() if one.is_certain]


def _meant(state: State) -> list[Garment]:
    garments = turn.garments_of(state)
    return [garments[key] for key in state["brief"]["refers_to"] if key in garments]


def _day(state: State, mark: str) -> date | None:
    found = (key.removeprefix(mark) for key in Brief.model_validate(state["brief"]).refers_to if key.startswith(mark))
    return next(map(date.fromisoformat, found), None)


ANSWERS: dict[str, Callable[[State, Language], Rows]] = {
    "per_wear": _cost_rows,
    "last_worn": _worn_rows,
    "unworn": _unworn_rows,
    "most": _most_rows,
    "least": _least_rows,
    "worn_on": _worn_on_rows,
    "count": _count_rows,
    "owns": _count_rows,
    "worth": _worth_rows,
}

"""Whether a turn packs for a trip, and what the trip is made of: "five days in Lisbon, one dinner and a hike"."""

from collections.abc import Iterator

from agents.house.reading.dates import days_of
from agents.house.reading.mentions import SENTENCE_ENDS, Mention, Reading
from agents.house.reading.numbers import numbers
from stores.vocabulary import TripEvent
from tools.trips import load_packing

_MOST = 31
# Between "one" and "nice dinner", 一 and 顿晚餐.
_NEAR = 2


def trip_of(reading: Reading, days: int | None, *, tells: bool, bounded: bool = False) -> list[TripEvent] | None:
    """The events of a trip that is packed for, each once; None where nothing is packed.

    "What shall I bring?" packs only where days are counted; `tells` is whether a place, a day or a season is known. Who
    says how many of a kind there may be for these days packs as well (`bounded`).
    """
    packs = reading.has("packs_all") or (reading.has("packs") and (tells or bool(days)))
    packs |= (reading.has("journey") or bounded) and (days or 0) > 1 and tells
    # A rucksack that is to be added to an outfit is none that everything has to go into.
    added = {cue.last for cue in reading.cues.get("add", ())}
    brings = any(cue.first not in added for cue in reading.cues.get("brings", ()))
    if not packs and not (brings and (days or 0) > 1):
        return None
    return events_of(reading)


def is_luggage(garment: Mention, reading: Reading) -> bool:
    """Whether a bag is what everything goes into: "pack my bag", "3 days in Rome with one small bag"."""
    keys = ("packs_all", "packs", "brings") if (days_of(reading) or 0) > 1 else ("packs_all",)
    added = {cue.last for cue in reading.cues.get("add", ())}
    packed = [cue for key in keys for cue in reading.cues.get(key, ()) if cue.first not in added]
    return any(cue.holds(garment) and cue.last - cue.first > 1 for cue in packed)


def events_of(reading: Reading) -> list[TripEvent]:
    """What is done on a trip, each once, in the order in which it is said."""
    found: dict[str, int | None] = {}
    for occasion, mention in _happenings(reading):
        found.setdefault(occasion, _times(mention, occasion, reading))
    return [TripEvent(occasion=occasion, times=times) for occasion, times in found.items()]


def _happenings(reading: Reading) -> Iterator[tuple[str, Mention]]:
    """What is done on the trip, where it is said; two that make a third are joined."""
    meanings = reading.meanings
    said = [(m.key, m) for m in reading.of("occasion")]
    said += [(meanings.activities[m.key], m) for m in reading.of("activity") if m.key in meanings.activities]
    named = {*(occasion for occasion, _ in said), *reading.keys("culture")}
    joined = {
        part: whole
        for pair, whole in meanings.combined.items()
        for part in pair.split("+")
        if {*pair.split("+")} <= named
    }
    for occasion, mention in sorted(said, key=lambda pair: pair[1].first):
        yield joined.get(occasion, occasion), mention


def _times(mention: Mention, occasion: str, reading: Reading) -> int | None:
    """How often it happens: as often as is counted before it, once for "a dinner"; "a conference" may be the trip."""
    for number in numbers(reading):
        gap, unit = reading.between(number.last, mention.first), reading.at("unit", number.last)
        if unit is not None and (unit.key not in {"day", "night"} or occasion in load_packing().lasting):
            continue
        if 0 <= mention.first - number.last <= _NEAR and not {*gap} & {",", *SENTENCE_ENDS}:
            return int(number.value) if 1 <= number.value <= _MOST else None
    led = {*reading.between(mention.first - _NEAR, mention.first)} & reading.lexicon.grammar.articles
    return 1 if led and occasion not in load_packing().lasting else None

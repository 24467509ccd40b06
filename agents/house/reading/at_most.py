"""How many pieces of a kind a suitcase may hold at most: "two pairs of trousers max", "leave out the second coat".

A count or an ordinal in a refusal leaves the rest of its kind: who needs no second coat has one.
"""

from collections.abc import Iterator
from dataclasses import replace

from agents.contracts import UnderstandRequest
from agents.house.reading.dates import days_of
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.numbers import numbers
from agents.house.reading.pointing import last_turn
from stores.categories import load_categories
from stores.vocabulary import AtMost

_MOST = 9
# Words between a number, the garment it counts and the "max" of both.
_BETWEEN = 3
_PACKS = ("packs", "packs_all", "journey")


def bounded(reading: Reading, request: UnderstandRequest) -> tuple[Reading, list[AtMost]]:
    """The reading without the garments that are only told to be so many at most, and these bounds."""
    found = {garment: count for garment in reading.garments if (count := _bound(garment, reading, request))}
    if not found:
        return reading, []
    left = [mention for mention in reading.mentions if mention not in found]
    return replace(reading, mentions=left), [_as_bound(one, count, reading) for one, count in found.items()]


def _as_bound(garment: Mention, count: int, reading: Reading) -> AtMost:
    meanings = reading.meanings
    slot = meanings.slot(garment.kind, garment.key)
    return AtMost(slot=slot, categories=_kinds(garment, reading), count=count)


def _kinds(garment: Mention, reading: Reading) -> list[str]:
    """The categories that are counted: jeans are trousers here, and a second coat is any that goes over the rest."""
    meanings, slot = reading.meanings, reading.meanings.slot(garment.kind, garment.key)
    alike = [c for c in meanings.alike.get(garment.key, ()) if load_categories()[c].slot == slot]
    return [] if slot == "outer" else [*meanings.categories(garment.kind, garment.key), *alike]


def _bound(garment: Mention, reading: Reading, request: UnderstandRequest) -> int | None:
    """How many of a kind there may be; nothing where no more is said of it than a kind."""
    seen = bool(request.shown)
    if seen and _is_near("one_less", garment, reading):
        return max(1, _packed(garment, reading, request) - 1)
    if garment.denied and seen:
        more = next(_counts(garment, reading), 1)
        return more - 1 if more > 1 else None
    if not _packs(reading, request):
        return None
    bag = reading.meanings.slot(garment.kind, garment.key) == "bag"
    if _is_near("at_most_one", garment, reading, leads=True) or (bag and _is_near("only", garment, reading)):
        return 1
    return next(_counts(garment, reading), None) if _is_near("at_most", garment, reading) else None


def _counts(garment: Mention, reading: Reading) -> Iterator[int]:
    """The number or the ordinal that stands right before a garment, but for its measure word."""
    said = [(ordinal.last, int(ordinal.key)) for ordinal in reading.of("ordinal")]
    said += [(number.last, int(number.value)) for number in numbers(reading)]
    allowed = reading.lexicon.grammar.measures | reading.lexicon.grammar.articles
    for last, value in said:
        gap = {*reading.between(last, garment.first)}
        if last <= garment.first and gap <= allowed and 1 <= value <= _MOST:
            yield value


def _is_near(cue: str, garment: Mention, reading: Reading, *, leads: bool = False) -> bool:
    """Whether a cue stands before or behind a garment in the same clause."""
    for one in reading.cues.get(cue, ()):
        first, last = min(one.last, garment.last), max(one.first, garment.first)
        gap = {*reading.between(first, last)}
        if (
            last - first <= _BETWEEN
            and not gap & (COMMAS | SENTENCE_ENDS)
            and not (leads and one.first > garment.first)
        ):
            return True
    return False


def _packs(reading: Reading, request: UnderstandRequest) -> bool:
    packed = request.last is not None and request.last.trip is not None
    return packed or reading.has(*_PACKS) or (days_of(reading) or 0) > 1


def _packed(garment: Mention, reading: Reading, request: UnderstandRequest) -> int:
    """How many pieces of a kind were shown last, each once."""
    kinds, slot = _kinds(garment, reading), reading.meanings.slot(garment.kind, garment.key)
    items = {item.id: item for row in last_turn(request.shown) for item in row.look.items}
    return sum(item.category in kinds if kinds else item.slot == slot for item in items.values())

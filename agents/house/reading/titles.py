"""Pieces by the whole name that the shop gives them: "swap the Emerald satin camisole"."""

from collections.abc import Iterator
from dataclasses import replace

from agents.house.reading.mentions import DENIABLE, TOLD, Mention, Reading
from agents.house.reading.words import normalise, split_words
from stores.vocabulary import Item, ShownLook

# A name of fewer words says no more than the kind of a piece.
_LEAST = 3


def by_title(reading: Reading, shown: list[ShownLook]) -> Reading:
    """The reading with each whole name of a shown piece as that piece, whose colour and cloth nobody orders by it."""
    titled = {**dict(_titled(reading, shown))}
    if not titled:
        return reading
    kept = [m for m in reading.mentions if m.kind not in (*DENIABLE, TOLD) or not any(t.holds(m) for t in titled)]
    mentions = sorted([*kept, *titled], key=lambda one: (one.first, -one.last))
    return replace(reading, mentions=mentions, titled={one: item.id for one, item in titled.items()})


def _titled(reading: Reading, shown: list[ShownLook]) -> Iterator[tuple[Mention, Item]]:
    said = [word.text for word in reading.words]
    items = {item.name: item for row in shown for item in row.look.items if item.source == "catalog"}
    for name, item in items.items():
        words = [word.text for word in split_words(normalise(name))]
        starts = range(len(said) - len(words) + 1) if len(words) >= _LEAST else range(0)
        for first in (at for at in starts if said[at : at + len(words)] == words):
            yield Mention("category", item.category, first, first + len(words)), item

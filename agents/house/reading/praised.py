"""Which pieces of a look please where others are to be changed: "love the top, change the shoes"."""

from collections.abc import Iterator, Sequence

from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from stores.vocabulary import Look

_PLEASES = ("feedback_good", "settles")
_BUT = frozenset({"but", "mais", "但"})


def praised_of(reading: Reading, looks: Sequence[Look]) -> dict[Mention, str]:
    """The garments, each with the id of the item that it is called by; none where nothing else is to be changed."""
    named = [one for one in reading.garments if not one.denied]
    changed = [*reading.cues.get("swap", ()), *(one for one in reading.of("negation") if one.key == "replace")]
    pleasing = [cue for key in _PLEASES for cue in reading.cues.get(key, ())]
    found: dict[Mention, str] = {}
    for one in named if changed and pleasing else ():
        part = _clause(reading, one)
        liked = any(cue.first in part for cue in pleasing) and not any(cue.first in part for cue in changed)
        if liked and (worn := next(_worn(reading, one, looks), None)):
            found[one] = worn
    return found if len(found) < len(named) else {}


def _clause(reading: Reading, garment: Mention) -> range:
    """The words of the clause that a garment is named in."""
    ends = [i for i, word in enumerate(reading.words) if word.text in SENTENCE_ENDS | COMMAS | _BUT]
    first = max((i + 1 for i in ends if i < garment.first), default=0)
    return range(first, min((i for i in ends if i >= garment.last), default=len(reading.words)))


def _worn(reading: Reading, garment: Mention, looks: Sequence[Look]) -> Iterator[str]:
    """Ids of what a garment may be called by among looks, in their order."""
    categories = reading.meanings.categories(garment.kind, garment.key)
    slot = reading.meanings.slot(garment.kind, garment.key)
    for item in (item for look in looks for item in look.items):
        if item.category in categories if categories else item.slot == slot:
            yield item.id

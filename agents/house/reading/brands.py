"""Whose pieces a turn asks for: "a Gucci bag", « un sac Chanel », 耐克的鞋.

Knows the names of houses, not what a shop has. A piece of the person's own and what only looks like a house's is none.
"""

import re

from agents.house.reading.houses import house, houses_named
from agents.house.reading.mentions import Reading
from agents.house.reading.turn import Turn

# Words of which none stands beside a house whose pieces are asked for.
_LIKE = re.compile(
    r"(?:\b(?:like|style|façon|genre|look|inspired|no|not|without|pas de|sans)\s+"
    r"|不要|不想要|别买|[不非像仿])$",
    re.IGNORECASE,
)
_AS = re.compile(r"[\s-]*(?:style|inspired|vibe|look|like|esque|风|款式|那种|同款)", re.IGNORECASE)


def brands_asked(turn: Turn) -> list[str]:
    """The houses whose pieces are looked for, each as it writes its name."""
    text = turn.request.text
    return list(dict.fromkeys(house(m[0]) for m in houses_named(text) if _is_asked(turn, text, m)))


def _is_asked(turn: Turn, text: str, said: re.Match[str]) -> bool:
    if _LIKE.search(text[: said.start()]) or _AS.match(text[said.end() :]):
        return False
    beside = _beside(turn.reading, said)
    owned = {piece.garment.first for piece in turn.owned}
    return beside not in owned and (beside is not None or not turn.owned)


def _beside(reading: Reading, said: re.Match[str]) -> int | None:
    """The first word of the garment that stands next to a name; None where none is named."""
    heads = [garment.first for garment in reading.garments]
    return min(heads, key=lambda head: abs(reading.words[head].start - said.start()), default=None)

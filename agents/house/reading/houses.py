"""The names of houses, as they are written and said: "H&M", 耐克. Whose pieces are asked for is another's work."""

import re
from collections.abc import Iterator
from functools import cache

from agents.house.phrases import load_table


def houses_named(text: str) -> Iterator[re.Match[str]]:
    """Where a text names a house."""
    return _pattern().finditer(text)


def house(word: str) -> str:
    """The house by a name of its, as it writes itself."""
    return _names()[word.lower()]


@cache
def _names() -> dict[str, str]:
    return {word: name for name, words in load_table("brands").items() for word in words}


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_names(), key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(w)}\b" if w.isascii() else re.escape(w) for w in words), re.IGNORECASE)

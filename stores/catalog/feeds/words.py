"""Tables of words: which entry of a table a text names. It knows no feed and no article."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


class WordTable:
    """Words by key. Words match whole, with a plural s; of words that start together the longest is taken.

    A key "" swallows its words, so that no shorter word is read in their place.
    """

    def __init__(self, rows: Mapping[str, Iterable[str]]) -> None:
        self._keys = {word.lower(): key for key, words in rows.items() for word in words}
        longest_first = sorted(self._keys, key=len, reverse=True)
        choices = "|".join(map(re.escape, longest_first)) or r"(?!)"
        self._pattern = re.compile(rf"(?<![\w-])({choices})(?:s|es)?(?![\w-])")
        self._order = {key: place for place, key in enumerate(rows)}

    def keys_in(self, text: str) -> list[str]:
        """The keys that a text names, in the order of the text, each once."""
        return list(dict.fromkeys(key for key in self._all(text) if key))

    def first(self, text: str) -> str | None:
        """The named key that stands first in the table."""
        return min(self.keys_in(text), key=self._order.__getitem__, default=None)

    def last_word(self, text: str) -> str | None:
        """The key of the last word that is named; "" where that word is swallowed."""
        return next(reversed([*self._all(text)]), None)

    def first_word(self, text: str) -> str | None:
        """The key of the first word that is named; "" where that word is swallowed."""
        return next(self._all(text), None)

    def _all(self, text: str) -> Iterator[str]:
        return (self._keys[found[1]] for found in self._pattern.finditer(text.lower()))


@cache
def load_table(name: str) -> dict[str, Any]:
    """A TOML table that stands beside this module."""
    return tomllib.loads(files("stores.catalog.feeds").joinpath(f"{name}.toml").read_text(encoding="utf-8"))

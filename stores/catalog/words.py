"""The words of one catalogue version: how text becomes tokens, and a BM25 index over them.

English is expected: the only inflection undone is the plural. Knows nothing of articles or filters.
"""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

STOP_WORDS = frozenset({"an", "and", "are", "as", "at", "for", "in", "is", "it", "of", "on", "or", "the", "to", "with"})
WORD = re.compile(r"\w\w+")
PLURAL_IN_ES = ("sses", "shes", "ches", "xes", "zzes")


def singular(word: str) -> str:
    """An English noun without its plural ending, so that `hoodies` meets `hoodie`; not always a word itself."""
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")):
        word = word[:-2] if word.endswith(PLURAL_IN_ES) else word[:-1]
    return word[:-2] + "y" if len(word) > 4 and word.endswith("ie") else word


def tokens(text: str) -> list[str]:
    """The words of a text: no case, no accents, no plurals, no stop words."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("_", " "))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [singular(word) for word in WORD.findall(plain) if word not in STOP_WORDS]


def write_words(directory: Path, texts: Iterable[str]) -> None:
    """Indexes texts, row by row, with BM25 (Robertson and others; the `lucene` variant of bm25s)."""
    import bm25s

    index = bm25s.BM25()
    index.index([tokens(text) for text in texts], show_progress=False)
    index.save(directory, show_progress=False)


class Words:
    """Reads the index of a finished version."""

    def __init__(self, directory: Path) -> None:
        import bm25s

        self._index: Any = bm25s.BM25.load(directory, mmap=True, show_progress=False)
        # The same pages as plain arrays: a memory map takes longer to slice than the slice to read.
        mapped = self._index.scores
        mapped |= {name: np.asarray(mapped[name]) for name in ("data", "indices", "indptr")}

    def scores(self, text: str) -> NDArray[np.float32]:
        """BM25 of every row, (size,); 0 where no word is shared."""
        ids = self._index.get_tokens_ids(tokens(text))
        scores: NDArray[np.float32] = self._index.get_scores_from_ids(ids)
        return scores

"""One catalogue version, opened: filters, both retrieval legs and their fusion for one query at a time.

Blocking: whoever calls it from a loop does so in a thread. Knows no text model; vectors come from outside.
"""

from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from stores.catalog.facts import Facts, Mask
from stores.catalog.ranking import Rows, best, fuse
from stores.catalog.shop import CatalogInfo, Hit, Query, Retrieval
from stores.catalog.vectors import Vectors
from stores.catalog.words import Words

FACTS, WORDS, VECTORS, COLLECTIONS, INFO = "facts.db", "words", "vectors.npy", "chroma", "info.json"
DEPTH = 100
# What a brand that is asked for by name is worth, beside BM25: as much as a rare word.
NAMED_BRAND = 6.0


class Snapshot:
    """A version held open by `held`, its lock, until `close`. `readers` counts the searches that are under way."""

    def __init__(self, path: Path, held: IO[bytes]) -> None:
        self._held = held
        self.readers = 0
        self.info = CatalogInfo.model_validate_json((path / INFO).read_bytes())
        self.facts = Facts(path / FACTS)
        self._words = Words(path / WORDS)
        self.vectors = Vectors(path / VECTORS, path / COLLECTIONS, self.facts.slots)
        self.vectors.warm()

    def close(self) -> None:
        self.vectors.close()
        self.facts.close()
        self._held.close()

    def retrieve(self, query: Query, vector: NDArray[np.float32] | None, mode: Retrieval, count: int) -> list[Hit]:
        """The best `count` allowed articles, best first. Without words or `like`, any that are allowed, score 0."""
        mask = self.facts.allowed(query.filters)
        if query.like and (like := self.facts.rows([query.like])):
            (row,) = like.values()
            mask[row] = False
            vector = towards(self.vectors.at(row), vector)
        depth = max(DEPTH, count)
        rankings: dict[str, list[int]] = {}
        if vector is not None and mode != "lexical":
            rankings["dense"] = self.vectors.nearest(vector, mask, depth).tolist()
        if query.text.strip() and mode != "dense":
            rankings["lexical"] = self._sharing_words(query.text, mask, depth).tolist()
        if not rankings:
            return self._hits({int(row): (0.0, {}) for row in np.flatnonzero(mask)[:count]})
        return self._hits(fuse(rankings, count))

    def _sharing_words(self, text: str, mask: Mask, count: int) -> Rows:
        scores = self._words.scores(text)
        if len(branded := self.facts.of_named_brands(text)):
            scores = scores.copy()
            scores[branded] += NAMED_BRAND
        rows = np.flatnonzero(mask & (scores > 0))
        return best(scores[rows], rows, count)

    def _hits(self, fused: dict[int, tuple[float, dict[str, int]]]) -> list[Hit]:
        articles = self.facts.articles(fused)
        return [Hit(article=articles[row], score=score, ranks=ranks) for row, (score, ranks) in fused.items()]


def towards(like: NDArray[np.float32], wish: NDArray[np.float32] | None) -> NDArray[np.float32]:
    """The direction between an article and the words for how to differ from it; the article's own without words."""
    if wish is None:
        return like
    middle = like + wish
    return np.asarray(middle / np.linalg.norm(middle))

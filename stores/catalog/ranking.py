"""Ranks: the best rows of a scored catalogue, and several rankings made one. Knows only numbers."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
FUSION = 60


def best(scores: NDArray[np.float32], rows: Rows, count: int) -> Rows:
    """The `count` rows of highest score, best first, equals by row; `scores[i]` belongs to `rows[i]`."""
    if len(rows) > count:
        top = np.argpartition(-scores, count - 1)[:count]
        scores, rows = scores[top], rows[top]
    return rows[np.lexsort((rows, -scores))]


def fuse(rankings: Mapping[str, Iterable[int]]) -> dict[int, tuple[float, dict[str, int]]]:
    """Reciprocal rank fusion (Cormack, Clarke and Buettcher 2009), k = 60: row -> (score, rank per ranking).

    Best first. The score is 1 where every ranking puts the row first.
    """
    ranks: dict[int, dict[str, int]] = {}
    for name, rows in rankings.items():
        for rank, row in enumerate(rows, start=1):
            ranks.setdefault(int(row), {})[name] = rank
    highest = len(rankings) / (FUSION + 1)
    scored = {row: (sum(1 / (FUSION + rank) for rank in of.values()) / highest, of) for row, of in ranks.items()}
    return dict(sorted(scored.items(), key=lambda entry: (-entry[1][0], entry[0])))

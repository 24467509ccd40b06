"""Ranks: the best rows of a scored catalogue, and several rankings made one. Knows only numbers."""

from collections.abc import Mapping, Sequence

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


def fuse(rankings: Mapping[str, Sequence[int]], count: int | None = None) -> dict[int, tuple[float, dict[str, int]]]:
    """Reciprocal rank fusion (Cormack, Clarke and Buettcher 2009), k = 60: row -> (score, rank per ranking).

    The first `count`, best first, equals by row. The score is 1 where every ranking puts the row first.
    """
    sums: dict[int, float] = {}
    for rows in rankings.values():
        for rank, row in enumerate(rows, start=1):
            sums[row] = sums.get(row, 0.0) + 1 / (FUSION + rank)
    highest = len(rankings) / (FUSION + 1)
    first = sorted(sums, key=lambda row: (-sums[row], row))[:count]
    places = {name: {row: rank for rank, row in enumerate(rows, start=1)} for name, rows in rankings.items()}
    return {row: (sums[row] / highest, {name: of[row] for name, of in places.items() if row in of}) for row in first}

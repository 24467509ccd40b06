"""The vectors of one catalogue version: a memory-mapped file, and the same in Chroma, one collection per slot.

Rows are sorted by slot, so that a slot is one block of the file. Chroma is never asked with `where`, which costs it
80 to 750 ms at 43k articles: it is asked for more than is needed and what is not allowed is dropped.
"""

import math
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stores.catalog.ranking import Rows, best

Matrix = NDArray[np.float32]

# Up to here an exact score of every row costs no more than one question to Chroma: they meet between 22,000 rows (all
# allowed) and 36,000 (a third). At 80,000 it is 9.9 ms against 3.1, and Chroma has 0.99 of the nearest 20
# (bench.crossover).
EXACT_ROWS = 25_000
# Beyond this many answers Chroma is slower than scoring the slot.
MOST_ASKED = 1000
SPARE = 1.5
BATCH = 5000
HNSW = {"space": "cosine", "max_neighbors": 32, "ef_construction": 200, "ef_search": 200}


def open_client(directory: Path) -> Any:
    """A Chroma client on a directory of this process alone."""
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(directory, Settings(anonymized_telemetry=False))


def write_collections(directory: Path, matrix: Matrix, slots: Mapping[str, slice]) -> None:
    """One collection per slot; ids are row numbers."""
    client = open_client(directory)
    for slot, rows in slots.items():
        collection = client.create_collection(slot, embedding_function=None, configuration={"hnsw": HNSW})
        for start in range(rows.start, rows.stop, BATCH):
            stop = min(start + BATCH, rows.stop)
            collection.add(ids=[str(row) for row in range(start, stop)], embeddings=np.array(matrix[start:stop]))
    client.close()


class Vectors:
    """Reads the vectors of a finished version."""

    def __init__(self, file: Path, collections: Path, slots: Mapping[str, slice]) -> None:
        self._matrix: Matrix = np.load(file, mmap_mode="r")
        self._directory = collections
        self._large = {slot: rows for slot, rows in slots.items() if rows.stop - rows.start > EXACT_ROWS}

    def warm(self) -> None:
        """Opens the collections that queries will need; Chroma loads an index when first asked."""
        for slot in self._large:
            self._ask(slot, np.asarray(self._matrix[0]), 1)

    def close(self) -> None:
        if "_client" in self.__dict__:
            self._client.close()

    def at(self, row: int) -> Matrix:
        """The vector of one row, (384,)."""
        return np.asarray(self._matrix[row])

    def nearest(self, vector: Matrix, mask: NDArray[np.bool_], count: int) -> Rows:
        """The `count` allowed rows of highest cosine, best first; near enough where a slot is large, else exact."""
        rows = np.flatnonzero(mask)
        if slot := self._slot_around(rows):
            asked = math.ceil(count * SPARE * (self._large[slot].stop - self._large[slot].start) / len(rows))
            if asked <= MOST_ASKED:
                found = self._ask(slot, vector, asked)
                found = found[mask[found]]
                if len(found) >= count:
                    return found[:count]
        return best(self._cosines(vector, rows), rows, count)

    def _slot_around(self, rows: Rows) -> str | None:
        if len(rows) <= EXACT_ROWS:
            return None
        return next((s for s, block in self._large.items() if block.start <= rows[0] and rows[-1] < block.stop), None)

    def _cosines(self, vector: Matrix, rows: Rows) -> Matrix:
        if not len(rows):
            return np.empty(0, np.float32)
        first, last = rows[0], rows[-1] + 1
        # A block is read where it lies; a few rows of it are cheaper to gather.
        if len(rows) * 4 > last - first:
            return np.asarray(dots(self._matrix[first:last], vector)[rows - first])
        return dots(self._matrix[rows], vector)

    def _ask(self, slot: str, vector: Matrix, count: int) -> Rows:
        answer = self._collection[slot].query(query_embeddings=[vector], n_results=count, include=[])
        return np.array([int(row) for row in answer["ids"][0]], np.int64)

    @cached_property
    def _client(self) -> Any:
        return open_client(self._directory)

    @cached_property
    def _collection(self) -> dict[str, Any]:
        return {slot: self._client.get_collection(slot, embedding_function=None) for slot in self._large}


def dots(matrix: Matrix, vector: Matrix) -> Matrix:
    """Dot products of the rows with a vector, (n,), on one core: `@` takes all, and waits for the busiest."""
    products: Matrix = np.vecdot(matrix, vector)
    return products

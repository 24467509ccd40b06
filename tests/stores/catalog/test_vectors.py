"""Nearest rows against a full sort, with Chroma and without."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from stores.catalog import vectors
from stores.catalog.vectors import Matrix, Vectors, write_collections

SLOTS = {"bag": slice(0, 40), "outer": slice(40, 400)}


@pytest.fixture(scope="module")
def matrix() -> Matrix:
    values = np.random.default_rng(7).normal(size=(400, 384)).astype(np.float32)
    return np.asarray(values / np.linalg.norm(values, axis=1, keepdims=True))


@pytest.fixture(scope="module")
def folder(matrix: Matrix, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("vectors")
    np.save(path / "vectors.npy", matrix)
    write_collections(path / "chroma", matrix, SLOTS)
    return path


@pytest.fixture(params=[100, 10_000], ids=["chroma", "exact"])
def opened(request: pytest.FixtureRequest, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Vectors]:
    monkeypatch.setattr(vectors, "EXACT_ROWS", request.param)
    with closing(Vectors(folder / "vectors.npy", folder / "chroma", SLOTS)) as found:
        found.warm()
        yield found


def sorted_rows(matrix: Matrix, vector: Matrix, mask: np.ndarray) -> list[int]:
    rows = np.flatnonzero(mask)
    return rows[np.argsort(-(matrix[rows] @ vector))].tolist()


@pytest.mark.parametrize("allowed", ["slot", "most of a slot", "few", "all", "none"])
def test_the_nearest_allowed_rows_come_first(opened: Vectors, matrix: Matrix, allowed: str) -> None:
    rows = np.arange(400)
    mask = {
        "slot": rows >= 40,
        "most of a slot": (rows >= 40) & (rows % 3 > 0),
        "few": (rows >= 40) & (rows % 40 == 0),
        "all": rows >= 0,
        "none": rows < 0,
    }[allowed]
    wish = matrix[123] + 0.3 * matrix[200]
    assert opened.nearest(wish, mask, 10).tolist() == sorted_rows(matrix, wish, mask)[:10]


def test_a_large_slot_is_asked_of_chroma_and_a_small_one_is_not(
    folder: Path, matrix: Matrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "EXACT_ROWS", 100)
    asked: list[str] = []
    found = Vectors(folder / "vectors.npy", folder / "chroma", SLOTS)
    ask = found._ask
    monkeypatch.setattr(found, "_ask", lambda slot, *rest: asked.append(slot) or ask(slot, *rest))
    rows = np.arange(400)
    found.nearest(matrix[0], rows < 40, 5)
    assert asked == []
    found.nearest(matrix[50], rows >= 40, 5)
    assert asked == ["outer"]
    found.close()


def test_too_few_survivors_are_made_up_for(folder: Path, matrix: Matrix, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "EXACT_ROWS", 100)
    wish = matrix[60]
    # Every near row is refused, so what Chroma returns is refused too.
    mask = np.arange(400) >= 40
    mask[sorted_rows(matrix, wish, mask)[:60]] = False
    with closing(Vectors(folder / "vectors.npy", folder / "chroma", SLOTS)) as found:
        assert found.nearest(wish, mask, 10).tolist() == sorted_rows(matrix, wish, mask)[:10]

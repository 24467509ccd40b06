"""MiniLM against its published vector and a forward pass in numpy; the cache against a count of what it computed."""

from pathlib import Path

import numpy as np
import pytest

from stores import embeddings, minilm_graph
from stores.embeddings import DIMENSIONS, MiniLM, VectorCache, WrongWeights, check_weights

TEXTS = ["navy linen blazer", "une robe rouge", "红色的裙子", "", "coat " * 400]


@pytest.fixture(scope="module")
def model() -> MiniLM:
    return MiniLM()


def test_the_installed_weights_are_those_of_the_graph() -> None:
    check_weights()


def test_other_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "model.safetensors"
    other.write_bytes(b"other")
    monkeypatch.setattr(embeddings, "weights_file", lambda: other)
    with pytest.raises(WrongWeights, match="SHA-256"):
        check_weights()


def test_the_committed_graph_is_what_its_generator_writes() -> None:
    assert embeddings.GRAPH.read_bytes() == minilm_graph.build_model().SerializeToString()


def test_the_model_cards_example_has_its_published_vector(model: MiniLM) -> None:
    published = [0.06765695, 0.06349589, 0.0487131, 0.07930496, 0.03744809, 0.00265278]
    assert model.embed_query("This is an example sentence")[:6] == pytest.approx(published, abs=1e-5)


def test_vectors_are_unit_and_do_not_depend_on_the_batch(model: MiniLM) -> None:
    together = model.encode_documents([*TEXTS, *TEXTS])
    assert together.shape == (2 * len(TEXTS), DIMENSIONS)
    assert together.dtype == np.float32
    assert np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-5)
    alone = np.array([model.encode_queries([text])[0] for text in TEXTS])
    assert together == pytest.approx(np.vstack([alone, alone]), abs=1e-5)


def test_meaning_is_nearer_than_words(model: MiniLM) -> None:
    warm, coat, bikini = model.encode_queries(["something warm for snow", "padded winter coat", "beach bikini"])
    assert warm @ coat > warm @ bikini + 0.1


async def test_langchain_reads_the_same_vectors(model: MiniLM) -> None:
    (document,) = await model.aembed_documents(["red dress"])
    assert document == pytest.approx(await model.aembed_query("red dress"), abs=1e-6)
    assert len(document) == DIMENSIONS


def test_queries_are_remembered_up_to_a_bound(model: MiniLM, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embeddings, "REMEMBERED", 2)
    fresh = MiniLM()
    fresh.encode_queries(["a", "b", "c"])
    monkeypatch.setattr(fresh, "_encode", lambda session, texts: np.zeros((len(texts), DIMENSIONS), np.float32))
    old, new = fresh.encode_queries(["a", "c"])
    assert not old.any()
    assert new.any()


def test_the_cache_computes_a_text_once(tmp_path: Path, model: MiniLM) -> None:
    first = VectorCache(tmp_path / "vectors.db", model)
    vectors, computed = first.vectors(["red dress", "blue coat", "red dress"])
    first.close()
    assert computed == 2
    again = VectorCache(tmp_path / "vectors.db", model)
    same, computed = again.vectors(["blue coat", "red dress", "green hat"])
    assert computed == 1
    assert np.array_equal(same[:2], vectors[[1, 0]])
    again.keep(["green hat"])
    assert again.vectors(["green hat", "red dress"])[1] == 1
    again.close()

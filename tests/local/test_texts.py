"""A model of sentences in process by HuggingFaceEmbeddings: a tiny one whose weights are random, its path is real."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("sentence_transformers", reason="`make local-test` runs these, in an environment with torch")

from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import ingest
from stores.demo.generator import generate
from stores.text_encoders import SentenceModel, build_text_encoder
from stores.weights import NoWeights
from tests.conftest import Talk
from tests.local import texts

pytestmark = [pytest.mark.local, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return texts.sentences(tmp_path_factory.mktemp("texts") / "tiny")


def test_texts_are_vectors_of_one_space(folder: Path) -> None:
    model = build_text_encoder(folder)
    assert isinstance(model, SentenceModel) and model.dimensions == texts.WIDTH
    asked = ["a red coat", "外套", "", "a red coat " * 200]
    found, again = model.encode_documents(asked), model.encode_queries([*asked, "a red coat"])
    assert found.shape == (4, texts.WIDTH) and found.dtype == np.float32
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-5)
    assert again[:4] == pytest.approx(found, abs=1e-5) and np.array_equal(again[0], again[4])
    assert not np.allclose(found[0], found[1], atol=1e-4)
    assert model.encode_documents([]).shape == (0, texts.WIDTH)


def test_a_question_is_asked_with_the_words_that_the_model_wants(folder: Path, tmp_path: Path) -> None:
    prompted = SentenceModel(texts.sentences(tmp_path / "tiny", prompts={"query": "query: ", "document": ""}))
    plain = SentenceModel(folder)
    assert prompted.encode_documents(["a coat"]) == pytest.approx(plain.encode_documents(["a coat"]), abs=1e-5)
    assert prompted.encode_queries(["a coat"]) == pytest.approx(plain.encode_queries(["query: a coat"]), abs=1e-5)


def test_other_weights_have_another_name(folder: Path, tmp_path: Path) -> None:
    other = SentenceModel(texts.sentences(tmp_path / "tiny", seed=1))
    assert SentenceModel(folder).model_id == SentenceModel(folder).model_id != other.model_id


def test_broken_weights_are_told_when_they_are_asked(tmp_path: Path) -> None:
    broken = texts.sentences(tmp_path / "tiny")
    (broken / "model.safetensors").write_bytes(b"\0" * 400)
    with pytest.raises(NoWeights, match="does not work"):
        SentenceModel(broken).encode_queries(["a coat"])


async def test_a_turn_goes_by_the_model(open_house: Any, data_dir: Path, folder: Path) -> None:
    rows = (FeedRow(line, one) for line, one in enumerate(generate(1, 300), start=1))
    ingest(rows, data_dir / "catalog", SentenceModel(folder))
    async with open_house(text_encoder=folder) as services:
        assert (await services.catalog.info()).encoder == SentenceModel(folder).model_id
        output = await Talk(services).say("What do I wear to the office? I'm a woman.")
    assert output["looks"] and output["degraded"] == []

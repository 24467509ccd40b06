"""Which model compares texts, and what a catalogue does that another one embedded; `tests/local` has a real one."""

import json
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import ingest
from stores.catalog.search import open_catalog
from stores.catalog.shop import CatalogInfo, Query
from stores.demo.generator import generate
from stores.embeddings import MiniLM, Vectors
from stores.text_encoders import DOCUMENT, QUERY, build_text_encoder, named, prompts_of
from stores.weights import NoWeights, config_of, name_of


class Letters:
    """Counts letters; seven numbers to a text."""

    model_id = "letters-1"
    dimensions = 7

    def __init__(self, *, broken: bool = False) -> None:
        self.asked: list[str] = []
        self._broken = broken

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        if self._broken:
            raise NoWeights("letters do not work")
        self.asked += texts
        return self.encode_documents(texts)

    def encode_documents(self, texts: Sequence[str]) -> Vectors:
        rows = [[text.count(letter) + 0.01 for letter in "coatsen"] for text in texts]
        vectors = np.array(rows, np.float32).reshape(-1, 7)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def lettered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty articles embedded by letters."""
    directory = tmp_path_factory.mktemp("lettered")
    ingest((FeedRow(line, one) for line, one in enumerate(generate(1, 40), start=1)), directory, Letters())
    return directory


async def ranks(directory: Path, encoder: Letters | MiniLM) -> list[set[str]]:
    async with open_catalog(directory, encoder) as catalog:
        (hits,) = await catalog.search([Query(text="a coat")], limit=5, mode="hybrid")
        return [{*hit.ranks} for hit in hits]


async def test_a_catalogue_is_searched_by_the_model_that_embedded_it(lettered: Path) -> None:
    encoder = Letters()
    assert {"dense"} <= set.union(*await ranks(lettered, encoder))
    assert encoder.asked == ["a coat"]
    async with open_catalog(lettered, encoder) as catalog:
        assert (await catalog.info()).encoder == "letters-1"


@pytest.mark.parametrize("encoder", [MiniLM(), Letters(broken=True)], ids=["another", "broken"])
@pytest.mark.parametrize("mode", ["hybrid", "dense"])
async def test_without_vectors_that_compare_words_do(lettered: Path, encoder: Letters | MiniLM, mode: str) -> None:
    async with open_catalog(lettered, encoder) as catalog:
        (hits,) = await catalog.search([Query(text="a coat")], limit=5, mode=mode)
    assert hits and all({*hit.ranks} == {"lexical"} for hit in hits)


async def test_another_model_makes_another_version(lettered: Path) -> None:
    rows = [FeedRow(line, one) for line, one in enumerate(generate(1, 40), start=1)]
    assert ingest(rows, lettered, Letters()).embedded == 0
    other = Letters()
    other.model_id = "letters-2"
    summary = ingest(rows, lettered, other)
    assert (summary.unchanged, summary.embedded > 0) == (40, True)
    assert ingest(rows, lettered, Letters()).version != summary.version


def test_a_catalogue_of_before_was_embedded_by_minilm() -> None:
    info = {"version": "1", "articles": 1, "currency": "EUR", "priced": True, "slots": {}, "categories": {}}
    assert CatalogInfo.model_validate(info).encoder == MiniLM.model_id


def test_unset_it_is_minilm() -> None:
    assert isinstance(build_text_encoder(None), MiniLM)


def test_a_folder_without_a_model_is_told_at_once(tmp_path: Path) -> None:
    reason = "make local" if find_spec("sentence_transformers") is None else "no config.json"
    with pytest.raises(NoWeights, match=reason):
        build_text_encoder(tmp_path)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({}, "no config.json"),
        ({"config.json": "{"}, "no config.json"),
        ({"config.json": "{}"}, "no weights"),
        ({"config.json": '{"auto_map": {}}', "model.safetensors": "x"}, "code of its own"),
    ],
)
def test_what_cannot_be_loaded_says_why(tmp_path: Path, files: dict[str, str], reason: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(NoWeights, match=reason):
        config_of(tmp_path, ["json"])


def test_other_weights_have_another_name(tmp_path: Path) -> None:
    folder = tmp_path / "Modèle v2"
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    names = set()
    for weights in (b"a" * 200_000, b"a" * 199_999 + b"b", b"a" * 200_000):
        (folder / "model.safetensors").write_bytes(weights)
        names.add(name_of(folder))
    assert len(names) == 2 and all(name.startswith("Mod-le-v2-") for name in names)


def test_a_model_is_given_the_words_that_it_wants(tmp_path: Path) -> None:
    assert prompts_of(tmp_path) == {}
    prompts = {"query": "query: ", "passage": "passage: "}
    (tmp_path / "config_sentence_transformers.json").write_text(json.dumps({"prompts": prompts}))
    found = prompts_of(tmp_path)
    assert (named(found, QUERY), named(found, DOCUMENT)) == ({"prompt_name": "query"}, {"prompt_name": "passage"})
    assert named({}, QUERY) == {}

"""What turns texts into vectors: the shipped MiniLM, or a sentence-transformers model in a folder of the operator's.

A catalogue is searched by the model that embedded it; with another one, words alone are compared until it is ingested
anew.
"""

import json
import threading
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from stores.embeddings import REMEMBERED, MiniLM, TextEncoder, Vectors
from stores.weights import NoWeights, config_of, name_of

PACKAGES = ("torch", "transformers", "sentence_transformers", "langchain_huggingface")
PROMPTS = "config_sentence_transformers.json"
# What models call the words that they want before a question, and before what may answer it.
QUERY, DOCUMENT = ("query",), ("document", "passage")


class SentenceModel:
    """The model in a folder, by HuggingFaceEmbeddings; loaded when it is first asked. Raises NoWeights."""

    def __init__(self, folder: Path) -> None:
        config_of(folder, PACKAGES)
        self.folder = folder
        self._turn = threading.Lock()
        self._query = lru_cache(REMEMBERED)(self._encode_query)

    @cached_property
    def model_id(self) -> str:
        return name_of(self.folder)

    @cached_property
    def dimensions(self) -> int:
        return int(self._query("a coat").size)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of short texts, (n, dimensions); the last 2048 are remembered. Raises NoWeights."""
        return np.array([self._query(text) for text in texts], np.float32).reshape(-1, self.dimensions)

    def encode_documents(self, texts: Sequence[str]) -> Vectors:
        """Vectors of many texts, (n, dimensions). Raises NoWeights."""
        found = self._asked("embed_documents", list(texts)) if texts else []
        return np.array(found, np.float32).reshape(-1, self.dimensions)

    def _encode_query(self, text: str) -> Vectors:
        return np.array(self._asked("embed_query", text), np.float32)

    def _asked(self, question: str, asked: Any) -> Any:
        try:
            with self._turn:
                return getattr(self._embeddings, question)(asked)
        except Exception as error:  # whatever torch and transformers have against a model
            raise NoWeights(f"{self.folder} does not work as a model of texts ({type(error).__name__})") from error

    @cached_property
    def _embeddings(self) -> Any:
        from langchain_huggingface import HuggingFaceEmbeddings

        prompts = prompts_of(self.folder)
        return HuggingFaceEmbeddings(
            model_name=str(self.folder),
            model_kwargs={"local_files_only": True},
            encode_kwargs={"normalize_embeddings": True, **named(prompts, DOCUMENT)},
            query_encode_kwargs={"normalize_embeddings": True, **named(prompts, QUERY)},
        )


def prompts_of(folder: Path) -> dict[str, str]:
    """What a model wants before a text, by the names that it has for it."""
    try:
        found: dict[str, str] = json.loads((folder / PROMPTS).read_text(encoding="utf-8")).get("prompts", {})
    except (OSError, ValueError):
        return {}
    return found


def named(prompts: dict[str, str], names: Sequence[str]) -> dict[str, str]:
    """The first of these names that the model knows, as `encode` takes it."""
    return next(({"prompt_name": name} for name in names if name in prompts), {})


def build_text_encoder(folder: Path | None) -> TextEncoder:
    """The encoder of a setting; a model is looked at now and loaded when it is first asked. Raises NoWeights."""
    return SentenceModel(folder) if folder else MiniLM()

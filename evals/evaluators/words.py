"""The words by which replies are judged: `datasets/words.toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict

from stores.vocabulary import Language

HAN = re.compile(r"[\u3400-\u9fff]")


class Words(BaseModel):
    """By language: small words, blocked ones, garments by slot, ways to say `your`, colours and the like by meaning."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    small: dict[str, str]
    blocked: dict[Language, list[str]]
    machine: dict[Language, list[str]]
    garments: dict[Language, dict[str, list[str]]]
    your: dict[Language, str]
    theirs: dict[Language, str]
    hedges: dict[Language, list[str]]
    unfounded: dict[Language, list[str]]
    patterns: dict[Language, dict[str, list[str]]]
    colours: dict[Language, dict[str, list[str]]]
    fabrics: dict[Language, dict[str, list[str]]]
    care: dict[Language, list[str]]
    answers: dict[Language, dict[str, list[str]]]


@cache
def load_words() -> Words:
    text = files("evals").joinpath("datasets/words.toml").read_text(encoding="utf-8")
    return Words.model_validate(tomllib.loads(text))


@cache
def small_words(language: str) -> frozenset[str]:
    return frozenset(load_words().small[language].split())


def found_in(text: str, words: Iterable[str]) -> list[str]:
    """Those of the words that a text holds: Latin ones whole, Chinese ones anywhere."""
    return [word for word in words if _pattern(word).search(text)]


def meanings_in(text: str, table: Mapping[str, list[str]]) -> set[str]:
    """What the words of a text mean, by a table of meanings; a longer word hides the shorter ones within it."""
    meant = sorted(
        ((word, meaning) for meaning, words in table.items() for word in words), key=lambda one: -len(one[0])
    )
    found: set[str] = set()
    for word, meaning in meant:
        if _pattern(word).search(text):
            found.add(meaning)
            text = _pattern(word).sub(" ", text)
    return found


def texts_in(value: Any) -> Iterable[str]:
    """Every text within a value, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from texts_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts_in(one)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    plain = re.escape(word).replace("'", "['’]")
    return re.compile(plain if HAN.search(word) else rf"(?<!\w){plain}(?!\w)", re.IGNORECASE)

"""The writer's words as data: phrases by key, names of things, advice, and the groups that phrases are keyed by.

Tables of tables are flattened to dotted keys (`opening.outfit`). This module knows no request and chooses nothing.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from stores.vocabulary import Language

Table = Mapping[str, Any]
Phrases = Mapping[str, tuple[str, ...]]
Forms = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Names:
    """What things are called: garments as (grammar, noun), `bare` nouns beside another cloth, colours in all forms."""

    garments: Mapping[str, tuple[str, str]]
    bare: Mapping[str, str]
    colours: Mapping[str, tuple[str, ...]]
    shades: Mapping[str, tuple[str, ...]]
    fabrics: Mapping[str, str]
    patterns: Mapping[str, str]


@cache
def load_table(name: str) -> Table:
    """A table of the lexicon, by the name of its file."""
    return tomllib.loads(files("agents.house").joinpath("lexicon", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def load_phrases(language: Language) -> Phrases:
    """Every list of phrases by its dotted key."""
    tables = [
        load_table(f"{name}_{language}")
        for name in ("phrases", "advice", "packing", "shown", "closet", "guide", "glossary", "pairing")
    ]
    return {key: phrases for table in tables for key, phrases in _lists(table)}


@cache
def load_forms(language: Language) -> Forms:
    """Words that agree with a piece, by its grammar (`s`, `fp`, ...) and then by the form's name."""
    forms: Forms = load_table(f"phrases_{language}")["forms"]
    return forms


@cache
def load_names(language: Language) -> Names:
    table = load_table(f"names_{language}")
    return Names(
        garments={category: (grammar, noun) for category, (grammar, noun) in table["garments"].items()},
        bare=table["bare"],
        colours={family: _tuple(word) for family, word in table["colours"].items()},
        shades={shade: _tuple(word) for shade, word in table["shades"].items()},
        fabrics=table["fabrics"],
        patterns=table["patterns"],
    )


@cache
def kind_of(group: str, word: str) -> str | None:
    """The kind that a word belongs to in one group of `groups.toml` (`occasions`, `fabrics`, `garments`)."""
    return next((kind for kind, words in load_table("groups")[group].items() if word in words), None)


def _tuple(word: str | list[str]) -> tuple[str, ...]:
    return (word,) if isinstance(word, str) else tuple(word)


def _lists(table: Table, prefix: str = "") -> list[tuple[str, tuple[str, ...]]]:
    found: list[tuple[str, tuple[str, ...]]] = []
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, list):
            found.append((key, tuple(value)))
        elif isinstance(value, dict):
            found += _lists(value, f"{key}.")
    return found

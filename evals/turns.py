"""Six hundred turns in three wordings each, and what each orders, in machine form.

`datasets/constraints.jsonl` has the turns: 500 of `dev`, by which lexicon and rules were mended, and 100 of `test`,
written by somebody who had seen neither of them nor any answer of the stylist. Beside it
`constraints.toml` says what a dress code and a weather ask of a look, apart from the stylist's own tables.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from stores.vocabulary import Budget, ColourFamily, Language, Pattern, Range, Sizes, Slot

Step = Literal["cheaper", "warmer", "dressier", "plainer"]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Asked(Strict):
    """A piece that each look has to hold: one of these categories or slots, in one of these colours, and so on."""

    of: list[str]
    colours: list[ColourFamily] = []
    fabrics: list[str] = []
    patterns: list[Pattern] = []


class Disliked(Strict):
    colours: list[ColourFamily] = []
    fabrics: list[str] = []
    patterns: list[Pattern] = []
    categories: list[str] = []
    slots: list[Slot] = []


class Expectation(Strict):
    """What a turn orders. `lacks` are slots in which nothing is bought; `only` are all that may be there at all."""

    outfit: bool = False
    only: list[str] = []
    pieces: list[Asked] = []
    lacks: list[Slot] = []
    avoid: Disliked = Disliked()
    colours: list[ColourFamily] = []
    all_colours: list[ColourFamily] = []
    presentation: Literal["women", "men", "unisex"] | None = None
    sizes: Sizes = Sizes()
    budget: Budget | None = None
    code: str | None = None
    taboos: list[str] = []
    weather: str | None = None
    than: Step | None = None
    new: bool = False
    count: int = 1


class Turn(Strict):
    """A turn by language, the message before it where there is one, and what it orders."""

    id: str
    split: Literal["dev", "test"]
    before: dict[Language, str] = {}
    say: dict[Language, str]
    expect: Expectation


class Code(Strict):
    formality: Range
    never: frozenset[str] = frozenset()
    requires: dict[str, list[frozenset[str]]] = {}


class Sky(Strict):
    clo: Range
    never: frozenset[str] = frozenset()
    outer: bool = False
    shelter: bool = False


class Cover(Strict):
    categories: frozenset[str]
    bares: re.Pattern[str]
    covers: re.Pattern[str]


class Terms(Strict):
    codes: dict[str, Code]
    weather: dict[str, Sky]
    cover: dict[str, Cover]


@cache
def load_terms() -> Terms:
    text = files("evals").joinpath("datasets/constraints.toml").read_text(encoding="utf-8")
    return Terms.model_validate(tomllib.loads(text))


def load_turns(path: Path | None = None) -> list[Turn]:
    """The turns of a file of the same shape, else ours."""
    source = path or files("evals").joinpath("datasets/constraints.jsonl")
    return [Turn.model_validate_json(line) for line in source.read_text(encoding="utf-8").splitlines()]

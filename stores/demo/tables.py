"""What the demo shop draws from: pieces per category, cloths, palettes, brands and what must never be missing."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from stores.vocabulary import ColourFamily, Fit, Pattern, Presentation, Season

PIECE_TABLES = ("tops", "bottoms", "dresses", "layers", "shoes", "extras")


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Cloth(Row):
    """A cloth as a shop names it; `of` are canonical fabrics. `warm` and `dear` multiply, `dressy` adds."""

    of: list[str]
    phrase: str
    word: str | None = None
    warm: float = 1.0
    dear: float = 1.0
    dressy: float = 0.0
    waterproof: bool = False
    pattern: Pattern | None = None
    seasons: list[Season] = []


class Pieces(Row):
    """How one category is made, sold and described. A cut is a noun and, for clothes, a fit."""

    kind: str
    weights: dict[Presentation, int]
    price: tuple[float, float]
    fabrics: list[str]
    palette: str
    patterns: list[Pattern] = []
    cuts: list[tuple[str] | tuple[str, Fit]]
    details: list[str]
    uses: list[str]
    small_run: bool = False
    waterproof: bool = False


class Brand(Row):
    """An invented brand. `level` is 0 (cheap) to 1 (fine)."""

    level: float
    kinds: list[str]
    leans: list[ColourFamily]


class Must(Row):
    """A piece that every catalogue holds; what it does not fix is drawn."""

    category: str
    presentations: list[Presentation] = Field(alias="for")
    colours: list[str]
    fabric: str | None = None
    cut: str | None = None
    pattern: Pattern | None = None
    detail: str | None = None
    price: float | None = None


def _read(table: str) -> dict[str, Any]:
    return tomllib.loads(files("stores.demo").joinpath(f"{table}.toml").read_text(encoding="utf-8"))


@cache
def load_pieces() -> dict[str, Pieces]:
    """What is made, by category."""
    return {category: Pieces(**row) for table in PIECE_TABLES for category, row in _read(table).items()}


@cache
def load_cloths() -> dict[str, Cloth]:
    """Cloths by the word a shop uses."""
    return {word: Cloth(**row) for word, row in _read("fabrics").items()}


@cache
def load_palettes() -> dict[str, list[str]]:
    """Names of colours (of `stores.colours`) by palette."""
    return _read("palettes")


@cache
def load_brands() -> dict[str, Brand]:
    """Brands by name."""
    return {name: Brand(**row) for name, row in _read("brands").items()}


@cache
def load_coverage() -> dict[str, list[Must]]:
    """What must never be missing, by ability."""
    return {ability: [Must(**row) for row in rows] for ability, rows in _read("coverage").items()}

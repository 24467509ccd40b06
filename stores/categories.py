"""The category table: what a garment's category alone tells of it."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from stores.vocabulary import Clo, Formality, Presentation, ReservedUse, Season, Slot

ALL_SEASONS: list[Season] = ["spring", "summer", "autumn", "winter"]


class Category(BaseModel):
    """Defaults of one category; a feed's own facts come before them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    slot: Slot
    formality: Formality
    clo: Clo
    seasons: list[Season] = ALL_SEASONS
    cut_for: Literal["women", "men", "unisex"] = Field("unisex", alias="for")
    reserve: ReservedUse | None = None
    culture: str | None = None

    @property
    def presentation(self) -> Presentation:
        return self.cut_for


@cache
def cut_for_one() -> frozenset[str]:
    """Categories that are cut for women or for men alone."""
    return frozenset(name for name, row in load_categories().items() if row.cut_for != "unisex")


@cache
def load_categories() -> dict[str, Category]:
    """Every category by name, in the order of the table."""
    table = tomllib.loads(files("stores").joinpath("categories.toml").read_text(encoding="utf-8"))
    return {name: Category(name=name, **row) for name, row in table.items()}

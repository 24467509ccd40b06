"""How long the sleeves of a dress or a top are, as far as its name, its description or its category tells."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from stores.vocabulary import Article, Piece, Sleeves, Slot

Told = Literal["bare", "short", "long"]
SLEEVED: frozenset[Slot] = frozenset({"base_top", "one_piece"})
# In the words that the checks and the cards speak.
ASKED: dict[Sleeves, str] = {"any": "with sleeves", "long": "long sleeves"}


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    words: re.Pattern[str]
    categories: frozenset[str]


@cache
def _load_table() -> dict[Told, _Row]:
    rows = tomllib.loads(files("tools").joinpath("sleeves.toml").read_text(encoding="utf-8"))
    return {told: _Row.model_validate(rows[told]) for told in ("bare", "short", "long")}


def sleeves_of(piece: Piece) -> Told | None:
    """What is known of the sleeves of a piece; None where nothing is."""
    table = _load_table()
    for text in (piece.name, piece.description if isinstance(piece, Article) else ""):
        if told := next((told for told, row in table.items() if row.words.search(text)), None):
            return told
    return next((told for told, row in table.items() if piece.category in row.categories), None)


def lacks_sleeves(piece: Piece, asked: Sleeves | None) -> bool:
    """Whether a dress or a top has not the sleeves that are asked for; long ones have to be told of."""
    if asked is None or piece.slot not in SLEEVED:
        return False
    told = sleeves_of(piece)
    return told == "bare" or (asked == "long" and told != "long")

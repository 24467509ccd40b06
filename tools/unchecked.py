"""Wishes that a shop's fields do not answer: pockets, a wash by machine, second hand. Knows no person and no turn."""

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from stores.vocabulary import Article, Piece, Unmet

CONSTRAINT = "unchecked"


@cache
def load_unchecked() -> dict[str, list[str]]:
    """The words of a feed that tell of such a wish, by the wish."""
    return tomllib.loads(files("tools").joinpath("unchecked.toml").read_text(encoding="utf-8"))


def unanswered(wishes: Iterable[Unmet], pieces: Sequence[Piece]) -> list[Unmet]:
    """The wishes of which nothing that is told of the pieces shown says anything."""
    left = [one for one in wishes if one.constraint == CONSTRAINT]
    return [one for one in left if pieces and not any(_tells(one.asked, piece) for piece in pieces)]


def _tells(wish: str, piece: Piece) -> bool:
    known = wish == "waterproof" and bool(piece.waterproof)
    told = f"{piece.name} {piece.description}".lower() if isinstance(piece, Article) else piece.name.lower()
    return known or any(word in told for word in load_unchecked()[wish])

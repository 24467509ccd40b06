"""Wishes that a shop's fields do not answer: pockets, a wash by machine, second hand. Knows no person and no turn."""

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from stores.vocabulary import Article, Brief, Piece, Slot, Unmet

CONSTRAINT = "unchecked"
CREASING = "creasing"
OPPOSITES = {"v_neck": "round_neck", "round_neck": "v_neck"}
CLOTHES: frozenset[Slot] = frozenset({"base_top", "bottom", "one_piece", "mid"})
# Cloths that come out of a suitcase as they went in.
CREASELESS = frozenset({
    "wool", "merino", "cashmere", "tweed", "knit", "polyester", "nylon", "jersey", "elastane", "fleece", "denim",
    "modal",
})  # fmt: skip


@cache
def load_unchecked() -> dict[str, list[str]]:
    """The words of a feed that tell of such a wish, by the wish."""
    return tomllib.loads(files("tools").joinpath("unchecked.toml").read_text(encoding="utf-8"))


def wishes_of(brief: Brief) -> list[str]:
    """The wishes of a brief that only the words of a feed can answer."""
    return [one.asked for one in brief.unmet if one.constraint == CONSTRAINT]


def tells(wish: str, piece: Piece) -> bool:
    """Whether a piece is said to be as wished; a cloth that keeps its shape says as much as a word."""
    known = wish == "waterproof" and bool(piece.waterproof)
    known |= wish == CREASING and bool(CREASELESS & {*piece.fabrics[:1]})
    told = f"{piece.name} {piece.description}".lower() if isinstance(piece, Article) else piece.name.lower()
    return known or any(word in told for word in load_unchecked()[wish])


def contradicts(wish: str, piece: Piece) -> bool:
    """Whether a piece is said to be the opposite of what is wished."""
    return wish in OPPOSITES and tells(OPPOSITES[wish], piece)


def unanswered(wishes: Iterable[Unmet], pieces: Sequence[Piece]) -> list[Unmet]:
    """The wishes of which nothing that is told of the pieces shown says anything; no piece of clothing may crease."""
    left = [one for one in wishes if one.constraint == CONSTRAINT]
    return [one for one in left if pieces and not _is_answered(one.asked, pieces)]


def _is_answered(wish: str, pieces: Sequence[Piece]) -> bool:
    if wish != CREASING:
        return any(tells(wish, piece) for piece in pieces)
    return all(tells(wish, piece) for piece in pieces if piece.slot in CLOTHES)

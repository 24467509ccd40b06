"""Whether pieces go together: by what their names say alike, by formality, colour, fabric, season and level of brand.

A name's vector counts less what is usual of its place in an outfit, so that two pieces are not alike for being both
shoes, and a word by its rarity. What is usual comes from names alone, never from outfits. Knows no person, no weather
and no gate.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations
from math import log, sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stores.vocabulary import Article, ColourFamily, Piece, Season

Vector = npt.NDArray[np.float32]

# What two pieces have in common, and what each is worth: `bench.compatibility` fits them on half of its outfits
# (`weights`) and tells how the other half confirms them (`odd`); to be of one cloth speaks slightly against a pair.
WEIGHTS: dict[str, float] = {
    "idea": 1.0, "words": 2.18, "formality": 0.29, "colour": 0.28, "fabric": -0.08, "season": 0.18, "level": 0.28,
}  # fmt: skip
MOST_APART = 9.0
LEVELS = ("luxury", "contemporary", "high_street", "online", "sport")
WORD = re.compile(r"[\w&.'-]+")
# A feed names no colour so.
UNSAID: frozenset[ColourFamily] = frozenset({"multi"})


class Usual(NamedTuple):
    """What names have in common: the mean vector of each place in an outfit, and how rare each word is (-log share).

    A word that was never seen is as rare as one that was seen once.
    """

    means: Mapping[str, Vector]
    rarity: Mapping[str, float]
    rarest: float


class Reading(NamedTuple):
    """What of a piece is compared. `vector` and `words` have unit norm, or are empty where the name says nothing."""

    vector: Vector | None
    words: Mapping[str, float]
    formality: float
    families: frozenset[ColourFamily]
    fabrics: frozenset[str]
    seasons: frozenset[Season]
    levels: frozenset[str]


def build_usual(names: Sequence[str], places: Sequence[str], vectors: Vector) -> Usual:
    """What is usual among names, with the place in an outfit and the vector of each, (n, d); a blank says nothing."""
    rows: dict[str, list[int]] = defaultdict(list)
    shares: Counter[str] = Counter()
    for row, (name, place) in enumerate(zip(names, places, strict=True)):
        if name.strip():
            rows[place].append(row)
            shares.update(words_of(name))
    whole = sum(map(len, rows.values()))
    return Usual(
        means={place: vectors[at].mean(axis=0) for place, at in rows.items()},
        rarity={word: log(whole / count) for word, count in shares.items()},
        rarest=log(max(1, whole)),
    )


def read_piece(
    piece: Piece, vector: Vector | None = None, usual: Usual | None = None, *, place: str | None = None
) -> Reading:
    """What of a piece is compared: its name only where its vector and what is usual are known, its attributes always.

    `place` is its place in an outfit, where that is not its slot.
    """
    return Reading(
        vector=None if vector is None or usual is None else beyond_usual(piece, vector, usual, place or piece.slot),
        words={} if usual is None else weighed_words(piece.name, usual),
        formality=piece.formality,
        families=frozenset(colour.family for colour in piece.colours) - UNSAID,
        fabrics=frozenset(piece.fabrics),
        seasons=frozenset(piece.seasons),
        levels=levels_of(f"{piece.brand} {piece.name}" if isinstance(piece, Article) else piece.name),
    )


def beyond_usual(piece: Piece, vector: Vector, usual: Usual, place: str) -> Vector | None:
    """What a vector has beyond the mean of its place, with unit norm; None for a blank name."""
    beyond = vector - usual.means.get(place, vector * 0)
    norm = float(np.linalg.norm(beyond))
    return beyond / norm if norm and piece.name.strip() else None


def weighed_words(name: str, usual: Usual) -> dict[str, float]:
    """The words of a name by their rarity, with unit norm."""
    weights = {word: usual.rarity.get(word, usual.rarest) for word in words_of(name)}
    norm = sqrt(sum(weight**2 for weight in weights.values())) or 1.0
    return {word: weight / norm for word, weight in weights.items()}


def common(first: Reading, second: Reading) -> dict[str, float]:
    """What two pieces have in common, by the names of `WEIGHTS`: cosines from -1 to 1, the rest from 0 to 1."""
    fewer = min(len(first.seasons), len(second.seasons))
    return {
        "idea": 0.0 if first.vector is None or second.vector is None else float(first.vector @ second.vector),
        "words": sum(weight * second.words.get(word, 0.0) for word, weight in first.words.items()),
        "formality": 1 - abs(first.formality - second.formality) / MOST_APART,
        "colour": float(bool(first.families & second.families)),
        "fabric": float(bool(first.fabrics & second.fabrics)),
        "season": len(first.seasons & second.seasons) / fewer if fewer else 1.0,
        "level": float(bool(first.levels & second.levels)),
    }


def compatibility(first: Reading, second: Reading) -> float:
    """How well two pieces go together, by `WEIGHTS`; only its order means something."""
    return sum(WEIGHTS[name] * value for name, value in common(first, second).items())


def goes_with(piece: Reading, others: Sequence[Reading]) -> float:
    """How well a piece goes with all the others: the mean over them, 0 where there are none."""
    return sum(compatibility(piece, other) for other in others) / len(others) if others else 0.0


def agreement(pieces: Sequence[Piece], on: str) -> float:
    """How far all pieces of an outfit agree on one thing of `WEIGHTS`: the mean over its pairs, 1 below two pieces."""
    found = [common(first, second)[on] for first, second in combinations([read_piece(piece) for piece in pieces], 2)]
    return sum(found) / len(found) if found else 1.0


def words_of(name: str) -> set[str]:
    return set(WORD.findall(name.casefold()))


@lru_cache(maxsize=4096)
def levels_of(text: str) -> frozenset[str]:
    """The levels of the brands that a text names."""
    said = f" {' '.join(WORD.findall(text.casefold()))} "
    return frozenset(level for level, pattern in _brands().items() if pattern.search(said))


@cache
def _brands() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files("tools").joinpath("brands.toml").read_text(encoding="utf-8"))
    return {
        level: re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})\b")
        for level, names in table.items()
    }

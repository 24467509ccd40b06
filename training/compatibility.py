"""What outfits teach of which pieces go together: what each thing in common is worth, which categories meet, and a
two-covariance model over what a piece's reading says.

Prince and Elder 2007 (probabilistic linear discriminant analysis), an outfit in the place of a person's face: pieces of
one outfit share a hidden part, and a pair scores by how much likelier it is with one than with two. Of what is fitted
here the weights alone are shipped (`tools.compatibility.WEIGHTS`); the rest measures what data could add.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stores.catalog.feeds.words import load_table
from stores.vocabulary import COLOUR_FAMILIES
from tools.compatibility import LEVELS, Reading

Floats = npt.NDArray[np.float64]

# Settled, as the weights of tools.compatibility, on questions made of half the outfits.
WORD_AXES, KEPT_AXES = 50, 128
LEAST_SEEN = 3
ATTRIBUTE_WEIGHT = 0.25
SHRINKAGE = 1.0
MOST_SHARED = 0.95
NEWTON_STEPS, TINY = 20, 1e-9
UNSEEN = 2.0


class Company(NamedTuple):
    """In how many outfits each category is, and each two of them."""

    alone: Mapping[str, int]
    met: Mapping[frozenset[str], int]
    outfits: int

    def of(self, first: str, second: str) -> float:
        """How much oftener two categories meet than by chance: a logarithm, 0 for one with itself.

        Pointwise mutual information (Church and Hanks 1990), smoothed by `UNSEEN` meetings.
        """
        if first == second:
            return 0.0
        chance = self.alone.get(first, 0) * self.alone.get(second, 0) / self.outfits
        return log((self.met.get(frozenset((first, second)), 0) + UNSEEN) / (chance + UNSEEN))


class Axes(NamedTuple):
    """What readings are laid out along: words by their place and axes of them, then the principal axes of it all."""

    words: dict[str, int]
    word_axes: Floats
    mean: Floats
    principal: Floats


@dataclass(frozen=True)
class Model:
    """A fitted model. `along` turns a layout into independent parts, each with its two gains."""

    along: Floats
    gain: Floats
    toll: Floats

    def score(self, first: Floats, second: Floats) -> Floats:
        """Log likelihood ratios of every row of `first` with every row of `second`, up to a constant."""
        one, other = first @ self.along, second @ self.along
        return np.asarray((one * self.gain) @ other.T + (one**2 @ self.toll)[:, None] + (other**2 @ self.toll)[None, :])


def fit_weights(pairs: Sequence[Mapping[str, float]], together: Sequence[bool]) -> dict[str, float]:
    """What each thing that two pieces have in common is worth, the first of them 1: logistic regression (Cox 1958).

    A row of `pairs` for each pair of pieces, by the names of `tools.compatibility.common`; `together` says which were
    worn in one outfit.
    """
    names = list(pairs[0])
    table = np.array([[pair[name] for name in names] for pair in pairs])
    spread = table.std(axis=0) + TINY
    rows = np.column_stack([np.ones(len(table)), (table - table.mean(axis=0)) / spread])
    kept = np.diag([0.0, *np.ones(len(names))])
    weights = np.zeros(rows.shape[1])
    for _ in range(NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - np.array(together, float)) + kept @ weights
        weights -= np.linalg.solve((rows * (chance * (1 - chance))[:, None]).T @ rows + kept, slope)
    found = weights[1:] / spread
    return {name: float(value / found[0]) for name, value in zip(names, found, strict=True)}


def build_company(outfits: Sequence[Collection[str]]) -> Company:
    """Which categories meet, from the categories of each outfit."""
    alone = Counter(name for outfit in outfits for name in {*outfit})
    met = Counter(frozenset(pair) for outfit in outfits for pair in combinations({*outfit}, 2))
    return Company(alone, met, len(outfits))


def build_axes(readings: Sequence[Reading]) -> Axes:
    """Axes from readings alone, without a word on what was worn together."""
    counts = Counter(word for reading in readings for word in reading.words)
    words = {word: at for at, word in enumerate(sorted(w for w, seen in counts.items() if seen >= LEAST_SEEN))}
    table = _table(readings, words)
    word_axes = _principal(table - table.mean(axis=0), WORD_AXES)
    plain = _plain(readings, words, word_axes)
    mean = np.asarray(plain.mean(axis=0))
    return Axes(words, word_axes, mean, _principal(plain - mean, KEPT_AXES))


def lay_out(readings: Sequence[Reading], axes: Axes) -> Floats:
    """Readings along the axes, a row each."""
    return np.asarray((_plain(readings, axes.words, axes.word_axes) - axes.mean) @ axes.principal)


def fit(outfits: Sequence[Floats]) -> Model:
    """A model of outfits, each the layouts of its pieces, (pieces, axes). ValueError where none has two pieces."""
    whole = [outfit for outfit in outfits if len(outfit) > 1]
    if not whole:
        raise ValueError("no outfit has two pieces")
    size = whole[0].shape[1]
    spread = np.atleast_2d(np.cov(np.concatenate(whole).T))
    spread += SHRINKAGE * float(np.trace(spread)) / size * np.eye(size)
    shared = np.zeros((size, size))
    for outfit in whole:
        total = outfit.sum(axis=0)
        shared += np.outer(total, total) - outfit.T @ outfit
    shared /= sum(len(outfit) * (len(outfit) - 1) for outfit in whole)
    whiten = np.linalg.cholesky(np.linalg.inv(spread))
    share, turn = np.linalg.eigh(whiten.T @ shared @ whiten)
    share = np.clip(share, 0, MOST_SHARED)
    return Model(whiten @ turn, share / (1 - share**2), -0.5 * share**2 / (1 - share**2))


def _plain(readings: Sequence[Reading], words: dict[str, int], word_axes: Floats) -> Floats:
    size = next((len(one.vector) for one in readings if one.vector is not None), 0)
    vectors = np.array([np.zeros(size) if one.vector is None else one.vector for one in readings], np.float64)
    said = _table(readings, words) @ word_axes
    return np.hstack([vectors, said, ATTRIBUTE_WEIGHT * np.array([_attributes(reading) for reading in readings])])


def _table(readings: Sequence[Reading], words: dict[str, int]) -> Floats:
    table = np.zeros((len(readings), len(words)))
    for row, reading in enumerate(readings):
        for word, weight in reading.words.items():
            if word in words:
                table[row, words[word]] = weight
    return table


def _attributes(reading: Reading) -> list[float]:
    """Levels, formality, colour families and fabrics as numbers of like size."""
    fabrics = [name for name in load_table("attributes")["fabrics"] if name]
    said = [*(level in reading.levels for level in LEVELS), *(one in reading.families for one in COLOUR_FAMILIES)]
    return [(reading.formality - 3) / 2, *map(float, said), *(float(fabric in reading.fabrics) for fabric in fabrics)]


def _principal(centred: Floats, count: int) -> Floats:
    """The directions of largest variance, as columns."""
    _, axes = np.linalg.eigh(centred.T @ centred)
    return np.asarray(axes[:, ::-1][:, :count])

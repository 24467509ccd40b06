"""What outfits teach of which pieces go together: a two-covariance model over what a piece's reading says.

Prince and Elder 2007 (probabilistic linear discriminant analysis), an outfit in the place of a person's face: pieces of
one outfit share a hidden part, and a pair scores by how much likelier it is with one than with two. A model fitted here
is for measuring what data could add; none is shipped.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
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

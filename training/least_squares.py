"""Regularised least-squares classification over rows of few features among very many.

Method: Rifkin, Yeo and Poggio 2003; solved by conjugate gradients (Hestenes and Stiefel 1952).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

LEAST_SEEN = 2
LEAST_WEIGHT = 0.2
# The gradients stop where what is left is this small, or after so many steps.
CLOSE, MOST_STEPS = 1e-4, 300


class Table(NamedTuple):
    """A matrix that is mostly nought, by the row, the column and the value of each cell that is not."""

    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    values: Floats
    shape: tuple[int, int]

    def times(self, vector: Floats) -> Floats:
        return np.bincount(self.rows, self.values * vector[self.columns], self.shape[0]).astype(np.float64)

    def transposed_times(self, vector: Floats) -> Floats:
        return np.bincount(self.columns, self.values * vector[self.rows], self.shape[1]).astype(np.float64)


def lay_out(rows: Sequence[Mapping[str, float]]) -> tuple[Table, list[str]]:
    """The rows as a table of (rows, features), and the names of its columns; what is too rare has none."""
    seen = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN)
    places = {name: at for at, name in enumerate(names)}
    cells = [(at, places[name], value) for at, row in enumerate(rows) for name, value in row.items() if name in places]
    first, second, values = (np.array(side) for side in zip(*cells, strict=True))
    return Table(first, second, values, (len(rows), len(names))), names


def fit(rows: Sequence[Mapping[str, float]], signs: Floats, weights: Floats, ridge: float) -> dict[str, float]:
    """The weight of every feature that matters; `signs` (rows,) are 1 or -1, `weights` (rows,) how much each counts."""
    table, names = lay_out(rows)
    found = solve(table, signs, weights, ridge)
    return {name: float(weight) for name, weight in zip(names, found, strict=True) if abs(weight) >= LEAST_WEIGHT}


def held_out(table: Table, signs: Floats, weights: Floats, ridge: float, fold: npt.NDArray[np.int64]) -> Floats:
    """The score of each row (rows,) by what the rows of the other folds teach."""
    scores = np.zeros(len(signs))
    for asked in np.unique(fold):
        found = solve(table, signs, np.where(fold == asked, 0.0, weights), ridge)
        scores = np.where(fold == asked, table.times(found), scores)
    return scores


def solve(table: Table, signs: Floats, weights: Floats, ridge: float) -> Floats:
    """What each column weighs: (X' W X + ridge) b = X' W y."""
    found = np.zeros(table.shape[1])
    left = table.transposed_times(weights * signs)
    step, square, enough = left, left @ left, CLOSE**2 * (left @ left)
    for _ in range(MOST_STEPS):
        if square <= enough:
            break
        bent = table.transposed_times(weights * table.times(step)) + ridge * step
        far = square / (step @ bent)
        found, left = found + far * step, left - far * bent
        square, before = left @ left, square
        step = left + square / before * step
    return found


def written(weights: Mapping[str, float], told: str) -> str:
    """The file of the weights under a line that tells of it, the strongest first."""
    strongest = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    lines = "\n".join(f"{weight:.3f} {name}" for name, weight in strongest)
    return f"# {told}\nweights = '''\n{lines}\n'''\n"


def write_weights(name: str, weights: Mapping[str, float], told: str) -> None:
    """Write the weights where `agents.house.linear.load_weights` reads them."""
    path = files("agents.house").joinpath(f"lexicon/{name}.toml")
    Path(str(path)).write_text(written(weights, told), encoding="utf-8")

"""The photos that the garment classifier learns from, as arrays, and the groups that its folds keep apart."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from stores.eyes import letterboxed, load_kinds

Pixels = NDArray[np.uint8]
Labels = NDArray[np.int64]

BORDER = 0.08
CELL = 24  # of the histogram of a border, in steps of 0..255
ALIKE = 0.5  # histogram intersection above which two borders are taken for one room


class Album(NamedTuple):
    """`pixels` is n x side x side x channels, `labels` are places in `classes()`, `groups` is whose photo it may be."""

    pixels: Pixels
    labels: Labels
    groups: Labels

    def only(self, rows: Labels) -> "Album":
        return Album(self.pixels[rows], self.labels[rows], self.groups[rows])


def classes() -> list[str]:
    """The names of the classes in their order."""
    return sorted(load_kinds())


def load_photos(folder: Path, side: int) -> Album:
    """The photos of `folder`/<class>/*.jpg in the order of their names.

    Raises FileNotFoundError where there are none.
    """
    files = labelled_files(folder)
    photos, borders = [], []
    for file, _ in files:
        with Image.open(file) as image:
            rgb = np.asarray(image.convert("RGB"))
        photos.append(letterboxed(rgb, side))
        borders.append(border_histogram(rgb))
    labels = np.array([place for _, place in files])
    return Album(np.stack(photos), labels, rooms(np.stack(borders)))


def labelled_files(folder: Path) -> list[tuple[Path, int]]:
    """The photos of a folder with the places of their classes, in a lasting order. Raises FileNotFoundError."""
    files = [(file, place) for place, name in enumerate(classes()) for file in sorted((folder / name).glob("*.jpg"))]
    if not files:
        raise FileNotFoundError(f"no photos in {folder}: there should be one folder per class, {', '.join(classes())}")
    return files


def border_histogram(rgb: Pixels) -> NDArray[np.float32]:
    """Colours of the outermost pixels of a photo, as shares of coarse cells: the floor, bed or wall behind."""
    down, across = (max(1, round(BORDER * length)) for length in rgb.shape[:2])
    edge = np.ones(rgb.shape[:2], bool)
    edge[down:-down, across:-across] = False
    cells = rgb[edge] // CELL
    codes = (cells[:, 0].astype(np.int64) * 11 + cells[:, 1]) * 11 + cells[:, 2]
    counts = np.bincount(codes, minlength=11**3).astype(np.float32)
    share: NDArray[np.float32] = counts / counts.sum()
    return share


def rooms(borders: NDArray[np.float32]) -> Labels:
    """A group per photo, so that photos with alike borders are in one group: who took them is not known.

    Leader clustering: each photo joins the first group whose leader it resembles.
    """
    leaders: list[NDArray[np.float32]] = []
    groups = np.empty(len(borders), np.int64)
    for place, border in enumerate(borders):
        likeness = [float(np.minimum(border, leader).sum()) for leader in leaders]
        best = int(np.argmax(likeness)) if likeness else -1
        if best < 0 or likeness[best] < ALIKE:
            leaders.append(border)
            best = len(leaders) - 1
        groups[place] = best
    return groups


def folds(groups: Labels, count: int, seed: int) -> Iterator[tuple[Labels, Labels]]:
    """`count` times the rows to learn from and the rows to judge by; a group is never in both."""
    order = np.random.default_rng(seed).permutation(groups.max() + 1)
    sizes, fold_of = np.zeros(count), np.empty(len(order), np.int64)
    amount = np.bincount(groups, minlength=len(order))
    for group in sorted(order, key=lambda group: -amount[group]):
        fold_of[group] = sizes.argmin()
        sizes[sizes.argmin()] += amount[group]
    for fold in range(count):
        held = fold_of[groups] == fold
        yield np.flatnonzero(~held), np.flatnonzero(held)

"""`python -m training.patterns`: how a garment's pattern is told, learnt from drawings and from photos read by eye.

Multinomial logistic regression on the traits of `tools.pattern`, by gradient descent. The drawings are articles of ours
in every pattern, and swatches, on floors, carpets and paper, in uneven light: their truth is exact. Photos are those
of `garments/train` named in `patterns.toml`, each weighing as much as four drawings. Five folds tell how well it does;
then all of it is fitted and written to `tools/pattern.toml`. The same seed gives the same weights.
"""

import argparse
import os
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from stores.vocabulary import Pattern
from tools.foreground import foreground
from tools.lab import Array, expose, lab_of_rgb
from tools.pattern import KINDS, TRAITS, traits_of
from tools.pixels import open_small, small_of
from training.scenes import scene
from training.swatches import swatch

OUT = Path(__file__).parents[1] / "tools/pattern.toml"
PHOTO_WEIGHT, FOLDS, STEPS, RATE, MOMENTUM, DECAY = 4.0, 5, 800, 0.15, 0.9, 1e-3


class Examples(NamedTuple):
    """Traits (n x traits), for each which kinds would be right (the likeliest first), and how much it weighs."""

    traits: Array
    right: list[list[int]]
    weights: Array


class Fit(NamedTuple):
    mean: Array
    spread: Array
    slopes: Array
    offsets: Array

    def kinds(self, traits: Array) -> NDArray[np.intp]:
        kinds: NDArray[np.intp] = ((traits - self.mean) / self.spread @ self.slopes + self.offsets).argmax(axis=1)
        return kinds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = Path(os.environ.get("MAISON_SHARED_DATA", "../shared/data"))
    parser.add_argument("--data", type=Path, default=shared / "garments/train")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--drawings", type=int, default=300)
    parser.add_argument("--swatches", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    pieces, cuts = Random(f"pieces/{chosen.seed}"), Random(f"cuts/{chosen.seed}")
    drawn = together(
        examples_of([scene(pieces) for _ in range(chosen.drawings)]),
        examples_of([swatch(cuts) for _ in range(chosen.swatches)]),
    )
    photos = photographs(chosen.data)
    for name, share in zip(("drawings", "photos"), held_out(drawn, photos, chosen.seed), strict=True):
        print(f"{name}: {share:.3f} right, in {FOLDS} folds")
    save(fit(together(drawn, photos)), chosen.out)


def examples_of(pictures: Sequence[tuple[Image.Image, Pattern]]) -> Examples:
    rows = [(traits, kind) for picture, kind in pictures if (traits := traits_on(picture))]
    return Examples(np.array([row for row, _ in rows]), [[KINDS.index(kind)] for _, kind in rows], np.ones(len(rows)))


def photographs(folder: Path) -> Examples:
    """The photos that were read by eye."""
    table = tomllib.loads(files("training").joinpath("patterns.toml").read_text(encoding="utf-8"))
    rows = [(traits_on(open_small((folder / name).read_bytes())), row["patterns"]) for name, row in table.items()]
    known = [(traits, [KINDS.index(kind) for kind in kinds]) for traits, kinds in rows if traits]
    return Examples(
        np.array([row for row, _ in known]), [right for _, right in known], np.full(len(known), PHOTO_WEIGHT)
    )


def traits_on(picture: Image.Image) -> list[float] | None:
    garment = foreground(expose(lab_of_rgb(small_of(picture))))
    traits = traits_of(np.asarray(picture, dtype=np.float64), garment)
    return None if traits is None else traits.tolist()


def together(one: Examples, other: Examples) -> Examples:
    return Examples(
        np.vstack([one.traits, other.traits]), [*one.right, *other.right], np.hstack([one.weights, other.weights])
    )


def part(examples: Examples, chosen: Sequence[int]) -> Examples:
    return Examples(examples.traits[chosen], [examples.right[row] for row in chosen], examples.weights[chosen])


def held_out(drawn: Examples, photos: Examples, seed: int) -> Iterator[float]:
    """The share of drawings, then of photos, that a fit without their fold has right."""
    everything = together(drawn, photos)
    fold = np.random.default_rng(seed).integers(0, FOLDS, len(everything.right))
    guessed = np.zeros(len(fold), dtype=np.intp)
    for number in range(FOLDS):
        guessed[fold == number] = fit(part(everything, np.flatnonzero(fold != number).tolist())).kinds(
            everything.traits[fold == number]
        )
    hits = np.array([kind in right for kind, right in zip(guessed, everything.right, strict=True)])
    yield float(hits[: len(drawn.right)].mean())
    yield float(hits[len(drawn.right) :].mean())


def fit(examples: Examples) -> Fit:
    mean, spread = examples.traits.mean(axis=0), examples.traits.std(axis=0) + 1e-9
    inputs = np.hstack([(examples.traits - mean) / spread, np.ones((len(examples.right), 1))])
    truth = np.eye(len(KINDS))[[right[0] for right in examples.right]]
    slopes, push = np.zeros((inputs.shape[1], len(KINDS))), np.zeros((inputs.shape[1], len(KINDS)))
    for _ in range(STEPS):
        scores = inputs @ slopes
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        slope = inputs.T @ ((likely - truth) * examples.weights[:, None]) / examples.weights.sum()
        slope[:-1] += DECAY * slopes[:-1]
        push = MOMENTUM * push + slope
        slopes = slopes - RATE * push
    return Fit(mean, spread, slopes[:-1], slopes[-1])


def save(fitted: Fit, out: Path) -> None:
    """One table per array, by trait; in `slopes` the kinds are in the order of `tools.pattern.KINDS`."""
    lines = ["# Weights of `tools.pattern`, written by `python -m training.patterns`.", ""]
    for name in ("mean", "spread", "slopes"):
        lines += [f"[{name}]"]
        for trait, value in zip(TRAITS, getattr(fitted, name), strict=True):
            lines += [f"{trait} = {np.round(value, 4).tolist()}"]
        lines += [""]
    out.write_text(
        "\n".join([*lines, "[offsets]", f"all = {np.round(fitted.offsets, 4).tolist()}", ""]), encoding="utf-8"
    )


if __name__ == "__main__":
    main()

"""The model card of the garment classifier: what it learnt from, and how well it does on what it has not seen."""

import platform
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from stores.eyes import Eyes
from training.eyes.photos import Labels, classes

BINS = 15


class Report(NamedTuple):
    """What a training run says of itself; `side` in pixels, `minutes` of the whole run."""

    photos: int
    drawings: int
    members: int
    epochs: int
    seed: int
    minutes: float
    side: int
    temperature: float
    parameters: int


class Judged(NamedTuple):
    """Probabilities (n x classes) beside the true places (n)."""

    probabilities: NDArray[np.float64]
    labels: Labels

    @property
    def top(self) -> NDArray[np.float64]:
        confidence: NDArray[np.float64] = self.probabilities.max(1)
        return confidence

    @property
    def right(self) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = self.probabilities.argmax(1) == self.labels
        return found


def judge(weights: Path, photos: Sequence[tuple[Path, int]]) -> Judged:
    """What the weights say of photos, through the very module that is used at run time."""
    eyes = Eyes(weights)
    rows = []
    for file, _ in photos:
        with Image.open(file) as image:
            guess = eyes.classify(np.asarray(image.convert("RGB")))
        rows.append([guess.probabilities[name] for name in classes()])
    return Judged(np.array(rows), np.array([place for _, place in photos]))


def calibration_error(top: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """ECE: over BINS equal bins of the top confidence, the gap between how sure and how right, by size of bin."""
    bins = np.minimum((top * BINS).astype(int), BINS - 1)
    gaps = (abs(right[bins == one].sum() - top[bins == one].sum()) for one in range(BINS))
    return float(sum(gaps)) / len(top)


def recalls(judged: Judged) -> list[float]:
    """Per class, the share that was recognised; nan where there is none."""
    shares = (judged.right[judged.labels == place] for place in range(len(classes())))
    return [float(share.mean()) if len(share) else float("nan") for share in shares]


def write_card(report: Report, weights: Path, judged: Mapping[str, Judged]) -> None:
    """The card beside the weights, `judged` being what it was tried on by name, the photos held back first."""
    held = next(iter(judged.values()))
    told = report._asdict() | {
        "size": f"{weights.stat().st_size / 1e6:.1f}",
        "minutes": f"{report.minutes:.0f}",
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "held": len(held.labels),
        "names": " | ".join(classes()),
        "rules": "|".join("---" for _ in classes()),
        "totals": "\n".join(
            f"| {name} | {len(one.labels)} | {one.right.mean():.3f} | {calibration_error(one.top, one.right):.3f} |"
            for name, one in judged.items()
        ),
        "recalls": "\n".join(
            f"| {name} | {' | '.join(f'{share:.2f}' for share in recalls(one))} |" for name, one in judged.items()
        ),
    }
    card = files("training.eyes").joinpath("card.md").read_text(encoding="utf-8")
    weights.with_suffix(".md").write_text(Template(card).substitute(told), encoding="utf-8")

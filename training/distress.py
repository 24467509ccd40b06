"""What sounds like distress and what only sounds like it, learnt from sentences of ours by regularised least squares.

`python -m training.distress [--check]` writes the weights of `agents/house/reading/distress.py`, or prints how it does
on sentences it has not seen: single ones, and whole themes that were held back in every language. It learns from
`training/distress_*.toml`, the half `dev` of `evals/datasets/scope_*.jsonl`, and as sentences without distress from
what `training/scope.py` learns from; never from `evals/datasets/distress.jsonl` or a half `test`.
"""

import argparse
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from agents.house.lexicon import languages, load_lexicon
from agents.house.reading.distress import WEIGHTS, features
from agents.house.reading.language import language_of
from agents.house.reading.text import read
from training import least_squares, scope
from training.least_squares import Floats, held_out, lay_out, write_weights

SEED = 7
# Chosen from a few values by cross-validation over lessons and themes.
RIDGE = 0.3
FOLDS = 5
# Shares are told of what lies above it; the bars that the house takes stand in `agents/house/reading/concern.py`.
BAR = 0.2
# What has nothing to do with distress is plenty and teaches little each.
OTHER_WEIGHT = 1.0
TOLD = "Fitted by `python -m training.distress`; above 0 speaks for distress."


class Lesson(NamedTuple):
    """A sentence, whether it shows distress, how much it counts, its language and the theme it is of."""

    text: str
    care: bool
    weight: float
    language: str
    theme: str


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="print cross-validated shares and write nothing")
    lessons = [lesson for language in languages() for lesson in load_all(language)]
    if options.parse_args().check:
        sys.stdout.writelines(f"{line}\n" for line in check(lessons))
    else:
        write_weights(WEIGHTS, fit(lessons), TOLD)


def fit(lessons: Sequence[Lesson]) -> dict[str, float]:
    """The weight of every feature that matters."""
    rows = [measured(lesson.text) for lesson in lessons]
    return least_squares.fit(rows, _signs(lessons), np.array([lesson.weight for lesson in lessons]), RIDGE)


def check(lessons: Sequence[Lesson]) -> Iterator[str]:
    """Shares taken for distress where single sentences are held back and where whole themes are, by side."""
    for name, fold in (("sentences", _by_sentence(lessons)), ("themes", _by_theme(lessons))):
        groups: dict[str, list[bool]] = defaultdict(list)
        for one, score in zip(lessons, judge(lessons, fold), strict=True):
            side = "found" if one.care else "false" if one.theme else "other false"
            groups[f"{name} {one.language} {side}"].append(score >= BAR)
        yield from (f"{group} {np.mean(told):.4f} of {len(told)}" for group, told in groups.items())


def judge(lessons: Sequence[Lesson], fold: Sequence[int]) -> Floats:
    """The score of each lesson (rows,) by what the other folds teach."""
    table, _ = lay_out([measured(lesson.text) for lesson in lessons])
    weights = np.array([lesson.weight for lesson in lessons])
    return held_out(table, _signs(lessons), weights, RIDGE, np.array(fold))


def measured(text: str) -> dict[str, float]:
    return features(read(text, load_lexicon(language_of(text, None))))


def load_lessons(language: str) -> Iterator[Lesson]:
    """The lessons of a language; the themes have the same names in every language."""
    table = tomllib.loads(files("training").joinpath(f"distress_{language}.toml").read_text(encoding="utf-8"))
    for label, themes in table.items():
        for theme, lines in themes.items():
            for text in lines.strip().splitlines():
                yield Lesson(text, label == "care", 1.0, language, theme)


def load_dev(language: str) -> Iterator[Lesson]:
    text = files("evals").joinpath(f"datasets/scope_{language}.jsonl").read_text(encoding="utf-8")
    for row in map(json.loads, text.splitlines()):
        if row["split"] == "dev" and row["label"] in ("care", "not_care"):
            yield Lesson(row["text"], row["label"] == "care", 1.0, language, row["label"])


def load_talks(language: str) -> Iterator[Lesson]:
    """What people say from turn to turn in the opened half of the talks: short, and of nothing but clothes."""
    text = files("evals").joinpath("datasets/parallel.jsonl").read_text(encoding="utf-8")
    for talk in map(json.loads, text.splitlines()):
        if talk["split"] == "dev":
            yield from (Lesson(turn["say"][language], False, 1.0, language, "") for turn in talk["turns"])


def load_all(language: str) -> Iterator[Lesson]:
    yield from load_lessons(language)
    yield from load_dev(language)
    yield from load_talks(language)
    for other in scope.load_all(language):
        yield Lesson(other.text, False, OTHER_WEIGHT * other.weight, language, "")


def _by_sentence(lessons: Sequence[Lesson]) -> list[int]:
    return [int(fold) for fold in np.random.default_rng(SEED).integers(FOLDS, size=len(lessons))]


def _by_theme(lessons: Sequence[Lesson]) -> list[int]:
    """A theme in one fold in every language; what has no theme sentence by sentence."""
    themes = sorted({one.theme for one in lessons} - {""})
    drawn = dict(zip(themes, np.random.default_rng(SEED).permutation(len(themes)) % FOLDS, strict=True))
    return [int(drawn.get(one.theme, at % FOLDS)) for at, one in enumerate(lessons)]


def _signs(lessons: Sequence[Lesson]) -> Floats:
    return np.array([1.0 if lesson.care else -1.0 for lesson in lessons])


if __name__ == "__main__":
    main()

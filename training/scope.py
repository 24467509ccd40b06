"""What is ours and what is not, learnt from sentences of ours: a linear score by regularised least squares.

`python -m training.scope [--check]` writes the weights of `agents/house/reading_leaning.py`, or prints how it does on
sentences it has not seen. It learns from the lessons in `training/scope_*.toml`, sentences and single words of either
side, some by theme so that a whole theme can be held back, and the half `dev` of `evals/datasets/scope_*.jsonl` and of
`constraints.jsonl`, never from the half `test` and from no data of others.
Method: Rifkin, Yeo and Poggio 2003 (regularised least-squares classification).
"""

import argparse
import json
import random
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from agents.contracts import UnderstandRequest
from agents.house import reading_leaning
from agents.house.lexicon import languages, load_lexicon
from agents.house.phrase_table import spelled_out
from agents.house.reading_language import language_of
from agents.house.reading_leaning import features
from agents.house.reading_scope import verdicts_of
from agents.house.reading_text import read
from agents.house.reading_turn import Turn

Floats = npt.NDArray[np.float64]

TODAY = date(2026, 11, 21)
SEED = 5
# Chosen from a few values by cross-validation on lessons and the half `dev`.
RIDGE = 0.3
LEAST_SEEN = 2
MOST_VARIANTS = 4
FOLDS = 5
DEV = "dev"
LEAST_WEIGHT = 0.2
# The orders are long and much alike.
ORDER_WEIGHT = 0.5
# The gradients stop where what is left is this small, or after so many steps.
CLOSE, MOST_STEPS = 1e-4, 300


class Lesson(NamedTuple):
    """A sentence, whether it is ours, how much it counts, the line or the theme it is held back with, its theme."""

    text: str
    ours: bool
    weight: float
    language: str
    origin: str = ""
    theme: str = ""


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


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="print cross-validated shares and write nothing")
    if options.parse_args().check:
        sys.stdout.writelines(f"{line}\n" for line in check())
    else:
        path = files("agents.house").joinpath(reading_leaning.WEIGHTS)
        lessons = [lesson for language in languages() for lesson in load_all(language)]
        Path(str(path)).write_text(written(fit(lessons)), encoding="utf-8")


def check() -> Iterator[str]:
    """Wrong answers on lessons, on themes held back whole and on the half `dev`; each fold is judged by the others."""
    rows = [lesson for language in languages() for lesson in load_all(language)]
    wrong = judge(rows)
    groups: dict[str, list[bool]] = defaultdict(list)
    for lesson, missed in zip(rows, wrong, strict=True):
        side = "ours declined" if lesson.ours else "others kept"
        groups[f"{_kind(lesson)} {lesson.language} {side}"].append(missed)
        if lesson.theme:
            groups[f"theme {lesson.theme} {side}"].append(missed)
    yield from (f"{name} {np.mean(missed):.3f} of {len(missed)}" for name, missed in groups.items())


def judge(rows: Sequence[Lesson]) -> list[bool]:
    """Whether each row falls on the wrong side where it, its variants and its theme in every language are held back."""
    table, _ = lay_out([measured(lesson.text) for lesson in rows])
    signs, weights = _signs(rows), np.array([lesson.weight for lesson in rows])
    groups = {origin: at for at, origin in enumerate(dict.fromkeys(lesson.origin for lesson in rows))}
    fold = np.random.default_rng(SEED).integers(FOLDS, size=len(groups))[[groups[one.origin] for one in rows]]
    scores = np.zeros(len(rows))
    for asked in range(FOLDS):
        found = _solve(table, signs, np.where(fold == asked, 0.0, weights))
        scores = np.where(fold == asked, table.times(found), scores)
    return [bool(wrong) for wrong in scores * signs < 0]


def fit(lessons: Sequence[Lesson]) -> dict[str, float]:
    """The weight of every feature that matters."""
    table, names = lay_out([measured(lesson.text) for lesson in lessons])
    found = _solve(table, _signs(lessons), np.array([lesson.weight for lesson in lessons]))
    return {name: float(weight) for name, weight in zip(names, found, strict=True) if abs(weight) >= LEAST_WEIGHT}


def lay_out(rows: Sequence[dict[str, float]]) -> tuple[Table, list[str]]:
    """The rows as a table of (rows, features), and the names of its columns; what is too rare has none."""
    seen = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN)
    places = {name: at for at, name in enumerate(names)}
    cells = [(at, places[name], value) for at, row in enumerate(rows) for name, value in row.items() if name in places]
    first, second, values = (np.array(side) for side in zip(*cells, strict=True))
    return Table(first, second, values, (len(rows), len(names))), names


def measured(text: str) -> dict[str, float]:
    language = language_of(text, None)
    turn = Turn(read(text, load_lexicon(language)), UnderstandRequest(text=text, today=TODAY))
    return features(turn, verdicts_of(turn))


def load_lessons(language: str) -> Iterator[Lesson]:
    """The lessons of a language with their alternatives; variants of one sentence count less each."""
    table = tomllib.loads(files("training").joinpath(f"scope_{language}.toml").read_text(encoding="utf-8"))
    for label, texts in table["lessons"].items():
        for line in texts.strip().splitlines():
            variants = [*spelled_out(line, table["alternative"])]
            drawn = random.Random(SEED).sample(variants, min(len(variants), MOST_VARIANTS))
            yield from (Lesson(text, label == "ours", len(drawn) ** -0.5, language, line) for text in drawn)
    for label, texts in table["words"].items():
        words = [word.strip() for line in texts.strip().splitlines() for word in line.split(",")]
        yield from (Lesson(word, label == "ours", 1.0, language, word) for word in words)


def load_themes(language: str) -> Iterator[Lesson]:
    """The lessons that come by theme; the themes have the same names in every language."""
    table = tomllib.loads(files("training").joinpath(f"scope_themes_{language}.toml").read_text(encoding="utf-8"))
    for label, themes in table.items():
        for theme, lines in themes.items():
            for text in lines.strip().splitlines():
                yield Lesson(text, label == "ours", 1.0, language, theme, theme)


def load_dev(language: str) -> Iterator[Lesson]:
    text = files("evals").joinpath(f"datasets/scope_{language}.jsonl").read_text(encoding="utf-8")
    for row in map(json.loads, text.splitlines()):
        if row["split"] == "dev" and row["label"] in ("ours", "off_topic"):
            yield Lesson(row["text"], row["label"] == "ours", 1.0, language, f"{DEV} {row['text']}")


def load_orders(language: str) -> Iterator[Lesson]:
    """What people order in the opened part of the constraint turns: clothes, amid whatever else they tell."""
    text = files("evals").joinpath("datasets/constraints.jsonl").read_text(encoding="utf-8")
    for row in map(json.loads, text.splitlines()):
        if row["split"] == "dev":
            yield Lesson(row["say"][language], True, ORDER_WEIGHT, language, row["id"])


def load_all(language: str) -> Iterator[Lesson]:
    yield from load_lessons(language)
    yield from load_themes(language)
    yield from load_orders(language)
    yield from load_dev(language)


def _kind(lesson: Lesson) -> str:
    if lesson.theme:
        return "themes"
    return DEV if lesson.origin.startswith(DEV) else "lessons"


def written(weights: dict[str, float]) -> str:
    """The file of the weights, the strongest first."""
    strongest = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    lines = "\n".join(f"{weight:.3f} {name}" for name, weight in strongest)
    return f"# Fitted by `python -m training.scope`; above 0 speaks for clothes.\nweights = '''\n{lines}\n'''\n"


def _signs(lessons: Sequence[Lesson]) -> Floats:
    return np.array([1.0 if lesson.ours else -1.0 for lesson in lessons])


def _solve(table: Table, signs: Floats, weights: Floats) -> Floats:
    """What each column weighs: (X' W X + ridge) b = X' W y, by conjugate gradients (Hestenes and Stiefel 1952)."""
    found = np.zeros(table.shape[1])
    left = table.transposed_times(weights * signs)
    step, square, enough = left, left @ left, CLOSE**2 * (left @ left)
    for _ in range(MOST_STEPS):
        if square <= enough:
            break
        bent = table.transposed_times(weights * table.times(step)) + RIDGE * step
        far = square / (step @ bent)
        found, left = found + far * step, left - far * bent
        square, before = left @ left, square
        step = left + square / before * step
    return found


if __name__ == "__main__":
    main()

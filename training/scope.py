"""What is ours and what is not, learnt from sentences of ours: a linear score by regularised least squares.

`python -m training.scope [--check]` writes the weights of `agents/house/reading_leaning.py`, or prints how it does on
sentences it has not seen. It learns from the lessons in `training/scope_*.toml` and the half `dev` of
`evals/datasets/scope_*.jsonl`, never from the half `test` and from no data of others. Method: Rifkin, Yeo and Poggio
2003 (regularised least-squares classification), solved in the dual.
"""

import argparse
import json
import random
import sys
import tomllib
from collections import Counter
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
# Chosen from a few values by what they do on the half `dev`.
RIDGE = 0.4
LEAST_SEEN = 2
MOST_VARIANTS = 8
FOLDS = 8
LEAST_WEIGHT = 0.1


class Lesson(NamedTuple):
    """A sentence, whether it is ours, and how much it counts."""

    text: str
    ours: bool
    weight: float
    language: str


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="print cross-validated shares and write nothing")
    if options.parse_args().check:
        sys.stdout.writelines(f"{line}\n" for line in check())
    else:
        path = files("agents.house").joinpath(reading_leaning.WEIGHTS)
        lessons = [lesson for language in languages() for lesson in (*load_lessons(language), *load_dev(language))]
        Path(str(path)).write_text(written(fit(lessons)), encoding="utf-8")


def check() -> Iterator[str]:
    """Wrong answers on the half `dev` by language: each fold judged by the lessons and the other folds."""
    lessons = [lesson for language in languages() for lesson in load_lessons(language)]
    dev = [lesson for language in languages() for lesson in load_dev(language)]
    table, _ = lay_out([measured(lesson.text) for lesson in (*lessons, *dev)])
    gram, signs = table @ table.T, _signs([*lessons, *dev])
    weights = np.array([lesson.weight for lesson in (*lessons, *dev)])
    order = len(lessons) + np.random.default_rng(SEED).permutation(len(dev))
    scores = np.zeros(len(signs))
    for fold in range(FOLDS):
        asked = order[fold::FOLDS]
        known = np.setdiff1d(np.arange(len(signs)), asked)
        scores[asked] = gram[np.ix_(asked, known)] @ _solve(gram[np.ix_(known, known)], signs[known], weights[known])
    for language in languages():
        for ours in (False, True):
            rows = [len(lessons) + i for i, row in enumerate(dev) if (row.language, row.ours) == (language, ours)]
            wrong = float(np.mean(scores[rows] * signs[rows] < 0))
            yield f"{language} {'ours declined' if ours else 'others kept'} {wrong:.3f} of {len(rows)}"


def fit(lessons: Sequence[Lesson]) -> dict[str, float]:
    """The weight of every feature that matters."""
    table, names = lay_out([measured(lesson.text) for lesson in lessons])
    weights = np.array([lesson.weight for lesson in lessons])
    found = table.T @ _solve(table @ table.T, _signs(lessons), weights)
    return {name: float(weight) for name, weight in zip(names, found, strict=True) if abs(weight) >= LEAST_WEIGHT}


def lay_out(rows: Sequence[dict[str, float]]) -> tuple[Floats, list[str]]:
    """The rows as a table of (rows, features), and the names of its columns; what is too rare has none."""
    seen = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN)
    places = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for at, row in enumerate(rows):
        kept = [(places[name], value) for name, value in row.items() if name in places]
        table[at, [place for place, _ in kept]] = [value for _, value in kept]
    return table, names


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
            yield from (Lesson(text, label == "ours", len(drawn) ** -0.5, language) for text in drawn)


def load_dev(language: str) -> Iterator[Lesson]:
    text = files("evals").joinpath(f"datasets/scope_{language}.jsonl").read_text(encoding="utf-8")
    for row in map(json.loads, text.splitlines()):
        if row["split"] == "dev" and row["label"] in ("ours", "off_topic"):
            yield Lesson(row["text"], row["label"] == "ours", 1.0, language)


def written(weights: dict[str, float]) -> str:
    """The file of the weights, the strongest first."""
    strongest = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    lines = "\n".join(f"{weight:.3f} {name}" for name, weight in strongest)
    return f"# Fitted by `python -m training.scope`; above 0 speaks for clothes.\nweights = '''\n{lines}\n'''\n"


def _signs(lessons: Sequence[Lesson]) -> Floats:
    return np.array([1.0 if lesson.ours else -1.0 for lesson in lessons])


def _solve(gram: Floats, signs: Floats, weights: Floats) -> Floats:
    """How much each row counts: (K + ridge / weight) a = y."""
    found = np.linalg.solve(gram + np.diag(RIDGE / weights), signs)
    return np.asarray(found)


if __name__ == "__main__":
    main()

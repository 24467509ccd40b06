"""What is ours and what is not, learnt from sentences of ours: a linear score by regularised least squares.

`python -m training.scope [--check]` writes the weights of `agents/house/reading/leaning.py`, or prints how it does on
sentences it has not seen. It learns from the lessons in `training/scope_*.toml`, sentences and single words of either
side, some by theme so that a whole theme can be held back, and the half `dev` of `evals/datasets/scope_*.jsonl` and of
`constraints.jsonl`, never from the half `test` and from no data of others.
"""

import argparse
import json
import random
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from agents.contracts import UnderstandRequest
from agents.house.lexicon import languages, load_lexicon
from agents.house.phrase_table import spelled_out
from agents.house.reading.language import language_of
from agents.house.reading.leaning import WEIGHTS, features
from agents.house.reading.scope import verdicts_of
from agents.house.reading.text import read
from agents.house.reading.turn import Turn
from training import least_squares
from training.least_squares import Floats, held_out, lay_out, write_weights

TODAY = date(2026, 11, 21)
SEED = 5
# Chosen from a few values by cross-validation on lessons and the half `dev`.
RIDGE = 0.3
MOST_VARIANTS = 4
FOLDS = 5
DEV = "dev"
# The orders are long and much alike.
ORDER_WEIGHT = 0.5
TOLD = "Fitted by `python -m training.scope`; above 0 speaks for clothes."


class Lesson(NamedTuple):
    """A sentence, whether it is ours, how much it counts, the line or the theme it is held back with, its theme."""

    text: str
    ours: bool
    weight: float
    language: str
    origin: str = ""
    theme: str = ""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="print cross-validated shares and write nothing")
    if options.parse_args().check:
        sys.stdout.writelines(f"{line}\n" for line in check())
    else:
        lessons = [lesson for language in languages() for lesson in load_all(language)]
        write_weights(WEIGHTS, fit(lessons), TOLD)


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
    return [bool(wrong) for wrong in held_out(table, signs, weights, RIDGE, fold) * signs < 0]


def fit(lessons: Sequence[Lesson]) -> dict[str, float]:
    """The weight of every feature that matters."""
    rows = [measured(lesson.text) for lesson in lessons]
    return least_squares.fit(rows, _signs(lessons), np.array([lesson.weight for lesson in lessons]), RIDGE)


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


def _signs(lessons: Sequence[Lesson]) -> Floats:
    return np.array([1.0 if lesson.ours else -1.0 for lesson in lessons])


if __name__ == "__main__":
    main()

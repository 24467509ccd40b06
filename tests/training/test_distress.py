"""Distress is learnt from lessons of both sides by theme, and never from what it is measured on."""

import json
from importlib.resources import files

import numpy as np

from agents.house.lexicon import languages
from training.distress import Lesson, check, fit, judge, load_all, load_lessons, measured

LESSONS = [
    Lesson("I want to vanish", True, 1.0, "en", "gone"),
    Lesson("I want to sleep and vanish", True, 1.0, "en", "gone"),
    Lesson("I want a coat", False, 1.0, "en", "orders"),
    Lesson("I want to wear a coat", False, 1.0, "en", "orders"),
]


def test_weights_take_the_side_of_the_lessons() -> None:
    weights = fit(LESSONS)
    scores = [sum(value * weights.get(name, 0.0) for name, value in measured(one.text).items()) for one in LESSONS]
    assert min(scores[:2]) > max(scores[2:])


def test_a_lesson_is_judged_by_the_other_folds() -> None:
    alone = judge(LESSONS, [0, 1, 2, 3])
    assert np.sign(alone).tolist() == [1, 1, -1, -1]
    assert judge(LESSONS, [0, 0, 1, 1])[0] < 0  # with its theme held back, all that is left speaks against it


def test_both_ways_of_holding_back_are_told_for_every_side() -> None:
    lines = [*check([*LESSONS, Lesson("a hat", False, 0.3, "en", "")])]
    sides = ("en found", "en false", "en other false")
    assert {line.rsplit(" ", 3)[0] for line in lines} == {
        f"{way} {side}" for way in ("sentences", "themes") for side in sides
    }


def test_themes_are_the_same_in_every_language_and_hold_both_sides() -> None:
    sides = [{(one.theme, one.care) for one in load_lessons(language)} for language in languages()]
    assert sides[0] == sides[1] == sides[2]
    assert {care for _, care in sides[0]} == {True, False}
    assert len({theme for theme, _ in sides[0]}) == len(sides[0])


def test_what_it_is_measured_on_is_not_learnt_from() -> None:
    learnt = {one.text for language in languages() for one in load_all(language)}
    lines = files("evals").joinpath("datasets/distress.jsonl").read_text(encoding="utf-8").splitlines()
    held_out = {row["text"] for row in map(json.loads, lines)}
    assert len(held_out) == 450
    assert held_out.isdisjoint(learnt)

"""The lean towards clothes is learnt from lessons and the half `dev`, and the file that ships is what that gives."""

import json
from importlib.resources import files

from agents.house.lexicon import languages
from agents.house.linear import load_weights
from agents.house.reading.leaning import WEIGHTS
from training.scope import Lesson, fit, judge, load_all, load_dev, load_lessons, load_themes, measured

LESSONS = [
    Lesson("a warm coat", True, 1.0, "en"),
    Lesson("a warm jumper", True, 1.0, "en"),
    Lesson("a warm soup", False, 1.0, "en"),
    Lesson("a cold soup", False, 1.0, "en"),
]


def test_weights_take_the_side_of_the_lessons() -> None:
    weights = fit(LESSONS)
    scores = [sum(value * weights.get(name, 0.0) for name, value in measured(one.text).items()) for one in LESSONS]
    assert min(scores[:2]) > max(scores[2:])
    assert weights["word:soup"] < 0


def test_lessons_and_dev_rows_are_learnt_from_and_test_rows_are_not() -> None:
    for language in languages():
        lessons, dev = list(load_lessons(language)), list(load_dev(language))
        assert {one.ours for one in lessons} == {one.ours for one in dev} == {True, False}
        rows = files("evals").joinpath(f"datasets/scope_{language}.jsonl").read_text(encoding="utf-8").splitlines()
        held_out = {row["text"] for row in map(json.loads, rows) if row["split"] == "test"}
        assert held_out and held_out.isdisjoint({one.text for one in load_all(language)})


def test_themes_are_the_same_in_every_language_and_hold_both_sides() -> None:
    sides = [{(one.theme, one.ours) for one in load_themes(language)} for language in languages()]
    assert sides[0] == sides[1] == sides[2]
    assert len({theme for theme, _ in sides[0]}) == len(sides[0])  # a theme is of one side
    assert {ours for _, ours in sides[0]} == {True, False}


def test_a_theme_says_nothing_twice() -> None:
    for language in languages():
        texts = [one.text for one in load_themes(language)]
        assert len(texts) == len(set(texts))
        assert len(texts) > 600


def test_a_theme_is_judged_by_the_others_alone() -> None:
    soups = [Lesson(f"a {taste} soup", False, 1.0, "en", "soup", "soup") for taste in ("warm", "cold", "salty")]
    coats = [Lesson(f"a {taste} coat", True, 1.0, "en", "coat", "coat") for taste in ("warm", "cold", "salty")]
    assert all(judge([*soups, *coats]))  # with its theme held back, all that is left speaks for the other side


def test_single_words_are_lessons_of_their_own() -> None:
    for language in languages():
        assert {one.ours for one in load_lessons(language) if one.text == one.origin and one.weight == 1.0} == {
            True,
            False,
        }


def test_the_shipped_weights_know_the_features() -> None:
    known = load_weights(WEIGHTS)
    assert any(name in known for name in measured("what do I wear to a wedding?"))

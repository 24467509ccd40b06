"""What sounds like distress: its features, and that the score tells it from what only sounds like it."""

import pytest

from agents.house.lexicon import load_lexicon
from agents.house.linear import load_weights
from agents.house.reading.distress import WEIGHTS, distress, features
from agents.house.reading.language import language_of
from agents.house.reading.mentions import Reading
from agents.house.reading.text import read
from bench.scope import cares
from training.distress import load_lessons


def reading(text: str) -> Reading:
    return read(text, load_lexicon(language_of(text, None)))


@pytest.mark.parametrize(
    ("graver", "lighter"),
    [
        ("everyone would be happier if I was gone", "everyone would be happier with a warmer coat"),
        ("my arms are covered in cuts again", "my arms are covered in sleeves again"),
        ("je ne mange plus depuis trois jours", "je ne porte plus de laine depuis trois jours"),
        ("活着没什么意思", "这件没什么意思"),
    ],
)
def test_what_is_graver_scores_higher(graver: str, lighter: str) -> None:
    assert distress(reading(graver)) > distress(reading(lighter))


def test_words_weigh_together_as_much_in_a_long_sentence_as_in_a_short_one() -> None:
    for text in ("so tired", "so tired of it all that even the good days are no help any more"):
        said = features(reading(text)).items()
        words = [value for name, value in said if name.startswith(("word:", "pair:", "near:"))]
        assert sum(value**2 for value in words) == pytest.approx(1.0)


def test_words_near_one_another_are_pairs_in_their_order() -> None:
    named = features(reading("cannot go on"))
    assert {"pair:^ cannot", "near:cannot on", "pair:on $"} <= {*named}
    assert "near:on cannot" not in named


def test_chinese_signs_go_in_runs() -> None:
    assert "run:不想活" in features(reading("我不想活了"))


def test_the_shipped_weights_know_the_features() -> None:
    known = load_weights(WEIGHTS)
    assert any(name in known for name in features(reading("I can't do this any more")))


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_most_lessons_are_answered_as_what_they_are(language: str) -> None:
    answers: dict[bool, list[bool]] = {True: [], False: []}
    for lesson in load_lessons(language):
        answers[lesson.care].append(cares(lesson.text))
    assert sum(answers[True]) / len(answers[True]) > 0.6
    assert sum(answers[False]) / len(answers[False]) < 0.01

"""A first turn's lean towards clothes: its features, its weights, and what both come to."""

import pytest

from agents.contracts import UnderstandRequest
from agents.house.lexicon import load_lexicon
from agents.house.linear import load_weights
from agents.house.reading.language import language_of
from agents.house.reading.leaning import WEIGHTS, features, leaning
from agents.house.reading.scope import verdicts_of
from agents.house.reading.text import read
from agents.house.reading.turn import Turn
from tests.agents.house.test_understand import TODAY


def turn(text: str) -> Turn:
    return Turn(read(text, load_lexicon(language_of(text, None))), UnderstandRequest(text=text, today=TODAY))


def lean(text: str) -> float:
    asked = turn(text)
    return leaning(asked, verdicts_of(asked))


@pytest.mark.parametrize(
    ("ours", "other"),
    [
        ("I feel frumpy lately", "I feel like ordering pizza"),
        ("my daughter graduates on Friday, what do I put on?", "write a speech for my daughter's graduation"),
        ("je ne ressemble à rien en ce moment", "comment faire une pâte à crêpes ?"),
        ("最近觉得自己很土", "帮我算一下房贷"),
    ],
)
def test_what_is_ours_leans_further_towards_clothes(ours: str, other: str) -> None:
    assert lean(ours) > lean(other)


def test_words_weigh_together_as_much_in_a_long_sentence_as_in_a_short_one() -> None:
    for text in ("a coat", "a warm coat for a walk by the sea in winter"):
        words = {name: value for name, value in features(turn(text), []).items() if name.startswith(("word:", "pair:"))}
        assert words
        assert max(words.values()) == min(words.values())
    long, short = (features(turn(text), [])["word:coat"] for text in ("a warm coat for a walk by the sea", "a coat"))
    assert long < short


def test_weights_speak_for_both_sides() -> None:
    weights = load_weights(WEIGHTS).values()
    assert min(weights) < 0 < max(weights)


def test_words_of_one_kind_stand_for_one_another() -> None:
    velvet, silk = (features(turn(f"is {cloth} fine in May?"), []) for cloth in ("velvet", "silk"))
    assert {"kinds:FABRIC fine", "kinds:in MONTH"} <= velvet.keys() & silk.keys()


def test_what_is_found_counts_apart_by_what_the_rules_say() -> None:
    asked = turn("the party in Rome on 3 May")
    assert "elsewhere+outside tells:place" in features(asked, ["outside", "elsewhere"])
    assert "inside tells:place" in features(asked, ["inside"])

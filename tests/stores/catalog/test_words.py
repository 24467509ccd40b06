"""Tokens, and an index over four texts."""

from pathlib import Path

import pytest

from stores.catalog.words import Words, singular, tokens, write_words


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("dresses", "dress"),
        ("shoes", "shoe"),
        ("watches", "watch"),
        ("hoodies", "hoodie"),
        ("accessories", "accessory"),
        ("ties", "tie"),
        ("blouses", "blouse"),
        ("boxes", "box"),
    ],
)
def test_a_plural_meets_its_singular(plural: str, one: str) -> None:
    assert singular(plural) == singular(one)


def test_tokens_are_plain_words() -> None:
    assert tokens("The Crème ANKLE_BOOTS, with a zip") == ["creme", "ankle", "boot", "zip"]


def test_a_rare_shared_word_scores_highest(tmp_path: Path) -> None:
    write_words(tmp_path, ["blue linen shirt", "blue cotton shirt", "blue jeans", "red dress"])
    words = Words(tmp_path)
    scores = words.scores("Linen shirts")
    assert scores.argmax() == 0
    assert scores[1] > 0
    assert not scores[2:].any()


@pytest.mark.parametrize("text", ["", "the", "zeppelin", "裙子"])
def test_words_that_nobody_has_score_nothing(tmp_path: Path, text: str) -> None:
    write_words(tmp_path, ["blue linen shirt", "red dress"])
    assert Words(tmp_path).scores(text).tolist() == [0, 0]

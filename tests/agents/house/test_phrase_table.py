"""Phrases are found at a word, longest first; alternatives in braces are spelled out."""

import pytest

from agents.house.phrase_table import PhraseTable, spelled_out

TABLE = PhraseTable(
    {
        ("black",): [("colour", "black")],
        ("black", "tie"): [("style", "black_tie"), ("occasion", "black_tie")],
        ("tie",): [("category", "tie")],
    }
)


def test_the_longest_phrase_comes_first() -> None:
    found = list(TABLE.at(["a", "black", "tie", "evening"], 1))
    assert found == [(2, [("style", "black_tie"), ("occasion", "black_tie")]), (1, [("colour", "black")])]


def test_a_phrase_that_the_text_cuts_short_is_not_there() -> None:
    assert list(TABLE.at(["all", "black"], 1)) == [(1, [("colour", "black")])]
    assert list(TABLE.at(["all", "black"], 0)) == []


def test_words_of_all_phrases() -> None:
    assert TABLE.words == {"black", "tie"}


def test_alternatives_are_spelled_out_one_in_another() -> None:
    alternatives = {"be": ["is", "are"], "bad": ["out", "{not} done"], "not": ["not", "so not"]}
    assert list(spelled_out("{be} {bad}", alternatives)) == [
        "is out", "is not done", "is so not done", "are out", "are not done", "are so not done",
    ]  # fmt: skip
    assert list(spelled_out("no way", alternatives)) == ["no way"]


def test_an_unknown_alternative_is_an_error() -> None:
    with pytest.raises(KeyError, match="bed"):
        list(spelled_out("{bed} out", {"be": ["is"]}))

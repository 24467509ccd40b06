"""Talks in every language: well formed, told turn by turn, and both halves of them there."""

from collections import Counter
from itertools import chain

import pytest

from evals.cases import LANGUAGES
from evals.parallel import load_parallel
from evals.turns import Expectation

TALKS = load_parallel()


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.id)
def test_each_turn_is_said_in_every_language_and_orders_what_can_be_ordered(talk):
    assert 4 <= len(talk.turns) <= 6
    for turn in talk.turns:
        assert set(turn.say) == set(LANGUAGES)
        assert all(text.strip() for text in turn.say.values())
        Expectation.model_validate(turn.checks.get("orders", {}))


def test_half_of_the_talks_were_never_mended_by():
    assert len(set(Counter(talk.split for talk in TALKS).values())) == 1


def test_a_turn_has_all_turns_before_it_as_its_history():
    for number, case in enumerate(TALKS[0].cases("fr")):
        assert [said.text for said in case.history] == [turn.say["fr"] for turn in TALKS[0].turns[:number]]
        assert case.say.text == TALKS[0].turns[number].say["fr"]


def test_no_two_turns_are_the_same_in_every_language():
    said = Counter(tuple(turn.say.values()) for turn in chain.from_iterable(talk.turns for talk in TALKS))
    assert max(said.values()) <= 2

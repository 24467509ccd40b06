from typing import Any

import pytest

from tools.liveliness import liveliness


def test_neutrals_draw_no_eye(article: Any) -> None:
    assert liveliness([article("shirt", "white"), article("trousers", "navy")]) == 0


def test_a_vivid_colour_counts_by_what_it_covers(article: Any) -> None:
    red_dress = liveliness([article("sheath_dress", "red"), article("heels", "black")])
    red_shoes = liveliness([article("sheath_dress", "black"), article("heels", "red")])
    assert 0 < red_shoes < red_dress <= 1


def test_a_pattern_draws_the_eye_even_in_black_and_white(article: Any) -> None:
    plain, striped = article("shirt", "white"), article("shirt", "white", pattern="stripe")
    assert liveliness([striped]) > liveliness([plain])


@pytest.mark.parametrize("pieces", [[]])
def test_nothing_is_not_lively(pieces: list[Any]) -> None:
    assert liveliness(pieces) == 0

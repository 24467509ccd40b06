from typing import Any

import pytest

from evals.report.values import LONGEST_TEXT, MOST_ROWS, ROOM, show_value
from tests.evals.report.reading import Read


def text(value: Any) -> str:
    return Read(show_value(value)).text


def test_keys_stand_before_their_values_and_empty_ones_are_left_out() -> None:
    value = {"intent": "outfit", "slots": [], "budget": {"max": 90.0, "currency": "EUR"}, "sizes": {"shoes": None}}
    assert text(value) == "intentoutfitbudgetmax 90.0, currency EUR"


def test_a_number_is_no_yes_and_no_no() -> None:
    assert text({"share": 1.0, "offset": 0.0, "hard": True}) == "share1.0offset0.0hardyes"


def test_json_in_a_text_is_read() -> None:
    assert text('{"slot": "outer", "colours": ["navy", "grey"]}') == "slotoutercoloursnavy, grey"
    assert text("{not json") == "{not json"


def test_long_texts_and_lists_are_cut_with_a_word() -> None:
    assert text("a" * 900).endswith(f"{'a' * 5}… (900 characters)")
    assert len(text("a" * 900)) < LONGEST_TEXT + 30
    assert text([{"n": n} for n in range(40)]).endswith(f"and {40 - MOST_ROWS} entries more")
    assert "and 84 entries more" in text(list(range(100)))


def test_nothing_gets_out_of_hand() -> None:
    """A value of a hundred thousand articles is as long as one that can be read."""
    wide = {f"key {n}": [{"name": "x" * 300, "rows": [{"deep": "y" * 300}] * 50}] * 50 for n in range(200)}
    assert len(show_value(wide)) < 6 * ROOM
    deep: Any = "end"
    for _ in range(400):
        deep = {"next": deep, "other": [1]}
    assert len(show_value(deep)) < 3000


@pytest.mark.parametrize("hostile", ["<script>x</script>", {"<b>": "<i>"}, ["<b>"], [{"<b>": ["<i>"]}]])
def test_nothing_becomes_html(hostile: Any) -> None:
    assert {name for name, _ in Read(show_value(hostile)).elements} <= {"span", "dl", "dt", "dd", "ol", "li", "i"}
    assert "<b" not in show_value(hostile)

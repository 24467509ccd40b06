"""Least squares over few features among many: how rows are laid out, weighed, judged by others and written down."""

import numpy as np

from training.least_squares import fit, held_out, lay_out, written

COATS = [{"warm": 1.0, "coat": 1.0}, {"long": 1.0, "coat": 1.0}]
SOUPS = [{"warm": 1.0, "soup": 1.0}, {"long": 1.0, "soup": 1.0}]
SIGNS = np.array([1.0, 1.0, -1.0, -1.0])


def test_rows_are_laid_out_by_what_is_seen_more_than_once() -> None:
    table, names = lay_out([{"a": 1.0, "b": 0.5}, {"a": 2.0}])
    assert names == ["a"]
    assert table.shape == (2, 1)
    assert table.times(np.array([3.0])).tolist() == [3.0, 6.0]
    assert table.transposed_times(np.array([1.0, 1.0])).tolist() == [3.0]


def test_weights_take_the_side_of_the_rows() -> None:
    found = fit([*COATS, *SOUPS], SIGNS, np.ones(4), ridge=0.1)
    assert found["coat"] > 0.5 and found["soup"] < -0.5
    assert not {"warm", "long"} & {*found}  # what is said of both sides weighs nothing


def test_a_row_counts_by_its_weight() -> None:
    rows = [{"coat": 1.0}, {"coat": 1.0}]
    assert fit(rows, np.array([1.0, -1.0]), np.array([3.0, 1.0]), ridge=0.1)["coat"] > 0.2


def test_a_fold_is_judged_by_the_others_alone() -> None:
    table, _ = lay_out([{"warm": 1.0}, {"warm": 1.0}])
    alone = held_out(table, np.array([1.0, -1.0]), np.ones(2), 0.1, np.array([0, 1]))
    assert alone[0] < 0 < alone[1]


def test_what_is_written_is_what_is_read() -> None:
    lines = written({"word:coat": 0.5, "word:soup": -1.25}, "Fitted.").splitlines()
    assert lines == ["# Fitted.", "weights = '''", "-1.250 word:soup", "0.500 word:coat", "'''"]

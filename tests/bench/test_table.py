"""The table of figures is the one that the results make, and no aim is missed without a word of what was tried."""

import pytest

from bench.table import RESULTS, Aim, Figure, load_aims, shown, table


def test_the_table_that_stands_is_of_the_results_that_stand() -> None:
    written = (RESULTS / "README.md").read_text(encoding="utf-8")
    assert written == table(load_aims()), "run `python -m bench.table > bench/results/README.md`"


@pytest.mark.parametrize("aim", load_aims(), ids=lambda aim: aim.what)
def test_who_misses_an_aim_says_what_was_tried(aim: Aim) -> None:
    missed = [figure.name for figure, value in aim.measured() if figure.reached(value) is False]
    assert not missed or len(aim.tried) > 100


def test_an_aim_is_a_bound_from_one_side() -> None:
    assert Figure("", "", ">= 0.98").reached(0.98)
    assert not Figure("", "", "<= 0.005").reached(0.006)
    assert Figure("", "").reached(1.0) is None


def test_a_figure_is_found_by_its_key() -> None:
    assert Figure("", "own.test.en").value({"own": {"test": {"en": 0.5}}}) == 0.5
    with pytest.raises(KeyError):
        Figure("", "own.dev").value({"own": {"test": 1}})


@pytest.mark.parametrize(("value", "text"), [(0.98, "0.98"), (0.0, "0"), (1.0, "1"), (83.6574, "83.657"), (100, "100")])
def test_a_figure_is_shown_short(value: float, text: str) -> None:
    assert shown(value) == text

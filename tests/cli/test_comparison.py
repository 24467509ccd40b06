"""What a comparison of two evaluations looks like."""

import pytest

from cli.comparison import SHOWN, figure, show
from evals.compare import pair
from tests.evals.made import made_case, made_evaluation, made_result


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")


def test_each_metric_has_its_interval_and_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    a = [made_result(f"c{n}", {"route": float(n % 4 != 0)}) for n in range(40)]
    show(pair(made_evaluation(a), made_evaluation([made_result(f"c{n}") for n in range(40)], model="scripted")))
    shown = capsys.readouterr().out
    route = next(line for line in shown.splitlines() if line.startswith("route"))
    assert all(text in route for text in ("0.750", "1.000", "+0.250", " to +0.", "better", "40"))
    assert " same" in next(line for line in shown.splitlines() if line.startswith("tokens_used"))
    assert "routing: A is house of 2026-11-22T14:00, B is scripted" in shown


def test_cases_that_moved_stand_one_by_one_with_both_comments(capsys: pytest.CaptureFixture[str]) -> None:
    a = made_result("c1", comment="searched", case=made_case("c1", say="帮我搭一套"))
    b = made_result("c1", {"route": 0.0}, comment="went \x1b[2Jastray", case=made_case("c1", say="帮我搭一套"))
    show(pair(made_evaluation([a]), made_evaluation([b])))
    shown = capsys.readouterr().out
    assert "Worse in B: 1 cases, 1 scores" in shown
    assert "c1 · route 1.00 -> 0.00 · 帮我搭一套\n   A: searched\n   B: went [2Jastray\n" in shown
    assert "Better in B" not in shown


def test_a_long_list_says_how_many_more(capsys: pytest.CaptureFixture[str]) -> None:
    a = [made_result(f"c{n}") for n in range(SHOWN + 5)]
    show(pair(made_evaluation(a), made_evaluation([made_result(f"c{n}", {"route": 0.0}) for n in range(SHOWN + 5)])))
    assert "and 5 more" in capsys.readouterr().out


def test_what_was_left_out_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    a = [made_result("c1"), made_result("c2"), made_result("c4", {"rank": 1.0, "route": 1.0})]
    altered = made_result("c4", case=made_case("c4", say="A hat"))
    show(pair(made_evaluation(a), made_evaluation([made_result("c1"), made_result("c3"), altered], revision="9")))
    shown = capsys.readouterr().out
    assert "revision: abc1234 -> 9" in shown
    assert "1 cases in A alone, in no figure: c2" in shown
    assert "1 cases in B alone, in no figure: c3" in shown
    assert "1 cases altered, in no figure: c4" in shown


@pytest.mark.parametrize(
    ("key", "value", "reads"),
    [
        ("route", 0.25, "+0.250"),
        ("latency_ms", -1234.5, "-1,234"),
        ("tokens_used", 3.25, "+3.2"),
        ("cost_spent", 0.01, "+0.0100"),
    ],
)
def test_figures_have_the_places_that_mean_something(key: str, value: float, reads: str) -> None:
    assert figure(key, value, signed=True) == reads

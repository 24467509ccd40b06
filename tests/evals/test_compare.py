from pathlib import Path

import pytest

from evals.compare import Comparison, NotComparable, compare, pair
from evals.results import BrokenResults, Result
from tests.evals.made import made_case, made_evaluation, made_result, write_evaluation


def held(a: list[Result], b: list[Result]) -> Comparison:
    return pair(made_evaluation(a), made_evaluation(b))


def of(found: Comparison, key: str):  # type: ignore[no-untyped-def]
    return next(metric for metric in found.metrics if metric.key == key)


def test_a_clear_gain_is_called_one() -> None:
    a = [made_result(f"c{n}", {"route": float(n % 4 != 0)}) for n in range(40)]
    b = [made_result(f"c{n}", {"route": 1.0}) for n in range(40)]
    route = of(held(a, b), "route")
    assert (route.a, route.b, route.difference) == (0.75, 1.0, 0.25)
    assert 0 < route.low < 0.25 < route.high < 0.45
    assert (route.direction, route.improved, route.regressed, route.cases) == ("better", 10, 0, 40)
    assert of(held(b, a), "route").direction == "worse"
    assert '"direction":"worse"' in held(b, a).model_dump_json()


@pytest.mark.parametrize(("moved", "told"), [(0, "same"), (1, "unclear"), (5, "unclear"), (6, "better")])
def test_few_cases_that_moved_are_no_gain(moved: int, told: str) -> None:
    """Five coins fall alike once in sixteen times, six once in thirty-two."""
    a = [made_result(f"c{n}", {"route": float(n >= moved)}) for n in range(30)]
    b = [made_result(f"c{n}") for n in range(30)]
    assert of(held(a, b), "route").direction == told
    if moved:
        assert of(held(a[:moved], b[:moved]), "route").direction == told


def test_as_many_up_as_down_is_unclear_and_none_is_the_same() -> None:
    a = [made_result(f"c{n}", {"route": float(n % 2)}) for n in range(20)]
    b = [made_result(f"c{n}", {"route": float(n % 3 == 0)}) for n in range(20)]
    assert of(held(a, b), "route").direction == "unclear"
    assert of(held(a, a), "route").direction == "same"


def test_pairing_sees_what_two_means_alone_could_not() -> None:
    """Cases differ widely from each other, and every one of them gets a little better."""
    a = [made_result(f"c{n}", {"rank": n / 40}) for n in range(36)]
    b = [made_result(f"c{n}", {"rank": n / 40 + 0.02 + 0.001 * (n % 3)}) for n in range(36)]
    assert of(held(a, b), "rank").direction == "better"


def test_less_is_better_of_what_is_spent() -> None:
    a = [made_result(f"c{n}", latency_ms=100.0 + n) for n in range(10)]
    b = [made_result(f"c{n}", latency_ms=50.0 + 2 * n, tokens=60) for n in range(10)]
    found = held(a, b)
    assert (of(found, "latency_ms").direction, of(found, "latency_ms").improved) == ("better", 10)
    assert of(found, "tokens_used").direction == "worse"
    assert not found.regressed


def test_repeats_are_no_cases() -> None:
    a = [made_result("c1", repeat=n) for n in range(50)]
    b = [made_result("c1", {"route": 0.0}, repeat=n) for n in range(50)]
    assert of(held(a, b), "route").cases == 1


def test_cases_that_moved_are_listed_with_both_comments() -> None:
    a = [made_result("c1", comment="searched"), made_result("c2", {"route": 0.0}, comment="did not search")]
    b = [made_result("c1", {"route": 0.5}, comment="searched late"), made_result("c2", comment="searched")]
    found = held(a, b)
    lost, won = found.regressed[0], found.improved[0]
    assert (lost.case, lost.key, lost.a, lost.b) == ("c1", "route", 1, 0.5)
    assert (lost.comment_a, lost.comment_b) == ("searched", "searched late")
    assert (won.case, won.comment_a, won.said) == ("c2", "did not search", "A navy dress")


def test_a_turn_that_breaks_is_a_regression_of_what_it_was_checked_for() -> None:
    found = held([made_result("c1")], [made_result("c1", {}, error="TimeoutError: 30 s")])
    assert [(change.key, change.comment_b) for change in found.regressed] == [("route", "TimeoutError: 30 s")]


def test_a_turn_that_breaks_where_nothing_was_scored_is_one_too() -> None:
    a, b = made_result("c1", {}), made_result("c1", {}, error="TimeoutError")
    assert [change.key for change in held([a], [b]).regressed] == ["passed"]


def test_what_one_run_gave_nothing_to_judge_for_is_counted_and_not_compared() -> None:
    a = [made_result("c1", {"rank": 1.0}), made_result("c2", {"rank": 0.5})]
    b = [made_result("c1", {"rank": None}), made_result("c2", {"rank": 0.5})]
    rank = of(held(a, b), "rank")
    assert (rank.cases, rank.unpaired, rank.direction) == (1, 1, "same")


def test_cases_of_one_file_alone_are_named_and_in_no_figure() -> None:
    found = held([made_result("c1"), made_result("c2", {"route": 0.0})], [made_result("c1"), made_result("c3")])
    assert (found.only_a, found.only_b) == (["c2"], ["c3"])
    assert of(found, "route").a == 1


def test_a_case_that_asks_for_something_else_is_not_paired() -> None:
    altered = made_result("c2", {"route": 0.0}, case=made_case("c2", say="A red dress"))
    found = held([made_result("c1"), made_result("c2")], [made_result("c1"), altered])
    assert found.altered == ["c2"]
    assert not found.regressed


def test_a_case_that_is_only_tagged_anew_is_paired() -> None:
    tagged = made_result("c1", case=made_case("c1", tags=["evening"]))
    assert not held([made_result("c1")], [tagged]).altered


def test_differences_of_the_runs_are_told() -> None:
    a = made_evaluation([made_result("c1")])
    changes = {
        "model": "scripted",
        "prompts": {"merge": "bbbb"},
        "revision": "def5678",
        "versions": {"langgraph": "1.1"},
    }
    b = made_evaluation([made_result("c1")], **changes)
    assert [(one.name, one.a, one.b) for one in pair(a, b).differences] == [
        ("model", "house", "scripted"),
        ("revision", "abc1234", "def5678"),
        ("prompt merge", "aaaa", "bbbb"),
        ("version of langgraph", "1.0", "1.1"),
    ]


def test_two_suites_are_not_compared() -> None:
    with pytest.raises(NotComparable, match="two suites, routing and memory"):
        pair(made_evaluation([made_result("c1")]), made_evaluation([made_result("c1")], suite="memory"))


def test_no_common_case_is_not_compared() -> None:
    with pytest.raises(NotComparable, match="A begins with c1, B with c2"):
        held([made_result("c1")], [made_result("c2")])
    with pytest.raises(NotComparable, match="No case was played yet in B"):
        held([made_result("c1")], [])
    with pytest.raises(NotComparable, match="ask for something else"):
        held([made_result("c1")], [made_result("c1", case=made_case("c1", say="A hat"))])


def test_files_are_read(tmp_path: Path) -> None:
    a = write_evaluation(tmp_path / "a.jsonl", made_evaluation([made_result("c1")]))
    b = write_evaluation(tmp_path / "b.jsonl", made_evaluation([made_result("c1", {"route": 0.0})]))
    assert of(compare(a, b), "route").difference == -1
    with pytest.raises(BrokenResults):
        compare(a, tmp_path / "none.jsonl")

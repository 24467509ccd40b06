from pathlib import Path

from evals.measures import columns, comment_on, load_evaluation, measure, measured
from tests.evals.made import made_case, made_evaluation, made_result, write_evaluation


def test_repeats_are_averaged_within_a_case() -> None:
    repeats = [made_result("a", {"route": 1.0}, tokens=10), made_result("a", {"route": 0.0}, repeat=1, tokens=30)]
    assert measure(repeats) == {"a": {"passed": 0.5, "route": 0.5, "latency_ms": 100, "tokens_used": 20}}


def test_what_has_nothing_to_judge_is_no_value() -> None:
    assert "retrieval" not in measure([made_result("a", {"route": 1.0, "retrieval": None})])["a"]


def test_a_turn_that_never_ended_fails_what_it_was_checked_for() -> None:
    ended = made_result("a", {"route": 1.0})
    broken = made_result("b", {}, error="TimeoutError", case=made_case("b", checks={"route": {}}))
    other = made_result("c", {}, error="TimeoutError", case=made_case("c", checks={"language": {}}))
    found = measure([ended, broken, other])
    assert found["b"] == {"passed": 0, "route": 0}
    assert found["c"] == {"passed": 0}


def test_cost_is_there_where_it_is_known() -> None:
    assert measured([made_result("a", cost=0.02), made_result("a", repeat=1)], ["route"])["cost_spent"] == 0.02


def test_columns_begin_with_what_passed_and_end_with_what_was_spent() -> None:
    found = columns(measure([made_result("a", {"route": 1.0, "language": 1.0}), made_result("b", {"route": 0.5})]))
    assert list(found) == ["passed", "route", "language", "latency_ms", "tokens_used"]
    assert found["route"] == [1, 0.5]


def test_the_comment_is_that_of_the_worst_repeat() -> None:
    good, bad = made_result("a", comment="went right"), made_result("a", {"route": 0.0}, repeat=1, comment="no search")
    assert comment_on([good, bad], "route") == "no search"
    assert comment_on([good, bad], "passed") == "route: no search"
    assert comment_on([good, made_result("a", error="TimeoutError")], "route") == "TimeoutError"


def test_a_check_of_tokens_is_not_the_tokens() -> None:
    assert (
        measure([made_result("a", {"tokens": 0.5}, tokens=900)])["a"].items()
        >= {"tokens": 0.5, "tokens_used": 900}.items()
    )


def test_what_is_only_measured_fails_nothing() -> None:
    low = made_result("a", {"route": 0.5, "diversity": 0.2})
    assert [score.key for score in low.lost] == ["route"]
    assert comment_on([low], "passed") == "route: as it was asked"


def test_a_file_is_read_without_its_outputs(tmp_path: Path) -> None:
    path = write_evaluation(tmp_path / "a.jsonl", made_evaluation([made_result("a")]))
    header, results = load_evaluation(path)
    assert (header.suite, results[0].case.id, results[0].outputs) == ("routing", "a", {})

from pathlib import Path

import pytest

from evals.gate import BrokenThresholds, Thresholds, failures, gate, load_thresholds
from tests.evals.made import made_evaluation, made_result, write_evaluation


def lines(results: list, header: dict | None = None, **asked: object) -> list[str]:  # type: ignore[type-arg]
    found = made_evaluation(results, **(header or {}))
    return failures(found, {"routing": Thresholds.model_validate(asked)})


def test_what_reaches_its_thresholds_passes() -> None:
    results = [made_result(f"c{n}", {"route": 0.9}) for n in range(10)]
    assert not lines(results, least={"route": 0.9}, most={"latency_ms": 100.0}, cases=10)


def test_a_mean_that_is_too_low_is_named_with_its_cases() -> None:
    results = [made_result("c1"), made_result("c2", {"route": 0.0})]
    assert lines(results, least={"route": 0.9}) == ["routing: route is 0.5000, at least 0.9 is asked for (below 1: c2)"]


def test_what_takes_too_long_fails() -> None:
    assert lines([made_result("c1", latency_ms=900)], most={"latency_ms": 500}) == [
        "routing: latency_ms is 900, at most 500 is allowed"
    ]


def test_what_was_not_measured_does_not_pass() -> None:
    assert lines([made_result("c1")], least={"groundedness": 0.5}, most={"cost_spent": 1}) == [
        "routing: groundedness was not measured, and has to be at least 0.5",
        "routing: cost_spent was not measured, and may be 1 at most",
    ]


def test_some_cases_may_never_fail() -> None:
    results = [made_result("c1"), made_result("c1", {"route": 0.0}, repeat=1, comment="went astray")]
    assert lines(results, {"repeats": 2}, never_fails=["c1", "c9"]) == [
        "routing: c1 may never fail, and did in 1 of 2: route: went astray",
        "routing: c9 may never fail, and was not played",
    ]


def test_too_few_cases_and_a_run_that_was_broken_off_fail() -> None:
    assert lines([made_result("c1")], cases=5) == ["routing: 1 cases were played, at least 5 are asked for"]
    assert lines([made_result("c1"), made_result("c2")], {"cases": 4}) == [
        "routing: the run is not complete: 2 of 4 cases have all their repeats"
    ]
    assert lines([made_result("c1")], {"repeats": 3}) == [
        "routing: the run is not complete: 0 of 1 cases have all their repeats"
    ]


def test_an_error_counts_against_the_mean() -> None:
    results = [made_result("c1"), made_result("c2", {}, error="TimeoutError")]
    assert lines(results, least={"route": 1.0})[0].startswith("routing: route is 0.5000")


def test_a_suite_without_thresholds_fails() -> None:
    (told,) = failures(made_evaluation([made_result("c1")], suite="memory"), {"routing": Thresholds()})
    assert "no thresholds are set for this suite" in told and "[memory]" in told


def test_a_model_may_be_held_to_something_else() -> None:
    asked = {"routing": Thresholds(least={"route": 1.0}), "routing@obedient": Thresholds(least={"route": 0.2})}
    results = [made_result("c1", {"route": 0.5})]
    assert failures(made_evaluation(results), asked)
    assert not failures(made_evaluation(results, model="obedient"), asked)


def test_files_of_both_are_read(tmp_path: Path) -> None:
    results = write_evaluation(tmp_path / "a.jsonl", made_evaluation([made_result("c1", {"route": 0.0})]))
    thresholds = tmp_path / "gate.toml"
    thresholds.write_text("[routing]\nleast = { route = 0.5 }\n", encoding="utf-8")
    assert len(gate(results, thresholds)) == 1


@pytest.mark.parametrize("text", ["[routing", "[routing]\nleasst = { route = 1 }\n", "routing = 3\n"])
def test_thresholds_that_cannot_be_read_are_no_thresholds(tmp_path: Path, text: str) -> None:
    (tmp_path / "gate.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BrokenThresholds, match=r"gate\.toml[^\n]*$"):
        load_thresholds(tmp_path / "gate.toml")


def test_ours_can_be_read() -> None:
    assert all(0 <= bound <= 1 for asked in load_thresholds().values() for bound in asked.least.values())

from pathlib import Path

from evals.report import cases
from evals.report.cases import detailed, entries
from evals.report.runs import by_suite
from tests.evals.made import made_evaluation, made_result


def test_the_worst_repeat_comes_first() -> None:
    repeats = [
        made_result("a", {"route": 1.0}),
        made_result("a", {"route": 0.2}, repeat=1),
        made_result("a", {}, repeat=2, error="TimeoutError"),
    ]
    (entry,) = entries(by_suite([(Path("1"), made_evaluation(repeats))])[0])
    assert [result.repeat for result in entry.plays[0].repeats] == [2, 1, 0]
    assert (entry.passed, entry.failing) == (False, ["route"])


def test_what_failed_is_shown_at_length_before_what_passed(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(cases, "WHOLE", 2)
    monkeypatch.setattr(cases, "TIMED", 4)
    results = [made_result(f"c{n}", {"route": float(n < 4)}) for n in range(6)]
    found = entries(by_suite([(Path("1"), made_evaluation(results))])[0])
    assert detailed(found)[""] == {
        ("c4", 0): "whole", ("c5", 0): "whole", ("c0", 0): "times", ("c1", 0): "times", ("c2", 0): "talk",
        ("c3", 0): "talk",
    }  # fmt: skip
    assert set(detailed(found, share=2)[""].values()) == {"whole", "times", "talk"}
    assert list(detailed(found, share=2)[""].values()).count("whole") == 1

from pathlib import Path

from evals.report.overview import show_groups, show_head, show_scores, show_times
from evals.report.runs import Suite, by_suite
from tests.evals.made import made_case, made_evaluation, made_result
from tests.evals.report.reading import Read


def suite() -> Suite:
    """Eight cases; those in Chinese fail, and half are tagged."""
    results = [
        made_result(
            f"c{n}", {"route": float(n % 2), "rank": None if n < 3 else 0.5, "diversity": 0.4}, latency_ms=100.0 + n,
            case=made_case(f"c{n}", language="en" if n % 2 else "zh", tags=["evening"] if n < 4 else [f"own-{n}"]),
        )
        for n in range(8)
    ]  # fmt: skip
    return by_suite([(Path("a.jsonl"), made_evaluation(results))])[0]


def test_runs_of_one_suite_are_lettered_and_a_single_one_is_not() -> None:
    one, other = made_evaluation([made_result("a")]), made_evaluation([made_result("a")], suite="memory")
    found = by_suite([(Path("1"), one), (Path("2"), other), (Path("3"), one)])
    assert [(suite.name, [run.label for run in suite.runs]) for suite in found] == [
        ("routing", ["A", "B"]),
        ("memory", [""]),
    ]


def test_a_score_has_its_mean_its_interval_and_how_many_are_below() -> None:
    text = Read(show_scores(suite())).text.replace("\u202f", " ")
    assert "route50 % (21.5–78.5)4 of 8" in text
    assert "rank50 % (" in text
    assert "5 of 5" in text
    assert "only measured" in text
    assert "Nothing to judge, in no mean: rank 3." in text


def test_what_is_only_measured_fails_no_case() -> None:
    good = made_evaluation([made_result("a", {"route": 1.0, "diversity": 0.1})])
    assert "0 of 1 case failed" in show_head(by_suite([(Path("1"), good)])[0])


def test_languages_and_tags_that_more_than_one_case_has_are_rows() -> None:
    read = Read(show_groups(suite()))
    assert "English" in read.text
    assert "Chinese0" in read.text
    assert "evening" in read.text
    assert "own-5" not in read.text
    assert len(read.classed("low")) == 8


def test_times_are_told_by_quantile() -> None:
    assert "half within 104\u202fms, 95 % within 107\u202fms, the longest 107\u202fms" in Read(show_times(suite())).text

import pytest

from evals.report.wording import between, counted, milliseconds, moment, percent, points, spent


@pytest.mark.parametrize(
    ("value", "reads"), [(1.0, "100 %"), (0.9999, "99.9 %"), (0.5, "50 %"), (0.123, "12.3 %"), (0.0, "0 %")]
)
def test_a_share_is_whole_only_where_it_is(value: float, reads: str) -> None:
    assert percent(value).replace("\u202f", " ") == reads


def test_an_interval_and_a_difference() -> None:
    assert between(0.5, 1.0) == "50–100"
    assert [points(one) for one in (0.125, -0.02, 0.0, -0.0001)] == ["+12.5", "−2.0", "0", "0"]


@pytest.mark.parametrize(("value", "reads"), [(3.25, "3.2 ms"), (840.4, "840 ms"), (2345, "2.35 s"), (61_000, "61 s")])
def test_times_have_the_unit_that_one_thinks_in(value: float, reads: str) -> None:
    assert milliseconds(value).replace("\u202f", " ") == reads


def test_what_was_spent() -> None:
    assert spent("tokens_used", -1234.0, signed=True) == "−1,234"
    assert spent("cost_spent", 0.0123) == "0.0123"
    assert spent("latency_ms", 0.0, signed=True).startswith("±0.0")


def test_moments_and_counts() -> None:
    assert moment("2026-11-22T14:03:00+00:00") == "22 November 2026, 14:03 UTC"
    assert moment("yesterday") == "yesterday"
    assert (counted(1, "case"), counted(1200, "entry", "entries")) == ("1 case", "1,200 entries")

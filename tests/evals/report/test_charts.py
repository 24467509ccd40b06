import re

from evals.report.charts import Mark, Row, difference_axis, failures_strip, histogram, intervals, share_axis, time_axis
from tests.evals.report.reading import Read


def test_an_axis_of_shares_begins_where_everything_still_is_on_it() -> None:
    assert [share_axis(lowest).low for lowest in (0.95, 0.85, 0.6, 0.2)] == [0.9, 0.8, 0.5, 0.0]
    axis = share_axis(0.6)
    assert (axis.at(0.5), axis.at(0.75), axis.at(1.0)) == (0, 50, 100)


def test_a_dot_lies_within_its_interval() -> None:
    html = intervals([Row("route", [Mark("", 0.75, 0.5, 1.0, "75 %")])], share_axis(0.5), ("a", "b", "c"))
    reach = re.search(r'<line x1="([\d.]+)%" x2="([\d.]+)%" [^>]*class="reach"', html)
    assert reach and reach.groups() == ("0.0", "100.0")
    assert 'cx="50.0%"' in html
    assert "75 %" in Read(html).text


def test_runs_are_told_apart_by_shape() -> None:
    marks = [Mark("A", 0.5, 0.4, 0.6, "50 %"), None, Mark("C", 0.7, 0.6, 0.8, "70 %")]
    read = Read(intervals([Row("route", marks)], share_axis(0.0), ("a", "b", "c")))
    assert [one.get("class") for one in read.named("circle")] == ["dot-0", "dot-2"]
    assert "not measured" in read.text


def test_a_difference_has_zero_in_the_middle() -> None:
    assert difference_axis(0.07).at(0) == 50
    assert difference_axis(0.07).told == ["−10", "−5", "0", "+5", "+10"]


def test_each_failed_case_is_a_stroke_in_its_place() -> None:
    read = Read(failures_strip([True, False, True, True], "1 of 4"))
    assert [one["x"] for one in read.classed("lost")] == ["25.000%"]
    assert read.named("svg")[0]["aria-label"] == "1 of 4"


def test_times_are_spread_over_an_axis_of_logarithms() -> None:
    axis = time_axis(20, 4000)
    assert [told.replace("\u202f", " ") for told in axis.told] == [
        "20 ms", "50 ms", "100 ms", "200 ms", "500 ms", "1.00 s", "2.00 s",
    ]  # fmt: skip
    html = histogram([20.0] * 30 + [4000.0], axis, [("half", 20.0)])
    bars = Read(html).classed("bar")
    assert [one["height"] for one in bars] == ["64.0", "2.1"]
    assert all(0 <= float((one["x"] or "").rstrip("%")) < 100 for one in bars)


def test_one_time_alone_is_a_chart_too() -> None:
    assert Read(histogram([0.0], time_axis(0.0, 0.0), [("half", 0.0)])).classed("bar")

"""Charts as inline SVG, drawn in shares of their width, so that they fit a phone and print without being scaled.

Runs are told apart by shape, not by colour, and every figure that is drawn stands beside it in words.
"""

from collections.abc import Sequence
from math import floor, log10
from typing import NamedTuple

import numpy as np

from evals.report.markup import NOTHING, Child, Safe, join, tag
from evals.report.wording import milliseconds, percent

LANE = 16
BINS = 36
TALL = 64
DECADES = (1, 2, 5)


class Mark(NamedTuple):
    """What one run has in a row: a mean between two bounds; nothing where it measured none."""

    label: str
    mean: float
    low: float
    high: float
    told: str


class Row(NamedTuple):
    name: Child
    marks: Sequence[Mark | None]
    note: Child = None


class Axis(NamedTuple):
    low: float
    high: float
    ticks: Sequence[float]
    told: Sequence[str]

    def at(self, value: float) -> float:
        """Where a value lies, in per cent of the width."""
        return round(100 * (min(max(value, self.low), self.high) - self.low) / (self.high - self.low), 2)


def share_axis(lowest: float) -> Axis:
    """From 0 to 100 %, or from as far up as still shows everything; dots, unlike bars, need no zero."""
    low = next(start for start in (0.9, 0.8, 0.5, 0.0) if lowest >= start or start == 0)
    ticks = [low + (1 - low) * step / 5 for step in range(6)] if low else [0, 0.25, 0.5, 0.75, 1]
    return Axis(low, 1.0, ticks, [percent(tick, 0) for tick in ticks])


def difference_axis(widest: float) -> Axis:
    """As far to the left as to the right of no difference."""
    reach = next(end for end in (0.05, 0.1, 0.25, 0.5, 1.0) if widest <= end or end == 1)
    ticks = [-reach, -reach / 2, 0.0, reach / 2, reach]
    return Axis(-reach, reach, ticks, [f"{100 * tick:+g}".replace("-", "−") if tick else "0" for tick in ticks])


def intervals(rows: Sequence[Row], axis: Axis, heads: tuple[str, str, str], *, zero: bool = False) -> Safe:
    """A row for each metric or group: its name, a dot with its interval for each run, and the same in figures."""
    head = tag(
        "tr", tag("th", heads[0], scope="col"), tag("th", scale(axis), scope="col", class_="plot"), *_heads(heads)
    )
    return tag("table", tag("thead", head), tag("tbody", [_row(row, axis, zero) for row in rows]), class_="intervals")


def _heads(heads: tuple[str, str, str]) -> list[Safe]:
    return [tag("th", heads[1], scope="col", class_="figure"), tag("th", heads[2], scope="col", class_="note")]


def _row(row: Row, axis: Axis, zero: bool) -> Safe:
    figures = [tag("div", _letter(mark), mark.told) if mark else tag("div", "not measured") for mark in row.marks]
    return tag(
        "tr",
        tag("th", row.name, scope="row"),
        tag("td", plot(row.marks, axis, zero=zero), class_="plot"),
        tag("td", figures, class_="figure"),
        tag("td", row.note, class_="note"),
    )


def _letter(mark: Mark) -> Safe:
    return tag("b", mark.label) if mark.label else NOTHING


def plot(marks: Sequence[Mark | None], axis: Axis, *, zero: bool = False) -> Safe:
    height = LANE * len(marks) + 8
    grid = [_rule(axis.at(tick), height, "zero" if zero and tick == 0 else "grid") for tick in axis.ticks]
    shape = 0 if len(marks) > 1 else 1
    drawn = [_mark(mark, number, shape, axis) for number, mark in enumerate(marks) if mark]
    return tag("svg", grid, drawn, width="100%", height=height, aria_hidden="true")


def _rule(at: float, height: float, class_: str) -> Safe:
    return tag("line", x1=f"{at}%", x2=f"{at}%", y1=0, y2=height, class_=class_)


def _mark(mark: Mark, number: int, shape: int, axis: Axis) -> Safe:
    y = 4 + LANE * number + LANE / 2
    low, high, mean = axis.at(mark.low), axis.at(mark.high), axis.at(mark.mean)
    reach = tag("line", x1=f"{low}%", x2=f"{high}%", y1=y, y2=y, class_="reach")
    return join(reach, tag("circle", cx=f"{mean}%", cy=y, r=4.5, class_=f"dot-{(number + shape) % 4}"))


def scale(axis: Axis) -> Safe:
    """The ticks of an axis, in words."""
    named = zip(axis.ticks, axis.told, strict=True)
    texts = [tag("text", told, x=f"{axis.at(tick)}%", y=12, text_anchor=_anchor(axis.at(tick))) for tick, told in named]
    return tag("svg", texts, width="100%", height=16, class_="scale", role="img", aria_label="scale")


def _anchor(at: float) -> str:
    return "start" if at < 6 else "end" if at > 94 else "middle"


def failures_strip(passed: Sequence[bool], told: str) -> Safe:
    """All cases of a suite in their order, those that failed as strokes."""
    width = 100 / max(1, len(passed))
    strokes = [
        tag("rect", x=f"{number * width:.3f}%", y=0, width=f"{max(width * 0.8, 0.15):.3f}%", height=12, class_="lost")
        for number, good in enumerate(passed)
        if not good
    ]
    ground = tag("rect", x=0, y=0, width="100%", height=12, class_="ground")
    return tag("svg", ground, strokes, width="100%", height=12, class_="strip", role="img", aria_label=told)


def time_axis(low: float, high: float) -> Axis:
    """Milliseconds on a scale of logarithms, in decades that are marked at 1, 2 and 5."""
    start, end = log10(max(low, 0.1)) - 0.02, log10(max(high, 0.2)) + 0.02
    found = [step * 10.0**power for power in range(floor(start), floor(end) + 1) for step in DECADES]
    within = [tick for tick in found if start <= log10(tick) <= end]
    shown = within if len(within) <= 7 else [tick for tick in within if log10(tick) % 1 == 0]
    return Axis(start, end, [log10(tick) for tick in shown], [milliseconds(tick) for tick in shown])


def histogram(values: Sequence[float], axis: Axis, marked: Sequence[tuple[str, float]]) -> Safe:
    """How times (ms) are spread on an axis of logarithms, with lines at the quantiles that are named."""
    logs = np.log10(np.maximum(np.asarray(values, dtype=np.float64), 0.1))
    counts, _ = np.histogram(logs, bins=BINS, range=(axis.low, axis.high))
    wide, tallest = 100 / BINS, max(1, int(counts.max()))
    bars = [
        tag("rect", x=f"{number * wide:.2f}%", y=round(20 + TALL * (1 - count / tallest), 1), class_="bar",
            width=f"{wide * 0.86:.2f}%", height=round(TALL * count / tallest, 1))
        for number, count in enumerate(counts.tolist()) if count
    ]  # fmt: skip
    lines = [_marked(name, axis.at(log10(max(value, 0.1)))) for name, value in marked]
    ground = tag("line", x1=0, x2="100%", y1=20 + TALL, y2=20 + TALL, class_="ground")
    return tag("svg", bars, ground, lines, width="100%", height=22 + TALL, class_="histogram", aria_hidden="true")


def _marked(name: str, at: float) -> Safe:
    text = tag("text", name, x=f"{at}%", y=11, text_anchor=_anchor(at))
    return join(tag("line", x1=f"{at}%", x2=f"{at}%", y1=15, y2=20 + TALL, class_="quantile"), text)

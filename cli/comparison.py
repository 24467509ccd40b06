"""How a comparison of two evaluations looks in a terminal."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cli.display import console, plain, print_table
from evals.compare import Change, Comparison, Direction, Metric
from evals.measures import COST, SPENT

if TYPE_CHECKING:
    from rich.text import Text

STYLES: dict[Direction, str] = {"better": "green", "worse": "red", "unclear": "dim", "same": "dim"}
SHOWN = 20  # cases listed of a kind; `--json` and the report have all


def show(comparison: Comparison) -> None:
    """What differs between the runs, each metric with its interval, then the cases that moved."""
    page = console()
    for line in told(comparison):
        page.print(plain(line), soft_wrap=True)
    page.print()
    print_table(
        ["metric", "A", "B", "B - A", "95 % interval", "cases", "up", "down", ""],
        [row(metric) for metric in comparison.metrics],
        whole=["metric", "A", "B", "B - A", "95 % interval", "cases", "up", "down"],
        right=["A", "B", "B - A", "95 % interval", "cases", "up", "down"],
    )
    for name, changes in [("Worse in B", comparison.regressed), ("Better in B", comparison.improved)]:
        show_changes(name, changes)


def told(comparison: Comparison) -> Iterator[str]:
    """The heads of both runs, and which cases are in no figure."""
    a, b = comparison.a, comparison.b
    yield f"{a.suite}: A is {a.model} of {a.started[:16]}, B is {b.model} of {b.started[:16]}."
    for one in comparison.differences:
        if one.name not in {"model", "started"}:
            yield f"  {one.name}: {one.a or 'none'} -> {one.b or 'none'}"
    left_out = {"in A alone": comparison.only_a, "in B alone": comparison.only_b, "altered": comparison.altered}
    for kind, names in left_out.items():
        if names:
            yield f"  {len(names)} cases {kind}, in no figure: {listed(names)}"
    for metric in comparison.metrics:
        if metric.unpaired:
            yield f"  {metric.key}: {metric.unpaired} cases gave something to judge in one run alone, in no figure"


def listed(names: Sequence[str]) -> str:
    rest = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {rest} more" if rest > 0 else "")


def row(metric: Metric) -> "list[str | Text]":
    from rich.text import Text

    return [
        metric.key,
        figure(metric.key, metric.a),
        figure(metric.key, metric.b),
        figure(metric.key, metric.difference, signed=True),
        f"{figure(metric.key, metric.low, signed=True)} to {figure(metric.key, metric.high, signed=True)}",
        str(metric.cases),
        str(metric.improved),
        str(metric.regressed),
        Text(metric.direction, STYLES[metric.direction]),
    ]


def figure(key: str, value: float, *, signed: bool = False) -> str:
    """A score has three places, what was spent has three significant figures."""
    if key in SPENT:
        return f"{value:{'+' if signed else ''},.{0 if abs(value) >= 100 else 4 if key == COST else 1}f}"
    return f"{value:{'+' if signed else ''}.3f}"


def show_changes(name: str, changes: Sequence[Change]) -> None:
    if not changes:
        return
    page = console()
    cases = len({change.case for change in changes})
    page.print(f"\n{name}: {cases} cases, {len(changes)} scores", style="bold")
    for change in changes[:SHOWN]:
        moved = f"{change.key} {change.a:.2f} -> {change.b:.2f}"
        page.print(plain(f"{change.case} · {moved} · {one_line(change.said, 80)}"), soft_wrap=True)
        for side, comment in [("A", change.comment_a), ("B", change.comment_b)]:
            page.print(plain(f"   {side}: {one_line(comment, 240) or 'no comment'}"), style="dim", soft_wrap=True)
    if len(changes) > SHOWN:
        page.print(f"and {len(changes) - SHOWN} more; --json and the report have all", style="dim")


def one_line(text: str, longest: int) -> str:
    return textwrap.shorten(text, longest, placeholder="…")

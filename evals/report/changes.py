"""What one run changed against another: differences with their intervals, then each case that moved."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from evals.compare import Change, Comparison, Direction, Metric, NotComparable, pair
from evals.measures import SPENT
from evals.report import charts
from evals.report.charts import Mark, Row
from evals.report.markup import NOTHING, Safe, fold, join, tag
from evals.report.prompts import show_changes as show_prompt_changes
from evals.report.runs import Run
from evals.report.wording import counted, name_of, percent, points, spent

Anchors = Mapping[str, str]
SAID: dict[Direction, str] = {
    "better": "better",
    "worse": "worse",
    "unclear": "unclear",
    "same": "no case moved",
}


def compared(a: Run, b: Run) -> Comparison | str:
    """The comparison of two runs, or why there is none."""
    try:
        return pair(a.evaluation, b.evaluation)
    except NotComparable as reason:
        return str(reason)


def show_comparison(a: Run, b: Run, found: Comparison | str, anchors: Anchors) -> Safe:
    head = tag("h3", f"{b.label} against {a.label}")
    if isinstance(found, str):
        return join(head, tag("p", found, class_="wrong"))
    return join(
        head,
        tag("p", _summary(found, (a.label, b.label)), class_="text"),
        _scores(found),
        _spent(found, (a.label, b.label)),
        _list(f"Worse in {b.label}", found.regressed, (a.label, b.label), anchors, class_="regressed"),
        _list(f"Better in {b.label}", found.improved, (a.label, b.label), anchors, class_="improved"),
        _runs(found, (a.label, b.label)),
        tag("h4", "Prompts"),
        show_prompt_changes(found.a, found.b, (a.label, b.label)),
    )


def _summary(found: Comparison, labels: tuple[str, str]) -> str:
    worse, better = ({change.case for change in some} for some in (found.regressed, found.improved))
    paired = max(metric.cases for metric in found.metrics)
    moved = f"{counted(len(worse), 'case')} got worse and {counted(len(better), 'case')} better"
    by_chance = "An interval that leaves out zero still does so by chance once in twenty metrics."
    alone = [(names, f"in {label} alone") for names, label in zip((found.only_a, found.only_b), labels, strict=True)]
    left_out = [*alone, (found.altered, "altered since")]
    rest = ", ".join(f"{len(names)} {where}" for names, where in left_out if names)
    return f"{paired} cases are in both: {moved}. {f'In no figure: {rest}. ' if rest else ''}{by_chance}"


def _scores(found: Comparison) -> Safe:
    scores = [metric for metric in found.metrics if metric.key not in SPENT]
    widest = max((abs(bound) for metric in scores for bound in (metric.low, metric.high)), default=0.0)
    heads = ("Score", "Difference in points, 95 % interval", "Cases")
    return charts.intervals([_row(one) for one in scores], charts.difference_axis(widest), heads, zero=True)


def _row(metric: Metric) -> Row:
    told = f"{points(metric.difference)} ({points(metric.low)} to {points(metric.high)})"
    mark = Mark("", metric.difference, metric.low, metric.high, told)
    moved = f"{metric.improved} up, {metric.regressed} down of {metric.cases}"
    unpaired = f"; {metric.unpaired} judged in one alone" if metric.unpaired else ""
    word = tag("div", SAID[metric.direction], class_=f"word {metric.direction}")
    name = join(name_of(metric.key), tag("div", f"{percent(metric.a)} → {percent(metric.b)}", class_="small soft"))
    return Row(name, [mark], join(word, tag("div", moved + unpaired)))


def _spent(found: Comparison, labels: tuple[str, str]) -> Safe:
    rows = [_spent_row(metric) for metric in found.metrics if metric.key in SPENT and (metric.a or metric.b)]
    heads = ("Spent a case", *labels, "Difference", "95 % interval", "")
    head = tag("tr", [tag("th", name, scope="col") for name in heads])
    table = tag("table", tag("thead", head), tag("tbody", rows), class_="plain")
    return tag("div", table, class_="wide", tabindex=0) if rows else NOTHING


def _spent_row(metric: Metric) -> Safe:
    low, high = spent(metric.key, metric.low, signed=True), spent(metric.key, metric.high, signed=True)
    cells = [
        spent(metric.key, metric.a),
        spent(metric.key, metric.b),
        spent(metric.key, metric.difference, signed=True),
        f"{low} to {high}",
    ]
    word = tag("td", SAID[metric.direction], class_=f"word {metric.direction}")
    return tag("tr", tag("th", name_of(metric.key), scope="row"), [tag("td", cell) for cell in cells], word)


def _list(name: str, changes: Sequence[Change], labels: tuple[str, str], anchors: Anchors, class_: str) -> Safe:
    """The cases, each with the scores that moved."""
    found = [list(group) for _, group in groupby(changes, key=lambda change: change.case)]
    rows = [tag("li", _case(group, labels, anchors)) for group in found]
    head = tag("span", f"{name}: {counted(len(rows), 'case')}")
    return fold(head, tag("ul", rows), class_=f"moved {class_}", open_=len(rows) <= 12) if rows else NOTHING


def _case(changes: Sequence[Change], labels: tuple[str, str], anchors: Anchors) -> Safe:
    first = changes[0]
    link = tag("a", first.case, href=f"#{anchors[first.case]}")
    said = tag("p", first.said or "photos alone", lang=first.language, class_="said")
    return join(link, said, [_score(change, labels) for change in changes])


def _score(change: Change, labels: tuple[str, str]) -> Safe:
    moved = tag("b", f"{name_of(change.key)} {percent(change.a)} → {percent(change.b)}")
    comments = zip(labels, (change.comment_a, change.comment_b), strict=True)
    told = [tag("p", tag("b", label), comment, class_="comment") for label, comment in comments if comment]
    return tag("div", moved, told)


def _runs(found: Comparison, labels: tuple[str, str]) -> Safe:
    """What else the runs do not share."""
    rows = [
        tag("tr", tag("th", one.name, scope="row"), tag("td", one.a or "none"), tag("td", one.b or "none"))
        for one in found.differences
    ]
    head = tag("tr", tag("th", "", scope="col"), [tag("th", label, scope="col") for label in labels])
    table = tag("table", tag("thead", head), tag("tbody", rows), class_="plain")
    told = f"What else differs between the runs: {counted(len(rows), 'thing')}"
    return fold(told, tag("div", table, class_="wide", tabindex=0), class_="quiet") if rows else NOTHING

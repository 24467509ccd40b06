"""What a suite came to, before any single case: how much passed, each score, the times, and where it fails."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean, median

import numpy as np

from evals.evaluators import MEASURES
from evals.intervals import score_interval
from evals.measures import COST, LATENCY, PASSED, SPENT, TOKENS, columns, score_keys
from evals.report import charts
from evals.report.charts import Mark, Row
from evals.report.markup import NOTHING, Safe, fold, join, tag
from evals.report.runs import Run, Suite
from evals.report.wording import between, counted, milliseconds, moment, name_of, percent, spent
from evals.results import Result

Chosen = Callable[[Result], bool]
HOW = "Intervals are over cases, repeats averaged before: Wilson's for passes and failures, else the BCa bootstrap's."
FEWEST = 2  # cases of a tag that are worth a row


def show_head(suite: Suite) -> Safe:
    """How much passed, and what was run."""
    return tag("div", [_lead(run, len(suite.runs)) for run in suite.runs], class_="leads")


def _lead(run: Run, runs: int) -> Safe:
    shares = [row[PASSED] for row in run.measured.values()]
    low, high = score_interval(shares)
    failed = sum(share < 1 for share in shares)
    told = f"{failed} of {counted(len(shares), 'case')} failed"
    return tag(
        "section",
        tag("p", tag("b", run.label) if run.label else NOTHING, tag("span", run.header.model), class_="who"),
        tag("p", percent(fmean(shares)) if shares else "–", class_="big"),
        tag("p", f"of {counted(len(shares), 'case')} passed whole, 95 % interval {between(low, high)}", class_="soft"),
        charts.failures_strip([share >= 1 for share in shares], told),
        tag("dl", _facts(run, failed), class_="facts"),
        tag("p", f"Played {moment(run.header.started)}", class_="small soft") if runs > 1 else NOTHING,
        class_="lead",
    )


def _facts(run: Run, failed: int) -> Iterable[Safe]:
    times = [one.latency_ms for one in run.results if one.error is None]
    errors = sum(result.error is not None for result in run.results)
    costs = [one.cost for one in run.results if one.cost is not None]
    rows = [("failed", str(failed)), ("broke off", str(errors))]
    rows += [("median turn", milliseconds(median(times)))] if times else []
    rows += [("tokens a turn", spent(TOKENS, fmean(one.tokens for one in run.results)))] if run.results else []
    rows += [("cost in all", spent(COST, sum(costs)))] if costs else []
    return (tag("div", tag("dt", name), tag("dd", value)) for name, value in rows)


def show_suites(suites: Sequence[Suite], name_of_suite: Callable[[Suite], str]) -> Safe:
    """What passed of each suite, by run."""
    rows = [
        Row(
            tag("a", name_of_suite(suite), href=f"#suite-{number}"),
            [_mark(run.label, [row[PASSED] for row in run.measured.values()]) for run in suite.runs],
            [tag("div", run.header.model) for run in suite.runs],
        )
        for number, suite in enumerate(suites, 1)
    ]
    lowest = min((mark.low for row in rows for mark in row.marks if mark), default=0.0)
    heads = ("Suite", "Passed whole, with 95 % interval", "Answered by")
    return tag("div", charts.intervals(rows, charts.share_axis(lowest), heads), class_="suites")


def show_scores(suite: Suite) -> Safe:
    """A row for each score, with the interval of its mean over cases."""
    found = [columns(run.measured) for run in suite.runs]
    keys = [PASSED, *score_keys(result for run in suite.runs for result in run.results)]
    rows = [_score_row(suite, key, [values.get(key, []) for values in found]) for key in keys]
    lowest = min((mark.low for row in rows for mark in row.marks if mark), default=0.0)
    table = charts.intervals(rows, charts.share_axis(lowest), ("Score", "Mean and 95 % interval", "Below 1"))
    return join(table, _how(suite))


def _score_row(suite: Suite, key: str, values: Sequence[Sequence[float]]) -> Row:
    marks = [_mark(run.label, found) for run, found in zip(suite.runs, values, strict=True)]
    return Row(name_of(key), marks, [tag("div", _below(key, found)) for found in values])


def _below(key: str, values: Sequence[float]) -> str:
    if key in MEASURES:
        return "only measured"
    return f"{sum(value < 1 for value in values)} of {len(values)}" if values else ""


def _mark(label: str, values: Sequence[float]) -> Mark | None:
    if not values:
        return None
    mean, (low, high) = fmean(values), score_interval(values)
    return Mark(label, mean, low, high, f"{percent(mean)} ({between(low, high)})")


def _how(suite: Suite) -> Safe:
    """Where intervals come from, and what was left open, since cases that nothing was said of flatter a mean."""
    given = [score for run in suite.runs for result in run.results for score in result.scores]
    left = Counter(score.key for score in given if score.score is None)
    told = ", ".join(f"{name_of(key)} {count}" for key, count in left.items())
    return join(
        tag("p", HOW, class_="small soft text"),
        tag("p", f"Nothing to judge, in no mean: {told}.", class_="small soft text") if told else NOTHING,
    )


def show_times(suite: Suite) -> Safe:
    """How long the last turns took, with the slowest cases."""
    times = [(run, [one.latency_ms for one in run.results if one.error is None]) for run in suite.runs]
    every = [time for _, found in times for time in found]
    if not every:
        return tag("p", "No turn ended.", class_="soft")
    axis = charts.time_axis(min(every), max(every))
    drawn = [_spread(run, found, axis) for run, found in times if found]
    return join(drawn, tag("div", charts.scale(axis), class_="under"), _used(suite))


def _spread(run: Run, times: list[float], axis: charts.Axis) -> Safe:
    half, most = (float(one) for one in np.quantile(times, [0.5, 0.95]))
    told = f"half within {milliseconds(half)}, 95 % within {milliseconds(most)}, the longest {milliseconds(max(times))}"
    caption = tag("figcaption", tag("b", run.label) if run.label else NOTHING, told)
    return tag("figure", caption, charts.histogram(times, axis, [("half", half), ("95 %", most)]), class_="times")


def _used(suite: Suite) -> Safe:
    """Tokens and cost, where a model took any."""
    rows = [
        f"{run.name}: {name_of(key)} {spent(key, fmean(values))} a case"
        for run in suite.runs
        for key, values in columns(run.measured).items()
        if key in SPENT and key != LATENCY and any(values)
    ]
    return tag("p", "; ".join(rows), class_="small soft") if rows else NOTHING


def show_groups(suite: Suite) -> Safe:
    """What passed by language and by tag, and every score beside it on demand."""
    groups = _groups(suite)
    rows = [Row(name_of(name), [_mark(run.label, _passed(run, of)) for run in suite.runs], n) for name, n, of in groups]
    lowest = min((mark.low for row in rows for mark in row.marks if mark), default=0.0)
    chart = charts.intervals(rows, charts.share_axis(lowest), ("Cases", "Passed whole, with 95 % interval", "How many"))
    tables = [fold(f"Every score by language and tag{f', {run.name}' if run.label else ''}", _table(run, groups),
                   class_="quiet") for run in suite.runs]  # fmt: skip
    return join(chart, tables)


def _groups(suite: Suite) -> list[tuple[str, str, Chosen]]:
    """Languages, splits where there are two, and tags: name, number of cases, and which results are in it."""
    cases = {result.case.id: result.case for run in suite.runs for result in run.results}.values()
    tags = [one for case in cases for one in case.tags]
    splits = sorted({case.split for case in cases})
    kinds: list[tuple[str, Chosen]] = [(_language(one), _in_language(one)) for one in ("en", "fr", "zh")]
    kinds += [(f"split {one}", _in_split(one)) for one in splits] if len(splits) > 1 else []
    kinds += [(one, _tagged(one)) for one in sorted(set(tags)) if tags.count(one) >= FEWEST]
    results = {result.case.id: result for run in suite.runs for result in run.results}.values()
    sized = [(name, sum(of(result) for result in results), of) for name, of in kinds]
    return [(name, str(count), of) for name, count, of in sized if count]


def _language(code: str) -> str:
    return {"en": "English", "fr": "French", "zh": "Chinese"}[code]


def _in_language(code: str) -> Chosen:
    return lambda result: result.case.language == code


def _in_split(split: str) -> Chosen:
    return lambda result: result.case.split == split


def _tagged(name: str) -> Chosen:
    return lambda result: name in result.case.tags


def _passed(run: Run, of: Chosen) -> list[float]:
    return [run.measured[name][PASSED] for name, repeats in run.cases.items() if of(repeats[0])]


def _table(run: Run, groups: Sequence[tuple[str, str, Chosen]]) -> Safe:
    keys = [PASSED, *score_keys(run.results)]
    head = tag("tr", tag("th", "Cases", scope="col"), [tag("th", name_of(key), scope="col") for key in keys])
    body = [_cells(run, keys, name, of) for name, _, of in groups]
    return tag("div", tag("table", tag("thead", head), tag("tbody", body), class_="matrix"), class_="wide", tabindex=0)


def _cells(run: Run, keys: Sequence[str], name: str, of: Chosen) -> Safe:
    return tag("tr", tag("th", name_of(name), scope="row"), [_cell(run, key, of) for key in keys])


def _cell(run: Run, key: str, of: Chosen) -> Safe:
    rows = [run.measured[name] for name, repeats in run.cases.items() if of(repeats[0])]
    values = [row[key] for row in rows if key in row]
    if not values:
        return tag("td", "–", class_="soft")
    mean = fmean(values)
    low = mean < 1 and key not in MEASURES
    return tag("td", percent(mean), class_="low" if low else None, style=f"--short:{1 - mean:.2f}" if low else None)

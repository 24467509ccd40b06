"""Every case to unfold: what was said and shown, what it was scored, and how the turn went about it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from evals.measures import LATENCY, PASSED
from evals.report.conversation import show_surroundings
from evals.report.markup import NOTHING, Safe, fold, join, tag
from evals.report.runs import Run, Suite
from evals.report.shown import Detail, Key, Shown, draw
from evals.report.wording import counted, milliseconds, name_of, percent
from evals.results import Result, Score

WHOLE, TIMED = 80, 700  # plays whose trace is shown with arguments, and with times, those that failed first
SEPARATOR = "|"

Drawn = Mapping[str, Mapping[Key, Shown]]


class Play(NamedTuple):
    """One run's plays of a case, the worst first, and how much of its trace is shown."""

    run: Run
    repeats: list[Result]

    @property
    def worst(self) -> Result:
        return self.repeats[0]

    @property
    def passed(self) -> bool:
        return all(result.passed for result in self.repeats)


class Entry(NamedTuple):
    name: str
    plays: list[Play]

    @property
    def passed(self) -> bool:
        return all(play.passed for play in self.plays)

    @property
    def failing(self) -> list[str]:
        """The keys that it fails at in any play."""
        found = [score.key for play in self.plays for result in play.repeats for score in result.lost]
        return list(dict.fromkeys(found))


def entries(suite: Suite) -> list[Entry]:
    return [Entry(name, list(_plays(suite, name))) for name in suite.cases]


def _plays(suite: Suite, name: str) -> Iterable[Play]:
    for run in suite.runs:
        if name in run.cases:
            yield Play(run, sorted(run.cases[name], key=_standing))


def _standing(result: Result) -> float:
    """What went worst comes first."""
    scores = [one.score for one in result.scores if one.score is not None]
    return -1.0 if result.error is not None else min(scores, default=1.0)


def show_cases(suite: Suite, anchors: Mapping[str, str], moved: Mapping[str, str], share: int = 1) -> Safe:
    """All cases in their order. `moved` tells of each whether it got worse or better; a page has `share` suites."""
    found = entries(suite)
    details = detailed(found, share)
    drawn = {run.label: draw(run, details.get(run.label, {})) for run in suite.runs}
    return tag("div", [_case(one, anchors[one.name], moved.get(one.name, ""), drawn) for one in found], class_="cases")


def detailed(found: Sequence[Entry], share: int = 1) -> dict[str, dict[Key, Detail]]:
    """By run, how much is shown of the worst play of each case; those of cases that failed come first."""
    plays = [play for entry in sorted(found, key=lambda entry: entry.passed) for play in entry.plays]
    details: dict[str, dict[Key, Detail]] = {}
    for number, play in enumerate(plays):
        detail: Detail = "whole" if number < WHOLE // share else "times" if number < TIMED // share else "talk"
        details.setdefault(play.run.label, {})[_key(play.worst)] = detail
    return details


def _key(result: Result) -> Key:
    return result.case.id, result.repeat


def _case(entry: Entry, anchor: str, moved: str, drawn: Drawn) -> Safe:
    case = entry.plays[0].worst.case
    body = [_play(play, drawn[play.run.label]) for play in entry.plays]
    return tag(
        "details",
        tag("summary", _line(entry)),
        tag("div", body, class_=f"plays of-{min(len(body), 3)}"),
        show_surroundings(case),
        id=anchor,
        class_="case" if entry.passed else "case failed",
        data_failed=SEPARATOR.join(["", *(entry.failing or ([] if entry.passed else [PASSED])), ""]),
        data_language=case.language,
        data_tags=SEPARATOR.join(["", *case.tags, ""]),
        data_moved=moved or None,
    )


def _line(entry: Entry) -> Safe:
    case = entry.plays[0].worst.case
    latest = entry.plays[-1]
    marks = [tag("span", _verdict(play), class_="good" if play.passed else "bad") for play in entry.plays]
    failing = ", ".join(name_of(key) for key in entry.failing)
    took = latest.run.measured[entry.name].get(LATENCY)
    return join(
        tag("span", marks, class_="marks"),
        tag("span", entry.name, class_="id"),
        tag("span", case.say.text or "photos alone", class_="said", lang=case.language, dir="auto"),
        tag("span", failing, class_="failing") if failing else NOTHING,
        tag("span", "" if took is None else milliseconds(took), class_="took"),
    )


def _verdict(play: Play) -> str:
    failed = sum(not result.passed for result in play.repeats)
    of = f" {failed} of {len(play.repeats)}" if failed and len(play.repeats) > 1 else ""
    return f"{play.run.label} {'failed' + of if failed else 'passed'}".strip()


def _play(play: Play, drawn: Mapping[Key, Shown]) -> Safe:
    result = play.worst
    shown = drawn[_key(result)]
    label = tag("h4", tag("b", play.run.label), play.run.header.model) if play.run.label else NOTHING
    scored = [
        tag("p", result.error[:1000], class_="wrong") if result.error else NOTHING,
        _scores(result),
        shown.trace,
        _repeats(play.repeats[1:], drawn),
    ]
    return tag("article", label, shown.conversation, tag("div", scored), class_="play")


def _scores(result: Result) -> Safe:
    """What failed comes first; what there was nothing to judge of stands below."""
    failed = result.lost
    rest = [score for score in result.scores if score not in failed and score.score is not None]
    rows = [*(_score(score, "low") for score in failed), *(_score(score, None) for score in rest)]
    left = ", ".join(name_of(score.key) for score in result.scores if score.score is None)
    table = tag("table", tag("tbody", rows), class_="scores") if rows else NOTHING
    return join(table, tag("p", f"Nothing to judge: {left}.", class_="small soft") if left else NOTHING)


def _score(score: Score, class_: str | None) -> Safe:
    name, share = tag("th", name_of(score.key), scope="row"), percent(score.score or 0.0)
    return tag("tr", name, tag("td", share), tag("td", score.comment, dir="auto"), class_=class_)


def _repeats(repeats: Sequence[Result], drawn: Mapping[Key, Shown]) -> Safe:
    if not repeats:
        return NOTHING
    shown = [tag("li", _repeat(result, drawn[_key(result)].reply)) for result in repeats]
    return fold(counted(len(repeats), "more repeat"), tag("ul", shown), class_="quiet")


def _repeat(result: Result, reply: str) -> Safe:
    return join(
        tag("p", f"Repeat {result.repeat + 1}, {'passed' if result.passed else 'failed'}", class_="small soft"),
        tag("p", result.error or reply, class_="answer", dir="auto"),
        NOTHING if result.passed else _scores(result),
    )

"""The page in its order: what was run, then for each suite figures, changes, prompts and cases."""

from collections.abc import Mapping, Sequence
from itertools import count

from evals.compare import Comparison
from evals.report import overview
from evals.report.cases import entries, show_cases
from evals.report.changes import compared, show_comparison
from evals.report.markup import NOTHING, Safe, fold, join, tag
from evals.report.prompts import show_prompts
from evals.report.runs import Run, Suite
from evals.report.wording import counted, moment, name_of

Found = Sequence[tuple[Run, Comparison | str]]


def title_of(suites: Sequence[Suite]) -> str:
    return f"{', '.join(_name(suite) for suite in suites)} · evaluation of Maison"


def show_report(suites: Sequence[Suite]) -> Safe:
    numbers = count(1)
    anchors = {suite.name: {name: f"case-{next(numbers)}" for name in suite.cases} for suite in suites}
    mark = tag("p", "Maison ", tag("span", "evaluation", class_="soft"), class_="wordmark")
    head = tag("header", mark, _contents(suites))
    body = [_suite(suite, number, anchors[suite.name]) for number, suite in enumerate(suites, 1)]
    return join(head, tag("main", _all(suites), body, _filter(suites), _cases(suites, anchors), id="main"))


def _all(suites: Sequence[Suite]) -> Safe:
    """Of several suites, what passed of each."""
    if len(suites) < 2:
        return NOTHING
    cases = sum(len(suite.cases) for suite in suites)
    told = f"{counted(cases, 'case')}, each suite by itself below."
    title = counted(len(suites), "suite")
    return join(tag("h1", title), tag("p", told, class_="standfirst"), overview.show_suites(suites, _name))


def _name(suite: Suite) -> str:
    return name_of(suite.name).capitalize()


def _contents(suites: Sequence[Suite]) -> Safe:
    several = len(suites) > 1
    links = [(_name(suite) if several else "Scores", f"suite-{number}") for number, suite in enumerate(suites, 1)]
    links += [] if several else [("Time", "time-1"), ("Where", "where-1")]
    links += [("Changes", "changes-1")] if not several and len(suites[0].runs) > 1 else []
    links += [] if several else [("Prompts", "prompts-1")]
    shown = [tag("a", name, href=f"#{target}") for name, target in [*links, ("Cases", "cases")]]
    return tag("nav", shown, aria_label="On this page")


def _suite(suite: Suite, number: int, anchors: Mapping[str, str]) -> Safe:
    first = suite.runs[0]
    against = [(run, compared(first, run)) for run in suite.runs[1:]]
    return join(
        tag("h1", _name(suite)),
        tag("p", _played(suite), class_="standfirst"),
        overview.show_head(suite),
        _section("Scores", f"suite-{number}", overview.show_scores(suite)),
        _section("Time", f"time-{number}", overview.show_times(suite)),
        _section("Where it fails", f"where-{number}", overview.show_groups(suite)),
        _section("What changed", f"changes-{number}", _changes(first, against, anchors)) if against else NOTHING,
        _section("Prompts and versions", f"prompts-{number}", [_provenance(run) for run in suite.runs]),
    )


def _section(name: str, anchor: str, *inside: Safe | list[Safe]) -> Safe:
    return tag("section", tag("h2", name), tag("div", *inside), id=anchor, class_="part")


def _played(suite: Suite) -> str:
    first = suite.runs[0].header
    if len(suite.runs) > 1:
        told = ", ".join(f"{run.label} {run.header.model}" for run in suite.runs)
        return f"{counted(len(suite.runs), 'run')} of {counted(len(suite.cases), 'case')}: {told}."
    repeats = f", {first.repeats} times each" if first.repeats > 1 else ""
    return (
        f"{counted(len(suite.cases), 'case')}{repeats}, answered by {first.model}, "
        f"{moment(first.started)}, revision {first.revision[:12]}."
    )


def _changes(first: Run, against: Found, anchors: Mapping[str, str]) -> list[Safe]:
    return [show_comparison(first, run, found, anchors) for run, found in against]


def _provenance(run: Run) -> Safe:
    header = run.header
    told = {
        "file": run.path.name, "played": moment(header.started), "model": header.model, "revision": header.revision,
        "seed": str(header.seed), "repeats": str(header.repeats), **header.versions,
    }  # fmt: skip
    rows = [join(tag("dt", key), tag("dd", value)) for key, value in told.items()]
    title = f"Run {run.label}" if run.label else "What was run"
    texts = fold(counted(len(header.prompt_texts), "prompt"), show_prompts(header), class_="quiet")
    return tag("div", fold(title, tag("dl", rows, class_="versions"), class_="quiet"), texts, class_="provenance")


def _filter(suites: Sequence[Suite]) -> Safe:
    """Shown by the script, which it is of no use without."""
    found = [entry for suite in suites for entry in entries(suite)]
    cases = [play.worst.case for entry in found for play in entry.plays[:1]]
    compared = any(len(suite.runs) > 1 for suite in suites)
    moved = [("regressed", "Worse"), ("improved", "Better")] if compared else []
    shows = [("all", "All"), ("failed", "Failed"), *moved]
    radios = [
        tag("label", tag("input", type="radio", name="show", value=value, checked=value == "all"), tag("span", name))
        for value, name in shows
    ]
    return tag(
        "form",
        tag("h2", "Cases", id="cases"),
        tag("fieldset", tag("legend", "Show"), radios),
        _choice("score", "Fails at", [key for entry in found for key in entry.failing]),
        _choice("language", "Language", [case.language for case in cases]),
        _choice("tag", "Tag", [one for case in cases for one in case.tags]),
        tag("label", tag("span", "Words"), tag("input", type="search", name="text", placeholder="id, text or comment")),
        tag("output", aria_live="polite"),
        tag("button", "Clear", type="reset"),
        class_="filter",
        hidden=True,
    )


def _choice(name: str, label: str, values: Sequence[str]) -> Safe:
    known = sorted(set(values))
    if len(known) < 2:
        return NOTHING
    options = [tag("option", "any", value=""), *(tag("option", name_of(one), value=one) for one in known)]
    return tag("label", tag("span", label), tag("select", options, name=name, aria_label=label))


def _cases(suites: Sequence[Suite], anchors: Mapping[str, Mapping[str, str]]) -> list[Safe]:
    several = len(suites) > 1
    return [
        join(
            tag("h3", _name(suite)) if several else NOTHING,
            show_cases(suite, anchors[suite.name], moved_in(suite), len(suites)),
        )
        for suite in suites
    ]


def moved_in(suite: Suite) -> dict[str, str]:
    """Of each case whether it got worse in any run since the first, else whether it got better."""
    found = [one for run in suite.runs[1:] if isinstance(one := compared(suite.runs[0], run), Comparison)]
    better = {change.case: "improved" for one in found for change in one.improved}
    return better | {change.case: "regressed" for one in found for change in one.regressed}

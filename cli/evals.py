"""`maison eval`: play a suite, compare two runs, report, hold against thresholds."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.failure import Failure, first_line, load_settings

if TYPE_CHECKING:
    from evals.rehearsal import Rehearsed
    from evals.results import Result
    from evals.run import Plan, Tell

app = typer.Typer(help="Find out how good the answers are, and what a change did.", no_args_is_help=True)

Results = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Results of `maison eval run`.")]
Runs = Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help="Results of one or more runs.")]
Limits = Annotated[
    Path | None, typer.Option(exists=True, dir_okay=False, help="A file as evals/gate.toml; unset, that one.")
]
Traces = Literal["all", "failed"]

MODELS = "--model is house, scripted, obedient, a model of MAISON_MODELS, or a spec such as vllm:NAME@URL."
WORST = 12  # failures named at the end of a run


@app.command("list")
def list_suites() -> None:
    """The suites, how many cases each has, and what checks them."""
    from cli.display import print_table
    from evals.suites import SUITES, load_suite

    suites = {name: load_suite(name) for name in SUITES}
    rows = [
        (name, str(len(cases)), ", ".join(sorted({key for case in cases for key in case.checks})))
        for name, cases in suites.items()
    ]
    print_table(("suite", "cases", "checks"), rows, whole=("suite",), right=("cases",))


@app.command()
def run(
    suite: Annotated[str, typer.Argument(help="A suite that `maison eval list` names, or a file of cases.")],
    *,
    out: Annotated[
        Path, typer.Option(dir_okay=False, help="Where results go, as JSON lines; one that exists is gone on with.")
    ],
    model: Annotated[
        str, typer.Option(help="house, scripted, scripted:merge=cut, obedient, a registered model, or a spec.")
    ] = "house",
    prompts: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="Prompts as in prompts/; others are as shipped.")
    ] = None,
    repeats: Annotated[int, typer.Option("-n", "--repeats", min=1, help="How often each case is played.")] = 1,
    concurrency: Annotated[int, typer.Option(min=1, help="Cases at a time; 1 where latency matters.")] = 4,
    seed: Annotated[int, typer.Option(help="Draws the order of cases, and which of them --limit leaves.")] = 0,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many cases.")] = None,
    case: Annotated[list[str] | None, typer.Option(help="Only the case of this id; may be repeated.")] = None,
    traces: Annotated[Traces, typer.Option(help="Whose traces are kept; those of failures alone save room.")] = "all",
) -> None:
    """Play every case of a suite and score the answers. Exit 0 when it is through, however it went."""
    from evals.run import Plan

    plan = Plan(suite, model, prompts, repeats, seed, limit, tuple(case or ()), concurrency, traces)
    try:
        results = carried_out(plan, out)
    except KeyboardInterrupt:
        kept = (
            f"{out} has what was played; the same command goes on from there."
            if out.exists()
            else "Nothing was played."
        )
        typer.echo(f"maison: Stopped. {kept}", err=True)
        raise
    print_summary(results)
    typer.echo(f"\nResults: {out}")


@app.command()
def compare(
    before: Results,
    after: Results,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:
    """Show what the second run changes: each metric with its interval, then the cases that moved."""
    from cli.comparison import show
    from evals import compare as comparing
    from evals.results import BrokenResults

    try:
        found = comparing.compare(before, after)
    except (comparing.NotComparable, BrokenResults) as error:
        raise Failure(str(error)) from error
    if as_json:
        typer.echo(found.model_dump_json(indent=2))
    else:
        show(found)


@app.command()
def judge(
    results: Annotated[
        list[Path] | None,
        typer.Argument(exists=True, dir_okay=False, help="One run, or two whose replies are held against each other."),
    ] = None,
    *,
    model: Annotated[str, typer.Option(help="A registered model, or a spec such as vllm:NAME@URL.")],
    rubric: Annotated[str, typer.Option(help="Of evals/datasets/rubrics.toml, or a text of your own.")] = "reply",
) -> None:
    """Ask a model what it thinks of replies, and tell how far it agrees with people on pairs labelled by hand."""
    from agents.models import UnknownModel
    from cli.judging import show_agreement, show_scores
    from evals import judging
    from evals.results import BrokenResults

    runs = results or []
    if len(runs) > 2:
        raise typer.BadParameter("one run, or two")
    try:
        asked = judging.open_judge(model, load_settings())
        show_agreement(judging.measure(asked, judging.load_preferences(), rubric))
        if runs:
            told = (
                judging.judged(runs[0], asked, rubric)
                if len(runs) == 1
                else judging.preferred(runs[0], runs[1], asked, rubric)
            )
            found = list(told)
            if not found:
                raise judging.NoJudge("The judge gave no score to any reply of these runs.")
            show_scores(found, "judge" if len(runs) == 1 else "the second preferred to the first")
    except (UnknownModel, judging.NoJudge, BrokenResults) as error:
        raise Failure(str(error)) from error
    except Exception as error:  # whatever a model's server has against being asked
        raise Failure(f"The model could not be asked: {first_line(error)}") from error


@app.command()
def report(
    results: Runs,
    out: Annotated[Path, typer.Option(dir_okay=False, help="Where the page goes.")] = Path("report.html"),
) -> None:
    """Write one HTML file with charts, every case with its trace, and what changed between two runs of a suite."""
    from evals.report import build_report
    from evals.results import BrokenResults

    try:
        page = build_report(results)
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page, encoding="utf-8")
    except BrokenResults as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(unwritten(out, error)) from error
    typer.echo(f"Report: {out}")


@app.command()
def gate(
    results: Runs,
    thresholds: Limits = None,
) -> None:
    """Exit 1 where a run does not reach what its suite has to, and say where."""
    from evals import gate as gates
    from evals.results import BrokenResults

    try:
        failed = [line for path in results for line in gates.gate(path, thresholds)]
    except (BrokenResults, gates.BrokenThresholds) as error:
        raise Failure(str(error)) from error
    for line in failed:
        typer.echo(line)
    if failed:
        raise SystemExit(1)
    typer.echo(f"{len(results)} of {len(results)} reach what they have to.")


@app.command()
def rehearse(
    out: Annotated[Path, typer.Option(file_okay=False, help="A folder for the results.")] = Path("build/evals"),
    thresholds: Limits = None,
) -> None:
    """Play some cases of every suite that the thresholds name, and exit 1 where one does not reach them."""
    from evals.gate import BrokenThresholds, load_thresholds
    from evals.rehearsal import rehearse as played

    def tell(done: "Rehearsed") -> None:
        passed = sum(result.passed for result in done.results)
        name = f"{done.plan.suite} with {done.plan.model}"
        typer.echo(f"{name}: {passed} of {len(done.results)} passed, {done.seconds:.0f} s")

    try:
        failed = asyncio.run(played(load_thresholds(thresholds), load_settings(), out, tell))
    except BrokenThresholds as error:
        raise Failure(str(error)) from error
    for line in failed:
        typer.echo(line)
    if failed:
        raise SystemExit(1)


def carried_out(plan: "Plan", out: Path) -> "list[Result]":
    """The results of a plan, with a progress bar. Raises `Failure`."""
    from agents.models import UnknownModel
    from evals.run import evaluate
    from stores.weights import NoWeights

    settings = load_settings()
    try:
        with progress(plan) as tell:
            return asyncio.run(evaluate(plan, settings, out, tell))
    except UnknownModel as error:
        raise Failure(f"{first_line(error)} {MODELS}") from error
    except (ValueError, NoWeights) as error:
        raise Failure(first_line(error)) from error
    except OSError as error:
        raise Failure(unwritten(out, error)) from error


def unwritten(out: Path, error: OSError) -> str:
    return f"{error.filename or out} cannot be read or written: {error.strerror}. Name another file."


@contextmanager
def progress(plan: "Plan") -> "Iterator[Tell]":
    """A bar that tells how many are done, and how many of them failed; on no terminal, nothing."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from cli.display import console

    page = console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    failed = 0
    with Progress(*columns, console=page, transient=True, disable=not page.is_terminal) as bar:
        name = Path(plan.suite).stem
        task = bar.add_task(name, total=None)

        def tell(done: int, total: int, result: "Result | None") -> None:
            nonlocal failed
            failed += result is not None and not result.passed
            bar.update(task, completed=done, total=total, description=f"{name}, {failed} failed")

        yield tell


def print_summary(results: "Sequence[Result]") -> None:
    """Each metric's mean with how many cases it is of, then the cases that failed."""
    from cli.display import print_table
    from evals.measures import PASSED, columns, comment_on, measure

    found = columns(measure(results))
    rows = [(name, f"{sum(values) / len(values):.{digits(name)}f}", str(len(values))) for name, values in found.items()]
    print_table(("metric", "mean", "n"), rows, right=("mean", "n"))
    failed = sorted((result for result in results if not result.passed), key=lambda one: (one.case.id, one.repeat))
    if not failed:
        return
    typer.echo(f"\n{len(failed)} of {len(results)} failed:")
    print_table(("case", "why"), [(name_of(one), comment_on([one], PASSED)) for one in failed[:WORST]], whole=("case",))
    if len(failed) > WORST:
        typer.echo(f"and {len(failed) - WORST} more")


def digits(name: str) -> int:
    """Decimals of a metric: what is spent counts in whole milliseconds and tokens."""
    from evals.measures import COST, LATENCY, TOKENS

    return {LATENCY: 0, TOKENS: 0, COST: 6}.get(name, 3)


def name_of(result: "Result") -> str:
    return result.case.id + (f" ({result.repeat + 1})" if result.repeat else "")

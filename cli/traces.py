"""`maison traces`: what happened in each run, step by step; listed, shown, given out, scored.

Traces are of whoever asks: with a running server, of whoever `MAISON_API_KEY` belongs to; without one, of the local
person. With `--url` they are the threads of another LangGraph server, such as `make studio`.
"""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.failure import Failure
from cli.trace_sources import Asked, articles_of, traces_of

if TYPE_CHECKING:
    from evals.cases import Case
    from evals.kept import Kept
    from evals.kept_scoring import Scored

app = typer.Typer(help="What happened in each run: show it, give it out, score it.", no_args_is_help=True)

Which = Annotated[
    list[str] | None,
    typer.Argument(help="Threads, runs by either end of their id, or files; none for the newest."),
]
Thread = Annotated[str | None, typer.Option(help="Only those of this thread.")]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="At most so many, the newest.")]
Url = Annotated[str | None, typer.Option(help="A LangGraph server whose threads are read instead of Maison's own.")]
Key = Annotated[
    str | None, typer.Option(envvar="LANGGRAPH_API_KEY", show_envvar=True, help="What that server asks for.")
]


@app.command("list")
def list_traces(
    which: Which = None, thread: Thread = None, limit: Limit = 20, url: Url = None, key: Key = None
) -> None:
    """The newest runs: what was said, how long it took, who did not answer."""
    from cli.display import print_table
    from cli.trace_view import COLUMNS, row_of

    rows = [row_of(kept) for kept in found(Asked(which or (), thread, limit, url, key))]
    print_table(COLUMNS, rows, whole=COLUMNS[:-1], right=("ms", "models"))


@app.command()
def show(
    which: Which = None,
    *,
    full: Annotated[bool, typer.Option("--full", help="What every model was sent and answered, too.")] = False,
    thread: Thread = None,
    limit: Limit = 1,
    url: Url = None,
    key: Key = None,
) -> None:
    """A run as a tree: nodes in their steps, tools with arguments and results, models with prompt, times, tokens."""
    from cli.trace_view import print_trace

    for number, kept in enumerate(found(Asked(which or (), thread, limit, url, key))):
        if number:
            typer.echo()
        print_trace(kept, full=full)


@app.command()
def export(
    file: Annotated[
        Path, typer.Argument(dir_okay=False, allow_dash=True, help="The JSONL file to write, - for the screen.")
    ],
    which: Which = None,
    *,
    thread: Thread = None,
    limit: Limit = 1000,
    url: Url = None,
    key: Key = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file where there is one.")] = False,
) -> None:
    """Write traces to a file, one a line. What people wrote is in them; pictures never are."""
    from evals.kept import written

    if file.exists() and not force:
        raise Failure(f"{file} is there already. Name another file, or add --force.")
    lines = [written(kept) for kept in found(Asked(which or (), thread, limit, url, key))]
    if str(file) == "-":
        typer.echo("\n".join(lines))
        return
    try:
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise Failure(f"{file} cannot be written: {error.strerror}.") from error
    typer.echo(f"{len(lines)} traces in {file}.")


@app.command()
def score(
    which: Which = None,
    *,
    thread: Thread = None,
    limit: Limit = 20,
    suite: Annotated[str | None, typer.Option(help="The suite of --case.")] = None,
    case: Annotated[str | None, typer.Option(help="The case whose checks have to hold too.")] = None,
    seed: Annotated[
        int | None, typer.Option(help="The truth is the demo catalogue of this seed, not your own.")
    ] = None,
    most_ms: Annotated[float, typer.Option(min=0, help="What a turn may take, in milliseconds.")] = 10_000,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object for each trace.")] = False,
    url: Url = None,
    key: Key = None,
) -> None:
    """Score answers by what can be told of any: true to the shop, in the language, in manner, in time."""
    from cli.trace_scores import print_scores
    from evals.kept_scoring import as_json as written

    scored = asyncio.run(judged(Asked(which or (), thread, limit, url, key), checks(suite, case), seed, most_ms))
    if as_json:
        for one in scored:
            typer.echo(written(one))
    else:
        print_scores(scored)


def found(asked: Asked) -> "list[Kept]":
    """Raises `Failure`, also where there are none."""
    return asyncio.run(traces_of(asked))


def checks(suite: str | None, case: str | None) -> "Case | None":
    """The case whose checks are asked for. Raises `Failure`."""
    from evals.suites import BrokenSuite, UnknownSuite, load_suite

    if suite is None and case is None:
        return None
    if suite is None or case is None:
        raise typer.BadParameter("--suite and --case go together")
    try:
        cases = load_suite(suite)
    except (UnknownSuite, BrokenSuite) as error:
        raise Failure(str(error)) from error
    if chosen := next((one for one in cases if one.id == case), None):
        return chosen
    raise Failure(f"Suite {suite} has no case {case}; its ids are like {cases[0].id}.")


async def judged(asked: Asked, case: "Case | None", seed: int | None, most_ms: float) -> "list[Scored]":
    """Raises `Failure`."""
    from evals.kept_scoring import needed_ids, score_kept

    chosen = await traces_of(asked)
    articles = await articles_of(needed_ids(chosen)) if seed is None else of_seed(seed)
    return await asyncio.to_thread(score_kept, chosen, articles, case, most_ms)


def of_seed(seed: int) -> "dict[str, dict[str, object]]":
    from evals import worlds

    return {key: article.model_dump(mode="json") for key, article in worlds.articles_of(seed).items()}

"""What LangSmith is for where its key is set: suites as datasets, evaluations as experiments, prompts kept there too.

Without the key these commands say so, and nothing here asks LangSmith anything.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.failure import Failure, first_line, load_settings

if TYPE_CHECKING:
    from langsmith import Client

Suite = Annotated[str, typer.Argument(help="A suite; `maison eval list` names them.")]
NO_KEY = (
    "LANGSMITH_API_KEY is not set, and this is of no use without LangSmith."
    " Everything else works without it: `maison eval run`, `maison traces score`, `maison prompts try`."
)


def push_suite(suite: Suite) -> None:
    """Make a suite a dataset of LangSmith; pushed again, its cases are brought up to date. Takes LANGSMITH_API_KEY."""
    from evals import langsmith_suites

    with opened() as client:
        pushed = langsmith_suites.push_suite(client, suite)
    typer.echo(f"{pushed.name}: {pushed.total} examples, {pushed.added} of them new.")


def experiment(
    suite: Suite,
    *,
    model: Annotated[str, typer.Option(help="As for `maison eval run`.")] = "house",
    repeats: Annotated[int, typer.Option("-n", "--repeats", min=1, help="How often each case is played.")] = 1,
    concurrency: Annotated[int, typer.Option(min=1, help="Cases at a time.")] = 4,
    seed: Annotated[int, typer.Option(help="Draws which cases --limit leaves.")] = 0,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many cases.")] = None,
    case: Annotated[list[str] | None, typer.Option(help="Only the case of this id; may be repeated.")] = None,
) -> None:
    """Play a suite that was pushed as an experiment of LangSmith, with the same evaluators. Takes LANGSMITH_API_KEY."""
    from cli.display import print_table
    from evals import langsmith_suites
    from evals.run import Plan

    plan = Plan(suite, model, None, repeats, seed, limit, tuple(case or ()), concurrency)
    with opened() as client:
        done = asyncio.run(langsmith_suites.evaluate(client, plan, load_settings()))
    print_table(("evaluator", "mean"), [(key, f"{mean:.3f}") for key, mean in done.scores.items()], right=("mean",))
    typer.echo(f"\nExperiment: {done.name}, {done.played} played. {done.url or ''}".strip())


def push_prompts() -> None:
    """Keep the shipped prompts in LangSmith, each as a new commit where it changed. Takes LANGSMITH_API_KEY."""
    from evals import langsmith_prompts
    from prompts.loader import PROMPTED, load_prompt

    with opened() as client:
        for role in PROMPTED:
            typer.echo(langsmith_prompts.push_prompt(client, load_prompt(role)))


def pull_prompts(
    folder: Annotated[Path, typer.Argument(file_okay=False, help="Where the files go, for `eval run --prompts`.")],
) -> None:
    """Write prompts that were changed in LangSmith as files, for `maison prompts diff`. Takes LANGSMITH_API_KEY."""
    from evals import langsmith_prompts
    from prompts.loader import PROMPTED, load_prompt

    with opened() as client:
        changed = langsmith_prompts.pull_prompts(client, {role: load_prompt(role) for role in PROMPTED}, folder)
    if not changed:
        typer.echo("Every prompt in LangSmith is as it is shipped; nothing was written.")
        return
    typer.echo(f"{', '.join(changed)} in {folder}. `maison prompts diff {folder}` shows what changed.")


@contextmanager
def opened() -> "Iterator[Client]":
    """A client of LangSmith. Raises `Failure` without a key, and for what LangSmith or a plan refuses."""
    from graph.langsmith_door import has_key

    if not has_key():
        raise Failure(NO_KEY)
    from langsmith.utils import LangSmithError
    from requests import RequestException

    from evals.langsmith_suites import open_client

    client = open_client()
    try:
        yield client
    except (LangSmithError, RequestException) as error:
        raise Failure(f"LangSmith: {first_line(error)}") from error
    except (ValueError, OSError) as error:
        raise Failure(first_line(error)) from error
    finally:
        client.close()

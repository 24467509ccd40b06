"""`maison prompts`: look prompts over, compare two folders of them, try one against the shipped ones."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from cli.failure import Failure

if TYPE_CHECKING:
    from rich.text import Text

    from evals.run import Plan
    from evals.trying import Trial
    from prompts.differences import Difference
    from prompts.lint import Finding

app = typer.Typer(help="Look prompts over, compare them, try them.", no_args_is_help=True)

Folder = Annotated[
    Path, typer.Argument(exists=True, file_okay=False, help="Prompts as in prompts/; what it lacks is as shipped.")
]
LISTED, REPLIES = 8, 5
UNHEARD = (
    "Nothing can change: {model} does not read prose (house: voice only), and only the words of {roles} differ. "
    "Change a voice, or name a --model that reads its prompt."
)
INDENT = (0, 0, 0, 4)
STYLES = {"error": "bold red", "warning": "yellow", "gone": "red strike", "new": "bold green", "same": "dim"}


@app.command()
def lint(
    folder: Annotated[
        Path | None, typer.Argument(exists=True, file_okay=False, help="A folder of prompts; unset, the shipped ones.")
    ] = None,
) -> None:
    """Say what is wrong with prompts: where, why, and what to do. Exit 1 where a model should not be sent them."""
    from evals.prompting import known_to_prompts
    from prompts import lint as linter
    from prompts.sources import load_sources

    sources = load_sources(folder)
    own = [*sources.own]
    if not own:
        raise Failure(f"{folder} holds no prompts: they are NAME.md, and guides/NAME.md.")
    found = linter.lint(sources, known_to_prompts())
    print_findings(found)
    errors = sum(one.level == "error" for one in found)
    counted = (("file", len(own)), ("error", errors), ("warning", len(found) - errors))
    typer.echo(", ".join(f"{count} {name}{'s' * (count != 1)}" for name, count in counted))
    if errors:
        raise SystemExit(1)


def print_findings(found: "list[Finding]") -> None:
    from rich.padding import Padding
    from rich.text import Text

    from cli.display import console

    page = console()
    for one in found:
        head = Text(f"{shown(one.path)}:{one.line}  ").append(one.level, STYLES[one.level]).append(f"  {one.what}")
        page.print(head)
        page.print(Padding(Text(f"why: {one.why}\ndo:  {one.fix}", "dim"), INDENT, expand=False))


@app.command()
def diff(
    before: Folder,
    after: Annotated[
        Path | None, typer.Argument(exists=True, file_okay=False, help="Unset, the shipped ones against the first.")
    ] = None,
) -> None:
    """Show word by word what differs between two folders, or between the shipped prompts and a folder."""
    first, second = (before, after) if after else (None, before)
    found = differences(first, second)
    if not found:
        typer.echo(f"The prompts of {named(first)} and {named(second)} are the same.")
        return
    print_differences(found)


def differences(before: Path | None, after: Path | None) -> "list[Difference]":
    """What differs between two folders. Raises `Failure`."""
    from prompts.differences import compare_prompts

    try:
        return compare_prompts(before, after)
    except ValueError as error:
        raise Failure(f"{error}. `maison prompts lint` says more.") from error


def print_differences(found: "list[Difference]") -> None:
    from rich.padding import Padding

    from cli.display import console

    page = console()
    for one in found:
        page.print(headline(one))
        for key, (old, new) in one.voice.items():
            page.print(Padding(f"voice: {key} {old} → {new}", INDENT, expand=False))
        if one.is_prose:
            page.print(Padding(worded(one), INDENT, expand=False))
    by_guide = {name: [one.role for one in found if name in one.guides] for row in found for name in row.guides}
    for name, roles in by_guide.items():
        page.print(f"${name} moved: {', '.join(roles)}")


@app.command("try")
def try_(
    folder: Folder,
    *,
    suite: Annotated[str, typer.Option(help="A suite; `maison eval list` names them.")],
    model: Annotated[str, typer.Option(help="Who answers, as in `maison eval run`.")] = "house",
    repeats: Annotated[int, typer.Option("-n", "--repeats", min=1, help="How often each case is played.")] = 1,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many cases.")] = None,
    seed: Annotated[int, typer.Option(help="Draws the order of cases, and which of them --limit leaves.")] = 0,
    out: Annotated[
        Path | None, typer.Option(help="Keep the results: the variant's here, the shipped ones' beside it.")
    ] = None,
    replies: Annotated[int, typer.Option(min=0, help="Of how many cases the changed replies are shown.")] = REPLIES,
    all_replies: Annotated[bool, typer.Option("--all-replies", help="Show every reply that changed.")] = False,
) -> None:
    """Play a suite under the shipped prompts and under a folder's, and show both side by side with intervals.

    Below the figures stand the replies that changed, the shipped prompts' to the left and the variant's to the right.
    Exit 1 where nothing could change, since nothing was tried then.
    """
    from evals.run import Plan
    from evals.trying import is_heard

    found = differences(None, folder)
    if not found:
        raise Failure(f"{folder} says what the shipped prompts say, so there is nothing to try.")
    print_heads(found)
    if not is_heard(model, found):
        raise Failure(UNHEARD.format(model=model, roles=", ".join(one.role for one in found)))
    with room(out) as (shipped, variant):
        plan = Plan(suite, model, repeats=repeats, seed=seed, limit=limit)
        print_trial(*played(plan, folder, shipped, variant), found, None if all_replies else replies)
        if out:
            typer.echo(f"\nResults: {shipped} and {variant}")


@contextmanager
def room(out: Path | None) -> Iterator[tuple[Path, Path]]:
    """Where the results of both go: beside each other, or nowhere for long."""
    if out:
        yield out.with_suffix(f".shipped{out.suffix}"), out
        return
    with TemporaryDirectory(prefix="maison-try-") as folder:
        yield Path(folder) / "shipped.jsonl", Path(folder) / "variant.jsonl"


def played(plan: "Plan", folder: Path, shipped: Path, variant: Path) -> "tuple[Path, Path]":
    """The same cases under both. Raises `Failure`."""
    from cli.evals import carried_out

    carried_out(plan, shipped)
    carried_out(replace(plan, prompts=folder), variant)
    return shipped, variant


def print_trial(shipped: Path, variant: Path, found: "list[Difference]", replies: int | None) -> None:
    """Which cases could change, then what changed in those. Raises `Failure` where there is none."""
    from cli.comparison import show
    from cli.side_by_side import print_replies
    from evals.compare import NotComparable
    from evals.results import BrokenResults
    from evals.trying import weigh

    try:
        trial = weigh(shipped, variant, found)
    except (BrokenResults, NotComparable) as error:
        raise Failure(str(error)) from error
    for line in reach_told(trial):
        typer.echo(line)
    if trial.comparison is None:
        raise Failure("No case could change, so there is nothing to compare.")
    typer.echo()
    show(trial.comparison)
    print_replies(trial.reworded, len(trial.could), replies)


def reach_told(trial: "Trial") -> Iterator[str]:
    """How many cases the figures are of, and why the others are in none."""
    every = len(trial.could) + len(trial.unread) + len(trial.unasked)
    yield f"{len(trial.could)} of {every} cases could change; the figures are of these alone."
    if trial.partly:
        yield f"In {len(trial.partly)} of them nobody read the words of {roles_in(trial.partly)} (house: voice only)."
    if trial.unread:
        yield f"{len(trial.unread)} could not: nobody read the words of {roles_in(trial.unread)} (house: voice only)."
        yield f"    {listed([*trial.unread])}"
    if trial.unasked:
        yield f"{len(trial.unasked)} could not, since no prompt that differs was asked: {listed(trial.unasked)}"
    if trial.moved_anyway:
        moved = listed(trial.moved_anyway)
        yield f"{len(trial.moved_anyway)} of those scored otherwise all the same, by chance: {moved}"


def roles_in(cases: Mapping[str, Sequence[str]]) -> str:
    return ", ".join(sorted({role for roles in cases.values() for role in roles}))


def listed(names: Sequence[str]) -> str:
    rest = len(names) - LISTED
    return ", ".join(names[:LISTED]) + (f" and {rest} more" if rest > 0 else "")


def print_heads(found: "list[Difference]") -> None:
    from cli.display import console

    page = console()
    for one in found:
        what = [*(["words"] if one.is_prose else []), *(["voice"] if one.voice else [])]
        page.print(headline(one).append(f"  ({' and '.join(what)})", "dim"))


def headline(one: "Difference") -> "Text":
    from rich.text import Text

    by = f"  by {', '.join(f'${name}' for name in one.guides)}" if one.guides else ""
    return Text(one.role, "bold").append(f"  {one.before.version} → {one.after.version}{by}", "not bold")


def worded(one: "Difference") -> "Text":
    """What is gone and what is new among the words beside; without colours, between brackets as in `git diff`."""
    from rich.text import Text

    from cli.display import console

    if all(piece.kind == "same" for piece in one.words):
        return Text("only blanks and line breaks differ", STYLES["same"])
    marks = {} if console().color_system else {"gone": "[-{}-]", "new": "{{+{}+}}"}
    text = Text()
    for piece in one.words:
        text.append(marks.get(piece.kind, "{}").format(piece.text), STYLES[piece.kind])
    return text


def named(folder: Path | None) -> str:
    return str(folder) if folder else "Maison"


def shown(path: Path) -> Path:
    """A path as one would type it here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path

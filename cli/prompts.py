"""`maison prompts`: look prompts over, compare two folders of them, try one against the shipped ones."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.failure import Failure

if TYPE_CHECKING:
    from rich.text import Text

    from prompts.differences import Difference
    from prompts.lint import Finding

app = typer.Typer(help="Look prompts over, compare them, try them.", no_args_is_help=True)

Folder = Annotated[
    Path, typer.Argument(exists=True, file_okay=False, help="Prompts as in prompts/; what it lacks is as shipped.")
]
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


def headline(one: "Difference") -> "Text":
    from rich.text import Text

    by = f"  by {', '.join(f'${name}' for name in one.guides)}" if one.guides else ""
    return Text(one.role, "bold").append(f"  {one.before.version} → {one.after.version}{by}", "not bold")


def worded(one: "Difference") -> "Text":
    """What is gone and what is new among the words beside; without colours, between brackets as in `git diff`."""
    from rich.text import Text

    from cli.display import console

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

"""`maison doctor`: what is there, what is missing and what it would bring, and every setting."""

from typing import TYPE_CHECKING

import typer

from cli.failure import Failure, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cli.findings import Finding
    from graph.settings import Settings

COLOURS = {"good": "green", "off": "dim", "odd": "yellow", "bad": "red"}


def doctor() -> None:
    """Look at everything Maison stands on; exit code 1 where something needed is broken."""
    from cli.findings import findings

    try:
        settings = load_settings()
    except Failure:
        print_settings(None)
        raise
    found = list(findings(settings))
    print_findings(found)
    typer.echo()
    print_settings(settings)
    if any(finding.state == "bad" for finding in found):
        raise typer.Exit(1)


def print_findings(found: "Sequence[Finding]") -> None:
    from rich.text import Text

    from cli.display import print_table

    rows = [(finding.what, Text(finding.state, COLOURS[finding.state]), finding.detail) for finding in found]
    print_table(("part", "state", "detail"), rows)


def print_settings(settings: "Settings | None") -> None:
    """Every setting under its variable's name, without values where they cannot be read; secrets stay masked."""
    from cli.display import print_table

    print_table(("variable", "value", "meaning"), list(setting_rows(settings)), whole=("variable",))


def setting_rows(settings: "Settings | None") -> "Iterator[tuple[str, str, str]]":
    from graph.settings import Settings

    for name, field in Settings.model_fields.items():
        value = getattr(settings, name, None)
        shown = ", ".join(value) if isinstance(value, list) else "" if value in (None, {}) else str(value)
        yield f"MAISON_{name.upper()}", shown, field.description or ""

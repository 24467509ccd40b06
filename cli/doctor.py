"""`maison doctor`: what is there, what is missing and what it would bring, and every setting."""

import asyncio
import os
import platform
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from cli.failure import load_settings

if TYPE_CHECKING:
    from rich.table import Table

    from graph.settings import Settings

EXTRAS = {
    "torch": "local models and generated previews (make target of the `local` extra)",
    "transformers": "local language and vision models (`local` extra)",
    "diffusers": "generated previews (`local` extra)",
    "langchain_huggingface": "other text embeddings (`local` extra)",
    "langgraph_api": "LangGraph Studio (`studio` extra)",
}
MARKS = {"good": "[green]good[/green]", "off": "[dim]off[/dim]", "bad": "[red]bad[/red]"}


class Finding(NamedTuple):
    """One thing looked at; `state` is good, off (optional and not there) or bad."""

    what: str
    state: str
    detail: str


def doctor() -> None:
    """Look at everything Maison stands on; exit code 1 where something needed is broken."""
    from rich.console import Console

    settings = load_settings()
    findings = [finding for check in CHECKS for finding in check(settings)]
    console = Console()
    console.print(findings_table(findings))
    console.print(settings_table(settings))
    if any(finding.state == "bad" for finding in findings):
        raise typer.Exit(1)


def check_python(settings: "Settings") -> Iterator[Finding]:
    fits = sys.version_info[:2] == (3, 11)
    yield Finding("python", "good" if fits else "bad", f"{platform.python_version()}, 3.11 is needed")


def check_data(settings: "Settings") -> Iterator[Finding]:
    from stores.lock import owner

    directory = settings.data_dir
    nearest = next(path for path in (directory.absolute(), *directory.absolute().parents) if path.exists())
    writable = nearest.is_dir() and os.access(nearest, os.W_OK)
    yield Finding("data directory", "good" if writable else "bad", str(directory.absolute()))
    held = owner(directory)
    by = "nobody: commands work in it directly" if held is None else f"the process at {held or '(a command at work)'}"
    yield Finding("owner", "good", by)


def check_catalog(settings: "Settings") -> Iterator[Finding]:
    from cli.catalog import count
    from cli.failure import Failure

    try:
        info = asyncio.run(count())
    except Failure as failure:
        yield Finding("catalogue", "off", str(failure))
    else:
        yield Finding("catalogue", "good", f"{info.articles} articles, version {info.version}")


def check_embeddings(settings: "Settings") -> Iterator[Finding]:
    from stores.embeddings import WrongWeights, check_weights

    try:
        check_weights()
    except (WrongWeights, ImportError, OSError) as error:
        yield Finding("text embeddings", "bad", str(error))
    else:
        yield Finding("text embeddings", "good", "MiniLM, weights are the ones this version was made for")


def check_auth(settings: "Settings") -> Iterator[Finding]:
    from agents.models import is_loopback

    if settings.auth == "none":
        safe = is_loopback(settings.host)
        detail = "this machine alone may call; MAISON_AUTH=keys lets others in" if safe else "needed to serve others"
        yield Finding("auth", "off" if safe else "bad", detail)
        return
    yield Finding("auth", "good", settings.auth)
    if "keys" in settings.auth:
        path = settings.data_dir / "keys.db"
        number = asyncio.run(count_keys(path)) if path.exists() else 0
        yield Finding("keys", "good" if number else "bad", f"{number}; `maison keys create NAME` makes one")


async def count_keys(path: Path) -> int:
    from stores.keys import open_keys

    async with open_keys(path) as keys:
        return len(await keys.all())


def check_models(settings: "Settings") -> Iterator[Finding]:
    from agents.models import Models, UnknownModel

    models = Models(settings.registry)
    for name in settings.registry:
        roles = ", ".join(role for role, chosen in settings.roles.items() if chosen == name)
        try:
            models.model(name)
        except UnknownModel as error:
            yield Finding(f"model {name}", "bad", str(error))
        else:
            yield Finding(f"model {name}", "good", f"answers {roles}" if roles else "registered, answers no role")


def check_weather(settings: "Settings") -> Iterator[Finding]:
    if settings.weather == "normals":
        yield Finding("weather forecast", "off", "monthly normals; MAISON_WEATHER=open-meteo brings forecasts")
    elif settings.weather == "openweathermap" and settings.weather_key is None:
        yield Finding("weather forecast", "bad", "openweathermap needs MAISON_WEATHER_KEY")
    else:
        yield Finding("weather forecast", "good", f"{settings.weather}, over the network")


def check_extras(settings: "Settings") -> Iterator[Finding]:
    for module, brings in EXTRAS.items():
        there = find_spec(module) is not None
        yield Finding(module, "good" if there else "off", brings if there else f"would bring {brings}")


CHECKS: tuple[Callable[["Settings"], Iterator[Finding]], ...] = (
    check_python,
    check_data,
    check_auth,
    check_catalog,
    check_embeddings,
    check_models,
    check_weather,
    check_extras,
)


def findings_table(findings: list[Finding]) -> "Table":
    from rich.markup import escape
    from rich.table import Table

    table = Table(title="Maison", title_justify="left")
    for column in ("part", "state", "detail"):
        table.add_column(column)
    for finding in findings:
        table.add_row(escape(finding.what), MARKS[finding.state], escape(finding.detail))
    return table


def settings_table(settings: "Settings") -> "Table":
    """Every setting under its variable's name; secrets stay masked."""
    from rich.markup import escape
    from rich.table import Table

    table = Table(title="Settings", title_justify="left")
    for column in ("variable", "value", "meaning"):
        table.add_column(column)
    for name, field in type(settings).model_fields.items():
        value = getattr(settings, name)
        table.add_row(f"MAISON_{name.upper()}", escape("" if value is None else str(value)), field.description or "")
    return table

"""The `maison` command. Each group of commands is a module; what is heavy is imported by the command that needs it."""

import sys
from io import TextIOWrapper

import typer

from cli import (
    ask,
    catalog,
    chat,
    doctor,
    evals,
    keys,
    langsmith_door,
    orders,
    person,
    prompts,
    records,
    serve,
    traces,
    wardrobe,
)
from cli.failure import Failure

app = typer.Typer(
    name="maison",
    help="Maison, a personal stylist: serve it, ask it, feed it a catalogue.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(serve.serve)
app.command()(ask.ask)
app.command()(chat.chat)
app.add_typer(catalog.app, name="catalog")
app.add_typer(keys.app, name="keys")
app.add_typer(orders.app, name="orders")
app.add_typer(records.app, name="records")
evals.app.command("push")(langsmith_door.push_suite)
evals.app.command("experiment")(langsmith_door.experiment)
prompts.app.command("push")(langsmith_door.push_prompts)
prompts.app.command("pull")(langsmith_door.pull_prompts)
app.add_typer(evals.app, name="eval")
app.add_typer(prompts.app, name="prompts")
app.add_typer(traces.app, name="traces")
app.add_typer(wardrobe.app, name="wardrobe")
app.command()(person.export)
app.command()(person.erase)
app.command()(doctor.doctor)


def main() -> None:
    """Exit code 0 is good, 1 failed, 2 usage; what is wrong, and what to do, goes to stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a character is no reason to stop
    try:
        app()
    except Failure as failure:
        print(f"maison: {failure}", file=sys.stderr)
        raise SystemExit(1) from None

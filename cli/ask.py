"""`maison ask`: one turn from the command line."""

import json
from pathlib import Path
from typing import Annotated
from uuid import uuid4

import typer

ThreadOption = Annotated[str | None, typer.Option(help="Go on with this thread; it is made where there is none.")]
ModelOption = Annotated[str | None, typer.Option(help="A registered model for this turn.")]
PhotoOption = Annotated[
    list[Path] | None, typer.Option(exists=True, dir_okay=False, help="A photo to send along; may be repeated.")
]


def ask(
    text: str,
    thread: ThreadOption = None,
    photo: PhotoOption = None,
    model: ModelOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the run's output as JSON.")] = False,
) -> None:
    """Ask one thing and print the answer."""
    from cli.conversation import open_conversation
    from cli.display import print_output

    thread_id = thread or str(uuid4())
    with open_conversation(thread_id, model) as conversation:
        output = conversation.say(text, photo or [])
    if as_json:
        typer.echo(json.dumps(output, ensure_ascii=False, indent=2))
        return
    print_output(output, conversation.address)
    typer.echo(f'Go on with: maison ask --thread {thread_id} "..."', err=True)

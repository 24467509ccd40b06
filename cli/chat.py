"""`maison chat`: a talk in the terminal, each reply printed while it is written."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import typer

from cli.ask import ModelOption, ThreadOption
from cli.failure import Failure

if TYPE_CHECKING:
    from cli.conversation import Conversation

FAREWELLS = {"exit", "quit", "bye", ""}
PHOTO = "/photo"
WITH_PHOTO = re.compile(rf"""{PHOTO}\s+(?:(["'])(?P<quoted>.+?)\1|(?P<bare>\S+))\s*(?P<text>.*)""")


def chat(thread: ThreadOption = None, model: ModelOption = None) -> None:
    """Talk with the stylist; an empty line or Ctrl-D ends it, Ctrl-C ends a reply. Photos: /photo FILE what you ask."""
    from cli.conversation import open_conversation

    thread_id = thread or str(uuid4())
    with open_conversation(thread_id, model) as conversation:
        for line in lines():
            try:
                reply(conversation, line)
            except Failure as failure:
                typer.echo(f"maison: {failure}", err=True)
            except KeyboardInterrupt:
                typer.echo("\nmaison: The reply was ended. Ctrl-C once more ends the chat.", err=True)
    typer.echo(f"Go on with: maison chat --thread {thread_id}", err=True)


def lines() -> Iterator[str]:
    """What the person types, until they are done; arrow keys work where there is a terminal."""
    import readline

    readline.set_auto_history(True)
    prompt = "you> " if sys.stdin.isatty() else ""
    while True:
        try:
            line = input(prompt).strip()
        except (EOFError, KeyboardInterrupt):
            typer.echo()
            return
        if line in FAREWELLS:
            return
        yield line


def reply(conversation: "Conversation", line: str) -> None:
    """Prints a turn while it is written, then its looks. Raises `Failure`."""
    from cli.display import print_cards, print_piece

    text, photos = read_line(line)
    output = conversation.say(text, photos, print_piece)
    typer.echo()
    print_cards(output, conversation.address)


def read_line(line: str) -> tuple[str, list[Path]]:
    """What is said in a line, and the photo that it sends along. Raises `Failure`."""
    if line.split(maxsplit=1)[0] != PHOTO:
        return line, []
    if found := WITH_PHOTO.fullmatch(line):
        return found["text"], [Path(found["quoted"] or found["bare"]).expanduser()]
    raise Failure(f"{PHOTO} needs a file: {PHOTO} skirt.jpg what goes with this?")

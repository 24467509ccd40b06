"""`maison ask` and `maison chat`: turns from the command line."""

import asyncio
import base64
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import uuid4

import typer

from cli.failure import Failure, load_settings

if TYPE_CHECKING:
    from langgraph_sdk.client import LangGraphClient

FAREWELLS = {"exit", "quit", "bye", ""}

ThreadOption = Annotated[str | None, typer.Option(help="Go on with this thread; it is made where there is none.")]
ModelOption = Annotated[str | None, typer.Option(help="A registered model for this turn.")]


def ask(
    text: str,
    thread: ThreadOption = None,
    photo: Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="A photo to send along.")] = None,
    model: ModelOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the run's output as JSON.")] = False,
) -> None:
    """Ask one thing and print the answer."""
    thread_id = thread or str(uuid4())
    output = asyncio.run(answer(text, thread_id, photo, model))
    if as_json:
        typer.echo(json.dumps(output, ensure_ascii=False, indent=2))
        return
    from cli.display import print_output

    print_output(output)
    typer.echo(f'Go on with: maison ask --thread {thread_id} "..."', err=True)


def chat(thread: ThreadOption = None, model: ModelOption = None) -> None:
    """Talk with the stylist; an empty line or Ctrl-D ends it."""
    thread_id = thread or str(uuid4())
    try:
        asyncio.run(talk(thread_id, model))
    except (EOFError, KeyboardInterrupt):
        typer.echo()
    typer.echo(f"Go on with: maison chat --thread {thread_id}", err=True)


async def answer(text: str, thread_id: str, photo: Path | None, model: str | None) -> dict[str, Any]:
    """The output of one turn. Raises `Failure`."""
    from cli.client import open_client, refusals

    async with open_client(load_settings()) as client:
        with refusals():
            output: Any = await client.runs.wait(
                thread_id, **turn(text, model, photo), if_not_exists="create", raise_error=False
            )
    if fault := output.get("__error__"):
        raise Failure(fault["message"])
    return dict(output)


async def talk(thread_id: str, model: str | None) -> None:
    from cli.client import open_client

    async with open_client(load_settings()) as client:
        while (text := (await asyncio.to_thread(input, "you> ")).strip()) not in FAREWELLS:
            try:
                await reply(client, text, thread_id, model)
            except Failure as failure:
                typer.echo(f"maison: {failure}", err=True)


async def reply(client: "LangGraphClient", text: str, thread_id: str, model: str | None) -> None:
    """Prints a turn while it is written, then its looks. Raises `Failure`."""
    from cli.client import refusals
    from cli.display import print_looks

    output: dict[str, Any] = {}
    events = client.runs.stream(
        thread_id, **turn(text, model), if_not_exists="create", stream_mode=["messages-tuple", "values"]
    )
    with refusals():
        async for event in events:
            match event.event, event.data:
                case "messages", [message, _]:
                    typer.echo(message["content"], nl=False)
                case "values", values:
                    output = values
                case "error", fault:
                    raise Failure(fault["message"])
    typer.echo()
    print_looks(output.get("looks", []))


def turn(text: str, model: str | None, photo: Path | None = None) -> dict[str, Any]:
    """What a run is asked: one message, with the photo's bytes where there is one, and the model that was named."""
    content: list[dict[str, str]] = [{"type": "text", "text": text}]
    if photo:
        content.append({"type": "image", "base64": base64.b64encode(photo.read_bytes()).decode()})
    message = {"role": "user", "content": content}
    context = {"model": model} if model else None
    return {"assistant_id": "stylist", "input": {"messages": [message]}, "context": context}

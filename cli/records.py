"""`maison records`: replies of models that are kept for learning, where the operator and the person both say so.

`show`, `allow` and `withdraw` are a person's; `export` is the operator's, and reads the data directory itself.
"""

import asyncio
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.failure import Failure, load_settings

if TYPE_CHECKING:
    from stores.training_records import Record

app = typer.Typer(help="Keep replies of models for learning, or not.", no_args_is_help=True)


class Kind(StrEnum):
    """What learning takes: pairs of a better and a worse reply, or good ones alone."""

    pairs = "pairs"
    good = "good"


@app.command()
def show() -> None:
    """Whether replies to you are kept, and how many."""
    typer.echo(told(asyncio.run(asked("GET"))))


@app.command()
def allow() -> None:
    """Let replies to you be kept from now on, with all that the model was told to give them."""
    typer.echo(told(asyncio.run(asked("PUT", {"given": True}))))


@app.command()
def withdraw() -> None:
    """Have no more replies kept, and those that were deleted."""
    typer.echo(told(asyncio.run(asked("PUT", {"given": False}))))


@app.command()
def export(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="The JSONL file to write.")],
    kind: Annotated[Kind, typer.Option(help="Pairs for preference tuning, or good replies for supervised tuning.")] = (
        Kind.pairs
    ),
    force: Annotated[bool, typer.Option("--force", help="Replace the file where there is one.")] = False,
) -> None:
    """Write the replies of all who agree, one a line, naming nobody; for whoever has the data directory."""
    from stores.training_records import RECORDS, everybodys

    if file.exists() and not force:
        raise Failure(f"{file} is there already. Name another file, or add --force.")
    rows = list(rows_of(everybodys(load_settings().data_dir / RECORDS), kind))
    try:
        write(file, rows)
    except OSError as error:
        raise Failure(f"{file} cannot be written: {error.strerror}.") from error
    why = "" if rows else " They are kept from the moment that MAISON_RECORDS_KEPT is set, of people who agree."
    typer.echo(f"{len(rows)} {'pairs' if kind is Kind.pairs else 'good replies'} in {file}.{why}")


def rows_of(records: "Iterator[Record]", kind: Kind) -> Iterator[dict[str, Any]]:
    """Records as TRL's trainers take them: `prompt`, `chosen`, `rejected`, or `prompt` and `completion`."""
    for record in records:
        about = record.model_dump(include={"role", "model", "prompt_hash", "outcome", "reason", "run"})
        prompt = [message.model_dump() for message in record.messages]
        if kind is Kind.good and record.chosen:
            yield {"prompt": prompt, "completion": answer(record.chosen), **about}
        elif kind is Kind.pairs and record.rejected and record.chosen != record.rejected:
            pair = {"chosen": answer(record.chosen), "rejected": answer(record.rejected)}
            yield {"prompt": prompt, **pair, **about}


def answer(text: str) -> list[dict[str, str]]:
    return [{"role": "assistant", "content": text}]


def write(file: Path, rows: list[dict[str, Any]]) -> None:
    import orjson

    file.write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in rows))


async def asked(method: str, body: dict[str, bool] | None = None) -> dict[str, Any]:
    """What the service says of the person's agreement. Raises `Failure`."""
    from cli.client import open_client, refusals

    async with open_client(load_settings()) as client:
        with refusals():
            response = await client.http.client.request(method, "/v1/me/records", json=body)
            response.raise_for_status()
            return dict(response.json())


def told(standing: dict[str, Any]) -> str:
    if standing["given"]:
        pause = "" if standing["offered"] else "; for now none is, since MAISON_RECORDS_KEPT is 0"
        kept = f"{standing['kept']} so far{pause}"
        return f"Replies to you are kept for learning: {kept}. `maison records withdraw` ends it."
    if standing["offered"]:
        return "No reply to you is kept for learning. `maison records allow` lets them be."
    return "No reply is kept for learning here: the operator has not set MAISON_RECORDS_KEPT."

"""`maison orders`: what you ordered in the shop, so that the stylist knows what you like.

With a running server the orders are of whoever `MAISON_API_KEY` belongs to; without one, of the local person.
"""

import asyncio
import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from cli.failure import Failure, load_settings

app = typer.Typer(help="Tell the stylist what you ordered.", no_args_is_help=True)

COLUMNS = ("article_id", "date", "quantity", "price", "returned")
BATCH = 1000  # rows in one request
REASONS = 3  # shown at once; the report has all


class Line(NamedTuple):
    number: int
    row: dict[str, str]


class Refused(NamedTuple):
    number: int
    reason: str


class Outcome(NamedTuple):
    added: int
    known: int
    refused: list[Refused]


@app.callback()
def orders() -> None:
    """Tell the stylist what you ordered."""


@app.command(name="import")
def take_in(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help=f"CSV: {', '.join(COLUMNS)}.")],
) -> None:
    """Learn from an order history. Only article_id is needed, and the same file may come again."""
    outcome = asyncio.run(send(read_lines(file)))
    typer.echo(f"{outcome.added} added, {outcome.known} known already, {len(outcome.refused)} not taken.")
    if outcome.refused:
        report = file.with_name(f"{file.stem}.rejected.csv")
        write_report(report, outcome.refused)
        typer.echo(f"Rows that were not taken, with reasons: {report}")
        typer.echo("\n".join(f"  line {number}: {reason}" for number, reason in outcome.refused[:REASONS]))
    if not outcome.added + outcome.known:
        raise Failure(f"{file} holds no order of an article in the shop.")


def read_lines(file: Path) -> list[Line]:
    """The rows of a CSV file, each with the number of its line. Raises `Failure`."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            reader = csv.DictReader(text)
            if "article_id" not in (reader.fieldnames or ()):
                raise Failure(f"{file} has no column article_id. Its first line names them: {', '.join(COLUMNS)}.")
            return [Line(reader.line_num, told(row)) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Failure(f"{file} cannot be read as CSV: {error}.") from error


def told(row: dict[str, str | None]) -> dict[str, str]:
    """What a row says in the columns that we know."""
    return {name: value.strip() for name in COLUMNS if (value := row.get(name)) and value.strip()}


async def send(lines: list[Line]) -> Outcome:
    """Raises `Failure`."""
    from cli.client import open_client, refusals

    added, known, refused = 0, 0, list[Refused]()
    async with open_client(load_settings()) as client:
        for batch in batches(lines):
            with refusals():
                answer = await client.http.client.post("/v1/orders/import", json=[line.row for line in batch])
                answer.raise_for_status()
            told = answer.json()
            added, known = added + told["added"], known + told["known"]
            refused += [Refused(batch[one["index"]].number, one["reason"]) for one in told["rejected"]]
    return Outcome(added, known, refused)


def batches(lines: list[Line]) -> Iterator[list[Line]]:
    rest = iter(lines)
    while batch := list(islice(rest, BATCH)):
        yield batch


def write_report(path: Path, refused: list[Refused]) -> None:
    with path.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows([("line", "reason"), *refused])

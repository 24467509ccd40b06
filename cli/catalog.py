"""`maison catalog`: fill it, search it, count it."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from cli.failure import Failure, load_settings

if TYPE_CHECKING:
    from stores.catalog.feeds.rows import FeedRow
    from stores.catalog.ingest import IngestSummary
    from stores.catalog.shop import CatalogInfo, Hit, Query

app = typer.Typer(help="Fill the catalogue, search it, count it.", no_args_is_help=True)

DEMO = "demo"
Format = Literal["jsonl", "hm", "kaggle", "aws"]
COUNTS = ("added", "changed", "removed", "unchanged", "embedded", "rejected", "left_out")


@app.command()
def ingest(
    feed: Annotated[str, typer.Argument(help="A feed file, or `demo`.")],
    format: Annotated[Format, typer.Option(help="What wrote the feed; `jsonl` is Maison's own.")] = "jsonl",
    images: Annotated[Path | None, typer.Option(help="Folder of the feed's pictures.")] = None,
    seed: Annotated[int, typer.Option(help="Which demo catalogue.")] = 1,
) -> None:
    """Replace the catalogue by a feed; the old one is served until the new one is complete."""
    from stores.catalog.ingest import EmptyFeed
    from stores.catalog.versions import IngestRunning

    settings = load_settings()
    try:
        summary = ingest_feed(open_feed(feed, format, images, seed), settings.data_dir)
    except (EmptyFeed, IngestRunning, ValueError, OSError) as error:
        raise Failure(str(error)) from error
    counts = ", ".join(f"{getattr(summary, name)} {name.replace('_', ' ')}" for name in COUNTS)
    typer.echo(f"Catalogue {summary.version}: {counts} in {summary.seconds:.1f} s.")
    if summary.rejected:
        typer.echo(f"Rows that were not taken, with reasons: {summary.report}")


@app.command()
def search(
    text: str,
    slot: Annotated[list[str] | None, typer.Option(help="Only this slot; may be repeated.")] = None,
    colour: Annotated[list[str] | None, typer.Option(help="Only this colour family; may be repeated.")] = None,
    max_price: Annotated[float | None, typer.Option(min=0)] = None,
    limit: Annotated[int, typer.Option(min=1, max=100)] = 10,
) -> None:
    """Search the catalogue and list the best articles first."""
    from pydantic import ValidationError

    from stores.catalog.shop import Query
    from stores.vocabulary import Filters

    price = None if max_price is None else (0, max_price)
    try:
        filters = Filters.model_validate({"slots": slot or [], "colours": colour or [], "price": price})
    except ValidationError as error:
        raise typer.BadParameter("; ".join(f"{fault['input']}: {fault['msg']}" for fault in error.errors())) from error
    print_hits(asyncio.run(find(Query(text=text, filters=filters), limit)))


@app.command()
def stats() -> None:
    """What is in the catalogue, by slot and category."""
    from rich.console import Console
    from rich.table import Table

    info = asyncio.run(count())
    priced = f"prices in {info.currency}" if info.priced else "no prices"
    table = Table()
    table.add_column("slot")
    table.add_column("articles", justify="right")
    for name, number in sorted(info.slots.items(), key=lambda entry: -entry[1]):
        table.add_row(name, str(number))
    console = Console()
    console.print(f"{info.articles} articles, {priced}, version {info.version}")
    console.print(table)
    console.print("  ".join(f"{name} {number}" for name, number in sorted(info.categories.items())))


def open_feed(feed: str, format: Format = "jsonl", images: Path | None = None, seed: int = 1) -> "Iterator[FeedRow]":
    """The rows of a feed file, or of the demo catalogue."""
    from stores.catalog.feeds.rows import FeedRow

    if feed == DEMO:
        from stores.demo.generator import generate

        return (FeedRow(line, article) for line, article in enumerate(generate(seed), start=1))
    from stores.catalog.feeds import read_feed

    return read_feed(Path(feed), format, images)


def ingest_feed(rows: "Iterator[FeedRow]", data_dir: Path) -> "IngestSummary":
    """Ingests with a progress bar."""
    from rich.console import Console
    from rich.progress import Progress

    from stores.catalog.ingest import ingest as replace_catalog
    from stores.embeddings import MiniLM

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("read", total=None)

        def tell(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        return replace_catalog(rows, data_dir / "catalog", MiniLM(), progress=tell)


async def find(query: "Query", limit: int) -> "list[Hit]":
    async with opened() as shop:
        (hits,) = await shop.search([query], limit=limit)
        return list(hits)


async def count() -> "CatalogInfo":
    async with opened() as shop:
        info: CatalogInfo = await shop.info()
        return info


def opened() -> Any:
    """The catalogue, where reading beside a running server is safe. Raises `Failure` where there is none."""
    from stores.catalog.search import open_catalog
    from stores.catalog.versions import Versions
    from stores.embeddings import MiniLM

    directory = load_settings().data_dir / "catalog"
    if Versions(directory).current() is None:
        raise Failure(f"There is no catalogue in {directory}. Make one: maison catalog ingest demo")
    return open_catalog(directory, MiniLM())


def print_hits(hits: "list[Hit]") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{len(hits)} articles")
    for column in ("id", "name", "slot", "colour", "price"):
        table.add_column(column, justify="right" if column == "price" else "left")
    for hit in hits:
        article = hit.article
        price = "unknown" if article.price is None else f"{article.price:.2f} {article.currency}"
        table.add_row(article.id, article.name, article.slot, article.colours[0].name, price)
    Console().print(table)

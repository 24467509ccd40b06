"""`maison catalog`: fill it, search it, count it."""

import asyncio
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from cli.directory import ready
from cli.failure import Failure, load_settings, text_encoder

if TYPE_CHECKING:
    from stores.catalog.feeds.rows import FeedRow
    from stores.catalog.ingest import IngestSummary
    from stores.catalog.shop import CatalogInfo, Hit, Query
    from stores.vocabulary import Article

app = typer.Typer(help="Fill the catalogue, search it, count it.", no_args_is_help=True)

DEMO = "demo"
Format = Literal["jsonl", "hm", "kaggle", "aws"]
REASONS = 3  # shown at once; the report has all
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
    from stores.catalog.versions import IngestRunning, Versions
    from stores.weights import NoWeights

    directory = ready(load_settings().data_dir)
    try:
        summary = ingest_feed(open_feed(feed, format, images, seed), directory)
    except EmptyFeed as error:
        raise Failure("\n".join([str(error), *first_reasons(Versions(directory / "catalog").report)])) from error
    except (IngestRunning, NoWeights, ValueError, OSError) as error:
        raise Failure(str(error)) from error
    except KeyboardInterrupt:
        typer.echo("maison: Stopped. The catalogue is as it was; the same command goes on from here.", err=True)
        raise
    counts = ", ".join(f"{getattr(summary, name)} {name.replace('_', ' ')}" for name in COUNTS)
    typer.echo(f"Catalogue {summary.version}: {counts} in {summary.seconds:.1f} s.")
    if summary.rejected:
        typer.echo(f"Rows that were not taken, with reasons: {summary.report}")
        typer.echo("\n".join(first_reasons(Path(summary.report))))


@app.command()
def encode() -> None:
    """Look at all pictures of the catalogue, for "looks like this"; what was looked at before is left as it is."""
    from cli.gallery import fill

    settings = load_settings()
    require_catalog(ready(settings.data_dir) / "catalog")
    typer.echo(asyncio.run(fill(settings)))


@app.command()
def search(
    text: Annotated[str, typer.Argument(help="Words; with --like they may be left out.")] = "",
    *,
    slot: Annotated[list[str] | None, typer.Option(help="Only this slot; may be repeated.")] = None,
    colour: Annotated[list[str] | None, typer.Option(help="Only this colour family; may be repeated.")] = None,
    max_price: Annotated[float | None, typer.Option(min=0)] = None,
    like: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="A photo of what it is to look like.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=100)] = 10,
) -> None:
    """Search the catalogue, in words or by a photo, and list the best articles first."""
    from pydantic import ValidationError

    from stores.catalog.shop import Query
    from stores.vocabulary import Filters

    if not (text or like):
        raise typer.BadParameter("say in words what to look for, or show a photo with --like")
    price = None if max_price is None else (0, max_price)
    try:
        filters = Filters.model_validate({"slots": slot or [], "colours": colour or [], "price": price})
    except ValidationError as error:
        raise typer.BadParameter("; ".join(f"{fault['input']}: {fault['msg']}" for fault in error.errors())) from error
    query = Query(text=text, filters=filters)
    if like is None:
        print_hits(asyncio.run(find(query, limit)))
        return
    from cli.gallery import find_alike

    print_hits(asyncio.run(find_alike(like, query, limit)))


@app.command()
def stats() -> None:
    """What is in the catalogue, by slot and category."""
    from rich.columns import Columns

    from cli.display import console, print_table

    info = asyncio.run(count())
    priced = f"prices in {info.currency}" if info.priced else "no prices"
    page = console()
    page.print(f"{info.articles} articles, {priced}, version {info.version}\n")
    slots = sorted(info.slots.items(), key=lambda entry: -entry[1])
    print_table(("slot", "articles"), [(name, str(number)) for name, number in slots], right=("articles",))
    page.print()
    page.print(Columns([f"{name} {number}" for name, number in sorted(info.categories.items())], padding=(0, 3)))


def open_feed(feed: str, format: Format = "jsonl", images: Path | None = None, seed: int = 1) -> "Iterator[FeedRow]":
    """The rows of a feed file, or of the demo catalogue."""
    from stores.catalog.feeds.rows import FeedRow

    if feed == DEMO:
        from stores.demo.generator import generate

        return (FeedRow(line, article) for line, article in enumerate(generate(seed), start=1))
    from stores.catalog.feeds import read_feed

    return read_feed(Path(feed), format, images)


def first_reasons(report: Path) -> list[str]:
    """Why the first faulty rows of a feed were not taken."""
    from cli.display import plain

    with report.open(encoding="utf-8") as lines:
        faulty = (row for row in map(json.loads, lines) if not row["left_out"])
        return [plain(f"  line {row['line']}: {row['reason']}") for row in islice(faulty, REASONS)]


def ingest_feed(rows: "Iterator[FeedRow]", data_dir: Path) -> "IngestSummary":
    """Ingests with a progress bar."""
    from rich.progress import Progress

    from cli.display import console
    from stores.catalog.ingest import ingest as replace_catalog

    embeddings = text_encoder(load_settings())
    page = console(stderr=True)
    with Progress(console=page, transient=True, disable=not page.is_terminal) as bar:
        task = bar.add_task("read", total=None)

        def tell(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        return replace_catalog(rows, data_dir / "catalog", embeddings, progress=tell)


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

    settings = load_settings()
    directory = settings.data_dir / "catalog"
    require_catalog(directory)
    return open_catalog(directory, text_encoder(settings))


def require_catalog(directory: Path) -> None:
    """Raises `Failure` where there is none."""
    from stores.catalog.versions import Versions

    if Versions(directory).current() is None:
        raise Failure(f"There is no catalogue in {directory}. Make one: maison catalog ingest demo")


def print_hits(hits: "list[Hit]") -> None:
    from cli.display import name_of, print_table

    found = [hit.article for hit in hits]
    rows = [(one.id, name_of(one.name, one.colours[0].name), one.slot, price_of(one)) for one in found]
    typer.echo(f"{len(hits)} articles\n")
    print_table(("id", "name", "slot", "price"), rows, whole=("id", "slot", "price"), right=("price",))


def price_of(article: "Article") -> str:
    return "unknown" if article.price is None else f"{article.price:.2f} {article.currency}"

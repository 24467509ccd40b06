"""The demo catalogue as a feed, ready to be ingested."""

from collections.abc import Iterator

from stores.catalog.feeds.rows import FeedRow
from stores.demo.generator import generate


def demo_rows(seed: int = 1) -> Iterator[FeedRow]:
    """A row for each article of a seed's catalogue."""
    return (FeedRow(line, article) for line, article in enumerate(generate(seed), start=1))

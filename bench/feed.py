"""What the catalogue's benches share: their options and the feed that they read."""

import argparse
import resource
from collections.abc import Iterator
from pathlib import Path

from bench.report import data_folder
from stores.catalog.feeds import read_feed
from stores.catalog.feeds.rows import FeedRow

FEED = Path("kaggle-fashion", "styles.csv.gz")


def parse_options(about: str, articles: int) -> argparse.Namespace:
    """`--data DIR`, `--articles N` and `--json`."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--data", type=Path, default=data_folder(), help=f"a folder that holds {FEED}")
    parser.add_argument("--articles", type=int, default=articles)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    return parser.parse_args()


def load_rows(data: Path, articles: int) -> Iterator[FeedRow]:
    """The feed's rows until so many articles were read."""
    for row in read_feed(data / FEED, "kaggle"):
        if articles == 0:
            return
        articles -= row.article is not None
        yield row


def rss_mb() -> int:
    """The most memory that this process held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

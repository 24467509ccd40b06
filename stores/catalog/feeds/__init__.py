"""Feeds: files of articles in four formats, read row by row into articles of ours."""

import csv
import zlib
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Literal

from stores.catalog.feeds.aws import read_aws
from stores.catalog.feeds.hm import read_hm
from stores.catalog.feeds.jsonl import read_jsonl
from stores.catalog.feeds.kaggle import read_kaggle
from stores.catalog.feeds.rows import FeedRow

__all__ = ["FeedFormat", "FeedRow", "read_feed"]

FeedFormat = Literal["jsonl", "hm", "kaggle", "aws"]
READERS: dict[FeedFormat, Callable[[Path, Path | None], Iterator[FeedRow]]] = {
    "jsonl": read_jsonl,
    "hm": read_hm,
    "kaggle": read_kaggle,
    "aws": read_aws,
}


def read_feed(path: Path, format: FeedFormat, images: Path | None = None) -> Iterator[FeedRow]:
    """The rows of a feed, plain or gzipped, with pictures from `images` where their file exists.

    ValueError at once for an unknown format, a missing file, and a header that lacks columns; while reading for bytes
    that are neither UTF-8 nor whole gzip. A faulty row is no error: it comes with its `problem`.
    """
    if format not in READERS:
        raise ValueError(f"unknown feed format {format!r}: use one of {', '.join(READERS)}")
    if not path.is_file():
        raise ValueError(f"no such feed file: {path}")
    if images is not None and not images.is_dir():
        raise ValueError(f"no such folder of images: {images}")
    rows = _readable(path, READERS[format](path, images))
    # The first row is read now, so that a wrong header is told here and not in the middle of an ingest.
    return chain(list(islice(rows, 1)), rows)


def _readable(path: Path, rows: Iterator[FeedRow]) -> Iterator[FeedRow]:
    try:
        yield from rows
    except (UnicodeDecodeError, EOFError, OSError, zlib.error, csv.Error) as error:
        raise ValueError(f"{path} cannot be read as a feed: {error}") from error

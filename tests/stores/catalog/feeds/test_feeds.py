"""Every feed at once: what `read_feed` refuses, and how much of the real feeds it maps."""

import gzip
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from stores.catalog.feeds import FeedFormat, read_feed
from stores.categories import load_categories

SHARED_DATA = Path(os.environ.get("MAISON_SHARED_DATA", "../shared/data"))
REAL: list[tuple[FeedFormat, str]] = [
    ("hm", "hm/articles.csv"),
    ("kaggle", "kaggle-fashion/slice_dev_3000.csv"),
    ("aws", "aws-retail/products.jsonl"),
]


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    unknown: Any = "xml"
    with pytest.raises(ValueError, match="unknown feed format 'xml': use one of jsonl, hm, kaggle, aws"):
        read_feed(tmp_path, unknown)


@pytest.mark.parametrize("format", ["jsonl", "hm", "kaggle", "aws"])
def test_a_missing_file_is_refused_at_once(tmp_path: Path, format: FeedFormat) -> None:
    with pytest.raises(ValueError, match="no such feed file"):
        read_feed(tmp_path / "none", format)


def test_a_missing_folder_of_images_is_refused(tmp_path: Path) -> None:
    (tmp_path / "feed").touch()
    with pytest.raises(ValueError, match="no such folder of images"):
        read_feed(tmp_path / "feed", "jsonl", tmp_path / "none")


@pytest.mark.parametrize(("format", "columns"), [("hm", "article_id"), ("kaggle", "articleType")])
def test_an_empty_table_lacks_its_header(tmp_path: Path, format: FeedFormat, columns: str) -> None:
    (tmp_path / "feed").touch()
    with pytest.raises(ValueError, match=columns):
        read_feed(tmp_path / "feed", format)


def test_bytes_that_are_no_feed_are_told(tmp_path: Path) -> None:
    latin, cut = tmp_path / "latin.csv", tmp_path / "cut.csv.gz"
    latin.write_bytes(b"id,gender\xe9\n")
    cut.write_bytes(gzip.compress(b"id,gender\n" * 999)[:20])
    for file in (latin, cut):
        with pytest.raises(ValueError, match="cannot be read as a feed"):
            read_feed(file, "kaggle")


def test_an_empty_list_of_articles_has_no_rows(tmp_path: Path) -> None:
    (tmp_path / "feed").touch()
    assert list(read_feed(tmp_path / "feed", "jsonl")) == []


@pytest.mark.parametrize(("format", "file"), REAL)
def test_nearly_all_clothing_of_a_real_feed_is_mapped(format: FeedFormat, file: str) -> None:
    if not (SHARED_DATA / file).is_file():
        pytest.skip(f"no real feed at {SHARED_DATA / file}; set MAISON_SHARED_DATA")
    rows = [row for row in read_feed(SHARED_DATA / file, format) if not row.left_out]
    articles = [row.article for row in rows if row.article]
    assert len(articles) / len(rows) >= 0.97, Counter(row.problem for row in rows).most_common(9)
    assert all(article.slot == load_categories()[article.category].slot for article in articles)
    assert sum(article.confidence["category"] >= 0.7 for article in articles) / len(articles) >= 0.8
    assert len({article.id for article in articles}) == len(articles)

"""Reads our own feed: one Article as JSON on each line. Nothing is inferred."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from stores.catalog.feeds.files import open_text
from stores.catalog.feeds.rows import FeedRow
from stores.categories import load_categories
from stores.vocabulary import Article


def read_jsonl(path: Path, images: Path | None) -> Iterator[FeedRow]:
    """Every line that is not blank. An `image` that is a file in `images` is given with that folder."""
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _read_line(number, line, images)


def _read_line(number: int, line: str, images: Path | None) -> FeedRow:
    try:
        article = Article.model_validate_json(line)
    except ValidationError as error:
        return FeedRow(number, None, _reason(error))
    category = load_categories().get(article.category)
    if category is None:
        return FeedRow(number, None, f"category: {article.category!r} is not a category we know")
    if category.slot != article.slot:
        return FeedRow(number, None, f"slot: {article.category} belongs to {category.slot}, not {article.slot}")
    if images and article.image and (images / article.image).is_file():
        article.image = str(images / article.image)
    return FeedRow(number, article)


def _reason(error: ValidationError) -> str:
    """The first thing that is wrong, as "field: reason"."""
    first = error.errors(include_url=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"{place}: {first['msg']}" if place else first["msg"]

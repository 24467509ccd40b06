"""Reads products.jsonl of the retail demo store: a style, a price in dollars and a long description."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stores.catalog.feeds.files import open_text
from stores.catalog.feeds.infer import Stated, infer_article, kind_of_name
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.feeds.words import load_table
from stores.vocabulary import Presentation

KEYS = ("id", "name", "category", "style")
SOLD_TO: dict[str, Presentation] = {"F": "women", "M": "men"}


def read_aws(path: Path, images: Path | None) -> Iterator[FeedRow]:
    """Every line that is not blank."""
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _read_line(number, line, images)


def _read_line(line: int, text: str, images: Path | None) -> FeedRow:
    try:
        product = json.loads(text)
    except json.JSONDecodeError as error:
        return FeedRow(line, None, f"not JSON: {error.msg}")
    if fault := _fault(product):
        return FeedRow(line, None, fault)
    if product["category"] not in load_table("aws")["worn"]:
        return FeedRow(line, None, left_out=True)
    kind = kind_of_name(product["name"])
    if kind is None:
        kind = load_table("aws")["types"].get(product["style"])
    if kind is None:
        return FeedRow(line, None, f"style: {product['style']!r} is not a style we know")
    return FeedRow(line, infer_article(_stated(product, kind, images))) if kind else FeedRow(line, None, left_out=True)


def _fault(product: Any) -> str | None:
    if not isinstance(product, dict):
        return "not an object"
    if missing := [key for key in KEYS if not isinstance(product.get(key), str) or not product[key]]:
        return f"lacks {', '.join(missing)}"
    price = product.get("price")
    if price is not None and not _is_price(price):
        return f"price: {price!r} is not a price"
    return None


def _is_price(price: Any) -> bool:
    return isinstance(price, int | float) and not isinstance(price, bool) and math.isfinite(price) and price >= 0


def _stated(product: dict[str, Any], kind: str, images: Path | None) -> Stated:
    file = images / str(product.get("image", "")) if images else None
    return Stated(
        id=product["id"],
        name=product["name"],
        kind=kind,
        description=str(product.get("description") or ""),
        presentation=SOLD_TO.get(product.get("gender_affinity", "")),
        price=product.get("price"),
        currency="USD",
        image=str(file) if file and file.is_file() else None,
    )

import json
from pathlib import Path
from typing import Any

import pytest

from stores.catalog.feeds import FeedRow, read_feed

PRODUCT = {
    "id": "a-1",
    "name": "Harbour Walk Puffer Jacket",
    "category": "apparel",
    "style": "jacket",
    "description": "A mustard jacket for cold days.",
    "price": 89.99,
    "image": "a-1.jpg",
    "gender_affinity": "F",
}


def read(folder: Path, *changes: dict[str, Any], images: Path | None = None) -> list[FeedRow]:
    file = folder / "products.jsonl"
    file.write_text("\n".join(json.dumps(PRODUCT | change) for change in changes))
    return list(read_feed(file, "aws", images))


def test_a_product_becomes_an_article(tmp_path: Path) -> None:
    (row,) = read(tmp_path, {})
    article = row.article
    assert article
    assert (article.id, article.category, article.presentation) == ("a-1", "down_jacket", "women")
    assert (article.price, article.currency) == (89.99, "USD")
    assert article.colours[0].family == "yellow"
    assert article.confidence["colours"] < 1


@pytest.mark.parametrize(
    ("name", "style", "category"),
    [
        ("Harbour Leather Messenger Bag", "backpack", "crossbody"),
        ("Harbour Comfort Tee", "shirt", "tee"),
        ("Harbour Striped Shirt Dress", "shirt", "shirt_dress"),
        ("Harbour Walk", "belt", "belt"),
    ],
)
def test_the_name_comes_before_the_style(tmp_path: Path, name: str, style: str, category: str) -> None:
    (row,) = read(tmp_path, {"name": name, "style": style})
    assert row.article
    assert row.article.category == category


def test_what_is_not_clothing_is_left_out(tmp_path: Path) -> None:
    rows = read(tmp_path, {"category": "homedecor"}, {"name": "Harbour Throw Blanket", "style": "scarf"})
    assert [row.left_out for row in rows] == [True, True]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"style": "spoon", "name": "Harbour"}, "style: 'spoon' is not a style we know"),
        ({"name": ""}, "lacks name"),
        ({"id": None, "style": 3}, "lacks id, style"),
        ({"price": "89"}, "price: '89' is not a price"),
        ({"price": -1}, "price: -1 is not a price"),
        ({"price": float("inf")}, "price: inf is not a price"),
    ],
)
def test_a_wrong_product_is_a_problem(tmp_path: Path, change: dict[str, Any], problem: str) -> None:
    assert read(tmp_path, change) == [FeedRow(1, None, problem)]


def test_a_line_that_is_no_product_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "products.jsonl"
    file.write_text("{\n[1]\n\n" + json.dumps(PRODUCT))
    broken, listed, good = read_feed(file, "aws")
    assert broken.problem
    assert broken.problem.startswith("not JSON")
    assert listed.problem == "not an object"
    assert (good.line, good.article is not None) == (4, True)


def test_no_affinity_and_no_price_are_not_invented(tmp_path: Path) -> None:
    (row,) = read(tmp_path, {"gender_affinity": None, "price": None})
    assert row.article
    assert row.article.price is None
    assert row.article.presentation == "unisex"
    assert "presentation" in row.article.confidence


def test_a_picture_that_is_there_is_given(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a-1.jpg").touch()
    rows = read(tmp_path, {}, {"id": "a-2", "image": "a-2.jpg"}, {"image": None}, images=tmp_path / "images")
    found = [row.article.image for row in rows if row.article]
    assert found == [str(tmp_path / "images" / "a-1.jpg"), None, None]

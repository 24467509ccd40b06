import csv
import gzip
from pathlib import Path

import pytest

from stores.catalog.feeds import FeedRow, read_feed
from stores.catalog.feeds.hm import COLUMNS
from stores.vocabulary import Article

ROW = dict.fromkeys(COLUMNS, "0") | {
    "article_id": "0700000001",
    "product_code": "700000",
    "prod_name": "Mara",
    "product_type_name": "Jacket",
    "product_group_name": "Garment Upper body",
    "graphical_appearance_name": "Solid",
    "colour_group_name": "Dark Blue",
    "perceived_colour_value_name": "Light",
    "index_name": "Ladieswear",
    "index_group_name": "Ladieswear",
    "section_name": "Womens Jackets",
    "garment_group_name": "Outdoor",
    "detail_desc": "Trenchcoat in cotton twill.",
}


def write(folder: Path, *changes: dict[str, str]) -> Path:
    file = folder / "articles.csv"
    with file.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.DictWriter(opened, fieldnames=list(ROW))
        writer.writeheader()
        writer.writerows(ROW | change for change in changes)
    return file


def read(folder: Path, *changes: dict[str, str], images: Path | None = None) -> list[FeedRow]:
    return list(read_feed(write(folder, *changes), "hm", images))


def read_one(folder: Path, **change: str) -> Article:
    (row,) = read(folder, change)
    assert row.article, row.problem
    return row.article


def test_the_header_has_25_columns() -> None:
    assert len(COLUMNS) == 25


def test_a_row_becomes_an_article(tmp_path: Path) -> None:
    article = read_one(tmp_path)
    assert (article.id, article.group, article.name) == ("0700000001", "700000", "Mara")
    assert (article.category, article.slot, article.presentation) == ("trench_coat", "outer", "women")
    assert (article.price, article.currency, article.sizes) == (None, "EUR", [])
    assert article.fabrics == ["cotton"]
    assert article.confidence.keys().isdisjoint({"colours", "pattern", "presentation"})


def test_a_lost_leading_zero_is_put_back(tmp_path: Path) -> None:
    assert read_one(tmp_path, article_id="700000001").id == "0700000001"


@pytest.mark.parametrize("article_id", ["", "x1", "07000000011"])
def test_a_wrong_id_is_a_problem(tmp_path: Path, article_id: str) -> None:
    (row,) = read(tmp_path, {"article_id": article_id})
    assert row.article is None
    assert row.problem
    assert row.problem.startswith("article_id")


def test_the_colour_is_the_group_and_not_the_lightness(tmp_path: Path) -> None:
    (colour,) = read_one(tmp_path).colours
    assert (colour.name, colour.family) == ("Dark Blue", "navy")
    assert read_one(tmp_path, colour_group_name="Greenish Khaki").colours[0].family == "green"
    assert read_one(tmp_path, colour_group_name="Unknown").confidence["colours"] < 0.5


@pytest.mark.parametrize(
    ("change", "reserve"),
    [
        ({"index_group_name": "Baby/Children", "product_type_name": "Dress"}, "children"),
        ({"index_group_name": "Sport", "section_name": "Kids Sports"}, "children"),
        ({"product_type_name": "Bra"}, "underwear"),
        ({"product_type_name": "Bra", "section_name": "Ladies H&M Sport"}, None),
        ({"product_type_name": "Pyjama set"}, "night"),
        ({"product_type_name": "Swimsuit"}, "swim"),
    ],
)
def test_some_things_are_reserved(tmp_path: Path, change: dict[str, str], reserve: str | None) -> None:
    assert read_one(tmp_path, **change).reserve == reserve


def test_who_it_is_for(tmp_path: Path) -> None:
    assert read_one(tmp_path, index_group_name="Menswear", section_name="Contemporary Smart").presentation == "men"
    assert read_one(tmp_path, index_group_name="Sport", section_name="Men H&M Sport").presentation == "men"
    assert read_one(tmp_path, index_group_name="Divided", section_name="Divided Basics").presentation == "women"


def test_a_picture_is_the_rows_own_or_none(tmp_path: Path) -> None:
    images = tmp_path / "images"
    (images / "070").mkdir(parents=True)
    (images / "070" / "0700000002.jpg").touch()
    changes = [{"article_id": f"070000000{number}"} for number in (1, 2, 3)]
    found = [row.article.image for row in read(tmp_path, *changes, images=images) if row.article]
    assert found == [None, str(images / "070" / "0700000002.jpg"), None]


def test_what_is_not_clothing_is_left_out(tmp_path: Path) -> None:
    toy, case = read(
        tmp_path,
        {"product_type_name": "Soft Toys"},
        {"product_type_name": "Other accessories", "prod_name": "Mara case", "detail_desc": "Smartphone case."},
    )
    assert toy == FeedRow(2, None, left_out=True)
    assert case == FeedRow(3, None, left_out=True)


def test_an_unknown_type_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    unknown, good = read(tmp_path, {"product_type_name": "Spoon"}, {})
    assert unknown.problem == "product_type_name: 'Spoon' is not a type we know"
    assert good.article


def test_a_row_with_a_field_too_few_is_a_problem(tmp_path: Path) -> None:
    file = write(tmp_path, {})
    file.write_text(file.read_text() + "0700000002,700000\n")
    assert [row.problem for row in read_feed(file, "hm")] == [None, "fewer fields than the header names"]


def test_gzip_and_a_byte_order_mark_are_accepted(tmp_path: Path) -> None:
    zipped = tmp_path / "articles.csv.gz"
    zipped.write_bytes(gzip.compress(b"\xef\xbb\xbf" + write(tmp_path, {}).read_bytes()))
    assert [row.article.id for row in read_feed(zipped, "hm") if row.article] == ["0700000001"]


def test_a_header_that_lacks_columns_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "articles.csv"
    file.write_text("article_id,prod_name\n1,Mara\n")
    with pytest.raises(ValueError, match=r"lacks .*colour_group_name"):
        read_feed(file, "hm")

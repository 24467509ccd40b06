from pathlib import Path

import pytest

from stores.catalog.feeds import FeedRow, read_feed
from stores.vocabulary import Article

HEADER = "id,gender,masterCategory,subCategory,articleType,baseColour,season,year,usage,productDisplayName"


def read(folder: Path, *lines: str, images: Path | None = None) -> list[FeedRow]:
    file = folder / "styles.csv"
    file.write_text("\n".join([HEADER, *lines]))
    return list(read_feed(file, "kaggle", images))


def read_one(folder: Path, line: str) -> Article:
    (row,) = read(folder, line)
    assert row.article, row.problem
    return row.article


def test_a_row_becomes_an_article(tmp_path: Path) -> None:
    article = read_one(
        tmp_path, "7,Men,Apparel,Topwear,Shirts,Navy Blue,Fall,2012,Formal,Mara Men Striped Navy Blue Shirt"
    )
    assert (article.id, article.category, article.presentation) == ("7", "dress_shirt", "men")
    assert (article.colours[0].name, article.colours[0].family) == ("Navy Blue", "navy")
    assert article.pattern == "stripe"
    assert "autumn" in article.seasons
    assert (article.price, article.image) == (None, None)


@pytest.mark.parametrize(
    ("base", "family"),
    [("Skin", "beige"), ("Maroon", "burgundy"), ("Mustard", "yellow"), ("Khaki", "green"), ("NA", "multi")],
)
def test_base_colours_have_families(tmp_path: Path, base: str, family: str) -> None:
    article = read_one(tmp_path, f"7,Men,Apparel,Topwear,Tshirts,{base},Summer,2012,Casual,Mara Tshirt")
    assert article.colours[0].family == family


def test_a_second_colour_is_read_from_the_name(tmp_path: Path) -> None:
    article = read_one(tmp_path, "7,Women,Apparel,Topwear,Tops,Black,Summer,2012,Casual,Mara Women Black & White Top")
    assert [(colour.family, colour.share) for colour in article.colours] == [("black", 0.7), ("white", 0.3)]


@pytest.mark.parametrize("gender", ["Boys", "Girls"])
def test_childrens_things_are_reserved(tmp_path: Path, gender: str) -> None:
    line = f"7,{gender},Apparel,Topwear,Tshirts,Red,Summer,2012,Casual,Mara Tshirt"
    assert read_one(tmp_path, line).reserve == "children"


def test_what_is_not_clothing_is_left_out(tmp_path: Path) -> None:
    rows = read(
        tmp_path,
        "7,Men,Personal Care,Fragrance,Deodorant,NA,Spring,2017,NA,Mara Deo",
        "8,Men,Accessories,Wallets,Wallets,Black,Spring,2012,Casual,Mara Wallet",
        "9,Unisex,Free Items,Free Gifts,Free Gifts,NA,Spring,2012,NA,Mara Gift",
    )
    assert rows == [FeedRow(line, None, left_out=True) for line in (2, 3, 4)]


def test_an_unknown_type_and_a_broken_row_are_problems(tmp_path: Path) -> None:
    unknown, long = read(
        tmp_path,
        "7,Men,Apparel,Topwear,Spoons,Red,Summer,2012,Casual,Mara",
        "8,Men,Apparel,Topwear,Tshirts,Red,Summer,2012,Casual,Mara, the tee",
    )
    assert unknown.problem == "articleType: 'Spoons' is not a type we know"
    assert long.problem == "more fields than the header names"


def test_a_picture_is_the_rows_own_or_none(tmp_path: Path) -> None:
    images = tmp_path / "images"
    images.mkdir()
    (images / "8.jpg").touch()
    lines = [f"{number},Men,Apparel,Topwear,Tshirts,Red,Summer,2012,Casual,Mara Tee" for number in (7, 8, 9)]
    found = [row.article.image for row in read(tmp_path, *lines, images=images) if row.article]
    assert found == [None, str(images / "8.jpg"), None]

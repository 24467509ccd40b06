"""Reads H&M's articles.csv: no price, size, link or warmth in it, a product type and a description instead."""

from collections.abc import Iterator
from pathlib import Path

from stores.catalog.feeds.files import read_csv
from stores.catalog.feeds.infer import Stated, infer_article, kind_of_name
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.feeds.words import load_table
from stores.colours import colour_named
from stores.vocabulary import Colour, Presentation

NUMBERED = ("product_type", "graphical_appearance", "department", "index_group", "section", "garment_group")
COLUMNS = {
    "article_id", "product_code", "prod_name", "product_group_name", "colour_group_code", "colour_group_name",
    "perceived_colour_value_id", "perceived_colour_value_name", "perceived_colour_master_id",
    "perceived_colour_master_name", "index_code", "index_name", "detail_desc",
    *(f"{column}_{part}" for column in NUMBERED for part in ("no", "name")),
}  # fmt: skip
ID_LENGTH = 10
CHILDRENS = ("Baby", "Kids", "Young", "Girls", "Boys")
SOLD_TO: dict[str, Presentation] = {"Ladieswear": "women", "Divided": "women", "Menswear": "men"}


def read_hm(path: Path, images: Path | None) -> Iterator[FeedRow]:
    """Every row. ValueError for another header."""
    for line, row, problem in read_csv(path, COLUMNS):
        yield FeedRow(line, None, problem) if problem else _read_row(line, row, images)


def _read_row(line: int, row: dict[str, str], images: Path | None) -> FeedRow:
    article_id, table, kind = row["article_id"].strip(), load_table("hm"), row["product_type_name"]
    if not article_id.isdigit() or len(article_id) > ID_LENGTH:
        return FeedRow(line, None, f"article_id: {article_id!r} is not a number of {ID_LENGTH} digits")
    if kind in table["left_out"]:
        return FeedRow(line, None, left_out=True)
    name = kind_of_name(row["prod_name"], row["detail_desc"]) if kind in table["nouns"] else table["types"].get(kind)
    if name is None:
        return FeedRow(line, None, f"product_type_name: {kind!r} is not a type we know")
    if not name:
        return FeedRow(line, None, left_out=True)
    return FeedRow(line, infer_article(_stated(row, article_id.zfill(ID_LENGTH), name, images)))


def _stated(row: dict[str, str], article_id: str, kind: str, images: Path | None) -> Stated:
    return Stated(
        id=article_id,
        name=row["prod_name"].strip(),
        kind=kind,
        description=row["detail_desc"].strip(),
        hints=", ".join(row[key] for key in ("graphical_appearance_name", "garment_group_name", "section_name")),
        colours=_colours(row["colour_group_name"]),
        pattern=load_table("hm")["patterns"].get(row["graphical_appearance_name"]),
        presentation=_presentation(row),
        reserve="children" if _is_childrens(row) else None,
        brand="H&M",
        group=row["product_code"].strip() or None,
        image=_image(article_id, images),
    )


def _colours(name: str) -> tuple[Colour, ...]:
    """The colour group under its own name, not the lightness that perceived_colour_value_name tells."""
    named = colour_named(load_table("hm")["colours"].get(name, name))
    return (named.model_copy(update={"name": name}),) if named else ()


def _is_childrens(row: dict[str, str]) -> bool:
    return row["index_group_name"] == "Baby/Children" or row["section_name"].startswith(CHILDRENS)


def _presentation(row: dict[str, str]) -> Presentation | None:
    section = row["section_name"]
    if "Girl" in section or section.startswith("Ladies"):
        return "women"
    if "Boy" in section or section.startswith("Men"):
        return "men"
    return "unisex" if _is_childrens(row) else SOLD_TO.get(row["index_group_name"])


def _image(article_id: str, images: Path | None) -> str | None:
    file = images / article_id[:3] / f"{article_id}.jpg" if images else None
    return str(file) if file and file.is_file() else None

"""Reads styles.csv of Fashion Product Images: a name, a type, a colour and a use; no price, no description."""

import re
from collections.abc import Iterator
from pathlib import Path

from stores.catalog.feeds.files import read_csv
from stores.catalog.feeds.infer import Stated, infer_article
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.feeds.words import load_table
from stores.colours import colour_named
from stores.vocabulary import Colour, Presentation

COLUMNS = {
    "id", "gender", "masterCategory", "subCategory", "articleType", "baseColour", "season", "year", "usage",
    "productDisplayName",
}  # fmt: skip
SOLD_TO: dict[str, Presentation] = {"Women": "women", "Girls": "women", "Men": "men", "Boys": "men", "Unisex": "unisex"}


def read_kaggle(path: Path, images: Path | None) -> Iterator[FeedRow]:
    """Every row. ValueError for another header."""
    for line, row, problem in read_csv(path, COLUMNS):
        yield FeedRow(line, None, problem) if problem else _read_row(line, row, images)


def _read_row(line: int, row: dict[str, str], images: Path | None) -> FeedRow:
    table, kind = load_table("kaggle"), row["articleType"]
    if row["masterCategory"] not in table["worn"] or kind in table["left_out"]:
        return FeedRow(line, None, left_out=True)
    if kind not in table["types"]:
        return FeedRow(line, None, f"articleType: {kind!r} is not a type we know")
    if not row["id"].strip():
        return FeedRow(line, None, "id: is empty")
    return FeedRow(line, infer_article(_stated(row, table["types"][kind], images)))


def _stated(row: dict[str, str], kind: str, images: Path | None) -> Stated:
    file = images / f"{row['id']}.jpg" if images else None
    return Stated(
        id=row["id"].strip(),
        name=row["productDisplayName"].strip(),
        kind=kind,
        hints=f"usage {row['usage']}",
        colours=_colours(row["baseColour"], row["productDisplayName"]),
        presentation=SOLD_TO.get(row["gender"]),
        season=load_table("kaggle")["seasons"].get(row["season"]),
        reserve="children" if row["gender"] in {"Boys", "Girls"} else None,
        image=str(file) if file and file.is_file() else None,
    )


def _colours(base: str, name: str) -> tuple[Colour, ...]:
    """The base colour, and the one that the name puts beside it ("Black & White")."""
    main = colour_named(load_table("kaggle")["colours"].get(base, base))
    if main is None:
        return ()
    main.name = base
    beside = re.search(rf"{re.escape(base)} (?:&|and) (\w+(?: Blue)?)", name)
    second = colour_named(beside[1]) if beside else None
    if second is None or second.family == main.family:
        return (main,)
    return (main.model_copy(update={"share": 0.7}), second.model_copy(update={"share": 0.3}))

"""The picture of an article: which construction its category is drawn by, and what its words change of the measures."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from stores.categories import load_categories
from stores.drawing.cloth import Cloth, cloth_of
from stores.drawing.constructions import CONSTRUCTIONS
from stores.drawing.cut import Cut
from stores.drawing.sheet import Sheet
from stores.vocabulary import Article, Colour, Slot

# What stands in for a category that the table does not know.
USUAL: dict[Slot, str] = {
    "base_top": "shirt", "bottom": "trousers", "one_piece": "casual_dress", "mid": "sweater", "outer": "overcoat",
    "footwear": "sneakers", "hosiery": "socks", "bag": "tote", "headwear": "cap", "accessory": "scarf",
}  # fmt: skip
Table = dict[str, Any]


def draw_article(article: Article) -> str:
    """The picture as SVG, square, on a transparent ground. The same article is the same text."""
    cut = cut_of(article)
    sheet = Sheet(article.id, cut.waver)
    cut.draw(sheet, dressed(cloth_of(article, cut.cloth), article))
    return sheet.svg()


@cache
def spread(category: str) -> tuple[float, float]:
    """Width and height of a usual piece of the category as it is drawn, in millimetres."""
    known = load_categories()[category]
    article = Article(
        id=category,
        name="",
        category=category,
        slot=known.slot,
        presentation=known.presentation,
        colours=[Colour(name="grey", family="grey", hex="#8c8c8e")],
        formality=known.formality,
        clo=known.clo,
    )
    sheet, cut = Sheet(category), cut_of(article)
    cut.draw(sheet, cloth_of(article, cut.cloth))
    return sheet.extent


def cut_of(article: Article) -> Cut:
    """The measures of the article: its category's, changed by its presentation, then by its words."""
    table = load_cuts()
    row = table.get(article.category) or table[USUAL[article.slot]]
    measures: Table = dict(row.get("cut", {})) | row.get(article.presentation, {})
    said = re.sub(r"[\s-]+", " ", f"{article.name}. {article.description}".lower())
    for phrase, change in row.get("words", {}).items():
        if phrase in said:
            measures |= change
    fit = article.fit if row["draw"] != "top" or article.fit else "regular"
    return CONSTRUCTIONS[row["draw"]](**measures, who=article.presentation, fit=fit)


def dressed(cloth: Cloth, article: Article) -> Cloth:
    """The cloth with the pattern as this kind of piece has it: a suit's stripes are fine and run down."""
    change = load_cuts()["patterns"].get(article.category, {}).get(cloth.pattern)
    return cloth.with_pattern(change) if change else cloth


@cache
def load_cuts() -> Table:
    """Per category: the construction that draws it, its measures, and what words change of them."""
    return tomllib.loads(files("stores.drawing").joinpath("cuts.toml").read_text(encoding="utf-8"))

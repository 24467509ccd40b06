"""Contact sheets of the drawn pictures, to be looked at: every category named, the same without names, 40 by chance.

`python -m bench.pictures [FOLDER]`; what is wrong with a drawing is seen here, no figure tells it.
"""

import argparse
import io
from collections.abc import Sequence
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

from stores.categories import load_categories
from stores.demo.generator import generate
from stores.drawing.article import draw_article
from stores.drawing.raster import render
from stores.vocabulary import Article, Colour
from tools.preview.lettering import written

PAPER, INK = "#f4eee4", "#1d1a17"
SIDE, LABEL, COLUMNS = 300, 26, 8
CHANCE, SEED = 40, 7


def one_of_each(articles: Sequence[Article]) -> list[Article]:
    """An article per category: the first of the catalogue, or a plain one where it has none."""
    first = {article.category: article for article in reversed(articles)}
    return [first.get(name) or plain(name) for name in load_categories()]


def plain(category: str) -> Article:
    known = load_categories()[category]
    return Article(
        id=category, name=category.replace("_", " "), category=category, slot=known.slot, formality=known.formality,
        presentation=known.presentation, colours=[Colour(name="dusty blue", family="blue", hex="#7f97b0")],
        clo=known.clo
    )  # fmt: skip


def contact_sheet(articles: Sequence[Article], *, named: bool) -> Image.Image:
    """The pictures in rows on paper, each over its category and its name."""
    tall = SIDE + (2 * LABEL if named else 0)
    rows = -(-len(articles) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * SIDE, rows * tall), PAPER)
    for number, article in enumerate(articles):
        left, top = number % COLUMNS * SIDE, number // COLUMNS * tall
        with Image.open(io.BytesIO(render(draw_article(article), SIDE))) as picture:
            sheet.paste(picture, (left, top), picture)
        if named:
            write(sheet, (left + 8, top + SIDE), article.category, article.name)
    return sheet


def write(sheet: Image.Image, at: tuple[int, int], *lines: str) -> None:
    for number, line in enumerate(lines):
        if found := written(18, line[:38]):
            ImageDraw.Draw(sheet).text((at[0], at[1] + number * LABEL), found[0], INK, found[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/pictures"))
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    every = one_of_each(list(generate()))
    by_chance = Random(SEED).sample(list(generate(SEED)), CHANCE)
    contact_sheet(every, named=True).save(folder / "categories.png")
    contact_sheet(every, named=False).save(folder / "unnamed.png")
    contact_sheet(by_chance, named=True).save(folder / "chance.png")
    print(f"Contact sheets are in {folder}.")


if __name__ == "__main__":
    main()

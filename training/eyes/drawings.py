"""Drawn garments for the classifier: the articles of demo catalogues that no shop serves, as pictures with a class."""

import io
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from itertools import chain

import numpy as np
from PIL import Image

from stores.demo.generator import generate
from stores.drawing.article import draw_article
from stores.drawing.raster import render
from stores.vocabulary import Article
from training.eyes.photos import Album, Pixels, classes

SEEDS = range(11, 17)  # of demo catalogues


def load_drawings(per_class: int, side: int) -> Album:
    """About `per_class` drawn garments of each class, on a transparent ground: pixels have four channels."""
    chosen = list(chosen_articles(per_class))
    drawn = [picture_of(article, side) for article, _ in chosen]
    labels = np.array([classes().index(name) for _, name in chosen])
    return Album(np.stack(drawn), labels, np.arange(len(labels)))


def chosen_articles(per_class: int) -> Iterator[tuple[Article, str]]:
    """Articles with their class, in the order of the seeds."""
    of, amounts = class_of(), Counter[str]()
    for article in chain.from_iterable(generate(seed) for seed in SEEDS):
        name = of.get(article.category)
        if name and amounts[name] < per_class:
            amounts[name] += 1
            yield article, name


def class_of() -> dict[str, str]:
    """The class of each category that is drawn for the classifier."""
    table = tomllib.loads(files("training.eyes").joinpath("drawn.toml").read_text(encoding="utf-8"))
    return {category: name for name, categories in table.items() for category in categories}


def picture_of(article: Article, side: int) -> Pixels:
    with Image.open(io.BytesIO(render(draw_article(article), side))) as image:
        return np.asarray(image.convert("RGBA"))

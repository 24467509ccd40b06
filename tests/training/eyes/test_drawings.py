"""Drawn garments by class."""

from collections import Counter
from itertools import islice

import numpy as np

from stores.categories import load_categories
from training.eyes.drawings import chosen_articles, class_of, picture_of
from training.eyes.photos import classes


def test_the_table_names_categories_and_all_classes() -> None:
    assert set(class_of()) <= set(load_categories())
    assert set(class_of().values()) == set(classes())


def test_no_class_has_more_than_was_asked() -> None:
    chosen = list(chosen_articles(8))
    assert Counter(name for _, name in chosen) == dict.fromkeys(classes(), 8)
    assert all(class_of()[article.category] == name for article, name in chosen)


def test_a_drawing_lies_on_nothing() -> None:
    ((article, _),) = islice(chosen_articles(1), 1)
    picture = picture_of(article, 64)
    assert picture.shape == (64, 64, 4)
    assert picture.dtype == np.uint8
    assert not picture[[0, 0, -1, -1], [0, -1, 0, -1], 3].any()
    assert (picture[..., 3] == 255).any()

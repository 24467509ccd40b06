import numpy as np
import pytest

from stores.catalog.facets import MOST_VALUES, FacetIndex

TRAITS = [
    ("category", "coat", 0), ("category", "coat", 1), ("category", "boots", 2),
    ("colour", "red", 0), ("colour", "navy", 0), ("colour", "navy", 2), ("season", "", 1),
]  # fmt: skip
SLOTS = {"outer": slice(0, 2), "footwear": slice(2, 3)}


@pytest.fixture
def index() -> FacetIndex:
    return FacetIndex(TRAITS, np.array([25.0, np.nan, 700.0]), SLOTS)


def test_everything_is_counted_the_commonest_first(index: FacetIndex) -> None:
    found = index.count(np.array([True, True, True]))
    assert (found.total, found.slots) == (3, {"outer": 2, "footwear": 1})
    assert list(found.categories.items()) == [("coat", 2), ("boots", 1)]
    assert list(found.colours.items()) == [("navy", 2), ("red", 1)]
    assert found.seasons == {}


def test_only_the_allowed_are_counted(index: FacetIndex) -> None:
    found = index.count(np.array([False, True, True]))
    assert (found.total, found.colours, found.unpriced) == (2, {"navy": 1}, 1)
    assert [(band.min, band.max, band.count) for band in found.prices] == [(500, None, 1)]
    nothing = index.count(np.zeros(3, np.bool_))
    assert (nothing.total, nothing.slots, nothing.categories, nothing.prices, nothing.unpriced) == (0, {}, {}, [], 0)


def test_a_price_on_an_edge_belongs_to_the_band_that_begins_there(index: FacetIndex) -> None:
    (band,) = index.count(np.array([True, False, False])).prices
    assert (band.min, band.max) == (25, 50)


def test_a_catalogue_without_traits_or_articles_is_counted_too() -> None:
    assert FacetIndex([], np.array([]), {}).count(np.zeros(0, np.bool_)).total == 0


def test_of_many_values_the_commonest_are_named() -> None:
    rows = [("brand", f"b{number}", row) for number in range(MOST_VALUES + 50) for row in range(1 + (number == 240))]
    found = FacetIndex(rows, np.array([1.0, 1.0]), {"outer": slice(0, 2)}).count(np.array([True, True]))
    assert len(found.brands) == MOST_VALUES
    assert next(iter(found.brands)) == "b240"

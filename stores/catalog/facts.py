"""The facts of one catalogue version in SQLite: whole articles, and who satisfies a filter exactly.

A row is an article's number, counted from 0 in the order of slot, then id; it is the same in every part of a version.
Every closed word of an article (category, colour, size ...) is a trait; "" is the trait of an article that says
nothing on the matter. Knows nothing of words or vectors.
"""

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stores.catalog.facets import KINDS, FacetIndex
from stores.catalog.words import tokens
from stores.vocabulary import Article, Filters, Range

Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]

SEEN_SHARE = 0.10
UNKNOWN = ""
ONE_SIZE = "ONE"
# Of articles about 70 MB, where so many are asked for: to read one again takes as long as to score 300 rows.
ARTICLES_REMEMBERED, TRAITS_REMEMBERED = 16_384, 4096

SCHEMA = """
CREATE TABLE articles (row INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, slot TEXT NOT NULL, digest TEXT NOT NULL,
    price REAL, formality REAL NOT NULL, clo REAL NOT NULL, body TEXT NOT NULL);
CREATE TABLE traits (kind TEXT, value TEXT, row INTEGER, PRIMARY KEY (kind, value, row)) WITHOUT ROWID;
"""


def traits(article: Article) -> Iterator[tuple[str, str]]:
    """Every (kind, value) that a filter may ask of the article."""
    yield "category", article.category
    yield "presentation", article.presentation
    yield "pattern", article.pattern
    yield "brand", article.brand.casefold()
    yield "reserve", article.reserve or UNKNOWN
    yield "waterproof", str(article.waterproof)
    yield from (("colour", colour.family) for colour in article.colours if colour.share >= SEEN_SHARE)
    yield from (("fabric", fabric) for fabric in article.fabrics)
    yield from (("season", season) for season in article.seasons)
    if not article.seasons:
        yield "season", UNKNOWN
    yield from (("size", size.size) for size in article.sizes if size.stock > 0)
    if not article.sizes:
        yield "size", UNKNOWN


def write_facts(connection: sqlite3.Connection, rows: Iterable[tuple[int, str, Article]]) -> None:
    """Fills an empty database with (row, digest, article)."""
    connection.executescript(SCHEMA)
    with connection:
        for row, digest, article in rows:
            numbers = (article.price, article.formality, article.clo)
            # Defaults are written too: to fill them in costs more than to read them.
            record = (row, article.id, article.slot, digest, *numbers, article.model_dump_json())
            connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", record)
            pairs = ((kind, value, row) for kind, value in traits(article))
            connection.executemany("INSERT OR IGNORE INTO traits VALUES (?, ?, ?)", pairs)


class Facts:
    """Reads the facts of a finished version; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        # A finished version never changes, which spares SQLite its locks.
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._lock = threading.Lock()
        self._rows_with = lru_cache(maxsize=TRAITS_REMEMBERED)(self._load_rows_with)
        self._article = lru_cache(maxsize=ARTICLES_REMEMBERED)(self._load_article)

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @cached_property
    def slots(self) -> dict[str, slice]:
        """The rows of each slot."""
        found = self._read("SELECT slot, min(row), max(row) + 1 FROM articles GROUP BY slot ORDER BY min(row)")
        return {slot: slice(start, end) for slot, start, end in found}

    @cached_property
    def size(self) -> int:
        """How many articles there are."""
        return max((rows.stop for rows in self.slots.values()), default=0)

    def allowed(self, filters: Filters) -> Mask:
        """Which rows satisfy every filter, (size,)."""
        blocks = [self.slots.get(slot, slice(0, 0)) for slot in filters.slots] or [slice(0, self.size)]
        mask = np.zeros(self.size, np.bool_)
        for block in blocks:
            mask[block] = self._allowed_in(block, filters)
        mask[list(self.rows(filters.exclude).values())] = False
        return mask

    def cheapest(self, filters: Filters, limit: int) -> list[str]:
        """Ids of the cheapest allowed articles, cheapest first; a price that is not known is no price."""
        prices = self._numbers["price"]
        rows = np.flatnonzero(self.allowed(filters) & np.isfinite(prices))
        first = rows[np.argsort(prices[rows], kind="stable")[:limit]]
        return [article.id for article in self.articles(first.tolist()).values()]

    def rows(self, ids: Sequence[str]) -> dict[str, int]:
        """The row of each id; unknown ids are absent."""
        query = "SELECT id, row FROM articles WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._read(query, json.dumps(list(ids)))) if ids else {}

    def articles(self, rows: Iterable[int]) -> dict[int, Article]:
        """The articles at these rows. They are shared between calls: copy one before changing it."""
        return {row: self._article(row) for row in rows}

    def of_named_brands(self, text: str) -> Rows:
        """The rows of the brands that a text names in full."""
        said = {*tokens(text)}
        named = [brand for brand, words in self._brands.items() if words <= said]
        return np.concatenate([self._rows_with("brand", brand) for brand in named]) if named else np.empty(0, np.int64)

    @cached_property
    def _brands(self) -> dict[str, frozenset[str]]:
        known = [brand for (brand,) in self._read("SELECT DISTINCT value FROM traits WHERE kind = 'brand'")]
        return {brand: words for brand in known if (words := frozenset(tokens(brand)))}

    @cached_property
    def facets(self) -> FacetIndex:
        """The traits that searches are narrowed down by, to be counted."""
        kinds = json.dumps(list(KINDS))
        query = "SELECT kind, value, row FROM traits WHERE kind IN (SELECT value FROM json_each(?))"
        return FacetIndex(self._read(query, kinds), self._numbers["price"], self.slots)

    def _allowed_in(self, block: slice, filters: Filters) -> Mask:
        """Which rows of a block satisfy every filter but `exclude`, (rows of the block,)."""
        mask = np.ones(block.stop - block.start, np.bool_)
        for kind, values in wanted_traits(filters).items():
            mask &= self._having(kind, values, block)
        for kind, values in refused_traits(filters).items():
            mask &= ~self._having(kind, values, block)
        for column, bounds in (("price", filters.price), ("formality", filters.formality), ("clo", filters.clo)):
            if bounds:
                mask &= within(self._numbers[column][block], bounds)
        return mask

    def _having(self, kind: str, values: Iterable[str], block: slice) -> Mask:
        mask = np.zeros(block.stop - block.start, np.bool_)
        for value in values:
            rows = self._rows_with(kind, value)
            first, last = rows.searchsorted((block.start, block.stop))
            mask[rows[first:last] - block.start] = True
        return mask

    @cached_property
    def _numbers(self) -> dict[str, NDArray[np.float64]]:
        found = self._read("SELECT price, formality, clo FROM articles ORDER BY row")
        return dict(zip(("price", "formality", "clo"), np.array(found, np.float64).reshape(-1, 3).T, strict=True))

    def _load_article(self, row: int) -> Article:
        ((body,),) = self._read("SELECT body FROM articles WHERE row = ?", row)
        return Article.model_validate_json(body)

    def _load_rows_with(self, kind: str, value: str) -> Rows:
        found = self._read("SELECT row FROM traits WHERE kind = ? AND value = ? ORDER BY row", kind, value)
        return np.array([row for (row,) in found], np.int64)

    def _read(self, query: str, *values: str | int) -> list[Any]:
        with self._lock:
            found: list[Any] = self._connection.execute(query, values).fetchall()
        return found


def within(values: NDArray[np.float64], bounds: Range) -> Mask:
    # An unknown price is NaN, and NaN is within no range.
    return (values >= bounds[0]) & (values <= bounds[1])


def wanted_traits(filters: Filters) -> dict[str, list[str]]:
    """Of each kind named, an article must have one of the values."""
    wanted: dict[str, list[str]] = {
        "category": filters.categories,
        "colour": [*filters.colours],
        "fabric": filters.fabrics,
        "pattern": [*filters.patterns],
        "brand": [brand.casefold() for brand in filters.brands],
        "season": [*filters.seasons, UNKNOWN] if filters.seasons else [],
        "presentation": [*filters.presentations],
        "size": [*filters.sizes, ONE_SIZE, UNKNOWN] if filters.sizes else [],
        "reserve": [*filters.reserve, UNKNOWN],
        "waterproof": [] if filters.waterproof is None else [str(filters.waterproof)],
    }
    return {kind: values for kind, values in wanted.items() if values}


def refused_traits(filters: Filters) -> dict[str, list[str]]:
    """Of each kind, an article may have none of the values."""
    refused: dict[str, list[str]] = {
        "category": filters.avoid_categories,
        "colour": [*filters.avoid_colours],
        "fabric": filters.avoid_fabrics,
    }
    return {kind: values for kind, values in refused.items() if values}

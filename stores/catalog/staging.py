"""Articles between a feed and a catalogue version: kept out of memory, told apart from the version before.

The database is a temporary one, which SQLite removes by itself, also after a kill.
"""

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from stores.catalog.shop import CatalogInfo
from stores.vocabulary import Article

# Part of each version's id: raise it when the files of a version change.
LAYOUT = "2"
DESCRIBED = 400
PLAIN = {"solid", "other"}

SCHEMA = """
CREATE TABLE staged (id TEXT PRIMARY KEY, slot TEXT, category TEXT, price REAL, currency TEXT, digest TEXT, text TEXT,
    body TEXT);
CREATE INDEX by_row ON staged (slot, id);
"""
TOLD_APART = """
SELECT count(*) FILTER (WHERE old.id IS NULL), count(*) FILTER (WHERE old.digest <> staged.digest),
    (SELECT count(*) FROM old.articles WHERE id NOT IN (SELECT id FROM staged)),
    count(*) FILTER (WHERE old.digest = staged.digest)
FROM staged LEFT JOIN old.articles AS old USING (id)
"""
COMMONEST = "SELECT currency, count(*), count(price) FROM staged GROUP BY currency ORDER BY count(*) DESC, currency"


class Changes(NamedTuple):
    """Articles against the version before."""

    added: int
    changed: int
    removed: int
    unchanged: int


class Staging:
    """The articles of one feed, in the order of slot, then id; the first with an id is kept."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("")
        self._connection.executescript(SCHEMA)

    def close(self) -> None:
        self._connection.close()

    def add(self, article: Article) -> bool:
        """False where an earlier article has the id."""
        body = article.model_dump_json()
        digest = hashlib.sha256(body.encode()).hexdigest()
        price = (article.price, article.currency)
        record = (article.id, article.slot, article.category, *price, digest, describe(article), body)
        added = self._connection.execute("INSERT OR IGNORE INTO staged VALUES (?, ?, ?, ?, ?, ?, ?, ?)", record)
        return added.rowcount == 1

    def __len__(self) -> int:
        (count,) = self._connection.execute("SELECT count(*) FROM staged").fetchone()
        return int(count)

    def texts(self) -> list[str]:
        """What each article is found by, row by row."""
        return [text for (text,) in self._connection.execute("SELECT text FROM staged ORDER BY slot, id")]

    def articles(self) -> Iterator[tuple[int, str, Article]]:
        """Row, digest and article."""
        found = self._connection.execute("SELECT digest, body FROM staged ORDER BY slot, id")
        for row, (digest, body) in enumerate(found):
            yield row, digest, Article.model_validate_json(body)

    def version(self, model_id: str) -> str:
        """The id of the version to be: a hash of its articles, of the model and of the layout."""
        digest = hashlib.sha256(f"{LAYOUT} {model_id}".encode())
        for (of_article,) in self._connection.execute("SELECT digest FROM staged ORDER BY id"):
            digest.update(of_article.encode())
        return digest.hexdigest()[:16]

    def changes(self, facts: Path | None) -> Changes:
        """How this differs from the facts of an older version, all added where there is none."""
        if facts is None:
            return Changes(added=len(self), changed=0, removed=0, unchanged=0)
        self._connection.commit()
        self._connection.execute("ATTACH ? AS old", (str(facts),))
        return Changes(*self._connection.execute(TOLD_APART).fetchone())

    def info(self, version: str, model_id: str) -> CatalogInfo:
        """What the version will hold, its texts embedded by this model."""
        currencies = self._connection.execute(COMMONEST).fetchall()
        return CatalogInfo(
            version=version,
            articles=len(self),
            currency=currencies[0][0],
            priced=any(priced for _, _, priced in currencies),
            slots=self._count("slot"),
            categories=self._count("category"),
            encoder=model_id,
        )

    def _count(self, column: str) -> dict[str, int]:
        return dict(self._connection.execute(f"SELECT {column}, count(*) FROM staged GROUP BY 1"))  # noqa: S608


def describe(article: Article) -> str:
    """The text by which an article is found: its name, what the name leaves out, its description; all but the brand.

    A brand says nothing of a piece: "Lark & Linen" sells wool. Who names one is served by `Facts.of_named_brands`.
    """
    colours = [word for colour in article.colours for word in (colour.name, colour.family)]
    known = [article.category, *colours, *article.fabrics, article.pattern, article.fit, article.presentation]
    said = without(article.brand, article.name)
    for words in (word.replace("_", " ") for word in known if word and word not in PLAIN):
        # Each word costs time to embed, and says nothing more the second time.
        said += "" if f" {words} ".casefold() in f" {said} ".casefold() else f" {words}"
    return f"{said} {without(article.brand, article.description)[:DESCRIBED]}".strip()


def without(brand: str | None, text: str) -> str:
    return " ".join(re.sub(rf"(?i)\b{re.escape(brand)}(?!\w)", " ", text).split()) if brand else text

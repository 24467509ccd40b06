"""Reads a feed into a new catalogue version and makes it the current one. Blocking; one at a time per directory.

The version's id is a hash of its articles, so the same feed again does nothing. Until the new version is complete the
old one is served. A killed ingest leaves its vectors in the cache, and the next one continues from there.
"""

import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from stores.catalog.facts import Facts, write_facts
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.shop import CatalogInfo
from stores.catalog.snapshot import COLLECTIONS, FACTS, INFO, VECTORS, WORDS
from stores.catalog.staging import Staging
from stores.catalog.vectors import write_collections
from stores.catalog.versions import Versions
from stores.catalog.words import write_words
from stores.embeddings import TextEncoder, VectorCache
from stores.texts import LONGEST_NAME, brand_in, plain
from stores.vocabulary import Article, Shape

Progress = Callable[[str, int, int], None]

# Texts embedded between two saves: what a kill can lose, about 3 s of work.
CHUNK = 512


class EmptyFeed(ValueError):
    """The feed holds no article that can be taken; the catalogue was left as it was."""


class IngestSummary(Shape):
    """What an ingest did, in articles. `report` names the file with a line for each row that was not taken."""

    version: str
    added: int
    changed: int
    removed: int
    unchanged: int
    embedded: int
    rejected: int
    left_out: int
    seconds: float
    report: str


@dataclass
class Refused:
    """How many rows were refused as faulty, and how many because they are not clothing."""

    rejected: int = 0
    left_out: int = 0


def ingest(
    rows: Iterable[FeedRow], directory: Path, embeddings: TextEncoder, *, progress: Progress | None = None
) -> IngestSummary:
    """Replaces the catalogue in `directory` by the feed's articles. Raises EmptyFeed, IngestRunning.

    `progress` is told (stage, done, total); total is 0 where it is not known.
    """
    started = time.monotonic()
    tell = progress or (lambda stage, done, total: None)
    versions = Versions(directory)
    with versions.open_building() as building, closing(Staging()) as staging:
        refused = stage(rows, staging, versions.report, tell)
        version, old = staging.version(embeddings.model_id), versions.current()
        changes = staging.changes(versions.path(old) / FACTS if old else None)
        embedded = 0
        if version != old:
            with closing(VectorCache(versions.vector_cache, embeddings)) as cache:
                info = staging.info(version, embeddings.model_id)
                embedded = build(building, staging, info, cache, tell)
            versions.publish(version)
            versions.sweep()
    seconds = round(time.monotonic() - started, 3)
    counts = changes._asdict() | {"rejected": refused.rejected, "left_out": refused.left_out, "embedded": embedded}
    return IngestSummary(version=version, seconds=seconds, report=str(versions.report), **counts)


def stage(rows: Iterable[FeedRow], staging: Staging, report: Path, tell: Progress) -> Refused:
    """Stages the articles and reports the other rows. Raises EmptyFeed where there is no article."""
    refused = Refused()
    with report.open("w", encoding="utf-8") as file:
        for done, row in enumerate(rows, start=1):
            if problem := take(row, staging):
                refused.left_out += row.left_out
                refused.rejected += not row.left_out
                entry = {"line": row.line, "reason": problem, "left_out": row.left_out}
                file.write(json.dumps(entry, ensure_ascii=False) + "\n")
            if done % CHUNK == 0:
                tell("read", done, 0)
    if not len(staging):
        raise EmptyFeed(f"The feed holds no article that can be taken (see {report}); the catalogue is as it was.")
    return refused


def take(row: FeedRow, staging: Staging) -> str | None:
    """Stages the article of a row, or says why not."""
    if row.article is None:
        return row.problem or "This row is not clothing."
    if staging.add(cleaned(row.article)):
        return None
    return f"The id {row.article.id} was taken by an earlier row, which was kept."


def cleaned(article: Article) -> Article:
    """The article with texts that are no more than they look; a maker that is no name is not known."""
    told = {"name": plain(article.name, LONGEST_NAME) or article.category.replace("_", " ")}
    told |= {"description": plain(article.description), "brand": brand_in(article.brand)}
    changed = {key: text for key, text in told.items() if text != getattr(article, key)}
    return article.model_copy(update=changed) if changed else article


def build(building: Path, staging: Staging, info: CatalogInfo, cache: VectorCache, tell: Progress) -> int:
    """Writes every file of a version; returns how many texts had to be embedded."""
    texts = staging.texts()
    tell("facts", 0, len(texts))
    with closing(sqlite3.connect(building / FACTS)) as connection:
        write_facts(connection, staging.articles())
    embedded = write_vectors(building / VECTORS, texts, cache, tell)
    cache.keep(texts)
    tell("words", 0, len(texts))
    write_words(building / WORDS, texts)
    tell("index", 0, len(texts))
    with closing(Facts(building / FACTS)) as facts:
        write_collections(building / COLLECTIONS, np.load(building / VECTORS, mmap_mode="r"), facts.slots)
    (building / INFO).write_text(info.model_dump_json(), encoding="utf-8")
    # A power cut must not leave the pointer ahead of the files.
    os.sync()
    return embedded


def write_vectors(file: Path, texts: list[str], cache: VectorCache, tell: Progress) -> int:
    """Writes the vectors of the texts, (n, dimensions) float32; returns how many had to be computed."""
    matrix = np.lib.format.open_memmap(file, "w+", np.float32, (len(texts), cache.dimensions))
    embedded = 0
    for start in range(0, len(texts), CHUNK):
        chunk = texts[start : start + CHUNK]
        matrix[start : start + len(chunk)], new = cache.vectors(chunk)
        embedded += new
        tell("vectors", start + len(chunk), len(texts))
    matrix.flush()
    return embedded

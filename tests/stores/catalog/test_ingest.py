"""What changes between two feeds, what is refused, and what a kill leaves behind."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import EmptyFeed, IngestSummary, cleaned, ingest
from stores.catalog.search import open_catalog
from stores.catalog.shop import Query
from stores.catalog.versions import Versions
from stores.embeddings import MiniLM
from stores.vocabulary import Article

MakeArticle = Callable[..., Article]
Ingest = Callable[[Iterable[Article]], IngestSummary]


def test_the_same_feed_again_does_nothing(take: Ingest, article: MakeArticle, tmp_path: Path) -> None:
    articles = [article("a"), article("b", family="red"), article("c", "jeans")]
    first = take(articles)
    stamp = Versions(tmp_path).stamp()
    again = take(reversed(articles))
    assert (first.added, first.embedded) == (3, 3)
    assert (again.version, again.unchanged, again.added, again.embedded) == (first.version, 3, 0, 0)
    assert Versions(tmp_path).stamp() == stamp


def test_only_what_is_new_is_embedded(take: Ingest, article: MakeArticle) -> None:
    take([article("same"), article("dearer", family="red"), article("renamed", "jeans"), article("gone", "parka")])
    summary = take(
        [
            article("same"),
            article("dearer", family="red", price=70),
            article("renamed", "jeans", name="raw selvedge"),
            article("new", "heels"),
        ]
    )
    told = summary.model_dump(include={"added", "changed", "removed", "unchanged", "embedded"})
    assert told == {"added": 1, "changed": 2, "removed": 1, "unchanged": 1, "embedded": 2}


def test_old_versions_are_removed(take: Ingest, article: MakeArticle, tmp_path: Path) -> None:
    take([article("a")])
    summary = take([article("b")])
    assert [path.name for path in (tmp_path / "versions").iterdir()] == [summary.version]
    assert not Versions(tmp_path).building.exists()


def test_rows_that_are_not_taken_are_reported(article: MakeArticle, tmp_path: Path, embeddings: MiniLM) -> None:
    rows = [
        FeedRow(1, article("a", name="first")),
        FeedRow(2, None, "no name"),
        FeedRow(3, None, "a lamp", left_out=True),
        FeedRow(4, article("a", name="second")),
    ]
    summary = ingest(rows, tmp_path, embeddings)
    report = [json.loads(line) for line in Path(summary.report).read_text(encoding="utf-8").splitlines()]
    assert (summary.added, summary.rejected, summary.left_out) == (1, 2, 1)
    assert [(entry["line"], entry["left_out"]) for entry in report] == [(2, False), (3, True), (4, False)]
    assert "id a was taken" in report[2]["reason"]


async def test_a_feed_without_articles_leaves_the_catalogue(
    take: Ingest, article: MakeArticle, tmp_path: Path, embeddings: MiniLM
) -> None:
    take([article("a")])
    with pytest.raises(EmptyFeed, match=r"report\.jsonl"):
        ingest([FeedRow(1, None, "no name")], tmp_path, embeddings)
    async with open_catalog(tmp_path, embeddings) as catalog:
        assert set(await catalog.articles(["a"])) == {"a"}


def test_a_feed_that_breaks_leaves_the_catalogue(
    take: Ingest, article: MakeArticle, tmp_path: Path, embeddings: MiniLM
) -> None:
    version = take([article("a")]).version

    def rows() -> Iterable[FeedRow]:
        yield FeedRow(1, article("b"))
        raise OSError("the disk went away")

    with pytest.raises(OSError, match="went away"):
        ingest(rows(), tmp_path, embeddings)
    assert Versions(tmp_path).current() == version
    assert not Versions(tmp_path).building.exists()


def test_progress_ends_at_the_total(article: MakeArticle, tmp_path: Path, embeddings: MiniLM) -> None:
    told: list[tuple[str, int, int]] = []
    ingest([FeedRow(1, article("a"))], tmp_path, embeddings, progress=lambda *step: told.append(step))
    assert ("vectors", 1, 1) in told


async def test_a_removed_article_is_never_found_again(
    take: Ingest, article: MakeArticle, tmp_path: Path, embeddings: MiniLM
) -> None:
    kept = [article(f"k{n}") for n in range(20)]
    take([*kept, article("gone", name="unmistakable kimono shirt")])
    query = Query(text="unmistakable kimono shirt")
    async with open_catalog(tmp_path, embeddings) as catalog:
        (before,) = await catalog.search([query])
        version = await asyncio.to_thread(take, kept)
        (after,) = await catalog.search([query])
        assert before[0].article.id == "gone"
        assert {hit.article.id for hit in after} == {each.id for each in kept}
        assert await catalog.articles(["gone"]) == {}
        assert (await catalog.info()).version == version.version
        assert len(list((tmp_path / "versions").iterdir())) == 1


KILLED = """
import os, signal, sys
from pathlib import Path
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import ingest
from stores.embeddings import MiniLM
from stores.vocabulary import Article

def die(stage, done, total):
    if stage == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

rows = [FeedRow(n, Article.model_validate_json(line)) for n, line in enumerate(sys.stdin, start=1)]
ingest(rows, Path(sys.argv[1]), MiniLM(), progress=die)
"""


@pytest.mark.parametrize(("stage", "embedded_again"), [("facts", 2), ("words", 0), ("index", 0)])
def test_a_killed_ingest_is_taken_up(
    take: Ingest, article: MakeArticle, tmp_path: Path, stage: str, embedded_again: int
) -> None:
    old = take([article("old")])
    feed = [article("new", "parka"), article("other", "heels")]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), stage],
        input="\n".join(each.model_dump_json() for each in feed),
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert killed.returncode == -signal.SIGKILL
    assert Versions(tmp_path).current() == old.version
    summary = take(feed)
    assert (summary.added, summary.removed, summary.embedded) == (2, 1, embedded_again)
    assert not Versions(tmp_path).building.exists()


def test_texts_of_a_shop_are_no_more_than_they_look(article: MakeArticle) -> None:
    plain = article("a").model_copy(update={"brand": "Lark & Linen"})
    told = {
        "name": "Coat <b>now</b>\u200b https://evil.example/x",
        "brand": 'Zorblax. Say "X"',
        "description": "[[1.2]] warm",
    }
    cleaned_one = cleaned(plain.model_copy(update=told))
    assert (cleaned_one.name, cleaned_one.brand, cleaned_one.description) == ("Coat now", "", "1.2 warm")
    assert cleaned(plain) == plain

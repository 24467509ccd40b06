"""A small catalogue asked in every way, and one that changes while it is asked."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path
from threading import Event

import pytest

from stores.catalog import search
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import IngestSummary, ingest
from stores.catalog.search import LocalCatalog, open_catalog, open_snapshot
from stores.catalog.shop import CatalogMissing, Hit, Query, Retrieval, ShopSearch
from stores.catalog.snapshot import Snapshot
from stores.catalog.versions import Versions
from stores.embeddings import MiniLM
from stores.vocabulary import Article, Filters

MakeArticle = Callable[..., Article]
Ingest = Callable[[Iterable[Article]], IngestSummary]


@pytest.fixture(scope="module")
def stocked(article: MakeArticle, embeddings: MiniLM, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seventeen articles, among them four colourways of one model."""
    articles = [
        article("shirt-linen", "shirt", "white", fabrics=["linen"], name="airy summer shirt"),
        article("shirt-flannel", "shirt", "red", fabrics=["flannel"], name="lumberjack shirt", price=30),
        article("shirt-silk", "shirt", "black", fabrics=["silk"], name="evening shirt", price=None, currency="USD"),
        article("parka", "parka", "green", name="expedition parka", price=250),
        article("parka-long", "parka", "navy", name="long expedition parka", price=290),
        article("down", "down_jacket", "black", name="puffer", price=180),
        article("rain", "rain_jacket", "yellow", name="sailing shell", waterproof=True, price=90),
        article("trench", "trench_coat", "beige", name="belted trench", price=160),
        *(article(f"tee-{family}", "tee", family, group="tee") for family in ("red", "blue", "white", "black")),
        article("jeans", "jeans", "blue"),
        article("heels", "heels", "red", brand="Lark & Linen"),
        article("boots", "chelsea_boots", "brown"),
        article("bikini", "bikini", "red"),
        article("gown", "evening_gown", "red", name="floor length gown"),
    ]
    directory = tmp_path_factory.mktemp("catalog")
    ingest([FeedRow(line, each) for line, each in enumerate(articles, start=1)], directory, embeddings)
    return directory


@pytest.fixture
async def catalog(stocked: Path, embeddings: MiniLM) -> AsyncIterator[LocalCatalog]:
    async with open_catalog(stocked, embeddings) as opened:
        yield opened


def ids(hits: list[Hit]) -> list[str]:
    return [hit.article.id for hit in hits]


async def test_without_a_catalogue_it_says_what_to_do(tmp_path: Path, embeddings: MiniLM, article: MakeArticle) -> None:
    async with open_catalog(tmp_path, embeddings) as catalog:
        for ask in (catalog.info(), catalog.search([Query(text="coat")]), catalog.articles(["a"])):
            with pytest.raises(CatalogMissing, match="maison catalog ingest demo"):
                await ask
        await asyncio.to_thread(ingest, [FeedRow(1, article("a"))], tmp_path, embeddings)
        assert (await catalog.info()).articles == 1


async def test_info_counts_what_is_there(catalog: ShopSearch) -> None:
    info = await catalog.info()
    assert (info.articles, info.currency, info.priced) == (17, "EUR", True)
    assert info.slots["outer"] == 5
    assert info.categories["tee"] == 4


@pytest.mark.parametrize("mode", ["hybrid", "dense", "lexical"])
async def test_each_leg_finds_what_is_named(catalog: ShopSearch, mode: Retrieval) -> None:
    (hits,) = await catalog.search([Query(text="lumberjack shirt")], mode=mode, limit=3)
    assert ids(hits)[0] == "shirt-flannel"
    assert set(hits[0].ranks) == ({"dense", "lexical"} if mode == "hybrid" else {mode})
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


async def test_meaning_is_found_without_a_shared_word(catalog: ShopSearch) -> None:
    query = Query(text="denim pants")
    (hits,), (worded,) = await catalog.search([query]), await catalog.search([query], mode="lexical")
    assert ids(hits)[0] == "jeans"
    assert worded == []


async def test_a_brand_counts_where_it_is_named_in_full(catalog: ShopSearch) -> None:
    named, half = await catalog.search([Query(text="something by lark & linen"), Query(text="linen")], mode="lexical")
    assert ids(named)[0] == "heels"
    assert ids(half) == ["shirt-linen"]


async def test_queries_are_answered_in_order(catalog: ShopSearch) -> None:
    wishes = [Query(text="shirt", filters=Filters(slots=["base_top"])), Query(text="boots"), Query(text="gown")]
    found = await catalog.search(wishes, limit=1)
    assert [hits[0].article.category for hits in found] == ["shirt", "chelsea_boots", "evening_gown"]
    assert await catalog.search([]) == []


async def test_filters_hold_in_every_mode(catalog: ShopSearch) -> None:
    query = Query(text="red shirt", filters=Filters(price=(0, 100), avoid_colours=["red"], slots=["outer", "base_top"]))
    for mode in ("hybrid", "dense", "lexical"):
        (hits,) = await catalog.search([query], mode=mode)
        assert set(ids(hits)) <= {"shirt-linen", "tee-blue", "tee-white", "tee-black", "rain"}


async def test_reserved_things_come_only_when_asked_for(catalog: ShopSearch) -> None:
    (hits,) = await catalog.search([Query(text="red bikini")])
    assert "bikini" not in ids(hits)
    (hits,) = await catalog.search([Query(text="red bikini", filters=Filters(reserve=["swim"]))])
    assert ids(hits)[0] == "bikini"


async def test_at_most_two_colourways_of_a_model(catalog: ShopSearch) -> None:
    (hits,) = await catalog.search([Query(text="tee", prefer_colours=["black"])])
    tees = [hit.article.id for hit in hits if hit.article.group == "tee"]
    assert len(tees) == 2
    assert tees[0] == "tee-black"


async def test_reranking_can_be_left_out(catalog: ShopSearch) -> None:
    query = Query(text="tee", prefer_colours=["black"], filters=Filters(categories=["tee"]))
    (plain,), (better,) = await catalog.search([query], rerank=False), await catalog.search([query])
    assert better[0].article.id == "tee-black"
    assert plain[0].score >= plain[-1].score


async def test_like_stays_close_and_leaves_the_article_out(catalog: ShopSearch) -> None:
    (hits,) = await catalog.search([Query(like="parka")], limit=3)
    assert "parka" not in ids(hits)
    assert ids(hits)[0] == "parka-long"
    (hits,) = await catalog.search([Query(like="parka", text="yellow sailing shell")], limit=1)
    assert ids(hits) == ["rain"]
    (hits,) = await catalog.search([Query(like="nobody", text="yellow sailing shell")], limit=1)
    assert ids(hits) == ["rain"]


async def test_no_words_gives_what_the_filters_allow(catalog: ShopSearch) -> None:
    (hits,) = await catalog.search([Query(text=" ", filters=Filters(slots=["footwear"]))])
    assert ids(hits) == ["boots", "heels"]
    assert [hit.score for hit in hits] == [0, 0]


async def test_nothing_allowed_gives_nothing(catalog: ShopSearch) -> None:
    for mode in ("hybrid", "dense", "lexical"):
        assert await catalog.search([Query(text="coat", filters=Filters(slots=["bag"]))], mode=mode) == [[]]


async def test_articles_by_id_within_filters(catalog: LocalCatalog) -> None:
    everything = await catalog.everything()
    assert len(everything) == (await catalog.info()).articles
    ids = [one.id for one in everything]
    slot = everything[0].slot
    within = await catalog.within([*ids, "none"], Filters(slots=[slot]))
    assert {*within} == {one.id for one in everything if one.slot == slot and not one.reserve}
    assert await catalog.within(ids[:1], Filters(exclude=ids[:1])) == {}


async def test_articles_by_id(catalog: ShopSearch) -> None:
    found = await catalog.articles(["gown", "nobody", "jeans"])
    assert {id_: each.category for id_, each in found.items()} == {"gown": "evening_gown", "jeans": "jeans"}
    assert await catalog.articles([]) == {}


async def test_searches_go_on_while_the_version_changes(
    take: Ingest, article: MakeArticle, tmp_path: Path, embeddings: MiniLM
) -> None:
    feeds = [[article(f"{name}{n}") for n in range(30)] for name in ("a", "b")]
    await asyncio.to_thread(take, feeds[0])
    async with open_catalog(tmp_path, embeddings) as catalog:

        async def ask() -> set[str]:
            (hits,) = await catalog.search([Query(text="blue shirt")], limit=30)
            return {hit.article.id[0] for hit in hits}

        renewing = asyncio.create_task(asyncio.to_thread(take, feeds[1]))
        while not renewing.done():
            answers = await asyncio.gather(*(ask() for _ in range(4)))
            assert all(len(answer) == 1 for answer in answers)
        await renewing
        assert await ask() == {"b"}
    assert len(list((tmp_path / "versions").iterdir())) == 1


class Slow:
    """Opens a version as ever, and says that it has begun a while before it is done."""

    def __init__(self) -> None:
        self.begun = Event()
        self.opened: Snapshot

    def __call__(self, versions: Versions) -> Snapshot:
        self.opened = open_snapshot(versions)
        self.begun.set()
        time.sleep(0.2)
        return self.opened

    def is_closed(self) -> bool:
        try:
            self.opened.facts.rows(["shirt-linen"])
        except sqlite3.ProgrammingError as error:
            return "closed" in str(error)
        return False


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    slow = Slow()
    monkeypatch.setattr(search, "open_snapshot", slow)
    return slow


async def test_who_is_cancelled_while_it_opens_leaves_nothing_open(
    stocked: Path, embeddings: MiniLM, slow: Slow
) -> None:
    async with open_catalog(stocked, embeddings) as catalog:
        asked = asyncio.create_task(catalog.info())
        await asyncio.to_thread(slow.begun.wait, 10)
        for task in asyncio.all_tasks() - {asyncio.current_task()}:  # as a loop does that ends
            task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        assert slow.is_closed()


async def test_what_is_being_opened_when_the_shop_closes_is_closed_too(
    stocked: Path, embeddings: MiniLM, slow: Slow
) -> None:
    async with open_catalog(stocked, embeddings) as catalog:
        asked = asyncio.create_task(catalog.info())
        await asyncio.to_thread(slow.begun.wait, 10)
    await asked
    assert slow.is_closed()


async def test_the_cheapest_within_filters_and_never_without_a_price(catalog: ShopSearch) -> None:
    shirts, coats, none = await catalog.cheapest(
        [Filters(categories=["shirt"]), Filters(slots=["outer"]), Filters(categories=["gloves"])], limit=2
    )
    assert shirts == ["shirt-flannel", "shirt-linen"]
    assert coats == ["rain", "trench"]
    assert none == []

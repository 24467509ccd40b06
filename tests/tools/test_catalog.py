from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from langchain_core.tools import BaseTool

from stores.catalog.search import open_catalog
from stores.catalog.shop import CatalogMissing
from stores.embeddings import MiniLM
from stores.vocabulary import Filters, Wish
from tools.catalog import CHEAP_LIMIT, LIMIT, Found, build_search_catalog


@pytest.fixture
async def search_catalog(demo_catalog: Path) -> AsyncIterator[BaseTool]:
    async with open_catalog(demo_catalog, MiniLM()) as shop:
        yield build_search_catalog(shop)


async def found(tool: BaseTool, *wishes: Wish) -> list[Found]:
    return [Found.model_validate(row) for row in await tool.ainvoke({"wishes": [w.model_dump() for w in wishes]})]


def wish(category: str, slot: str, **filters: object) -> Wish:
    allowed = Filters.model_validate({"slots": [slot], "categories": [category], **filters})
    return Wish.model_validate({"slot": slot, "query": category, "filters": allowed})


async def test_every_wish_is_answered_in_its_place_best_first(search_catalog: BaseTool) -> None:
    blazers, boots = await found(search_catalog, wish("blazer", "mid"), wish("ankle_boots", "footwear"))
    assert (blazers.wish.slot, boots.wish.slot) == ("mid", "footwear")
    for answer in (blazers, boots):
        scores = [score for _, score in answer.articles]
        assert scores == sorted(scores, reverse=True) and 0 < len(scores) <= LIMIT + CHEAP_LIMIT


async def test_the_cheapest_are_there_too(search_catalog: BaseTool, demo_catalog: Path) -> None:
    (answer,) = await found(
        search_catalog, Wish(slot="footwear", query="red velvet", filters=Filters(slots=["footwear"]))
    )
    async with open_catalog(demo_catalog, MiniLM()) as shop:
        ((cheapest, *_),) = await shop.cheapest([answer.wish.filters])
    assert cheapest in {key for key, _ in answer.articles}


async def test_a_named_piece_that_is_not_there_as_ordered_is_answered_by_its_kind(search_catalog: BaseTool) -> None:
    gone = wish("blazer", "mid", colours=["gold"], fabrics=["latex"])
    plain, anchored = await found(search_catalog, gone, gone.model_copy(update={"anchor": True}))
    assert plain.articles == []
    assert anchored.articles


async def test_an_empty_shop_says_so(tmp_path: Path) -> None:
    async with open_catalog(tmp_path, MiniLM()) as shop:
        with pytest.raises(CatalogMissing):
            await build_search_catalog(shop).ainvoke({"wishes": [wish("blazer", "mid").model_dump()]})

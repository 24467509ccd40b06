from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from langgraph.store.base import BaseStore

from stores.caller import Caller
from stores.items import Items
from stores.memory import Memory, open_memory
from stores.vocabulary import Profile

ADA, BEA = Caller("ada@example.org"), Caller("bea@example.org")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[BaseStore]:
    async with open_memory(tmp_path / "memory.db") as opened:
        yield opened


@pytest.fixture
def items(store: BaseStore) -> Items:
    return Items(store)


async def test_a_namespace_is_matched_by_labels_and_not_by_letters(items: Items) -> None:
    for label in ("a", "ab", "A", "%", "_"):
        await items.put(ADA, [label], "k", {"label": label})
    for label in ("a", "A", "%", "_"):
        assert [item.value["label"] for item in await items.search(ADA, [label], {})] == [label]
        assert await items.namespaces(ADA, [label], [], None) == [(label,)]


async def test_forgetting_a_person_takes_their_items_and_nobody_elses(items: Items, store: BaseStore) -> None:
    for caller in (ADA, BEA):
        await items.put(caller, ["deep", "er"], "k", {})
        await Memory(store).save_profile(caller, Profile(currency="GBP"))
    await Memory(store).erase(ADA)
    assert [len(await items.search(caller, [], {})) for caller in (ADA, BEA)] == [0, 1]
    assert [(await Memory(store).profile(caller)).currency for caller in (ADA, BEA)] == [None, "GBP"]

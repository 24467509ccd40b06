from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from stores.caller import Caller
from stores.looks import Looks, look_key
from stores.memory import open_memory
from stores.vocabulary import Item, ItemColour, Look, Score

ADA, BEA = Caller("ada"), Caller("bea")
NOW = datetime(2027, 5, 3, 9, tzinfo=UTC)


@pytest.fixture
async def looks(tmp_path: Path) -> AsyncIterator[Looks]:
    async with open_memory(tmp_path / "memory.db") as store:
        yield Looks(store, limit=4)


def look(number: int, price: float = 10) -> Look:
    red = ItemColour(name="red", family="red", hex="#aa0000")
    item = Item(slot="bottom", source="catalog", id="a", name="skirt", category="midi_skirt", colour=red, price=price)
    return Look(
        id=f"look-{number}", kind="article", title="", items=[item], total=price, currency="EUR", score=Score(total=50)
    )


async def ids(looks: Looks, saved: bool | None = None, thread_id: str | None = None) -> list[str]:
    found = await looks.looks(ADA, saved=saved, thread_id=thread_id)
    return [f"{kept.thread_id} {kept.look.id}" for kept in found]


async def test_the_newest_answer_comes_first_and_its_looks_in_order(looks: Looks) -> None:
    await looks.show(ADA, "t", [look(1), look(2)], "one", NOW)
    await looks.show(ADA, "t", [look(9), look(10)], "two", NOW + timedelta(minutes=1))
    assert await ids(looks) == ["t look-9", "t look-10", "t look-1", "t look-2"]
    assert [kept.asked for kept in await looks.looks(ADA)] == ["two", "two", "one", "one"]


async def test_a_look_seen_again_stays_as_it_was(looks: Looks) -> None:
    await looks.show(ADA, "t", [look(1)], "one", NOW)
    await looks.show(ADA, "t", [look(1, price=99)], "again", NOW + timedelta(days=9))
    (kept,) = await looks.looks(ADA)
    assert (kept.look.total, kept.asked, kept.shown_at) == (10, "one", NOW)


async def test_the_oldest_go_beyond_the_limit_but_for_the_saved(looks: Looks) -> None:
    await looks.show(ADA, "t", [look(1)], "", NOW)
    saved = await looks.save(ADA, look_key("t", "look-1"), NOW)
    assert saved and await looks.save(ADA, saved.id, NOW + timedelta(days=1)) == saved
    await looks.show(ADA, "t", [look(number) for number in range(2, 8)], "", NOW + timedelta(minutes=1))
    assert len(await ids(looks, saved=False)) == 4
    assert await looks.looks(ADA, saved=True) == [saved]


async def test_a_forgotten_thread_leaves_what_was_saved(looks: Looks) -> None:
    await looks.show(ADA, "t", [look(1), look(2)], "", NOW)
    await looks.show(ADA, "u", [look(1)], "", NOW)
    await looks.save(ADA, look_key("t", "look-2"), NOW)
    await looks.forget_thread(ADA, "t")
    assert await ids(looks) == ["t look-2", "u look-1"]
    assert await ids(looks, thread_id="u") == ["u look-1"]


async def test_another_person_sees_and_changes_nothing(looks: Looks) -> None:
    await looks.show(ADA, "t", [look(1)], "", NOW)
    (kept,) = await looks.looks(ADA)
    await looks.forget_thread(BEA, "t")
    found = [await looks.look(BEA, kept.id), await looks.save(BEA, kept.id, NOW), await looks.remove(BEA, kept.id)]
    assert (found, await looks.looks(BEA)) == ([None] * 3, [])
    assert await looks.remove(ADA, kept.id) == kept
    assert await looks.remove(ADA, kept.id) is None

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from stores.caller import Caller
from stores.feedback import Entry, Feedback
from stores.memory import open_memory

ADA, BEA = Caller("ada"), Caller("bea")


@pytest.fixture
async def feedback(tmp_path: Path) -> AsyncIterator[Feedback]:
    async with open_memory(tmp_path / "memory.db") as store:
        yield Feedback(store)


def entry(minute: int, **fields: object) -> Entry:
    return Entry.model_validate({"at": datetime(2026, 5, 1, 12, minute, tzinfo=UTC), "liking": 1.0, **fields})


async def test_entries_come_back_oldest_first(feedback: Feedback) -> None:
    told = [entry(n, look="look.1", item="a.2", attributes=["family:green"], said="j'adore !") for n in range(15)]
    for one in reversed(told):
        await feedback.add(ADA, one)
    assert await feedback.entries(ADA) == told


async def test_of_one_moment_the_order_does_not_hang_on_the_writing(feedback: Feedback) -> None:
    told = [entry(1, look="l1"), entry(1, look="l2"), entry(1, item="a1"), entry(1, item="a2", said="no"), entry(2)]
    for caller, written in ((ADA, told), (BEA, told[::-1])):
        for one in written:
            await feedback.add(caller, one)
        assert await feedback.entries(caller) == told


async def test_the_same_entry_again_changes_nothing(feedback: Feedback) -> None:
    for _ in range(2):
        await feedback.add(ADA, entry(1, look="l1"))
    await feedback.add(ADA, entry(1, look="l2"))
    assert [one.look for one in await feedback.entries(ADA)] == ["l1", "l2"]


async def test_another_person_sees_and_changes_nothing(feedback: Feedback) -> None:
    await feedback.add(ADA, entry(1))
    assert await feedback.entries(BEA) == []
    await feedback.add(BEA, entry(1, liking=-1))
    assert await feedback.remove(BEA, entry(1, liking=-1).id)
    assert await feedback.entries(ADA) == [entry(1)]
    assert await feedback.entries(BEA) == []


async def test_an_opinion_can_be_taken_back_once(feedback: Feedback) -> None:
    told = [entry(1, look="l1"), entry(2, item="a1"), entry(3, run="r1", said="meh")]
    for one in told:
        await feedback.add(ADA, one)
    assert not await feedback.remove(BEA, told[1].id)
    assert [await feedback.remove(ADA, told[1].id) for _ in range(2)] == [True, False]
    assert await feedback.entries(ADA) == [told[0], told[2]]


def test_liking_is_between_minus_one_and_one() -> None:
    with pytest.raises(ValidationError):
        entry(1, liking=2)

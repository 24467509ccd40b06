"""Records are kept of whoever agrees, where they are offered, and go with the agreement."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from langgraph.store.memory import InMemoryStore

from stores.caller import Caller
from stores.training_records import Reply, Told, TrainingRecords, everybodys

ADA, BEA = Caller("ada"), Caller("bea")
THREAD, RUN = "t", "r"


def reply(chosen: str = "yes") -> Reply:
    told = [Told(role="system", content="You are a stylist."), Told(role="user", content="{}")]
    known: dict[str, Any] = {"role": "style", "model": "m", "prompt_hash": "abc", "outcome": "accepted"}
    return Reply(messages=told, chosen=chosen, **known)


@pytest.fixture
async def records(tmp_path: Path) -> AsyncIterator[TrainingRecords]:
    yield TrainingRecords(tmp_path / "records", InMemoryStore(), limit=3)


async def test_nothing_is_kept_of_whoever_has_not_agreed(records: TrainingRecords) -> None:
    await records.keep(ADA, THREAD, RUN, reply())
    assert (await records.consent(ADA)).given is False
    assert not records.directory.exists()


async def test_nothing_is_offered_unless_the_operator_says_so(tmp_path: Path) -> None:
    records = TrainingRecords(tmp_path / "records", InMemoryStore())
    with pytest.raises(ValueError, match="kept"):
        await records.agree(ADA)
    await records.keep(ADA, THREAD, RUN, reply())
    assert not records.directory.exists()


async def test_replies_of_whoever_agrees_come_back_oldest_first(records: TrainingRecords) -> None:
    consent = await records.agree(ADA)
    assert await records.agree(ADA) == consent
    for number in range(5):
        await records.keep(ADA, f"t{number % 2}", RUN, reply(str(number)))
    assert [record.chosen for record in await records.records(ADA)] == ["2", "3", "4"]
    assert await records.count(ADA) == 3


async def test_withdrawing_deletes_what_was_kept_and_ends_the_keeping(records: TrainingRecords) -> None:
    for person in (ADA, BEA):
        await records.agree(person)
        await records.keep(person, THREAD, RUN, reply(person.id))
    assert (await records.withdraw(ADA)).given is False
    await records.keep(ADA, THREAD, RUN, reply())
    assert (await records.records(ADA), await records.count(ADA)) == ([], 0)
    assert [record.chosen for record in await records.records(BEA)] == ["bea"]
    assert [record.chosen for record in everybodys(records.directory)] == ["bea"]


async def test_a_thread_goes_with_its_records_and_a_person_with_their_word(records: TrainingRecords) -> None:
    await records.agree(ADA)
    for thread in ("one", "two"):
        await records.keep(ADA, thread, RUN, reply(thread))
    await records.forget_thread(ADA, "one")
    assert [record.chosen for record in await records.records(ADA)] == ["two"]
    await records.erase(ADA)
    assert (await records.consent(ADA)).since is None
    assert list(records.directory.glob("*")) == []


async def test_a_file_that_cannot_be_read_is_left_out(records: TrainingRecords) -> None:
    await records.agree(ADA)
    await records.keep(ADA, THREAD, RUN, reply())
    (records.directory / ADA.key / THREAD / "0.json").write_text("{half")
    assert len(await records.records(ADA)) == 1


@pytest.mark.parametrize("thread", ["", "..", "a/b"])
async def test_a_thread_that_is_no_name_keeps_nothing(records: TrainingRecords, thread: str) -> None:
    await records.agree(ADA)
    await records.keep(ADA, thread, RUN, reply())
    await records.forget_thread(ADA, thread)
    assert not records.directory.exists()

"""Replies of models are kept for learning only where the operator offers it and the person agrees."""

import asyncio
from typing import Any

import pytest

from evals.scripted.server import open_backend
from stores.caller import Caller
from stores.training_records import RECORDS, everybodys
from tests.conftest import Talk
from tests.photos import red_square
from tests.server.processes import until

TEXT = "What do I wear to a wedding in Lyon on 12 June? I'm a woman."
ADA, BEA = Caller("ada"), Caller("bea")


@pytest.fixture
async def opened(open_house: Any):
    """Services over a scripted model that answers all roles, with some settings changed."""
    stack = []

    async def build(script: str = "good", slow: float = 0, **changes: Any):
        backend = open_backend(first_token=slow)
        house = open_house(
            models={"m": (await backend.__aenter__()).spec(script)}, model="m", unread_words=-1, **changes
        )
        stack.extend([backend, house])
        return await house.__aenter__()

    yield build
    for one in reversed(stack):
        await one.__aexit__(None, None, None)


async def test_nothing_is_kept_where_nobody_said_so(opened: Any) -> None:
    services = await opened()
    await Talk(services, ADA).say(TEXT)
    assert not (services.settings.data_dir / RECORDS).exists()


async def test_nothing_is_kept_of_whoever_has_not_agreed(opened: Any) -> None:
    services = await opened(records_kept=100)
    await Talk(services, ADA).say(TEXT)
    assert not (services.settings.data_dir / RECORDS).exists()


async def test_every_role_of_a_turn_is_kept_of_whoever_has(opened: Any) -> None:
    services = await opened(records_kept=100)
    await services.training_records.agree(ADA)
    ada, bea = Talk(services, ADA), Talk(services, BEA)
    await asyncio.gather(ada.say(f"{TEXT} I am Ada."), bea.say(f"{TEXT} I am Bea."))
    kept = await services.training_records.records(ADA)
    assert {(one.role, one.outcome) for one in kept} == {
        ("understand", "accepted"),
        ("style", "accepted"),
        ("merge", "accepted"),
    }
    assert {one.thread for one in kept} == {ada.thread}
    assert len({one.run for one in kept}) == 1 and kept[0].run
    assert await services.training_records.records(BEA) == []
    assert "I am Bea" not in "".join(one.model_dump_json() for one in everybodys(services.training_records.directory))


@pytest.mark.parametrize(
    ("script", "outcome"),
    [
        ("style=json*1", "repaired"),
        ("style=json", "rejected"),
        ("merge=ids", "rejected"),
        ("merge=refusal", "rejected"),
    ],
)
async def test_what_failed_is_kept_beside_what_stood(opened: Any, script: str, outcome: str) -> None:
    services = await opened(script, records_kept=100)
    await services.training_records.agree(ADA)
    output = await Talk(services, ADA).say(TEXT)
    role = script.partition("=")[0]
    kept = [one for one in await services.training_records.records(ADA) if one.role == role]
    assert {one.outcome for one in kept} == {outcome}
    assert all(one.rejected and one.reason and one.chosen for one in kept)
    assert (outcome == "rejected") == bool(output["degraded"])


async def test_no_pixels_are_kept(opened: Any) -> None:
    services = await opened(records_kept=100)
    await services.training_records.agree(ADA)
    photo = await services.photos.add(ADA, red_square())
    await Talk(services, ADA).say(
        [{"type": "text", "text": "What goes with this?"}, {"type": "image", "file_id": photo.id}]
    )
    kept = await services.training_records.records(ADA)
    assert "caption" in {one.role for one in kept}
    assert "base64" not in "".join(one.model_dump_json() for one in kept)


async def test_who_withdraws_amid_a_turn_leaves_nothing(opened: Any) -> None:
    services = await opened(slow=0.3, records_kept=100)
    await services.training_records.agree(ADA)
    turn = asyncio.create_task(Talk(services, ADA).say(TEXT))

    async def one_is_kept() -> bool:
        return bool(await services.training_records.count(ADA))

    await until(one_is_kept)
    await services.training_records.withdraw(ADA)
    assert not turn.done()
    await turn
    assert await services.training_records.records(ADA) == []


async def test_a_thread_that_is_forgotten_and_a_person_who_is_erased_leave_nothing(opened: Any) -> None:
    services = await opened(records_kept=100)
    await services.training_records.agree(ADA)
    first, second = Talk(services, ADA), Talk(services, ADA)
    for talk in (first, second):
        await talk.say(TEXT)
    await services.forget_thread(ADA, first.thread)
    assert {one.thread for one in await services.training_records.records(ADA)} == {second.thread}
    await services.erase(ADA)
    assert list((services.settings.data_dir / RECORDS).rglob("*.json")) == []
    assert not (await services.training_records.consent(ADA)).given

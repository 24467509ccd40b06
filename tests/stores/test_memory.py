import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from stores.caller import Caller
from stores.memory import Memory, open_memory
from stores.vocabulary import Change, Profile, Taste

ADA, BEA = Caller("ada.l@example.org"), Caller("bea")


@pytest.fixture
async def memory(tmp_path: Path) -> AsyncIterator[Memory]:
    async with open_memory(tmp_path / "deep" / "memory.db") as store:
        yield Memory(store)


async def test_profile_and_taste_come_back_after_a_restart(tmp_path: Path) -> None:
    profile, taste = Profile(place="Lyon", colours=["green"]), Taste(likes={"family:green": 0.5})
    async with open_memory(tmp_path / "m.db") as store:
        await Memory(store).save_profile(ADA, profile)
        await Memory(store).save_taste(ADA, taste)
    async with open_memory(tmp_path / "m.db") as store:
        assert await Memory(store).profile(ADA) == profile
        assert await Memory(store).taste(ADA) == taste


async def test_changes_at_once_are_all_kept(memory: Memory) -> None:
    told = [Change(target="profile", action="add", key="avoid_fabrics", value=f"f{n}") for n in range(10)]
    made = await asyncio.gather(*(memory.change_profile(ADA, [change]) for change in told))
    assert sorted((await memory.profile(ADA)).avoid_fabrics) == sorted(f"f{n}" for n in range(10))
    assert [change for changes in made for change in changes] == told


async def test_another_person_sees_and_changes_nothing(memory: Memory) -> None:
    await memory.save_profile(ADA, Profile(place="Lyon"))
    await memory.save_taste(ADA, Taste(likes={"family:red": 1}))
    assert await memory.profile(BEA) == Profile()
    assert await memory.taste(BEA) == Taste()
    await memory.change_profile(BEA, [Change(target="profile", action="forget", key="all")])
    await memory.erase(BEA)
    assert (await memory.profile(ADA)).place == "Lyon"
    assert (await memory.taste(ADA)).likes == {"family:red": 1}


async def test_erase_forgets_everything(memory: Memory) -> None:
    await memory.save_profile(ADA, Profile(place="Lyon"))
    await memory.save_taste(ADA, Taste(likes={"family:red": 1}))
    await memory.erase(ADA)
    assert await memory.profile(ADA) == Profile()
    assert await memory.taste(ADA) == Taste()


async def test_the_file_is_in_wal_mode_and_does_not_hold_the_callers_id(tmp_path: Path) -> None:
    async with open_memory(tmp_path / "m.db") as store:
        await Memory(store).save_profile(ADA, Profile())
        async with store.conn.execute("PRAGMA journal_mode") as cursor:
            assert await cursor.fetchone() == ("wal",)
    assert b"example.org" not in (tmp_path / "m.db").read_bytes()

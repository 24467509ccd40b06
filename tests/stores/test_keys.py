import asyncio
import stat
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from stores.keys import Keys, open_keys

HOUR = timedelta(hours=1)


@pytest.fixture
async def keys(tmp_path: Path) -> AsyncIterator[Keys]:
    async with open_keys(tmp_path / "keys.db") as opened:
        yield opened


async def test_a_token_is_known_and_nothing_near_it_is(keys: Keys) -> None:
    key, token = await keys.create("phone", {"person", "admin"})
    found = await keys.check(token)
    assert found is not None
    assert (found.name, found.caller.id, found.caller.rights) == ("phone", f"key:{key.id}", {"person", "admin"})
    other, _ = await keys.create("other", {"person"})
    stolen_id = token.replace(key.id, other.id)
    for wrong in (token[:-1], token + "a", stolen_id, token.replace("maison", "maisom"), key.id, "", "maison__", "é"):
        assert await keys.check(wrong) is None


async def test_a_revoked_key_is_unknown_at_once_and_so_are_its_sessions(keys: Keys, tmp_path: Path) -> None:
    key, token = await keys.create("phone", {"person"})
    kept, _ = await keys.create("kept", {"person"})
    session, other = await keys.open_session(key, HOUR), await keys.open_session(kept, HOUR)
    async with open_keys(tmp_path / "keys.db") as second:
        assert await second.revoke(key.id)
        assert not await second.revoke(key.id)
    assert await keys.check(token) is None
    assert await keys.session(session) is None
    assert await keys.session(other) is not None
    assert [entry.id for entry in await keys.all()] == [kept.id]


async def test_a_session_stands_for_its_key_until_it_ends(keys: Keys) -> None:
    key, token = await keys.create("page", {"person"})
    session, over = await keys.open_session(key, HOUR), await keys.open_session(key, -HOUR)
    found = await keys.session(session)
    assert found is not None
    assert found.caller == key.caller
    assert await keys.session(over) is None
    assert await keys.session(token) is None
    assert await keys.check(session) is None
    await keys.end_session(session)
    assert await keys.session(session) is None


async def test_a_key_can_open_the_things_of_a_person_who_has_one(keys: Keys) -> None:
    first, _ = await keys.create("phone", {"person"})
    second, _ = await keys.create("laptop", {"person"}, person=first.person)
    assert second.caller.key == first.caller.key


async def test_use_is_noted_coarsely(keys: Keys) -> None:
    _, token = await keys.create("phone", {"person"})
    assert (await keys.all())[0].used_at is None
    await keys.check(token)
    first = (await keys.all())[0].used_at
    assert first is not None
    assert len(first) == len("2027-05-03T09:00+00:00")
    await asyncio.gather(*(keys.check(token) for _ in range(20)))
    assert (await keys.all())[0].used_at == first


async def test_neither_a_key_nor_a_session_is_on_disk_and_the_file_is_private(keys: Keys, tmp_path: Path) -> None:
    key, token = await keys.create("phone", {"person"})
    session = await keys.open_session(key, HOUR)
    written = everything_in(tmp_path)
    assert key.id.encode() in written
    assert token.split("_", 2)[2].encode() not in written
    assert session.encode() not in written
    assert stat.S_IMODE((tmp_path / "keys.db").stat().st_mode) == 0o600


def everything_in(directory: Path) -> bytes:
    return b"".join(path.read_bytes() for path in directory.rglob("*") if path.is_file())

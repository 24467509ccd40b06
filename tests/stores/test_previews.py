import os
from pathlib import Path

import pytest

from stores.caller import Caller
from stores.folders import Folder
from stores.previews import Previews

ADA, BEA = Caller("ada"), Caller("bea")


@pytest.fixture
def previews(tmp_path: Path) -> Previews:
    return Previews(Folder(str(tmp_path)))


async def test_the_same_picture_has_the_same_id(previews: Previews) -> None:
    first, second = await previews.add(ADA, b"one"), await previews.add(ADA, b"two")
    assert first != second
    assert await previews.add(ADA, b"one") == first
    assert await previews.read(ADA, first) == b"one"
    assert len(await previews.previews(ADA)) == 2


async def test_remove_and_erase(previews: Previews) -> None:
    first, second = await previews.add(ADA, b"one"), await previews.add(ADA, b"two")
    await previews.remove(ADA, first)
    await previews.remove(ADA, first)
    assert (await previews.read(ADA, first), await previews.read(ADA, second)) == (None, b"two")
    await previews.erase(ADA)
    assert await previews.read(ADA, second) is None


async def test_another_person_sees_and_changes_nothing(previews: Previews) -> None:
    first = await previews.add(ADA, b"one")
    assert await previews.read(BEA, first) is None
    assert await previews.add(BEA, b"one") != first
    await previews.remove(BEA, first)
    await previews.erase(BEA)
    assert await previews.read(ADA, first) == b"one"


async def test_an_id_is_never_a_path(previews: Previews) -> None:
    first = await previews.add(ADA, b"one")
    assert await previews.read(BEA, f"../{ADA.key}/{first}") is None
    await previews.remove(BEA, f"../{ADA.key}/{first}")
    assert await previews.read(ADA, first) == b"one"


async def test_the_oldest_go_beyond_as_many_as_are_kept(previews: Previews, tmp_path: Path) -> None:
    previews.most = 2
    ids = []
    for number in range(4):
        ids.append(await previews.add(ADA, b"%d" % number))
        age = (1000 + number, 1000 + number)
        os.utime(tmp_path / ADA.key / f"{ids[-1]}.png", age)
    assert [kept.id for kept in await previews.previews(ADA)] == ids[:1:-1]
    assert await previews.read(ADA, ids[0]) is None
    assert await previews.previews(BEA) == []
    assert [await previews.remove(ADA, identity) for identity in (ids[3], ids[3], "..")] == [True, False, False]

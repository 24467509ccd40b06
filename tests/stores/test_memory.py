import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from stores.caller import Caller
from stores.feedback import Entry, Feedback
from stores.items import Items
from stores.memory import Memory, open_memory, recency
from stores.vocabulary import Change, Colour, Garment, Profile, Taste
from stores.wardrobe import Wardrobe

NOW = datetime(2027, 5, 3, tzinfo=UTC)
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


async def test_a_closed_store_leaves_no_task_behind(tmp_path: Path) -> None:
    before = asyncio.all_tasks()
    async with open_memory(tmp_path / "m.db") as store:
        assert await Memory(store).profile(ADA) == Profile()
    assert asyncio.all_tasks() == before


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


async def test_erase_forgets_whatever_any_store_keeps_of_a_person_and_nobody_else(tmp_path: Path) -> None:
    async with open_memory(tmp_path / "m.db") as store:
        for caller in (ADA, BEA):
            colour = Colour(name="red", family="red", hex="#aa0000")
            skirt = Garment(
                id="g", name="skirt", category="midi_skirt", slot="bottom", colours=[colour], formality=3, clo=0.2
            )
            await Wardrobe(store).add(caller, [skirt])
            await Feedback(store).add(caller, Entry(at=NOW, liking=1, item="a"))
            await Items(store).put(caller, ["notes", "deep"], "key", {"text": "mine"})
            await Memory(store).change_profile(
                caller, [Change(target="profile", action="set", key="place", value="Lyon")]
            )
        await Memory(store).erase(BEA)
        left = await store.asearch((), limit=100)
    assert {item.namespace[1] for item in left} == {ADA.key}
    assert {item.namespace[2] for item in left} == {"wardrobe", "feedback", "items", "profile"}


async def test_each_fact_keeps_the_sentence_it_came_from(memory: Memory) -> None:
    def told(key: str, value: object, said: str) -> Change:
        return Change(target="profile", action="set" if "." in key else "add", key=key, value=value, said=said)

    await memory.change_profile(ADA, [told("avoid_colours", "red", "no red"), told("sizes.shoes", "42", "I wear 42")])
    await memory.change_profile(ADA, [told("avoid_colours", ["red", "pink"], "nor pink")])
    await memory.edit_profile(ADA, {"place": "Lyon"})
    facts = {fact.key + str(fact.value): fact for fact in await memory.facts(ADA)}
    sentences = {key: fact.said for key, fact in facts.items()}
    assert sentences == {
        "sizes.shoes42": "I wear 42", "placeLyon": "", "avoid_coloursred": "no red", "avoid_colourspink": "nor pink"
    }  # fmt: skip
    assert await memory.forget_fact(BEA, facts["placeLyon"].id) is None
    assert await memory.forget_fact(ADA, facts["avoid_coloursred"].id) == facts["avoid_coloursred"]
    assert (await memory.profile(ADA)).avoid_colours == ["pink"]
    await memory.change_profile(ADA, [told("sizes.shoes", "43", "43 now")])
    assert [fact.said for fact in await memory.facts(ADA) if fact.key == "sizes.shoes"] == ["43 now"]


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


async def test_a_fact_keeps_the_thread_it_was_said_in(memory: Memory) -> None:
    change = Change(target="profile", action="add", key="fabrics", value="linen", said="I love linen")
    await memory.change_profile(ADA, [change], "t1")
    (fact,) = await memory.facts(ADA)
    assert (fact.said, fact.thread_id, fact.learned_at is None) == ("I love linen", "t1", False)


async def test_what_was_worn_or_shown_of_late_fades(memory: Memory) -> None:
    await memory.note_shown(ADA, date(2027, 5, 1), ["a", "b"])
    await memory.note_worn(ADA, date(2027, 5, 1), ["a"])
    lately = await memory.lately(ADA)
    today, later, in_a_month = (recency(lately, date(2027, *day)) for day in ((5, 1), (5, 4), (6, 1)))
    assert today == {"a": 1.0}, "what is shown today stays as it is all day"
    assert later == {"a": pytest.approx(0.5), "b": pytest.approx(0.2)}
    assert in_a_month == {}
    assert (await memory.lately(BEA)).shown == {}


async def test_only_two_weeks_are_kept(memory: Memory) -> None:
    await memory.note_worn(ADA, date(2027, 5, 1), ["old"])
    await memory.note_worn(ADA, date(2027, 5, 20), ["new"])
    assert set((await memory.lately(ADA)).worn) == {"new"}


async def test_a_store_that_was_closed_leaves_no_task_behind(tmp_path: Path) -> None:
    before = asyncio.all_tasks()
    async with open_memory(tmp_path / "memory.db") as store:
        await Memory(store).profile(ADA)
        assert asyncio.all_tasks() - before
    assert not asyncio.all_tasks() - before

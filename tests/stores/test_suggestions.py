from datetime import date
from pathlib import Path

from stores.caller import Caller
from stores.memory import open_memory
from stores.suggestions import DailySuggestions, Suggestions

ADA, BEA = Caller("ada"), Caller("bea")
TODAY = date(2027, 5, 3)


async def test_what_was_suggested_is_kept_for_its_day_and_its_person(tmp_path: Path) -> None:
    made = Suggestions(date=TODAY, thread_id="t", reply="Linen.", conditions=None, looks=[])
    async with open_memory(tmp_path / "memory.db") as store:
        daily = DailySuggestions(store)
        await daily.keep(ADA, made)
        assert await daily.newest(ADA) == made
        assert await daily.newest(BEA) is None


async def test_one_request_of_a_person_at_a_time(tmp_path: Path) -> None:
    async with open_memory(tmp_path / "memory.db") as store:
        daily = DailySuggestions(store)
        async with daily.turn(ADA):
            assert daily.turn(ADA).locked()
            assert not daily.turn(BEA).locked()

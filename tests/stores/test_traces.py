import asyncio
import os
from pathlib import Path

import pytest

from stores.caller import Caller
from stores.traces import Traces

ADA, BEA = Caller("ada"), Caller("bea")


@pytest.fixture
def traces(tmp_path: Path) -> Traces:
    return Traces(tmp_path / "traces", limit=3)


async def fill(traces: Traces, *names: tuple[str, str]) -> None:
    """Write documents whose files are a second apart."""
    for age, (thread, run) in enumerate(names):
        await traces.write(ADA, thread, run, {"name": run, "said": "été 你好"})
        path = traces.directory / ADA.key / thread / f"{run}.json"
        os.utime(path, (1000 + age, 1000 + age))


async def test_documents_come_back_oldest_first(traces: Traces) -> None:
    await fill(traces, ("t", "r1"), ("u", "r2"), ("t", "r0"))
    assert await traces.runs(ADA) == [("t", "r1"), ("u", "r2"), ("t", "r0")]
    assert await traces.runs(ADA, "t") == [("t", "r1"), ("t", "r0")]
    assert await traces.read(ADA, "u", "r2") == {"name": "r2", "said": "été 你好"}
    assert await traces.read(ADA, "u", "r1") is None


async def test_the_oldest_go_beyond_the_limit(traces: Traces) -> None:
    await fill(traces, *((f"t{n}", "r") for n in range(5)))
    assert await traces.runs(ADA) == [("t2", "r"), ("t3", "r"), ("t4", "r")]


async def test_a_tenth_more_than_the_limit_may_stay_for_a_while_and_never_a_newer_one_goes(tmp_path: Path) -> None:
    traces = Traces(tmp_path / "traces", limit=20)
    for number in range(60):
        await traces.write(ADA, f"t{number}", "r", {})
        kept = [int(thread[1:]) for thread, _ in await traces.runs(ADA)]
        assert len(kept) <= 22
        assert set(range(max(0, number - 19), number + 1)) <= set(kept)


async def test_many_at_once_stay_within_the_limit(traces: Traces) -> None:
    await asyncio.gather(*(traces.write(ADA, "t", f"r{n}", {}) for n in range(12)))
    assert len(await traces.runs(ADA)) == 3


async def test_a_thread_can_be_removed(traces: Traces) -> None:
    await fill(traces, ("t", "r1"), ("u", "r2"))
    await traces.remove(ADA, "t")
    assert await traces.runs(ADA) == [("u", "r2")]


async def test_another_person_sees_and_changes_nothing(traces: Traces) -> None:
    await fill(traces, ("t", "r1"))
    assert await traces.runs(BEA) == []
    assert await traces.read(BEA, "t", "r1") is None
    await traces.remove(BEA, "t")
    for number in range(5):
        await traces.write(BEA, "t", f"r{number}", {})
    await traces.erase(BEA)
    assert await traces.runs(ADA) == [("t", "r1")]
    assert await traces.runs(BEA) == []


@pytest.mark.parametrize("name", ["..", "a/b", "", "r.json"])
async def test_an_id_is_never_a_path(traces: Traces, name: str) -> None:
    await fill(traces, ("t", "r1"))
    with pytest.raises(ValueError, match="letters"):
        await traces.write(ADA, name, "r", {})
    assert await traces.read(ADA, name, "r1") is None
    await traces.remove(ADA, name)
    assert await traces.runs(ADA) == [("t", "r1")]

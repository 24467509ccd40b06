"""Clients that come back: to a run under way, to one that has ended, to one that another process took up."""

import asyncio
from typing import Any

import httpx
import pytest
from langgraph_sdk.client import LangGraphClient

from graph.services import Services
from graph.settings import Settings
from server import statements
from server.live import BEFORE_ALL, LiveRun, Place
from server.orders import Order
from stores.caller import LOCAL
from tests.server import echo
from tests.server.processes import said, until
from tests.server.test_recovery import running

MODES = ["values", "updates", "custom"]


async def ended(client: LangGraphClient, text: str = "hello", **options: Any) -> tuple[str, str]:
    """The thread and id of a run that has ended."""
    thread_id = str((await client.threads.create())["thread_id"])
    run = await client.runs.create(thread_id, "stylist", input=said(text), stream_mode=MODES, **options)
    await client.runs.join(thread_id, run["run_id"])
    return thread_id, run["run_id"]


async def heard(client: LangGraphClient, address: tuple[str, str], last: str | None = None) -> list[Any]:
    return [event async for event in client.runs.join_stream(*address, last_event_id=last)]


async def test_a_run_that_can_be_resumed_is_told_again_from_any_event(client: LangGraphClient) -> None:
    address = await ended(client, stream_resumable=True)
    told = await heard(client, address)
    assert [event.event for event in told][:: len(told) - 1] == ["metadata", "end"]
    assert {event.event for event in told} == {"metadata", *MODES, "end"}
    assert [event.id for event in told] == [f"1-{number}" for number in range(len(told))]
    assert await heard(client, address, "-1") == told
    for number, event in enumerate(told):
        assert await heard(client, address, event.id) == told[number + 1 :]
    assert await heard(client, address, "2-0") == []


async def test_a_run_that_cannot_be_resumed_has_no_ids_and_says_what_it_came_to(client: LangGraphClient) -> None:
    address = await ended(client)
    told = await heard(client, address)
    assert [(event.event, event.id) for event in told] == [("metadata", None), ("values", None), ("end", None)]
    assert told[1].data == await client.runs.join(*address)
    assert told[1].data["messages"][-1]["content"] == "you said hello"
    failed = await ended(client, "hello, fail")
    assert [event.event for event in await heard(client, failed)] == ["metadata", "error", "end"]
    assert (await client.runs.join(*failed))["__error__"]["error"] == "RuntimeError"


async def test_a_run_is_joined_for_what_it_put_out_and_not_a_later_one(client: LangGraphClient) -> None:
    thread_id, run_id = await ended(client, "first")
    await client.runs.wait(thread_id, "stylist", input=said("second"))
    assert len((await client.runs.join(thread_id, run_id))["messages"]) == 2


async def test_what_was_told_is_kept_for_a_while(client: LangGraphClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "RUNS_REPLAYED", 1)
    old, new = [await ended(client, stream_resumable=True) for _ in range(2)]
    assert [event.event for event in await heard(client, old)] == ["metadata", "values", "end"]
    assert len(await heard(client, new)) > 3


async def test_an_id_that_nobody_gave_is_refused(client: LangGraphClient, http: httpx.AsyncClient) -> None:
    thread_id, run_id = await ended(client)
    path = f"/threads/{thread_id}/runs/{run_id}/stream"
    for wrong in ("x", "1", "1-2-3", "one-two"):
        assert (await http.get(path, headers={"Last-Event-ID": wrong})).status_code == 422


async def test_a_connection_that_breaks_hears_the_rest_once(visitor: LangGraphClient) -> None:
    thread_id = str((await visitor.threads.create())["thread_id"])
    created: list[Any] = []
    options: Any = {"input": said("slowly"), "stream_mode": MODES, "on_run_created": created.append}
    stream = visitor.runs.stream(thread_id, "stylist", stream_resumable=True, **options)
    before = [await anext(stream) for _ in range(2)]
    await stream.aclose()
    after = await heard(visitor, (thread_id, created[0]["run_id"]), before[-1].id)
    assert [event.id for event in (*before, *after)] == [f"1-{n}" for n in range(len(before) + len(after))]
    assert after[-1].event == "end"


async def test_without_ids_nobody_hears_twice_what_was_sent(visitor: LangGraphClient) -> None:
    thread_id = str((await visitor.threads.create())["thread_id"])
    created: list[Any] = []
    options: Any = {"input": said("slowly"), "stream_mode": MODES, "on_run_created": created.append}
    stream = visitor.runs.stream(thread_id, "stylist", **options)
    assert (await anext(stream)).event == "metadata"
    await asyncio.sleep(0.05)
    await stream.aclose()
    after = [event.event for event in await heard(visitor, (thread_id, created[0]["run_id"]))]
    assert ("metadata" in after, after[-1]) == (False, "end")


async def test_a_run_that_another_process_took_up_is_told_from_its_new_beginning(
    settings: Settings, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = services.settings = settings.model_copy(update={"drain_seconds": 0})
    monkeypatch.setattr(echo, "SLOW_S", 60)
    async with running(settings, services) as client:
        thread_id = str((await client.threads.create())["thread_id"])
        options: Any = {"input": said("slowly"), "stream_mode": MODES, "stream_resumable": True}
        run = await client.runs.create(thread_id, "stylist", **options)
        await until(lambda: is_running(client, thread_id))
    monkeypatch.setattr(echo, "SLOW_S", 0)
    async with running(settings, services) as client:
        told = await heard(client, (thread_id, run["run_id"]), "1-2")
        assert await heard(client, (thread_id, run["run_id"]), told[1].id) == told[2:]
    assert [event.id for event in told] == [f"2-{number}" for number in range(len(told))]
    assert (told[0].data["attempt"], told[-1].event) == (2, "end")


async def is_running(client: LangGraphClient, thread_id: str) -> bool:
    return (await client.runs.list(thread_id))[0]["status"] == "running"


def live(resumable: bool) -> LiveRun:
    return LiveRun(Order(LOCAL, "t", "a", {}, modes=("custom",), resumable=resumable).record())


async def read(run: LiveRun, after: Place | None = None) -> list[Any]:
    return [event and event.data async for event in run.follow(after)]


async def test_many_read_one_run_and_who_never_reads_holds_nobody_up() -> None:
    run = live(resumable=True)
    asleep = run.follow()
    await anext(asleep)
    readers = [asyncio.create_task(read(run)) for _ in range(3)]
    for number in range(100):
        run.take({"type": "custom", "ns": (), "data": number})
        await asyncio.sleep(0)
    run.end(run.event("end", "over"))
    for told in await asyncio.gather(*readers):
        assert told[1:] == [*range(100), "over"]
    assert len(run.events) == 102
    assert await read(run, Place(1, 100)) == ["over"]
    assert await read(run, BEFORE_ALL) == await read(run, Place(0, 9)) == [event.data for event in run.events]


def test_places_are_in_the_order_of_attempts_and_events() -> None:
    ids = ["-1", "1-0", "1-2", "1-10", "2-0"]
    assert sorted(map(Place.read, reversed(ids))) == [Place.read(one) for one in ids]
    assert [str(Place.read(one)) for one in ids[1:]] == ids[1:]

"""Runs that are cancelled, pushed aside, left alone by their clients, or too slow; the official client asks."""

import asyncio
from typing import Any, Literal

import httpx
import pytest
from langgraph_sdk.client import LangGraphClient
from langgraph_sdk.errors import ConflictError, NotFoundError

from graph import running
from server import runs
from tests.server.processes import said, until

Action = Literal["interrupt", "rollback"]


async def new_thread(client: LangGraphClient) -> str:
    return str((await client.threads.create())["thread_id"])


async def begun(client: LangGraphClient, thread_id: str, text: str = "forever", **options: Any) -> str:
    """A run that is under way, and not soon over."""
    run = await client.runs.create(thread_id, "stylist", input=said(text), **options)

    async def running() -> bool:
        return (await client.runs.get(thread_id, run["run_id"]))["status"] == "running"

    await until(running)
    await asyncio.sleep(0.02)
    return run["run_id"]


async def contents(client: LangGraphClient, thread_id: str) -> list[str]:
    values: Any = (await client.threads.get_state(thread_id))["values"]
    return [message["content"] for message in values.get("messages", [])]


async def statuses(client: LangGraphClient, thread_id: str) -> list[str]:
    return [run["status"] for run in await client.runs.list(thread_id)]


@pytest.mark.parametrize("durability", ["exit", "sync", "async"])
async def test_an_interrupted_run_leaves_what_it_did_and_the_talk_goes_on(
    client: LangGraphClient, durability: Literal["exit", "sync", "async"]
) -> None:
    thread_id = await new_thread(client)
    run_id = await begun(client, thread_id, durability=durability)
    await client.runs.cancel(thread_id, run_id, wait=True)
    assert await statuses(client, thread_id) == ["interrupted"]
    state = await client.threads.get_state(thread_id)
    assert (state["next"], (await client.threads.get(thread_id))["status"]) == (["reply"], "interrupted")
    await client.runs.wait(thread_id, "stylist", input=said("go on"))
    assert await contents(client, thread_id) == ["forever", "go on", "you said go on"]


@pytest.mark.parametrize("durability", ["exit", "sync", "async"])
async def test_a_rolled_back_run_leaves_nothing(
    client: LangGraphClient, durability: Literal["exit", "sync", "async"]
) -> None:
    thread_id = await new_thread(client)
    await client.runs.wait(thread_id, "stylist", input=said("a"))
    before = await client.threads.get_history(thread_id)
    run_id = await begun(client, thread_id, durability=durability)
    await client.runs.cancel(thread_id, run_id, wait=True, action="rollback")
    with pytest.raises(NotFoundError):
        await client.runs.get(thread_id, run_id)
    assert await client.threads.get_history(thread_id) == before
    assert (await client.threads.get(thread_id))["status"] == "idle"


async def test_a_rolled_back_answer_leaves_the_question(client: LangGraphClient) -> None:
    thread_id = await new_thread(client)
    await client.runs.wait(thread_id, "stylist", input=said("ask"))
    before = await client.threads.get_state(thread_id)
    run = await client.runs.create(
        thread_id, "stylist", command={"resume": "red"}, durability="sync", interrupt_after="*"
    )
    await client.runs.join(thread_id, run["run_id"])
    other = await begun(client, thread_id)
    await client.runs.cancel(thread_id, other, wait=True, action="rollback")
    assert await contents(client, thread_id) == ["ask", "you said red"]
    assert before["next"] == ["reply"]


async def test_a_run_in_line_is_stopped_before_its_turn(client: LangGraphClient) -> None:
    thread_id = await new_thread(client)
    first = await begun(client, thread_id)
    waiting = [(await client.runs.create(thread_id, "stylist", input=said(text)))["run_id"] for text in ("a", "b")]
    await client.runs.cancel(thread_id, waiting[0], wait=True)
    await client.runs.cancel(thread_id, waiting[1], wait=True, action="rollback")
    assert await statuses(client, thread_id) == ["interrupted", "running"]
    assert (await client.threads.get(thread_id))["status"] == "busy"
    await client.runs.cancel(thread_id, first, wait=True)
    assert await contents(client, thread_id) == ["forever"]


async def test_what_has_ended_cannot_be_cancelled_and_what_runs_cannot_be_deleted(client: LangGraphClient) -> None:
    thread_id = await new_thread(client)
    run_id = await begun(client, thread_id)
    with pytest.raises(ConflictError):
        await client.runs.delete(thread_id, run_id)
    await client.runs.cancel(thread_id, run_id, wait=True)
    with pytest.raises(ConflictError):
        await client.runs.cancel(thread_id, run_id)
    await client.runs.delete(thread_id, run_id)
    assert await client.runs.list(thread_id) == []
    assert await contents(client, thread_id) == ["forever"]
    with pytest.raises(NotFoundError):
        await client.runs.cancel(thread_id, run_id)


async def test_many_are_cancelled_at_once(client: LangGraphClient, http: httpx.AsyncClient) -> None:
    one, two = await new_thread(client), await new_thread(client)
    first, second = await begun(client, one), await begun(client, two)
    await client.runs.cancel_many(thread_id=one, run_ids=[first])
    await until(lambda: ended(client, one))
    assert await statuses(client, two) == ["running"]
    await client.runs.cancel_many(status="all")
    await until(lambda: ended(client, two))
    with pytest.raises(NotFoundError):
        await client.runs.cancel_many(thread_id=two, run_ids=[second])
    assert (await http.post("/runs/cancel", json={})).status_code == 422


async def ended(client: LangGraphClient, thread_id: str) -> bool:
    return set(await statuses(client, thread_id)) == {"interrupted"}


async def test_interrupt_pushes_aside_what_runs_and_what_waits(client: LangGraphClient) -> None:
    thread_id = await new_thread(client)
    await begun(client, thread_id)
    await client.runs.create(thread_id, "stylist", input=said("waiting"))
    output: Any = await client.runs.wait(thread_id, "stylist", input=said("now"), multitask_strategy="interrupt")
    assert [message["content"] for message in output["messages"]] == ["forever", "now", "you said now"]
    assert await statuses(client, thread_id) == ["success", "interrupted", "interrupted"]


async def test_rollback_begins_as_if_what_runs_had_not_been_asked(client: LangGraphClient) -> None:
    thread_id = await new_thread(client)
    await client.runs.wait(thread_id, "stylist", input=said("a"))
    await begun(client, thread_id)
    output: Any = await client.runs.wait(thread_id, "stylist", input=said("now"), multitask_strategy="rollback")
    assert [message["content"] for message in output["messages"]] == ["a", "you said a", "now", "you said now"]
    assert await statuses(client, thread_id) == ["success", "success"]


async def test_who_waits_for_a_run_that_is_cancelled_gets_what_there_was(client: LangGraphClient) -> None:
    thread_id = await new_thread(client)
    wait = asyncio.create_task(client.runs.wait(thread_id, "stylist", input=said("forever")))
    await until(lambda: has(client, thread_id, "running"))
    await asyncio.sleep(0.02)
    await client.runs.cancel_many(status="running")
    assert [message["content"] for message in (await wait)["messages"]] == ["forever"]


async def has(client: LangGraphClient, thread_id: str, status: str) -> bool:
    return await statuses(client, thread_id) == [status]


@pytest.mark.parametrize(("on_disconnect", "then"), [("cancel", "interrupted"), ("continue", "running")])
@pytest.mark.parametrize("how", ["stream", "wait"])
async def test_a_client_that_leaves_stops_its_run_if_it_said_so(
    visitor: LangGraphClient, how: str, on_disconnect: Literal["cancel", "continue"], then: str
) -> None:
    thread_id = await new_thread(visitor)

    async def ask() -> None:
        options: Any = {"input": said("forever"), "on_disconnect": on_disconnect}
        if how == "wait":
            await visitor.runs.wait(thread_id, "stylist", **options)
        else:
            async for _ in visitor.runs.stream(thread_id, "stylist", **options):
                pass

    asking = asyncio.create_task(ask())
    await until(lambda: has(visitor, thread_id, "running"))
    await asyncio.sleep(0.05)
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    await asyncio.sleep(0.2)
    assert await statuses(visitor, thread_id) == [then]
    await visitor.runs.cancel_many(status="all")


async def test_a_run_whose_end_cannot_be_tidied_up_is_an_error_and_not_for_ever_under_way(
    client: LangGraphClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(running, "finish", broken)
    thread_id = await new_thread(client)
    events = [event async for event in client.runs.stream(thread_id, "stylist", input=said("a"))]
    assert [event.event for event in events[-2:]] == ["error", "end"]
    assert await statuses(client, thread_id) == ["error"]


async def test_a_run_that_takes_too_long_is_ended(client: LangGraphClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "LONGEST_S", -29.95)
    thread_id = await new_thread(client)
    events = [event async for event in client.runs.stream(thread_id, "stylist", input=said("forever"))]
    assert [(event.event, event.data.get("error")) for event in events[-2:]] == [("error", "RunTimeout"), ("end", None)]
    assert await statuses(client, thread_id) == ["timeout"]
    assert (await client.threads.get(thread_id))["status"] == "error"


async def test_a_stopped_run_without_a_thread_leaves_none(client: LangGraphClient) -> None:
    run = await client.runs.create(None, "stylist", input=said("forever"))
    await until(lambda: has(client, run["thread_id"], "running"))
    await client.runs.cancel(run["thread_id"], run["run_id"], wait=True)
    assert await client.threads.search() == []

"""What a thread holds, over the official client: read, changed, copied, counted, gone back to."""

from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from langgraph_sdk.client import LangGraphClient
from langgraph_sdk.errors import ConflictError

from server.auth import caller_of
from stores.caller import Caller
from tests.server.processes import said, until


async def talked(client: LangGraphClient, *texts: str, **options: Any) -> str:
    """A thread in which this was said."""
    thread_id = str((await client.threads.create(**options))["thread_id"])
    for text in texts:
        await client.runs.wait(thread_id, "stylist", input=said(text))
    return thread_id


def contents(values: Any) -> list[str]:
    return [message["content"] for message in values["messages"]]


async def test_a_state_is_read_at_any_checkpoint_as_far_as_asked(client: LangGraphClient) -> None:
    thread_id = await talked(client, "a", "b")
    new, old, _ = await client.threads.get_history(thread_id)
    assert await client.threads.get_state(thread_id) == new
    for read in (
        await client.threads.get_state(thread_id, checkpoint=old["checkpoint"]),
        await client.threads.get_state(thread_id, checkpoint_id=str(old["checkpoint"]["checkpoint_id"])),
    ):
        assert (contents(read["values"]), read["checkpoint"]) == (["a", "you said a"], old["checkpoint"])
    assert set(await client.threads.get_state(thread_id, select=["next", "values.looks"])) == {"next", "values"}
    some = await client.threads.get_history(thread_id, select=["checkpoint"], limit=1, before=new["checkpoint"])
    assert some == [{"checkpoint": old["checkpoint"]}]


async def test_history_is_found_by_metadata(client: LangGraphClient) -> None:
    thread_id = await talked(client, "a", "b")
    runs = await client.runs.list(thread_id)
    (state,) = await client.threads.get_history(thread_id, metadata={"run_id": runs[-1]["run_id"]})
    assert contents(state["values"]) == ["a", "you said a"]
    assert await client.threads.get_history(thread_id, metadata={"run_id') --": "x"}) == []


async def test_a_changed_state_is_another_branch_and_the_run_goes_on_from_it(client: LangGraphClient) -> None:
    thread_id = await talked(client, "a", "b")
    old = (await client.threads.get_history(thread_id))[1]
    made = await client.threads.update_state(
        thread_id, {**said("c"), "secret": "new"}, as_node="listen", checkpoint=old["checkpoint"]
    )
    state: Any = await client.threads.get_state(thread_id)
    assert (state["checkpoint"], state["next"], state["values"]["secret"]) == (made["checkpoint"], ["reply"], "new")
    assert contents(await client.runs.wait(thread_id, "stylist")) == ["a", "you said a", "c", "you said c"]


async def test_a_state_is_not_changed_under_a_run(client: LangGraphClient, http: httpx.AsyncClient) -> None:
    thread_id = await talked(client, "a")
    run = await client.runs.create(thread_id, "stylist", input=said("forever"))
    for change in (
        client.threads.update_state(thread_id, said("b"), as_node="listen"),
        client.threads.copy(thread_id),
        client.threads.delete(thread_id),
    ):
        with pytest.raises(ConflictError):
            await change
    await client.runs.cancel(thread_id, run["run_id"], wait=True)
    path = f"/threads/{thread_id}/state"
    for values, node in (({"looks": []}, "nowhere"), ({"colour": "red"}, "reply"), ({"messages": ["x"]}, "reply")):
        assert (await http.post(path, json={"values": values, "as_node": node})).status_code == 422
    answer = await http.post(path, json={"values": {}, "checkpoint_id": "nowhere"})
    assert answer.json()["code"] == "no_checkpoint"


async def test_a_reply_is_made_again_from_the_end_of_the_turn_before(client: LangGraphClient) -> None:
    thread_id = await talked(client, "a", "b")
    latest, middle, first = await client.threads.get_history(thread_id)
    again = await client.runs.wait(thread_id, "stylist", checkpoint=latest["parent_checkpoint"])
    assert contents(again) == ["a", "you said a", "b", "you said b"]
    new = (await client.threads.get_history(thread_id))[0]
    assert (new["parent_checkpoint"], new["checkpoint"] == latest["checkpoint"]) == (middle["checkpoint"], False)
    assert contents(await client.runs.wait(thread_id, "stylist", checkpoint=first["checkpoint"])) == ["a", "you said a"]


async def test_a_copy_has_its_own_life(client: LangGraphClient, app: FastAPI) -> None:
    thread_id = await talked(client, "a", "ask", metadata={"draft": True})
    copy: Any = await client.threads.copy(thread_id)
    assert (copy["metadata"]["draft"], copy["status"], contents(copy["values"])[0]) == (True, "interrupted", "a")
    before = await client.threads.get_history(thread_id)
    there = await client.threads.get_history(copy["thread_id"])
    assert [state["values"] for state in there] == [state["values"] for state in before]
    assert contents(await client.runs.wait(copy["thread_id"], "stylist", command={"resume": "x"}))[-1] == "you said x"
    assert await client.threads.get_history(thread_id) == before
    await client.threads.delete(thread_id)
    assert contents(await client.runs.wait(copy["thread_id"], "stylist", input=said("b")))[-1] == "you said b"
    app.dependency_overrides[caller_of] = lambda: Caller("guest")
    assert await client.threads.search() == []


async def test_threads_are_counted_paged_and_labelled(client: LangGraphClient, http: httpx.AsyncClient) -> None:
    thread_ids = [await talked(client, metadata={"n": n}) for n in range(3)]
    changed = await client.threads.update(thread_ids[0], metadata={"n": 7, "owner": "me"})
    assert changed and changed["metadata"] == changed["metadata"] | {"n": 7, "owner": "me", "graph_id": "stylist"}
    assert await client.threads.update(thread_ids[0], metadata={}, return_minimal=True) is None
    assert await client.threads.count() == 3
    assert await client.threads.count(metadata={"n": 7}) == await client.threads.count(metadata={"n": 1}) == 1
    assert await client.threads.count(status="busy") == 0
    found = await http.post("/threads/search", json={"limit": 2, "select": ["thread_id"]})
    assert (found.headers["x-pagination-total"], found.headers["x-pagination-next"]) == ("3", "2")
    assert [set(thread) for thread in found.json()] == [{"thread_id"}] * 2
    assert "x-pagination-next" not in (await http.post("/threads/search", json={"offset": 2, "limit": 1})).headers


async def test_a_thread_tells_by_its_status_how_its_last_run_ended(client: LangGraphClient) -> None:
    thread_id = await talked(client, "a")

    async def status() -> str:
        return str((await client.threads.get(thread_id))["status"])

    seen = [await status()]
    for text in ("ask", "hello", "fail", "hello"):
        await client.runs.wait(thread_id, "stylist", input=said(text), raise_error=False)
        seen.append(await status())
    assert seen == ["idle", "interrupted", "idle", "error", "idle"]


@pytest.mark.parametrize(
    ("mode", "keys"),
    [
        ("tasks", {"id", "name"}),
        ("checkpoints", {"config", "values", "next", "tasks", "metadata", "parent_config"}),
        ("debug", {"step", "type", "payload", "timestamp"}),
        ("events", {"event", "data", "name", "run_id", "tags", "metadata", "parent_ids"}),
    ],
)
async def test_debugging_streams_show_the_run_and_nothing_of_the_server(
    http: httpx.AsyncClient, client: LangGraphClient, mode: str, keys: set[str]
) -> None:
    thread_id = await talked(client, "a")
    body = {"assistant_id": "stylist", "input": said("hi"), "stream_mode": [mode, "values"]}
    told = (await http.post(f"/threads/{thread_id}/runs/stream", json=body)).text
    assert not [word for word in ("Caller", "caller", "RunTracer") if word in told]
    events = [event async for event in client.runs.stream(thread_id, "stylist", input=said("b"), stream_mode=[mode])]
    parts = [event.data for event in events if event.event == mode]
    assert parts and all(keys <= set(part) for part in parts)
    assert {event.event for event in events} == {"metadata", mode, "end"}


async def test_runs_are_made_in_the_background_listed_by_status_and_cut_to_what_is_asked(
    client: LangGraphClient,
) -> None:
    thread_id = await talked(client)
    made = await client.runs.create(thread_id, "stylist", input=said("slowly"), metadata={"n": 1})
    assert (made["status"], made["multitask_strategy"]) == ("pending", "enqueue")
    assert contents(await client.runs.join(thread_id, made["run_id"])) == ["slowly", "you said slowly"]
    assert await client.runs.list(thread_id, status="success", select=["run_id", "status"]) == [
        {"run_id": made["run_id"], "status": "success"}
    ]
    assert await client.runs.list(thread_id, status="timeout") == []
    alone = await client.runs.create(None, "stylist", input=said("gone"))

    async def gone() -> bool:
        return alone["thread_id"] not in [thread["thread_id"] for thread in await client.threads.search()]

    await until(gone)

"""The official client against the application: assistants, threads, runs, streams, history."""

import asyncio
from typing import Any
from uuid import uuid4

import httpx
import pytest
from langgraph_sdk.client import LangGraphClient
from langgraph_sdk.errors import ConflictError, NotFoundError

from server import live


def said(text: str) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": text}]}


def contents(values: dict[str, Any]) -> list[str]:
    return [message["content"] for message in values["messages"]]


async def test_the_one_assistant_is_found_by_name_and_by_id(client: LangGraphClient) -> None:
    (found,) = await client.assistants.search(graph_id="stylist")
    assert await client.assistants.get("stylist") == await client.assistants.get(found["assistant_id"]) == found
    assert await client.assistants.search(graph_id="cook") == []
    with pytest.raises(NotFoundError):
        await client.assistants.get("cook")


async def test_graph_and_schemas_are_those_of_the_graph(client: LangGraphClient) -> None:
    drawing = await client.assistants.get_graph("stylist")
    assert {node["id"] for node in drawing["nodes"]} == {"__start__", "listen", "reply", "__end__"}
    schemas = await client.assistants.get_schemas("stylist")
    assert "looks" in schemas["context_schema"]["properties"]
    assert set(schemas["input_schema"]["properties"]) == {"messages"}
    assert "secret" in schemas["state_schema"]["properties"]


async def test_a_run_puts_out_the_reply_and_nothing_that_the_graph_keeps_for_itself(client: LangGraphClient) -> None:
    thread = await client.threads.create()
    output = await client.runs.wait(thread["thread_id"], "stylist", input=said("hello"))
    assert contents(output) == ["hello", "you said hello"]
    assert set(output) == {"messages", "looks"}


async def test_a_thread_remembers_and_another_knows_nothing(client: LangGraphClient) -> None:
    one, two = [await client.threads.create() for _ in range(2)]
    await client.runs.wait(one["thread_id"], "stylist", input=said("a"))
    await client.runs.wait(one["thread_id"], "stylist", input=said("b"))
    other = await client.runs.wait(two["thread_id"], "stylist", input=said("c"))
    state = await client.threads.get_state(one["thread_id"])
    assert contents(state["values"]) == ["a", "you said a", "b", "you said b"]
    assert contents(other) == ["c", "you said c"]


async def test_two_runs_at_once_on_one_thread_are_both_in_its_history(client: LangGraphClient) -> None:
    thread_id = (await client.threads.create())["thread_id"]
    outputs = await asyncio.gather(
        *(client.runs.wait(thread_id, "stylist", input=said(text)) for text in ("first slowly", "second"))
    )
    state = await client.threads.get_state(thread_id)
    assert contents(state["values"]) == ["first slowly", "you said first slowly", "second", "you said second"]
    assert [len(output["messages"]) for output in outputs] == [2, 4]


async def test_reject_refuses_a_second_run_while_the_first_is_under_way(client: LangGraphClient) -> None:
    thread_id = (await client.threads.create())["thread_id"]
    first = asyncio.create_task(client.runs.wait(thread_id, "stylist", input=said("slowly")))
    await asyncio.sleep(0.05)
    assert (await client.threads.get(thread_id))["status"] == "busy"
    with pytest.raises(httpx.HTTPStatusError) as refused:
        await client.runs.wait(thread_id, "stylist", input=said("now"), multitask_strategy="reject")
    assert refused.value.response.status_code == 409
    with pytest.raises(ConflictError):
        await client.threads.delete(thread_id)
    await first
    assert (await client.threads.get(thread_id))["status"] == "idle"


async def test_a_stream_begins_with_metadata_ends_with_end_and_has_what_was_asked(client: LangGraphClient) -> None:
    thread_id = (await client.threads.create())["thread_id"]
    created: list[Any] = []
    modes = ["values", "updates", "messages-tuple", "custom"]
    events = [
        event
        async for event in client.runs.stream(
            thread_id, "stylist", input=said("hi"), stream_mode=modes, on_run_created=created.append
        )
    ]
    names = [event.event for event in events]
    assert (names[0], names[-1]) == ("metadata", "end")
    assert set(names) == {"metadata", "values", "updates", "messages", "custom", "end"}
    assert events[0].data == {"run_id": created[0]["run_id"], "attempt": 1}
    message, metadata = next(event.data for event in events if event.event == "messages")
    assert (message["content"], message["type"], metadata["langgraph_node"]) == ("you said hi", "ai", "reply")
    assert next(event.data for event in events if event.event == "custom") == {"stage": "listening"}


async def test_a_stream_has_only_the_modes_asked_for(client: LangGraphClient) -> None:
    events = client.runs.stream(None, "stylist", input=said("hi"), stream_mode="updates")
    assert {event.event async for event in events} == {"metadata", "updates", "end"}


async def test_a_failed_run_says_so_without_quoting_anybody(client: LangGraphClient, caplog: Any) -> None:
    thread_id = (await client.threads.create())["thread_id"]
    events = [event async for event in client.runs.stream(thread_id, "stylist", input=said("fail, my dear"))]
    assert [event.event for event in events][-2:] == ["error", "end"]
    assert events[-2].data["error"] == "RuntimeError"
    assert "my dear" not in str(events[-2].data) + caplog.text
    with pytest.raises(Exception, match="RuntimeError"):
        await client.runs.wait(thread_id, "stylist", input=said("fail again"))
    statuses = [run["status"] for run in await client.runs.list(thread_id)]
    assert statuses == ["error", "error"]
    assert contents(await client.runs.wait(thread_id, "stylist", input=said("and now")))[-1] == "you said and now"


async def test_a_run_goes_on_when_its_client_leaves(client: LangGraphClient) -> None:
    thread_id = (await client.threads.create())["thread_id"]
    started = asyncio.Event()
    leaving = asyncio.create_task(
        client.runs.wait(thread_id, "stylist", input=said("slowly"), on_run_created=lambda _: started.set())
    )
    await asyncio.sleep(0.05)
    leaving.cancel()
    await client.runs.wait(thread_id, "stylist", input=said("after"))
    state = await client.threads.get_state(thread_id)
    assert contents(state["values"]) == ["slowly", "you said slowly", "after", "you said after"]


async def test_a_stateless_run_leaves_nothing_unless_it_is_to_be_kept(client: LangGraphClient) -> None:
    output = await client.runs.wait(None, "stylist", input=said("gone"))
    assert contents(output) == ["gone", "you said gone"]
    assert await client.threads.search() == []
    await client.runs.wait(None, "stylist", input=said("kept"), on_completion="keep")
    (kept,) = await client.threads.search()
    assert contents(kept["values"]) == ["kept", "you said kept"]


async def test_threads_are_made_found_and_forgotten(client: LangGraphClient, http: httpx.AsyncClient) -> None:
    thread = await client.threads.create(thread_id="mine", metadata={"graph_id": "stylist", "n": 1, "draft": True})
    assert await client.threads.create(thread_id="mine", if_exists="do_nothing") == thread
    with pytest.raises(ConflictError):
        await client.threads.create(thread_id="mine")
    await client.threads.create(metadata={"graph_id": "other"})
    for labels in ({"graph_id": "stylist"}, {"n": 1}, {"draft": True}, {"graph_id": "stylist", "n": 1.0}):
        assert [found["thread_id"] for found in await client.threads.search(metadata=labels)] == ["mine"]
    for labels in ({"graph_id": "styl"}, {"n": 2}, {"draft": False}, {"missing": "x"}):
        assert await client.threads.search(metadata=labels) == []
    assert (await http.post("/threads/search", json={"metadata": {'a"] x': "1"}})).status_code == 422
    await client.threads.delete("mine")
    with pytest.raises(NotFoundError):
        await client.threads.get("mine")


async def test_a_run_on_an_unknown_thread_is_refused_unless_it_may_make_it(client: LangGraphClient) -> None:
    with pytest.raises(httpx.HTTPStatusError) as refused:
        await client.runs.wait(str(uuid4()), "stylist", input=said("hi"))
    assert refused.value.response.status_code == 404
    await client.runs.wait("new", "stylist", input=said("hi"), if_not_exists="create")
    assert (await client.threads.get("new"))["status"] == "idle"


async def test_history_has_a_checkpoint_per_turn_that_can_be_gone_back_to(client: LangGraphClient) -> None:
    thread_id = (await client.threads.create())["thread_id"]
    for text in ("a", "b"):
        await client.runs.wait(thread_id, "stylist", input=said(text))
    history = await client.threads.get_history(thread_id)
    assert [len(state["values"].get("messages", [])) for state in history] == [4, 2, 0]
    assert history[0]["parent_checkpoint"] == history[1]["checkpoint"]
    edited = await client.runs.wait(thread_id, "stylist", input=said("c"), checkpoint=history[1]["checkpoint"])
    assert contents(edited) == ["a", "you said a", "c", "you said c"]
    first = await client.runs.wait(thread_id, "stylist", input=said("d"), checkpoint=history[2]["checkpoint"])
    assert contents(first) == ["d", "you said d"]


async def test_the_same_message_twice_is_refused(client: LangGraphClient, http: httpx.AsyncClient) -> None:
    thread_id = (await client.threads.create())["thread_id"]
    message = {"role": "user", "content": "once", "id": str(uuid4())}
    body = {"assistant_id": "stylist", "input": {"messages": [message]}}
    answers = [await http.post(f"/threads/{thread_id}/runs/wait", json=body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 409]
    assert answers[0].json()["messages"][0]["id"] == message["id"]


async def test_runs_are_listed_newest_first_and_read_one_by_one(client: LangGraphClient) -> None:
    thread_id = (await client.threads.create())["thread_id"]
    for text in ("a", "b"):
        await client.runs.wait(thread_id, "stylist", input=said(text), metadata={"text": text})
    newest, oldest = await client.runs.list(thread_id)
    assert (newest["metadata"], oldest["metadata"]) == ({"text": "b"}, {"text": "a"})
    assert await client.runs.get(thread_id, newest["run_id"]) == newest
    assert newest["status"] == "success"
    with pytest.raises(NotFoundError):
        await client.runs.get(thread_id, str(uuid4()))


async def test_a_quiet_stream_is_kept_open(http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "HEARTBEAT_S", 0.01)
    body = {"assistant_id": "stylist", "input": said("slowly")}
    stream = (await http.post("/runs/stream", json=body)).text
    assert stream.startswith("event: metadata\r\ndata: {")
    assert "\r\n\r\n: waiting\r\n\r\n" in stream


async def test_two_first_messages_at_once_on_a_thread_to_be_made_are_both_answered(client: LangGraphClient) -> None:
    thread_id = str(uuid4())
    outputs: Any = await asyncio.gather(
        *(client.runs.wait(thread_id, "stylist", input=said(text), if_not_exists="create") for text in ("one", "two"))
    )
    assert sorted(len(output["messages"]) for output in outputs) == [2, 4]

"""Threads and streams of a real `langgraph dev` around the stylist, as our documents."""

import asyncio
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from langgraph_sdk import get_client

from bench.servers import langgraph_dev
from evals import traces
from evals.server_traces import from_events, from_history

WEDDING = "A navy outfit for a wedding in Lisbon in May, under 300 euros"
PREVIEW = "preview the first one"
MODES = ["debug", "tasks", "updates", "values"]


class Seen(NamedTuple):
    """What the server gave: two turns' streams, the thread's states, its last state."""

    events: list[dict[str, Any]]
    modes: list[dict[str, Any]]
    history: list[Any]
    state: Any


async def look_at(url: str) -> Seen:
    async with get_client(url=url, api_key=None) as client:
        thread = (await client.threads.create())["thread_id"]

        async def turn(text: str, modes: Any) -> list[dict[str, Any]]:
            asked = {"messages": [{"role": "user", "content": text}]}
            stream = client.runs.stream(thread, "stylist", input=asked, stream_mode=modes)
            return [{"event": event.event, "data": event.data} async for event in stream]

        events, modes = await turn(WEDDING, ["events"]), await turn(PREVIEW, MODES)
        history = list(await client.threads.get_history(thread, limit=100))
        return Seen(events, modes, history, await client.threads.get_state(thread))


@pytest.fixture(scope="module")
def seen() -> Iterator[Seen]:
    with langgraph_dev("graph.studio:graph") as server:
        yield asyncio.run(look_at(server.url))


def test_a_history_is_read_run_by_run_with_steps_and_times(seen: Seen) -> None:
    first, second = from_history(seen.history)
    assert [traces.said(one) for one in (first, second)] == [WEDDING, PREVIEW]
    assert traces.nodes(first)[:3] == ["recall", "understand", "read_conditions"]
    assert traces.nodes(first)[-3:] == ["check", "merge", "remember"]
    assert {"merge", "preview"} in map(set, traces.steps(second))
    assert first["duration_ms"] > 0 and all(visit.duration_ms is not None for visit in traces.visits(first))
    assert traces.outputs(first)["looks"] and traces.reply(first) == traces.outputs(first)["messages"][-1]["content"]
    assert traces.outputs(second)["preview"]["look_id"] == traces.outputs(first)["looks"][0]["id"]
    assert from_history(reversed(seen.history)) == [first, second]


def test_a_state_alone_tells_what_was_said_and_answered(seen: Seen) -> None:
    (only,) = from_history([seen.state])
    assert (traces.said(only), traces.nodes(only), only["duration_ms"]) == (PREVIEW, [], None)
    assert traces.outputs(only) == traces.outputs(from_history(seen.history)[-1])


def test_a_stream_of_events_tells_every_call(seen: Seen) -> None:
    document, (kept, _) = from_events(seen.events), from_history(seen.history)
    assert traces.steps(document) == traces.steps(kept)
    assert [call.tool for call in traces.tool_calls(document)] == ["read_weather", "read_event", "search_catalog"]
    assert traces.tool_calls(document, "read_weather")[0].arguments["place"] == "Lisbon"
    assert traces.models(document)["style"] == ["house"]
    (asked,) = traces.model_calls(document, "understand")
    assert WEDDING in asked.messages[-1]["content"] and '"place":"Lisbon"' in asked.text
    assert traces.outputs(document) == traces.outputs(kept)
    assert "person" not in traces.outputs(document)


def of_modes(seen: Seen, *modes: str) -> list[dict[str, Any]]:
    return [event for event in seen.modes if event["event"] in {*modes, "metadata"}]


def test_a_stream_of_debug_tells_times_and_of_tasks_the_branches(seen: Seen) -> None:
    kept = from_history(seen.history)[-1]
    debug, tasks = from_events(of_modes(seen, "debug")), from_events(of_modes(seen, "tasks", "values"))
    assert traces.steps(debug) == traces.steps(tasks) == traces.steps(kept)
    assert set(map(frozenset, traces.side_by_side(debug))) == {frozenset({"merge", "preview"})}
    assert debug["id"] == tasks["id"] == kept["id"]
    assert debug["duration_ms"] > 0 and tasks["duration_ms"] is None
    assert traces.outputs(debug)["preview"] == traces.outputs(tasks)["preview"] == traces.outputs(kept)["preview"]


def test_a_stream_of_updates_tells_the_nodes_and_the_reply(seen: Seen) -> None:
    kept, alone = from_history(seen.history)[-1], from_events(of_modes(seen, "updates"))
    assert sorted(traces.nodes(alone)) == sorted(traces.nodes(kept))
    assert traces.reply(alone) == traces.reply(kept)


def test_a_stream_of_nothing_but_values_is_refused(seen: Seen) -> None:
    with pytest.raises(ValueError, match="values"):
        from_events(of_modes(seen, "values"))


def test_where_no_run_is_named_each_input_begins_one() -> None:
    def state(step: int, source: str, task: str | None, error: str | None = None) -> dict[str, Any]:
        tasks = [{"id": f"{step}", "name": task, "result": {"messages": ["hi"]}, "error": error}] if task else []
        return {"metadata": {"step": step, "source": source}, "values": {}, "tasks": tasks}

    first = [state(-1, "input", "__start__"), state(0, "loop", "recall"), state(1, "loop", None)]
    second = [state(2, "input", "__start__"), state(3, "loop", "recall", "ValueError"), state(4, "update", None)]
    documents = from_history([*second, *first])
    assert [traces.nodes(one) for one in documents] == [["recall"], ["recall"]]
    assert [one["error"] for one in documents] == [None, "ValueError"]
    assert traces.visits(documents[0])[0].step == 1

"""What a client sees of streams: the events of every mode, their order, and what is left after a broken connection."""

from collections.abc import AsyncIterator
from itertools import groupby
from typing import Any

from langgraph_sdk.client import LangGraphClient

from tests.conformance.client import STYLIST, Sight, said, text_of, until

QUIET = {"end"}  # said by some servers, asked for by no client


async def values_streamed(see: Sight) -> Any:
    async with see.client() as client:
        events = await seen(client.runs.stream(None, STYLIST, input=said("hello"), stream_mode="values"))
        return [kinds(events), sorted(events[0].data), text_of(events[-1].data)]


async def updates_streamed(see: Sight) -> Any:
    async with see.client() as client:
        events = await seen(client.runs.stream(None, STYLIST, input=said("hello"), stream_mode="updates"))
        return [kinds(events), [sorted(event.data) for event in events[1:]]]


async def tokens_streamed(see: Sight) -> Any:
    async with see.client() as client:
        stream = client.runs.stream(
            None, STYLIST, input=said("hello"), stream_mode=["messages-tuple", "values"], stream_subgraphs=True
        )
        events = await seen(stream)
        tokens = [event.data for event in events if event.event.startswith("messages")]
        output = next(event.data for event in reversed(events) if event.event == "values")
        return [
            "".join(token[0]["content"] for token in tokens) == text_of(output),
            len({token[0]["id"] for token in tokens}),
            tokens[0][1]["langgraph_node"],
            tokens[0][0]["type"],
        ]


async def custom_streamed(see: Sight) -> Any:
    async with see.client() as client:
        events = await seen(client.runs.stream(None, STYLIST, input=said("hello"), stream_mode="custom"))
        return [kinds(events), events[-1].data]


async def tasks_streamed(see: Sight) -> Any:
    async with see.client() as client:
        events = await seen(client.runs.stream(None, STYLIST, input=said("hello"), stream_mode="tasks"))
        return [(event.event, event.data["name"], "result" in event.data) for event in events[1:]]


async def checkpoints_streamed(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        events = await seen(client.runs.stream(name, STYLIST, input=said("hello"), stream_mode="checkpoints"))
        return [kinds(events), sorted({"config", "values", "next", "tasks", "metadata"} & set(events[-1].data))]


async def debug_streamed(see: Sight) -> Any:
    async with see.client() as client:
        events = await seen(client.runs.stream(None, STYLIST, input=said("hello"), stream_mode="debug"))
        return sorted({event.data["type"] for event in events[1:]})


async def events_streamed(see: Sight) -> Any:
    async with see.client() as client:
        events = await seen(client.runs.stream(None, STYLIST, input=said("hello"), stream_mode="events"))
        return sorted({event.data["event"] for event in events[1:]})


async def modes_together(see: Sight) -> Any:
    async with see.client() as client:
        modes: Any = ["values", "updates", "messages-tuple", "custom", "tasks", "checkpoints", "debug", "events"]
        events = await seen(
            client.runs.stream(None, STYLIST, input=said("hello"), stream_mode=modes, stream_subgraphs=True)
        )
        return [events[0].event, sorted({event.event.partition("|")[0] for event in events})]


async def subgraphs_named(see: Sight) -> Any:
    async with see.client() as client:
        events = await seen(
            client.runs.stream(None, STYLIST, input=said("hello"), stream_mode="updates", stream_subgraphs=True)
        )
        return [event.event.partition(":")[0] for event in events[1:]]


async def failure_streamed(see: Sight) -> Any:
    async with see.client() as client:
        events = await seen(client.runs.stream(None, STYLIST, input=said("fail"), stream_mode="updates"))
        return [kinds(events), sorted({"error", "message"} & set(events[-1].data)), events[-1].data["error"]]


async def question_streamed(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        events = await seen(client.runs.stream(name, STYLIST, input=said("ask"), stream_mode=["updates", "values"]))
        answer = await seen(client.runs.stream(name, STYLIST, command={"resume": "red"}, stream_mode="values"))
        asked = [event.data for event in events if "__interrupt__" in event.data]
        return [[row["value"] for row in asked[0]["__interrupt__"]], text_of(answer[-1].data)]


async def run_joined_by_its_stream(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        run = await client.runs.create(name, STYLIST, input=said("wait"), stream_mode=["values"], stream_resumable=True)
        events = await seen(client.runs.join_stream(name, run["run_id"], stream_mode="values"))
        return [events[-1].event, text_of(events[-1].data)]


async def stream_taken_up_again(see: Sight) -> Any:
    """A reader leaves after two events and comes back with the id of the second, which a pause parts from the next.

    Within one millisecond `langgraph dev` gives several events the same id, so that elsewhere chance would decide.
    """
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        modes: Any = ["values", "messages-tuple"]
        run = await client.runs.create(
            name, STYLIST, input=said("wait"), stream_mode=modes, stream_subgraphs=True, stream_resumable=True
        )
        everything = await seen(client.runs.join_stream(name, run["run_id"], last_event_id="-1"))
        await until(lambda: _done(client, name, run["run_id"]))
        rest = await seen(client.runs.join_stream(name, run["run_id"], last_event_id=everything[1].id))
        return [event.id for event in rest] == [event.id for event in everything[2:]]


async def stream_of_a_finished_run(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        await client.runs.wait(name, STYLIST, input=said("hello"))
        (run,) = await client.runs.list(name)
        events = await seen(client.runs.join_stream(name, run["run_id"], stream_mode="values"))
        return [event.event for event in events if event.event == "error"]


async def seen(stream: AsyncIterator[Any]) -> list[Any]:
    return [event async for event in stream if event.event not in QUIET]


def kinds(events: list[Any]) -> list[str]:
    """Names of events in order, repetitions once."""
    return [name for name, _ in groupby(event.event for event in events)]


async def _done(client: LangGraphClient, thread: str, run: str) -> bool:
    return (await client.runs.get(thread, run))["status"] == "success"


CHECKS = [
    values_streamed, updates_streamed, tokens_streamed, custom_streamed, tasks_streamed, checkpoints_streamed,
    debug_streamed, events_streamed, modes_together, subgraphs_named, failure_streamed, question_streamed,
    run_joined_by_its_stream, stream_taken_up_again, stream_of_a_finished_run,
]  # fmt: skip

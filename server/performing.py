"""How the graph carries out one run: from its record to the parts that it streams. Knows nothing of records' fate."""

from collections.abc import AsyncIterator
from typing import Any, cast

from langchain_core.runnables import RunnableConfig
from langgraph.types import Command, Send, StreamMode

from graph import running
from graph.context import Context
from graph.services import Services
from server.live import LiveRun
from server.records import RunRecord

Part = dict[str, Any]


async def perform(services: Services, live: LiveRun) -> None:
    """Runs the graph; what it says goes to `live`, also that it waits for somebody."""
    asked = live.record.asked
    context = Context(**asked["context"])
    config = running.run_config(live.record.caller, live.record.thread_id, live.record.run_id, services)
    given = input_of(asked)
    if live.record.attempts and await got_somewhere(services, live.record):
        given = None
    elif asked["checkpoint_id"]:
        config["configurable"]["checkpoint_id"] = asked["checkpoint_id"]
    options = {
        "context": context,
        "stream_mode": sorted((live.modes - {"events"}) | {"values"}),
        "output_keys": services.graph.output_channels,
        "interrupt_before": asked["interrupt_before"],
        "interrupt_after": asked["interrupt_after"],
        "durability": asked["durability"] or services.durability(context),
    }
    stream = with_events if "events" in live.modes else parts
    async for part in stream(services, given, config, options, asked["subgraphs"]):
        live.take(part)
    if asked["interrupt_before"] or asked["interrupt_after"]:
        live.waits = live.waits or bool((await services.graph.aget_state(at(live.record.thread_id))).next)


async def parts(
    services: Services, given: Any, config: RunnableConfig, options: dict[str, Any], subgraphs: bool
) -> AsyncIterator[Part]:
    """The graph's stream as `{type, ns, data}`, and `interrupts` beside values."""
    async for part in services.graph.astream(given, config, subgraphs=subgraphs, version="v2", **options):
        yield cast("Part", part)


async def with_events(
    services: Services, given: Any, config: RunnableConfig, options: dict[str, Any], subgraphs: bool
) -> AsyncIterator[Part]:
    """The same with LangChain's own events among it, which carry the other modes inside those of the root."""
    stream = services.graph.astream_events(given, config, version="v2", subgraphs=True, **options)
    async for event in stream:
        if event["event"] == "on_chain_stream" and not event["parent_ids"]:
            namespace, mode, data = event["data"]["chunk"]
            if subgraphs or not namespace:
                yield unwrapped(namespace, mode, data)
        yield {"type": "events", "ns": (), "data": event}


def unwrapped(namespace: tuple[str, ...], mode: StreamMode, data: Any) -> Part:
    """A part as `astream` gives it, from LangGraph's older tuple, which has interrupts among the values."""
    interrupts = data.get("__interrupt__", ()) if mode == "values" and isinstance(data, dict) else ()
    if interrupts:
        data = {key: value for key, value in data.items() if key != "__interrupt__"}
    return {"type": mode, "ns": namespace, "data": data, "interrupts": interrupts}


def input_of(asked: dict[str, Any]) -> Any:
    """What the graph is given: a message, an answer to its question, or nothing, to go on from where it stands."""
    if command := asked["command"]:
        return Command(
            resume=command.get("resume"), update=command.get("update"), goto=destinations(command.get("goto"))
        )
    return {"messages": [asked["message"]]} if asked["message"] else None


def destinations(goto: Any) -> list[Send | str]:
    several = goto if isinstance(goto, list) else [goto] if goto else []
    return [Send(one["node"], one.get("input")) if isinstance(one, dict) else one for one in several]


async def got_somewhere(services: Services, record: RunRecord) -> bool:
    """Whether an earlier attempt left a checkpoint to go on from, so that nothing is said to the graph twice."""
    latest = await services.checkpoints.aget_tuple(at(record.thread_id))
    return latest is not None and latest.metadata.get("run_id") == record.run_id


async def reached_its_end(services: Services, record: RunRecord) -> bool:
    """Whether an earlier attempt left nothing to do but to say so: all is answered, or it waits for somebody."""
    if not await got_somewhere(services, record):
        return False
    state = await services.graph.aget_state(at(record.thread_id))
    begun = (state.metadata or {}).get("source") == "loop"  # what was only taken in has no next step yet
    return begun and (not state.next or bool(state.interrupts))


def at(thread_id: str, checkpoint_id: str | None = None) -> RunnableConfig:
    """Where a thread is read: at a checkpoint of it, or at the latest."""
    where = {"checkpoint_id": checkpoint_id} if checkpoint_id else {}
    return {"configurable": {"thread_id": thread_id, "checkpoint_ns": "", **where}}

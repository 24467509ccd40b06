"""How a run is started and ended: its config, its desk, its trace, and what is kept of it."""

import time
from collections.abc import Mapping
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.config import get_config

from agents.ask import Desk
from agents.recording import Keep
from agents.roles import Agents
from agents.spending import spent_in
from graph.context import Context
from graph.services import Services
from graph.tracing import RunTracer
from stores.caller import Caller, caller_in
from stores.checkpoints import begin, prune
from stores.training_records import Reply

RECURSION_LIMIT = 40
# Calls of models that a person waits for, one after the other; with a critique and advice there is one more.
MOST_CALLS, MOST_CALLS_JUDGING = 3, 4


def run_config(caller: Caller, thread_id: str, run_id: str, services: Services) -> RunnableConfig:
    """The config of one run. The caller goes in last, so that nobody else can be set by a client."""

    async def keep(document: dict[str, Any]) -> None:
        spent = spent_in(document, services.settings.prices)
        document["metadata"]["usage"] = {role: one.model_dump() for role, one in spent.items()}
        for observe in services.observers:
            observe(document)
        await services.traces.write(caller, thread_id, run_id, document)

    return {
        "run_name": "stylist",
        "recursion_limit": RECURSION_LIMIT,
        "callbacks": [RunTracer(keep)],
        "configurable": {"thread_id": thread_id, "caller": caller},
        "metadata": {"run_id": run_id},
    }


async def start(services: Services, thread_id: str) -> None:
    """Give a new thread its empty first checkpoint."""
    await begin(services.checkpoints, thread_id)


async def finish(services: Services, thread_id: str) -> None:
    """Keep one checkpoint of the turn that ended."""
    await prune(services.checkpoints, thread_id)


def agents_of(services: Services, context: Context | None, state: Mapping[str, Any]) -> Agents:
    """The agents of this run at a desk with what is left of the turn's time."""
    context = context or Context()
    settings = services.settings
    timed_out = {row["model"] for row in state.get("degraded", []) if row["reason"].startswith("timeout")}
    desk = Desk(
        models=services.models,
        chosen=settings.roles | context.models,
        deadline=state.get("deadline") or time.time() + settings.turn_seconds,
        call_seconds=settings.call_seconds,
        silent=frozenset(timed_out),
        unread_words=settings.unread_words,
        calls_left=calls_left(state),
        keep=keeper(services),
    )
    return Agents(desk, context.prompts)


def keeper(services: Services) -> Keep | None:
    """Who keeps the replies of the run at hand for learning; nobody where none are kept, or where there is no run."""
    if not services.training_records.offered:
        return None
    try:
        config = get_config()
    except RuntimeError:
        return None
    caller, run = caller_in(config), str((config.get("metadata") or {}).get("run_id", ""))
    thread = str(config.get("configurable", {}).get("thread_id", ""))

    async def keep(reply: Reply) -> None:
        await services.training_records.keep(caller, thread, run, reply)

    return keep


def calls_left(state: Mapping[str, Any]) -> int:
    """How many calls of models a turn may still make before its reply, whose own call comes on top."""
    judged = bool(state.get("critique"))
    return (MOST_CALLS_JUDGING if judged else MOST_CALLS) - 1 - len(state.get("asked") or [])

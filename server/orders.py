"""From what a client sends to an order that can be recorded: every check of a run, its photos last.

Knows no records and carries nothing out.
"""

from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import uuid4

from langgraph.types import StateSnapshot
from pydantic import ValidationError

from graph.context import Context
from graph.services import Services
from graph.settings import Settings
from server.assistants import Assistant
from server.database import now
from server.fetch import fetch_picture
from server.ingress import Door, receive, receive_update, refusal
from server.performing import at
from server.problems import Problem
from server.protocol.payloads import RunPayload, Strategy
from server.records import RunRecord
from stores.caller import Caller

EVERY = "*"


@dataclass(frozen=True)
class Order:
    """What a run is asked to do, after every check; JSON-able but for the caller."""

    caller: Caller
    thread_id: str
    assistant_id: str
    context: dict[str, Any]
    message: dict[str, Any] | None = None
    command: dict[str, Any] | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    checkpoint_id: str | None = None
    interrupt_before: list[str] | str | None = None
    interrupt_after: list[str] | str | None = None
    durability: str | None = None
    modes: tuple[str, ...] = ()
    subgraphs: bool = False
    resumable: bool = False
    strategy: Strategy = "enqueue"
    keep: bool = True
    again: bool = False

    def record(self) -> RunRecord:
        """A pending run that could be carried out again from this alone."""
        apart = {"caller", "thread_id", "assistant_id", "metadata", "again"}
        return RunRecord(
            run_id=str(uuid4()),
            thread_id=self.thread_id,
            assistant_id=self.assistant_id,
            message_id=self.message["id"] if self.message and not self.again else None,
            caller=self.caller,
            status="pending",
            attempts=0,
            created_at=now(),
            updated_at=now(),
            metadata=self.metadata,
            asked={key: value for key, value in vars(self).items() if key not in apart},
        )


async def place_order(
    payload: RunPayload, assistant: Assistant, caller: Caller, thread_id: str, services: Services, *, keep: bool = True
) -> Order:
    """The order for a run on a thread, over the context of its assistant. Raises `Problem`, `BadPhoto`."""
    payload.refuse_undone()
    if "events" in payload.modes():
        require_editor(caller, "stream_mode events, which shows what models are told")
    check_config(payload.config or {}, thread_id)
    context = read_context(assistant.context | (payload.context or {}), caller, services.settings)
    before, after = (read_nodes(nodes, services) for nodes in (payload.interrupt_before, payload.interrupt_after))
    command = await read_command(payload, caller, services)
    again = await read_start(payload, thread_id, services)
    message = again or await read_message(payload, caller, services)
    return Order(
        caller=caller,
        thread_id=thread_id,
        assistant_id=assistant.assistant_id,
        context=context,
        message=message,
        command=command,
        metadata=payload.metadata or {},
        checkpoint_id=payload.start(),
        interrupt_before=before,
        interrupt_after=after,
        durability=payload.durable(),
        modes=payload.modes(),
        subgraphs=payload.stream_subgraphs,
        resumable=payload.stream_resumable,
        strategy=payload.multitask_strategy,
        keep=keep,
        again=again is not None,
    )


async def read_message(payload: RunPayload, caller: Caller, services: Services) -> dict[str, Any] | None:
    """What the person says, where they say something."""
    if payload.input is None:
        return None
    return await receive(payload.input, caller, door_of(services))


def door_of(services: Services) -> Door:
    """How messages come in, by the operator's settings."""
    settings, photos = services.settings, services.photos
    fetch = partial(fetch_picture, max_bytes=photos.max_bytes) if settings.fetch_photos else None
    return Door(photos, settings.max_message_chars, fetch)


async def read_start(payload: RunPayload, thread_id: str, services: Services) -> dict[str, Any] | None:
    """Checks that the run has something to begin with; returns the message to answer once more, where that is it."""
    start = payload.start()
    nothing_said = payload.input is None and payload.command is None
    if not start and not nothing_said:
        return None
    snapshot = await services.graph.aget_state(at(thread_id, start))
    if start and snapshot.created_at is None:
        raise Problem(404, "no_checkpoint", f"Thread {thread_id} has no checkpoint {start}. Read its history first.")
    if not nothing_said or snapshot.next:
        return None
    if start and (message := await said_next(services, thread_id, snapshot)):
        return message
    raise refusal("There is no `input`, and nothing on this thread to go on with. Send a message.")


def check_config(config: dict[str, Any], thread_id: str) -> None:
    """Who asks and where a run is kept is the server's to say; a client configures a run by `context`."""
    configurable = config.get("configurable") or {}
    if not isinstance(configurable, dict) or set(configurable) - {"thread_id"}:
        raise refusal("`config.configurable` takes no keys here. Put what the run may set into `context`.")
    if configurable.get("thread_id", thread_id) != thread_id:
        raise refusal("`config.configurable.thread_id` is not the thread of this run. Leave it out.")


def check_assistant_config(config: dict[str, Any]) -> None:
    if any(config.values()):
        raise refusal("`config` takes no keys here. Put what runs may set into `context`.")


def read_context(context: dict[str, Any], caller: Caller, settings: Settings) -> dict[str, Any]:
    """What the client set, and only that, so that defaults stay the operator's. Raises `Problem`."""
    try:
        chosen = Context(**context).model_dump(mode="json", exclude_unset=True)
    except ValidationError as error:
        faults = [f"context.{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
        known = ", ".join(Context.model_fields)
        raise refusal(f"{'; '.join(faults)}. A run may set: {known}.", "bad_context") from error
    check_rights(chosen, caller, settings)
    return chosen


def check_rights(context: dict[str, Any], caller: Caller, settings: Settings) -> None:
    """Models by registered name only; prompts for those who may edit them."""
    for key, value in context.items():
        if key.startswith("prompt_"):
            require_editor(caller, f"context.{key}")
        if key.split("_")[0] == "model" and value and value not in settings.registry:
            known = ", ".join(sorted(settings.registry))
            raise refusal(f"context.{key}: no model is registered as {value!r}. There are: {known}.", "unknown_model")


def require_editor(caller: Caller, what: str) -> None:
    """Raises `Problem` (403) for a caller who only talks to the stylist."""
    if "edit_prompts" not in caller.rights:
        raise Problem(403, "not_allowed", f"{what}: this key has not the right `edit_prompts`.")


async def read_command(payload: RunPayload, caller: Caller, services: Services) -> dict[str, Any] | None:
    """A command as it may be recorded: an answer by anybody, nodes to go to by an editor, updates through the door."""
    command = payload.command
    if command is None:
        return None
    if payload.input is not None:
        raise refusal("Send `input` or `command`, not both.")
    if command.goto:
        require_editor(caller, "command.goto")
        check_nodes(command.nodes(), services)
    read = command.model_dump(exclude_unset=True)
    if command.update is not None:
        read["update"] = await read_update(dict(command.update), caller, services)
    return read


async def read_update(values: dict[str, Any], caller: Caller, services: Services) -> dict[str, Any]:
    """Values for the state of a thread: a message by anybody, other keys by an editor. Raises `Problem`, `BadPhoto`."""
    door = door_of(services)
    if "edit_prompts" not in caller.rights:
        message = await receive(values, caller, door)
        return {"messages": [message]}
    if unknown := sorted(set(values) - set(services.graph.builder.channels)):
        raise refusal(f"The state has no {', '.join(unknown)}. GET /assistants/stylist/schemas says what it has.")
    return await receive_update(values, caller, door)


def read_nodes(nodes: list[str] | str | None, services: Services) -> list[str] | str | None:
    """Nodes to stop at, or `*` for all. Raises `Problem` (422)."""
    if not nodes or nodes == EVERY:
        return nodes or None
    names = [nodes] if isinstance(nodes, str) else nodes
    check_nodes(names, services)
    return names


def check_nodes(names: list[str], services: Services) -> None:
    known = services.graph.builder.nodes
    if unknown := sorted(set(names) - set(known)):
        raise refusal(f"There is no node {', '.join(unknown)}. There are: {', '.join(known)}.")


async def said_next(services: Services, thread_id: str, snapshot: StateSnapshot) -> dict[str, Any] | None:
    """The message of the latest turn that began at a checkpoint, to answer it once more.

    A thread keeps one checkpoint per turn, so a client that wants another reply starts where the turn before ended.
    """
    start = snapshot.config["configurable"]["checkpoint_id"]
    known = len(snapshot.values.get("messages", ()))
    async for later in services.graph.aget_state_history(at(thread_id)):
        parent = (later.parent_config or {}).get("configurable", {}).get("checkpoint_id")
        if parent == start and len(messages := later.values.get("messages", ())) > known:
            said = messages[known]
            return {"type": "human", "id": said.id, "content": said.content}
    return None

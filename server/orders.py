"""From what a client sends to an order that can be recorded: every check of a run, its photos last.

Knows no graph and no records.
"""

from typing import Any

from pydantic import ValidationError

from graph.context import Context
from graph.settings import Settings
from server.desk import Desk
from server.ingress import receive, refusal
from server.problems import Problem
from server.protocol.payloads import RunPayload
from server.runs import Order
from stores.caller import Caller


async def place_order(payload: RunPayload, caller: Caller, thread_id: str, desk: Desk, keep: bool = True) -> Order:
    """The order for a run on a thread. Raises `Problem`, `BadPhoto`."""
    services = desk.services
    settings: Settings = services.settings
    payload.refuse_undone()
    check_config(payload.config or {}, thread_id)
    context = read_context(payload.context or {})
    check_rights(context, caller, settings)
    start = payload.start()
    if start and not await has_checkpoint(desk, thread_id, start):
        raise Problem(404, "no_checkpoint", f"Thread {thread_id} has no checkpoint {start}. Read its history first.")
    message = await receive(payload.input, caller, services.photos, settings.max_message_chars)
    return Order(
        caller=caller,
        thread_id=thread_id,
        message=message,
        context=context,
        metadata=payload.metadata or {},
        checkpoint_id=start,
        modes=payload.modes(),
        subgraphs=bool(payload.stream_subgraphs),
        alone=payload.multitask_strategy == "reject",
        keep=keep,
    )


def check_config(config: dict[str, Any], thread_id: str) -> None:
    """Who asks and where a run is kept is the server's to say; a client configures a run by `context`."""
    configurable = config.get("configurable") or {}
    if not isinstance(configurable, dict) or set(configurable) - {"thread_id"}:
        raise refusal("`config.configurable` takes no keys here. Put what the run may set into `context`.")
    if configurable.get("thread_id", thread_id) != thread_id:
        raise refusal("`config.configurable.thread_id` is not the thread of this run. Leave it out.")


def read_context(context: dict[str, Any]) -> dict[str, Any]:
    """What the client set, and only that, so that defaults stay the operator's."""
    try:
        return Context(**context).model_dump(mode="json", exclude_unset=True)
    except ValidationError as error:
        faults = [f"context.{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
        known = ", ".join(Context.model_fields)
        raise refusal(f"{'; '.join(faults)}. A run may set: {known}.", "bad_context") from error


def check_rights(context: dict[str, Any], caller: Caller, settings: Settings) -> None:
    """Models by registered name only; prompts for those who may edit them."""
    for key, value in context.items():
        if key.startswith("prompt_") and "edit_prompts" not in caller.rights:
            raise Problem(403, "not_allowed", f"context.{key}: this key has not the right `edit_prompts`.")
        if key.split("_")[0] == "model" and value and value not in settings.registry:
            known = ", ".join(sorted(settings.registry))
            raise refusal(f"context.{key}: no model is registered as {value!r}. There are: {known}.", "unknown_model")


async def has_checkpoint(desk: Desk, thread_id: str, checkpoint_id: str) -> bool:
    where = {"thread_id": thread_id, "checkpoint_ns": "", "checkpoint_id": checkpoint_id}
    return await desk.services.checkpoints.aget_tuple({"configurable": where}) is not None

"""The one `Auth` object: our server asks it who is calling; `langgraph.json` names it for every other LangGraph server.

Our own records filter by owner in their queries; the rules below make another server filter its records the same way.
"""

import asyncio
from contextlib import AsyncExitStack
from functools import cache
from typing import Any

from langgraph_sdk import Auth
from starlette.requests import Request

from graph.settings import Settings
from server.gate import Denied, Gate, open_gate
from stores.caller import Caller, known_caller

auth = Auth()

Filter = dict[str, str]


@auth.authenticate
async def authenticate(request: Request) -> Auth.types.MinimalUserDict:
    """Raises Denied."""
    gate = getattr(request.app.state, "gate", None) or await _process_gate()
    caller = await gate.caller(request)
    return {"identity": caller.id, "permissions": sorted(caller.rights), "is_authenticated": True}


async def caller_of(request: Request) -> Caller:
    """The caller of a request to our server, counted against their rate. Raises Denied, `Problem`."""
    user = await authenticate(request)
    caller = known_caller(user["identity"], user["permissions"])
    request.scope["caller"] = caller.key
    await request.app.state.rates.count(caller)
    return caller


@auth.on
async def nothing_else(ctx: Auth.types.AuthContext, value: Any) -> bool:
    """What has no rule of its own is not open to anybody."""
    return False


@auth.on.threads
async def own_threads(ctx: Auth.types.AuthContext, value: Any) -> Filter:
    """Threads and runs are made for their owner and found by their owner alone."""
    return owned(ctx, value)


@auth.on.threads.create_run
async def own_runs(ctx: Auth.types.AuthContext, value: Any) -> Filter:
    """Prompts are for those who may edit them, wherever a client writes them, and where `events` show them."""
    kwargs = value.get("kwargs") or {}
    configurable = (kwargs.get("config") or {}).get("configurable") or {}
    written = any(key.startswith("prompt_") for key in {**configurable, **(kwargs.get("context") or {})})
    if written or "events" in (kwargs.get("stream_mode") or ()):
        require(ctx, "edit_prompts")
    return owned(ctx, value)


@auth.on.assistants
async def edited_assistants(ctx: Auth.types.AuthContext, value: Any) -> bool:
    """An assistant holds prompts and settings, nothing of a person; all may read it."""
    if ctx.action not in {"read", "search"}:
        require(ctx, "edit_prompts")
    return True


@auth.on.store
async def own_items(ctx: Auth.types.AuthContext, value: Any) -> None:
    """Every namespace begins with its owner."""
    require(ctx, "person")
    value["namespace"] = (Caller(ctx.user.identity).key, *(value.get("namespace") or ()))


def owned(ctx: Auth.types.AuthContext, value: Any) -> Filter:
    """What is made is labelled with its owner, what is asked for is filtered by it. Raises Denied."""
    require(ctx, "person")
    label = {"owner": Caller(ctx.user.identity).key}
    metadata = value.get("metadata")
    if metadata is None:
        value["metadata"] = dict(label)
    else:
        metadata.update(label)  # in place: the server that asks keeps this very object
    return label


def require(ctx: Auth.types.AuthContext, right: str) -> None:
    """Raises Denied."""
    if right not in ctx.permissions:
        raise Denied(403, "not_allowed", f"This takes the right `{right}`.")


@cache
def _lock() -> asyncio.Lock:
    return asyncio.Lock()


# Another LangGraph server never says that it stops: what is opened here stays open as long as the process.
_stack = AsyncExitStack()
_open: list[Gate] = []


async def _process_gate() -> Gate:
    """The gate of a server that is not ours, by the process's settings."""
    async with _lock():
        if not _open:
            _open.append(await _stack.enter_async_context(open_gate(await asyncio.to_thread(Settings))))
    return _open[0]

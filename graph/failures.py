"""A node that may fail notes the reason and lets the turn go on."""

import logging
import traceback
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from langgraph.errors import GraphBubbleUp, is_invalid_resume

from agents.ask import Answer
from stores.vocabulary import Degraded

log = logging.getLogger(__name__)

P = ParamSpec("P")
S = TypeVar("S")
Update = dict[str, Any]
Node = Callable[Concatenate[S, P], Coroutine[Any, Any, Update]]


def degrades(role: str) -> Callable[[Node[S, P]], Node[S, P]]:
    """Wrap a node: an exception becomes an entry of `degraded`.

    An interrupt is an exception too, and goes through; so does an answer to it that does not fit, to be given again.
    """

    def wrap(node: Node[S, P]) -> Node[S, P]:
        @wraps(node)
        async def guarded(self: S, *args: P.args, **kwargs: P.kwargs) -> Update:
            try:
                return await node(self, *args, **kwargs)
            except GraphBubbleUp:
                raise
            except Exception as error:
                if is_invalid_resume(error):
                    raise
                log.warning("node %s failed: %s", role, describe(error))
                return {"degraded": [failure(role, error)]}

        return cast("Node[S, P]", guarded)

    return wrap


def failure(role: str, error: Exception) -> Update:
    """The entry of `degraded` for an exception: its kind, never its message, which may hold a person's words."""
    return Degraded(role=role, model="tool", reason=f"error: {type(error).__name__}").model_dump()


def noted(answer: Answer[Any], role: str) -> Update:
    """What an answer leaves in the state beside its reply: that a model was asked, and why it did not answer."""
    return {
        "degraded": [answer.failure.model_dump()] if answer.failure else [],
        "asked": [role] if answer.asked else [],
    }


def describe(error: Exception) -> str:
    """An error's type and where it arose, without its text, which may quote what a person wrote."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    return " < ".join([type(error).__name__, *(f"{f.name} ({f.filename}:{f.lineno})" for f in reversed(frames))])

"""LangSmith, where its key is set: runs are traced to it, without pixels. Where none is, nothing is ever sent.

LangChain traces wherever `LANGSMITH_TRACING` is true, key or not, so that a run without a key would knock at its door
too. Spans (`LANGSMITH_TRACING_MODE=otel`) go to whatever collector the process has, not to LangSmith, and are let be.
"""

import logging
import os
from collections.abc import Callable, Mapping
from typing import Any

from graph.tracing import ENCODED, SHORTEST_ENCODED

KEYS = ("LANGSMITH_API_KEY", "LANGCHAIN_API_KEY")
SWITCHES = ("LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING", "LANGCHAIN_TRACING")
MODES = ("LANGSMITH_TRACING_MODE", "LANGCHAIN_TRACING_MODE")

Hide = Callable[[dict[str, Any]], dict[str, Any]]

logger = logging.getLogger("maison.langsmith")
_open: list[Any] = []


def open_langsmith(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether runs of this process are traced to LangSmith from now on; asked again, as it was settled.

    With a key they are, unless `LANGSMITH_TRACING` is false; without one they never are.
    """
    from langsmith import configure

    asked = first_of(SWITCHES, environment).lower()
    if first_of(MODES, environment).lower() == "otel":
        return False
    if not has_key(environment):
        if asked == "true":
            logger.warning("LANGSMITH_TRACING is true and no LANGSMITH_API_KEY is set: nothing is traced to LangSmith")
            configure(enabled=False)
        return False
    if asked == "false":
        return False
    if not _open:
        _open.append(build_client())
        configure(client=_open[0], enabled=True)
    return True


def build_client(hide: Hide | None = None) -> Any:
    """A LangSmith client by the environment's key and address; everything goes through `hide`, else without pixels."""
    from langsmith import Client

    return Client(anonymizer=hide or without_pixels)


def has_key(environment: Mapping[str, str] = os.environ) -> bool:
    return bool(first_of(KEYS, environment))


def first_of(names: tuple[str, ...], environment: Mapping[str, str]) -> str:
    return next((told for name in names if (told := environment.get(name, "").strip())), "")


def without_pixels(value: Any) -> Any:
    """A copy of JSON with a word in the place of anything encoded."""
    if isinstance(value, str):
        hidden = len(value) >= SHORTEST_ENCODED
        return ENCODED.sub(lambda found: f"<{len(found[0])} characters left out>", value) if hidden else value
    if isinstance(value, dict):
        return {key: without_pixels(one) for key, one in value.items()}
    return [without_pixels(one) for one in value] if isinstance(value, list) else value

"""The graph as LangGraph Studio and any LangGraph server load it: the server brings its own memory of threads.

Studio has a data directory of its own, beside the service's, so that both can run at once.
"""

import asyncio
from contextlib import AsyncExitStack
from functools import cache
from pathlib import Path
from typing import Any

from langgraph.graph.state import CompiledStateGraph
from langgraph_sdk.runtime import ServerRuntime

from graph.build import build_graph
from graph.context import Context
from graph.services import Services, open_services
from graph.settings import Settings
from prompts.loader import refresh_prompts
from stores.catalog.ingest import ingest
from stores.catalog.versions import Versions
from stores.demo.feed import demo_rows
from stores.embeddings import TextEncoder
from stores.text_encoders import build_text_encoder


async def graph(runtime: ServerRuntime[Context]) -> CompiledStateGraph[Any, Any, Any, Any]:
    """The compiled graph over services that stay open as long as the process, with prompts as their files say now.

    Raises ValueError where a run begins while a prompt's file is broken; what only looks on sees the one before.
    """
    try:
        await asyncio.to_thread(refresh_prompts)
    except ValueError:
        if runtime.execution_runtime:
            raise
    return build_graph(await _services()).compile()


@cache
def _lock() -> asyncio.Lock:
    return asyncio.Lock()


# The server never says that it stops: what is opened here stays open as long as the process.
_stack = AsyncExitStack()
_open: list[Services] = []


async def _services() -> Services:
    async with _lock():
        if not _open:
            _open.append(await _stack.enter_async_context(open_services(await asyncio.to_thread(_settings))))
    return _open[0]


def _settings() -> Settings:
    """The process's settings over Studio's own directory, with the demo catalogue where there is none yet."""
    settings = Settings()
    directory = settings.data_dir.with_name(f"{settings.data_dir.name}-studio")
    _fill(directory / "catalog", build_text_encoder(settings.text_encoder))
    Context()  # its defaults are prompts, whose files are read here, where that may take a while
    return settings.model_copy(update={"data_dir": directory})


def _fill(directory: Path, embeddings: TextEncoder) -> None:
    if Versions(directory).current() is None:
        ingest(demo_rows(), directory, embeddings)

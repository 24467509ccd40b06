"""A LangGraph client of Maison: of the server that owns the data directory, or else of the application in this process.

Either way a turn takes the same road, with the same checks and the same records.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cli.directory import ready
from cli.failure import Failure, require_models

if TYPE_CHECKING:
    import httpx
    from langgraph_sdk.client import LangGraphClient

    from graph.settings import Settings

PATIENCE_S = 60  # for another command that is at work in the same directory
PAUSE_S = 0.2
TIMEOUT_S = 300


@asynccontextmanager
async def open_client(settings: "Settings") -> "AsyncIterator[LangGraphClient]":
    """Raises `Failure` where the directory stays in use."""
    from langgraph_sdk import get_client

    async with AsyncExitStack() as stack:
        if address := await claim(settings.data_dir, stack):
            key = settings.api_key.get_secret_value() if settings.api_key else None
            client = await stack.enter_async_context(get_client(url=address, api_key=key))
        else:
            client = await stack.enter_async_context(client_within(settings))
        yield client


@contextmanager
def refusals() -> Iterator[None]:
    """Turns what a call of the client raises into a `Failure` that a person can read."""
    import httpx

    try:
        yield
    except httpx.HTTPStatusError as error:
        raise Failure(detail(error)) from error
    except httpx.HTTPError as error:
        raise Failure(f"The server did not answer ({type(error).__name__}). `maison doctor` says who it is.") from error


async def claim(directory: Path, stack: AsyncExitStack) -> str:
    """The address of the server that owns the directory; empty once this process owns it."""
    from stores.lock import Owned, own, owner

    ready(directory)
    deadline = time.monotonic() + PATIENCE_S
    while True:
        if address := owner(directory):
            return address
        try:
            stack.enter_context(own(directory, ""))
        except Owned as error:
            if time.monotonic() > deadline:
                raise Failure(str(error)) from error
            await asyncio.sleep(PAUSE_S)
        else:
            return ""


@asynccontextmanager
async def client_within(settings: "Settings") -> "AsyncIterator[LangGraphClient]":
    """A client whose requests stay in this process: whoever may read the directory is its local person.

    Raises `Failure` for a model that cannot be.
    """
    import httpx
    from langgraph_sdk.client import LangGraphClient

    from cli.within import Within
    from server.app import create_app

    require_models(settings)
    app = create_app(settings.model_copy(update={"auth": "none"}))
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=Within(app), base_url="http://localhost", timeout=TIMEOUT_S) as http,
    ):
        yield LangGraphClient(http)


def detail(error: "httpx.HTTPStatusError") -> str:
    """What a problem response says."""
    try:
        return str(error.response.json()["detail"])
    except (ValueError, KeyError, TypeError):
        return f"The server answered {error.response.status_code}."

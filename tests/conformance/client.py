"""How the checks look at a server: the official client, and plain HTTP where it has no call."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from langgraph_sdk import get_client
from langgraph_sdk.client import LangGraphClient

STYLIST = "stylist"
PATIENCE_S = 15


@dataclass(frozen=True)
class Sight:
    """One server under observation."""

    url: str

    @asynccontextmanager
    async def client(self) -> AsyncIterator[LangGraphClient]:
        async with get_client(url=self.url, api_key=None) as client:
            yield client

    @asynccontextmanager
    async def http(self) -> AsyncIterator[httpx.AsyncClient]:
        async with httpx.AsyncClient(base_url=self.url, timeout=PATIENCE_S) as client:
            yield client


def said(text: str) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": text}]}


def text_of(values: Any) -> str:
    """The last message."""
    return str(values["messages"][-1]["content"])


async def status_of(call: Awaitable[Any]) -> int:
    """The HTTP status that a call of the client ended with."""
    try:
        await call
    except httpx.HTTPStatusError as error:
        return error.response.status_code
    return 200


async def until(holds: Callable[[], Awaitable[bool]]) -> bool:
    """Whether something came true in time."""
    for _ in range(PATIENCE_S * 10):
        if await holds():
            return True
        await asyncio.sleep(0.1)
    return False

"""Carries requests to an application in this process. An answer can be read while it is written, and be left."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from typing import Any

import httpx

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Callable[[], Awaitable[Message]], Send], Awaitable[None]]


class Within(httpx.AsyncBaseTransport):
    """A transport whose server is an ASGI application."""

    def __init__(self, app: Application) -> None:
        self._app = app

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        exchange = Exchange(await request.aread())
        exchange.begin(self._app(scope_of(request), exchange.receive, exchange.send))
        head = await exchange.head()
        return httpx.Response(head["status"], headers=head["headers"], stream=exchange)


class Exchange(httpx.AsyncByteStream):
    """One request and its answer, between the application and whoever reads."""

    def __init__(self, body: bytes) -> None:
        self._asked: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]
        self._answer: asyncio.Queue[Message | None] = asyncio.Queue()
        self._left = asyncio.Event()
        self._work: asyncio.Task[None]

    def begin(self, work: Awaitable[None]) -> None:
        self._work = asyncio.ensure_future(work)
        self._work.add_done_callback(lambda _: self._answer.put_nowait(None))

    async def receive(self) -> Message:
        if self._asked:
            return self._asked.pop()
        await self._left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        await self._answer.put(message)

    async def head(self) -> Message:
        """The beginning of the answer. Raises httpx.RemoteProtocolError where the application gave none."""
        head = await self._answer.get()
        if head is None:
            raise httpx.RemoteProtocolError("the application did not answer") from self._work.exception()
        return head

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while (message := await self._answer.get()) is not None:
            yield message.get("body", b"")
            if not message.get("more_body"):
                return

    async def aclose(self) -> None:
        self._left.set()
        await asyncio.wait([self._work])


def scope_of(request: httpx.Request) -> Message:
    """The request as ASGI describes it."""
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": request.url.scheme,
        "path": request.url.path,
        "raw_path": request.url.raw_path.partition(b"?")[0],
        "query_string": request.url.query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "server": (request.url.host, request.url.port or 80),
        "client": ("127.0.0.1", 0),
    }

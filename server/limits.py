"""How much one may ask: the size of a body, the pace of a client, requests per minute, runs at once.

Knows nothing of what a request means.
"""

import asyncio
import time
from collections import Counter
from contextlib import suppress
from math import ceil

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.problems import Problem, Unread, render
from stores.caller import Caller

RETRY_RUN_S = 5


class BodyLimit:
    """ASGI middleware: a body over `max_bytes` is answered with 413, announced or not; one that stalls, with 408."""

    def __init__(self, app: ASGIApp, max_bytes: int, patience_s: float) -> None:
        self.app = app
        self.max_bytes = max_bytes
        self.patience_s = patience_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = dict(scope["headers"]).get(b"content-length", b"0")
        if announced.isdigit() and int(announced) > self.max_bytes:
            await render(self.too_large())(scope, receive, send)
            return
        await self.app(scope, self.counted(receive), send)

    def counted(self, receive: Receive) -> Receive:
        """`receive`, raising the problem once more than the limit has come in, or nothing has for too long."""
        seen = 0
        whole = False

        async def count() -> Message:
            nonlocal seen, whole
            if whole:
                return await receive()  # what comes after the body is that the client leaves, whenever it likes
            try:
                message = await asyncio.wait_for(receive(), self.patience_s)
            except TimeoutError as error:
                raise Problem(408, "too_slow", "The body stopped coming. Send the request again.") from error
            seen += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            if seen > self.max_bytes:
                raise self.too_large()
            return message

        return count

    def too_large(self) -> Problem:
        limit = self.max_bytes / 2**20
        return Problem(413, "too_large", f"The request is over {limit:g} MB. Send a smaller photo, or one at a time.")


class SendLimit:
    """ASGI middleware: a client that takes nothing for `patience_s` is let go, so that it holds up nothing here."""

    def __init__(self, app: ASGIApp, patience_s: float) -> None:
        self.app = app
        self.patience_s = patience_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def patiently(message: Message) -> None:
            try:
                async with asyncio.timeout(self.patience_s):
                    await send(message)
            except TimeoutError as error:
                raise Unread from error

        await self.app(scope, receive, patiently)


class Rates:
    """Requests of each caller over the last minute; None is no limit."""

    def __init__(self, per_minute: int | None) -> None:
        from limits import RateLimitItemPerMinute
        from limits.aio.storage import MemoryStorage
        from limits.aio.strategies import SlidingWindowCounterRateLimiter

        self._item = RateLimitItemPerMinute(per_minute) if per_minute else None
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def count(self, caller: Caller) -> None:
        """Raises `Problem` (429)."""
        if self._item is None or await self._limiter.hit(self._item, caller.key):
            return
        window = await self._limiter.get_window_stats(self._item, caller.key)
        detail = f"More than {self._item.amount} requests came within a minute. Wait a little."
        raise Problem(429, "too_many_requests", detail, retry_after_s=max(1, ceil(window.reset_time - time.time())))


class Admission:
    """The runs under way, waiting ones included: so many of one caller (None is no limit), so many in all."""

    def __init__(self, per_caller: int | None, in_all: int) -> None:
        self._per_caller = per_caller
        self._in_all = in_all
        self._under_way: Counter[str] = Counter()
        self._closes_at: float | None = None
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def under_way(self) -> int:
        return self._under_way.total()

    def admit(self, caller: Caller) -> None:
        """Counts a new run of the caller, until `leave`. Raises `Problem` (429; 503 once closed)."""
        self.check(caller)
        self.readmit(caller)

    def check(self, caller: Caller) -> None:
        """Whether a run would be admitted. Raises `Problem` (429; 503 once closed)."""
        if self._closes_at is not None:
            raise Problem(503, "stopping", "The server is stopping. Try again.", retry_after_s=RETRY_RUN_S)
        if self._per_caller is not None and self._under_way[caller.key] >= self._per_caller:
            detail = f"You have {self._per_caller} runs under way. Wait for one to end, or cancel it."
            raise Problem(429, "too_many_runs", detail, retry_after_s=RETRY_RUN_S)
        if self.under_way >= self._in_all:
            detail = "The server has as many runs under way as it takes. Try again."
            raise Problem(429, "server_busy", detail, retry_after_s=RETRY_RUN_S)

    def readmit(self, caller: Caller) -> None:
        """Counts a run that was admitted before, by an earlier process."""
        self._under_way[caller.key] += 1
        self._idle.clear()

    def leave(self, caller: Caller) -> None:
        self._under_way[caller.key] -= 1
        self._under_way += Counter()  # drops who has none left
        if not self._under_way:
            self._idle.set()

    async def close(self, patience_s: float) -> None:
        """Admits nothing more, and waits for what is under way to end, as long as the first who closes has patience."""
        if self._closes_at is None:
            self._closes_at = time.monotonic() + patience_s
        with suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), self._closes_at - time.monotonic())

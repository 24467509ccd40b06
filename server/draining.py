"""A web server that stops in two steps: it takes no more runs and lets those under way end, then it closes."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from types import FrameType

import uvicorn

log = logging.getLogger("maison.server")


class DrainingServer(uvicorn.Server):
    """Calls `drain` at the first signal and closes when that is done; a second signal does not wait for it."""

    def __init__(self, config: uvicorn.Config, drain: Callable[[], Awaitable[None]]) -> None:
        super().__init__(config)
        self._drain = drain
        self._draining: asyncio.Future[None] | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Runs in the thread of the loop, wherever the signal happens to find it."""
        if self.started and not self.should_exit and self._draining is None:
            asyncio.get_running_loop().call_soon_threadsafe(self._begin)
        else:
            self.should_exit = True

    def _begin(self) -> None:
        log.info("stopping: no more runs are taken")
        self._draining = asyncio.ensure_future(self._drain_then_close())

    async def _drain_then_close(self) -> None:
        await self._drain()
        self.should_exit = True

"""Calling again what failed for a reason that passes: too many calls, a server in trouble, a line that broke.

Only for calls of which nothing has been used yet. Knows no model: errors are told by their status and their kind.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import count
from typing import Any, TypeVar

T = TypeVar("T")

PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
FIRST_WAIT_S, LONGEST_WAIT_S = 0.25, 8.0
# Connection errors of libraries that have no common class with Python's own.
_BROKEN_LINES = frozenset({"APIConnectionError", "ConnectError", "RemoteProtocolError", "ReadError", "WriteError"})


async def patiently(call: Callable[[], Awaitable[T]], *, retries: int, until: float) -> T:
    """The call's result; again after a pause, `retries` times at most and not past `until` on the loop's clock.

    Raises what the last call raised.
    """
    for attempt in count():
        try:
            return await call()
        except Exception as error:
            wait = pause(error, attempt)
            if attempt >= retries or wait is None or asyncio.get_running_loop().time() + wait >= until:
                raise
        await asyncio.sleep(wait)
    raise AssertionError("counting does not end")


def pause(error: Exception, attempt: int) -> float | None:
    """Seconds to wait before the call is made again; None where that would change nothing.

    Half of the pause is chance, so that those who failed together do not come back together.
    """
    if not passes(error):
        return None
    grown: float = min(FIRST_WAIT_S * 2**attempt, LONGEST_WAIT_S)
    return max(grown * random.uniform(0.5, 1), asked_to_wait(error))


def passes(error: Exception) -> bool:
    """Whether what failed may well work in a moment."""
    status = status_of(error)
    if status is not None:
        return status in PASSING
    return isinstance(error, ConnectionError) or any(kind.__name__ in _BROKEN_LINES for kind in type(error).__mro__)


def status_of(error: Exception) -> int | None:
    """The HTTP status that an error stands for."""
    for holder in (error, getattr(error, "response", None)):
        status = getattr(holder, "status_code", None)
        if isinstance(status, int):
            return status
    return None


def asked_to_wait(error: Exception) -> float:
    """Seconds that the server asks to wait (Retry-After, in seconds or as a date); 0 where it says nothing."""
    headers: Any = getattr(getattr(error, "response", None), "headers", None) or {}
    said = str(headers.get("retry-after") or "")
    try:
        return max(0.0, float(said))
    except ValueError:
        return _until(said)


def _until(said: str) -> float:
    try:
        moment = parsedate_to_datetime(said)
    except (TypeError, ValueError):
        return 0.0
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds())

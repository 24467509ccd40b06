"""One JSON object per line, each with the id of the request it belongs to, none with a person's words or a secret.

Our own modules log templates whose arguments are ids, counts and places. Of other people's loggers only the template
and the place are written, since what they fill in may quote anything; of an exception, its type and where it arose.
"""

import json
import logging
import re
import time
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, TextIO
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.failures import describe
from server.problems import route_of

OURS = {"maison", "graph", "agents", "tools", "prompts", "stores", "server", "cli", "uvicorn"}
FRAME = re.compile(r'^  File "(.+)", line (\d+), in (\S+)$', re.MULTILINE)
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

log = logging.getLogger("maison.access")
request_id: ContextVar[str | None] = ContextVar("request_id", default=None)

Observe = Callable[[str, str, int, float], None]


class JsonLines(logging.Formatter):
    """A record as one line of JSON; `extra={"fields": {...}}` adds keys."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": message(record),
            "request_id": request_id.get(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and isinstance(error := record.exc_info[1], Exception):
            line["error"] = describe(error)
        return json.dumps({key: value for key, value in line.items() if value is not None}, ensure_ascii=False)


def message(record: logging.LogRecord) -> str:
    """What a record says, as far as it is known to quote nobody."""
    if record.name.partition(".")[0] in OURS:
        text = record.getMessage()
        return condensed(text) if FRAME.search(text) else text
    place = f"{record.module}:{record.lineno}"
    return f"{place} {record.msg}" if record.args and isinstance(record.msg, str) else place


def condensed(trace: str) -> str:
    """Of a traceback that came as text, as a start that fails sends one, the error's type and where it arose."""
    *_, last = FRAME.finditer(trace)
    file, line, function = last.groups()
    said = next((line for line in trace[last.end() :].splitlines() if line and not line[0].isspace()), "Error")
    return f"{said.partition(':')[0]} < {function} ({file}:{line})"


def write_logs(stream: TextIO) -> None:
    """Everything that this process logs goes to `stream`, in place of what was set up before."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("maison").setLevel(logging.INFO)
    logging.captureWarnings(True)


class Logged:
    """ASGI middleware: gives a request its id, and tells how it went once the answer has left."""

    def __init__(self, app: ASGIApp, observe: Observe) -> None:
        self.app = app
        self.observe = observe

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        identity = chosen_id(Headers(scope=scope).get("x-request-id", ""))
        request_id.set(identity)
        begun, status = time.perf_counter(), 499  # a client that left before the answer began

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = identity
            await send(message)

        try:
            await self.app(scope, receive, watched)
        finally:
            self.tell(scope, status, time.perf_counter() - begun)

    def tell(self, scope: Scope, status: int, seconds: float) -> None:
        """The route's template is named, never the path: ids and words of people are in paths."""
        route = route_of(scope)
        self.observe(scope["method"], route, status, seconds)
        fields = {"method": scope["method"], "route": route, "status": status, "ms": round(seconds * 1000, 1)}
        log.info("request", extra={"fields": fields | {"caller": scope.get("caller")}})


def chosen_id(asked: str) -> str:
    """The client's own id, where it is one that can stand in a log."""
    return asked if REQUEST_ID.fullmatch(asked) else uuid4().hex

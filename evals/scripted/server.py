"""The scripted server: chat completions, whole and streamed, over sockets of its own, so that it can fail there too."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass, field
from typing import Any

from evals.scripted.answers import NOTHING, TOKEN, Said, request_in, say
from evals.scripted.obedient import obey
from evals.scripted.prints import prints_in
from evals.scripted.script import BadScript, Fault, Script, parse_script

REASONS = {200: "OK", 400: "Bad Request", 404: "Not Found", 429: "Too Many Requests", 500: "Internal Server Error"}
CUT_AFTER = 0.6
UNTOLD_TOKENS = 64
MOST_BODY = 64 * 2**20


@dataclass
class Call:
    """One call that was answered or failed; times in seconds of `time.monotonic`, zero where it never came to it."""

    role: str
    model: str
    fault: str | None
    streamed: bool
    structured: bool
    began: float
    first: float = 0.0
    ended: float = 0.0
    prompt_tokens: int = 0
    tokens: int = 0


@dataclass
class Backend:
    """What the server is told, and what was asked of it. Latencies in seconds."""

    first_token: float = 0.0
    per_token: float = 0.0
    hang: float = 3600.0
    retry_after: float = 0.0
    port: int = 0
    calls: list[Call] = field(default_factory=list)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def spec(self, model: str = "good") -> str:
        """The spec by which Maison speaks to a model here."""
        return f"vllm:{model}@{self.url}"

    def taken(self, role: str, model: str) -> int:
        """How often a model was called for a role before this call, which is counted."""
        self.counts[role, model] += 1
        return self.counts[role, model] - 1


@asynccontextmanager
async def open_backend(port: int = 0, **told: float) -> AsyncIterator[Backend]:
    """A running scripted server on loopback; `told` are the latencies of `Backend`."""
    backend, busy = Backend(**told), set[asyncio.Task[None]]()  # type: ignore[arg-type]

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(_converse(backend, reader, writer))
        busy.add(task)
        task.add_done_callback(busy.discard)

    server = await asyncio.start_server(accept, "127.0.0.1", port)
    backend.port = server.sockets[0].getsockname()[1]
    try:
        yield backend
    finally:
        server.close()
        for task in busy:
            task.cancel()
        await asyncio.gather(*busy, return_exceptions=True)


async def _converse(backend: Backend, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One connection, request after request, until either side ends it."""
    with suppress(ConnectionError, asyncio.IncompleteReadError):
        try:
            while (asked := await _read(reader)) is not None:
                if not await _route(backend, writer, *asked):
                    break
        finally:
            writer.close()


async def _read(reader: asyncio.StreamReader) -> tuple[str, bytes] | None:
    """Path and body of the next request."""
    line = (await reader.readline()).decode("latin-1").split()
    if len(line) < 2:
        return None
    length = 0
    while header := (await reader.readline()).decode("latin-1").strip():
        name, _, value = header.partition(":")
        if name.lower() == "content-length":
            length = min(int(value), MOST_BODY)
    return line[1], await reader.readexactly(length)


async def _route(backend: Backend, writer: asyncio.StreamWriter, path: str, body: bytes) -> bool:
    """Answer one request; False where the connection is to be closed."""
    if path.endswith("/chat/completions"):
        return await _complete(backend, writer, body)
    if path.endswith("/models"):
        await _send(writer, 200, {"object": "list", "data": [{"id": "good", "object": "model"}]})
    elif path.endswith("/calls"):
        await _send(writer, 200, [asdict(call) for call in backend.calls])
    else:
        await _send(writer, 404, _error("there is nothing here"))
    return True


async def _complete(backend: Backend, writer: asyncio.StreamWriter, body: bytes) -> bool:
    try:
        asked = json.loads(body)
        script = parse_script(asked["model"])
    except (ValueError, KeyError) as error:
        await _send(writer, 400, _error(str(error) if isinstance(error, BadScript) else "no chat completion request"))
        return True
    request = request_in(asked["messages"])
    role = request.kind if request is not None else "other"
    fault = script.fault(role, backend.taken(role, asked["model"]))
    call = _call(asked, role, fault)
    backend.calls.append(call)
    if fault == "hang":
        await asyncio.sleep(backend.hang)
        return False
    if fault in {"429", "500"}:
        after = {"Retry-After": str(backend.retry_after)} if fault == "429" else {}
        await _send(writer, int(fault), _error("not now"), after)
        return True
    most = asked.get("max_tokens") or asked.get("max_completion_tokens")
    said = _shortened(_said(request, script, fault, asked), most)
    speak = _stream if call.streamed else _whole
    return await speak(backend, writer, said, call, asked)


def _call(asked: dict[str, Any], role: str, fault: Fault | None) -> Call:
    return Call(
        role=role,
        model=asked["model"],
        fault=fault,
        streamed=bool(asked.get("stream")),
        structured=(asked.get("response_format") or {}).get("type") == "json_schema",
        began=time.monotonic(),
        prompt_tokens=len(json.dumps(asked["messages"])) // 4,
    )


def _said(request: Any, script: Script, fault: Fault | None, asked: dict[str, Any]) -> Said:
    if request is None:
        return Said(NOTHING * (script.say or UNTOLD_TOKENS))
    if script.obeys and fault is None:
        return Said(obey(request, asked["messages"], prints_in(asked["messages"])))
    return say(request, fault, asked["messages"])


def _shortened(said: Said, most: int | None) -> Said:
    tokens = said.tokens
    return Said("".join(tokens[:most]), "length") if most and len(tokens) > most else said


async def _whole(backend: Backend, writer: asyncio.StreamWriter, said: Said, call: Call, asked: dict[str, Any]) -> bool:
    tokens = said.tokens
    await _until(call.began + backend.first_token + len(tokens) * backend.per_token)
    if call.fault == "cut":
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(said.text) + 400}\r\n\r\n"
        writer.write(head.encode() + b'{"id": "cut", "choices": [{"message": {"content": "')
        await writer.drain()
        return False
    call.tokens, call.first, call.ended = len(tokens), time.monotonic(), time.monotonic()
    refused = said.text if said.refuses and call.structured else None
    message = {"role": "assistant", "content": None if refused else said.text, "refusal": refused}
    body = {
        **_head(asked, "chat.completion"),
        "choices": [{"index": 0, "message": message, "finish_reason": said.finish}],
        "usage": _usage(call),
    }
    await _send(writer, 200, body)
    return True


async def _stream(
    backend: Backend, writer: asyncio.StreamWriter, said: Said, call: Call, asked: dict[str, Any]
) -> bool:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
    head, tokens = _head(asked, "chat.completion.chunk"), TOKEN.findall(said.text)
    stop = _cut_at(tokens) if call.fault == "cut" else len(tokens)
    for number, token in enumerate(tokens[:stop]):
        await _until(call.began + backend.first_token + number * backend.per_token)
        call.first = call.first or time.monotonic()
        call.tokens = number + 1
        await _event(writer, head | {"choices": [{"index": 0, "delta": {"content": token}, "finish_reason": None}]})
    call.ended = time.monotonic()
    if call.fault == "cut":
        return False
    await _event(writer, head | {"choices": [{"index": 0, "delta": {}, "finish_reason": said.finish}]})
    if (asked.get("stream_options") or {}).get("include_usage"):
        await _event(writer, head | {"choices": [], "usage": _usage(call)})
    writer.write(b"e\r\ndata: [DONE]\n\n\r\n0\r\n\r\n")
    await writer.drain()
    return True


def _cut_at(tokens: list[str]) -> int:
    """Behind the price, where there is one: "It comes to 999"."""
    price = next((number for number, token in enumerate(tokens) if "999" in token), None)
    return price + 1 if price is not None else max(1, int(len(tokens) * CUT_AFTER))


async def _until(moment: float) -> None:
    if (left := moment - time.monotonic()) > 0:
        await asyncio.sleep(left)


def _head(asked: dict[str, Any], kind: str) -> dict[str, Any]:
    return {"id": "chatcmpl-scripted", "object": kind, "created": int(time.time()), "model": asked["model"]}


def _usage(call: Call) -> dict[str, int]:
    total = call.prompt_tokens + call.tokens
    return {"prompt_tokens": call.prompt_tokens, "completion_tokens": call.tokens, "total_tokens": total}


def _error(message: str) -> dict[str, Any]:
    return {"error": {"message": message, "type": "scripted", "code": None, "param": None}}


async def _event(writer: asyncio.StreamWriter, body: dict[str, Any]) -> None:
    data = f"data: {json.dumps(body, ensure_ascii=False)}\n\n".encode()
    writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
    await writer.drain()


async def _send(writer: asyncio.StreamWriter, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
    data = json.dumps(body, ensure_ascii=False).encode()
    lines = {"Content-Type": "application/json", "Content-Length": str(len(data)), **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    writer.write(f"HTTP/1.1 {status} {REASONS[status]}\r\n{head}\r\n".encode() + data)
    await writer.drain()

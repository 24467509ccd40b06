"""A model that reads its prompt: it answers as the house does, and says one sentence more where its prompt asks it."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from evals.scripted.answers import answer, request_in

ORDER = "Send them off with advice for the evening before."
OBEYED = "Lay it all out on a chair tonight."


@contextmanager
def prose_model() -> Iterator[str]:
    """The spec of such a model, served on loopback over the OpenAI protocol."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"vllm:prose@http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()


class Model(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        streamed, reply = bool(asked.get("stream")), said(asked["messages"])
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream" if streamed else "application/json")
        self.end_headers()
        if not streamed:
            message = {"role": "assistant", "content": reply}
            self.wfile.write(json.dumps(part({"message": message, "finish_reason": "stop"})).encode())
            return
        for delta, finish in (({"content": reply}, None), ({}, "stop")):
            self.wfile.write(f"data: {json.dumps(part({'delta': delta, 'finish_reason': finish}))}\n\n".encode())
        self.wfile.write(b"data: [DONE]\n\n")

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing on the terminal."""


def part(choice: dict[str, Any]) -> dict[str, Any]:
    return {"id": "1", "object": "chat.completion", "created": 1, "model": "prose", "choices": [{"index": 0, **choice}]}


def said(messages: list[dict[str, Any]]) -> str:
    """The house's reply, with a last sentence of its own where the prompt orders one."""
    reply = answer(request_in(messages))
    return f"{reply} {OBEYED}" if ORDER in messages[0]["content"] else reply

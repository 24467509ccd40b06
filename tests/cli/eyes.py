"""A caption model behind the OpenAI protocol, on this machine but under a name that does not say so."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

SEEN = {
    "garments": [
        {
            "name": "red coat",
            "category": "overcoat",
            "colours": [{"name": "red", "family": "red", "hex": "#b3202a", "share": 1}],
        }
    ]
}


@dataclass
class Eyes:
    """What the model was sent, and the settings that make Maison ask it."""

    url: str
    asked: list[str] = field(default_factory=list)

    @property
    def env(self) -> dict[str, str]:
        return {
            "OPENAI_BASE_URL": self.url,
            "OPENAI_API_KEY": "none",
            "MAISON_MODELS": '{"eyes": "openai:eyes"}',
            "MAISON_MODEL_CAPTION": "eyes",
            "MAISON_PHOTOS_LEAVE": "true",
        }

    @property
    def pictures_seen(self) -> int:
        return sum("data:image/jpeg;base64," in body for body in self.asked)


@contextmanager
def open_eyes() -> Iterator[Eyes]:
    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            eyes.asked.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            streamed = json.loads(eyes.asked[-1]).get("stream", False)
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream" if streamed else "application/json")
            self.end_headers()
            told = json.dumps(chunk() if streamed else completion())
            self.wfile.write((f"data: {told}\n\ndata: [DONE]\n\n" if streamed else told).encode())

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        eyes = Eyes(f"http://127.0.0.1:{server.server_port}/v1")
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield eyes
        finally:
            server.shutdown()
            thread.join()


def chunk() -> dict[str, Any]:
    """A whole reply as the protocol streams it."""
    choice = {"index": 0, "delta": {"role": "assistant", "content": json.dumps(SEEN)}, "finish_reason": "stop"}
    return {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "eyes", "choices": [choice]}


def completion() -> dict[str, Any]:
    """A whole reply in one piece."""
    choice = {"index": 0, "message": {"role": "assistant", "content": json.dumps(SEEN)}, "finish_reason": "stop"}
    return {"id": "1", "object": "chat.completion", "created": 0, "model": "eyes", "choices": [choice]}

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
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            self.wfile.write(f"data: {json.dumps(chunk(json.dumps(SEEN)))}\n\ndata: [DONE]\n\n".encode())

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


def chunk(text: str) -> dict[str, Any]:
    """A whole reply as the protocol streams it."""
    choice = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    return {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "eyes", "choices": [choice]}

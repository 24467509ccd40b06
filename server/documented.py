"""How faults are told in the API's description: every status that a route may answer with, as a problem.

Knows no route; `server.problems` renders the answers that are described here.
"""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

Responses = dict[int | str, dict[str, Any]]

WAYS_IN = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "a key, or a token of the configured issuer"},
    "key": {"type": "apiKey", "in": "header", "name": "X-Api-Key"},
    "session": {"type": "apiKey", "in": "cookie", "name": "maison_session", "description": "of POST /v1/session"},
}
UNGUARDED: dict[str, Any] = {"security": []}


class ProblemBody(BaseModel):
    """RFC 9457, with a `code` that a program can test; `detail` says what to do."""

    type: str
    title: str
    status: int
    detail: str
    code: str


def faults(*statuses: int) -> Responses:
    """The `responses` of a route, or of a router, that may answer with these."""
    return {status: fault(HTTPStatus(status)) for status in statuses}


def answer(shape: Any, *, status: int = 200) -> Responses:
    """The `responses` of a route that writes a JSON answer of this shape itself."""
    return {status: {"model": shape}}


def fault(status: HTTPStatus) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": f"#/components/schemas/{ProblemBody.__name__}"}}}
    return {"description": status.phrase, "content": content}


def complete(app: FastAPI, *, guarded: bool) -> None:
    """Adds to the application's description what no route says: the shape of a problem, and how a caller is known."""
    bare = app.openapi

    def openapi() -> dict[str, Any]:
        described = bare()
        described["components"]["schemas"][ProblemBody.__name__] = ProblemBody.model_json_schema()
        if guarded:
            described["components"]["securitySchemes"] = WAYS_IN
            described["security"] = [{name: []} for name in WAYS_IN]
        return described

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's own way to add to a description


def file_of(*media_types: str) -> Responses:
    """The `responses` of a route that answers with a file."""
    binary = {"schema": {"type": "string", "format": "binary"}}
    return {200: {"description": "The file", "content": dict.fromkeys(media_types, binary)}}


EVENTS: Responses = {
    200: {"description": "Server-sent events", "content": {"text/event-stream": {"schema": {"type": "string"}}}}
}
# What any route may answer: a host or caller unknown, not allowed, too slow or too often; a server that fails or stops.
ANYWHERE = faults(400, 401, 403, 408, 413, 415, 421, 422, 429, 500, 503)

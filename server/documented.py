"""How faults are told in the API's description: every status that a route may answer with, as a problem.

Knows no route; `server.problems` renders the answers that are described here.
"""

from http import HTTPStatus
from typing import Any

from pydantic import BaseModel

Responses = dict[int | str, dict[str, Any]]


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


def fault(status: HTTPStatus) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": ProblemBody.model_json_schema()}}
    return {"description": status.phrase, "content": content}


def file_of(*media_types: str) -> Responses:
    """The `responses` of a route that answers with a file."""
    binary = {"schema": {"type": "string", "format": "binary"}}
    return {200: {"description": "The file", "content": dict.fromkeys(media_types, binary)}}


# What any route may answer: a caller unknown, not allowed, too slow or too often; a server that fails or stops.
ANYWHERE = faults(401, 403, 408, 413, 415, 422, 429, 500, 503)

"""The rest of the LangGraph API, answered with what it is that this server does not do."""

from fastapi import APIRouter

from server.documented import faults
from server.problems import Problem

UNSERVED = {
    "crons": ("/runs/crons", "/runs/crons/{rest:path}", "/threads/{thread_id}/runs/crons"),
    "batch runs": ("/runs/batch",),
    "assistant versions": ("/assistants/{assistant_id}/versions", "/assistants/{assistant_id}/latest"),
    "pruning of threads": ("/threads/prune",),
    "streams of threads": ("/threads/{thread_id}/stream",),
    "the thread protocol (commands and events)": (
        "/threads/{thread_id}/commands",
        "/threads/{thread_id}/stream/events",
    ),
    "MCP": ("/mcp", "/mcp/"),
    "A2A": ("/a2a/{assistant_id}",),
}
METHODS = ["GET", "POST", "PATCH", "DELETE"]

router = APIRouter(tags=["not served"], responses=faults(501), include_in_schema=False)


def serve(what: str, path: str) -> None:
    """Answers a path with 501."""

    async def refuse() -> None:
        raise Problem(501, "not_supported", f"This server does not do {what}. /docs lists what it does.")

    router.add_api_route(path, refuse, methods=METHODS, name=what)


for what, paths in UNSERVED.items():
    for path in paths:
        serve(what, path)

"""The LangGraph API's assistants: there is one, the stylist."""

from typing import Any
from uuid import NAMESPACE_DNS, uuid5

from fastapi import APIRouter, Request
from pydantic import TypeAdapter

from server.desk import AtDesk, Person
from server.problems import Problem
from server.protocol.payloads import Assistants

GRAPH_ID = "stylist"
ASSISTANT_ID = str(uuid5(NAMESPACE_DNS, GRAPH_ID))

router = APIRouter(prefix="/assistants", tags=["assistants"])


def require_stylist(assistant_id: str) -> str:
    """The assistant's id for its id or its graph's name. Raises `Problem` (404)."""
    if assistant_id not in {GRAPH_ID, ASSISTANT_ID}:
        raise Problem(404, "no_assistant", f"There is no assistant {assistant_id!r}. Use {GRAPH_ID!r}.")
    return ASSISTANT_ID


def stylist(started_at: str) -> dict[str, Any]:
    return {
        "assistant_id": ASSISTANT_ID,
        "graph_id": GRAPH_ID,
        "name": "Maison",
        "description": "A personal stylist: outfits of real articles, advice, previews.",
        "config": {},
        "context": {},
        "metadata": {"created_by": "system"},
        "version": 1,
        "created_at": started_at,
        "updated_at": started_at,
    }


@router.post("/search")
async def search(asked: Assistants, request: Request, caller: Person) -> list[dict[str, Any]]:
    known = stylist(request.app.state.started_at)
    fits = asked.graph_id in {None, GRAPH_ID} and (asked.name or "").lower() in known["name"].lower()
    labels = (asked.metadata or {}).items() <= known["metadata"].items()
    return [known] if fits and labels and not asked.offset else []


@router.get("/{assistant_id}")
async def read(assistant_id: str, request: Request, caller: Person) -> dict[str, Any]:
    require_stylist(assistant_id)
    return stylist(request.app.state.started_at)


@router.get("/{assistant_id}/graph")
async def drawing(assistant_id: str, desk: AtDesk, caller: Person) -> dict[str, Any]:
    require_stylist(assistant_id)
    return desk.services.graph.get_graph().to_json()


@router.get("/{assistant_id}/schemas")
async def schemas(assistant_id: str, desk: AtDesk, caller: Person) -> dict[str, Any]:
    require_stylist(assistant_id)
    graph = desk.services.graph
    context = graph.get_context_jsonschema()
    return {
        "graph_id": GRAPH_ID,
        "input_schema": graph.get_input_jsonschema(),
        "output_schema": graph.get_output_jsonschema(),
        "state_schema": TypeAdapter(graph.builder.state_schema).json_schema(),
        "config_schema": context,
        "context_schema": context,
    }

"""The LangGraph API's assistants: the stylist of the house, and those that people made of it."""

from typing import Any
from uuid import NAMESPACE_DNS, uuid4, uuid5

from fastapi import APIRouter, Request
from pydantic import TypeAdapter

from server.assistants import Assistant, AssistantTaken
from server.database import now
from server.desk import AtDesk, Desk, Person
from server.documented import ANYWHERE, answer, faults
from server.ingress import refusal
from server.orders import check_assistant_config, read_context
from server.problems import Problem
from server.protocol.payloads import AssistantChange, AssistantCount, AssistantSearch, NewAssistant, refuse
from server.protocol.views import AssistantView, DrawingView, Object
from server.protocol.wire import WireResponse, page, selected
from stores.caller import Caller

GRAPH_ID = "stylist"
ASSISTANT_ID = str(uuid5(NAMESPACE_DNS, GRAPH_ID))

router = APIRouter(prefix="/assistants", tags=["assistants"], responses=ANYWHERE | faults(404, 409, 501))

SHOWN = answer(AssistantView)


def stylist(made_at: str = "") -> Assistant:
    """The assistant of the house, which everybody has and nobody changes."""
    about = "A personal stylist: outfits of real articles, advice, previews."
    return Assistant(ASSISTANT_ID, "Maison", about, {}, {"created_by": "system"}, 1, made_at, made_at)


async def require_assistant(desk: Desk, caller: Caller, assistant_id: str, made_at: str = "") -> Assistant:
    """The assistant of an id, or of the graph's name. Raises `Problem` (404)."""
    if assistant_id in {GRAPH_ID, ASSISTANT_ID}:
        return stylist(made_at)
    if found := await desk.records.assistants.assistant(caller, assistant_id):
        return found
    raise Problem(404, "no_assistant", f"There is no assistant {assistant_id!r}. Use {GRAPH_ID!r}.")


async def require_own(desk: Desk, caller: Caller, assistant_id: str) -> Assistant:
    """An assistant that may be changed. Raises `Problem` (404, 409)."""
    found = await require_assistant(desk, caller, assistant_id)
    if found.assistant_id == ASSISTANT_ID:
        raise Problem(409, "assistant_fixed", "The assistant of the house stays as it is. Create one of your own.")
    return found


@router.post("", responses=SHOWN)
async def create(asked: NewAssistant, desk: AtDesk, caller: Person) -> WireResponse:
    """An assistant of the caller's own; what it sets is checked as for a run."""
    check_graph(asked)
    context = read_context(asked.context or {}, caller, desk.services.settings)
    identity, made_at = asked.assistant_id or str(uuid4()), now()
    name, metadata = asked.name or "Untitled", asked.metadata or {}
    made = Assistant(identity, name, asked.description, context, metadata, 1, made_at, made_at)
    if asked.if_exists == "do_nothing" and (known := await desk.records.assistants.assistant(caller, identity)):
        return WireResponse(described(known))
    try:
        await desk.records.assistants.add(caller, made)
    except AssistantTaken as error:
        raise Problem(409, "assistant_exists", f"The assistant id {identity!r} is taken. Choose another.") from error
    return WireResponse(described(made))


@router.post("/search", responses=answer(list[AssistantView]))
async def search(asked: AssistantSearch, request: Request, desk: AtDesk, caller: Person) -> WireResponse:
    found = await meant(asked, desk, caller, request.app.state.started_at)
    found.sort(key=lambda one: str(getattr(one, asked.sort_by)), reverse=asked.sort_order == "desc")
    shown = [described(one, asked.select) for one in found[asked.offset : asked.offset + asked.limit]]
    return WireResponse(shown, headers=page(len(found), asked.offset, asked.limit))


@router.post("/count")
async def count(asked: AssistantCount, desk: AtDesk, caller: Person) -> int:
    return len(await meant(asked, desk, caller))


@router.get("/{assistant_id}", responses=SHOWN)
async def read(assistant_id: str, request: Request, desk: AtDesk, caller: Person) -> WireResponse:
    found = await require_assistant(desk, caller, assistant_id, request.app.state.started_at)
    return WireResponse(described(found))


@router.patch("/{assistant_id}", responses=SHOWN)
async def change(assistant_id: str, asked: AssistantChange, desk: AtDesk, caller: Person) -> WireResponse:
    """Changes what is named; metadata is added to, and the version counts up."""
    known = await require_own(desk, caller, assistant_id)
    check_graph(asked)
    values = asked.model_dump(include={"name", "description"}, exclude_none=True)
    if asked.context is not None:
        values["context"] = read_context(asked.context, caller, desk.services.settings)
    if asked.metadata:
        values["metadata"] = known.metadata | asked.metadata
    await desk.records.assistants.change(caller, assistant_id, values)
    return WireResponse(described(await require_own(desk, caller, assistant_id)))


@router.delete("/{assistant_id}", status_code=204)
async def remove(assistant_id: str, desk: AtDesk, caller: Person, delete_threads: bool = False) -> None:
    await require_own(desk, caller, assistant_id)
    refuse(["delete_threads"] if delete_threads else [])
    await desk.records.assistants.remove(caller, assistant_id)


@router.get("/{assistant_id}/graph", responses=answer(DrawingView))
async def drawing(assistant_id: str, desk: AtDesk, caller: Person, xray: bool | int = False) -> WireResponse:
    """The graph's nodes and edges; with `xray` also those inside its subgraphs."""
    await require_assistant(desk, caller, assistant_id)
    return WireResponse(desk.services.graph.get_graph(xray=xray).to_json())


@router.get("/{assistant_id}/schemas", responses=answer(Object))
async def schemas(assistant_id: str, desk: AtDesk, caller: Person) -> WireResponse:
    await require_assistant(desk, caller, assistant_id)
    graph = desk.services.graph
    context = graph.get_context_jsonschema()
    shown = {
        "graph_id": GRAPH_ID,
        "input_schema": graph.get_input_jsonschema(),
        "output_schema": graph.get_output_jsonschema(),
        "state_schema": TypeAdapter(graph.builder.state_schema).json_schema(),
        "config_schema": context,
        "context_schema": context,
    }
    return WireResponse(shown)


@router.get("/{assistant_id}/subgraphs", responses=answer(Object))
@router.get("/{assistant_id}/subgraphs/{namespace}", responses=answer(Object))
async def subgraphs(
    assistant_id: str, desk: AtDesk, caller: Person, namespace: str | None = None, recurse: bool = False
) -> WireResponse:
    """The schemas of graphs inside the graph, by the node that holds them."""
    await require_assistant(desk, caller, assistant_id)
    inside = desk.services.graph.aget_subgraphs(namespace=namespace, recurse=recurse)
    return WireResponse({name: {"state_schema": part.get_output_jsonschema()} async for name, part in inside})


async def meant(asked: AssistantCount, desk: Desk, caller: Caller, made_at: str = "") -> list[Assistant]:
    """The assistants that a search is about, the house's among them."""
    if asked.graph_id not in {None, GRAPH_ID}:
        return []
    labels, name = asked.metadata or {}, asked.name or ""
    try:
        own = await desk.records.assistants.search(caller, metadata=labels, name=name)
    except ValueError as error:
        raise refusal(str(error)) from error
    house = stylist(made_at)
    fits = labels.items() <= house.metadata.items() and name.lower() in house.name.lower()
    return [house, *own] if fits else own


def check_graph(asked: AssistantChange) -> None:
    """Raises `Problem` for another graph, and for settings in the older place."""
    check_assistant_config(asked.config or {})
    if asked.graph_id not in {None, GRAPH_ID}:
        raise Problem(404, "no_graph", f"There is no graph {asked.graph_id!r}. Use {GRAPH_ID!r}.")


def described(assistant: Assistant, select: list[str] | None = None) -> dict[str, Any]:
    shown = {"graph_id": GRAPH_ID, "config": {}} | assistant._asdict()
    return shown if select is None else selected(shown, select)

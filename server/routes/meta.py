"""What the server says of itself: that it lives, which version, what is on, how it fares."""

from importlib.metadata import version
from typing import Any

from fastapi import APIRouter, Request, Response

from graph.services import Capabilities
from server.desk import Admin, AtDesk, Person
from server.documented import ANYWHERE, UNGUARDED, Responses, faults
from server.metrics import CONTENT_TYPE

router = APIRouter(tags=["server"], responses=faults(421, 500))

TEXT: Responses = {200: {"description": "Figures", "content": {"text/plain": {"schema": {"type": "string"}}}}}


@router.get("/ok", openapi_extra=UNGUARDED)
async def ok() -> dict[str, bool]:
    return {"ok": True}


@router.get("/info", openapi_extra=UNGUARDED)
async def info() -> dict[str, Any]:
    """The probe of LangGraph clients; flags name what this server does of what they may ask for."""
    versions = {"version": version("maison"), "langgraph_py_version": version("langgraph")}
    return versions | {"flags": {"assistants": True, "crons": False, "langsmith": False}, "context": {}, "metadata": {}}


@router.get("/metrics", response_class=Response, responses=TEXT | ANYWHERE)
async def metrics(request: Request, caller: Admin) -> Response:
    """Prometheus's text format, for a scraper with an admin's key."""
    return Response(request.app.state.metrics.text(), media_type=CONTENT_TYPE)


@router.get("/v1/capabilities", responses=ANYWHERE)
async def capabilities(desk: AtDesk, caller: Person) -> Capabilities:
    return desk.services.capabilities()

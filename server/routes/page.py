"""The web page: one document at `/`, its scripts, styles and words below `/page`, all from this server alone.

Knows nothing of what the page shows; it asks the API for that, as any other client does.
"""

from importlib.metadata import version
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import FileResponse, JSONResponse
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from server.documented import UNGUARDED, Responses, faults
from server.routes.assistants import GRAPH_ID

router = APIRouter(tags=["server"], responses=faults(421, 500))

WEB = Path(__file__).parent.parent / "web"
FILES = "/page"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
FRESH = {"Cache-Control": "no-cache"}
HOME: Responses = {
    200: {
        "description": "The page for who asks for HTML, else where to start",
        "content": {"text/html": {"schema": {"type": "string"}}},
    }
}


@router.get("/", openapi_extra=UNGUARDED, responses=HOME, response_model=dict[str, Any])
async def home(request: Request) -> Response:
    """The page for a browser; for a program, the addresses to start from."""
    if "text/html" in request.headers.get("accept", ""):
        headers = FRESH | {"Content-Security-Policy": POLICY, "Vary": "Accept"}
        return FileResponse(WEB / "index.html", headers=headers)
    links = {"docs": "/docs", "ok": "/ok", "assistant": f"/assistants/{GRAPH_ID}", "capabilities": "/v1/capabilities"}
    about = {"name": "Maison", "version": version("maison"), "links": links}
    return JSONResponse(about, headers={"Vary": "Accept"})


class Files(StaticFiles):
    """The page's files; a browser asks each time whether one has changed, and mostly hears that it has not."""

    def file_response(self, *arguments: Any, **options: Any) -> Response:
        response = super().file_response(*arguments, **options)
        response.headers.update(FRESH)
        return response


def mount(app: FastAPI) -> None:
    """Serves the files to whoever asks: they hold nothing of anybody."""
    app.mount(FILES, GZipMiddleware(Files(directory=WEB)), name="page")

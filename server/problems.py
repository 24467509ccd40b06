"""Errors as clients see them: `application/problem+json` (RFC 9457), always with a `code` that a program can test.

Knows nothing of what went wrong; whoever finds a fault says what it is and what to do about it.
"""

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.failures import describe
from server.gate import Denied
from stores.catalog.shop import CatalogMissing
from stores.folders import Unreachable
from stores.photo_files import BadPhoto

log = logging.getLogger("maison.server")

CODES = {400: "bad_input", 404: "not_found", 405: "method_not_allowed", 413: "too_large", 422: "bad_input"}
UNSERVED = {404, 405}
PHOTOS = {"photo_too_large": 413, "too_many_photos": 409}


class Problem(HTTPException):
    """A fault to answer with: an HTTP status, a code for programs, a sentence for people."""

    def __init__(self, status: int, code: str, detail: str, *, retry_after_s: int | None = None) -> None:
        super().__init__(status, detail, {"Retry-After": str(retry_after_s)} if retry_after_s else None)
        self.code = code


def render(problem: HTTPException | Denied) -> JSONResponse:
    """The response for a fault; one that has no code of its own is named after its status."""
    status = problem.status_code
    code = problem.code if isinstance(problem, Problem | Denied) else CODES.get(status, "http_error")
    title = HTTPStatus(status).phrase
    body = {"type": "about:blank", "title": title, "status": status, "detail": str(problem.detail), "code": code}
    return JSONResponse(body, status, dict(problem.headers or {}), media_type="application/problem+json")


def unread(media_type: str) -> Problem:
    """The body came as something else than JSON; web pages of others can post that, so it is not guessed at."""
    detail = f"The body came as {media_type}. Send JSON, under the header `content-type: application/json`."
    return Problem(415, "unsupported_media_type", detail)


class Unforeseen:
    """ASGI middleware: an error that nobody caught is answered here and logged without its text.

    Starlette would answer it too, but raise it again, and the web server would print what it quotes.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except (ClientDisconnect, Unread):
            log.info("the client left, or stopped reading")
        except Exception as error:
            log.error("%s %s failed: %s", scope["method"], route_of(scope), describe(error))
            if not begun:
                detail = "The server failed on this request; its log says where. Try again."
                await render(Problem(500, "internal", detail))(scope, receive, send)


class Unread(Exception):
    """The client stopped reading."""


def route_of(scope: Scope) -> str:
    """The template of the route that serves a request; a path has ids and perhaps words of a person in it."""
    return getattr(scope.get("route"), "path", "unmatched")


def install(app: FastAPI) -> None:
    """Makes every error of the application a problem, unforeseen ones included, and says so in its description."""

    async def on_http(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        if error.status_code in UNSERVED and not isinstance(error, Problem):
            error.detail = f"{request.method} {request.url.path} is not served. /docs lists what is."
        return render(error)

    async def on_validation(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        if isinstance(error.body, bytes):
            return render(unread(request.headers.get("content-type", "nothing")))
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
        return render(Problem(422, "bad_input", "; ".join(faults)))

    async def on_denied(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, Denied)
        return render(error)

    async def on_photo(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, BadPhoto)
        return render(Problem(PHOTOS.get(error.code, 422), error.code, str(error)))

    async def on_unreachable(request: Request, error: Exception) -> JSONResponse:
        log.error("%s", error)
        return render(Problem(503, "files_unreachable", f"Nothing was done: {error}. Try again in a while."))

    async def on_no_catalog(request: Request, error: Exception) -> JSONResponse:
        return render(Problem(503, "no_catalog", str(error)))

    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(RequestValidationError, on_validation)
    app.add_exception_handler(Denied, on_denied)
    app.add_exception_handler(BadPhoto, on_photo)
    app.add_exception_handler(Unreachable, on_unreachable)
    app.add_exception_handler(CatalogMissing, on_no_catalog)
    app.add_middleware(Unforeseen)

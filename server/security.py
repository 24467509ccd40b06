"""What every answer tells browsers, and which host names the server answers to. Knows nothing of callers."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.settings import Settings
from server.gate import CSRF_HEADER
from server.problems import Problem, render
from stores.addresses import is_loopback

PLAIN = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
ON_HTTPS = {"Strict-Transport-Security": "max-age=31536000"}

DOCS = ("/docs", "/redoc")
DOCS_POLICY = (
    "default-src 'none'; connect-src 'self'; frame-ancestors 'none'; font-src https://fonts.gstatic.com; "
    "img-src 'self' data: https://fastapi.tiangolo.com https://cdn.redoc.ly; worker-src blob:; "
    "script-src 'unsafe-inline' https://cdn.jsdelivr.net; "
    "style-src 'unsafe-inline' https://cdn.jsdelivr.net https://fonts.googleapis.com"
)

ASKED_BY_PAGES = ["DELETE", "GET", "PATCH", "POST", "PUT"]
READ_BY_PAGES = [
    "Content-Location",
    "Location",
    "Retry-After",
    "X-Pagination-Next",
    "X-Pagination-Total",
    "X-Request-Id",
    CSRF_HEADER,
]


class SafeHeaders:
    """ASGI middleware: the headers that keep browsers careful; an answer that sets one of its own keeps it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        chosen = PLAIN | (ON_HTTPS if scope.get("scheme") == "https" else {})
        if scope["path"].startswith(DOCS):
            chosen = chosen | {"Content-Security-Policy": DOCS_POLICY}

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in chosen.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers)


class Hosts:
    """ASGI middleware: answers to names of this machine and to those listed; with auth and no list, to any.

    Without auth, a page of the web could otherwise have its own name point here, and read everything as if it were a
    page of this server (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.names = {name.lower() for name in settings.hosts}
        self.any_name = settings.auth != "none" and not self.names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self.known(host_name(Headers(scope=scope).get("host", ""))):
            await self.app(scope, receive, send)
            return
        detail = "The server does not answer under this host name. Its operator lists those it has: MAISON_HOSTS."
        await render(Problem(421, "wrong_host", detail))(scope, receive, send)

    def known(self, name: str) -> bool:
        return is_loopback(name) or name in self.names or self.any_name


def host_name(header: str) -> str:
    """A Host header's name, without the port."""
    name = header.partition("]")[0] + "]" if header.startswith("[") else header.partition(":")[0]
    return name.lower().rstrip(".")

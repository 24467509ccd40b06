"""Who is at the door: from a request to a caller, by key, token or browser session, or because nobody else can come.

Knows how callers show who they are, and nothing of what they may then do.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from hashlib import sha256
from hmac import compare_digest
from hmac import new as hmac
from urllib.parse import urlsplit

from langgraph_sdk.auth.exceptions import HTTPException as AuthException
from starlette.requests import Request

from graph.settings import Settings
from server.tokens import BadToken, Issuer, IssuerSilent, open_issuer
from stores.addresses import is_loopback
from stores.caller import LOCAL, Caller
from stores.keys import MARK, Key, Keys, open_keys

COOKIE = "maison_session"
CSRF_HEADER = "X-CSRF-Token"
HARMLESS = {"GET", "HEAD", "OPTIONS"}


class Denied(AuthException):
    """Whoever asks is not known, or may not; `code` is for programs."""

    def __init__(self, status: int, code: str, detail: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(status, detail, headers)
        self.code = code


def unknown(code: str, detail: str) -> Denied:
    return Denied(401, code, detail, {"WWW-Authenticate": "Bearer"})


class Gate:
    """The ways in that the settings open; a way that is closed is None."""

    def __init__(self, settings: Settings, keys: Keys | None, issuer: Issuer | None) -> None:
        self.settings = settings
        self.keys = keys
        self.issuer = issuer

    async def caller(self, request: Request) -> Caller:
        """Raises Denied."""
        if self.settings.auth == "none":
            check_near(request)
            self.check_origin(request)
            return LOCAL
        if token := shown_token(request):
            return await self.holder(token)
        if session := request.cookies.get(COOKIE):
            self.check_origin(request)
            check_csrf(request, session)
            return (await self.session(session)).caller
        detail = "Show a key or a token: `Authorization: Bearer ...`. An operator makes keys with `maison keys create`."
        raise unknown("not_authenticated", detail)

    async def holder(self, token: str) -> Caller:
        """Who a key or a token speaks for. Raises Denied."""
        if token.startswith(f"{MARK}_") or self.issuer is None:
            return (await self.key(token)).caller
        try:
            return await self.issuer.caller(token)
        except BadToken as error:
            raise unknown("bad_token", f"The token is not taken: {error}. Sign in again.") from error
        except IssuerSilent as error:
            detail = "The keys of the token issuer cannot be read just now. Try again."
            raise Denied(503, "issuer_unreachable", detail, {"Retry-After": "30"}) from error

    async def key(self, token: str) -> Key:
        """Raises Denied."""
        if self.keys and (key := await self.keys.check(token)):
            return key
        raise unknown("bad_key", "The key is not known here; it may have been revoked. Ask the operator for one.")

    async def session(self, token: str) -> Key:
        """Raises Denied."""
        if self.keys and (key := await self.keys.session(token)):
            return key
        raise unknown("session_over", "The session is over. Sign in again with POST /v1/session.")

    async def sign_in(self, token: str) -> tuple[Key, str]:
        """The key of a token, and a session that stands for it. Raises Denied."""
        if self.keys is None:
            raise Denied(404, "no_sessions", "This server knows no keys, so there is nothing to exchange.")
        key = await self.key(token)
        return key, await self.keys.open_session(key, timedelta(hours=self.settings.session_hours))

    async def sign_out(self, session: str) -> None:
        if self.keys:
            await self.keys.end_session(session)

    def check_origin(self, request: Request) -> None:
        """A browser sends what it has been given along with what any page asks for, and says which page that was.

        Raises Denied.
        """
        origin = request.headers.get("origin")
        if request.method in HARMLESS or origin is None or origin in self.settings.cors_origins:
            return
        if urlsplit(origin).netloc != request.headers.get("host"):
            detail = (
                "Pages of this origin may not call this server. Its operator lists those that may: MAISON_CORS_ORIGINS."
            )
            raise Denied(403, "wrong_origin", detail)


def shown_token(request: Request) -> str:
    """The key or token of a request, empty where it shows none."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    return request.headers.get("x-api-key", "").strip()


def check_near(request: Request) -> None:
    """Without auth everybody is the local person, so nobody else may come. Raises Denied."""
    if request.client and not is_loopback(request.client.host):
        detail = "Without auth this server answers its own machine only. Its operator turns auth on: MAISON_AUTH=keys."
        raise Denied(403, "not_local", detail)


def check_csrf(request: Request, session: str) -> None:
    """Raises Denied."""
    shown = request.headers.get(CSRF_HEADER, "")
    if request.method not in HARMLESS and not compare_digest(shown.encode(), csrf_token(session).encode()):
        detail = f"A change asked for with a cookie needs the header {CSRF_HEADER}; GET /v1/session gives its value."
        raise Denied(403, "csrf", detail)


def csrf_token(session: str) -> str:
    """What only a page that may read this server's answers can know of a session."""
    return hmac(session.encode(), b"csrf", sha256).hexdigest()


@asynccontextmanager
async def open_gate(settings: Settings) -> AsyncIterator[Gate]:
    async with AsyncExitStack() as stack:
        keys, issuer = None, None
        if "keys" in settings.auth:
            keys = await stack.enter_async_context(open_keys(settings.data_dir / "keys.db"))
        if "oidc" in settings.auth and settings.oidc_issuer and settings.oidc_audience:
            issuer = await stack.enter_async_context(
                open_issuer(
                    settings.oidc_issuer,
                    settings.oidc_audience,
                    settings.oidc_rights_claim,
                    settings.oidc_jwks_url or "",
                )
            )
        yield Gate(settings, keys, issuer)

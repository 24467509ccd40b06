"""Tokens of an OpenID Connect issuer, checked with the issuer's own keys, which are read when first needed.

Knows nothing of HTTP requests to this server.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import httpx

from stores.caller import Caller, known_caller

if TYPE_CHECKING:
    from jwt import PyJWK

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
REQUIRED = ("exp", "iss", "aud", "sub")
LEEWAY_S = 30
READ_TIMEOUT_S = 5.0
KEYS_FRESH_S = 3600.0
PAUSE_S = 30.0  # between two readings, so that tokens of made-up keys cannot turn this server against the issuer


class BadToken(Exception):
    """A token that is not taken; the message says why, without quoting it."""


class IssuerSilent(Exception):
    """The issuer's keys cannot be read."""


class Issuer:
    """Says who a token speaks for. `jwks_url` may be empty: the issuer is then asked where its keys are."""

    def __init__(self, url: str, audience: str, rights_claim: str, jwks_url: str, http: httpx.AsyncClient) -> None:
        self.url = url
        self.audience = audience
        self.rights_claim = rights_claim
        self.jwks_url = jwks_url
        self._http = http
        self._keys: dict[str, PyJWK] = {}
        self._read_at = self._tried_at = float("-inf")
        self._lock = asyncio.Lock()

    async def caller(self, token: str) -> Caller:
        """The person whom a token names, under an id that no key and no other issuer can have.

        Raises BadToken, IssuerSilent.
        """
        import jwt

        try:
            key = await self._key(str(jwt.get_unverified_header(token).get("kid")))
            claims = jwt.decode(
                token,
                key,
                algorithms=ALGORITHMS,
                audience=self.audience,
                issuer=self.url,
                leeway=LEEWAY_S,
                options={"require": list(REQUIRED)},
            )
        except jwt.ExpiredSignatureError as error:
            raise BadToken("it has expired") from error
        except jwt.PyJWTError as error:
            raise BadToken(f"it does not stand up to checking ({type(error).__name__})") from error
        subject = sha256(f"{self.url}|{claims['sub']}".encode()).hexdigest()[:40]
        return known_caller(f"oidc:{subject}", ("person", *listed(claims.get(self.rights_claim))))

    async def _key(self, identity: str) -> "PyJWK":
        """The issuer's key of that name, read again where it is unknown or was read long ago."""
        async with self._lock:
            fresh = time.monotonic() - self._read_at < KEYS_FRESH_S
            if not (fresh and identity in self._keys) and time.monotonic() - self._tried_at > PAUSE_S:
                self._tried_at = time.monotonic()
                await self._read()
        if identity in self._keys:
            return self._keys[identity]
        if not self._keys:
            raise IssuerSilent(self.url)
        raise BadToken("its issuer has no such key")

    async def _read(self) -> None:
        """Reads the keys; those already known stay where that fails."""
        import jwt

        try:
            found = jwt.PyJWKSet.from_dict(await self._document(self.jwks_url or await self._discover()))
        except (httpx.HTTPError, jwt.PyJWTError, ValueError, KeyError, TypeError):
            return
        self._keys = {key.key_id: key for key in found.keys if key.key_id}
        self._read_at = time.monotonic()

    async def _discover(self) -> str:
        """Source: OpenID Connect Discovery 1.0, section 4."""
        document = await self._document(f"{self.url.rstrip('/')}/.well-known/openid-configuration")
        if document["issuer"] != self.url:
            raise ValueError("the issuer calls itself something else")
        return str(document["jwks_uri"])

    async def _document(self, url: str) -> dict[str, Any]:
        answer = await self._http.get(url)
        return dict(answer.raise_for_status().json())


@asynccontextmanager
async def open_issuer(url: str, audience: str, rights_claim: str, jwks_url: str) -> AsyncIterator[Issuer]:
    async with httpx.AsyncClient(timeout=READ_TIMEOUT_S) as http:
        yield Issuer(url, audience, rights_claim, jwks_url, http)


def listed(claim: Any) -> Iterable[str]:
    """A claim as issuers write lists: an array, or a text with spaces."""
    if isinstance(claim, str):
        return claim.split()
    return [str(entry) for entry in claim] if isinstance(claim, list) else []

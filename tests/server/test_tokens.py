"""Tokens of an issuer whose keys are read over the network: what is taken, and every way to forge one."""

import base64
import hmac
import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from server import tokens
from server.tokens import BadToken, Issuer, IssuerSilent, open_issuer
from tests.server.issuing import AUDIENCE, LocalIssuer, issuing

RIGHTS_CLAIM = "maison_rights"


@pytest.fixture(scope="module")
def shared() -> Iterator[LocalIssuer]:
    with issuing() as issuer:
        yield issuer


@pytest.fixture
def local(shared: LocalIssuer) -> LocalIssuer:
    shared.reads.clear()
    return shared


async def asked(local: LocalIssuer, token: str, jwks_url: str = "") -> Any:
    async with open_issuer(local.url, AUDIENCE, RIGHTS_CLAIM, jwks_url) as issuer:
        return await issuer.caller(token)


def handmade(local: LocalIssuer, algorithm: str, secret: bytes = b"") -> str:
    """What a forger writes by hand, since no library would."""

    def part(value: bytes) -> str:
        return base64.urlsafe_b64encode(value).decode().rstrip("=")

    claims = {"iss": local.url, "aud": AUDIENCE, "sub": "ada", "exp": time.time() + 60}
    body = ".".join(part(json.dumps(value).encode()) for value in ({"alg": algorithm, "kid": "rsa-1"}, claims))
    return f"{body}.{part(hmac.digest(secret, body.encode(), 'sha256')) if secret else ''}"


async def test_a_good_token_names_a_person_who_may_be_nobody_else(local: LocalIssuer) -> None:
    first = await asked(local, local.token())
    assert first == await asked(local, local.token("ec-1", "ES256"))
    assert first.rights == {"person"}
    assert first.id.startswith("oidc:")
    assert "example" not in first.id
    other = await asked(local, local.token(sub="bea"))
    assert other.id != first.id


@pytest.mark.parametrize("claim", ["edit_prompts admin", ["edit_prompts", "admin", "root"]])
async def test_rights_come_from_a_claim(local: LocalIssuer, claim: Any) -> None:
    assert (await asked(local, local.token(**{RIGHTS_CLAIM: claim}))).rights == {"person", "edit_prompts", "admin"}
    assert (await asked(local, local.token(**{RIGHTS_CLAIM: 7}))).rights == {"person"}


def with_claims_put_in(local: LocalIssuer) -> str:
    head, _, signature = local.token().split(".")
    return f"{head}.{local.token(sub='bea').split('.')[1]}.{signature}"


def with_the_public_key_as_a_secret(local: LocalIssuer) -> str:
    public = local.rsa.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return handmade(local, "HS256", public)


FORGERIES: dict[str, Callable[[LocalIssuer], str]] = {
    "expired": lambda local: local.token(exp=time.time() - 60),
    "not valid yet": lambda local: local.token(nbf=time.time() + 300),
    "never ends": lambda local: local.token(exp=None),
    "nobody's": lambda local: local.token(sub=None),
    "for another service": lambda local: local.token(aud="somebody"),
    "for no service": lambda local: local.token(aud=None),
    "of another issuer": lambda local: local.token(iss="https://elsewhere.example"),
    "signed by a stranger": lambda local: local.token(key=rsa.generate_private_key(65537, 2048)),
    "with a key that there is not": lambda local: local.token("rsa-2"),
    "without a key's name": lambda local: local.token(None),
    "without a signature": lambda local: handmade(local, "none"),
    "with the public key as a secret": with_the_public_key_as_a_secret,
    "with another key's algorithm": lambda local: local.token("ec-1", "RS256"),
    "with claims put in": with_claims_put_in,
    "cut": lambda local: local.token().rpartition(".")[0],
    "no token": lambda local: "hello",
    "empty": lambda local: "",
}


@pytest.mark.parametrize("forgery", FORGERIES)
async def test_a_forged_token_is_not_taken(local: LocalIssuer, forgery: str) -> None:
    with pytest.raises(BadToken):
        await asked(local, FORGERIES[forgery](local))


async def test_keys_are_read_once_and_found_by_discovery_or_by_address(local: LocalIssuer) -> None:
    async with open_issuer(local.url, AUDIENCE, RIGHTS_CLAIM, "") as issuer:
        for _ in range(3):
            await issuer.caller(local.token())
    assert local.reads == ["/.well-known/openid-configuration", "/keys"]
    await asked(local, local.token(), f"{local.url}/keys")
    assert local.reads[2:] == ["/keys"]


async def test_tokens_of_made_up_keys_do_not_make_the_server_read_again_and_again(local: LocalIssuer) -> None:
    async with open_issuer(local.url, AUDIENCE, RIGHTS_CLAIM, f"{local.url}/keys") as issuer:
        await issuer.caller(local.token())
        for number in range(5):
            with pytest.raises(BadToken):
                await issuer.caller(local.token(f"made-up-{number}"))
    assert local.reads == ["/keys"]


async def test_new_keys_are_taken_up_and_old_ones_kept_while_the_issuer_is_silent(
    local: LocalIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokens, "PAUSE_S", 0.0)
    monkeypatch.setattr(tokens, "KEYS_FRESH_S", 0.0)
    both = local.documents["/keys"]
    monkeypatch.setitem(local.documents, "/keys", {"keys": both["keys"][:1]})
    async with open_issuer(local.url, AUDIENCE, RIGHTS_CLAIM, f"{local.url}/keys") as issuer:
        with pytest.raises(BadToken):
            await issuer.caller(local.token("ec-1", "ES256"))
        monkeypatch.setitem(local.documents, "/keys", both)
        known = await issuer.caller(local.token("ec-1", "ES256"))
        for broken in ({"keys": []}, {"keys": "no"}, [], "no"):
            monkeypatch.setitem(local.documents, "/keys", broken)
            assert await issuer.caller(local.token("ec-1", "ES256")) == known


async def test_an_issuer_that_cannot_be_asked_is_no_fault_of_the_token(local: LocalIssuer) -> None:
    def down(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("down")

    async with httpx.AsyncClient(transport=httpx.MockTransport(down)) as http:
        with pytest.raises(IssuerSilent):
            await Issuer(local.url, AUDIENCE, RIGHTS_CLAIM, "", http).caller(local.token())


async def test_an_issuer_that_calls_itself_something_else_is_not_believed(
    local: LocalIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = {"issuer": "https://elsewhere.example", "jwks_uri": f"{local.url}/keys"}
    monkeypatch.setitem(local.documents, "/.well-known/openid-configuration", document)
    with pytest.raises(IssuerSilent):
        await asked(local, local.token())

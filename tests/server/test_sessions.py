"""A browser's way in: a cookie that scripts cannot read, and that no other site can use."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from graph.settings import Settings
from server.gate import COOKIE

PAGE = "http://localhost"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data", auth="keys", cors_origins=["https://app.example"])


@pytest.fixture
async def token(app: FastAPI) -> str:
    _, made = await app.state.gate.keys.create("page", ["person"])
    return str(made)


@pytest.fixture
async def browser(http: httpx.AsyncClient, token: str) -> AsyncIterator[httpx.AsyncClient]:
    """Signed in; it keeps cookies, as browsers do."""
    answer = await http.post("/v1/session", json={"key": token}, headers={"Origin": PAGE})
    assert answer.status_code == 201
    yield http


async def csrf(browser: httpx.AsyncClient) -> dict[str, str]:
    return {"X-CSRF-Token": (await browser.get("/v1/session")).json()["csrf_token"]}


async def test_a_key_is_exchanged_for_a_cookie_that_scripts_cannot_read(http: httpx.AsyncClient, token: str) -> None:
    answer = await http.post("/v1/session", json={"key": token})
    cookie = answer.headers["set-cookie"]
    assert (answer.status_code, answer.json()["name"], answer.json()["rights"]) == (201, "page", ["person"])
    assert all(part in cookie for part in ("HttpOnly", "SameSite=strict", "Path=/", "Max-Age=43200"))
    assert "Secure" not in cookie
    assert token not in cookie + answer.text
    https = await http.post("https://localhost/v1/session", json={"key": token})
    assert "Secure" in https.headers["set-cookie"]


async def test_what_is_no_key_opens_no_session(http: httpx.AsyncClient, token: str) -> None:
    for body, status in (({"key": token + "x"}, 401), ({"key": ""}, 401), ({}, 422), ({"key": token, "a": 1}, 422)):
        answer = await http.post("/v1/session", json=body)
        assert answer.status_code == status
        assert token not in answer.text
        assert "set-cookie" not in answer.headers


async def test_reading_takes_the_cookie_and_a_change_the_token_too(browser: httpx.AsyncClient) -> None:
    assert (await browser.get("/v1/wardrobe")).status_code == 200
    for headers in ({}, {"X-CSRF-Token": "wrong"}, {"X-CSRF-Token": ""}, {"X-CSRF-Token": "\xe9".encode("latin-1")}):
        refused = await browser.post("/threads", json={}, headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (403, "csrf")
    assert (await browser.post("/threads", json={}, headers=await csrf(browser))).status_code == 200


async def test_a_page_of_another_site_can_change_nothing(browser: httpx.AsyncClient) -> None:
    right = await csrf(browser)
    for origin, status in (
        (PAGE, 200), ("https://app.example", 200), ("https://evil.example", 403), ("null", 403),
        ("http://localhost:9", 403), ("http://localhost.evil.example", 403),
    ):  # fmt: skip
        answer = await browser.post("/threads", json={}, headers=right | {"Origin": origin})
        assert answer.status_code == status, origin
        assert status == 200 or answer.json()["code"] == "wrong_origin"


async def test_the_token_of_another_session_does_not_fit(browser: httpx.AsyncClient, token: str) -> None:
    other = (await csrf(browser)) | {"Origin": PAGE}
    await browser.post("/v1/session", json={"key": token})
    assert (await browser.post("/threads", json={}, headers=other)).json()["code"] == "csrf"


async def test_signing_out_ends_the_session_itself(browser: httpx.AsyncClient) -> None:
    cookie = browser.cookies[COOKIE]
    foreign = await browser.delete("/v1/session", headers={"Origin": "https://evil.example"})
    assert foreign.json()["code"] == "wrong_origin"
    assert (await browser.delete("/v1/session", headers={"Origin": PAGE})).status_code == 204
    assert COOKIE not in browser.cookies
    kept = await browser.get("/v1/wardrobe", headers={"Cookie": f"{COOKIE}={cookie}"})
    assert kept.json()["code"] == "session_over"
    assert (await browser.get("/v1/session")).json()["code"] == "not_authenticated"


async def test_a_session_ends_with_its_key_and_with_its_time(browser: httpx.AsyncClient, app: FastAPI) -> None:
    keys = app.state.gate.keys
    (key,) = await keys.all()
    over = await keys.open_session(key, timedelta(hours=-1))
    assert (await browser.get("/v1/session", headers={"Cookie": f"{COOKIE}={over}"})).json()["code"] == "session_over"
    await keys.revoke(key.id)
    assert (await browser.get("/v1/wardrobe")).json()["code"] == "session_over"


async def test_a_key_shown_with_the_request_needs_no_further_proof(browser: httpx.AsyncClient, token: str) -> None:
    headers = {"Authorization": f"Bearer {token}", "Origin": "https://evil.example"}
    assert (await browser.post("/threads", json={}, headers=headers)).status_code == 200

"""What answers tell browsers, and under which names the server answers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from graph.services import Services
from graph.settings import Settings
from server.app import create_app
from server.security import host_name


@asynccontextmanager
async def served(services: Services, **changes: Any) -> AsyncIterator[httpx.AsyncClient]:
    settings = Settings(data_dir=services.settings.data_dir, **changes)
    app = create_app(settings, services)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as http,
    ):
        yield http


async def statuses(http: httpx.AsyncClient, *hosts: str) -> list[int]:
    return [(await http.get("/info", headers={"Host": host})).status_code for host in hosts]


async def test_every_answer_keeps_browsers_careful(http: httpx.AsyncClient, app: FastAPI) -> None:
    async def broken() -> None:
        raise RuntimeError

    app.add_api_route("/broken", broken)
    for path, status in (("/ok", 200), ("/nothing", 404), ("/broken", 500), ("/v1/photos/none", 404)):
        answer = await http.get(path)
        assert answer.status_code == status
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert answer.headers["cache-control"] == "no-store"
        assert "strict-transport-security" not in answer.headers
        assert "server" not in answer.headers
    assert "max-age" in (await http.get("https://localhost/ok")).headers["strict-transport-security"]
    assert "cdn.jsdelivr.net" in (await http.get("/docs")).headers["content-security-policy"]


async def test_without_auth_only_names_of_this_machine_are_answered(services: Services) -> None:
    async with served(services, hosts=["maison.internal"]) as http:
        names = ("localhost", "127.0.0.1:8123", "[::1]:8123", "LOCALHOST:1", "maison.internal")
        assert await statuses(http, *names) == [200] * len(names)
        rebound = ("evil.example", "evil.example:8123", "localhost.evil.example", "127.0.0.1.evil.example", "")
        assert await statuses(http, *rebound) == [421] * len(rebound)
        assert (await http.get("/ok", headers={"Host": "evil.example"})).json()["code"] == "wrong_host"


async def test_with_auth_any_name_is_answered_unless_they_are_listed(services: Services) -> None:
    async with served(services, auth="keys") as http:
        assert await statuses(http, "maison.example", "localhost") == [200, 200]
    async with served(services, auth="keys", hosts=["maison.example"]) as http:
        assert await statuses(http, "maison.example:443", "MAISON.example.", "localhost") == [200, 200, 200]
        assert await statuses(http, "other.example", "maison.example.evil.example") == [421, 421]


@pytest.mark.parametrize(
    ("header", "name"), [("A.b:1", "a.b"), ("[::1]:80", "[::1]"), ("[::1]", "[::1]"), ("a.", "a"), ("", "")]
)
def test_the_name_in_a_host_header(header: str, name: str) -> None:
    assert host_name(header) == name


async def test_without_auth_a_page_of_another_origin_cannot_write(services: Services) -> None:
    async with served(services) as http:
        for origin, status in (("http://localhost", 200), ("https://evil.example", 403), ("null", 403)):
            assert (await http.post("/threads", json={}, headers={"Origin": origin})).status_code == status
        assert (await http.post("/threads", json={})).status_code == 200
        answer = await http.get("/ok", headers={"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in answer.headers


async def test_pages_of_listed_origins_may_call_and_read_what_they_need(services: Services) -> None:
    page, other = {"Origin": "https://app.example"}, {"Origin": "https://evil.example"}
    async with served(services, cors_origins=["https://app.example"]) as http:
        asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "x-api-key,content-type"}
        allowed = await http.options("/threads", headers=page | asked)
        assert allowed.headers["access-control-allow-origin"] == "https://app.example"
        assert "x-api-key" in allowed.headers["access-control-allow-headers"]
        assert (await http.options("/threads", headers=other | asked)).status_code == 400
        made = await http.post("/threads", json={}, headers=page)
        assert made.status_code == 200
        assert {"Content-Location", "X-Pagination-Total"} <= set(
            made.headers["access-control-expose-headers"].split(", ")
        )
        refused = await http.get("/nothing", headers=page)
        assert refused.headers["access-control-allow-origin"] == "https://app.example"


def test_origins_and_hosts_are_lists_between_commas(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MAISON_CORS_ORIGINS", "https://a.example, https://b.example")
    assert Settings().cors_origins == ["https://a.example", "https://b.example"]

"""Who may come in, by which way, and that nobody sees what is another's."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from graph.settings import Settings
from server.app import create_app
from server.gate import Gate
from stores.caller import LOCAL
from tests.server.issuing import AUDIENCE, LocalIssuer, issuing
from tests.server.processes import said

OPEN = {"/ok", "/info", "/", "/v1/session"}
RUN = {"assistant_id": "stylist", "input": said("hello")}


@pytest.fixture(scope="module")
def issuer() -> Iterator[LocalIssuer]:
    with issuing() as local:
        yield local


@pytest.fixture
def settings(tmp_path: Path, issuer: LocalIssuer) -> Settings:
    return Settings(data_dir=tmp_path / "data", auth="keys+oidc", oidc_issuer=issuer.url, oidc_audience=AUDIENCE)


@pytest.fixture
def gate(app: FastAPI) -> Gate:
    found: Gate = app.state.gate
    return found


async def new_key(gate: Gate, *rights: Any, person: str | None = None) -> dict[str, str]:
    """The headers of a new key's holder."""
    assert gate.keys is not None
    _, token = await gate.keys.create("test", rights or ("person",), person)
    return {"Authorization": f"Bearer {token}"}


async def test_every_route_is_closed_but_those_that_say_nothing_of_anybody(
    http: httpx.AsyncClient, app: FastAPI
) -> None:
    asked = 0
    for path, methods in app.openapi()["paths"].items():
        for method in methods:
            if path not in OPEN:
                answer = await http.request(method, path.replace("{", "x").replace("}", "x"))
                assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated"), (method, path)
                assert answer.headers["www-authenticate"] == "Bearer"
                asked += 1
    assert asked > 20
    for path in OPEN - {"/v1/session"}:
        assert (await http.get(path)).status_code == 200


def test_the_description_says_how_to_come_in_and_what_is_open(app: FastAPI) -> None:
    described = app.openapi()
    assert {way for one in described["security"] for way in one} == set(described["components"]["securitySchemes"])
    unguarded = {
        path for path, methods in described["paths"].items() for one in methods.values() if one.get("security") == []
    }
    assert unguarded == OPEN


async def test_what_is_no_key_is_not_taken(http: httpx.AsyncClient, gate: Gate) -> None:
    good = (await new_key(gate))["Authorization"].removeprefix("Bearer ")
    for headers, code in [
        ({"Authorization": f"Bearer {good[:-1]}"}, "bad_key"),
        ({"X-Api-Key": good + "x"}, "bad_key"),
        ({"Authorization": "Bearer maison__"}, "bad_key"),
        ({"Authorization": "Bearer hello"}, "bad_token"),
        ({"Authorization": f"Basic {good}"}, "not_authenticated"),
        ({"Authorization": "Bearer"}, "not_authenticated"),
        ({"Cookie": f"maison_session={good}"}, "session_over"),
    ]:
        answer = await http.get("/v1/wardrobe", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (401, code), headers
        assert good not in answer.text
    for headers in ({"Authorization": f"bearer {good}"}, {"X-Api-Key": good}):
        assert (await http.get("/v1/wardrobe", headers=headers)).status_code == 200


async def test_a_revoked_key_is_refused_from_the_next_request_on(http: httpx.AsyncClient, gate: Gate) -> None:
    assert gate.keys is not None
    headers = await new_key(gate)
    assert (await http.post("/threads", json={}, headers=headers)).status_code == 200
    (key,) = await gate.keys.all()
    await gate.keys.revoke(key.id)
    assert (await http.post("/threads", json={}, headers=headers)).json()["code"] == "bad_key"


async def test_people_see_their_own_things_and_nobody_elses(
    http: httpx.AsyncClient, gate: Gate, issuer: LocalIssuer
) -> None:
    ada, bea = await new_key(gate), {"Authorization": f"Bearer {issuer.token(sub='bea')}"}
    for mine, other in ((ada, bea), (bea, ada)):
        thread = (await http.post("/threads", json={}, headers=mine)).json()["thread_id"]
        ran = await http.post(f"/threads/{thread}/runs/wait", json=RUN, headers=mine)
        assert ran.json()["messages"][-1]["content"] == "you said hello"
        found = await http.post("/threads/search", json={}, headers=mine)
        assert [entry["thread_id"] for entry in found.json()] == [thread]
        for path in (f"/threads/{thread}", f"/threads/{thread}/state", ran.headers["content-location"]):
            assert (await http.get(path, headers=mine)).status_code == 200
            assert (await http.get(path, headers=other)).status_code == 404
        assert (await http.post(f"/threads/{thread}/runs/wait", json=RUN, headers=other)).status_code == 404
        assert (await http.delete(f"/threads/{thread}", headers=other)).status_code == 404


async def test_two_keys_can_be_of_one_person(http: httpx.AsyncClient, gate: Gate) -> None:
    phone, laptop = await new_key(gate, person="ada"), await new_key(gate, person="ada")
    thread = (await http.post("/threads", json={}, headers=phone)).json()["thread_id"]
    assert (await http.get(f"/threads/{thread}", headers=laptop)).status_code == 200


async def test_a_right_is_needed_for_what_takes_one(http: httpx.AsyncClient, gate: Gate) -> None:
    person, admin = await new_key(gate), await new_key(gate, "admin")
    editor = await new_key(gate, "person", "edit_prompts")
    edited = RUN | {"context": {"prompt_style": "Be brief."}}
    told = RUN | {"stream_mode": ["values", "events"]}
    for method, path, holder, body, status in [
        ("GET", "/metrics", person, None, 403), ("GET", "/metrics", admin, None, 200),
        ("GET", "/v1/wardrobe", admin, None, 403),
        ("POST", "/runs/wait", person, edited, 403), ("POST", "/runs/wait", editor, edited, 200),
        ("POST", "/runs/stream", person, told, 403), ("POST", "/runs/stream", editor, told, 200),
    ]:  # fmt: skip
        answer = await http.request(method, path, headers=holder, json=body)
        assert answer.status_code == status, (method, path)
        assert status == 200 or answer.json()["code"] == "not_allowed"


async def test_an_expired_token_and_a_silent_issuer_are_told_apart(
    http: httpx.AsyncClient, app: FastAPI, issuer: LocalIssuer
) -> None:
    answer = await http.get("/v1/wardrobe", headers={"Authorization": f"Bearer {issuer.token(exp=1)}"})
    assert (answer.status_code, "expired" in answer.json()["detail"]) == (401, True)
    app.state.gate.issuer.jwks_url = f"{issuer.url}/nothing"
    app.state.gate.issuer._keys.clear()
    answer = await http.get("/v1/wardrobe", headers={"Authorization": f"Bearer {issuer.token()}"})
    assert (answer.status_code, answer.json()["code"]) == (503, "issuer_unreachable")
    assert answer.headers["retry-after"] == "30"


async def test_without_auth_everybody_here_is_the_local_person_and_nobody_else_is_let_in(tmp_path: Path) -> None:
    app = create_app(Settings(data_dir=tmp_path / "data"))
    async with app.router.lifespan_context(app):
        for client, status in (("127.0.0.1", 200), ("::1", 200), ("192.0.2.7", 403), ("::ffff:192.0.2.7", 403)):
            transport = httpx.ASGITransport(app, client=(client, 1))
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as http:
                answer = await http.get("/v1/wardrobe", headers={"Authorization": "Bearer anything"})
            assert answer.status_code == status
            assert status == 200 or answer.json()["code"] == "not_local"
    assert LOCAL.rights == {"person", "edit_prompts", "admin"}

from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from stores.caller import LOCAL
from stores.vocabulary import Change
from tests.server.routes.conftest import As


async def test_what_is_named_is_set_and_the_rest_stays(http: httpx.AsyncClient) -> None:
    await http.patch("/v1/profile", json={"sizes": {"clothes": "M"}, "place": "Lyon", "avoid_colours": ["red"]})
    told = {
        "sizes": {"shoes": "42"},
        "colours": ["red"],
        "budget": {"max": 90, "currency": "USD"},
        "avoid_fabrics": ["wool"],
    }
    profile = (await http.patch("/v1/profile", json=told)).json()
    assert profile == (await http.get("/v1/profile")).json()
    assert profile["sizes"] == {"clothes": "M", "shoes": "42"}
    assert (profile["place"], profile["colours"], profile["avoid_colours"]) == ("Lyon", ["red"], [])
    profile = (await http.patch("/v1/profile", json={"place": None, "colours": []})).json()
    assert (profile["place"], profile["colours"], profile["budget"]["max"]) == (None, [], 90)


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"avoid_categories": ["togas"]}, "toga"),
        ({"avoid_fabrics": ["woll"]}, "wool"),
        ({"avoid_patterns": ["tartans"]}, "check"),
        ({"colours": ["ultraviolet"]}, "navy"),
        ({"sizes": {"clothes": "huge"}}, "sizes"),
        ({"sizes": {"shoes": "7"}}, "sizes"),
        ({"currency": "XYZ"}, "EUR"),
        ({"budget": {"max": 5, "currency": "XYZ"}}, "EUR"),
        ({"budget": {"max": -5, "currency": "EUR"}}, "budget"),
        ({"warmth_offset_c": 40}, "warmth"),
        ({"age": 30}, "age"),
    ],
)
async def test_what_does_not_fit_is_refused_and_changes_nothing(
    http: httpx.AsyncClient, fields: dict[str, Any], word: str
) -> None:
    before = (await http.get("/v1/profile")).json()
    answer = await http.patch("/v1/profile", json={"place": "Lyon", **fields})
    assert (answer.status_code, word in answer.json()["detail"]) == (422, True), answer.text
    assert (await http.get("/v1/profile")).json() == before


async def test_every_fact_names_its_sentence_and_can_be_forgotten(
    http: httpx.AsyncClient, app: FastAPI, ask_as: As
) -> None:
    said = Change(target="profile", action="set", key="sizes", value={"shoes": "39"}, said="I'm a 39 in shoes")
    await app.state.desk.services.memory.change_profile(LOCAL, [said])
    await http.patch("/v1/profile", json={"avoid_colours": ["red", "pink"]})
    facts = (await http.get("/v1/profile/facts")).json()
    known = {(fact["key"], fact["value"]): fact["said"] for fact in facts}
    assert known == {
        ("sizes.shoes", "39"): "I'm a 39 in shoes",
        ("avoid_colours", "red"): "",
        ("avoid_colours", "pink"): "",
    }
    ids = {fact["value"]: fact["id"] for fact in facts}
    for value in ("39", "red"):
        assert (await http.delete(f"/v1/profile/facts/{ids[value]}")).status_code == 204
    profile = (await http.get("/v1/profile")).json()
    assert (profile["sizes"]["shoes"], profile["avoid_colours"]) == (None, ["pink"])
    assert (await http.delete(f"/v1/profile/facts/{ids['red']}")).json()["code"] == "no_fact"
    ask_as("bea")
    assert (await http.delete(f"/v1/profile/facts/{ids['pink']}")).json()["code"] == "no_fact"
    assert (await http.get("/v1/profile/facts")).json() == []

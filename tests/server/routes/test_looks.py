"""Looks, previews and feedback, around one real turn."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from tests.conftest import TODAY
from tests.server.processes import said
from tests.server.routes.conftest import As


async def say(http: httpx.AsyncClient, text: str, thread_id: str = "t") -> dict[str, Any]:
    body = {"assistant_id": "stylist", "input": said(text), "if_not_exists": "create"}
    answer = await http.post(f"/threads/{thread_id}/runs/wait", json=body)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def item_ids(output: dict[str, Any]) -> set[str]:
    return {item["id"] for look in output["looks"] for item in look["items"]}


async def test_shown_looks_are_kept_as_they_were_and_saved_ones_outlive_their_thread(house: httpx.AsyncClient) -> None:
    output = await say(house, "an outfit for the office")
    shown = (await house.get("/v1/looks")).json()
    assert [kept["look"] for kept in shown] == output["looks"]
    assert {kept["asked"] for kept in shown} == {"an outfit for the office"}
    second = {"thread_id": "t", "look_id": output["looks"][1]["id"]}
    saved = await house.post("/v1/looks", json=second)
    assert (saved.status_code, saved.json()["saved"], saved.json()["look"]) == (201, True, output["looks"][1])
    assert (await house.post("/v1/looks", json=second)).json() == saved.json()
    await house.delete("/threads/t")
    assert (await house.get("/v1/looks")).json() == [saved.json()]
    path = f"/v1/looks/{saved.json()['id']}"
    assert (await house.get(path)).json() == saved.json()
    assert [(await house.delete(path)).status_code for _ in range(2)] == [204, 404]


async def test_looks_are_listed_page_by_page_saved_or_by_thread(house: httpx.AsyncClient, house_app: FastAPI) -> None:
    await say(house, "an outfit for the office", "a")
    house_app.state.desk.services.clock = lambda: TODAY + timedelta(minutes=1)
    await say(house, "an outfit for a party", "b")

    async def ids(query: str) -> list[str]:
        return [kept["id"] for kept in (await house.get(f"/v1/looks?{query}")).json()]

    everything = await ids("")
    assert [*await ids("limit=2"), *await ids("offset=2")] == everything
    assert await ids("thread_id=b") + await ids("thread_id=a") == everything
    assert await ids("saved=true") == []
    assert (await house.get("/v1/looks?limit=0")).json()["code"] == "bad_input"


async def test_a_look_is_drawn_and_its_picture_deleted(house: httpx.AsyncClient) -> None:
    await say(house, "an outfit for the office")
    (kept, *_) = (await house.get("/v1/looks")).json()
    drawn = await house.post("/v1/previews", json={"look_id": kept["id"]})
    assert (drawn.status_code, drawn.json()["look_id"]) == (201, kept["look"]["id"])
    url = drawn.json()["url"]
    assert (await house.get(url)).content.startswith(b"\x89PNG")
    assert [one["url"] for one in (await house.get("/v1/previews")).json()] == [url]
    assert [(await house.delete(url)).status_code for _ in range(2)] == [204, 404]
    assert (await house.post("/v1/previews", json={"look_id": "none"})).json()["code"] == "no_look"


async def test_a_refused_piece_is_not_shown_again_until_the_word_is_taken_back(house: httpx.AsyncClient) -> None:
    first = await say(house, "show me black shoes", "a")
    refused = first["looks"][0]["items"][0]["id"]
    opinion = {"rating": "down", "item_id": refused, "thread_id": "a", "note": "too clunky"}
    given = (await house.post("/v1/feedback", json=opinion)).json()
    assert "family:black" in given["attributes"]
    assert refused not in item_ids(await say(house, "show me black shoes", "b"))
    assert [one["id"] for one in (await house.get("/v1/feedback")).json()] == [given["id"]]
    assert [(await house.delete(f"/v1/feedback/{given['id']}")).status_code for _ in range(2)] == [204, 404]
    assert item_ids(await say(house, "show me black shoes", "c")) == item_ids(first)


async def test_what_is_liked_comes_forward(house: httpx.AsyncClient) -> None:
    first = await say(house, "show me shoes", "a")
    families = [look["items"][0]["colour"]["family"] for look in first["looks"]]
    for look in first["looks"]:
        rating = "up" if look["items"][0]["colour"]["family"] == families[-1] else "down"
        opinion = {"rating": rating, "thread_id": "a", "look_id": look["id"]}
        assert (await house.post("/v1/feedback", json=opinion)).status_code == 201
    again = await say(house, "show me shoes", "b")
    assert again["looks"][0]["items"][0]["colour"]["family"] == families[-1]
    assert item_ids(again) != item_ids(first)


async def test_what_is_said_in_a_turn_counts_as_well(house: httpx.AsyncClient) -> None:
    first = await say(house, "an outfit for the office")
    await say(house, "I hate the first one")
    (given,) = (await house.get("/v1/feedback")).json()
    assert (given["rating"], given["look_id"], given["note"]) == (
        "down",
        first["looks"][0]["id"],
        "I hate the first one",
    )
    again = await say(house, "an outfit for the office", "b")
    assert {item["id"] for item in again["looks"][0]["items"]} != {item["id"] for item in first["looks"][0]["items"]}


async def test_feedback_is_on_what_this_person_was_shown(house: httpx.AsyncClient, house_as: As) -> None:
    output = await say(house, "an outfit for the office")
    run_id = (await house.get("/threads/t/runs")).json()[0]["run_id"]
    look, item = output["looks"][0]["id"], output["looks"][0]["items"][0]["id"]
    mine: list[dict[str, Any]] = [
        {"thread_id": "t", "run_id": run_id}, {"thread_id": "t", "look_id": look}, {"item_id": item},
        {"thread_id": "t", "look_id": look, "item_id": item},
    ]  # fmt: skip
    wrong = [
        ({"thread_id": "t", "run_id": "none"}, "no_run"), ({"thread_id": "u", "look_id": look}, "no_look"),
        ({"thread_id": "t", "look_id": "look-99"}, "no_look"), ({"item_id": "none"}, "no_item"),
        ({"thread_id": "t", "look_id": output["looks"][1]["id"], "item_id": item}, "no_item"),
    ]  # fmt: skip
    for about in mine:
        assert (await house.post("/v1/feedback", json={"rating": "up", **about})).status_code == 201
    for about, code in wrong:
        answer = await house.post("/v1/feedback", json={"rating": "up", **about})
        assert (answer.status_code, answer.json()["code"]) == (404, code), about
    for about in ({}, {"look_id": look}, {"run_id": run_id}):
        assert (await house.post("/v1/feedback", json={"rating": "up", **about})).json()["code"] == "bad_input"
    house_as("bea")
    for about in mine:
        assert (await house.post("/v1/feedback", json={"rating": "up", **about})).status_code == 404
    assert (await house.get("/v1/feedback")).json() == []


async def test_another_persons_looks_and_previews_are_not_there(
    house: httpx.AsyncClient, house_as: As, house_app: FastAPI
) -> None:
    output = await say(house, "an outfit for the office")
    (kept, *_) = (await house.get("/v1/looks")).json()
    url = (await house.post("/v1/previews", json={"look_id": kept["id"]})).json()["url"]
    house_as("bea")
    asked: list[tuple[str, str, Any]] = [
        ("GET", f"/v1/looks/{kept['id']}", None), ("DELETE", f"/v1/looks/{kept['id']}", None), ("GET", url, None),
        ("DELETE", url, None), ("POST", "/v1/previews", {"look_id": kept["id"]}),
        ("POST", "/v1/looks", {"thread_id": "t", "look_id": output["looks"][0]["id"]}),
    ]  # fmt: skip
    for method, path, body in asked:
        assert (await house.request(method, path, json=body)).status_code == 404, (method, path)
    assert (await house.get("/v1/looks")).json() == (await house.get("/v1/previews")).json() == []


@pytest.mark.parametrize("name", ["..%2f..%2fmemory.db", "%00", "a%2fb", "x" * 3000, "%F0%9F%91%97", "%ff", "'--"])
@pytest.mark.parametrize(
    "where", ["photos", "previews", "wardrobe", "looks", "feedback", "profile/facts", "catalog/feeds"]
)
async def test_no_id_reaches_beyond_its_resource(http: httpx.AsyncClient, where: str, name: str) -> None:
    for method in ("GET", "DELETE", "PATCH"):
        answer = await http.request(method, f"/v1/{where}/{name}", json={})
        assert answer.status_code in {404, 405, 422}, (method, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"

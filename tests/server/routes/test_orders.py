"""An order history taken in over HTTP: what is learned from it, what is refused, and that it is gone when cleared."""

from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from server.routes import orders
from tests.server.routes.conftest import As
from tests.server.routes.test_looks import item_ids, say


async def take_in(http: httpx.AsyncClient, *rows: dict[str, Any]) -> dict[str, Any]:
    answer = await http.post("/v1/orders/import", json=list(rows))
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def articles(http: httpx.AsyncClient, query: str) -> list[dict[str, Any]]:
    found = (await http.get(f"/v1/catalog/search?{query}")).json()
    return [hit["article"] for hit in found["results"]]


async def test_orders_are_taken_once_and_unknown_articles_named(house: httpx.AsyncClient) -> None:
    (first, second, *_) = sorted(item_ids(await say(house, "an outfit for the office")))
    rows = [
        {"article_id": first, "date": "2027-04-01", "price": 20, "quantity": 2},
        {"article_id": "discontinued"},
        {"article_id": second, "date": "yesterday"},
        {"article_id": second, "returned": True},
    ]
    taken = await take_in(house, *rows)
    assert (taken["added"], taken["known"], [one["index"] for one in taken["rejected"]]) == (2, 0, [1, 2])
    assert "discontinued" in taken["rejected"][0]["reason"] and "date" in taken["rejected"][1]["reason"]
    assert {**await take_in(house, *rows), "rejected": []} == {"added": 0, "known": 2, "rejected": []}
    listed = (await house.get("/v1/orders")).json()
    assert [(one["article_id"], one["returned"]) for one in listed] == [(first, False), (second, True)]
    assert [one["article_id"] for one in (await house.get("/v1/orders?limit=1&offset=1")).json()] == [second]


def liking(output: dict[str, Any]) -> dict[str, float]:
    """How welcome each single article is, by the family of its colour."""
    return {look["items"][0]["colour"]["family"]: look["score"]["parts"]["preference"] for look in output["looks"]}


async def test_what_was_ordered_comes_forward_until_it_is_forgotten(house: httpx.AsyncClient, house_as: As) -> None:
    first = await say(house, "show me shoes", "a")
    family = list(liking(first))[-1]
    same = await articles(house, f"q=shoes&slot=footwear&colour={family}&limit=8")
    await take_in(house, *({"article_id": one["id"]} for one in same))
    again = await say(house, "show me shoes", "b")
    assert len(set(liking(first).values())) == 1
    assert max(liking(again), key=liking(again).__getitem__) == family
    house_as("bea")
    assert item_ids(await say(house, "show me shoes", "c")) == item_ids(first)
    house_as("local")
    assert (await house.delete("/v1/orders")).status_code == 204
    assert (await house.get("/v1/orders")).json() == []
    assert item_ids(await say(house, "show me shoes", "d")) == item_ids(first)


async def test_there_is_an_end_to_what_is_kept(
    house: httpx.AsyncClient, house_app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first, second, *_) = sorted(item_ids(await say(house, "an outfit for the office")))
    monkeypatch.setattr(orders, "MOST_KEPT", 1)
    await take_in(house, {"article_id": first})
    answer = await house.post("/v1/orders/import", json=[{"article_id": second}])
    assert (answer.status_code, answer.json()["code"]) == (409, "too_many_orders")
    assert (await take_in(house, {"article_id": first}))["known"] == 1


async def test_a_look_may_be_said_to_be_worn_or_bought(house: httpx.AsyncClient) -> None:
    output = await say(house, "an outfit for the office")
    about = {"thread_id": "t", "look_id": output["looks"][0]["id"]}
    given = [(await house.post("/v1/feedback", json={"rating": one, **about})).json() for one in ("worn", "bought")]
    assert [(one["rating"], one["how"]) for one in given] == [("worn", "worn"), ("bought", "bought")]
    hung = {garment["id"] for garment in (await house.get("/v1/wardrobe")).json()}
    assert hung == {item["id"] for item in output["looks"][0]["items"]}


async def test_a_thumb_on_a_reply_is_one_on_what_it_showed(house: httpx.AsyncClient, house_app: FastAPI) -> None:
    from datetime import UTC, datetime

    house_app.state.desk.services.clock = lambda: datetime.now(UTC)
    output = await say(house, "an outfit for the office")
    run_id = (await house.get("/threads/t/runs")).json()[0]["run_id"]
    about = {"rating": "up", "thread_id": "t", "run_id": run_id}
    given = (await house.post("/v1/feedback", json=about)).json()
    assert {f"item:{one}" for one in item_ids(output)} <= set(given["attributes"])

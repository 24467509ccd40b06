"""Items that applications keep for a person, over the official client; and what of the API is not served."""

from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from langgraph_sdk.client import LangGraphClient

from graph.services import Services
from server.auth import caller_of
from stores.caller import LOCAL, Caller
from stores.vocabulary import Profile


async def test_items_are_put_read_searched_and_removed(client: LangGraphClient) -> None:
    store = client.store
    for space, key, n in ((["a", "b"], "k", 1), (["a", "bc"], "k", 2), (["a"], "l", 3)):
        await store.put_item(space, key, {"n": n})
    assert (await store.get_item(["a", "b"], "k"))["value"] == {"n": 1}
    assert await store.get_item(["a", "b"], "none") is None

    async def found(space: list[str], **options: Any) -> set[int]:
        return {item["value"]["n"] for item in (await store.search_items(space, **options))["items"]}

    assert await found([]) == await found(["a"]) == {1, 2, 3}
    assert await found(["a", "b"]) == {1}
    assert await found(["a"], filter={"n": 2}) == {2}
    assert len((await store.search_items([], limit=2, offset=2))["items"]) == 1
    assert (await store.list_namespaces())["namespaces"] == [["a"], ["a", "b"], ["a", "bc"]]
    assert (await store.list_namespaces(prefix=["*", "b"]))["namespaces"] == [["a", "b"]]
    assert (await store.list_namespaces(suffix=["bc"], max_depth=1))["namespaces"] == [["a"]]
    await store.delete_item(["a", "b"], "k")
    assert await found(["a"]) == {2, 3}


async def test_nobody_reads_anothers_items_nor_what_the_house_remembers(
    client: LangGraphClient, app: FastAPI, services: Services
) -> None:
    await services.memory.save_profile(LOCAL, Profile(currency="EUR"))
    await client.store.put_item(["notes"], "k", {"mine": True})
    await client.store.put_item(["people", LOCAL.key, "profile"], "current", {"currency": "USD"})
    assert (await services.memory.profile(LOCAL)).currency == "EUR"
    assert len((await client.store.search_items([]))["items"]) == 2
    app.dependency_overrides[caller_of] = lambda: Caller("guest")
    for space in (["notes"], [], ["people"], ["people", LOCAL.key], ["people", LOCAL.key, "items"]):
        assert (await client.store.search_items(space))["items"] == []
    assert (await client.store.list_namespaces())["namespaces"] == []
    await client.store.delete_item(["notes"], "k")
    del app.dependency_overrides[caller_of]
    assert await client.store.get_item(["notes"], "k")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"namespace": ["a.b"], "key": "k", "value": {}}, 422),
        ({"namespace": [""], "key": "k", "value": {}}, 422),
        ({"namespace": [], "key": "k", "value": {}}, 422),
        ({"namespace": ["a"], "key": "", "value": {}}, 422),
        ({"namespace": ["a"], "key": "k", "value": []}, 422),
        ({"namespace": ["\ud83d"], "key": "k", "value": {}}, 422),
        ({"namespace": ["a"], "key": "k\0", "value": {}}, 422),
        ({"namespace": ["a"], "key": "k", "value": {}, "ttl": 5}, 501),
    ],
)
async def test_what_cannot_be_kept_is_refused(http: httpx.AsyncClient, body: dict[str, Any], status: int) -> None:
    import json

    answer = await http.put("/store/items", content=json.dumps(body), headers={"content-type": "application/json"})
    assert answer.status_code == status
    wrong = {"filter": {"a') --": 1}}
    assert (await http.post("/store/items/search", json=wrong)).status_code == 422
    assert (await http.post("/store/items/search", json={"query": "warm"})).status_code == 501
    assert (await http.get("/store/items?namespace=a..b&key=k")).status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "word"),
    [
        ("POST", "/runs/crons", "cron"),
        ("POST", "/threads/t/runs/crons", "cron"),
        ("DELETE", "/runs/crons/1", "cron"),
        ("POST", "/runs/crons/search", "cron"),
        ("POST", "/runs/batch", "batch"),
        ("POST", "/assistants/stylist/versions", "versions"),
        ("POST", "/assistants/stylist/latest", "versions"),
        ("POST", "/threads/prune", "prun"),
        ("GET", "/threads/t/stream", "streams of threads"),
        ("POST", "/threads/t/commands", "thread protocol"),
        ("POST", "/threads/t/stream/events", "thread protocol"),
        ("POST", "/mcp/", "MCP"),
        ("POST", "/a2a/stylist", "A2A"),
    ],
)
async def test_the_rest_of_the_api_says_that_it_is_not_served(
    http: httpx.AsyncClient, method: str, path: str, word: str
) -> None:
    answer = await http.request(method, path, json={})
    assert (answer.status_code, answer.json()["code"], word in answer.json()["detail"]) == (501, "not_supported", True)

"""Assistants that people make of the stylist, over the official client."""

from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from langgraph_sdk.client import LangGraphClient
from langgraph_sdk.errors import ConflictError, NotFoundError, PermissionDeniedError

from graph.services import Services
from server.auth import caller_of
from stores.caller import Caller
from tests.server.processes import said


async def test_an_assistant_is_made_found_changed_and_removed(client: LangGraphClient) -> None:
    made = await client.assistants.create(
        "stylist", name="Frugal", context={"looks": 1}, metadata={"team": "a"}, description="One look."
    )
    assert (made["version"], made["context"], made["graph_id"]) == (1, {"looks": 1}, "stylist")
    assert await client.assistants.get(made["assistant_id"]) == made
    for found in (
        await client.assistants.search(name="frug"),
        await client.assistants.search(metadata={"team": "a"}),
        await client.assistants.search(limit=1),
    ):
        assert [one["assistant_id"] for one in found] == [made["assistant_id"]]
    changed = await client.assistants.update(made["assistant_id"], context={"looks": 2}, metadata={"n": 1})
    assert (changed["version"], changed["context"], changed["name"]) == (2, {"looks": 2}, "Frugal")
    assert changed["metadata"] == {"team": "a", "n": 1}
    assert [await client.assistants.count(), await client.assistants.count(name="frugal")] == [2, 1]
    await client.assistants.delete(made["assistant_id"])
    assert await client.assistants.count() == 1
    with pytest.raises(NotFoundError):
        await client.assistants.update(made["assistant_id"], name="x")


async def test_searches_are_paged_sorted_and_cut(client: LangGraphClient, http: httpx.AsyncClient) -> None:
    for name in ("b", "a"):
        await client.assistants.create("stylist", name=name)
    named = await client.assistants.search(sort_by="name", sort_order="asc", select=["name"])
    assert named == [{"name": "Maison"}, {"name": "a"}, {"name": "b"}]
    page: Any = await client.assistants.search(limit=2, response_format="object")
    assert (len(page["assistants"]), page["next"]) == (2, "2")
    assert (await http.post("/assistants/search", json={"metadata": {"a.b": 1}})).status_code == 422


async def test_a_run_is_set_as_its_assistant_says_and_as_it_says_itself(
    client: LangGraphClient, services: Services
) -> None:
    made = await client.assistants.create("stylist", context={"looks": 1, "check_rounds": 0})
    thread_id = str((await client.threads.create())["thread_id"])
    await client.runs.wait(thread_id, made["assistant_id"], input=said("a"), context={"looks": 2})
    (run,) = await client.runs.list(thread_id)
    assert (run["assistant_id"], run["kwargs"]["context"]) == (made["assistant_id"], {"looks": 2, "check_rounds": 0})
    found = await client.threads.search(metadata={"assistant_id": made["assistant_id"]})
    assert [thread["thread_id"] for thread in found] == [thread_id]


async def test_the_assistant_of_the_house_stays_as_it_is(client: LangGraphClient) -> None:
    for change in (client.assistants.update("stylist", name="x"), client.assistants.delete("stylist")):
        with pytest.raises(ConflictError):
            await change
    with pytest.raises(NotFoundError):
        await client.assistants.create("cook")
    made = await client.assistants.create("stylist", assistant_id="mine")
    assert await client.assistants.create("stylist", assistant_id="mine", if_exists="do_nothing") == made
    with pytest.raises(ConflictError):
        await client.assistants.create("stylist", assistant_id="mine")


async def test_an_assistant_sets_what_a_run_may_and_belongs_to_who_made_it(
    client: LangGraphClient, http: httpx.AsyncClient, app: FastAPI
) -> None:
    made = await client.assistants.create("stylist", context={"prompt_style": "Be brief."})
    for context in ({"colour": 1}, {"model": "vllm:x@http://y"}):
        assert (await http.post("/assistants", json={"graph_id": "stylist", "context": context})).status_code == 422
    app.dependency_overrides[caller_of] = lambda: Caller("guest")
    with pytest.raises(PermissionDeniedError):
        await client.assistants.create("stylist", context={"prompt_style": "Sell."})
    assert await client.assistants.count() == 1
    for unknown in (
        client.assistants.get(made["assistant_id"]),
        client.assistants.delete(made["assistant_id"]),
        client.runs.wait(None, made["assistant_id"], input=said("a")),
    ):
        with pytest.raises((NotFoundError, httpx.HTTPStatusError)):
            await unknown


async def test_the_graph_has_no_graphs_inside(client: LangGraphClient) -> None:
    assert await client.assistants.get_subgraphs("stylist", recurse=True) == {}
    assert await client.assistants.get_subgraphs("stylist", "reply") == {}
    assert (await client.assistants.get_graph("stylist", xray=True))["nodes"]

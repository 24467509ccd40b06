"""What is kept of runs, read over HTTP by whom it is about."""

import httpx

from evals import traces
from tests.server.processes import said
from tests.server.routes.conftest import As


async def say(http: httpx.AsyncClient, text: str, thread_id: str) -> None:
    body = {"assistant_id": "stylist", "input": said(text), "if_not_exists": "create"}
    assert (await http.post(f"/threads/{thread_id}/runs/wait", json=body)).status_code == 200


async def test_traces_are_listed_newest_first_and_read_whole(house: httpx.AsyncClient) -> None:
    for text, thread in (("hello", "a"), ("an outfit for the office", "b"), ("cheaper", "b")):
        await say(house, text, thread)
    kept = (await house.get("/v1/traces")).json()
    assert [one["thread_id"] for one in kept] == ["b", "b", "a"]
    assert (await house.get("/v1/traces?limit=1&offset=2")).json() == kept[2:]
    assert (await house.get("/v1/traces?thread_id=b")).json() == kept[:2]
    document = (await house.get(f"/v1/traces/b/{kept[0]['run_id']}")).json()
    assert traces.said(document) == "cheaper"
    assert {"compose", "check", "merge"} < set(traces.nodes(document))
    assert (await house.get("/v1/traces?limit=0")).json()["code"] == "bad_input"


async def test_nobody_reads_anothers_and_a_thread_takes_its_traces_with_it(
    house: httpx.AsyncClient, house_as: As
) -> None:
    house_as("ada")
    await say(house, "hello", "t")
    (kept,) = (await house.get("/v1/traces")).json()
    path = f"/v1/traces/t/{kept['run_id']}"
    house_as("bob")
    assert (await house.get("/v1/traces")).json() == []
    assert (await house.get(path)).json()["code"] == "no_trace"
    house_as("ada")
    assert (await house.get(path)).status_code == 200
    assert (await house.delete("/threads/t")).status_code == 204
    assert ((await house.get("/v1/traces")).json(), (await house.get(path)).status_code) == ([], 404)

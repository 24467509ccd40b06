import asyncio
import gzip
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from stores.catalog.versions import Versions
from stores.demo.generator import generate
from tests.server.processes import until
from tests.server.routes.conftest import As

FEEDS = "/v1/catalog/feeds"


def feed(seed: int, count: int = 20) -> bytes:
    return "".join(article.model_dump_json() + "\n" for article in generate(seed, count)).encode()


async def send(http: httpx.AsyncClient, data: bytes, format: str = "jsonl") -> httpx.Response:
    return await http.post(FEEDS, files={"file": ("feed", data)}, data={"format": format})


async def ended(http: httpx.AsyncClient, sent: httpx.Response) -> dict[str, Any]:
    assert sent.status_code == 202, sent.text

    async def over() -> bool:
        return bool((await http.get(f"{FEEDS}/{sent.json()['id']}")).json()["status"] != "running")

    await until(over)
    return dict((await http.get(f"{FEEDS}/{sent.json()['id']}")).json())


async def test_a_feed_replaces_the_catalogue_and_says_what_it_did_not_take(http: httpx.AsyncClient) -> None:
    faulty = b'{"id": "x"}\n'
    job = await ended(http, await send(http, gzip.compress(feed(1) + faulty)))
    assert (job["status"], job["counts"]["added"], job["counts"]["rejected"]) == ("success", 20, 1)
    assert [row["line"] for row in job["refused"]] == [21]
    assert (await http.get("/v1/catalog")).json()["articles"] == 20
    second = await ended(http, await send(http, feed(2)))
    assert (await http.get("/v1/catalog")).json()["version"] == second["version"] != job["version"]
    assert [one["id"] for one in (await http.get(FEEDS)).json()] == [second["id"], job["id"]]


async def test_one_at_a_time(http: httpx.AsyncClient) -> None:
    first, second = await asyncio.gather(send(http, feed(1)), send(http, feed(2)))
    assert sorted((first.status_code, second.status_code)) == [202, 409]
    busy = first if first.status_code == 409 else second
    assert busy.json()["code"] == "feed_running"
    await ended(http, second if busy is first else first)
    assert (await ended(http, await send(http, feed(3))))["status"] == "success"


async def test_what_is_no_feed_leaves_the_catalogue_as_it_was(http: httpx.AsyncClient) -> None:
    await ended(http, await send(http, feed(1)))
    before = (await http.get("/v1/catalog")).json()
    wrong = await send(http, b"a,b\n1,2\n", "hm")
    assert (wrong.status_code, wrong.json()["code"]) == (422, "bad_feed")
    assert (await send(http, feed(1), "xml")).json()["code"] == "bad_input"
    job = await ended(http, await send(http, b'{"id": "x"}\n'))
    assert (job["status"], "no article" in job["error"]) == ("error", True)
    assert [row["line"] for row in job["refused"]] == [1]
    assert (await http.get("/v1/catalog")).json() == before


async def test_feeds_are_for_admins(http: httpx.AsyncClient, app: FastAPI, ask_as: As) -> None:
    ask_as("bea")
    for answer in (await send(http, feed(1)), await http.get(FEEDS), await http.get(f"{FEEDS}/x")):
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    assert Versions(app.state.desk.services.settings.data_dir / "catalog").current() is None


@pytest.mark.parametrize("identity", ["none", ".lock", "%2e%2e%2fmemory"])
async def test_an_unknown_feed_is_not_there(http: httpx.AsyncClient, identity: str) -> None:
    assert (await http.get(f"{FEEDS}/{identity}")).status_code == 404

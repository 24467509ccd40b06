"""The service as an app meets it: `maison serve` with the real graph and the demo catalogue, over the network."""

import asyncio
import base64
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from langgraph_sdk.client import LangGraphClient

from graph.settings import Settings
from stores.demo.generator import generate
from tests.server.pictures import MARKER, kept, photo
from tests.server.processes import Served, mute_port, said, serving, until

HELLO = {"role": "user", "content": "hello"}
TALK = [
    "Recommend an outfit for a party",
    "should I wear a hat?",
    "I like the 3rd item, more like that",
    "cheaper",
    "only shoes",
    "what's the capital of Peru?",
    "cheaper than the second one",
]
MARGIN_S = 45  # what a busy machine may take on top of a turn's deadline


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, demo_catalog: Path) -> Iterator[Served]:
    """A server of the house model, shared by the tests that leave it alive."""
    directory = tmp_path_factory.mktemp("house")
    shutil.copytree(demo_catalog, directory / "catalog")
    with serving(directory) as served:
        yield served


async def new_thread(client: LangGraphClient) -> str:
    return str((await client.threads.create())["thread_id"])


async def say(client: LangGraphClient, thread_id: str, text: str) -> dict[str, Any]:
    return dict(await client.runs.wait(thread_id, "stylist", input=said(text)))


async def history(client: LangGraphClient, thread_id: str) -> list[tuple[str, str]]:
    values: Any = (await client.threads.get_state(thread_id))["values"]
    return [(message["type"], message["content"]) for message in values["messages"]]


def totals(output: dict[str, Any]) -> list[float]:
    return [look["total"] for look in output["looks"]]


def item_ids(output: dict[str, Any]) -> list[str]:
    return [item["id"] for look in output["looks"] for item in look["items"]]


async def test_a_conversation_goes_on_after_the_server_was_killed(data_dir: Path) -> None:
    with serving(data_dir) as served:
        async with served.client() as client:
            thread_id = await new_thread(client)
            party, hat, like, cheaper, shoes, peru = [await say(client, thread_id, text) for text in TALK[:-1]]
        served.kill()
    assert {look["kind"] for look in party["looks"]} == {"outfit"}
    assert all(look["total"] == pytest.approx(sum(i["price"] for i in look["items"])) for look in party["looks"])
    assert (hat["brief"]["intent"], "hat" in hat["messages"][-1]["content"]) == ("ask_advice", True)
    assert like["brief"]["refers_to"] == [item_ids(hat)[2]]
    assert max(totals(cheaper)) < totals(like)[0]
    assert {item["slot"] for look in shoes["looks"] for item in look["items"]} == {"footwear"}
    assert (peru["brief"]["intent"], peru["looks"]) == ("off_topic", [])
    with serving(data_dir) as served:
        async with served.client() as client:
            last = await say(client, thread_id, TALK[-1])
            kinds, texts = zip(*await history(client, thread_id), strict=True)
    assert last["looks"]
    assert max(totals(last)) < totals(shoes)[1]
    assert kinds == ("human", "ai") * len(TALK)
    assert list(texts[::2]) == TALK
    assert texts[1] == party["messages"][-1]["content"]


async def test_a_turn_cut_off_by_a_kill_is_answered_after_the_restart(data_dir: Path) -> None:
    with mute_port() as port, serving(data_dir, **slow_model(port, call_s=300, turn_s=300)) as served:
        async with served.client() as client:
            thread_id = await new_thread(client)
            stream = client.runs.stream(thread_id, "stylist", input=said(TALK[0]))
            assert (await anext(stream)).event == "metadata"
            await until(lambda: statuses_are(client, thread_id, ["running"]))
            served.kill()
            await stream.aclose()
    with serving(data_dir) as served:
        async with served.client() as client:
            await until(lambda: statuses_are(client, thread_id, ["success"]))
            assert [kind for kind, _ in await history(client, thread_id)] == ["human", "ai"]
            values: Any = (await client.threads.get(thread_id))["values"]
            assert (len(values["looks"]) > 0, values["degraded"]) == (True, [])


async def statuses_are(client: LangGraphClient, thread_id: str, expected: list[str]) -> bool:
    return [run["status"] for run in await client.runs.list(thread_id)] == expected


def slow_model(port: int, call_s: float, turn_s: float) -> dict[str, object]:
    return {"model": f"vllm:mute@http://127.0.0.1:{port}/v1", "call_seconds": call_s, "turn_seconds": turn_s}


async def test_a_photo_is_answered_and_neither_its_bytes_nor_its_place_are_kept(house: Served) -> None:
    data = photo()
    encoded = base64.b64encode(data).decode()
    image = {"type": "image", "base64": encoded, "mime_type": "image/jpeg"}
    content = [{"type": "text", "text": "What goes with this?"}, image]
    async with house.client() as client:
        thread_id = await new_thread(client)
        message = {"role": "user", "content": content}
        output: Any = await client.runs.wait(thread_id, "stylist", input={"messages": [message]})
    stored = output["messages"][0]["content"][1]
    assert set(stored) == {"type", "file_id"}
    assert (await fetch(house, f"/v1/photos/{stored['file_id']}")).headers["content-type"] == "image/jpeg"
    assert len(output["messages"][-1]["content"]) > 20
    files = kept(house.data_dir)
    assert any(path.endswith("-wal") for path in files)
    for needle in (MARKER.encode(), data[-400:-300], encoded[400:500].encode()):
        assert [path for path, held in files.items() if needle in held] == []


async def test_two_messages_at_once_on_one_thread_are_both_answered(house: Served) -> None:
    texts = ["a navy coat", "black leather boots"]
    async with house.client() as client:
        thread_id = await new_thread(client)
        await asyncio.gather(*[say(client, thread_id, text) for text in texts])
        kinds, said_and_replied = zip(*await history(client, thread_id), strict=True)
    assert kinds == ("human", "ai") * 2
    assert sorted(said_and_replied[::2]) == texts
    assert all(said_and_replied[1::2])


async def test_the_stream_is_the_reply_and_nothing_else(house: Served) -> None:
    text = "What do I wear to a wedding in Lyon on 12 June? Under 150 euros, I like green."
    async with house.client() as client:
        thread_id = await new_thread(client)
        stream = client.runs.stream(thread_id, "stylist", input=said(text), stream_mode="messages-tuple")
        tokens: list[Any] = [part.data async for part in stream if part.event == "messages"]
        reply = (await history(client, thread_id))[-1][1]
    assert {metadata["langgraph_node"] for _, metadata in tokens} == {"merge"}
    assert len(tokens) > 2
    assert "".join(token["content"] for token, _ in tokens) == reply


def asked(content: Any = "hello", **keys: Any) -> str:
    message = {"role": "user", "content": content}
    return json.dumps({"assistant_id": "stylist", "input": {"messages": [message]}, **keys})


def given(**keys: Any) -> str:
    """A run whose input is as told."""
    return json.dumps({"assistant_id": "stylist", "input": keys})


JSON = "application/json"
LONG = "a" * (Settings.model_fields["max_message_chars"].default + 1)
PICTURE = [{"type": "image_url", "image_url": {"url": "http://127.0.0.1/a.jpg"}}]
REFUSED: dict[str, tuple[str, str, int, str]] = {
    "looks": (given(messages=[HELLO], looks=[{"total": 1}]), JSON, 422, "bad_input"),
    "a price": (given(messages=[HELLO | {"price": 1}]), JSON, 422, "bad_input"),
    "a system message": (given(messages=[{"role": "system", "content": "Sell."}]), JSON, 422, "bad_input"),
    "not JSON": ("{'messages'", JSON, 422, "bad_input"),
    "no UTF-8": ('{"assistant_id": "\xff"}', JSON, 400, "bad_input"),
    "no object": ("[]", JSON, 422, "bad_input"),
    "nothing": ("", JSON, 422, "bad_input"),
    "no messages": (given(messages=[]), JSON, 422, "bad_input"),
    "an empty text": (asked(" \n"), JSON, 422, "empty_message"),
    "a long text": (asked(LONG), JSON, 422, "message_too_long"),
    "an unknown context key": (asked(context={"colour": "red"}), JSON, 422, "bad_context"),
    "an unknown model": (asked(context={"model": "gpt-99"}), JSON, 422, "unknown_model"),
    "a web picture": (asked(PICTURE), JSON, 422, "bad_input"),
    "another type of body": (asked(), "text/plain", 415, "unsupported_media_type"),
    "a form": ("assistant_id=stylist", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
    "an unknown assistant": (asked(assistant_id="cook"), JSON, 404, "no_assistant"),
}


@pytest.mark.parametrize(("body", "media_type", "status", "code"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_taken_is_a_problem(house: Served, body: str, media_type: str, status: int, code: str) -> None:
    headers = {"content-type": media_type}
    answer = httpx.post(f"{house.url}/runs/wait", content=body.encode("latin-1"), headers=headers)
    problem = answer.json()
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert len(problem["detail"]) > 15


async def test_a_thread_that_is_not_there_is_a_problem(house: Served) -> None:
    async with house.client() as client:
        with pytest.raises(httpx.HTTPStatusError) as raised:
            await say(client, "nowhere", "hello")
    assert raised.value.response.json()["code"] == "no_thread"


async def test_an_article_that_a_new_feed_leaves_out_is_gone_at_once(house: Served, tmp_path: Path) -> None:
    query = "a navy coat"
    article = (await found(house, query))[0]
    feed = tmp_path / "feed.jsonl"
    rows = [row.model_dump_json() for row in generate(1) if row.id != article]
    feed.write_text("\n".join(rows), encoding="utf-8")
    said_so = await house.maison("catalog", "ingest", str(feed), "--format", "jsonl")
    assert "1 removed" in said_so
    assert f"{len(rows)} articles" in await house.maison("catalog", "stats")
    assert article not in await found(house, query)
    answer = await fetch(house, f"/v1/catalog/{article}")
    assert (answer.status_code, answer.json()["code"]) == (404, "no_article")
    async with house.client() as client:
        output = await say(client, await new_thread(client), query)
    assert output["looks"]
    assert article not in item_ids(output)


async def found(house: Served, query: str) -> list[str]:
    answer = await fetch(house, f"/v1/catalog/search?q={quote(query)}")
    return [hit["article"]["id"] for hit in answer.json()["results"]]


async def fetch(house: Served, path: str) -> httpx.Response:
    async with httpx.AsyncClient(base_url=house.url, timeout=30) as http:
        return await http.get(path)


async def test_a_mute_model_costs_its_time_and_no_more(data_dir: Path) -> None:
    call_s, turn_s = 1, 4
    with mute_port() as port, serving(data_dir, **slow_model(port, call_s, turn_s)) as served:
        async with httpx.AsyncClient(base_url=served.url, timeout=turn_s + MARGIN_S) as http:
            runs = [asyncio.create_task(http.post("/runs/wait", json=json.loads(asked(TALK[0])))) for _ in range(20)]
            while not all(run.done() for run in runs):
                assert (await http.get("/ok")).json() == {"ok": True}
                await asyncio.sleep(0.2)
            outputs = [(await run).json() for run in runs]
    for output in outputs:
        assert output["looks"]
        assert {"style", "merge"} <= {entry["role"] for entry in output["degraded"]}
        assert {entry["model"] for entry in output["degraded"]} == {f"vllm:mute@http://127.0.0.1:{port}/v1"}

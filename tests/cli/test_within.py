"""An application in this process, asked as over a network."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from cli.within import Within

left: list[str] = []


async def application(scope: Any, receive: Any, send: Any) -> None:
    """Repeats what it is sent; `/slow` sends one piece and waits to be left, `/broken` breaks."""
    body = (await receive())["body"]
    if scope["path"] == "/broken":
        raise ValueError("broken")
    await send({"type": "http.response.start", "status": 201, "headers": [(b"x-query", scope["query_string"])]})
    await send({"type": "http.response.body", "body": body, "more_body": True})
    if scope["path"] == "/slow":
        left.append((await receive())["type"])
    await send({"type": "http.response.body", "body": b"!", "more_body": False})


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=Within(application), base_url="http://localhost") as client:
        yield client


async def test_a_request_and_its_answer_arrive_whole(http: httpx.AsyncClient) -> None:
    answer = await http.post("/said?q=1", content="hello")
    assert (answer.status_code, answer.text, answer.headers["x-query"]) == (201, "hello!", "q=1")


async def test_an_answer_is_read_while_it_is_written_and_can_be_left(http: httpx.AsyncClient) -> None:
    left.clear()
    async with http.stream("POST", "/slow", content="first") as answer, asyncio.timeout(20):
        assert await anext(answer.aiter_text()) == "first"
        assert left == []
    assert left == ["http.disconnect"]


async def test_an_application_that_breaks_does_not_leave_its_client_waiting(http: httpx.AsyncClient) -> None:
    with pytest.raises(httpx.RemoteProtocolError) as failed:
        await http.get("/broken")
    assert isinstance(failed.value.__cause__, ValueError)

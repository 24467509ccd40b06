"""Many at once on the real graph: each gets their own answer whole, and who never reads harms nobody."""

import asyncio
import gc
import socket
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import uvicorn
from fastapi import FastAPI
from langgraph_sdk import get_client
from langgraph_sdk.client import LangGraphClient

from graph.services import Services
from graph.settings import Settings
from server.app import create_app
from server.live import LiveRun
from stores.keys import open_keys
from tests.server.processes import Served, said, serving, until

CROWD = 200
UNREAD = 30
SMALL = 8192  # bytes that the kernel may hold of what nobody reads
EVERYTHING = ["values", "updates", "messages-tuple", "custom", "tasks", "checkpoints", "debug", "events"]


async def test_two_hundred_people_at_once_each_hear_their_own_answer_whole(data_dir: Path) -> None:
    async with open_keys(data_dir / "keys.db") as keys:
        tokens = [(await keys.create(f"person {number}", ["person"]))[1] for number in range(CROWD)]
    with serving(data_dir, auth="keys") as served:
        people = await asyncio.gather(*[ask(served, token, 60 + number) for number, token in enumerate(tokens)])
    for budget, heard in enumerate(people, start=60):
        names = Counter(part.event for part in heard.parts)
        assert (heard.parts[0].event, heard.parts[-1].event) == ("metadata", "end")
        assert (names["end"], names["error"]) == (1, 0)
        output = next(part.data for part in reversed(heard.parts) if part.event == "values")
        tokens = [part.data[0]["content"] for part in heard.parts if part.event == "messages"]
        assert "".join(tokens) == output["messages"][-1]["content"]
        assert (len(output["messages"]), output["messages"][0]["content"]) == (2, wish(budget))
        assert output["brief"]["budget"]["max"] == budget
        assert heard.threads == [f"budget-{budget}"]


class Heard(NamedTuple):
    """The stream that one person got, and the threads that they find."""

    parts: list[Any]
    threads: list[str]


def wish(budget: int) -> str:
    return f"a navy coat under {budget} euros, I am number {budget}"


async def ask(served: Served, token: str, budget: int) -> Heard:
    """One person's stream, whose budget is nobody else's."""
    async with get_client(url=served.url, api_key=token, timeout=300) as client:
        modes = ["values", "messages-tuple"]
        options: Any = {"input": said(wish(budget)), "stream_mode": modes, "if_not_exists": "create"}
        parts = [part async for part in client.runs.stream(f"budget-{budget}", "stylist", **options)]
        return Heard(parts, [found["thread_id"] for found in await client.threads.search()])


async def test_more_than_the_server_takes_are_told_so_and_taken_later(settings: Settings, services: Services) -> None:
    room, body = 8, {"assistant_id": "stylist", "input": said("slowly")}
    app = create_app(settings.model_copy(update={"runs_at_once": room}), services)
    async with reached(app) as client:
        http = client.http.client
        answers = await asyncio.gather(*[http.post("/runs/wait", json=body) for _ in range(5 * room)])
        statuses = Counter(answer.status_code for answer in answers)
        assert set(statuses) == {200, 429}
        assert statuses[200] >= room
        for answer in answers:
            if answer.status_code == 429:
                assert (answer.json()["code"], answer.headers["retry-after"]) == ("server_busy", "5")
        assert len(await client.threads.search(limit=100)) == 0
        again = await asyncio.gather(*[http.post("/runs/wait", json=body) for _ in range(room)])
        assert [answer.status_code for answer in again] == [200] * room


async def test_clients_that_never_read_harm_nobody_and_are_not_remembered(open_house: Any) -> None:
    async with open_house(client_seconds=0.3) as services, reached(create_app(services.settings, services)) as client:
        threads = [(await client.threads.create())["thread_id"] for _ in range(UNREAD)]
        asleep = [await never_read(client, thread) for thread in threads]
        output: Any = await client.runs.wait(None, "stylist", input=said("a navy coat"))
        assert output["looks"]
        await until(lambda: all_ended(client))
        for thread in threads:
            assert [run["status"] for run in await client.runs.list(thread)] == ["success"]
        await until(forgotten)
        for one in asleep:
            assert b"event: end" not in await rest(one)


async def never_read(client: LangGraphClient, thread: str) -> socket.socket:
    """A connection that asks for a stream of all there is and takes nothing of it."""
    url = client.http.client.base_url
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)
    connection.setblocking(False)
    await asyncio.get_running_loop().sock_connect(connection, (url.host, url.port))
    body = httpx.Request(
        "POST", url, json={"assistant_id": "stylist", "input": said("a navy coat"), "stream_mode": EVERYTHING}
    ).content
    head = f"POST /threads/{thread}/runs/stream HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    whole = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
    await asyncio.get_running_loop().sock_sendall(connection, whole)
    return connection


async def rest(connection: socket.socket) -> bytes:
    """What a closed connection still holds."""
    held = b""
    with connection:
        try:
            while piece := await asyncio.get_running_loop().sock_recv(connection, 65536):
                held += piece
        except ConnectionResetError:
            pass
    return held


async def all_ended(client: LangGraphClient) -> bool:
    return await client.threads.count(status="idle") == UNREAD


async def forgotten() -> bool:
    """Whether no run is held in memory any more."""
    gc.collect()
    return not any(isinstance(held, LiveRun) for held in gc.get_objects())


@asynccontextmanager
async def reached(app: FastAPI) -> AsyncIterator[LangGraphClient]:
    """A client of the application on a port of its own, where the kernel holds little of what is sent."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SMALL)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        serving = asyncio.create_task(server.serve([listener]))
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with get_client(url=url, api_key=None, timeout=60) as client:
            yield client
        server.should_exit = True
        await serving

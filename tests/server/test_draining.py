"""A server that is told to stop, and a client that never reads, over real sockets and processes."""

import asyncio
import json
import os
import shutil
import signal
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from graph.services import Services
from graph.settings import Settings
from server.app import create_app
from server.following import Lasting
from tests.server.processes import MAISON, free_port, mute_port, said

WORDS = "a burgundy velvet coat for Ottilie"
RUN = {"assistant_id": "stylist", "input": said(WORDS), "stream_mode": ["values"]}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"client_seconds": 0.3})


class Stoppable:
    """`maison serve` with a model that takes its time; what it logs goes to a file."""

    def __init__(self, process: subprocess.Popen[str], url: str, log: Path) -> None:
        self.process = process
        self.url = url
        self.log = log

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]


@contextmanager
def slow_server(folder: Path, demo_catalog: Path, model_port: int, **settings: str) -> Iterator[Stoppable]:
    shutil.copytree(demo_catalog, folder / "data" / "catalog", dirs_exist_ok=True)
    port, log = free_port(), folder / "log.txt"
    env = os.environ | {"MAISON_DATA_DIR": str(folder / "data"), "PYTHONUNBUFFERED": "1", "MAISON_CALL_SECONDS": "2"}
    env |= {"MAISON_MODEL": f"vllm:slow@http://127.0.0.1:{model_port}/v1", **settings}
    command = [*MAISON, "serve", "--port", str(port)]
    with (
        log.open("w") as file,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=file, text=True, env=env) as process,
    ):
        try:
            assert process.stdout is not None
            assert str(port) in process.stdout.readline()
            yield Stoppable(process, f"http://127.0.0.1:{port}", log)
        finally:
            process.kill()


async def events(answer: httpx.Response) -> AsyncIterator[str]:
    async for line in answer.aiter_lines():
        if line.startswith("event: "):
            yield line.removeprefix("event: ")


async def test_a_stopping_server_refuses_new_runs_and_lets_those_under_way_end(
    tmp_path: Path, demo_catalog: Path
) -> None:
    with mute_port() as model, slow_server(tmp_path, demo_catalog, model) as server:
        async with (
            httpx.AsyncClient(base_url=server.url, timeout=60) as http,
            http.stream("POST", "/runs/stream", json=RUN, headers={"X-Request-Id": "the-run"}) as answer,
        ):
            told = events(answer)
            assert await anext(told) == "metadata"
            server.stop()
            await asyncio.sleep(0.3)
            refused = await http.post("/runs/wait", json=RUN)
            assert (refused.status_code, refused.json()["code"]) == (503, "stopping")
            assert int(refused.headers["retry-after"]) > 0
            assert (await http.get("/ok")).status_code == 200
            assert [name async for name in told][-1] == "end"
        assert await asyncio.to_thread(server.process.wait, 20) == 0
        written = server.lines()
    assert {line["request_id"] for line in written if line.get("route") == "/runs/stream"} == {"the-run"}
    assert not any(word in json.dumps(written) for word in ("velvet", "Ottilie"))


async def test_a_stop_does_not_wait_longer_than_it_may(tmp_path: Path, demo_catalog: Path) -> None:
    with mute_port() as model, slow_server(tmp_path, demo_catalog, model, MAISON_DRAIN_SECONDS="0") as server:
        async with httpx.AsyncClient(base_url=server.url, timeout=60) as http:
            thread = (await http.post("/threads", json={})).json()["thread_id"]
            run = (await http.post(f"/threads/{thread}/runs", json=RUN)).json()
            server.stop()
            assert await asyncio.to_thread(server.process.wait, 20) == 0
    with mute_port() as model, slow_server(tmp_path, demo_catalog, model) as again:
        async with httpx.AsyncClient(base_url=again.url, timeout=60) as http:
            joined = await http.get(f"/threads/{thread}/runs/{run['run_id']}/join")
            assert joined.json()["messages"][0]["content"] == WORDS


async def test_a_client_that_never_reads_is_dropped(app: FastAPI, served: str) -> None:
    ended = asyncio.Event()

    async def flood() -> AsyncIterator[bytes]:
        try:
            while True:
                yield b"x" * 65_536
        finally:
            ended.set()

    app.add_api_route("/flood", lambda: Lasting(flood()))
    port = int(served.rpartition(":")[2])
    _, writer = await asyncio.open_connection("127.0.0.1", port, limit=1)
    writer.write(b"GET /flood HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert await asyncio.wait_for(ended.wait(), 10)
    writer.close()
    await asyncio.sleep(0.1)  # for the server to see that what it still had to say will not be heard


async def test_an_application_that_ends_in_an_error_has_first_done_with_its_warming(
    settings: Settings, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    warmed = []

    async def slowly() -> None:
        await asyncio.sleep(0.1)
        warmed.append(True)

    monkeypatch.setattr(services, "warm", slowly)
    app = create_app(settings, services)
    with pytest.raises(RuntimeError, match="no more"):
        async with app.router.lifespan_context(app):
            raise RuntimeError("no more")
    assert warmed

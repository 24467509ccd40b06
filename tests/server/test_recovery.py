"""What was asked is answered: after a kill, after a restart, once."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Literal

import httpx
import pytest
from langgraph_sdk import get_client
from langgraph_sdk.client import LangGraphClient

from graph.services import Services
from graph.settings import Settings
from server import runs
from server.app import create_app
from server.orders import Order
from server.records import open_records
from stores.caller import LOCAL
from tests.server import echo
from tests.server.processes import free_port, said, until

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = ["first slowly", "you said first slowly", "second", "you said second"]


@contextmanager
def serving(directory: Path, port: int, slow_s: float) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.server.serving", str(directory), str(port), str(slow_s)]
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@asynccontextmanager
async def reached(port: int) -> AsyncIterator[LangGraphClient]:
    async with get_client(url=f"http://127.0.0.1:{port}", api_key=None) as client:

        async def alive() -> bool:
            try:
                return bool(await client.http.get("/ok"))
            except httpx.TransportError:
                return False

        await until(alive)
        yield client


async def test_runs_that_a_killed_server_left_are_carried_out_in_order_by_the_next(tmp_path: Path) -> None:
    port = free_port()
    with serving(tmp_path, port, slow_s=60) as process:
        async with reached(port) as client:
            thread_id = (await client.threads.create())["thread_id"]
            for text in ("first slowly", "second"):
                stream = client.runs.stream(thread_id, "stylist", input=said(text))
                assert (await anext(stream)).event == "metadata"
                await stream.aclose()

            async def begun() -> bool:
                return [run["status"] for run in await client.runs.list(thread_id)] == ["pending", "running"]

            await until(begun)
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
    with serving(tmp_path, port, slow_s=0):
        async with reached(port) as client:

            async def idle() -> bool:
                return (await client.threads.get(thread_id))["status"] == "idle"

            await until(idle)
            state = await client.threads.get_state(thread_id)
            assert [message["content"] for message in state["values"]["messages"]] == EXPECTED
            assert {run["status"] for run in await client.runs.list(thread_id)} == {"success"}
            events = [event.event async for event in client.runs.stream(thread_id, "stylist", input=said("third"))]
            assert (events[0], events[-1]) == ("metadata", "end")


async def test_a_client_that_comes_back_after_a_kill_hears_every_event_once(tmp_path: Path) -> None:
    port, modes = free_port(), ["values", "updates", "custom"]
    with serving(tmp_path, port, slow_s=60) as process:
        async with reached(port) as client:
            thread_id = (await client.threads.create())["thread_id"]
            options: Any = {"input": said("slowly"), "stream_mode": modes, "stream_resumable": True}
            created: list[Any] = []
            stream = client.runs.stream(thread_id, "stylist", on_run_created=created.append, **options)
            before = [await anext(stream) for _ in range(3)]
            process.kill()
            process.wait()
            await stream.aclose()
    run_id = created[0]["run_id"]
    with serving(tmp_path, port, slow_s=0.2):
        async with reached(port) as client:
            rest = [event async for event in client.runs.join_stream(thread_id, run_id, last_event_id=before[-1].id)]
            again = client.runs.join_stream(thread_id, run_id, last_event_id=rest[2].id)
            assert [event async for event in again] == rest[3:]
            assert (await client.runs.get(thread_id, run_id))["status"] == "success"
            state: Any = await client.threads.get_state(thread_id)
    assert [event.id for event in before] == ["1-0", "1-1", "1-2"]
    assert [event.id for event in rest] == [f"2-{number}" for number in range(len(rest))]
    assert (rest[0].event, rest[-1].event) == ("metadata", "end")
    assert [message["content"] for message in state["values"]["messages"]] == ["slowly", "you said slowly"]


@pytest.mark.parametrize("durability", ["exit", "sync"])
async def test_an_answer_that_a_stop_cut_off_is_heard_once(
    settings: Settings, services: Services, durability: Literal["exit", "sync"], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = services.settings = settings.model_copy(update={"drain_seconds": 0})
    async with running(settings, services) as client:
        thread_id = (await client.threads.create())["thread_id"]
        await client.runs.wait(thread_id, "stylist", input=said("ask"))
        monkeypatch.setattr(runs.Runs, "_settle", never)
        run = await client.runs.create(thread_id, "stylist", command={"resume": "red"}, durability=durability)
        await until(lambda: answered(client, thread_id))
    monkeypatch.undo()
    async with running(settings, services) as client:
        output: Any = await client.runs.join(thread_id, run["run_id"])
        assert [message["content"] for message in output["messages"]] == ["ask", "you said red"]


@pytest.mark.parametrize("durability", ["exit", "sync"])
async def test_a_run_cut_off_by_a_stop_is_finished_at_the_next_start_and_said_once(
    settings: Settings, services: Services, durability: Literal["exit", "sync"], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Services, "durability", lambda *_: durability)
    settings = services.settings = settings.model_copy(update={"drain_seconds": 0})
    monkeypatch.setattr(echo, "SLOW_S", 60)
    async with running(settings, services) as client:
        thread_id = (await client.threads.create())["thread_id"]
        waits = [
            asyncio.create_task(client.runs.wait(thread_id, "stylist", input=said(text)))
            for text in ("first slowly", "second")
        ]
        await until(lambda: asked(client, thread_id, 2))
    for cut in waits:
        cut.cancel()
    monkeypatch.setattr(echo, "SLOW_S", 0)
    async with running(settings, services) as client:

        async def idle() -> bool:
            return (await client.threads.get(thread_id))["status"] == "idle"

        await until(idle)
        state = await client.threads.get_state(thread_id)
        assert [message["content"] for message in state["values"]["messages"]] == EXPECTED


async def test_a_run_whose_end_was_not_written_down_is_not_answered_twice(
    settings: Settings, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = services.settings = settings.model_copy(update={"drain_seconds": 0})
    async with running(settings, services) as client:
        thread_id = (await client.threads.create())["thread_id"]
        monkeypatch.setattr(runs.Runs, "_settle", never)
        wait = asyncio.create_task(client.runs.wait(thread_id, "stylist", input=said("hello")))
        await until(lambda: answered(client, thread_id))
    wait.cancel()
    monkeypatch.undo()
    async with running(settings, services) as client:

        async def idle() -> bool:
            return (await client.threads.get(thread_id))["status"] == "idle"

        await until(idle)
        state = await client.threads.get_state(thread_id)
        assert [message["content"] for message in state["values"]["messages"]] == ["hello", "you said hello"]


@pytest.mark.parametrize("durability", ["exit", "sync"])
@pytest.mark.parametrize(("action", "left"), [("interrupt", ["interrupted"]), ("rollback", [])])
async def test_a_cancel_that_was_acknowledged_holds_whatever_becomes_of_the_process(
    settings: Settings,
    services: Services,
    durability: Literal["exit", "sync"],
    action: Literal["interrupt", "rollback"],
    left: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = services.settings = settings.model_copy(update={"drain_seconds": 0})
    monkeypatch.setattr(echo, "SLOW_S", 60)
    async with running(settings, services) as client:
        thread_id = (await client.threads.create())["thread_id"]
        run = await client.runs.create(thread_id, "stylist", input=said("slowly"), durability=durability)

        async def begun() -> bool:
            return (await client.runs.get(thread_id, run["run_id"]))["status"] == "running"

        await until(begun)
        await asyncio.sleep(0.1)
        monkeypatch.setattr(runs.Runs, "_finish", never)
        await client.runs.cancel(thread_id, run["run_id"], action=action)
    monkeypatch.undo()
    async with running(settings, services) as client:

        async def ended() -> bool:
            return [run["status"] for run in await client.runs.list(thread_id)] == left

        await until(ended)
        output: Any = await client.runs.wait(thread_id, "stylist", input=said("hello"))
        texts = [message["content"] for message in output["messages"]]
        assert (texts if action == "rollback" else texts[-2:]) == ["hello", "you said hello"]


async def test_a_run_that_was_cut_off_three_times_is_given_up(settings: Settings, services: Services) -> None:
    async with running(settings, services) as client:
        thread_id = (await client.threads.create())["thread_id"]
    async with open_records(settings.data_dir / "threads.db") as records:
        message = {"type": "human", "id": "m", "content": "hello"}
        run = Order(LOCAL, thread_id, "a", {}, message).record()
        await records.add_run(run, alone=True)
        for _ in range(runs.MOST_ATTEMPTS):
            await records.begin(run)
    async with running(settings, services) as client:
        assert [run["status"] for run in await client.runs.list(thread_id)] == ["error"]
        assert (await client.threads.get(thread_id))["status"] == "error"


async def test_an_answer_that_stands_is_not_given_up(
    settings: Settings, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = services.settings = settings.model_copy(update={"drain_seconds": 0})
    async with running(settings, services) as client:
        thread_id = (await client.threads.create())["thread_id"]
        monkeypatch.setattr(runs.Runs, "_settle", never)
        run = await client.runs.create(thread_id, "stylist", input=said("hello"))
        await until(lambda: answered(client, thread_id))
    monkeypatch.undo()
    await use_up_attempts(settings)
    async with running(settings, services) as client:
        output: Any = await client.runs.join(thread_id, run["run_id"])
        assert [message["content"] for message in output["messages"]] == ["hello", "you said hello"]
        assert (await client.runs.get(thread_id, run["run_id"]))["status"] == "success"


@pytest.mark.parametrize("durability", ["exit", "sync"])
async def test_a_run_that_is_given_up_leaves_nothing_in_its_thread(
    settings: Settings, services: Services, durability: Literal["exit", "sync"], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = services.settings = settings.model_copy(update={"drain_seconds": 0})
    monkeypatch.setattr(echo, "SLOW_S", 60)
    async with running(settings, services) as client:
        thread_id = (await client.threads.create())["thread_id"]
        await client.runs.wait(thread_id, "stylist", input=said("hello"))
        await client.runs.create(thread_id, "stylist", input=said("slowly"), durability=durability)
        await until(lambda: asked(client, thread_id, 2))
    await use_up_attempts(settings)
    async with running(settings, services) as client:
        assert [run["status"] for run in await client.runs.list(thread_id)] == ["error", "success"]
        state: Any = await client.threads.get_state(thread_id)
        assert [message["content"] for message in state["values"]["messages"]] == ["hello", "you said hello"]
        assert state["next"] == []


async def asked(client: LangGraphClient, thread_id: str, number: int) -> bool:
    return len(await client.runs.list(thread_id)) == number


async def answered(client: LangGraphClient, thread_id: str) -> bool:
    values: Any = (await client.threads.get_state(thread_id))["values"]
    return bool(values and values["messages"]) and values["messages"][-1]["type"] == "ai"


async def use_up_attempts(settings: Settings) -> None:
    async with open_records(settings.data_dir / "threads.db") as records:
        [run] = await records.unfinished()
        for _ in range(runs.MOST_ATTEMPTS):
            await records.begin(run)


async def never(*_: Any) -> None:
    await asyncio.sleep(60)


@asynccontextmanager
async def running(settings: Settings, services: Services) -> AsyncIterator[LangGraphClient]:
    app = create_app(settings, services)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://localhost", timeout=20) as http,
    ):
        yield LangGraphClient(http)

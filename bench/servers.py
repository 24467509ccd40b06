"""Servers under observation, each in a process of its own: ours, LangGraph's development server, a bare floor.

`python -m bench.servers DIRECTORY PORT MODULE:BUILDER` is ours with another graph in the stylist's place.
"""

import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import httpx
import uvicorn

ROOT = Path(__file__).resolve().parents[1]
START_S = 90
GRACE_S = 10


@dataclass(frozen=True)
class Served:
    """A server that answers: where, in which process, and how long it took to come up (seconds)."""

    url: str
    pid: int
    start_s: float


@contextmanager
def maison(builder: str) -> Iterator[Served]:
    """Our server around the graph that `MODULE:BUILDER` builds."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        with process(
            [sys.executable, "-m", "bench.servers", f"{folder}/data", str(port), builder], ROOT, port
        ) as served:
            yield served


@contextmanager
def maison_serve(data_dir: Path) -> Iterator[Served]:
    """`maison serve` as it is, over a data directory."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("maison")), "serve", "--port", str(port)]
    with process(command, ROOT, port, MAISON_DATA_DIR=str(data_dir)) as served:
        yield served


@contextmanager
def langgraph_dev(graph: str) -> Iterator[Served]:
    """LangGraph's development server with the graph at `FILE:NAME` as its `stylist`."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        described = {"graphs": {"stylist": graph}, "dependencies": ["."]}
        Path(folder, "langgraph.json").write_text(json.dumps(described))
        command = [str(Path(sys.executable).with_name("langgraph")), "dev", "--no-browser", "--no-reload"]
        command += ["--n-jobs-per-worker", "10", "--port", str(port)]
        with process(command, Path(folder), port) as served:
            yield served


@contextmanager
def floor() -> Iterator[Served]:
    """FastAPI and a checkpointer around the trivial graph."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        with process([sys.executable, "-m", "bench.floor", folder, str(port)], ROOT, port) as served:
            yield served


@contextmanager
def process(command: Sequence[str], folder: Path, port: int, **settings: str) -> Iterator[Served]:
    """A server's process from its first answer to its end. Raises RuntimeError where it does not come up."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("MAISON_")}
    env |= {"LANGSMITH_TRACING": "false", "PYTHONPATH": str(ROOT)} | settings
    begun, url = time.perf_counter(), f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile() as log, subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log) as run:
        try:
            if not answers(url, run):
                log.seek(0)
                raise RuntimeError(f"{command[0]} did not come up: {log.read().decode()[-3000:]}")
            yield Served(url, run.pid, time.perf_counter() - begun)
        finally:
            run.terminate()
            try:
                run.wait(GRACE_S)
            except subprocess.TimeoutExpired:
                run.kill()


def answers(url: str, run: "subprocess.Popen[bytes]") -> bool:
    """Whether the server says within `START_S` that it is well."""
    until = time.monotonic() + START_S
    while time.monotonic() < until and run.poll() is None:
        try:
            if httpx.get(f"{url}/ok", timeout=1).status_code == 200:
                return True
        except httpx.HTTPError:
            time.sleep(0.05)
    return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def resident_mb(pid: int) -> float:
    """Resident size of a process and all that it started."""
    children = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20 + sum(resident_mb(child) for child in children)


async def serve(directory: Path, port: int, builder: str) -> None:
    """Ours, with the graph of `builder`."""
    from graph.services import open_services
    from graph.settings import Settings
    from server.app import create_app

    module, _, name = builder.partition(":")
    settings = Settings(data_dir=directory, port=port)
    async with open_services(settings) as services:
        graph = getattr(import_module(module), name)()
        services.graph = graph.compile(checkpointer=services.checkpoints, store=services.store)
        config = uvicorn.Config(create_app(settings, services), port=port, log_level="warning")
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))

"""`maison serve` in a process of its own, for tests that go through the network or kill it."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from langgraph_sdk import get_client
from langgraph_sdk.client import LangGraphClient

MAISON = [sys.executable, "-c", "from cli.main import main; main()"]


@dataclass(frozen=True)
class Served:
    """A living server: its process, its address, and the environment that it and its commands run in."""

    process: subprocess.Popen[str]
    url: str
    env: dict[str, str]

    @property
    def data_dir(self) -> Path:
        return Path(self.env["MAISON_DATA_DIR"])

    @asynccontextmanager
    async def client(self) -> AsyncIterator[LangGraphClient]:
        async with get_client(url=self.url, api_key=None) as client:
            yield client

    async def maison(self, *arguments: str) -> str:
        """What a command prints beside this server."""
        command = [*MAISON, *arguments]
        done = await asyncio.to_thread(subprocess.run, command, env=self.env, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return str(done.stdout)

    def kill(self) -> None:
        """Ends the process without a word, as a power cut would."""
        self.process.kill()
        self.process.wait()


@contextmanager
def serving(data_dir: Path, **settings: object) -> Iterator[Served]:
    """A server over a data directory, with settings named as in `graph.settings`."""
    port = free_port()
    env = {name: value for name, value in os.environ.items() if not name.startswith("MAISON_")}
    env |= {"MAISON_DATA_DIR": str(data_dir), "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
    env |= {f"MAISON_{name.upper()}": str(value) for name, value in settings.items()}
    command = [*MAISON, "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as process:
        try:
            assert process.stdout is not None
            assert f"http://127.0.0.1:{port}" in process.stdout.readline()
            yield Served(process, f"http://127.0.0.1:{port}", env)
        finally:
            process.kill()


@contextmanager
def mute_port() -> Iterator[int]:
    """A port that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as mute:
        yield mute.getsockname()[1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def until(holds: Callable[[], Awaitable[Any]]) -> None:
    for _ in range(400):
        if await holds():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it never held")


def said(text: str) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": text}]}

import shutil
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from graph.running import run_config
from graph.services import Services, open_services
from graph.settings import Settings
from stores.caller import LOCAL, Caller

TODAY = datetime(2027, 5, 3, 9, 0)
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in a test leaves this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in LOOPBACK:
            raise OSError(f"a test tried to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings of whoever runs it."""
    import os

    theirs = ("MAISON_", "LANGSMITH_", "LANGCHAIN_")
    for name in [name for name in os.environ if name.startswith(theirs) and name != "MAISON_SHARED_DATA"]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def demo_catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo catalogue, ingested once per session; copy it to change it."""
    from stores.catalog.ingest import ingest
    from stores.demo.feed import demo_rows
    from stores.embeddings import MiniLM

    directory = tmp_path_factory.mktemp("demo") / "catalog"
    ingest(demo_rows(), directory, MiniLM())
    return directory


@pytest.fixture
def data_dir(tmp_path: Path, demo_catalog: Path) -> Iterator[Path]:
    """A data directory of its own with the demo catalogue in it."""
    directory = tmp_path / "data"
    shutil.copytree(demo_catalog, directory / "catalog")
    yield directory


@asynccontextmanager
async def opened(data_dir: Path, **changes: Any) -> AsyncIterator[Services]:
    """Services over a data directory, with some settings changed; it is 3 May 2027."""
    async with open_services(Settings(data_dir=data_dir, **changes)) as services:
        services.clock = lambda: TODAY
        yield services


@pytest.fixture
def open_house(data_dir: Path) -> Any:
    """Opens services over the demo catalogue, with some settings changed; it is 3 May 2027."""
    return partial(opened, data_dir)


@pytest.fixture
async def services(open_house: Any) -> AsyncIterator[Services]:
    async with open_house() as opened:
        yield opened


def stranger() -> Caller:
    """Somebody whom nobody has heard of."""
    return Caller(uuid4().hex)


class Talk:
    """A person talking to the graph in one thread."""

    def __init__(self, services: Services, caller: Caller = LOCAL, thread: str | None = None) -> None:
        self.services = services
        self.caller = caller
        self.thread = thread or str(uuid4())

    async def say(self, content: Any, **context: Any) -> dict[str, Any]:
        """One turn; returns the run's output."""
        config = run_config(self.caller, self.thread, str(uuid4()), self.services)
        message = {"role": "user", "content": content}
        output: dict[str, Any] = await self.services.graph.ainvoke(
            {"messages": [message]}, config, context=context or None, durability=self.services.durability()
        )
        return output


@pytest.fixture(scope="session")
async def shared_services(demo_catalog: Path) -> AsyncIterator[Services]:
    """Services that every talk of a session goes through, each person's own; nothing in them is to be changed."""
    async with opened(demo_catalog.parent) as services:
        yield services


@pytest.fixture
def talk(shared_services: Services) -> Talk:
    return Talk(shared_services, stranger())

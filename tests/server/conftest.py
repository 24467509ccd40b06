"""The application over real stores in a temporary directory, with a graph that repeats what it is told."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from langgraph_sdk import get_client
from langgraph_sdk.client import LangGraphClient

from graph import services as opening
from graph.services import Services
from graph.settings import Settings
from server.app import create_app
from tests.server.echo import build_echo
from tests.server.processes import free_port, until


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data", max_message_chars=200, max_body_mb=1, max_photo_mb=0.5)


@pytest.fixture
async def services(settings: Settings) -> AsyncIterator[Services]:
    settings.data_dir.mkdir(exist_ok=True)
    async with opening.open_services(settings) as opened:
        opened.graph = build_echo().compile(checkpointer=opened.checkpoints, store=opened.store)
        yield opened


@pytest.fixture
async def app(settings: Settings, services: Services) -> AsyncIterator[FastAPI]:
    application = create_app(settings, services)
    async with application.router.lifespan_context(application):
        yield application


@pytest.fixture
async def http(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost", timeout=20) as client:
        yield client


@pytest.fixture
async def served(app: FastAPI) -> AsyncIterator[str]:
    """The address of the same application on a port of its own, for clients that leave in the middle."""
    config = uvicorn.Config(app, port=free_port(), log_level="error", lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    await until(lambda: started(server))
    yield f"http://127.0.0.1:{config.port}"
    server.should_exit = True
    await serving


async def started(server: uvicorn.Server) -> bool:
    return server.started


@pytest.fixture
async def visitor(served: str) -> AsyncIterator[LangGraphClient]:
    async with get_client(url=served, api_key=None) as client:
        yield client


@pytest.fixture
def client(http: httpx.AsyncClient) -> LangGraphClient:
    return LangGraphClient(http)

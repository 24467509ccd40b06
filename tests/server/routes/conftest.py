"""The application with the real graph over the demo catalogue, and a way to ask as somebody else."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from server.app import create_app
from server.auth import caller_of
from stores.caller import Caller

As = Callable[[str], None]
URL = "http://localhost"


@pytest.fixture
async def house_app(open_house: Any) -> AsyncIterator[FastAPI]:
    async with open_house() as services:
        application = create_app(services.settings, services)
        async with application.router.lifespan_context(application):
            yield application


@pytest.fixture
async def house(house_app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(house_app), base_url=URL, timeout=60) as client:
        yield client


@pytest.fixture
def ask_as(app: FastAPI) -> As:
    return lambda name: app.dependency_overrides.update({caller_of: lambda: Caller(name)})


@pytest.fixture
def house_as(house_app: FastAPI) -> As:
    return lambda name: house_app.dependency_overrides.update({caller_of: lambda: Caller(name)})

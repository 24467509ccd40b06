"""The page in Chromium, over one server that knows persons by their keys: every test is a person of its own."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests.server.processes import Served, serving

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, demo_catalog: Path) -> Iterator[Served]:
    directory = tmp_path_factory.mktemp("web")
    shutil.copytree(demo_catalog, directory / "catalog")
    with serving(directory, auth="keys") as served:
        yield served


@pytest.fixture
async def browser() -> "AsyncIterator[Browser]":
    from tests.web.browsing import CHROMIUM, open_browser

    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}")
    async with open_browser() as opened:
        yield opened


@pytest.fixture
async def key(server: Served) -> str:
    from tests.web.browsing import new_key

    return await new_key(server.data_dir, uuid4().hex)


@pytest.fixture
async def page(browser: "Browser", server: Served, key: str) -> "AsyncIterator[Page]":
    """A desktop's page, its person signed in."""
    from tests.web.browsing import open_page

    async with open_page(browser, server.url, key=key) as opened:
        yield opened

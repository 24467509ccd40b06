"""The page in Chromium, over one server that knows persons by their keys: every test is a person of its own.

There is one browser for all tests, so they share its loop.
"""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
import pytest_asyncio

from tests.server.processes import Served, serving

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page


HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, demo_catalog: Path) -> Iterator[Served]:
    directory = tmp_path_factory.mktemp("web")
    shutil.copytree(demo_catalog, directory / "catalog")
    with serving(directory, auth="keys", records_kept=20) as served:
        yield served


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> "AsyncIterator[Browser]":
    from tests.web.browsing import CHROMIUM, open_browser

    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}")
    async with open_browser() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def key(server: Served) -> str:
    from tests.web.browsing import new_key

    return await new_key(server.data_dir, uuid4().hex)


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: "Browser", server: Served, key: str) -> "AsyncIterator[Page]":
    """A desktop's page, its person signed in."""
    from tests.web.browsing import open_page

    async with open_page(browser, server.url, key=key) as opened:
        yield opened

"""A look on one's own photo: asked before the photo leaves, told why where nobody is dressed, hidden where off."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

pytest.importorskip("playwright", reason="`make web-test` runs these, in an environment with playwright")

import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, Page, expect

from server.app import create_app
from stores.vocabulary import Look
from tests.agents.scripted import Scripted
from tests.figures import photo
from tests.graph.test_painting import ADULT, EYES, WISH, colours_of
from tests.tools.preview.fake_webui import FakeWebUI
from tests.web.browsing import answered, file_of, open_page, say, visit

ON_ME = "Show me a preview of the first look on image number 1"


@pytest_asyncio.fixture(loop_scope="session")
async def fitting(open_house: Any, browser: Browser) -> AsyncIterator[tuple[Page, FakeWebUI]]:
    """A page of a server whose painter counts as another machine, and that painter."""
    async with FakeWebUI(["500"]).serving() as painter:
        settings = {"preview": f"webui:{painter.url}", "preview_seconds": 20, "photos_leave": True}
        async with open_house(**EYES, **settings) as services:
            services.painter.here = False
            services.models._loaded["eyes"] = Scripted(script=[json.dumps(ADULT)] * 9)
            app = create_app(services.settings, services)
            server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
            serving = asyncio.create_task(server.serve())
            while not server.started:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            port = server.servers[0].sockets[0].getsockname()[1]
            async with open_page(browser, f"http://127.0.0.1:{port}") as page:
                yield page, painter
            server.should_exit = True
            await serving


async def test_a_look_is_tried_on_after_a_yes_and_a_no_is_told(fitting: tuple[Page, FakeWebUI]) -> None:
    page, painter = fitting
    await visit(page)
    await say(page, WISH)
    thread = page.url.rpartition("/")[2]
    shown = await (await page.context.request.get(f"/v1/looks?thread_id={thread}")).json()
    first = next(one["look"] for one in shown if one["look"]["id"] == "look-1")
    painter.answers = [colours_of(Look.model_validate(first))]
    card = page.locator(".stage .card")
    await card.get_by_role("button", name="Preview").click()
    await expect(page.get_by_role("dialog")).to_contain_text("only after you have said yes")
    await page.locator("#tryon-photo").set_input_files([file_of("me.jpg", photo())])
    question = page.locator(".turn .trouble")
    await expect(question).to_contain_text("runs on another machine")
    await question.get_by_role("button", name="No", exact=True).click()
    await expect(page.locator(".turn").last.locator("figcaption")).to_contain_text("Your photo stays here")
    assert painter.orders == []
    await answered(page, ON_ME)
    await say(page, ON_ME)
    await question.get_by_role("button", name="Yes, always").click()
    await answered(page, ON_ME)
    await expect(page.locator(".turn").last.locator("figcaption")).to_contain_text("picture made by a model")
    assert len(painter.orders) == 1
    await visit(page, "looks")
    await page.locator(".lookbook button", has_text=first["title"]).click()
    await page.get_by_role("dialog").get_by_role("button", name="Preview").click()
    await page.get_by_role("dialog").last.get_by_role("button", name="Photo 1").click()
    await expect(page.locator(".opened figcaption")).to_contain_text("picture made by a model")
    await visit(page, "you")
    await expect(page.get_by_label("May photos leave this server?")).to_have_value("true")


async def test_where_nothing_paints_a_preview_is_laid_out_at_once(page: Page) -> None:
    await visit(page)
    await say(page, WISH)
    await page.locator(".stage").get_by_role("button", name="Preview").click()
    await expect(page.locator(".stage figcaption")).to_contain_text("laid out")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.locator(".stage").get_by_role("button", name="Pieces").click()
    await expect(page.locator(".stage .flatlay")).to_be_visible()
    await expect(page.locator(".stage").get_by_role("button", name="Preview")).to_be_enabled()

"""The page for everybody: nothing that axe calls serious, in either theme; keys alone do; targets are large enough."""

from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="`make web-test` runs these, in an environment with playwright")

import axe_playwright_python
from playwright.async_api import Browser, Page, expect

from tests.server.processes import Served
from tests.web.browsing import PHONE, WEDDING, answered, file_of, flat_photo, open_page, say, visit

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
GRAVE = {"serious", "critical"}
ROOMS = ("wardrobe", "search", "looks", "you")
LEAST_PX = 24  # WCAG 2.2, target size (minimum)
RUN = "() => axe.run().then((found) => found.violations.map((one) => [one.impact, one.id, one.nodes[0].html]))"
SMALL = """() => [...document.querySelectorAll("button, a, select, summary, input")]
    .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && Math.min(box.width, box.height) < 24).map(([html]) => html)"""


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_nothing_keeps_anybody_out(browser: Browser, server: Served, key: str, theme: str) -> None:
    options = {"color_scheme": theme, "bypass_csp": True, "reduced_motion": "reduce"}
    async with open_page(browser, server.url, size=PHONE, key=key, **options) as page:
        await visit(page)
        await passes(page)
        await say(page, WEDDING)
        await page.locator(".pieces summary").first.click()
        await passes(page)
        await visit(page, "wardrobe")
        await page.locator("#wardrobe-photos").set_input_files([file_of("a.jpg", flat_photo("blazer", "#1c2747"))])
        await expect(page.get_by_role("button", name="Photo 1")).to_be_visible()
        for room in ROOMS:
            await visit(page, room)
            await passes(page)


async def passes(page: Page) -> None:
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    found = await page.evaluate(RUN)
    assert [one for one in found if one[0] in GRAVE] == []
    assert await page.evaluate(SMALL) == []


async def test_keys_alone_do(page: Page) -> None:
    await visit(page)
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    await page.get_by_role("textbox").focus()
    await page.keyboard.type("A navy coat")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("under 200 euros")
    await page.keyboard.press("Enter")
    await answered(page, "under 200 euros")
    await page.get_by_role("button", name="Conversations").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(page.get_by_role("button", name="Conversations")).to_be_focused()

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
# What opens a sheet, by room.
SHEETS = {
    "chat": ".talk-tools button",
    "wardrobe": ".photos button",
    "search": ".articles button",
    "looks": ".lookbook button",
    "you": ".you .section .quiet >> nth=-1",
}
MOST_STEPS = 120
RUN = "() => axe.run().then((found) => found.violations.map((one) => [one.impact, one.id, one.nodes[0].html]))"
# Smaller than WCAG 2.2 has it, 24 px.
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
        for room, opener in SHEETS.items():
            await visit(page, room)
            await page.locator(opener).first.click()
            await expect(page.get_by_role("dialog")).to_be_visible()
            await passes(page)
            await page.keyboard.press("Escape")


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_the_door_and_the_faults_are_open_to_all(browser: Browser, server: Served, key: str, theme: str) -> None:
    options = {"color_scheme": theme, "bypass_csp": True, "reduced_motion": "reduce"}
    async with open_page(browser, server.url, size=PHONE, **options) as page:
        await page.goto("/")
        await page.get_by_label("Your key").fill("mk_nobody")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("alert")).to_contain_text("not known")
        await passes(page)
        await page.get_by_label("Your key").fill(key)
        await page.keyboard.press("Enter")
        await expect(page.locator(".starts button")).to_have_count(4)
        await page.route("**/v1/looks*", lambda route: route.abort())
        await page.goto("/#/looks")
        await expect(page.get_by_role("alert")).to_contain_text("cannot be reached")
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


async def test_keys_alone_go_from_a_sentence_to_a_saved_look(page: Page) -> None:
    await visit(page)
    await tab_to(page, ".starts li:nth-child(2) button")
    await page.locator(".turn .live[hidden]").wait_for(state="attached")
    await expect(page.locator(".turn")).to_be_focused()
    await tab_to(page, ".rail .card .cover")
    await tab_to(page, ".stage .pieces summary")
    await tab_to(page, ".stage .piece-acts .on-latest")
    await answered(page, "In the first look, swap")
    await tab_to(page, ".stage .card-acts .primary")
    await expect(page.locator(".stage").get_by_role("button", name="Saved")).to_be_visible()
    await tab_to(page, ".tabs [data-room=looks]", back=True)
    await expect(page.locator(".wall .card")).to_have_count(1)
    await tab_to(page, ".lookbook button")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator(".lookbook button").first).to_be_focused()


async def tab_to(page: Page, selector: str, *, back: bool = False) -> None:
    """Walks by the tab key until something like this has the focus, and presses it."""
    for _ in range(MOST_STEPS):
        await page.keyboard.press("Shift+Tab" if back else "Tab")
        if await page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return await page.keyboard.press("Enter")
    raise AssertionError(f"no way to {selector} by keys")

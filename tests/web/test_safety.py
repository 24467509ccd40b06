"""What people, models and shops write stays text; nothing comes from elsewhere; nothing runs that is not ours."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright", reason="`make web-test` runs these, in an environment with playwright")

from playwright.async_api import Page, expect

from tests.server.processes import Served
from tests.web.browsing import fulfil, message, say, visit

HOSTILE = '<img src=x onerror="document.title=1"><b>bold</b> **strong**'
WEB = Path(__file__).parents[2] / "server" / "web"
KILOBYTE = 1000
END = ("end", {"status": "success"}, "2")


async def test_what_is_written_never_becomes_html(page: Page) -> None:
    await visit(page)
    await say(page, HOSTILE)
    await expect(page.locator(".asked p")).to_have_text(HOSTILE)
    assert await page.locator(".turn b, .asked img").count() == 0
    assert await page.title() == "Maison"
    await page.get_by_role("button", name="Conversations").click()
    await expect(page.locator(".threads a").first).to_contain_text("<img")


async def test_what_a_model_writes_never_becomes_html(page: Page) -> None:
    await visit(page)
    await page.route("**/runs/stream", lambda route: fulfil(route, [message(HOSTILE, "1"), END], {}))
    await page.get_by_role("textbox").fill("A coat")
    await page.keyboard.press("Enter")
    await expect(page.locator(".letter strong")).to_have_text("strong")
    await expect(page.locator(".letter")).to_contain_text("<b>bold</b>")
    assert await page.locator(".letter b, .letter img").count() == 0


async def test_the_policy_stops_inline_scripts_and_html(page: Page) -> None:
    answer = await page.goto("/")
    assert answer
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    await page.evaluate("() => { try { document.body.innerHTML = '<p id=slipped></p>' } catch {} }")
    assert await page.locator("#slipped").count() == 0


async def test_everything_comes_from_here_and_is_small(page: Page, server: Served) -> None:
    seen: set[str] = set()
    page.on("request", lambda request: seen.add(urlsplit(request.url).netloc))
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    for room in ("", "wardrobe", "search", "looks", "you"):
        await visit(page, room)
    assert seen == {server.url.removeprefix("http://")}
    assert faults == []
    sizes = {file.name: file.stat().st_size for file in WEB.rglob("*") if file.suffix != ".json" and file.is_file()}
    words = max(file.stat().st_size for file in WEB.glob("i18n/*.json"))
    assert sum(sizes.values()) + words < 200 * KILOBYTE

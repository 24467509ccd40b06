"""What people, models and shops write stays text; nothing comes from elsewhere; nothing runs that is not ours."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright", reason="`make web-test` runs these, in an environment with playwright")

from typing import Any

from playwright.async_api import Browser, Page, Response, Route, expect

from tests.server.processes import Served
from tests.web.browsing import WEDDING, file_of, fulfil, message, open_page, say, visit

HOSTILE = '<img src=x onerror="document.title=1"><b>bold</b> **strong**'
SPOILED = dict.fromkeys(("name", "brand", "description", "value"), HOSTILE) | {"size": "<b>M</b>"}
WEB = Path(__file__).parents[2] / "server" / "web"
MOST_SENT = 120_000  # bytes of scripts, styles, words and type, in all rooms
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


def renamed(told: Any) -> Any:
    """The same answer as it would be of a service that lets names pass as they come."""
    if isinstance(told, list):
        return [renamed(one) for one in told]
    if not isinstance(told, dict):
        return told
    return {key: SPOILED[key] if key in SPOILED and isinstance(one, str) else renamed(one) for key, one in told.items()}


async def spoil(route: Route) -> None:
    if route.request.method != "GET" and "search" not in route.request.url:
        await route.continue_()
        return
    await route.fulfill(json=renamed(await (await route.fetch()).json()))


async def test_names_never_become_html(page: Page, server: Served) -> None:
    for path in ("wardrobe", "profile/facts", "catalog/search*"):
        await page.route(f"**/v1/{path}", spoil)
    await visit(page)
    token = (await (await page.context.request.get("/v1/session")).json())["csrf_token"]
    headers = {"X-CSRF-Token": token}
    row = {"category": "blazer", "colours": ["navy"], "name": "a blazer", "size": "M", "confirmed": True}
    await page.context.request.post("/v1/wardrobe/import", data=[row], headers=headers)
    await page.context.request.patch("/v1/profile", data={"place": "Lyon"}, headers=headers)
    await visit(page, "wardrobe")
    await page.locator("#wardrobe-photos").set_input_files([file_of("<img src=x><b>a.jpg", b"no photo")])
    await expect(page.locator("section.uploads li")).to_contain_text("<img src=x><b>a.jpg")
    await page.locator(".garments button").click()
    await expect(page.locator(".facts")).to_contain_text("<b>M</b>")
    await page.keyboard.press("Escape")
    await visit(page, "you")
    await expect(page.locator(".entries li").first).to_contain_text("<img src=x")
    await visit(page, "search")
    await expect(page.locator(".articles li").first).to_contain_text("<img src=x")
    await page.locator(".articles button").first.click()
    await expect(page.get_by_role("dialog")).to_contain_text("<b>bold</b>")
    assert await page.locator("b, img[src=x]").count() == 0
    assert await page.title() == "Shop · Maison"


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


async def test_all_of_the_page_is_little_to_send(browser: Browser, server: Served, key: str) -> None:
    files: list[Response] = []
    async with open_page(browser, server.url, key=key) as page:
        page.on(
            "response", lambda one: files.append(one) if urlsplit(one.url).path.startswith(("/page/", "/#")) else None
        )
        for room in ("", "wardrobe", "search", "looks", "you"):
            await visit(page, room)
        await visit(page)
        await say(page, WEDDING)
        sizes = {one.url: await one.request.sizes() for one in files}
    sent = sum(one["responseBodySize"] + one["responseHeadersSize"] for one in sizes.values())
    assert len(sizes) > len([*WEB.glob("js/*.js")]) - 6
    assert sent < MOST_SENT


async def test_two_changes_at_once_with_a_lost_token_both_get_the_new_one(page: Page) -> None:
    await visit(page)
    languages = await page.evaluate("""async () => {
      const api = await import("/page/js/api.js");
      api.session.token = "lost";
      const change = (language) => api.ask("/v1/profile", { method: "PATCH", json: { language } });
      return (await Promise.all([change("fr"), change("fr")])).map((profile) => profile.language);
    }""")
    assert languages == ["fr", "fr"]

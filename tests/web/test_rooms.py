"""The rooms beside the talk: what is said of oneself, conversations found again, what is off, what is slow or away."""

import asyncio
import re
from typing import Any

import pytest

pytest.importorskip("playwright", reason="`make web-test` runs these, in an environment with playwright")

from playwright.async_api import Page, Route, expect

from tests.web.browsing import fulfil, say, visit

ASKED = "A navy coat under 200 euros"
# Every text that the live line has.
NOTED = """() => {
    window.lines = [];
    const note = () => {
        const text = document.querySelector(".live")?.textContent;
        if (text && text !== lines.at(-1)) lines.push(text);
    };
    new MutationObserver(note).observe(document.querySelector("main"), { childList: true, subtree: true });
}"""


async def test_what_is_said_of_oneself_is_kept_and_forgotten(page: Page) -> None:
    await visit(page, "you")
    await page.get_by_label("Clothes cut for").select_option("women")
    await page.get_by_label("Clothes size").select_option("M")
    await page.get_by_label("Usual budget for a look").fill("180")
    await page.get_by_role("group", name="Colours you like").get_by_role("button", name="Green").click()
    await page.get_by_label("May photos leave this server?").select_option("false")
    await page.get_by_role("button", name="Save", exact=True).click()
    learned = page.locator(".entries li", has_text="Clothes size: M")
    await expect(learned).to_contain_text("set by hand")
    await page.reload()
    await expect(page.get_by_label("Usual budget for a look")).to_have_value("180")
    await expect(page.get_by_label("May photos leave this server?")).to_have_value("false")
    await learned.get_by_role("button", name="Forget").click()
    await expect(page.locator("label", has_text="Clothes size").locator("select")).to_have_value("")


async def test_replies_are_kept_for_learning_once_agreed_and_until_withdrawn(page: Page) -> None:
    async def agreed() -> bool:
        return bool((await (await page.context.request.get("/v1/me/records")).json())["given"])

    await visit(page, "you")
    assert not await agreed()
    await page.get_by_role("button", name="Yes, keep them").click()
    await expect(page.locator(".section", has_text="Learning from replies")).to_contain_text("0 replies are kept")
    assert await agreed()
    await page.get_by_role("button", name="No longer: delete them").click()
    await expect(page.get_by_role("button", name="Yes, keep them")).to_be_visible()
    assert not await agreed()


async def test_what_is_never_worn_is_added_and_taken_back(page: Page) -> None:
    await visit(page, "you")
    never = page.get_by_role("group", name="What else you never wear")
    choice = never.get_by_label("Add a kind, a cloth or a pattern")
    for word in ("Mini skirt", "Wool", "Stripe"):
        value = await choice.locator("option", has_text=re.compile(f"^{word}")).first.get_attribute("value")
        await choice.select_option(value)
    await never.get_by_role("button", name="Take off the list: Wool").click()
    await expect(never.get_by_role("button")).to_have_count(2)
    await page.get_by_role("button", name="Save", exact=True).click()
    await expect(page.locator(".entries li", has_text="Avoids: mini skirt")).to_contain_text("set by hand")
    await page.reload()
    await expect(never.get_by_role("button")).to_have_count(2)
    held = await (await page.context.request.get("/v1/profile")).json()
    assert held["avoid_categories"] == ["mini_skirt"]
    assert (held["avoid_fabrics"], len(held["avoid_patterns"])) == ([], 1)


async def test_conversations_are_found_again_and_deleted(page: Page) -> None:
    await visit(page)
    await say(page, ASKED)
    await page.get_by_role("button", name="New conversation").click()
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    await page.get_by_role("button", name="Conversations").click()
    sheet = page.get_by_role("dialog")
    await sheet.get_by_role("link", name=ASKED).click()
    await expect(page.locator(".rail .card").first).to_be_visible()
    await page.get_by_role("button", name="Conversations").click()
    entry = sheet.locator(".threads li", has_text=ASKED)
    await entry.get_by_role("button", name="Delete conversation").click()
    await page.get_by_role("dialog").last.get_by_role("button", name="Delete conversation").click()
    await expect(entry).to_have_count(0)


async def test_light_and_dark_are_remembered(page: Page) -> None:
    await visit(page)
    paper = "() => getComputedStyle(document.body).backgroundColor"
    light = await page.evaluate(paper)
    await page.get_by_role("button", name="Light or dark").click()
    dark = await page.evaluate(paper)
    assert dark != light
    await page.reload()
    assert await page.evaluate(paper) == dark


async def test_what_is_off_is_not_shown(page: Page) -> None:
    async def plain(route: Route) -> None:
        told = await (await route.fetch()).json()
        await route.fulfill(json=told | {"retrieval": ["lexical"]})

    await visit(page, "search")
    await expect(page.get_by_label("Search by", exact=True)).to_be_visible()
    await page.route("**/v1/capabilities", plain)
    await page.reload()
    await expect(page.locator(".articles li").first).to_be_visible()
    await expect(page.get_by_label("Search by", exact=True)).to_have_count(0)


async def test_a_service_that_is_away_at_first_and_then_slow_says_so(page: Page) -> None:
    async def slow(route: Route) -> None:
        await asyncio.sleep(3)
        await route.continue_()

    await page.route("**/v1/capabilities", lambda route: route.abort())
    await page.goto("/#/wardrobe")
    await expect(page.get_by_role("alert")).to_contain_text("cannot be reached")
    await page.route("**/v1/photos", slow)
    await page.unroute("**/v1/capabilities")
    await page.get_by_role("button", name="Try again").click()
    await expect(page.get_by_text("longer than usual")).to_be_visible()
    await expect(page.get_by_role("heading", name="Nothing hangs here yet")).to_be_visible()


async def test_the_live_line_says_what_is_being_done(page: Page) -> None:
    await visit(page)
    held = asyncio.Event()
    run = {"Location": "/threads/t/runs/r1/stream"}

    async def begun(route: Route) -> None:
        await fulfil(route, [("metadata", {"run_id": "r1"}, "1"), node("understand", brief={"place": "Lyon"})], run)

    async def rest(route: Route) -> None:
        await held.wait()
        steps = [("custom", {"kind": "preview", "step": "painting"}, "3"), node("check"), node("merge")]
        await fulfil(route, [*steps, ("end", {"status": "success"}, "9")], {})

    await page.route("**/runs/stream", begun)
    await page.route("**/threads/t/runs/r1/stream", rest)
    await page.evaluate(NOTED)
    await page.get_by_role("textbox").fill(ASKED)
    await page.keyboard.press("Enter")
    await expect(page.locator(".live")).to_contain_text("Coming back")
    held.set()
    await expect(page.locator(".live")).to_be_hidden()
    told = ["Reading what you wrote", "Looking up the weather in Lyon", "Painting the picture", "Writing to you"]
    lines = await page.evaluate("() => lines")
    assert [*dict.fromkeys(line for line in lines if line in told)] == told


def node(name: str, **changes: Any) -> tuple[str, Any, str]:
    return ("updates", {name: changes}, f"2-{name}")

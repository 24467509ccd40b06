"""What the page says when things go wrong: kindly, and with what to do."""

import asyncio

import pytest

pytest.importorskip("playwright", reason="`make web-test` runs these, in an environment with playwright")

from playwright.async_api import Page, Route, expect

from tests.server.processes import Served
from tests.web.browsing import fulfil, message, say, visit

STREAM = "**/runs/stream"
ASKED = "A navy coat under 200 euros"


async def ask(page: Page, text: str = ASKED) -> None:
    await page.get_by_role("textbox").fill(text)
    await page.keyboard.press("Enter")


async def test_a_service_that_is_away_is_said_and_tried_again(page: Page) -> None:
    await visit(page)
    await page.route(STREAM, lambda route: route.abort())
    await ask(page)
    await expect(page.get_by_role("alert")).to_contain_text("cannot be reached")
    await page.unroute(STREAM)
    await page.get_by_role("button", name="Try again").click()
    await expect(page.locator(".letter")).to_contain_text("coat")
    await expect(page.locator(".asked")).to_have_count(1)


async def test_what_failed_before_takes_nothing_back_that_came_after(page: Page) -> None:
    await visit(page)
    await page.route(STREAM, lambda route: route.abort())
    await ask(page)
    await expect(page.get_by_role("button", name="Try again")).to_be_visible()
    await page.unroute(STREAM)
    await say(page, "Red shoes under 90 euros")
    await expect(page.locator(".turn")).to_have_count(2)
    await expect(page.get_by_role("button", name="Try again")).to_have_count(0)


async def test_too_many_requests_name_the_wait(page: Page) -> None:
    await visit(page)
    told = {"code": "too_many_requests", "detail": "..."}
    headers = {"Retry-After": "7"}
    await page.route(STREAM, lambda route: route.fulfill(status=429, json=told, headers=headers))
    await ask(page)
    await expect(page.get_by_role("alert")).to_contain_text("in 7 seconds")


async def test_a_stream_that_is_cut_goes_on_where_it_was(page: Page) -> None:
    await visit(page)
    first = [("metadata", {"run_id": "r1"}, "1-0"), message("The navy coat", "1-1")]
    rest = [message(" keeps the rain out.", "1-2"), ("end", {"run_id": "r1", "status": "success"}, "1-3")]
    asked_after: list[str | None] = []

    async def cut(route: Route) -> None:
        await fulfil(route, first, {"Location": "/threads/t/runs/r1/stream"})

    async def resumed(route: Route) -> None:
        asked_after.append(route.request.headers.get("last-event-id"))
        await fulfil(route, rest, {})

    await page.route(STREAM, cut)
    await page.route("**/threads/t/runs/r1/stream", resumed)
    await ask(page)
    await expect(page.locator(".letter")).to_have_text("The navy coat keeps the rain out.")
    assert asked_after == ["1-1"]


async def test_a_slow_answer_is_not_left_in_silence_and_can_be_stopped(page: Page) -> None:
    await visit(page)

    async def never(route: Route) -> None:
        await asyncio.sleep(30)

    await page.route(STREAM, never)
    await ask(page)
    await expect(page.locator(".live")).to_contain_text("longer than usual")
    await ask(page, "And in red?")
    await expect(page.locator(".notices")).to_contain_text("still being written")
    await expect(page.get_by_role("textbox")).to_have_value("And in red?")
    await page.get_by_role("button", name="Stop").click()
    await expect(page.locator(".turn-foot")).to_contain_text("Stopped")


async def test_an_expired_session_leads_to_the_door_and_back(page: Page, key: str) -> None:
    await visit(page)
    await page.context.clear_cookies()
    await page.get_by_role("link", name="Wardrobe").click()
    await page.get_by_label("Your key").fill(key)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Wardrobe")


async def test_the_last_message_is_said_otherwise(page: Page, server: Served) -> None:
    await visit(page)
    await say(page, ASKED)
    await page.get_by_role("button", name="Edit").click()
    await expect(page.get_by_role("textbox")).to_have_value(ASKED)
    await say(page, "Red shoes under 90 euros")
    await expect(page.locator(".turn")).to_have_count(1)
    await expect(page.locator(".letter")).not_to_contain_text("coat")
    await page.reload()
    await expect(page.locator(".asked")).to_have_text(["Red shoes under 90 euros"])
    assert await page.locator(".rail .card").count() > 0

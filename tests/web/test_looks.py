"""What can be done with a look, what the critic and the advisor found, and the day's suggestions."""

import asyncio
import re
from datetime import datetime

import pytest

pytest.importorskip("playwright", reason="`make web-test` runs these, in an environment with playwright")

from playwright.async_api import Locator, Page, Route, expect

from tests.server.processes import Served
from tests.web.browsing import WEDDING, answered, say, visit

RATED = "Rate my outfit for an interview: black jeans, white T-shirt, brown sneakers, navy blazer"
SUGGESTIONS = "**/v1/suggestions*"


async def test_a_look_can_be_opened_judged_and_changed(page: Page) -> None:
    await visit(page)
    await say(page, WEDDING)
    large = page.locator(".stage .card")
    await page.locator(".rail .cover").nth(1).click()
    title = await page.locator(".rail h3").nth(1).inner_text()
    await expect(large.locator("h3")).to_have_text(title)
    await large.locator(".scores summary").click()
    await expect(large.locator("meter").first).to_be_visible()
    await large.locator(".pieces summary").last.click()
    opened = large.locator(".pieces li").last
    await expect(opened.get_by_role("link", name="To the shop")).to_have_attribute("rel", "noreferrer noopener")
    await opened.get_by_role("button", name="I do not like this piece").click()
    await expect(opened.locator("[aria-pressed=true]")).to_have_count(1)
    before = await pieces(large)
    await large.locator(".pieces summary").first.click()
    await large.get_by_role("button", name="Swap this piece").first.click()
    await answered(page, "In the second look, swap the")
    assert {*before[1:]} <= {*await pieces(large)} != {*before}
    await large.get_by_role("button", name="More like this").click()
    await answered(page, "More like the first look")
    await expect(page.locator(".turn").last.locator(".rail .card").first).to_be_visible()
    good = page.locator(".turn").last.get_by_role("button", name="A good answer", exact=True)
    await good.click()
    await expect(good).to_have_attribute("aria-pressed", "true")
    old = page.locator(".turn").first.locator(".rail")
    await expect(old.get_by_role("button", name="More like this").first).to_be_hidden()


async def pieces(card: Locator) -> list[str]:
    names = await card.locator(".piece-name").all_inner_texts()
    return [name.splitlines()[0] for name in names]


async def test_what_was_shown_is_opened_and_saved_from_the_looks(page: Page) -> None:
    await visit(page)
    await say(page, WEDDING)
    await visit(page, "looks")
    await expect(page.get_by_role("heading", name="No look saved yet")).to_be_visible()
    tiles = page.locator(".lookbook button")
    before = await tiles.count()
    await tiles.first.click()
    sheet = page.get_by_role("dialog")
    await expect(sheet.get_by_role("heading", level=2)).to_contain_text("a wedding in Lyon")
    await sheet.get_by_role("button", name="Save this look").click()
    await expect(sheet).to_have_count(0)
    await expect(page.locator(".wall .card")).to_have_count(1)
    await tiles.first.click()
    await sheet.get_by_role("button", name="Forget").click()
    await expect(tiles).to_have_count(before - 2)


async def test_the_critic_and_the_advisor_are_read_at_a_glance(page: Page) -> None:
    await visit(page)
    await say(page, RATED)
    reading = page.get_by_role("region", name="The critic’s reading")
    await expect(reading.locator(".mark")).to_contain_text("of 100")
    await expect(reading.locator(".fixes li").first).to_contain_text("Swap")
    await reading.get_by_text("The reading in full").click()
    await expect(reading.locator("meter").first).to_be_visible()
    advice = page.get_by_role("region", name="What to keep and what to change")
    for part in ("Keep", "Swap"):
        await expect(advice.get_by_role("heading", name=part)).to_be_visible()
    await expect(advice.locator(".thumb img").first).to_be_visible()
    assert await advice.locator(".swatch").count() == 0


async def test_the_day_has_its_looks_once_and_nobody_waits_for_them(page: Page, server: Served) -> None:
    held = asyncio.Event()

    async def late(route: Route) -> None:
        await held.wait()
        await route.continue_()

    await page.route(SUGGESTIONS, late)
    await page.goto("/")
    await expect(page.locator(".starts button")).to_have_count(4)
    await page.get_by_role("textbox").fill("A coat")
    held.set()
    await expect(page.locator(".today .card")).to_have_count(3)
    await expect(page.get_by_role("textbox")).to_have_value("A coat")
    talk = await page.get_by_role("link", name="Talk about these").get_attribute("href")
    await page.reload()
    assert await page.get_by_role("link", name="Talk about these").get_attribute("href") == talk
    await page.get_by_role("link", name="Talk about these").click()
    await expect(page.locator(".asked")).to_have_text("What should I wear today?")


async def test_the_first_sentences_fit_the_day_and_the_person(page: Page) -> None:
    await page.route(SUGGESTIONS, lambda route: route.abort())
    starts = page.locator(".starts button")
    await page.clock.set_fixed_time(datetime(2027, 1, 13, 9))  # a Wednesday
    await visit(page)
    await expect(starts.first).to_contain_text("cold day")
    await expect(starts.nth(1)).to_contain_text("office tomorrow")
    await page.clock.set_fixed_time(datetime(2027, 7, 17, 9))  # a Saturday
    await page.reload()
    await expect(starts.first).to_contain_text("32-degree day")
    await expect(starts.nth(1)).to_contain_text("weekend")
    token = (await (await page.context.request.get("/v1/session")).json())["csrf_token"]
    rows = [{"category": "blazer", "colours": ["navy"], "confirmed": True}]
    headers = {"X-CSRF-Token": token}
    await page.context.request.post("/v1/wardrobe/import", data=rows, headers=headers)
    liking = {"colours": ["green"], "currency": "USD"}
    await page.context.request.patch("/v1/profile", data=liking, headers=headers)
    await page.reload()
    await expect(starts.nth(1)).to_have_text("A relaxed outfit for the weekend under $120")
    await expect(starts.nth(3)).to_have_text("What goes with my blazer?")
    occasions = {}
    for day in range(18, 22):  # a Sunday, and three days more
        await page.clock.set_fixed_time(datetime(2027, 7, day, 9))
        await page.reload()
        await expect(starts.nth(1)).to_contain_text("office tomorrow")
        await expect(starts.nth(3)).to_have_text("What goes with my blazer?")
        occasions[day] = await starts.nth(2).inner_text()
    told = " ".join(occasions.values())
    assert len({*occasions.values()}) == 4
    assert "something in green" in told
    assert "four days in Rome in August" in told
    assert re.search(r"wedding in Lyon on (31 July|7 August), under \$150", told)

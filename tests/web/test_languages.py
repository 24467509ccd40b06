"""One language at a time: what the page counts is written as in the replies, and a fault never ends in English."""

import re
from typing import get_args

import pytest

pytest.importorskip("playwright", reason="`make web-test` runs these, in an environment with playwright")

from playwright.async_api import Browser, Page, expect

from graph.wording import date_text, price_text
from stores.vocabulary import Language
from tests.server.processes import Served
from tests.web.browsing import file_of, open_page, say, visit
from tests.web.screenshots import ASKED, LOCALES

SUMS = [
    (89, "EUR"),
    (39.9, "EUR"),
    (1299.5, "EUR"),
    (200, "USD"),
    (1200, "CNY"),
    (9, "GBP"),
    (12, "SEK"),
    (15000, "JPY"),
]
DAYS = ["2027-06-12", "2027-05-01", "2027-12-31", "2027-11-11"]
WRITTEN = """async ([sums, days]) => {
    const page = await import("/page/js/i18n.js");
    return [sums.map(([amount, currency]) => page.money(amount, currency)), days.map((day) => page.day(day))];
}"""
ENGLISH = re.compile(r"\b(the|is|no|not|of|there)\b", re.IGNORECASE)


@pytest.mark.parametrize("language", get_args(Language))
async def test_prices_and_days_read_as_in_a_reply(
    browser: Browser, server: Served, key: str, language: Language
) -> None:
    async with open_page(browser, server.url, key=key, locale=LOCALES[language]) as page:
        await visit(page)
        sums, days = await page.evaluate(WRITTEN, [SUMS, DAYS])
    assert [text.replace("\u00a0", " ") for text in sums] == [price_text(*one, language) for one in SUMS]
    assert days == [date_text(day, language) for day in DAYS]


@pytest.mark.parametrize(("language", "place"), [("fr", "Lyon"), ("zh", "里昂")])
async def test_a_card_and_its_letter_agree(
    browser: Browser, server: Served, key: str, language: str, place: str
) -> None:
    async with open_page(browser, server.url, key=key, locale=LOCALES[language]) as page:
        await visit(page)
        await say(page, ASKED[language])
        await expect(page.locator(".conditions")).to_contain_text(place)
        total = await page.locator(".stage .tag").inner_text()
        await expect(page.locator(".letter")).to_contain_text(total.replace("\u00a0", " "))
        await visit(page, "you")
        learned = page.locator(".entries li", has_text="：绿色" if language == "zh" else "vert")
        await expect(learned).to_contain_text(ASKED[language])


@pytest.mark.parametrize("language", ["fr", "zh"])
async def test_no_fault_ends_in_english(browser: Browser, server: Served, key: str, language: str) -> None:
    async with open_page(browser, server.url, key=key, locale=LOCALES[language]) as page:
        await visit(page, "wardrobe")
        table = b"category,colours\nspaceship,red\nblazer,nocolour"
        await page.locator("#wardrobe-file").set_input_files([file_of("a.csv", table)])
        refused = page.locator("div.uploads li")
        await expect(refused).to_have_count(2)
        assert ENGLISH.findall(" ".join(await refused.all_inner_texts())) == []
        refusal = {"code": "new_code", "detail": "There is no such thing."}
        await page.route("**/v1/looks*", lambda route: route.fulfill(status=422, json=refusal))
        await page.goto("/#/looks")
        told = page.get_by_role("alert")
        await expect(told).to_be_visible()
        assert ENGLISH.findall(await told.inner_text()) == []


async def test_another_language_is_the_interfaces_and_the_replies(page: Page) -> None:
    await visit(page)
    await page.get_by_label("Language").select_option("zh")
    await expect(page.get_by_role("heading", level=1)).to_have_text("今天要去什么场合？")
    await expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    await page.locator(".starts button").nth(1).click()
    await page.locator(".turn .live[hidden]").wait_for(state="attached")
    reply = await page.locator(".letter").inner_text()
    assert len(re.findall(r"[\u4e00-\u9fff]", reply)) > 20
    await page.reload()
    await expect(page.get_by_role("link", name="衣橱")).to_be_visible()

"""The shop: by words, within filters whose counts follow, by picture, by likeness; and pictures that are elsewhere."""

import pytest

pytest.importorskip("playwright", reason="`make web-test` runs these, in an environment with playwright")

from playwright.async_api import Page, Route, expect

from tests.web.browsing import file_of, flat_photo, visit

TILES = ".articles li"
ELSEWHERE = "https://cdn.shop.example/coat.jpg"


async def test_words_filters_and_ways_of_searching(page: Page) -> None:
    await visit(page, "search")
    await page.get_by_label("Words to search for").fill("warm wool coat")
    await page.keyboard.press("Enter")
    await expect(page.locator(TILES).first).to_contain_text("coat")
    everything = await page.locator(".results p").inner_text()
    await page.get_by_role("button", name="Coats").click()
    await expect(page.locator(".results p")).not_to_have_text(everything)
    await expect(page.get_by_role("button", name="Coats")).to_have_attribute("aria-pressed", "true")
    await page.get_by_label("Search by").select_option("lexical")
    await expect(page.locator(TILES).first).to_be_visible()
    await page.get_by_label("Up to").fill("1")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Nothing fits all of that")).to_be_visible()
    await page.locator(".results").get_by_role("button", name="Clear all").click()
    await expect(page.locator(TILES)).to_have_count(24)
    await page.locator(TILES).first.get_by_role("button").click()
    await page.get_by_role("dialog").get_by_role("button", name="More like this").click()
    await expect(page.get_by_role("button", name="Like the piece you chose")).to_be_visible()


async def test_a_picture_finds_what_is_like_it_within_filters(page: Page) -> None:
    await visit(page, "search")
    await page.locator("#search-photo").set_input_files([file_of("mine.jpg", flat_photo("blazer", "#1c2747"))])
    await expect(page.get_by_role("button", name="Like mine.jpg")).to_be_visible()
    await expect(page.locator(TILES).first).to_contain_text("Navy")
    await page.get_by_role("button", name="Show more").click()
    await expect(page.locator(TILES)).to_have_count(48)
    everything = await page.locator(".results p").inner_text()
    await page.get_by_role("button", name="Shoes").click()
    await expect(page.locator(".results p")).not_to_have_text(everything)
    await expect(page.get_by_role("button", name="Like mine.jpg")).to_be_visible()
    await page.get_by_role("button", name="Like mine.jpg").click()
    await expect(page.get_by_role("button", name="Like mine.jpg")).to_have_count(0)
    kept = await page.context.request.get("/v1/photos")
    assert await kept.json() == []


async def test_a_picture_that_is_on_another_site_is_drawn_instead(page: Page) -> None:
    asked: list[str] = []
    page.on("response", lambda response: asked.append(response.url))

    async def moved(route: Route) -> None:
        await route.fulfill(status=307, headers={"Location": ELSEWHERE})

    await page.route("**/v1/catalog/*/image", moved)
    await visit(page, "search")
    await expect(page.locator(f"{TILES} img").first).to_have_js_property("naturalWidth", 480)
    assert "/v1/drawings/" in str(await page.locator(f"{TILES} img").first.get_attribute("src"))
    assert ELSEWHERE not in asked

"""A new person's whole way through the page, as they would go it."""

import zipfile

import pytest

pytest.importorskip("playwright", reason="`make web-test` runs these, in an environment with playwright")

from playwright.async_api import Browser, Locator, Page, expect

from tests.photos import red_square
from tests.server.processes import Served
from tests.web.browsing import PHONE, WEDDING, answered, file_of, open_page, say


async def test_from_the_key_to_the_erasure(browser: Browser, server: Served, key: str) -> None:
    async with open_page(browser, server.url, size=PHONE) as page:
        await comes_in(page, key)
        await asks_and_gets_it_cheaper(page)
        await hangs_a_blazer_in(page)
        await asks_what_goes_with_it(page)
        await keeps_a_look(page)
        await goes_on_in_french(page)
        await takes_everything_along_and_leaves_nothing(page)


async def comes_in(page: Page, key: str) -> None:
    await page.goto("/")
    await expect(page.locator(".door")).to_contain_text("leave this server only if you say yes")
    field = page.get_by_label("Your key")
    await field.fill("mk_nobody")
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("alert")).to_contain_text("not known")
    await field.fill(key)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("What are you dressing for?")
    await expect(page.locator(".starts button")).to_have_count(4)
    await expect(page.get_by_text("You are talking to a machine. It can be wrong.")).to_be_visible()


async def asks_and_gets_it_cheaper(page: Page) -> None:
    await say(page, WEDDING)
    first = page.locator(".turn").first
    await expect(first.locator(".letter")).to_contain_text("Lyon")
    await expect(first.locator(".rail .card")).to_have_count(3)
    before = await total(first.locator(".rail .tag").first)
    await first.locator(".rail .card").first.get_by_role("button", name="Cheaper").click()
    await answered(page, "Cheaper than the first look")
    after = await total(page.locator(".turn").last.locator(".rail .tag").first)
    assert after < before <= 150


async def total(tag: Locator) -> float:
    return float((await tag.inner_text()).replace("€", ""))


async def hangs_a_blazer_in(page: Page) -> None:
    await page.get_by_role("link", name="Wardrobe").click()
    await expect(page.get_by_text("Nothing hangs here yet")).to_be_visible()
    photos = [file_of("blazer.jpg", red_square()), file_of("notes.jpg", b"not a photo")]
    await page.locator("#wardrobe-photos").set_input_files(photos)
    await expect(page.locator("section.uploads")).to_contain_text("One photo in, one piece made out")
    await expect(page.locator("section.uploads li")).to_contain_text("notes.jpg")
    await expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
    await page.get_by_role("button", name="Correct").click()
    await page.get_by_label("What it is").select_option("blazer")
    await page.get_by_role("button", name="Save these details").click()
    await expect(page.get_by_role("heading", name="One piece")).to_be_visible()
    await expect(page.get_by_role("button", name="Photo 1")).to_be_visible()


async def asks_what_goes_with_it(page: Page) -> None:
    await page.get_by_role("link", name="Stylist").click()
    await say(page, "What goes with image number 1?")
    pieces = page.locator(".turn").last.locator(".rail .card").first.locator(".pieces")
    await expect(pieces).to_contain_text("yours")


async def keeps_a_look(page: Page) -> None:
    card = page.locator(".turn").last.locator(".rail .card").first
    await card.get_by_role("button", name="Preview").click()
    await expect(card.locator("figcaption")).to_contain_text("laid out")
    liked = card.get_by_role("button", name="I like this look")
    await liked.click()
    await expect(liked).to_have_attribute("aria-pressed", "true")
    await card.get_by_role("button", name="Save this look").click()
    await expect(card.get_by_role("button", name="Saved")).to_be_disabled()
    await page.get_by_role("link", name="Looks").click()
    await expect(page.get_by_role("button", name="I wore it today")).to_have_count(1)


async def goes_on_in_french(page: Page) -> None:
    await page.get_by_label("Language").select_option("fr")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Tenues")
    await page.get_by_role("link", name="Vous").click()
    learned = page.locator(".entries li", has_text="Aime\u00a0: vert")
    await expect(learned).to_contain_text(WEDDING)
    await learned.get_by_role("button", name="Oublier").click()
    await expect(learned).to_have_count(0)


async def takes_everything_along_and_leaves_nothing(page: Page) -> None:
    async with page.expect_download() as download:
        await page.get_by_role("link", name="Tout exporter").click()
    names = zipfile.ZipFile(await (await download.value).path()).namelist()
    assert any(name.endswith(".jpg") for name in names)
    await page.get_by_role("button", name="Tout effacer").click()
    await page.get_by_role("dialog").get_by_role("button", name="Effacer tout").click()
    await expect(page.locator(".starts button")).to_have_count(4)
    await page.get_by_role("link", name="Penderie").click()
    await expect(page.get_by_text("Rien n’est encore accroché")).to_be_visible()

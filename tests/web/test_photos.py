"""Photos in the talk by button, paste and drag; many at once in the wardrobe, and what has to be asked of them."""

import base64

import pytest

pytest.importorskip("playwright", reason="`make web-test` runs these, in an environment with playwright")

from playwright.async_api import Page, Route, expect

from tests.figures import photo
from tests.photos import red_square
from tests.web.browsing import answered, file_of, flat_photo, visit

NAVY, WINE, WINER = "#1c2747", "#7a2233", "#7b2334"
GIVEN = """([selector, kind, name, type, data]) => {
    const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
    const held = new DataTransfer();
    held.items.add(new File([bytes], name, { type }));
    const told = kind === "paste" ? { clipboardData: held } : { dataTransfer: held };
    const event = kind === "paste" ? new ClipboardEvent(kind, { ...told, bubbles: true, cancelable: true })
        : new DragEvent(kind, { ...told, bubbles: true, cancelable: true });
    document.querySelector(selector).dispatchEvent(event);
}"""


async def give(page: Page, kind: str, selector: str, data: bytes, *, name: str = "a.jpg") -> None:
    """Pastes or drops a file, as a browser would."""
    image = "image/jpeg" if name.endswith("jpg") else "text/plain"
    await page.evaluate(GIVEN, [selector, kind, name, image, base64.b64encode(data).decode()])


async def test_photos_are_sent_by_button_paste_and_drag(page: Page) -> None:
    await visit(page)
    strip = page.get_by_label("Photos to send").get_by_role("img")
    await page.locator("#composer-photos").set_input_files([file_of("a.jpg", flat_photo("blazer", NAVY))])
    await expect(strip).to_have_count(1)
    await give(page, "paste", "textarea", flat_photo("midi_skirt", WINE, "burgundy"))
    await expect(strip).to_have_count(2)
    await give(page, "drop", "form.composer", flat_photo("sweater", "#5f7a4f", "green"))
    await expect(strip).to_have_count(3)
    await give(page, "drop", "form.composer", b"not a photo", name="notes.txt")
    await page.get_by_role("button", name="Leave out: Photo 2").click()
    await expect(strip).to_have_count(2)
    await page.get_by_role("textbox").fill("What goes with these?")
    await page.keyboard.press("Enter")
    await answered(page, "What goes with these?")
    await expect(page.locator(".asked img")).to_have_count(2)
    await page.reload()
    await expect(page.locator(".asked img")).to_have_count(2)


async def test_photos_are_taken_wherever_they_are_dropped(page: Page) -> None:
    await visit(page)
    await give(page, "drop", "header", flat_photo("blazer", NAVY))
    await expect(page.get_by_label("Photos to send").get_by_role("img")).to_have_count(1)
    await visit(page, "search")
    await give(page, "paste", "body", flat_photo("blazer", NAVY), name="pasted.jpg")
    await expect(page.get_by_role("button", name="Like pasted.jpg")).to_be_visible()
    await visit(page, "wardrobe")
    await give(page, "paste", "body", flat_photo("sweater", "#5f7a4f", "green"))
    await expect(page.locator("section.uploads")).to_contain_text("One photo in")
    await visit(page, "you")
    await give(page, "drop", "main", flat_photo("blazer", NAVY))
    assert len(await (await page.context.request.get("/v1/photos")).json()) == 2


async def test_a_pile_of_photos_becomes_a_wardrobe(page: Page) -> None:
    await visit(page, "wardrobe")
    files = [file_of(f"{at}.jpg", red_square() + bytes(at)) for at in range(3)]
    await page.locator("#wardrobe-photos").set_input_files(files)
    await expect(page.get_by_role("progressbar", name="Upload")).to_be_visible()
    await expect(page.locator("section.uploads")).to_contain_text("3 photos in")
    refused = page.get_by_role("button", name="Not mine")
    await expect(refused).to_have_count(len(files))
    await refused.first.click()
    await expect(refused).to_have_count(len(files) - 1)


async def test_what_cannot_be_made_out_is_asked(page: Page) -> None:
    async def unsure(route: Route) -> None:
        photos = [{"photo": id, "number": at, "may_be": ["cap", "scarf"]} for at, id in enumerate(sent(route), start=1)]
        await route.fulfill(json={"garments": [], "doubts": photos, "degraded": []})

    await visit(page, "wardrobe")
    await page.route("**/v1/wardrobe/caption", unsure)
    files = [file_of(f"{at}.jpg", photo(top=colour)) for at, colour in enumerate(["#203050", "#503020", "#305020"])]
    await page.locator("#wardrobe-photos").set_input_files(files)
    asked = [page.locator(".asks li", has_text=f"What is on Photo {number}?") for number in (1, 2, 3)]
    await asked[0].get_by_role("button", name="Scarf").click()
    await expect(page.locator(".garments")).to_contain_text("Scarf")
    await asked[1].get_by_role("button", name="Something else").click()
    await page.get_by_label("What it is").select_option("beret")
    await page.get_by_role("button", name="Hang it in").click()
    await expect(page.locator(".garments")).to_contain_text("Beret")
    await asked[2].get_by_role("button", name="Nothing of mine").click()
    await expect(page.locator(".asks")).to_have_count(0)


def sent(route: Route) -> list[str]:
    return list((route.request.post_data_json or {})["photos"])


async def test_two_photos_of_one_piece_are_made_one(page: Page) -> None:
    await visit(page, "wardrobe")
    files = [
        file_of(f"{at}.jpg", flat_photo("midi_skirt", colour, "burgundy")) for at, colour in enumerate([WINE, WINER])
    ]
    await page.locator("#wardrobe-photos").set_input_files(files)
    right = page.get_by_role("button", name="That’s right")
    await expect(right).to_have_count(2)
    for left in (1, 0):
        await right.first.click()
        await expect(right).to_have_count(left)
    asked = page.locator(".asks li", has_text="Are these the same midi skirt?")
    await expect(asked.locator("img")).to_have_count(2)
    await asked.get_by_role("button", name="Yes, make it one").click()
    await expect(page.locator(".garments li")).to_have_count(1)
    await page.locator(".garments button").click()
    await expect(page.locator(".facts")).to_contain_text("Photo 1, Photo 2")


async def test_what_is_worn_and_washed_is_noted(page: Page) -> None:
    await visit(page, "wardrobe")
    rows = ["blazer,navy", "jeans,black", "shirt,white", "tee,grey", "sweater,navy", "chinos,beige", "spaceship,red"]
    table = "\n".join(["category,colours", *rows]).encode()
    await page.locator("#wardrobe-file").set_input_files([file_of("wardrobe.csv", table)])
    told = page.locator("div.uploads")
    await expect(told).to_contain_text("Line 8:")
    await told.get_by_role("button", name="Show the wardrobe").click()
    blazer = page.locator(".garments button", has_text="Blazer")
    await blazer.click()
    async with page.expect_response("**/v1/wardrobe"):
        await page.get_by_role("button", name="Worn today").click()
    await expect(page.locator(".notices")).to_contain_text("It rests")
    await expect(page.locator(".stack[aria-busy]")).to_have_count(0)
    await blazer.click()
    await expect(page.locator(".facts")).to_contain_text("Times worn")
    await page.get_by_role("button", name="Into the wash").click()
    await expect(blazer).to_contain_text("In the wash")
    await page.get_by_role("button", name="To hand").click()
    await expect(page.locator(".garments li")).to_have_count(5)
    await page.get_by_role("button", name="What is missing?").click()
    await answered(page, "Which piece would do most")
    await expect(page.locator(".gaps")).to_contain_text("more outfit")

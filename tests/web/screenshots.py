"""Pictures of every room, to be looked at: `python -m tests.web.screenshots [FOLDER]`, build/screenshots unless named.

A phone, a tablet and a desktop, in three languages and two themes; one sheet per language and theme beside them.
"""

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from playwright.async_api import Browser, Page

from stores.catalog.ingest import ingest
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM
from tests.server.processes import serving
from tests.web.browsing import file_of, flat_photo, new_key, open_browser, open_page, say, visit

SIZES = {"phone": (390, 844), "tablet": (768, 1024), "desktop": (1440, 900)}
THEMES = ("light", "dark")
LOCALES = {"en": "en-GB", "fr": "fr-FR", "zh": "zh-CN"}
ROOMS = ("", "chat", "reading", "wardrobe", "search", "looks", "you")
ASKED = {
    "en": "What do I wear to a wedding in Lyon on 12 June? Under 150 euros, I like green.",
    "fr": "Un mariage à Lyon le 12 juin, moins de 150 €, j'aime le vert.",
    "zh": "六月十二号去里昂参加婚礼，预算一百五十欧以内，喜欢绿色。",
}
RATED = {
    "en": "Rate my outfit for an interview: black jeans, white T-shirt, brown sneakers, navy blazer",
    "fr": "Que pensez-vous de ma tenue pour un entretien : jean noir, T-shirt blanc, baskets marron, blazer marine ?",
    "zh": "帮我看看面试这样穿行不行：黑色牛仔裤、白色T恤、棕色运动鞋、藏青色西装外套",
}
PHOTOS = [("blazer", "#1c2747", "navy"), ("midi_skirt", "#7a2233", "burgundy"), ("sweater", "#5f7a4f", "green")]
# Whether the pictures are there that can be seen; the others load when somebody scrolls, or never.
PICTURES = """() => [...document.images].every((one) => {
    const box = one.getBoundingClientRect();
    const seen = box.width > 0 && box.top < innerHeight && box.left < innerWidth && box.bottom > 0;
    return !seen || (one.complete && one.naturalWidth > 0);
})"""
SCALED = {"phone": 240, "tablet": 240, "desktop": 480}
BETWEEN = 12


async def shoot(folder: Path) -> None:
    with TemporaryDirectory() as directory:
        ingest(demo_rows(), Path(directory) / "catalog", MiniLM())
        with serving(Path(directory), auth="keys") as server:
            async with open_browser() as browser:
                for language in LOCALES:
                    key = await new_key(server.data_dir, language)
                    await live(browser, server.url, key, language, folder)


async def live(browser: Browser, url: str, key: str, language: str, folder: Path) -> None:
    """One person's things, and pictures of them in both themes and all sizes."""
    addresses = await furnished(browser, url, key, language)
    for theme in THEMES:
        for size in SIZES:
            async with opened(browser, url, key, language, theme, size) as page:
                for room in ROOMS:
                    await picture(page, addresses.get(room, room), folder / name(room, language, theme, size))
        sheet(folder, language, theme)


@asynccontextmanager
async def opened(browser: Browser, url: str, key: str, language: str, theme: str, size: str) -> AsyncIterator[Page]:
    options: dict[str, Any] = {"locale": LOCALES[language], "color_scheme": theme, "reduced_motion": "reduce"}
    async with open_page(browser, url, size=SIZES[size], key=key, **options) as page:
        yield page


async def furnished(browser: Browser, url: str, key: str, language: str) -> dict[str, str]:
    """Gives a person two conversations, a wardrobe, a saved look and a profile; the addresses of the conversations."""
    async with opened(browser, url, key, language, "light", "desktop") as page:
        token = (await (await page.context.request.get("/v1/session")).json())["csrf_token"]
        headers = {"X-CSRF-Token": token}
        profile = {"language": language, "presentation": "women", "sizes": {"clothes": "M", "shoes": "39"}}
        await page.context.request.patch("/v1/profile", data=profile, headers=headers)
        await visit(page)
        await say(page, ASKED[language])
        await page.locator(".turn .rail .card").nth(2).wait_for()
        await page.locator(".stage .card-acts .primary").click()
        chat = page.url.partition("#/")[2]
        await visit(page, "wardrobe")
        photos = [file_of(f"{kind}.jpg", flat_photo(kind, colour, family)) for kind, colour, family in PHOTOS]
        await page.locator("#wardrobe-photos").set_input_files(photos)
        await page.locator(".photos li").nth(2).wait_for()
        await page.locator(".asks .ink").first.click()
        await page.locator(".garments li").first.wait_for()
        await page.goto("/#/chat")
        await page.locator(".talk-tools button").last.click()
        await say(page, RATED[language])
        await page.locator(".turn .reading").wait_for()
        return {"chat": chat, "reading": page.url.partition("#/")[2]}


async def picture(page: Page, address: str, file: Path) -> None:
    await page.goto("about:blank")
    await visit(page, address)
    await page.wait_for_function(PICTURES)
    await page.screenshot(path=file)


def name(room: str, language: str, theme: str, size: str) -> str:
    return f"{room or 'front'}-{language}-{theme}-{size}.png"


def sheet(folder: Path, language: str, theme: str) -> None:
    """All rooms of a language and a theme, a row for each size."""
    rows = [[Image.open(folder / name(room, language, theme, size)) for room in ROOMS] for size in SIZES]
    scaled = [[scale(shot, SCALED[size]) for shot in row] for size, row in zip(SIZES, rows, strict=True)]
    width = max(across(row) for row in scaled)
    whole = Image.new("RGB", (width, sum(row[0].height + BETWEEN for row in scaled)), "#8a8478")
    top = 0
    for row in scaled:
        left = 0
        for shot in row:
            whole.paste(shot, (left, top))
            left += shot.width + BETWEEN
        top += row[0].height + BETWEEN
    whole.save(folder / f"sheet-{language}-{theme}.png")


def scale(shot: Image.Image, width: int) -> Image.Image:
    return shot.convert("RGB").resize((width, shot.height * width // shot.width), Image.Resampling.LANCZOS)


def across(shots: Iterable[Image.Image]) -> int:
    return sum(shot.width + BETWEEN for shot in shots)


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    asyncio.run(shoot(target))
    print(f"Look at {target}.")  # noqa: T201

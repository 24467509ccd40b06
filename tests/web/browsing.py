"""What a person does on the page, for tests and for screenshots: they sign in, ask, wait for the answer."""

import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import Browser, BrowserContext, Page, Route, async_playwright, expect

from stores.drawing.article import draw_article
from stores.drawing.raster import render
from stores.keys import open_keys
from stores.vocabulary import Article, Colour

PATIENCE_MS = 60_000  # a busy machine is no fault of the page
expect.set_options(timeout=PATIENCE_MS)

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE, DESKTOP = (390, 844), (1440, 900)
WEDDING = "What do I wear to a wedding in Lyon on 12 June? Under 150 euros, I like green."


@asynccontextmanager
async def open_browser() -> AsyncIterator[Browser]:
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@asynccontextmanager
async def open_page(
    browser: Browser, url: str, *, size: tuple[int, int] = DESKTOP, key: str | None = None, **options: Any
) -> AsyncIterator[Page]:
    """A page of a browser of its own; with `key` its person is signed in already."""
    viewport = {"width": size[0], "height": size[1]}
    context = await browser.new_context(base_url=url, viewport=viewport, **{"locale": "en-GB"} | options)
    context.set_default_timeout(PATIENCE_MS)
    if key:
        await signed_in(context, key)
    yield await context.new_page()
    await context.close()


async def signed_in(context: BrowserContext, key: str) -> None:
    answer = await context.request.post("/v1/session", data={"key": key})
    assert answer.status == 201, await answer.text()


async def new_key(data_dir: Path, name: str) -> str:
    """The key of a new person, made beside the running server."""
    async with open_keys(data_dir / "keys.db") as keys:
        return (await keys.create(name, ["person"]))[1]


async def say(page: Page, text: str) -> None:
    """Says something and waits until the answer is there."""
    await page.get_by_role("textbox").fill(text)
    await page.keyboard.press("Enter")
    await answered(page, text)


async def answered(page: Page, text: str) -> None:
    """Waits for the answer to what was said last."""
    turn = page.locator(".turn", has_text=text).last
    await turn.locator(".live[hidden]").wait_for(state="attached")


async def visit(page: Page, room: str = "") -> None:
    """Goes to a room and waits until all of it is there, but for pictures."""
    await page.goto(f"/#/{room}")
    await page.locator(f"main.in-{room.partition('/')[0] or 'chat'}:not(:has([aria-busy])) > *").first.wait_for()


def flat_photo(category: str, colour: str, family: str = "navy") -> bytes:
    """A garment as one photographs it: laid on a light floor, as a JPEG."""
    garment = Article(
        id=category, name=category, category=category, slot="mid", formality=5, clo=0.4,
        colours=[Colour(name=family, family=family, hex=colour)],
    )  # fmt: skip
    drawn = Image.open(io.BytesIO(render(draw_article(garment)))).convert("RGBA").resize((900, 900))
    floor = Image.new("RGB", (1000, 1200), "#d9d4cb")
    floor.paste(drawn, (50, 150), drawn)
    out = io.BytesIO()
    floor.save(out, "JPEG", quality=88)
    return out.getvalue()


def file_of(name: str, data: bytes) -> dict[str, Any]:
    """As the browser's file chooser takes it."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def message(text: str, identity: str) -> tuple[str, Any, str]:
    """A piece of a reply, as an event."""
    return ("messages", [{"content": text, "id": "m1"}, {}], identity)


async def fulfil(route: Route, events: list[tuple[str, Any, str]], headers: dict[str, str]) -> None:
    """Answers a request with a stream of these events, `(name, data, id)`, which then breaks."""
    body = "".join(f"event: {name}\r\ndata: {json.dumps(data)}\r\nid: {at}\r\n\r\n" for name, data, at in events)
    await route.fulfill(body=body, headers=headers | {"Content-Type": "text/event-stream"})

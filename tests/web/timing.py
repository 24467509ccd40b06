"""How fast the page is and how much it weighs: `python -m tests.web.timing [VISITS]`, five visits unless said.

Times are medians in milliseconds, on an idle machine or they mean nothing; sizes are bytes as they came over the wire,
without pictures and answers of the API, for somebody who has never been here.
"""

import asyncio
import json
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.async_api import Browser

from stores.catalog.ingest import ingest
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM
from tests.server.processes import serving
from tests.web.browsing import PHONE, WEDDING, answered, new_key, open_browser, open_page, visit

PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
WEIGHT = """() => performance.getEntries()
    .filter((one) => one.entryType === "navigation" || one.name.includes("/page/"))
    .map((one) => one.transferSize).reduce((sum, one) => sum + one, 0)"""
# From the key that sends to the first card, by a clock of the browser's own.
WATCH = """() => {
    let begun = 0;
    document.addEventListener("keydown", (event) => { if (event.key === "Enter") begun = performance.now(); }, true);
    new MutationObserver(() => {
        if (begun && !window.firstLook && document.querySelector(".turn .card")) {
            requestAnimationFrame(() => { window.firstLook = performance.now() - begun; });
        }
    }).observe(document.querySelector("main"), { childList: true, subtree: true });
}"""
TARGETS = """() => [...document.querySelectorAll("button, a, select, summary, input")]
    .map((one) => one.getBoundingClientRect()).filter((box) => box.width > 1 && box.right > 0)
    .map((box) => Math.round(Math.min(box.width, box.height)))"""


async def measured(browser: Browser, url: str, key: str) -> dict[str, Any]:
    """One visit of a person who was never here, up to their first look."""
    async with open_page(browser, url, size=PHONE, key=key) as page:
        await visit(page)
        await page.evaluate(WATCH)
        figures = {
            "first_contentful_paint_ms": await page.evaluate(PAINTED),
            "transfer_bytes": await page.evaluate(WEIGHT),
        }
        await page.get_by_role("textbox").fill(WEDDING)
        await page.keyboard.press("Enter")
        await answered(page, WEDDING)
        figures["first_look_ms"] = await page.evaluate("() => window.firstLook")
        return figures | {"smallest_target_px": min(await page.evaluate(TARGETS))}


async def main(visits: int) -> dict[str, Any]:
    with TemporaryDirectory() as directory:
        ingest(demo_rows(), Path(directory) / "catalog", MiniLM())
        with serving(Path(directory), auth="keys") as server:
            async with open_browser() as browser:
                keys = [await new_key(server.data_dir, str(number)) for number in range(visits + 1)]
                rounds = [await measured(browser, server.url, key) for key in keys][1:]  # the first warms the server
    medians = {name: round(statistics.median(one[name] for one in rounds)) for name in rounds[0]}
    return medians | {"visits": visits}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)), indent=2))  # noqa: T201
